# SPDX-License-Identifier: AGPL-3.0-or-later
"""columns: two columns that an extractor of plain text left side by side are put one below the other.

``pdftotext -layout`` writes a page as it looks. Where a strip of it is empty from top to bottom, what stands on its
right begins at one place, and sentences run on down each side, there are two columns; a table has labels on its
left. Each page is cut by itself: between form feeds, and between lines that go over both columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.pages.lines import key_of
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Line, Scan
from pipeline.clean.tables.gutters import grids
from pipeline.clean.tables.heads_again import head_of, heads_again

_FEWEST = 5  # lines with text in both columns
_LEFTMOST = 16  # characters that a column has at least
_LONGEST_PAGE = 200  # lines, of which each is tried as the place where the columns move
_GAP = 2  # spaces between columns at their nearest
_REASON = "Two columns stood side by side: the left one is read first."


@dataclass(frozen=True, slots=True)
class _Cut:
    """A line, and what of it stands in the left and in the right column; ``over``: it goes over both."""

    line: Line
    left: str
    right: str
    over: bool = False


def find(scan: Scan) -> Iterator[Fix]:
    """One fix for each stretch of two columns."""
    if "\f" not in scan.text:
        return
    pages, cuts, certain = scan.once("cut pages", cut_pages)
    for page, cut in zip(pages, cuts, strict=True):
        # Where most pages have columns, one of lists or of code has them too.
        for band in _bands(cut or (_columns(page, like_others=True) if certain and len(pages) > 2 else ())):
            yield _side_by_side(scan, band, 0.93 if certain else 0.7)


def cut_pages(scan: Scan) -> tuple[list[tuple[Line, ...]], list[tuple[_Cut, ...]], bool]:
    """The pages, each cut in its columns where it has two, and whether most have."""
    pages = [page for page in _bodies(scan) if page]
    known = heads_again(scan)
    cuts = [() if _tabled(page, known) else _columns(page) for page in pages]
    return pages, cuts, sum(map(bool, cuts)) * 2 >= len(pages)


def _tabled(page: Sequence[Line], known: frozenset[str]) -> bool:
    """Whether a table stands on a page under a head that is said elsewhere too: its cells are no columns of text."""
    heads = any(head_of(line) in known for line in page)
    return heads and any(head_of(grid.lines[0]) in known for grid in grids(page, known))


def _bodies(scan: Scan) -> list[tuple[Line, ...]]:
    """The lines of each page, without what is at its top and foot and stands there on other pages too."""
    pages = [_trimmed(page) for page in _pages(scan)]
    edges = Counter(key for page in pages if page for key in {_key(page[0]), _key(page[-1])})
    return [_without_edges(page, edges, heads_again(scan)) for page in pages]


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


def _without_edges(page: list[Line], edges: Counter[str], heads: Collection[str]) -> tuple[Line, ...]:
    for at, beside in ((0, 1), (-1, -2)):
        for _ in range(2):
            if len(page) < 3 or not page[beside].blank or head_of(page[at]) in heads:
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


def _columns(lines: Sequence[Line], *, like_others: bool = False) -> tuple[_Cut, ...]:
    """A page cut in two columns; empty where there are not two."""
    cuts = _parted(lines)
    filled = [cut for cut in cuts if not cut.line.blank]
    both = sum(bool(cut.left and cut.right) for cut in filled)
    seconds = [cut.right for cut in filled if cut.right]
    firsts = [cut.left for cut in filled if cut.left and not cut.over]
    over = sum(cut.over for cut in filled)
    short = len(seconds) * 5 < len(filled) * 2 and not like_others  # beside others, the last page may end early
    if both < _FEWEST or short or over * 6 > len(filled):
        return ()
    enough = 1 if like_others else 2
    return cuts if _prose(firsts) + _prose(seconds) >= enough else ()


def _parted(lines: Sequence[Line]) -> tuple[_Cut, ...]:
    """A page cut where its right column begins; that place may change once, where lines were set closer."""
    whole = _halves(lines)
    over = _overs(whole)
    few = sum(bool(cut.left and cut.right) for cut in whole) < _FEWEST
    if few or over * 10 <= len(lines) or len(lines) > _LONGEST_PAGE:
        return whole
    places = range(_FEWEST, len(lines) - _FEWEST)
    parted = [_halves(lines[:place]) + _halves(lines[place:]) for place in places]
    best = min(parted, key=_overs, default=whole)
    return best if _overs(best) * 3 <= over else whole


def _halves(lines: Sequence[Line]) -> tuple[_Cut, ...]:
    right = _often(lines)
    return tuple(_cut(line, right) if right else _Cut(line, line.text, "", over=True) for line in lines)


def _overs(cuts: Sequence[_Cut]) -> int:
    return sum(cut.over for cut in cuts)


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


def _cut(line: Line, right: int) -> _Cut:
    """A line cut at a place, if nothing stands across it."""
    text = line.text.rstrip()
    if len(text) < right:
        return _Cut(line, text, "")
    if text[right - _GAP : right].strip():
        return _Cut(line, text, "", over=True)
    return _Cut(line, text[: right - 1].rstrip(), text[right:])


def _prose(parts: Sequence[str]) -> bool:
    """Whether the lines of a column are those of sentences: they fill it, and many begin inside one."""
    sizes = sorted(len(part.strip()) for part in parts)
    inside = sum(prose.begins_lower(part.strip()) for part in parts)
    widest = sizes[len(sizes) * 95 // 100]
    return sizes[len(sizes) * 2 // 3] * 2 >= widest >= _LEFTMOST and inside * 4 >= len(parts)


def _bands(cuts: Sequence[_Cut]) -> Iterator[list[_Cut]]:
    """Stretches of lines that keep to their columns, some of them in both."""
    band: list[_Cut] = []
    for cut in (*cuts, None):
        if cut is not None and not cut.over:
            band.append(cut)
            continue
        while band and band[0].line.blank:
            band.pop(0)
        while band and band[-1].line.blank:
            band.pop()
        if any(each.right for each in band):
            yield band
        band = []


def _side_by_side(scan: Scan, band: Sequence[_Cut], sure: float) -> Fix:
    margin = min(cut.line.indent for cut in band if not cut.line.blank)
    lefts, rights = [cut.left for cut in band], [cut.right for cut in band]
    left = _column(lefts, rights)
    second = [" " * margin + text if text else "" for text in _column(rights, lefts)]
    goes_on = bool(left) and bool(second) and _goes_on(scan, left[-1], second[0])
    now = scan.eol.join([*left, *([] if goes_on or not left else [""]), *second])
    moved = " ".join(" ".join(second).split())
    return Fix((Edit(band[0].line.start, band[-1].line.end, now),), _REASON, sure, moved=moved)


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


RULE = Rule(
    "columns", "Puts two columns that stand side by side one below the other.", find,
    after="plain-tables",
)
