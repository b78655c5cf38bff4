# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which case a matter comes out how, in French, German, Spanish and Arabic: "is paid on unless you move" is "stops
if you move", and not "stops if you do not move"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import outcomes as words
from pipeline.plain.lexicon.cases import LACKS
from pipeline.plain.statements.beads import within
from pipeline.plain.statements.outcomes import Outcome, matters, outcomes
from pipeline.plain.statements.pair import Pair
from pipeline.plain.text.clauses import beginnings
from pipeline.plain.text.phrase_tables import compiled, find
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import WORD, language

END = re.compile(r"[.;:!?؟،؛,](?:\s|$)")
ONE = ("lost", "added")


@dataclass(frozen=True, slots=True)
class Cased:
    """How a matter comes out in a case: the outcome, where the case stands, whether the case is denied, and the stems
    that it is about."""

    outcome: Outcome
    start: int
    end: int
    denied: bool
    roots: frozenset[str]

    @property
    def so(self) -> bool:
        """How it comes out where the case is given without its denial."""
        return self.outcome.so != self.denied


def compare_turned_cases(pair: Pair) -> Iterator[Difference]:
    """At most one matter that comes out the other way in the same case, said with one word of the case at least."""
    for matter in matters(language(pair.lang)):
        ours, theirs = (_cased(pair, side, matter) for side in (0, 1))
        if len(ours) != 1 or len(theirs) != 1:
            continue
        was, now = ours[0], theirs[0]
        together = within(now.outcome.start, pair.beads.beside(0, was.outcome.start)[1])
        if was.so != now.so and was.roots & now.roots and together:
            note = "In this case it comes out the other way round."
            yield Difference("negation", "exchanged", was.outcome.text, now.outcome.text, note)
            return


def case_turned(one: Difference, pair: Pair) -> bool:
    """Whether a denial that went or came belongs to a case, and the matter comes out the other way in the other text,
    so that both say the same."""
    side = ONE.index(one.change)
    for matter in matters(language(pair.lang)):
        mine = [each for each in _cased(pair, side, matter) if each.start <= one.places[side] < each.end]
        theirs = _cased(pair, 1 - side, matter)
        if len(mine) == len(theirs) == 1 and mine[0].so == theirs[0].so and mine[0].denied != theirs[0].denied:
            return True
    return False


def _cased(pair: Pair, side: int, matter: str) -> list[Cased]:
    """How a matter comes out in the sentences of a text that have one case, and say of none that it is the only one."""
    lang, text = language(pair.lang), pair.text(side)
    found: list[Cased] = []
    for outcome in outcomes(text, lang, matter):
        start, end = sentence_around(text, outcome.start)
        cases = [
            (match, unless) for table, unless in ((words.CONDITION, False), (words.EXCEPTION, True))
            for match in compiled(table[lang]).finditer(text, start, end)
        ]  # fmt: skip
        if len(cases) != 1 or find(text, words.ONLY[lang], start, end):
            continue
        case, unless = cases[0]
        stop = END.search(text, case.end(), end)
        last = stop.start() if stop else end
        denials = len({
            match.start() for table in (words.WIDE, words.NEAR, LACKS)
            for match in compiled(table[lang]).finditer(text, case.end(), last)
        })  # fmt: skip
        about = [match.group() for match in WORD.finditer(text, case.end(), last)]
        roots = frozenset(beginnings(about, pair.data, pair.lang))
        found.append(Cased(outcome, case.start(), last, (denials + unless) % 2 == 1, roots))
    return found
