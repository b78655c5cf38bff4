# SPDX-License-Identifier: AGPL-3.0-or-later
"""Statements that were turned round, in French, German, Spanish and Arabic: what is said with two denials, of which one
belongs to a case ("nobody may row without a card", "who has no card is not let in"), and with none by what is needed
for it ("you need a card to row"); and what befalls who has not done something in time ("boats that are not fetched are
sold", "Fetch your boat. After that it is sold"). English has its statements side by side in ``propositions``."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import turned
from pipeline.plain.lexicon.outcomes import ONLY
from pipeline.plain.statements.beads import Span, within
from pipeline.plain.statements.pair import Pair
from pipeline.plain.statements.polarity import goes_with
from pipeline.plain.text.clauses import BAN, DUTY, FREE, LEAVE
from pipeline.plain.text.phrase_tables import compiled, find
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import language

DUTIES = frozenset(("obligation", "order"))
TURNING = frozenset((BAN, DUTY, LEAVE))


def turned_round(one: Difference, pair: Pair) -> bool:
    """Whether a difference of denials or forces only says that a statement was turned round."""
    lang = language(pair.lang)
    if lang not in turned.NEEDS:
        return False
    if one.kind == "negation" and one.change == "lost" and _too_late(pair, one.places[0], lang):
        return True
    return any(_needed_instead(one, pair, side, lang) for side in (0, 1))


def turned_twice(pair: Pair, side: int, place: int) -> bool:
    """Whether the sentence around a place denies twice, and the other text says what is needed instead."""
    lang, span = language(pair.lang), sentence_around(pair.text(side), place)
    return lang in turned.NEEDS and denies_twice(pair, side, span, lang) and bool(needed(pair, side, span, lang))


def _needed_instead(one: Difference, pair: Pair, side: int, lang: str) -> bool:
    """Whether a difference stands in a sentence that denies twice on one side, and the other side says there what is
    needed, and denies nothing."""
    there = 1 - side
    if one.places[side] < 0:
        spans = (pair.beads.beside(there, one.places[there])[1]) if one.places[there] >= 0 else ()
        barred = next((span for span in spans if denies_twice(pair, side, span, lang)), None)
    else:
        span = sentence_around(pair.text(side), one.places[side])
        barred = span if denies_twice(pair, side, span, lang) else None
    if barred is None:
        return False
    instead = needed(pair, side, barred, lang)
    return bool(instead) and (one.kind != "modality" or _turns(one, pair, side, instead))


def _turns(one: Difference, pair: Pair, side: int, spans: Sequence[Span]) -> bool:
    """Whether a difference of force is one between a ban and what is said where the other text says what is needed."""
    there = one.places[1 - side]
    forces = [
        {pair.force(each.cue, at) for each in pair.modality[at].cues if each.cue.start == one.places[at] >= 0}
        for at in (side, 1 - side)
    ]  # fmt: skip
    return forces[0] <= {BAN} and forces[1] <= TURNING and (there < 0 or within(there, spans))


def denies_twice(pair: Pair, side: int, span: Span, lang: str) -> bool:
    """Whether a sentence denies twice at least, and has a case."""
    return denials(pair, side, span, lang) > 1 and any(
        find(pair.text(side), table[lang], *span) for table in (turned.CASES, turned.HALVES, turned.ALONE)
    )


def denials(pair: Pair, side: int, span: Span, lang: str) -> int:
    """How often a sentence denies: outright, by a word that refuses, or by what falls short of a number."""
    start, end = span
    strong = [one.cue for one in pair.negation[side].cues if one.cue.strong and start <= one.cue.start < end]
    alone = [cue for at, cue in enumerate(strong) if not (at and goes_with(cue.text, strong[at - 1].text))]
    refuses = [
        match for match in compiled(turned.REFUSES[lang]).finditer(pair.text(side), start, end)
        if not any(cue.start <= match.start() < cue.end for cue in strong)
    ]  # fmt: skip
    less = sum(one.bound == "less than" and start <= one.start < end for one in pair.readings[side].numbers)
    many = len(alone) + len(refuses) + less
    places = [*(cue.start for cue in alone), *(match.start() for match in refuses)]
    return many + (many % 2 and any(_halved(pair.text(side), at, end, lang) for at in places))


def _halved(text: str, denial: int, end: int, lang: str) -> bool:
    """Whether the clause of a denial says behind it what makes an "only" of it: "not before", "not more than once"."""
    start, _ = sentence_around(text, denial)
    half = find(text, turned.HALVES[lang], denial, end) or find(text, turned.ALONE[lang], start, end)
    between = slice(*sorted((denial, half.start()))) if half else slice(0)
    return half is not None and not set(",;:،؛") & set(text[between])


def needed(pair: Pair, side: int, span: Span, lang: str) -> list[Span]:
    """The sentences of the other text that say what is needed and deny less often, by an even number."""
    there, text = 1 - side, pair.text(1 - side)
    many = denials(pair, side, span, lang)
    bans = {
        one.after[0] for one in pair.modality[side].cues
        if one.after and span[0] <= one.cue.start < span[1] and pair.force(one.cue, side) == BAN
    }  # fmt: skip
    beside = pair.beads.beside(side, span[0])[1]
    if any(force == FREE for _, force in pair.forces(there, beside)):
        return []
    found: list[Span] = []
    for start, end in beside:
        less = many - denials(pair, there, (start, end), lang)
        if less < 1 or less % 2:
            continue
        duties = [
            one for one in pair.modality[there].cues
            if start <= one.cue.start < end and one.cue.kind in DUTIES and (one.cue.force or one.cue.kind == "order")
        ]  # fmt: skip
        only = find(text, ONLY[lang], start, end)
        if only and compiled(turned.HALVES[lang]).fullmatch(only.group()):
            only = None  # "until we tell you" says no more than the original does
        if only or any(not bans & set(one.after[:1]) for one in duties) or any(
            find(text, table[lang], start, end) for table in (turned.NEEDS, turned.WAITS)
        ):
            found.append((start, end))
    return found


def _too_late(pair: Pair, place: int, lang: str) -> bool:
    """Whether a denial of the original belongs to a case, and the plain text asks for it first and says what comes
    afterwards."""
    original, plain = pair.text(0), pair.text(1)
    start, end = sentence_around(original, place)
    cased = (
        find(original, turned.CASES[lang], start, place) or find(original, turned.CASES[lang], place, end)
        or compiled(turned.DENIED_PARTICIPLES[lang]).match(original, place)
    )  # fmt: skip
    asked = any(one.cue.kind in (*DUTIES, "time") for one in pair.modality[1].cues)
    return bool(cased and asked and find(plain, turned.AFTERWARDS[lang]))
