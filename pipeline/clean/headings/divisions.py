# SPDX-License-Identifier: AGPL-3.0-or-later
"""division-headings: in a text whose only heading is its title, lines that name its parts head them.

«CHAPTER II: Fees», «Article 5», each in a paragraph of its own, as laws are typed: their numbers run in order, and each
stands over text or over a smaller part. They are made where enough of them run so, else proposed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.scan import Block, Kind, Scan

_ARTICLE = r"art[ií]c(?:le|ulo|olo)s?|artigo|artikel|art\.|§§?"
_PART = (
    r"livre|titre|chapitre|partie|sous-section|annexe|libro|t[íi]tulo|cap[íi]tulo|secci[óo]n|parte|anexo|disposici[óo]n|"
    r"buch|teil|titel|kapitel|abschnitt|unterabschnitt|anlage|anhang|book|part|title|chapter|subchapter|division|"
    r"section|subsection|subpart|schedule|annex|livro|se[cç]+[ãa]o|titolo|capo|sezione"
)
_FIRST = r"premi(?:er|[èe]re)|primer[oa]?|unique|[úu]nic[oa]|preliminar(?:e)?|préliminaire|primeir[oa]|primo"
_LINE = re.compile(
    rf"(?P<word>(?i:{_ARTICLE}|{_PART}))\s*(?:(?P<series>[A-Z]{{1,2}}\*?[. ]{{0,2}})?(?P<digits>\d{{1,4}})"
    r"(?P<sub>(?:[-–.]\d{1,3})*)(?:\s?(?:er|re|[ºª°o]))?(?:\s?(?P<more>[a-z]|bis|ter|quater))?|"
    rf"(?P<roman>[IVXLC]{{1,7}})|(?P<first>(?i:{_FIRST}))|(?P<letter>[A-Z]))(?!\w)\.?\s*"
    r"(?P<name>[:–—-].*|[^\W\d_a-zà-ÿ].*|)$"
)
_SMALLEST = re.compile(rf"(?:{_ARTICLE})$", re.I)
_LONGEST = 140
_FEWEST = 5  # divisions of a text, before they are made of themselves
_CONTENTS = 4  # lines that name parts and have no text between them
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _Division:
    """A line that names a part: its block, its word, of which series its number is, and whether it is an article."""

    index: int
    word: str
    series: str
    number: tuple[int, ...]
    article: bool


def find(scan: Scan) -> Iterator[Fix]:
    """Lines that name the parts of a text without headings, in order."""
    headings = [block for block in scan.blocks if block.kind in (Kind.HEADING, Kind.SETEXT)]
    if len(headings) > 1 or (headings and _LINE.match(scan.slice(headings[0]).strip())):
        return
    found = [each for index in range(len(scan.blocks)) if (each := _division(scan, index))]
    found = _apart(found)
    often = Counter(each.word for each in found)
    if not found or max(often.values()) < 3:
        return
    sure = 0.91 if len(found) >= _FEWEST and _ordered(found) else 0.6
    for each, level in zip(found, _levels(found), strict=True):
        block = scan.blocks[each.index]
        reason = "The line names a part of the text by its number, in order, and stands over it: a heading."
        yield Fix((Edit(block.start, block.start, f"{'#' * level} "),), reason, sure)


def _division(scan: Scan, index: int) -> _Division | None:
    """The part that a block names, if that is all it does."""
    block = scan.blocks[index]
    text = scan.text[block.start : block.end]
    if block.kind is not Kind.PARA or len(block.lines) != 1 or len(text) > _LONGEST or block.indent:
        return None
    match = _LINE.match(text.strip())
    after = scan.blocks[index + 1] if index + 1 < len(scan.blocks) else None
    if not match or after is None or (after.kind is Kind.PARA and prose.begins_lower(scan.slice(after))):
        return None
    name, article = match.group("name").strip(" :–—-"), bool(_SMALLEST.match(match.group("word")))
    if prose.tail(text)[-1:] in tuple(",;:") or (article and name and prose.stops(name)):
        return None  # an article's number before its text, or a sentence that cites one
    if prose.open_word(text, scan.lang) or not _parted(block, scan):
        return None
    return _Division(index, *_counted(match), article)


def _parted(block: Block, scan: Scan) -> bool:
    """Whether an empty line stands before and after a line."""
    before = scan.line_at(block.start - 1) if block.start else None
    after = scan.line_at(block.lines[-1].stop) if block.lines[-1].stop < len(scan.text) else None
    return (before is None or before.blank or before.kind is Kind.HEADING) and (after is None or after.blank)


def _counted(match: re.Match[str]) -> tuple[str, str, tuple[int, ...]]:
    """The word, the series, and the number in it ("Article L. 12-3" is 12, 3 in the series L of articles)."""
    word = match.group("word").casefold()
    if match.group("digits"):
        parts = (match.group("digits"), *re.findall(r"\d+", match.group("sub")))
        more = (match.group("more") or "").replace("quater", "u")  # bis, ter, quater are in order by their letters
        series = (match.group("series") or "").strip("*. ")
        return word, f"{word} {series}", (*map(int, parts), *map(ord, more[:1]))
    label = match.group("roman") or match.group("letter") or ""
    number = next((n for style, n in read_mark(f"{label.upper()}.") if style == "I." or match.group("letter")), 1)
    return word, word, (number,)


def _apart(found: Sequence[_Division]) -> list[_Division]:
    """The divisions but for those of a table of contents, where many stand right after each other."""
    runs: list[list[_Division]] = []
    for each in found:
        if runs and each.index == runs[-1][-1].index + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return [
        each for run in runs if len(run) < _CONTENTS or len({part.word for part in run}) == len(run) for each in run
    ]


def _ordered(found: Sequence[_Division]) -> bool:
    """Whether the numbers of each word go up; those of larger parts may begin anew."""
    last: dict[str, tuple[int, ...]] = defaultdict(lambda: (0,))
    for each in found:
        again = not each.article and each.number[0] <= 1
        if not (each.number > last[each.series] or again):
            return False
        last[each.series] = each.number
    return True


def _levels(found: Sequence[_Division]) -> Iterator[int]:
    """A level for each: one below the part that it stands in, parts in the order in which they appear."""
    ranks = {word: rank for rank, word in enumerate(dict.fromkeys(each.word for each in found if not each.article))}
    open_parts: list[tuple[int, int]] = []
    for each in found:
        rank = len(ranks) if each.article else ranks[each.word]
        while open_parts and open_parts[-1][0] >= rank:
            open_parts.pop()
        level = min(_DEEPEST, open_parts[-1][1] + 1 if open_parts else 2)
        open_parts.append((rank, level))
        yield level


RULE = Rule(
    "division-headings", "Makes headings of lines that name the parts of a law: chapters, articles.", find,
    after="roman-headings",
)
