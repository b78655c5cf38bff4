# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can be said of text that has no markup at all, as extractors of plain text leave it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest

from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Kind, Line, Scan

_MARKUP = re.compile(r"\*\*\S|\]\(|</[a-z]+>", re.M)
_CITED = re.compile(r"\]\(#")  # no extractor writes a link into its own text: what was printed was Markdown
_ROWS = re.compile(r"^[ \t]*(?:\||\[\^)", re.M)
_GAP = re.compile(r"\S {3,}(?=\S)")
_INSIDE = re.compile(r" {3,}[a-zß-öø-ÿ]")  # behind a gap: the inside of a sentence
_SIGN = re.compile(r" {0,3}#(?:[ \t]*$|[ \t]{3,}|[ \t]+[a-zß-öø-ÿ./])")
# What a comment is about: a command, a setting, or the comment goes on.
_COMMENTED = re.compile(r"[a-zß-öø-ÿ]|#(?:[ \t]|$)|[A-Z][\w.-]*[ \t]*[:+?]?=")
_FEWEST = 8  # lines that columns have side by side
_NEAR = 4  # lines from one of them to the next
_LONGEST = 400  # characters of a line on which columns are looked for
_BESIDE = 8  # where one of so many lines stands in columns, and one of so many has a gap, nothing can be said
_GAPS = 5
_PAGE = 40  # lines
_SET = 8  # one of so many lines at least runs on in a text that is set in lines
_PAGED = 16  # the same where pages are known: lists and tables leave most lines short
_WIDE = 40
_NARROW = 20  # the least that a full line of a narrow column has, in a text of which pages are known


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a text set in lines: its left margin and the length of its full lines, in characters."""

    margin: int
    width: int


def columns(scan: Scan) -> tuple[int, int] | None:
    """Where lines of two columns stand side by side, as an extractor of plain text leaves them."""
    return scan.once("columns", _columns)


def interleaved(scan: Scan) -> bool:
    """Whether so much of a text stands in columns side by side that nothing can be said of its lines."""
    return scan.once("interleaved", _interleaved)


def _interleaved(scan: Scan) -> bool:
    filled = sum(line.kind is not Kind.BLANK for line in scan.lines)
    beside = {line.start for run in scan.once("column runs", _column_runs) for line in run}
    gaps = sum(bool(_GAP.search(line.text.strip())) for line in scan.lines) if beside else 0
    return bool(beside) and len(beside) * _BESIDE >= filled and gaps * _GAPS >= filled


def _columns(scan: Scan) -> tuple[int, int] | None:
    best = max(scan.once("column runs", _column_runs), key=len, default=[])
    return (best[0].start, best[-1].end) if best else None


def _column_runs(scan: Scan) -> list[list[Line]]:
    """Runs of lines with a gap at one place, behind which sentences run on from line to line."""
    places: dict[int, list[tuple[int, Line, str]]] = {}
    for number, line in enumerate(scan.lines):
        if line.kind not in (Kind.PARA, Kind.CODE, Kind.ITEM) or len(line.text) > _LONGEST:
            continue
        text = line.text.strip()
        for at in {found.end() // 6 for found in _GAP.finditer(text) if found.end() > 20}:
            places.setdefault(at, []).append((number, line, text))
    found_runs: list[list[Line]] = []
    for at, found in places.items():
        near = sorted([*found, *places.get(at + 1, ())], key=lambda item: item[0])
        for run in _runs(near):
            rest = [text[(at - 1) * 6 :] for _, _, text in run]
            inside = sum(bool(_INSIDE.search(text)) for text in rest)
            if len(run) >= _FEWEST and inside * 4 >= len(run):
                found_runs.append([line for _, line, _ in run])
    return found_runs


def _runs(found: Sequence[tuple[int, Line, str]]) -> Iterator[list[tuple[int, Line, str]]]:
    """Lines that stand close to each other, each once."""
    run: list[tuple[int, Line, str]] = []
    for item in found:
        if run and item[0] == run[-1][0]:
            continue
        if run and item[0] - run[-1][0] > _NEAR:
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def shape(scan: Scan) -> Shape | None:
    """The shape of a plain text set in lines; None for Markdown, for text that is not set in lines, and for
    columns side by side, of which nothing can be said."""
    return scan.once("shape", _shape)


def _shape(scan: Scan) -> Shape | None:
    if interleaved(scan):
        return None
    # Code, notes and rows of tables: of a text that had pages, we or the extractor wrote them into plain text, and a
    # line of "---" below text was printed so: no extractor marks headings by it.
    written = {Kind.HEADING, Kind.META} | (set() if scan.extracted else {Kind.FENCE, Kind.SETEXT})
    pairs = zip_longest(scan.lines, scan.lines[1:])
    if any(line and line.kind in written and not _sign(scan, line, after) for line, after in pairs):
        return None
    rows = 0 if scan.extracted or _crowded(scan.origin) else len(_ROWS.findall(scan.text))
    cited = len(_CITED.findall(scan.text)) if scan.extracted else 0
    if (len(_MARKUP.findall(scan.text)) - cited + rows) * 100 > len(scan.lines):
        return None
    lines = [line for line in scan.lines if line.kind not in (Kind.BLANK, Kind.FENCE)]
    wide = _wide(lines) if scan.extracted else _WIDE
    long = [line for line in lines if line.kind is not Kind.TABLE and room(line.text) >= wide]
    wrapped = [line for line, after in pairwise(lines) if _runs_on(line, after, wide)]
    if len(wrapped) < 3 or len(wrapped) * (_PAGED if scan.extracted else _SET) < len(lines):
        return None
    sizes = sorted(room(line.text) for line in wrapped)
    return Shape(margin(long), sizes[min(len(sizes) - 1, len(sizes) * 9 // 10)])


def _sign(scan: Scan, line: Line, after: Line | None) -> bool:
    """Whether a line of a text that had pages begins with a sign that is no heading's ("# reboot", "#   Lamp   Score").

    It is what is typed at a prompt, the first cell of a table, or a comment right above the line that it is about.
    """
    if not scan.extracted or line.kind is not Kind.HEADING:
        return False
    comment = line.text.startswith("# ") and line.start and after and _COMMENTED.match(after.text)
    return bool(_SIGN.match(line.text) or comment)


@lru_cache(maxsize=2)
def _crowded(origin: str) -> bool:
    """Whether lines came together as no author's do: hardly a blank line, though there is no heading, and rows of
    tables right below text."""
    lines = Scan(origin).lines
    blank = sum(line.kind is Kind.BLANK for line in lines)
    below = sum(
        line.kind is Kind.TABLE and above.kind is Kind.PARA and above.stop == line.start
        for above, line in pairwise(lines)
    )
    if prose.caseless(origin):
        return False  # the ends of its lines say too little
    return below > 0 and len(lines) >= _PAGE and blank * 10 < len(lines)


def _wide(lines: Sequence[Line]) -> int:
    """How long a line is at least that was full: less than usual in narrow columns."""
    sizes = sorted(room(line.text) for line in lines)
    return max(_NARROW, min(_WIDE, sizes[len(sizes) * 9 // 10] * 3 // 4)) if sizes else _WIDE


def _runs_on(line: Line, after: Line, wide: int) -> bool:
    """Whether a line ends inside a sentence that the next line goes on with."""
    text, below = line.text.strip(), after.text.strip()
    if line.stop != after.start or room(text) < wide or not text[-1:].isalnum():
        return False
    return below[:1].islower() or (prose.caseless(text[-1:]) and prose.caseless(below[:1]))


def room(text: str) -> int:
    """The room that a line takes: its characters but for repeated spaces, those of Chinese and Japanese twice."""
    size = len(" ".join(text.split()))
    return size if text.isascii() else size + sum(map(prose.unspaced, text))


def margin(lines: Sequence[Line]) -> int:
    """The left margin that most long lines have."""
    counts: dict[int, int] = {}
    for line in lines:
        counts[line.indent] = counts.get(line.indent, 0) + 1
    if not counts:
        return 0
    often = max(counts.values())
    return min(indent for indent, count in counts.items() if count * 3 >= often)
