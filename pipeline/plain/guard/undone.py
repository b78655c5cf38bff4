# SPDX-License-Identifier: AGPL-3.0-or-later
"""What would be told if a difference were undone: a change of one word leaves a text that fits its original better
without it. What only belongs to another wording is missed once it is taken away: what answered for it stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.guard.uncarried import uncarried
from pipeline.plain.lexicon import Cue
from pipeline.plain.statements.pair import Pair, clipped
from pipeline.plain.statements.rules import statements

WITHOUT = {
    "cannot": "can", "without": "with", "ohne": "mit", "sans": "avec", "sin": "con", "nobody": "everybody",
    "no one": "everyone", "nothing": "something", "kein": "ein", "keine": "eine", "keinen": "einen", "keiner": "einer",
    "instead of": "for",
}  # fmt: skip
COUNTED = ("strong", "weak", "un", "left")
MOST, MOST_OF_ALL = 2, 3  # how far a sign goes


def bounds_of(told: Counter[str] | None) -> dict[str, tuple[int, int]]:
    """The signs, each with the least and the most that it can be. ``told``: the tally of the two texts, if known."""
    most_of = {name: MOST if told is None else min(MOST, told[name]) for name in COUNTED}
    every = MOST_OF_ALL if told is None else min(MOST_OF_ALL, told.total())
    return {
        **{f"undone {name}": (-MOST, most) for name, most in most_of.items()},
        "undone all": (-MOST_OF_ALL, every), "undone left over": (0, MOST_OF_ALL),
    }  # fmt: skip


def tally(pair: Pair) -> Counter[str]:
    """How much is told of denials, modals, conditions and quantities: strong, weak, what no rule tells, and
    denials that nothing answers."""
    told = list(statements(pair))
    return Counter(
        strong=sum(not one.weak for one in told),
        weak=sum(one.weak for one in told),
        un=sum(1 for _ in uncarried(told, pair)),
        left=sum(
            one.cue.strong and one.cue.start not in pair.partners[side]
            for side in (0, 1) for one in pair.negation[side].cues
        ),
    )  # fmt: skip


def undoing(found: Difference, pair: Pair, before: Counter[str]) -> dict[str, float]:
    """The signs of what is told less once a difference is undone. ``before``: the tally of the two texts."""
    other = undone(found, pair)
    if other is None:
        return {}
    after = tally(other)
    return {
        **{f"undone {name}": clipped(before[name] - after[name], MOST) for name in COUNTED},
        "undone all": clipped(before.total() - after.total(), MOST_OF_ALL),
        "undone left over": clipped(after["strong"], MOST_OF_ALL),
    }


def undone(found: Difference, pair: Pair) -> Pair | None:
    """The two texts without a difference: what came is taken out of the plain text, what is gone out of the original;
    what was exchanged is put back. None where its place is not known."""
    side = 1 if found.change != "lost" else 0
    at = found.places[side]
    if at < 0:
        return None
    text = pair.text(side)
    cue = cue_at(at, pair, side)
    end = cue.end if cue else at + len(found.plain if side else found.original)
    other = found.original if found.change == "exchanged" else _bare(text[at:end], pair)
    now = f"{text[:at]}{other}{text[end:]}" if other else f"{text[:at].rstrip()} {text[end:].lstrip()}"
    texts = (now, pair.text(1)) if side == 0 else (pair.text(0), now)
    return Pair.of(*texts, pair.lang, pair.data)


def _bare(word: str, pair: Pair) -> str:
    """A word without its denial; "" where nothing is left of it."""
    low = word.lower()
    if low in WITHOUT:
        return WITHOUT[low]
    if low.endswith(("n't", "n’t")):
        return word[:-3]
    prefixed = pair.data.prefix.fullmatch(word) if pair.data.prefix else None
    return prefixed[1] if prefixed else ""


def cue_at(at: int, pair: Pair, side: int) -> Cue | None:
    """The denial or modal of a text that begins at a place."""
    cues: Sequence[Cue] = [one.cue for one in (*pair.negation[side].cues, *pair.modality[side].cues)]
    return next((cue for cue in cues if cue.start == at), None)
