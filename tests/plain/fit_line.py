# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fits how the reader of pairs moves the line (the weights in ``pipeline/plain/guard/read_together.py``).

    python -m tests.plain.fit_line

A logistic regression over pairs that the reader has not learnt from: the strongest evidence of a pair by the rules, and
what the reader says of it, against whether the pair was changed, by hand or, in one word, by program. Printed by one of
the evidence, with what is flagged and caught of each set at several shifts. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import numpy as np

from pipeline.errors import ToolMissingError
from pipeline.plain import lexicon
from pipeline.plain.guard.compare import differences
from pipeline.plain.guard.evidence import evidence, log_odds
from pipeline.plain.guard.read_together import NOTHING, SIGNS, odds_of
from pipeline.plain.statements.pair import Pair
from pipeline.plain.words import bare
from pipeline.tools import e5, pair_reader
from tests.plain import mutators
from tests.plain.bench_guard import HELD, rows
from tests.plain.evidence_examples import PROGRAM, Example
from tests.plain.fit_evidence import fit
from tests.plain.samples import judged

UNREAD = "twentyfourth twentyfifth twentysixth twentyseventh twentyeighth twentyninth".split()  # noqa: SIM905
# Of these nothing is fitted.
JUDGE = ("thirtieth", "thirtyfirst", "thirtysecond", "thirtythird", "thirtyfourth", "thirtyfifth", "thirtysixth",
         "thirtyseventh", "thirtyeighth", "thirtyninth", "fortieth", "fortyfirst")  # fmt: skip
SLIPS = {"number": mutators.numbers, "negation": mutators.negation, "modality": mutators.modality}
EVIDENCE = "evidence"
SHARES = (0.04, 0.06, 0.08, 0.1, 0.12, 0.15)


@dataclass(frozen=True, slots=True)
class Seen:
    """A pair: its set, its kind, the strongest evidence and the odds of the reader, whether it is flagged anyway."""

    group: str
    kind: str
    signs: dict[str, float]
    sure: bool


def texts() -> Iterator[tuple[str, str, str, str]]:
    """Set, kind, original and plain text of each English pair; with each faithful one a change of each kind that a
    program made."""
    for name, kind, original, plain in _written():
        yield name, kind, original, plain
        for by, change in SLIPS.items() if kind == "faithful" else ():
            made = [text for _, text in change(plain)]
            if made:
                yield name, f"{by}{PROGRAM}", original, Random(original + by).choice(made)


def _written() -> Iterator[tuple[str, str, str, str]]:
    for letter, most in HELD.items():
        yield from ((letter, *row) for row in rows(letter, most))
    for name in (*UNREAD, *JUDGE):
        for part in ("", "_before"):
            for pair in judged(f"blind_{name}{part}"):
                if pair.lang == "en":
                    yield name, pair.kind, pair.original, pair.plain


def seen(group: str, kind: str, original: str, plain: str, reader: pair_reader.PairReader) -> Seen:
    """One of them."""
    data = lexicon.of("en")
    assert data is not None
    pair = Pair.of(bare(original), bare(plain), "en", data)
    every = list(evidence(list(differences(pair, {})), pair))
    odds = odds_of(reader.read(pair.text(0), pair.text(1)))
    strongest = max((-NOTHING, *(log_odds(own) for _, own, _ in every if own)))
    return Seen(group, kind, {EVIDENCE: strongest, **odds}, any(not own and not one.weak for one, own, _ in every))


def main() -> None:
    """Fits and prints."""
    reader = pair_reader.find()
    if reader is None:
        raise ToolMissingError("The reader of pairs is not there.", e5.REMEDY)
    every = [seen(*row, reader) for row in texts()]
    known = [one for one in every if one.group not in JUDGE]
    learnt = [Example(one.group, "en", one.kind, (one.signs,), one.sure) for one in known if not one.sure]
    found = fit(learnt, (EVIDENCE, *SIGNS))
    found = {name: value / found[EVIDENCE] for name, value in found.items()}
    print({name: round(value, 2) for name, value in found.items()})

    def strength(one: Seen) -> float:
        return sum(found[name] * value for name, value in one.signs.items())

    faithful = [strength(one) for one in known if one.kind == "faithful"]
    for share in SHARES:
        line = float(np.quantile(faithful, 1 - share))
        print(f"shift {-line:.2f}")
        for group in dict.fromkeys(one.group for one in every):
            own = [(one.kind, one.sure or strength(one) > line) for one in every if one.group == group]
            by_kind = {kind: [told for other, told in own if other == kind] for kind, _ in own}
            print(" ", group, *(f"{kind} {np.mean(told):.2f}" for kind, told in by_kind.items()))


if __name__ == "__main__":
    main()
