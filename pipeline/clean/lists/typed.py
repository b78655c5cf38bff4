# SPDX-License-Identifier: AGPL-3.0-or-later
"""typed-lists: items that begin with a typed bullet ("•", "o", a sign of a symbol font) become list items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule, replace
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Kind, Line, Scan

# The depth that each sign has by custom; what a document does not use moves the rest up.
_DEPTH = (
    dict.fromkeys("•●\uf0b7\uf0a8\uf06c‣➢➤►▶❖◆\uf0d8\uf076✓✔\uf0fc→", 0)
    | dict.fromkeys("◦○o‣\uf06f", 1)
    | dict.fromkeys("▪■□▫∙·\uf0a7\uf06e", 2)
    | dict.fromkeys("–—⁃", 1)
)
_OR = frozenset({"ca", "es", "gl", "it", "pt"})  # languages in which "o" is a word
_WEAK = frozenset("o–—·→∙")
_SIGNS = re.escape("".join(_DEPTH))
_TYPED = re.compile(
    rf"(?P<indent>[ \t]*)(?P<real>[-*+][ \t]+)?(?:`(?P<code>[{_SIGNS}])`|(?P<sign>[{_SIGNS}]))(?P<gap>[ \t\xa0]*)(?=\S)"
)
_ALONE = re.compile(
    rf"[ \t]*(?:[-*+][ \t]+)?[{re.escape('•●◦○▪■‣' + chr(0xF0B7) + chr(0xF0A7) + chr(0xF0D8))}][ \t]*$"
)
_DOUBLE = re.compile(r"(?P<lead>[ \t]*)[-*+][ \t]+(?P<label>\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)])[ \t]+(?=\S)")
_NEAR = 12  # lines with text between two items
_STUCK = re.compile(r"[ \t]*(?:[-*+][ \t]+)?(?P<number>\d{1,3})[.)](?=[^\W\d_a-z])")
_NBSP = re.compile(r"[ \t]*(?:[-*+]|\(?\d{1,3}[.)])(\xa0+| {5,})(?=\S)")


def find(scan: Scan) -> Iterator[Fix]:
    """Typed items, bullets that lost their text, and bullets before numbers."""
    lines = [line for line in scan.lines if line.kind is not Kind.BLANK]
    base = min((_DEPTH[sign] for sign in _signs(scan)), default=0)
    above: Line | None = None  # the last item
    weak = _weak(lines)
    for index, line in enumerate(lines):
        if line.kind not in (Kind.PARA, Kind.ITEM):
            continue
        last, above = above, line if line.kind is Kind.ITEM else above
        if found := _NBSP.match(line.text):
            start = line.start + found.start(1)
            hidden = "\xa0" in found.group(1)
            reason = "A no-break space hides this list item." if hidden else "So wide a gap makes code of this item."
            sure = 0.97 if hidden else 0.94 if scan.extracted else 0.6
            yield Fix((Edit(start, start + len(found.group(1)), " "),), reason, sure)
            continue
        if (found := _STUCK.match(line.text)) and _leads(lines, index, int(found.group("number"))):
            place = line.start + found.end()
            yield Fix((Edit(place, place, " "),), "The item's number touches its text.", 0.95)
            continue
        if _ALONE.match(line.text):
            yield from _lonely(lines, index)
            continue
        if (found := _DOUBLE.match(line.text)) and not _hangs(scan, lines, index) and _labels(lines, index, found):
            yield _numbered(scan, lines, index, found)
            continue
        found = _TYPED.match(line.text)
        sign = (found.group("code") or found.group("sign")) if found else ""
        if not found or (sign in _WEAK and not found.group("code") and sign not in weak):
            continue
        word = sign == "o" and scan.lang[:2].lower() in _OR
        if word and (_runs_on(lines, index) or (found.group("real") and line.text[found.end()].islower())):
            continue  # "- o cais": the article
        if not found.group("gap") and (sign in _WEAK or sign not in "•●\uf0b7\uf0a7"):
            continue
        rank = max(0, _DEPTH[sign] - base)
        yield _item(scan, lines, index, found, " " * _column(last, rank), sign)


def _runs_on(lines: Sequence[Line], index: int) -> bool:
    """Whether the text above has no end: then a sentence may go on here."""
    above = lines[index - 1] if index else None
    return above is not None and above.kind in (Kind.PARA, Kind.ITEM) and not prose.stops(above.text)


def _signs(scan: Scan) -> set[str]:
    """The signs that begin lines, a real bullet counted as the first."""
    signs = set()
    for line in scan.lines:
        if line.kind in (Kind.PARA, Kind.ITEM) and (found := _TYPED.match(line.text)):
            signs.add(found.group("code") or found.group("sign"))
        elif line.kind is Kind.ITEM and line.text.lstrip()[:1] in "-*+":
            signs.add("•")
    return signs


def _weak(lines: Sequence[Line]) -> frozenset[str]:
    """Signs that are also words or dashes: bullets only where several lines begin with them, after a bullet
    of another kind or one after the other."""
    counts: dict[str, int] = {}
    before = ""
    for line in lines:
        found = _TYPED.match(line.text) if line.kind in (Kind.PARA, Kind.ITEM) else None
        sign = (found.group("code") or found.group("sign")) if found and found.group("gap") else ""
        if sign and (before or line.kind is Kind.ITEM):
            counts[sign] = counts.get(sign, 0) + 1
        before = sign or ("-" if line.kind is Kind.ITEM else before if line.text[:1].islower() else "")
    return frozenset(sign for sign, count in counts.items() if count >= 1 and (sign != "o" or count >= 1))


def _column(above: Line | None, rank: int) -> int:
    """Where an item's bullet stands: under the text of the item above when its sign is of a deeper rank."""
    if rank == 0:
        return 0
    base = 2
    if above is not None and above.text.lstrip()[:1] in "-*+" and not _TYPED.match(above.text):
        base = above.indent + 2
    return base + 2 * (rank - 1)


