# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the rules tell of denials, modals, conditions and quantities in two texts, before it is weighed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.statements.balance import changes_force
from pipeline.plain.statements.cues import compare
from pipeline.plain.statements.force import compare_force
from pipeline.plain.statements.pair import Pair
from pipeline.plain.statements.polarity import compare_negation
from pipeline.plain.statements.propositions import Statements
from pipeline.plain.statements.strength import compare_strength
from pipeline.plain.text.sides import Side

SEVERAL = 4  # clauses of both texts: with fewer, each modal has at most one that could answer it


def statements(pair: Pair) -> Iterator[Difference]:
    """What the rules tell of denials, modals, conditions and quantities."""
    (before, after), data, beside = pair.readings, pair.data, pair.beside
    original, plain = before.text, after.text
    told = list(compare_negation(*pair.negation, beside))
    yield from told
    for dimension, sides, answered in (
        ("modality", pair.modality, beside.force_answered),
        ("conditions", pair.conditions, beside.condition_answered),
        ("quantities", pair.quantities, None),
    ):
        found = list(compare(dimension, sides[0], sides[1], answered))
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
