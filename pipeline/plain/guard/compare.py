# SPDX-License-Identifier: AGPL-3.0-or-later
"""The meaning guard: what of an original is no longer said, or said otherwise, in its plain text.

It looks at numbers, dates, names, negation, obligation and permission, conditions, quantities and opposite words.
It is necessary and not sufficient: it cannot see that a sentence is wrong in another way, so a person signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.plain import lexicon
from pipeline.plain.difference import Difference
from pipeline.plain.facts.compare import compare_numbers
from pipeline.plain.facts.named import compare_dates, compare_names
from pipeline.plain.facts.units import compare_codes
from pipeline.plain.guard.evidence import weigh
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.statements.carried import carried
from pipeline.plain.statements.cases import compare_cases
from pipeline.plain.statements.converse import from_the_other_end
from pipeline.plain.statements.lacking import compare_lacking
from pipeline.plain.statements.one_force import compare_at_will, compare_one_force
from pipeline.plain.statements.opposite_cases import compare_opposite_cases
from pipeline.plain.statements.other_events import compare_other_events
from pipeline.plain.statements.outcomes import compare_outcomes
from pipeline.plain.statements.pair import Pair
from pipeline.plain.statements.rules import statements
from pipeline.plain.statements.scope import scope
from pipeline.plain.statements.taken_in import compare_taken_in
from pipeline.plain.statements.turned_cases import compare_turned_cases
from pipeline.plain.words import WORD, bare, stem

if TYPE_CHECKING:
    from pipeline.tools.pair_reader import PairReader

DIMENSIONS = ("numbers", "dates", "names", "negation", "modality", "conditions", "quantities", "opposites")
FORMS = frozenset({"", "e", "es", "ed", "d", "ing", "s", "ly", "est"})


@dataclass(frozen=True, slots=True)
class Guarded:
    """What the guard found for one block, and the dimensions that it cannot look at in this language."""

    differences: tuple[Difference, ...]
    not_looked_at: tuple[str, ...]


def guard(
    original: str, plain: str, lang: str = "en", aliases: Mapping[str, Iterable[str]] | None = None,
    reader: PairReader | None = None,
) -> Guarded:  # fmt: skip
    """The possible changes of meaning between an original and its plain text (both as reading text).

    In: the two texts, their language, the alias table (name → other forms of it), and the reader of pairs that is
    asked besides (None: evidence is weighed without). Order: as DIMENSIONS.
    """
    data = lexicon.of(lang)
    if data is None:
        return Guarded((), DIMENSIONS)
    pair = Pair.of(bare(original), bare(plain), lang, data)
    found = tuple(carried(weigh(differences(pair, aliases or {}), pair, reader), pair))
    return Guarded((*found, *scope(pair, found)), not_looked_at(data))


def not_looked_at(data: Lexicon) -> tuple[str, ...]:
    """The dimensions for which a language has no data."""
    there = {
        "numbers": True, "dates": bool(data.months), "names": data.names, "opposites": bool(data.opposites),
        "negation": bool(data.negation.strong), "modality": bool(data.modality.strong),
        "conditions": bool(data.conditions.strong), "quantities": bool(data.quantities.strong),
    }  # fmt: skip
    return tuple(dimension for dimension in DIMENSIONS if not there[dimension])


def differences(pair: Pair, aliases: Mapping[str, Iterable[str]]) -> Iterator[Difference]:
    """What the rules tell of two texts, before it is weighed."""
    (before, after), data, lang = pair.readings, pair.data, pair.lang
    yield from compare_numbers(before, after, data, lang)
    yield from compare_codes(before, after)
    yield from compare_dates(before, after, data)
    if data.names:
        yield from compare_names(before.text, after.text, lang, aliases)
    told = list(statements(pair))
    yield from told
    yield from compare_taken_in(pair)
    yield from compare_outcomes(pair)
    yield from compare_opposite_cases(pair)
    if lang != "en":  # the table of evidence is that of English
        yield from compare_one_force(pair)
        yield from compare_at_will(pair)
        yield from compare_turned_cases(pair)
        yield from compare_cases(pair)
        yield from compare_lacking(pair)
        yield from compare_other_events(pair)
    yield from _opposites(before.text, after.text, data, lang)
    if not any(one.kind == "negation" for one in told):
        yield from _prefixes(before.text, after.text, lang, data)


def _opposites(original: str, plain: str, data: Lexicon, lang: str) -> Iterator[Difference]:
    """A word that went and its opposite that came, where no negation went or came with them."""
    ours, theirs = ({word.lower(): word for word in WORD.findall(text)} for text in (original, plain))
    went, new = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
    for pair in data.opposites:
        for one, other in (pair, pair[::-1]):
            gone, came = _form(one, went), _form(other, new)
            if not (gone and came) or _form(one, theirs.keys()) or _form(other, ours.keys()):
                continue
            if not _negated_near(plain, theirs[came], data) and not _negated_near(original, ours[gone], data):
                turned = _strong_denials(original, data) != _strong_denials(plain, data)
                said = ours[gone], theirs[came]
                turned = turned or from_the_other_end(pair, (original, plain), said, data, lang)
                yield Difference("opposites", "exchanged", ours[gone], theirs[came], weak=turned)


def _strong_denials(text: str, data: Lexicon) -> int:
    """How often a text denies outright. Where two texts do so unlike, a sentence may have been turned round, its
    opposite word with it ("cannot begin before it ends", "can only start after it")."""
    return sum(cue.strong for cue in data.negation.find(text))


def _prefixes(original: str, plain: str, lang: str, data: Lexicon) -> Iterator[Difference]:
    """A word with a denying prefix on one side and the same word without it on the other: "undeclared", "declared".
    Not where a negation stands near, which says the same in two words."""
    ours, theirs = ({stem(word.lower(), lang): word for word in WORD.findall(text)} for text in (original, plain))
    for here, there, texts in ((ours, theirs, (original, plain)), (theirs, ours, (plain, original))):
        for root, word in sorted(here.items()):
            denied = data.prefix.fullmatch(word) if data.prefix else None
            base = stem(denied[1].lower(), lang) if denied else ""
            if (
                not denied
                or root in there
                or base not in there
                or base in here
                or len(there[base]) < len(denied[1]) - 2
            ):
                continue
            if _negated_near(texts[1], there[base], data) or _negated_near(texts[0], word, data):
                continue
            was, now = (word, there[base]) if here is ours else (there[base], word)
            # "Is unpaid", "is paid every month. If you do not pay it": the other text denies more often.
            denied_there = _strong_denials(texts[1], data) > _strong_denials(texts[0], data)
            yield Difference("negation", "exchanged", was, now, weak=denied_there)
            return


def _form(base: str, there: Set[str]) -> str:
    """A form of a word that stands in a text: "increased" for "increase"."""
    return min(_forms(base) & there, default="")


@lru_cache(maxsize=1024)
def _forms(base: str) -> frozenset[str]:
    root = base.removesuffix("e")
    return frozenset(root + form for form in FORMS)


def _negated_near(text: str, word: str, data: Lexicon) -> bool:
    at = text.find(word)
    return any(-10 <= at - cue.end <= 30 for cue in data.negation.find(text) if cue.strong)
