# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fits ``evidence.tsv`` of ``pipeline/plain/lexicon``: what each sign of a change weighs.

    python -m tests.plain.fit_evidence [--judge]

A logistic regression with a penalty on the squares of the weights, by Newton's method. Of a changed pair one
difference is the change, and the others come with the wording; which one is not known, so each counts by how likely it
is, and that is computed again after each fit. With ``--judge`` each set is left out in turn, and the figures of all
that were left out are printed for several places of the line: what is to be expected on sentences that nobody
prepared. Nothing is written.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from math import exp, log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.plain.evidence_examples import FRESH, KINDS, LONG, PROGRAM, SHORT, Example, Signs, examples

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]

LEXICON = Path(__file__).parents[2] / "pipeline" / "plain" / "lexicon"
BY_PROGRAM = 0.2  # what a change by program counts beside one by hand: there are many, and all are alike
PENALTY = 2.5
ROUNDS, STEPS, AGAIN = 4, 6, 3  # how often the changes are looked for anew; steps of the first round, of the others
SHARP = 8.0
LINE = 0.65  # how certain a difference must be, before the intercept is moved there
SELDOM = 20  # differences: a sign that fewer have is left out
LITTLE = 0.01  # so is one whose weight, by how much it varies, is less than that
HEADER = """# What each sign of a change of meaning weighs (pipeline/plain/guard/signs.py), in log odds.
# Fitted by tests/plain/fit_evidence.py. The intercept holds where the line between strong and weak is drawn.
"""


def fit(found: Sequence[Example], names: Sequence[str]) -> dict[str, float]:
    """The weights of the signs of these names; "" is the intercept."""
    rows = [(number, own) for number, example in enumerate(found) for own in example.signs]
    places = {name: at for at, name in enumerate(names, 1)}
    signs = np.zeros((len(rows), len(names) + 1))
    signs[:, 0] = 1
    for at, (_, own) in enumerate(rows):
        for name in own.keys() & places.keys():
            signs[at, places[name]] = own[name]
    of = np.array([number for number, _ in rows])
    faithful = np.array([found[number].kind == "faithful" for number, _ in rows])
    counts = np.array([BY_PROGRAM if found[number].kind.endswith(PROGRAM) else 1.0 for number, _ in rows])
    chances = np.array([0.3 if any(name.endswith("by statement") for name in own) else 0.6 for _, own in rows])
    weights = np.zeros(signs.shape[1])
    for number in range(ROUNDS):
        shares = _shares(of, faithful, counts, chances)
        for _ in range(AGAIN if number else STEPS):
            weights = _step(signs, faithful, shares, weights)
        chances = _chance(signs, weights)
    return dict(zip(("", *names), map(float, weights), strict=True))


def _shares(of: Counts, faithful: Flags, counts: Numbers, chances: Numbers) -> Numbers:
    """What each difference counts: in a faithful pair 1, in a changed one by how likely it is the change; the two
    kinds of pairs as much as each other. ``of``: the pair of each."""
    likely = np.exp(SHARP * chances)
    shares = np.where(faithful, 1.0, likely / np.bincount(of, likely)[of] * counts)
    times = shares[~faithful].sum() / shares[faithful].sum()
    return np.where(faithful, shares * times, shares)


def _chance(signs: Numbers, weights: Numbers) -> Numbers:
    chances: Numbers = 1 / (1 + np.exp(-signs @ weights))
    return chances


def _step(signs: Numbers, faithful: Flags, shares: Numbers, weights: Numbers) -> Numbers:
    """One step of Newton's method."""
    penalty = np.full(len(weights), PENALTY)
    penalty[0] = 0
    chances = _chance(signs, weights)
    slope = signs.T @ (shares * (chances - ~faithful)) + penalty * weights
    penalty[0] = 1e-6
    bend = (signs * (shares * chances * (1 - chances))[:, None]).T @ signs + np.diag(penalty)
    moved: Numbers = weights - np.linalg.solve(bend, slope)
    return moved


def certainty(example: Example, weights: Signs) -> float:
    """How certain the surest difference of a pair is."""
    if example.sure:
        return 1.0
    sums = [weights[""] + sum(weights.get(name, 0.0) * v for name, v in own.items()) for own in example.signs]
    return max((1 / (1 + exp(-one)) for one in sums), default=0.0)


def weights_of(found: Sequence[Example]) -> dict[str, float]:
    """The weights of the signs that are worth one."""
    rows = [own for example in found for own in example.signs]
    every = Counter(name for own in rows for name in own)
    weights = fit(found, sorted(name for name, number in every.items() if number >= SELDOM))

    def spread(name: str) -> float:
        values = [own.get(name, 0.0) for own in rows]
        mean = sum(values) / len(values)
        return float((sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5)

    return {name: weight for name, weight in weights.items() if not name or abs(weight) * spread(name) >= LITTLE}


def judge(found: Sequence[Example], groups: Sequence[str], part: Sequence[str]) -> None:
    """Prints what is flagged in sets that were left out of the fit."""
    told: list[tuple[Example, float]] = []
    for group in groups:
        if group.endswith("_before"):
            continue
        here = {group, f"{group}_before"}
        rest = [one for one in found if one.group not in here]
        weights = weights_of(rest)
        told += [(one, certainty(one, weights)) for one in found if one.group in here]
    for title, those in (("all", groups), ("fresh", part)):
        mine = [(one, sure) for one, sure in told if one.group in those]
        for line in (0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
            counts = [
                f"{kind} {sum(sure >= line for one, sure in mine if one.kind == kind)}"
                f"/{sum(one.kind == kind for one, _ in mine)}"
                for kind in ("faithful", *KINDS, f"negation{PROGRAM}", f"modality{PROGRAM}")
            ]
            print(title, line, *counts)


def main() -> None:
    """Fits and writes the table, or judges it."""
    every = list(examples([*SHORT, *LONG, *FRESH]))
    if "--judge" in sys.argv:
        judge(every, [*SHORT, *LONG, *FRESH], FRESH)
        return
    weights = weights_of(every)
    weights[""] -= log(LINE / (1 - LINE))
    rows = [f"{sign or 'intercept'}\t{value:.2f}" for sign, value in sorted(weights.items())]
    (LEXICON / "evidence.tsv").write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
