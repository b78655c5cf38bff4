# SPDX-License-Identifier: AGPL-3.0-or-later
"""articles: the number of a law's article that an extractor took for an item's, or ran into the text, heads it again.

"- Artículo 3 El contrato…" is a heading and a paragraph where the articles of the text have no names: then most go on
with a word that only begins a sentence, or others are headings that are nothing but their number. Where they have
names, the bullet goes, and run-in headings are parted later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.lists.outdent import outdented
from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.hyphens import language
from pipeline.clean.reading.scan import Block, Kind, Scan
from pipeline.clean.reading.small_words import small_words

_LABEL = re.compile(
    r"[*_]{0,2}(?P<word>(?i:art[ií]c(?:le|ulo|olo)|artigo|artikel|art\.|§))[ \t\xa0]*"
    r"(?:[A-Z]{1,2}\.?[ \t\xa0]?\*?)?(?P<number>\d{1,4}(?:[.-]\d{1,3})*)"
    r"(?:\s?(?:er|re|[ºª°o])(?!\w))?(?:(?:\s?(?:(?i:bis|ter|quater)|[a-z])|[A-Z])(?!\w))?\.?[*_]{0,2}(?=\s|$)"
)
_PART = re.compile(r"[*_]{0,2}[^\W\d_]{3,14}\s+(?:\d{1,3}|[IVXLC]{1,6}(?:er|re)?)\b")
_FEWEST = 3  # articles of a text that are no headings
_ALONE = 2  # headings that are nothing but their number, before others are known to be
_NAMED = 0.5  # of those with text behind: so many begin a sentence there where articles have no names
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _Article:
    """A block that begins with an article's number: what it is called, its number, where its text begins."""

    block: Block
    word: str
    number: tuple[int, ...]
    label: str
    text: int

    @property
    def run_in(self) -> bool:
        """Whether text stands behind its number, in a paragraph; one that stands alone is judged as other lines are."""
        return self.block.kind is Kind.PARA and self.text < self.block.end


def find(scan: Scan) -> Iterator[Fix]:
    """Articles that stand as items, or with their text in one paragraph."""
    if not scan.extracted or plain.shape(scan) is not None:
        return  # an author may list articles; in plain text all headings are found at once
    found = [article for block in scan.blocks if (article := _article(scan, block))]
    for word in dict.fromkeys(article.word for article in found):
        series = [article for article in found if article.word == word]
        loose = [article for article in series if article.block.kind is Kind.ITEM or article.run_in]
        bare = _bare(series)
        if (len(loose) < _FEWEST and not bare) or not loose or not _counting(series):
            continue
        said = len(loose) >= _FEWEST and _nameless(scan, loose) and not _stopped(loose)
        levels = Counter(article.block.level for article in series if article.block.kind is Kind.HEADING)
        usual = levels.most_common(1)[0][0] if levels else 0
        for article in _beside(series, loose) if bare and not said else loose:
            if bare or said:
                yield _headed(scan, article, usual)
            elif article.block.kind is Kind.ITEM:
                edit = Edit(article.block.start, article.block.body, _apart(scan, article.block))
                yield Fix((edit,), "A bullet stands before the number of an article.", 0.92)


def _article(scan: Scan, block: Block) -> _Article | None:
    """The article with whose number a block begins; what goes on small only cites it.

    A line of its own, or one set in bold, is judged by the rules for such lines.
    """
    if block.kind not in (Kind.PARA, Kind.HEADING) and not block.bulleted:
        return None
    text = scan.slice(block)
    label = _LABEL.match(text)
    if not label or block.indent > 3:
        return None
    rest = text[label.end() :].strip()
    apart = block.kind is Kind.PARA and ("\n" in text[label.end() :][:2] or text[0] in "*_")
    if apart or (rest and not (prose.begins_upper(rest) or prose.caseless(rest))):
        return None
    number = tuple(int(part) for part in re.split(r"[.-]", label.group("number")))
    at = block.body + len(text) - len(text[label.end() :].lstrip())
    return _Article(block, label.group("word").casefold(), number, label.group(), at)


def _counting(series: Sequence[_Article]) -> bool:
    """Whether the numbers go up from one to the next, but for a few that begin anew."""
    steps = [after.number > before.number or after.number[-1] == 1 for before, after in pairwise(series)]
    return sum(steps) * 10 >= len(steps) * 9


def _bare(series: Sequence[_Article]) -> bool:
    """Whether most of the articles that are headings, and two at least, are nothing but their number."""
    heads = [article for article in series if article.block.kind is Kind.HEADING]
    alone = sum(article.text >= article.block.end for article in heads)
    return alone >= _ALONE and alone * 2 > len(heads)


def _beside(series: Sequence[_Article], loose: Sequence[_Article]) -> list[_Article]:
    """Those that stand right before or after one in the count: a text cites its articles, too."""
    near = set()
    for above, below in pairwise(series):
        if above.number[:-1] == below.number[:-1] and above.number[-1] + 1 == below.number[-1]:
            near |= {above.block.start, below.block.start}
    return [article for article in loose if article.block.start in near]


def _nameless(scan: Scan, loose: Sequence[_Article]) -> bool:
    """Whether sentences follow the numbers, and no names of articles."""
    small = small_words(language(scan))
    rests = [scan.text[article.text : article.block.end] for article in loose]
    words = [prose.first_word(rest).casefold() for rest in rests if rest.strip()]
    return sum(word in small for word in words) >= len(words) * _NAMED


def _stopped(loose: Sequence[_Article]) -> bool:
    """Whether most numbers end with a stop ("Art. 3. The keeper…"): so a paragraph begins, and no heading ends."""
    return sum(article.label.rstrip("*_").endswith(".") for article in loose) * 2 > len(loose)


def _headed(scan: Scan, article: _Article, usual: int) -> Fix:
    """The number on a line of its own, on the level of its like, or one below the heading that it stands under."""
    headings = scan.once("headings", _headings)
    place = bisect_left(headings, article.block.start, key=lambda block: block.start)
    level = usual or (_below(scan, headings[place - 1], article) if place else 2)
    label = article.label.strip("*_")
    rest = article.text < article.block.end
    now = f"{_apart(scan, article.block)}{'#' * level} {label}" + (scan.eol * 2 if rest else "")
    reason = "An article's number heads its text, as the numbers of the others do."
    return Fix((Edit(article.block.start, article.text, now), *outdented(scan, article.block)), reason, 0.92)


def _headings(scan: Scan) -> list[Block]:
    return [block for block in scan.blocks if block.kind is Kind.HEADING]


def _below(scan: Scan, above: Block, article: _Article) -> int:
    """The level of an article under a heading: one below a title or a numbered part, beside a preamble with text."""
    holds = above.level == 1 or _PART.match(scan.slice(above)) or not scan.text[above.end : article.block.start].strip()
    return min(_DEEPEST, above.level + 1) if holds else above.level


def _apart(scan: Scan, block: Block) -> str:
    """What parts a block from a line of text right above it."""
    apart = scan.break_above(block.start)
    return apart if apart and scan.line_at(block.start - 1).kind is not Kind.HEADING else ""


RULE = Rule(
    "articles", "Makes headings of articles' numbers that stand as items, or in one line with the text.", find,
    after="clauses",
)
