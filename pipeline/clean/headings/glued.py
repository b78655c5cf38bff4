# SPDX-License-Identifier: AGPL-3.0-or-later
"""glued-headings: a heading without a number that an extractor ran into the paragraph below stands alone again.

Where it ends is told by the text itself: sections that are built alike have the same parts ("Duties The clerk …",
"Duties Every pilot …"), and headings that say it elsewhere. What follows must begin as a sentence does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.headings.repeated import names
from pipeline.clean.reading import prose
from pipeline.clean.reading.hyphens import language
from pipeline.clean.reading.scan import Block, Kind, Scan
from pipeline.clean.reading.small_words import small_words

_MOST = 4  # words of a part's heading
_LEAST = 2  # paragraphs that begin with it
_SECTIONS = 2  # headings that say it elsewhere
_TEXT = 40  # characters of the text that stands below it
_WORD = re.compile(r"\S+")


def find(scan: Scan) -> Iterator[Fix]:
    """Paragraphs that begin with a heading."""
    if not scan.extracted or not scan.headed:
        return  # an author may begin paragraph after paragraph with one word; plain text leaves a heading its own line
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING]
    levels: dict[str, Counter[int]] = defaultdict(Counter)
    for block in headings:
        for name in names(scan.slice(block)) if block.level > 1 else ():
            levels[name][block.level] += 1
    known = {name: min(count, key=lambda level: (-count[level], level)) for name, count in levels.items()
             if count.total() >= _SECTIONS}  # fmt: skip
    parts = _parts(scan)
    starts = [block.start for block in headings]
    for block in scan.blocks:
        cut, name = _cut(scan, block, known, parts) if block.kind is Kind.PARA else (0, "")
        if not cut:
            continue
        place = bisect_left(starts, block.start)
        level = known.get(name) or min(6, headings[place - 1].level + 1 if place else 2)
        title = scan.text[block.body : cut].strip()
        reason = "The paragraph begins with a heading that other sections have too."
        yield Fix((Edit(block.start, cut, f"{'#' * level} {title}{scan.eol}{scan.eol}"),), reason, 0.91)


def _cut(scan: Scan, block: Block, known: dict[str, int], parts: frozenset[str]) -> tuple[int, str]:
    """Where the text of a paragraph begins that begins with a heading, and what the heading is called."""
    for title, rest in _begins(scan, block):
        name = next((name for name in names(title) if name in known), "")
        if not name and title.casefold() not in parts:
            continue
        if len(rest) >= _TEXT and prose.begins_upper(rest) and not prose.stops(title):
            return block.end - len(rest), name
    return 0, ""


def _begins(scan: Scan, block: Block) -> Iterator[tuple[str, str]]:
    """A paragraph parted behind each of its first words, the longest heading first."""
    text = scan.slice(block)
    if not prose.begins_upper(text) and not text.startswith("§"):
        return
    words = list(_WORD.finditer(text, 0, 200))
    for count in range(min(_MOST, len(words) - 1), 0, -1):
        cut = words[count].start()
        if words[count - 1].end() + 1 == cut:
            yield text[:cut].strip(), text[cut:]


def _parts(scan: Scan) -> frozenset[str]:
    """What two or more paragraphs begin with, before words of which most only begin sentences ("The", "If").

    In German any noun has a capital: there all must be such words.
    """
    small = small_words(language(scan))
    after: dict[str, list[str]] = defaultdict(list)
    for block in scan.blocks:
        for title, rest in _begins(scan, block) if block.kind is Kind.PARA and len(scan.slice(block)) >= _TEXT else ():
            first = title.split(maxsplit=1)[0].casefold()
            if prose.begins_upper(rest) and title[-1:].isalpha() and first not in small:
                after[title.casefold()].append(prose.first_word(rest))
    return frozenset(title for title, words in after.items() if _are_sentences(words, small, language(scan)))


def _are_sentences(words: Sequence[str], small: frozenset[str], lang: str) -> bool:
    """Whether what follows a heading begins sentences: a word that only begins these, and no name each time."""
    sure = sum(word.casefold() in small for word in words)
    if len(words) < _LEAST or (len(set(words)) == 1 and sure < len(words)):
        return False
    return sure >= (len(words) if lang == "de" else 1)


RULE = Rule(
    "glued-headings", "Parts headings of like sections from the paragraphs into which they were run.", find,
    after="numbered-headings",
)
