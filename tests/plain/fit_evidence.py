# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fits ``pipeline/plain/lexicon/evidence.tsv``: what each sign of ``pipeline.plain.signs`` weighs.

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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from operator import mul
from pathlib import Path
from random import Random

from pipeline.plain import lexicon
from pipeline.plain.difference import Difference
from pipeline.plain.evidence import evidence
from pipeline.plain.guard import differences
from pipeline.plain.pair import Pair
from pipeline.plain.uncarried import uncarried
from pipeline.plain.words import bare
from tests.plain import mutators
from tests.plain.samples import judged, rewritten

OUT = Path(__file__).parents[2] / "pipeline" / "plain" / "lexicon" / "evidence.tsv"
SHORT = [f"blind_{name}" for name in "first second third fourth fifth sixth seventh eighth".split()]  # noqa: SIM905
LONG = [f"blind_{name}" for name in "ninth tenth eleventh twelfth thirteenth fourteenth".split()]  # noqa: SIM905
# Sets on which no rule had been tried when the signs were chosen. "Before": the changed pairs before their change.
FRESH = [f"blind_{name}{part}" for name in ("fifteenth", "sixteenth", "seventeenth") for part in ("", "_before")]
FRESH += [f"blind_{name}" for name in ("eighteenth", "nineteenth", "twentieth")]
FRESH += [f"blind_{name}{part}" for name in ("twentyfirst", "twentysecond", "twentythird") for part in ("", "_before")]
PROGRAM = " by program"
KINDS = ("number", "negation", "modality")
BY_PROGRAM = 0.2  # what a change by program counts beside one by hand: there are many, and all are alike
# The dimensions that a change of each kind is told in.
TOLD_IN = {
    "number": ("negation", "quantities"), "negation": ("negation", "modality", "conditions"),
    "modality": ("modality", "negation", "conditions"),
}  # fmt: skip
PENALTY = 2.5
ROUNDS, STEPS, AGAIN = 4, 6, 3  # how often the changes are looked for anew; steps of the first round, of the others
SHARP = 8.0
LINE = 0.65  # how certain a difference must be, before the intercept is moved there
SELDOM = 20  # differences: a sign that fewer have is left out
LITTLE = 0.01  # so is one whose weight, by how much it varies, is less than that
HEADER = """# What each sign of a change of meaning weighs (pipeline/plain/signs.py), in units of the log of the odds.
# Fitted by tests/plain/fit_evidence.py. The intercept holds where the line between strong and weak is drawn.
"""

Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair: its set, its kind ("faithful", or what was changed), the signs of its differences, and whether a
    difference that has no signs (of a number, say) is strong."""

    group: str
    kind: str
    signs: tuple[Signs, ...]
    sure: bool


def examples(names: Sequence[str]) -> Iterator[Example]:
    """The examples of the sets of these names."""
    for name in names:
        if name in SHORT:
            for row in rewritten(name):
                yield _example(name, "faithful", row.original, row.plain, row.lang)
                for kind, text in row.changes:
                    if kind in KINDS:
                        yield _example(name, kind, row.original, text, row.lang, row.plain)
        else:
            for pair in judged(name):
                yield _example(name, pair.kind, pair.original, pair.plain, pair.lang)
                if pair.kind == "faithful" and pair.lang == "en":
                    yield from _by_program(name, pair.original, pair.plain)


def _by_program(name: str, original: str, plain: str) -> Iterator[Example]:
    """Changes of one word that a program makes: of a careful text all but one word stays as it is."""
    for kind, change in (("negation", mutators.negation), ("modality", mutators.modality)):
        changed = [text for _, text in change(plain)]
        for text in Random(original).sample(changed, min(1, len(changed))):
            yield _example(name, f"{kind}{PROGRAM}", original, text, "en", plain)


def _example(group: str, kind: str, original: str, plain: str, lang: str, before: str = "") -> Example:
    data = lexicon.of(lang)
    assert data is not None
    known: list[list[Difference]] = [[], []]
    if before:
        was = Pair.of(bare(original), bare(before), lang, data)
        known[0] = list(differences(was, {}))
        known[1] = list(uncarried(known[0], was))
    pair = Pair.of(bare(original), bare(plain), lang, data)
    every = list(evidence(list(differences(pair, {})), pair))
    found, others = (
        _less([one for one, _, carried in every if carried == by_rule], old)
        for by_rule, old in zip((True, False), known, strict=True)
    )
    matter = [one for one in found if kind == "faithful" or one.kind in TOLD_IN[kind.removesuffix(PROGRAM)]]
    new = {id(one) for one in (*matter, *others)}
    sure = {id(one) for one in found if not one.weak}
    return Example(
        group, kind, tuple(own for one, own, _ in every if own and id(one) in new),
        any(not own and id(one) in sure for one, own, _ in every),
    )  # fmt: skip


def _less(found: Sequence[Difference], known: Sequence[Difference]) -> list[Difference]:
    """The differences that were not there before the change, by their words."""
    left = Counter((one.kind, one.change, one.original, one.plain) for one in known)
    rest = []
    for one in found:
        if left[one.kind, one.change, one.original, one.plain] > 0:
            left[one.kind, one.change, one.original, one.plain] -= 1
        else:
            rest.append(one)
    return rest


def fit(found: Sequence[Example], names: Sequence[str]) -> dict[str, float]:
    """The weights of the signs of these names; "" is the intercept."""
    rows = [(example, own) for example in found for own in example.signs]
    places = {name: at for at, name in enumerate(("", *names))}
    sparse = [
        sorted([(0, 1.0), *((places[name], value) for name, value in own.items() if name in places)]) for _, own in rows
    ]  # in order, so that each product falls below the diagonal
    weights = [0.0] * len(places)
    chances = [0.3 if any(name.endswith("by statement") for name in own) else 0.6 for _, own in rows]
    for number in range(ROUNDS):
        shares = _shares(rows, chances)
        for _ in range(AGAIN if number else STEPS):
            weights = _step(sparse, rows, shares, weights)
        chances = [_chance(row, weights) for row in sparse]
    return dict(zip(places, weights, strict=True))


def _shares(rows: Sequence[tuple[Example, Signs]], chances: Sequence[float]) -> list[float]:
    """What each difference counts: in a faithful pair 1, in a changed one by how likely it is the change; the two
    kinds of pairs as much as each other."""
    whole: dict[int, float] = {}
    for (example, _), chance in zip(rows, chances, strict=True):
        whole[id(example)] = whole.get(id(example), 0.0) + exp(SHARP * chance)
    shares = [
        1.0 if example.kind == "faithful"
        else exp(SHARP * chance) / whole[id(example)] * (BY_PROGRAM if example.kind.endswith(PROGRAM) else 1)
        for (example, _), chance in zip(rows, chances, strict=True)
    ]
    faithful = sum(share for (example, _), share in zip(rows, shares, strict=True) if example.kind == "faithful")
    times = (sum(shares) - faithful) / faithful
    return [
        share * (times if example.kind == "faithful" else 1)
        for (example, _), share in zip(rows, shares, strict=True)
    ]  # fmt: skip


def _chance(row: Sequence[tuple[int, float]], weights: Sequence[float]) -> float:
    return 1 / (1 + exp(-sum(weights[at] * value for at, value in row)))


def _step(
    sparse: Sequence[Sequence[tuple[int, float]]], rows: Sequence[tuple[Example, Signs]], shares: Sequence[float],
    weights: Sequence[float],
) -> list[float]:  # fmt: skip
    """One step of Newton's method."""
    size = len(weights)
    slope = [PENALTY * weight if at else 0.0 for at, weight in enumerate(weights)]
    bend = [[0.0] * (at + 1) for at in range(size)]  # symmetric: the part below the diagonal
    for at in range(size):
        bend[at][at] = PENALTY if at else 1e-6
    for row, (example, _), share in zip(sparse, rows, shares, strict=True):
        chance = _chance(row, weights)
        off = share * (chance - (example.kind != "faithful"))
        curve = share * chance * (1 - chance)
        for number, (at, value) in enumerate(row):
            slope[at] += off * value
            line, times = bend[at], curve * value
            for to, other in row[: number + 1]:
                line[to] += times * other
    return [weight - move for weight, move in zip(weights, _solve(bend, slope), strict=True)]


def _solve(matrix: list[list[float]], right: Sequence[float]) -> list[float]:
    """The solution of a system of linear equations, by Cholesky. In: the part below the diagonal of a symmetric
    matrix that is positive definite; it is overwritten."""
    size = len(right)
    for at, line in enumerate(matrix):
        for to in range(at):
            above = matrix[to]
            line[to] = (line[to] - sum(map(mul, line[:to], above[:to]))) / above[to]
        line[at] = sqrt(line[at] - sum(map(mul, line[:at], line[:at])))
    half: list[float] = []
    for at, line in enumerate(matrix):
        half.append((right[at] - sum(map(mul, line, half))) / line[at])
    found = half
    for at in reversed(range(size)):
        found[at] /= matrix[at][at]
        for to in range(at):
            found[to] -= matrix[at][to] * found[at]
    return found


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
    found = list(examples([*SHORT, *LONG, *FRESH]))
    if "--judge" in sys.argv:
        judge(found, [*SHORT, *LONG, *FRESH], FRESH)
        return
    weights = weights_of(found)
    weights[""] -= log(LINE / (1 - LINE))
    rows = [f"{name or 'intercept'}\t{value:.2f}" for name, value in sorted(weights.items())]
    OUT.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
