# SPDX-License-Identifier: AGPL-3.0-or-later
"""joined-headings: a heading without a number that an extractor ran into the paragraph below stands alone again.

"Mending nets Bring a net to the shed before noon.": no stop is inside, and a word that the text writes small begins
with a capital behind words that are written small. Names are written so too, so no word before it may need another
("of the"), what follows must be a sentence and end as one, and an extractor that does so does it more than once. German
writes only its small words with a capital where a sentence begins ("Netze des Hafens Die Netze sind").
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
_MOST = 6  # words of one whose words a sentence takes up
_SOON = 120  # characters below a heading in which its words are said again
_ARTICLES = ("a", "an")  # no letter that counts, where the next word is the heading's
_TITLE = re.compile(r"[^\W\d_](?:[^\W_]|[ \xa0'’()/&`-])*")
_GERMAN = re.compile(r"[^\W\d_](?:[^\W_]|,(?= )|[ \xa0'’()/&-])*")
_ENDED = re.compile(r"[^\W\d_]{3}[.!?] ")  # a sentence inside a text that a page cut
_WORD = re.compile(r"\S+")
_REASON = "The paragraph begins with a heading: a sentence begins behind it, and no stop is before that."


def find(scan: Scan) -> Iterator[Fix]:
    """Paragraphs that begin with a heading, in an extracted text whose other headings are marked."""
    if not scan.extracted or scan.headed < _MARKED:
        return  # plain text leaves a heading its own line
    ends = scan.once("title ends", Ends)
    found = [(block, cut) for block in scan.blocks if (cut := _cut(scan, ends, block))]
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING]
    for block, cut in found:
        alone = _again(scan.slice(block), cut, small_words(ends.lang))
        sure = 0.91 if len(found) >= _FEWEST or alone else 0.7
        title = scan.slice(block)[:cut].strip()
        now = f"{'#' * _level(headings, block)} {title}{scan.eol}{scan.eol}"
        yield Fix((Edit(block.start, block.body + cut, now),), _REASON, sure)


def _cut(scan: Scan, ends: Ends, block: Block) -> int:
    """Where the sentence begins in a paragraph that begins with a heading; 0: it does not."""
    text = scan.slice(block).rstrip()
    if block.kind is not Kind.PARA or block.indent or not prose.begins_upper(text):
        return 0
    german = ends.lang == "de"  # no heading writes its small words with a capital: it may be long, and have commas
    if not (prose.ends_sentence(text) or prose.ends_colon(text) or (german and _ENDED.search(text))):
        return 0
    small = small_words(ends.lang)
    form, longest = (_GERMAN, _LONGEST + _BEYOND // 2) if german else (_TITLE, _LONGEST)
    words = list(_WORD.finditer(text, 0, _LONGEST + _BEYOND))
    if words[0].group().lower() in small:
        return 0
    for index in range(1, len(words)):
        cut = words[index].start()
        title, rest = text[:cut].strip(), text[cut:]
        if cut > longest or len(rest) < _LEAST or not form.fullmatch(title.rstrip("," * german)):
            return 0
        if not prose.begins_upper(rest) or prose.open_word(title, scan.lang):
            continue
        if ends.sentence(words, index, title, rest):
            return cut
        if not german and (_speaks(title, rest, small) or _takes_up(title, rest)):
            return cut
    return 0


def _speaks(title: str, rest: str, small: frozenset[str]) -> bool:
    """Whether a sentence begins with what its heading is about: "Boats A boat is", "Nets of the guild The nets"."""
    first, *after = rest.split(maxsplit=3)[:3]
    if first != first.capitalize() or not (first.lower() in small or first.lower() in _ARTICLES):
        return False
    stems = {word[:_STEM].casefold() for word in re.findall(r"[^\W\d_]+", title) if len(word) >= _STEM}
    return any(word[:1].islower() and word[:_STEM].casefold() in stems for word in after)


def _again(text: str, cut: int, small: frozenset[str]) -> bool:
    """Whether what stands below a heading says a word of it again, behind one that only begins sentences: "Lamps of the
    mole If a lamp is out"."""
    return prose.first_word(text[cut:]).lower() in small and bool(_stems(text[:cut]) & _stems(text[cut : cut + _SOON]))


def _takes_up(title: str, rest: str) -> bool:
    """Whether a sentence begins with a word of its heading, and has another: "Starting a Guild of Boats Boats that …
    guild". A word alone is said again in any sentence."""
    first, *after = rest[:_SOON].split()
    if not after or not after[0].islower() or not 0 < title.count(" ") < _MOST:
        return False
    own, said = _stems(first), _stems(" ".join(word for word in after if word.strip(",;.:").islower()))
    return bool(own & _stems(title)) and bool((_stems(title) - own) & said)


def _stems(text: str) -> set[str]:
    """The words of a text that have a meaning, without their endings."""
    return {word[:_STEM].casefold() for word in re.findall(r"[^\W\d_]{4,}", text)}


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
