# SPDX-License-Identifier: AGPL-3.0-or-later
"""columns: two columns that an extractor of plain text left side by side are put one below the other.

``pdftotext -layout`` writes a page as it looks. Where a strip of it is empty from top to bottom, what stands on its
right begins at one place, and sentences run on down each side, there are two columns; a table has labels on its
left. Each page is cut by itself: between form feeds, and between lines that go over both columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.clean import prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.page_lines import key_of
from pipeline.clean.scan import Line, Scan

_FEWEST = 5  # lines with text in both columns
_LEFTMOST = 16  # characters that a column has at least
_GAP = 2  # spaces between columns at their nearest
_REASON = "Two columns stood side by side: the left one is read first."


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page that are its text, and where its right column begins (0: it has but one column)."""

    lines: tuple[Line, ...]
    right: int


def find(scan: Scan) -> Iterator[Fix]:
    """One fix for each stretch of two columns."""
    if "\f" not in scan.text:
        return
    pages = [_Page(lines, _right(lines)) for lines in _bodies(scan)]
    cut = [page for page in pages if page.right]
    sure = 0.93 if len(cut) * 2 >= sum(bool(page.lines) for page in pages) else 0.7
    for page in cut:
        for band in _bands(page):
            yield _side_by_side(scan, band, page.right, sure)


def _bodies(scan: Scan) -> list[tuple[Line, ...]]:
    """The lines of each page, without what is at its top and foot and stands there on other pages too."""
    pages = [_trimmed(page) for page in _pages(scan)]
    edges = Counter(key for page in pages if page for key in {_key(page[0]), _key(page[-1])})
    return [_without_edges(page, edges) for page in pages]


def _pages(scan: Scan) -> Iterator[list[Line]]:
    page: list[Line] = []
    for line in scan.bare:
        if "\f" in line.text:
            before, _, after = line.text.rpartition("\f")
            if before.strip("\f \t"):
                page.append(Line(line.start, line.start + len(before), line.start + len(before), before))
            yield page
            page = []
            start = line.end - len(after)
            line = Line(start, line.end, line.stop, after)  # noqa: PLW2901
        page.append(line)
    yield page


def _trimmed(page: Sequence[Line]) -> list[Line]:
    """A page without blank lines at its ends."""
    filled = [index for index, line in enumerate(page) if not line.blank]
    return list(page[filled[0] : filled[-1] + 1]) if filled else []


def _without_edges(page: list[Line], edges: Counter[str]) -> tuple[Line, ...]:
    for at, beside in ((0, 1), (-1, -2)):
        for _ in range(2):
            if len(page) < 3 or not page[beside].blank:
                break
            far = page[3 * beside if beside > 0 else -3].blank if len(page) > 4 else False
            if edges[_key(page[at])] < 2 and not far and not _key(page[at]).strip("#"):
                break
            if edges[_key(page[at])] < 2 and not far and "#" not in _key(page[at]):
                break
            page = _trimmed(page[1:] if at == 0 else page[:-1])
    return tuple(page)


def _key(line: Line) -> str:
    return key_of(" ".join(line.text.split()))


def _right(lines: Sequence[Line]) -> int:
    """Where the right column of a page begins; 0 where there are not two."""
    filled = [line for line in lines if not line.blank]
    right = _often(filled)
    if not right:
        return 0
    sides = [_cut(line, right) for line in filled]
    both = [side for side in sides if side and side[0] and side[1]]
    over = sum(side is None for side in sides)
    seconds = [side[1] for side in sides if side and side[1]]
    firsts = [side[0] for side in sides if side and side[0]]
    if len(both) < _FEWEST or len(seconds) * 5 < len(filled) * 2 or over * 6 > len(filled):
        return 0
    margin = min(line.indent for line in filled)
    return right if _prose(firsts, right - margin) and _prose(seconds, right - margin) else 0


def _often(lines: Sequence[Line]) -> int:
    """Where most texts begin that stand after a gap, or their first line where items hang."""
    starts: Counter[int] = Counter()
    for line in lines:
        text = line.text.rstrip()
        starts.update({end for end in _gaps(text) if end >= _LEFTMOST})
    if not starts:
        return 0
    most, count = max(starts.items(), key=lambda item: (item[1], -item[0]))
    return min((at for at in range(most - 6, most + 1) if starts[at] * 4 >= count), default=most)


def _gaps(text: str) -> Iterator[int]:
    """Where text begins after two spaces or more."""
    at = 0
    while (at := text.find("  ", at)) >= 0:
        while at < len(text) and text[at] == " ":
            at += 1
        yield at


def _cut(line: Line, right: int) -> tuple[str, str] | None:
    """What of a line stands in the left and in the right column; None where it goes over both."""
    text = line.text.rstrip()
    if len(text) <= right:
        return (text, "") if len(text) < right else None
    if text[right - 1] != " " or text[right - _GAP : right].strip():
        return None
    return text[: right - 1].rstrip(), text[right:].rstrip()


def _prose(parts: Sequence[str], width: int) -> bool:
    """Whether the lines of a column are those of sentences: they fill it, and many begin inside one."""
    sizes = sorted(len(part.strip()) for part in parts)
    inside = sum(prose.begins_lower(part.strip()) for part in parts)
    return sizes[len(sizes) * 2 // 3] * 2 >= width * 0.9 and inside * 4 >= len(parts)


def _bands(page: _Page) -> Iterator[list[Line]]:
    """Stretches of lines that keep to their columns, some of them in both."""
    band: list[Line] = []
    for line in (*page.lines, None):
        if line is not None and (line.blank or _cut(line, page.right) is not None):
            band.append(line)
            continue
        band = _trimmed(band)
        if any((sides := _cut(each, page.right)) and sides[1] for each in band):
            yield band
        band = []


def _side_by_side(scan: Scan, band: Sequence[Line], right: int, sure: float) -> Fix:
    margin = min(line.indent for line in band if not line.blank)
    sides = [_cut(line, right) or ("", "") for line in band]
    left = _column([side[0] for side in sides], [side[1] for side in sides])
    second = [" " * margin + text if text else "" for text in _column([s[1] for s in sides], [s[0] for s in sides])]
    goes_on = bool(left) and bool(second) and _goes_on(scan, left[-1], second[0])
    now = scan.eol.join([*left, *([] if goes_on or not left else [""]), *second])
    moved = " ".join(" ".join(second).split())
    return Fix((Edit(band[0].start, band[-1].end, now),), _REASON, sure, moved=moved)


def _column(parts: Sequence[str], others: Sequence[str]) -> list[str]:
    """The lines of one column; a gap that only a line of the other column fills, set between two lines, is none."""
    lines: list[str] = []
    for index, part in enumerate(parts):
        if part.strip():
            lines.append(part)
        elif lines and lines[-1] and not _between(parts, others, index):
            lines.append("")
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _between(parts: Sequence[str], others: Sequence[str], index: int) -> bool:
    """Whether the lines of the two columns stand at heights that differ: each between two of the other."""
    if not others[index].strip() or not 0 < index < len(parts) - 1:
        return False
    near = [(parts[at].strip(), others[at].strip()) for at in (index - 1, index + 1)]
    return all(own for own, _ in near) and any(not other for _, other in near)


def _goes_on(scan: Scan, above: str, below: str) -> bool:
    """Whether a sentence goes on from the foot of one column to the top of the next."""
    ended = prose.stops(above)
    return not ended and (prose.begins_lower(below.strip()) or prose.open_word(above, scan.lang))


RULE = Rule("columns", "Puts two columns that stand side by side one below the other.", find)
