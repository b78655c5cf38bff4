# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader of pairs says of two texts as wholes, beside what the rules say of their words.

It moves the line: where it reads both as one, more evidence is asked of a difference; where it reads a change, less.
Where it is sure of one and nothing else is told, that is told of the sentences that it is surest of. How much it
moves it is fitted for each reader by itself (``tests/plain/fit_line.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import exp, log
from typing import TYPE_CHECKING

from pipeline.plain.difference import Difference
from pipeline.plain.statements.pair import Pair
from pipeline.plain.words import WORD, language
from pipeline.tools import pair_reader

if TYPE_CHECKING:
    from pipeline.tools.pair_reader import PairReader, Reading

OTHERWISE = "otherwise"  # the change that is told where no word of it is known
KINDS = {"number": "numbers", "negation": "negation", "modality": "modality"}  # of the reader, and of the guard
TOLD_IN = {
    "numbers": ("quantities", "conditions"), "negation": ("negation", "conditions", "quantities"),
    "modality": ("modality", "negation"),
}  # fmt: skip
MOST_WORDS = 170  # of a text; a longer one is not read whole
MOST, LEAST = 8.0, 1e-6  # log odds of the reader beyond which it says no more; chance of a change that is none
NOTHING = 4.0  # log odds against a change where no rule tells a difference


@dataclass(frozen=True, slots=True)
class Line:
    """How a reader moves the line: what each of its odds weighs by one of the evidence, and where the line is drawn; by
    how much it speaks against a change at most, so that what the rules are surer of is told; and the log odds for one
    from which on it is told where nothing else is."""

    signs: Mapping[str, float]
    shift: float
    against: float
    alone: float


ENGLISH = Line({"number": -1.03, "negation": 1.58, "modality": 0.94, "changed": 3.63}, -7.0, 4.0, 5.5)
OTHERS = Line({"number": -0.21, "negation": 1.17, "modality": 0.48, "changed": 0.99}, 0.44, 2.5, 5.4)
LINES = dict.fromkeys(pair_reader.ENGLISH.languages, ENGLISH) | dict.fromkeys(pair_reader.OTHERS.languages, OTHERS)


@dataclass(frozen=True, slots=True)
class Read:
    """What speaks for a change by the reading of two texts, in log odds of the evidence, and of which kind it is;
    whether it is sure that there is none; whether it is sure enough of one to tell it alone."""

    more: float
    kind: str
    same: bool = False
    alone: bool = False

    def speaks(self, kind: str, flagged: Collection[str]) -> float:
        """What it adds to the evidence of a difference of a kind. It speaks for one that it may be, and where a change
        is told already for no second one."""
        return min(self.more, 0.0) if flagged or kind not in TOLD_IN[self.kind] else self.more


UNREAD = Read(0.0, "negation")


def looks_at(lang: str) -> bool:
    """Whether a reader of pairs knows a language."""
    return language(lang) in LINES


def reading_of(pair: Pair, reader: PairReader) -> Read:
    """The reading of two texts; UNREAD where they are one, or one of them is too long to be read whole."""
    texts = pair.text(0), pair.text(1)
    if texts[0] == texts[1] or any(not text.strip() or len(WORD.findall(text)) > MOST_WORDS for text in texts):
        return UNREAD
    return _weighed(reader.read(*texts), LINES[language(pair.lang)])


def odds_of(read: Reading) -> dict[str, float]:
    """The odds of each kind of change, and of any, against none (in logs)."""
    odds = {name: getattr(read, name) - read.faithful for name in KINDS}
    odds["changed"] = log(max(LEAST, 1 - exp(read.faithful))) - read.faithful
    return {name: max(-MOST, min(MOST, value)) for name, value in odds.items()}


def _weighed(read: Reading, line: Line) -> Read:
    odds = odds_of(read)
    likeliest = max(KINDS, key=odds.__getitem__)
    more = line.shift + sum(weight * odds[name] for name, weight in line.signs.items())
    return Read(max(-line.against, more), KINDS[likeliest], more <= -line.against, more >= line.alone)


def alone(read: Read, pair: Pair, reader: PairReader) -> Iterator[Difference]:
    """The change that only the reader sees, where it is sure: of the sentences that it is surest of."""
    if not read.alone:
        return
    line = LINES[language(pair.lang)]
    beads = list(_beads(pair))
    surest = max(beads, key=lambda bead: _weighed(reader.read(*bead), line).more) if len(beads) > 1 else beads[0]
    yield Difference(read.kind, OTHERWISE, *surest)


def _beads(pair: Pair) -> Iterator[tuple[str, str]]:
    """Each sentence of the original that the plain text says, with the sentences that say it."""
    spans = pair.beads.spans
    order = sorted(zip(pair.beads.origins, spans[1], strict=True))
    for origin, those in groupby(order, key=lambda one: one[0]):
        start, end = spans[0][origin]
        said = " ".join(pair.text(1)[first:last].strip() for _, (first, last) in those)
        yield pair.text(0)[start:end].strip(), said
