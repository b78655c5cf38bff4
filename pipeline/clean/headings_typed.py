# SPDX-License-Identifier: AGPL-3.0-or-later
"""bold-headings: lines that are all bold, or numbered like the headings around them, become headings.

A bold line is a heading only where the extractor gave none of that depth; captions and labels are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean import prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.scan import Block, Kind, Line, Scan

_BOLD = re.compile(r"[ \t]{0,3}(?:\*\*|__)(?P<text>(?![\s*]).{1,140}?)(?:\*\*|__)[ \t]*$")
_ITALIC = re.compile(r"[ \t]{0,3}(?P<sign>[*_])(?P<text>(?![\s*_\[(]).{1,90}?)(?P=sign)[ \t]*$")
_MARKED = re.compile(
    r"[ \t]{0,3}(?:[-*+][ \t]+)?(?:[*_]{1,2})?(?P<text>(?![\s*]).{1,120}?)(?:[*_]{1,2})?[ \t]*$"
)
_CAPTION = re.compile(
    r"(?:tab(?:le|leau|elle|la)?|fig(?:ure|ura)?|abb(?:ildung)?|chart|box|encadré|gráfico|cuadro|jadual|图|表|الجدول|الشكل)\.?\s*[\d(A-Z]",
    re.I,
)
_NUMBER = re.compile(r"(?:(?P<word>§+|[^\W\d_]{4,12})\s+)?(?P<dots>\d{1,3}(?:\.\d{1,2})*)(?P<end>[.)]?)(?=\s)")


def find(scan: Scan) -> Iterator[Fix]:
    """Bold lines where headings end at level 2, and lines between numbered headings."""
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING]
    if not headings:
        return
    yield from _numbered(scan)
    if all(block.level <= 2 for block in headings):
        yield from _marked(scan, _BOLD)
    elif all(block.level <= 3 for block in headings):
        yield from _marked(scan, _ITALIC)
    yield from _between(scan, headings)


def _marked(scan: Scan, pattern: re.Pattern[str]) -> Iterator[Fix]:
    lines = [line for line in scan.lines if line.kind is not Kind.BLANK]
    chosen = {line.start: found for line in lines if (found := _is_heading(scan, line, pattern))}
    if len(chosen) < 3:
        return
    levels = _Levels()
    for index, line in enumerate(lines):
        if line.kind is Kind.HEADING:
            levels.heading(line.text)
            continue
        found = chosen.get(line.start)
        if not found:
            levels.text()
            continue
        level = levels.bold(found.group("text"))
        above = lines[index - 1] if index else None
        apart = scan.eol if above is not None and above.stop == line.start and above.kind is Kind.PARA else ""
        confidence = 0.91 if scan.pages else 0.6
        now = f"{apart}{'#' * level} {found.group('text')}"
        after = lines[index + 1] if index + 1 < len(lines) else None
        if after is not None and after.start == line.stop:
            now += scan.eol
        yield Fix((Edit(line.start, line.end, now),), "The whole line is set apart: a heading.", confidence)


def _is_heading(scan: Scan, line: Line, pattern: re.Pattern[str]) -> re.Match[str] | None:
    if line.kind is not Kind.PARA or not (found := pattern.match(line.text)):
        return None
    text = found.group("text")
    if (
        "**" in text
        or _CAPTION.match(text)
        or prose.tail(text)[-1:] in tuple(".,;:،。；：")
        or text[:1].islower()
    ):
        return None
    above = scan.line_at(line.start - 1) if line.start else None
    if above is not None and above.kind is Kind.PARA and pattern.match(above.text):
        return None  # lines of a bold paragraph
    after = scan.line_at(line.stop) if line.stop < len(scan.text) else None
    if after is not None and after.kind is Kind.PARA and pattern.match(after.text) and after.start == line.stop:
        return None
    return found


class _Levels:
    """The level of each bold line: one below the last heading, numbers deeper as their points say."""

    def __init__(self) -> None:
        self.base = 1
        self.kinds: dict[str, int] = {}
        self.last = ""
        self.plain = 0  # the level of the last bold line without a number under this heading

    def heading(self, text: str) -> None:
        self.base = len(text.lstrip()) - len(text.lstrip().lstrip("#"))
        self.plain = 0
        self.last = ""

    def text(self) -> None:
        self.last = ""

    def bold(self, text: str) -> int:
        kind = _kind(text)
        level = self.kinds.get(kind)
        if level is None or level <= self.base:
            below = self.kinds.get(self.last, self.base) if self.last else self.base
            if kind.startswith("#"):
                below = max(below, self.plain)
            if kind.startswith("#") and "." in kind:
                below = max(below, self.kinds.get(kind.rsplit(".", 1)[0], below))
            level = min(6, below + 1)
            self.kinds[kind] = level
        self.last = kind
        if not kind:
            self.plain = level
        return level


def _kind(text: str) -> str:
    """What numbers a heading: "§", "Article", "#" with its points; nothing for words alone."""
    found = _NUMBER.match(text)
    if not found:
        word = re.match(r"([^\W\d_]{4,16})\s+(?:\d|[IVX]+\b)", text)
        return word.group(1).casefold() if word else ""
    return (found.group("word") or "#").casefold() + re.sub(r"\d+", "", found.group("dots"))


def _between(scan: Scan, headings: Sequence[Block]) -> Iterator[Fix]:
    """A short line whose number stands between those of two headings is a heading of their level."""
    known: dict[str, list[tuple[int, int, int]]] = {}  # place, number, level
    for block in headings:
        found = _NUMBER.match(_bare(scan.slice(block)))
        if found:
            last = int(found.group("dots").rsplit(".", 1)[-1])
            known.setdefault(_series(found), []).append((block.start, last, block.level))
    for index, block in enumerate(scan.blocks):
        if block.kind not in (Kind.PARA, Kind.ITEM) or len(block.lines) > 1:
            continue
        marked = _MARKED.match(block.lines[0].text)
        found = _NUMBER.match(marked.group("text")) if marked else None
        if not marked or not found or _series(found) not in known:
            continue
        text = marked.group("text")
        if prose.tail(text)[-1:] in tuple(".,;:") or len(text) > 100:
            continue
        number = int(found.group("dots").rsplit(".", 1)[-1])
        confidence, level = _fits(known[_series(found)], block.start, number, bool(found.group("word")))
        labelled = found.group("word") or marked.group(0).lstrip(" -")[:1] in "*_"
        follows = scan.blocks[index + 1] if index + 1 < len(scan.blocks) else None
        if not confidence or follows is None or (follows.kind is Kind.ITEM and not labelled):
            continue
        reason = "The line is numbered like the headings around it."
        yield Fix(
            (Edit(block.start, block.end, f"{'#' * level} {text}"),), reason, confidence if labelled else 0.6
        )


def _fits(known: Sequence[tuple[int, int, int]], place: int, number: int, worded: bool) -> tuple[float, int]:
    """How sure a number is between the headings before and after a place, and their level."""
    before = max((item for item in known if item[0] < place), default=None)
    after = min((item for item in known if item[0] > place), default=None)
    if (before and before[1] >= number) or (after and after[1] <= number):
        return 0, 0
    near = before or after
    if near is None:
        return 0, 0
    next_to = bool(before and before[1] == number - 1) + bool(after and after[1] == number + 1)
    if next_to == 2 or (worded and (next_to or (before and after))) or (next_to and len(known) > 2):
        return 0.92, near[2]
    return (0.91, near[2]) if worded and len(known) > 2 else (0.6, near[2])


def _numbered(scan: Scan) -> Iterator[Fix]:
    """Numbered items that stand apart, each with text under it, are headings: "1. Prepare", text, "2. Act"."""
    blocks = scan.blocks
    found: list[tuple[int, int]] = []  # index of the block, number
    level = 1
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            level = block.level
            if len(found) >= 4:
                break
            found = []
            continue
        if block.kind is not Kind.ITEM or not re.fullmatch(r"\d{1,2}[.)]", block.mark):
            continue
        number = int(block.mark[:-1])
        if number != (found[-1][1] + 1 if found else 1) or not _apart(scan, blocks, index):
            continue
        found.append((index, number))
    if len(found) < 4:
        return
    for index, _ in found:
        block = blocks[index]
        start = block.start
        now = f"{'#' * min(6, level + 1)} {scan.text[block.start : block.end].strip()}"
        reason = "Numbered lines with text under each are headings."
        yield Fix((Edit(start, block.end, now),), reason, 0.91 if scan.pages else 0.6)


def _apart(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether an item is short, has no end, and text that is no item follows."""
    block, text = blocks[index], scan.slice(blocks[index])
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    short = len(block.lines) == 1 and len(text) <= 80 and prose.tail(text)[-1:] not in tuple(".,;:")
    return (
        short
        and after is not None
        and after.kind is Kind.PARA
        and after.indent == 0
        and prose.begins_upper(text)
    )


def _bare(text: str) -> str:
    return re.sub(r"^(?:<[^<>]*>|[*_\s])+", "", text)


def _series(found: re.Match[str]) -> str:
    dots = found.group("dots")
    return f"{(found.group('word') or '').casefold()} {dots.rpartition('.')[0]}{found.group('end')}"


RULE = Rule("bold-headings", "Makes headings of bold lines and of lines numbered like headings.", find)
