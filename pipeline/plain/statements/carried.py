# SPDX-License-Identifier: AGPL-3.0-or-later
"""Denials that went or came and that the other text has in a word of its own: "does not lapse", "remains valid"; "may
not be handed over", "handing over is banned". They stay, as notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Cue, cases
from pipeline.plain.lexicon.outcomes import CONDITION
from pipeline.plain.statements.outcomes import same_outcome
from pipeline.plain.statements.pair import Pair
from pipeline.plain.statements.turned_cases import case_turned
from pipeline.plain.statements.turned_round import turned_round
from pipeline.plain.text.clauses import BAN, DUTY, FREE, LEAVE
from pipeline.plain.text.phrase_tables import find
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import language, stem, words

ONE = ("lost", "added")
NEAR = 20  # code points from "even" to a denial
ORDER = "order"  # a command, which keeps a duty


def carried(found: Iterable[Difference], pair: Pair) -> Iterator[Difference]:
    """The differences, those of denials and modals weak where the other text carries them in another way."""
    for one in found:
        if one.weak or language(pair.lang) not in cases.EVERY_CASE:
            yield one
        elif (one.kind == "negation" and one.change in ONE and _denied_there(one, pair)) or (
            one.kind == "modality" and _from_a_case(one, pair)
        ) or (one.kind in ("negation", "modality") and max(one.places) >= 0 and turned_round(one, pair)):
            yield replace(one, weak=True, answered=True)
        else:
            yield one


def _denied_there(one: Difference, pair: Pair) -> bool:
    side = ONE.index(one.change)
    place = one.places[side]
    said = same_outcome(pair, side, place) or case_turned(one, pair)
    return said or _either_way(one, pair) or _in_force(pair, side, place)


def _either_way(one: Difference, pair: Pair) -> bool:
    """Whether a denial of the original only says what does not matter ("even in the absence of a complaint"), and the
    plain text says of it that it holds with it and without it."""
    lang, text = language(pair.lang), pair.text(0)
    if one.change != "lost":
        return False
    start, _ = sentence_around(text, one.places[0])
    before = text[max(start, one.places[0] - NEAR) : one.places[0]]
    return bool(find(before, cases.CONCEDES[lang]) and find(pair.text(1), cases.EITHER_WAY[lang]))


def _in_force(pair: Pair, side: int, place: int) -> bool:
    """Whether a denial belongs to a ban, or to the word that frees of a duty, and the other text has as many."""
    mine, theirs = _forces(pair, side), _forces(pair, 1 - side)
    own = next((force for cue, force in mine if cue.force and cue.start <= place < cue.end), "")
    if own not in (BAN, FREE) or _outside(pair, side, mine) > _outside(pair, 1 - side, theirs):
        return False
    return sum(force == own for _, force in theirs) >= sum(force == own for _, force in mine)


def _outside(pair: Pair, side: int, forces: list[tuple[Cue, str]]) -> int:
    """How many denials of a text belong to no ban and free of no duty."""
    own = [(cue.start, cue.end) for cue, force in forces if force in (BAN, FREE)]
    denials = [one.cue.start for one in pair.negation[side].cues if one.cue.strong]
    return sum(not any(start <= at < end for start, end in own) for at in denials)


def _forces(pair: Pair, side: int) -> list[tuple[Cue, str]]:
    """The modals of a text with their forces, and its commands."""
    cues = [one.cue for one in pair.modality[side].cues if one.cue.force or one.cue.kind == ORDER]
    return [(cue, pair.force(cue, side)) for cue in cues]


def _from_a_case(one: Difference, pair: Pair) -> bool:
    """Whether a modal came that only says the case in which something holds: a duty for what it was bound to ("on
    condition that he proves it", "you must prove it"), a permission for an exception; and what the original demands or
    allows is still there."""
    ours = [force for cue, force in _forces(pair, 0) if cue.force]
    theirs = _forces(pair, 1)
    came = [(cue, force) for cue, force in theirs if force not in ours and one.places[1] in (-1, cue.start)]
    new = {force for _, force in came}
    left = [force for _, force in theirs if force not in new]
    excepted = bool(find(pair.text(0), pair.data.left_out)) and all(
        force == LEAVE and find(pair.text(1), CONDITION[language(pair.lang)], *sentence_around(pair.text(1), cue.start))
        for cue, force in came
    )  # fmt: skip
    if not (ours or excepted) or not came or any(ours.count(force) > left.count(force) for force in set(ours)):
        return False
    return all(_is_case(force, pair, cue.start) for cue, force in came)


def _is_case(force: str, pair: Pair, start: int) -> bool:
    """Whether the original has a case that a force of the plain text may be: what something is bound to, or what it
    does not hold for. A duty that says what stands before the case is none ("may extend it on request", "must then
    extend it")."""
    if force == DUTY:
        case = find(pair.text(0), cases.BINDS[language(pair.lang)])
        return case is not None and _of_case(pair, start, case)
    return force == LEAVE and bool(find(pair.text(0), pair.data.left_out))


def _of_case(pair: Pair, start: int, case: re.Match[str]) -> bool:
    """Whether the sentence of a duty has no more words of what stands before a case than of what stands behind."""
    original, plain = pair.text(0), pair.text(1)
    said = _stems(plain[slice(*sentence_around(plain, start))], pair)
    before, behind = _stems(original[: case.start()], pair), _stems(original[case.end() :], pair)
    return len(said & before) <= len(said & behind)


def _stems(text: str, pair: Pair) -> set[str]:
    return {stem(word, pair.lang) for word in words(text) if word.lower() not in pair.data.function_words}