def _item(scan: Scan, lines: Sequence[Line], index: int, found: re.Match[str], indent: str, sign: str) -> Fix:
    line = lines[index]
    deleted = sign if sign.isalnum() else ""
    reason = f"The line begins with a typed bullet (“{sign}”)."
    now = f"{_apart(scan, lines, index)}{indent}- "
    return replace(line.start, line.start + found.end(), now, reason, 0.95, deleted=deleted)


def _leads(lines: Sequence[Line], index: int, number: int) -> bool:
    """Whether an item with the number before stands above."""
    before = re.compile(rf"\s*(?:[-*+]\s+)?\(?{number - 1}[.)]\s*\S")
    return number > 1 and any(before.match(line.text) for line in lines[max(0, index - 6) : index])


def _labels(lines: Sequence[Line], index: int, found: re.Match[str]) -> bool:
    """Whether a label is one: a capital may be a person's initial, and counts on from or to that of an item near by."""
    letter = found.group("label").strip("().")
    if not letter.isupper():
        return True
    near = (_DOUBLE.match(line.text) for line in lines[max(0, index - _NEAR) : index + _NEAR])
    letters = {other.group("label").strip("().") for other in near if other}
    return bool(letters & {chr(ord(letter) - 1), chr(ord(letter) + 1)})


def _apart(scan: Scan, lines: Sequence[Line], index: int) -> str:
    """A blank line before the first item, where a paragraph stands right above it."""
    above = lines[index - 1] if index else None
    if above is None or above.stop != lines[index].start or above.kind is not Kind.PARA:
        return ""
    return "" if _TYPED.match(above.text) or _goes_on(lines, index) else scan.eol


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Whether the paragraph above is itself the text of an item."""
    back, most = index - 1, index - 30
    while back > max(0, most) and lines[back].kind is Kind.PARA and lines[back - 1].stop == lines[back].start:
        if _TYPED.match(lines[back].text):
            return True
        back -= 1
    return bool(_TYPED.match(lines[back].text)) or lines[back].kind is Kind.ITEM


def _lonely(lines: Sequence[Line], index: int) -> Iterator[Fix]:
    """A bullet alone on its line belongs to the text after it."""
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else None
    if after is None or after.kind is not Kind.PARA or _TYPED.match(after.text) or _ALONE.match(after.text):
        return
    start = after.start + len(after.text) - len(after.text.lstrip())
    yield Fix((Edit(line.start, start, "- "),), "A bullet stands apart from its item.", 0.93)


def _hangs(scan: Scan, lines: Sequence[Line], index: int) -> bool:
    """Whether the text above needs what follows: then a number that nothing leads up to is part of it."""
    found = re.search(r"(\d+)\.", lines[index].text)
    if index == 0 or not found or int(found.group(1)) < 3 or len(lines[index - 1].text) < 40:
        return False
    before = re.compile(rf"\s*(?:[-*+]\s+)?\(?{int(found.group(1)) - 1}[.)]\s")
    led = any(before.match(line.text) for line in lines[max(0, index - 8) : index])
    return not led and prose.open_word(lines[index - 1].text, scan.lang)


def _numbered(scan: Scan, lines: Sequence[Line], index: int, found: re.Match[str]) -> Fix:
    """A bullet before a number: the number is the item's label."""
    line = lines[index]
    start = line.start + found.end("lead")
    above = lines[index - 1] if index else None
    apart = scan.eol if above and above.stop == line.start and above.kind is Kind.PARA else ""
    reason = "A bullet stands before the item's own number."
    return Fix((Edit(start, line.start + found.start("label"), apart),), reason, 0.95)


RULE = Rule("typed-lists", "Makes list items of lines that begin with a typed bullet.", find, after="code-comments")
