# SPDX-License-Identifier: AGPL-3.0-or-later
"""The meaning guard: what of an original is no longer said, or said otherwise, in its plain text.

It looks at numbers, dates, names, negation, obligation and permission, conditions, quantities and opposite words.
It is necessary and not sufficient: it cannot see that a sentence is wrong in another way, so a person signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.plain import lexicon
from pipeline.plain.balance import changes_force
from pipeline.plain.cues import compare
from pipeline.plain.difference import Difference
from pipeline.plain.evidence import weigh
from pipeline.plain.facts import compare_numbers
from pipeline.plain.force import compare_force
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.named import compare_dates, compare_names
from pipeline.plain.pair import Pair
from pipeline.plain.polarity import compare_negation
from pipeline.plain.propositions import Statements
from pipeline.plain.reading import Reading
from pipeline.plain.sides import Side, prepare
from pipeline.plain.strength import compare_strength
from pipeline.plain.units import compare_codes, compare_units
from pipeline.plain.words import WORD, bare, stem

SEVERAL = 4  # clauses of both texts: with fewer, each modal has at most one that could answer it
DIMENSIONS = ("numbers", "dates", "names", "negation", "modality", "conditions", "quantities", "opposites")


NEXT = 5  # code points: "until the 3rd"
FORMS = frozenset({"", "e", "es", "ed", "d", "ing", "s", "ly"})


@dataclass(frozen=True, slots=True)
class Guarded:
    """What the guard found for one block, and the dimensions that it cannot look at in this language."""

    differences: tuple[Difference, ...]
    not_looked_at: tuple[str, ...]


def guard(original: str, plain: str, lang: str = "en", aliases: Mapping[str, Iterable[str]] | None = None) -> Guarded:
    """The possible changes of meaning between an original and its plain text (both as reading text).

    In: the two texts, their language, and the alias table (name → other forms of it). Order: as DIMENSIONS.
    """
    data = lexicon.of(lang)
    if data is None:
        return Guarded((), DIMENSIONS)
    pair = Pair.of(bare(original), bare(plain), lang, data)
    return Guarded(tuple(weigh(differences(pair, aliases or {}), pair)), not_looked_at(data))


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
    original, plain, beside, skip = before.text, after.text, pair.beside, pair.skip
    yield from compare_numbers(before, after, data, lang)
    yield from compare_codes(before, after)
    yield from compare_units(before, after, data)
    yield from compare_dates(before, after)
    if data.names:
        yield from compare_names(original, plain, lang, aliases)
    told = list(compare_negation(*pair.negation, beside))
    yield from told
    answered = {
        "modality": beside.force_answered, "conditions": beside.condition_answered, "quantities": None,
    }  # fmt: skip
    for dimension, cues in (
        ("modality", data.modality),
        ("conditions", data.conditions),
        ("quantities", data.quantities),
    ):
        own = [_with_dates(one, reading, data) for one, reading in zip(skip, (before, after), strict=True)] if (
            dimension == "conditions"
        ) else skip  # fmt: skip
        sides = [prepare(text, cues, data, lang, one) for text, one in zip((original, plain), own, strict=True)]
        found = list(compare(dimension, sides[0], sides[1], answered[dimension]))
        if dimension == "modality":
            found = found or list(compare_strength(sides[0], sides[1], beside))
            several = len(beside.original) + len(beside.plain) >= SEVERAL
            if several and any(not one.weak for one in found) and not changes_force(sides[0], sides[1], beside):
                found = [replace(one, weak=True) for one in found]
            found = [replace(one, weak=True, answered=True) if _declares(one) else one for one in found]
            found = found or list(compare_force(original, plain, data))
        else:
            turned = dimension == "conditions" and _says(sides[1], "condition") > _says(sides[0], "condition")
            found = [
                replace(one, weak=one.weak or (not turned and _reworded(one, beside))) for one in found
            ]  # fmt: skip
        if dimension == "modality" and all(one.weak for one in told) and not _says_modal(sides[0], data):
            force = {one.cue.force for one in pair.negation[0].cues}
            found = [replace(one, weak=one.weak or _is_denial(one, force, data)) for one in found]
        yield from found
    yield from _opposites(original, plain, data)
    if not told:
        yield from _prefixes(original, plain, lang, data)


def _declares(one: Difference) -> bool:
    """Whether a "shall" went, and nothing came for it: where a text lays down what holds, "is chosen" says as much."""
    return (one.change, one.original) == ("lost", "shall")


def _reworded(one: Difference, beside: Statements) -> bool:
    """Whether a condition or a quantity is gone with the words of its statement: there are as many ways to say it.
    Not where an "if" came, which may stand for an "unless"."""
    return one.change == "lost" and beside.reworded(one.places[0], of_plain=False)


def _says(side: Side, kind: str) -> int:
    return sum(one.cue.kind == kind and one.cue.force > 0 for one in side.cues)


def _says_modal(side: Side, data: Lexicon) -> bool:
    """Whether a text has a modal that denies nothing: then another one is no mere denial."""
    return any(one.cue.strong and not data.negation.find(one.cue.text) for one in side.cues)


def _is_denial(found: Difference, force: set[int], data: Lexicon) -> bool:
    """Whether a modal came that denies, where the original denies in other words: then it may be that denial, which is
    compared as one. "Do not have to" is for a "not" ("no fee is charged"), "must not" for one in a verb or an
    adjective ("is restrained from", "unacceptable"). ``force``: of the denials of the original."""
    cues = data.negation.find(found.plain)
    if found.change == "lost" or not cues:
        return False
    if any(cue.force or cue.kind in ("forbidden", "may not") for cue in data.modality.find(found.original)):
        return False  # a modal proper or a ban was exchanged
    return 2 in force if any(cue.kind == "exempt" for cue in cues) else 1 in force


def _with_dates(known: Sequence[tuple[int, int]], reading: Reading, data: Lexicon) -> list[tuple[int, int]]:
    """The places of bounds, with those of an "until" and the like right before a date, which is compared with it."""
    starts = [day.start for day in reading.days]
    return [*known, *(
        (cue.start, cue.end) for cue in data.conditions.find(reading.text)
        if cue.kind in ("until", "before", "after") and any(0 <= start - cue.end <= NEXT for start in starts)
    )]  # fmt: skip


def _opposites(original: str, plain: str, data: Lexicon) -> Iterator[Difference]:
    """A word that went and its opposite that came, where no negation went or came with them."""
    ours, theirs = ({word.lower(): word for word in WORD.findall(text)} for text in (original, plain))
    went, new = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
    for pair in data.opposites:
        for one, other in (pair, pair[::-1]):
            gone, came = _form(one, went), _form(other, new)
            if not (gone and came) or _form(one, theirs) or _form(other, ours):
                continue
            if not _negated_near(plain, theirs[came], data) and not _negated_near(original, ours[gone], data):
                turned = _strong_denials(original, data) != _strong_denials(plain, data)
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
            yield Difference("negation", "exchanged", was, now)
            return


def _form(base: str, there: Iterable[str]) -> str:
    """A form of a word that stands in a text: "increased" for "increase"."""
    root = base.removesuffix("e")
    return min((w for w in there if w.startswith(root) and w[len(root) :] in FORMS), default="")


def _negated_near(text: str, word: str, data: Lexicon) -> bool:
    at = text.find(word)
    return any(-10 <= at - cue.end <= 30 for cue in data.negation.find(text) if cue.strong)
