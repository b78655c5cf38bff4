# SPDX-License-Identifier: AGPL-3.0-or-later
"""joined-headings: a heading without a number that an extractor ran into the paragraph below stands alone again.

"Mending nets Bring a net to the shed before noon.": no stop is inside, and a word that the text writes small begins
with a capital behind words that are written small. Names are written so too, so no word before it may need another
("of the"), what follows must be a sentence and end as one, and an extractor that does so does it more than once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.headings.title_ends import Ends
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Scan
from pipeline.clean.reading.small_words import small_words

_MARKED = 3  # headings that the extractor found
_FEWEST = 2  # such paragraphs of a text
_CHAPTER = 2  # the level of chapters, below the title
_LONGEST = 80  # characters of such a heading
_BEYOND = 60  # more of them, in which the words behind it are looked at
_LEAST = 40  # characters of the text below it
_STEM = 5  # letters that two forms of a word have in common
_ARTICLES = ("a", "an")  # no letter that counts, where the next word is the heading's
_TITLE = re.compile(r"[^\W\d_](?:[^\W_]|[ \xa0'’()/&`-])*")
_WORD = re.compile(r"\S+")
_REASON = "The paragraph begins with a heading: a sentence begins behind it, and no stop is before that."


def find(scan: Scan) -> Iterator[Fix]:
    """Paragraphs that begin with a heading, in an extracted text whose other headings are marked."""
    if not scan.extracted or scan.headed < _MARKED:
        return  # plain text leaves a heading its own line
    ends = scan.once("title ends", Ends)
    if ends.lang == "de":
        return  # it writes all its nouns with a capital, and a polite "you"
    found = [(block, cut) for block in scan.blocks if (cut := _cut(scan, ends, block))]
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING]
    sure = 0.91 if len(found) >= _FEWEST else 0.7
    for block, cut in found:
        title = scan.slice(block)[:cut].strip()
        now = f"{'#' * _level(headings, block)} {title}{scan.eol}{scan.eol}"
        yield Fix((Edit(block.start, block.body + cut, now),), _REASON, sure)


def _cut(scan: Scan, ends: Ends, block: Block) -> int:
    """Where the sentence begins in a paragraph that begins with a heading; 0: it does not."""
    text = scan.slice(block).rstrip()
    if block.kind is not Kind.PARA or block.indent or not prose.begins_upper(text):
        return 0
    if not (prose.ends_sentence(text) or prose.ends_colon(text)):
        return 0
    small = small_words(ends.lang)
    words = list(_WORD.finditer(text, 0, _LONGEST + _BEYOND))
    if words[0].group().lower() in small:
        return 0
    for index in range(1, len(words)):
        cut = words[index].start()
        title, rest = text[:cut].strip(), text[cut:]
        if cut > _LONGEST or len(rest) < _LEAST or not _TITLE.fullmatch(title):
            return 0
        if not prose.begins_upper(rest) or prose.open_word(title, scan.lang):
            continue
        if ends.sentence(words, index, title, rest) or _speaks(title, rest, small):
            return cut
    return 0


def _speaks(title: str, rest: str, small: frozenset[str]) -> bool:
    """Whether a sentence begins with what its heading is about: "Boats A boat is", "Nets of the guild The nets"."""
    first, *after = rest.split(maxsplit=3)[:3]
    if first != first.capitalize() or not (first.lower() in small or first.lower() in _ARTICLES):
        return False
    stems = {word[:_STEM].casefold() for word in re.findall(r"[^\W\d_]+", title) if len(word) >= _STEM}
    return any(word[:1].islower() and word[:_STEM].casefold() in stems for word in after)


def _level(headings: Sequence[Block], block: Block) -> int:
    """The level that most headings below chapters have, for the smallest letters are those that are lost; else one
    below the heading above."""
    often = Counter(other.level for other in headings if other.level > _CHAPTER)
    place = bisect_left([other.start for other in headings], block.start)
    above = headings[place - 1].level if place else 1
    usual = min(often, key=lambda level: (-often[level], level), default=above + 1)
    return max(_CHAPTER, min(usual, above + 1))


RULE = Rule(
    "joined-headings", "Parts headings without a number from the paragraphs into which they were run.", find,
    after="glued-headings",
)
