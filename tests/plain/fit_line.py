# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fits how the reader of pairs moves the line (the weights in ``pipeline/plain/guard/read_together.py``).

    python -m tests.plain.fit_line

A logistic regression over pairs that the reader has not learnt from: the strongest evidence of a pair by the rules, and
what the reader says of it, against whether the pair was changed, by hand or, in one word, by program. Printed by one of
the evidence, with what is flagged and caught of each set at several shifts. Nothing is written. ``--languages``: of the
reader of Arabic, French, German and Spanish.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from pipeline.errors import ToolMissingError
from pipeline.plain import lexicon
from pipeline.plain.guard.compare import differences
from pipeline.plain.guard.evidence import evidence, log_odds
from pipeline.plain.guard.read_together import ENGLISH, NOTHING, odds_of
from pipeline.plain.statements.pair import Pair
from pipeline.plain.words import bare
from pipeline.tools import e5, pair_reader
from tests.plain.bench_guard import HELD, HELD_OF_LANGUAGES, LANGUAGES, rows, written
from tests.plain.bench_slips import KINDS, slips
from tests.plain.evidence_examples import PROGRAM, Example
from tests.plain.fit_evidence import fit
from tests.plain.samples import judged

UNREAD = "twentyfourth twentyfifth twentysixth twentyseventh twentyeighth twentyninth".split()  # noqa: SIM905
# Of these nothing is fitted.
JUDGE = ("thirtieth", "thirtyfirst", "thirtysecond", "thirtythird", "thirtyfourth", "thirtyfifth", "thirtysixth",
         "thirtyseventh", "thirtyeighth", "thirtyninth", "fortieth", "fortyfirst",
         "languages_seventh", "languages_eighth")  # fmt: skip
UNREAD_OF_LANGUAGES = ("languages_fifth", "languages_sixth")
Text = tuple[str, str, str, str, str]  # set, language, kind, original and plain text
EVIDENCE = "evidence"
SHARES = (0.04, 0.06, 0.08, 0.1, 0.12, 0.15)


@dataclass(frozen=True, slots=True)
class Seen:
    """A pair: its set, its kind, the strongest evidence and the odds of the reader, whether it is flagged anyway."""

    group: str
    kind: str
    signs: dict[str, float]
    sure: bool


def texts(known: Iterator[Text]) -> Iterator[Text]:
    """These pairs; with each faithful one a change of each kind that a program made."""
    for name, lang, kind, original, plain in known:
        yield name, lang, kind, original, plain
        for by in KINDS if kind == "faithful" else ():
            made = list(slips(plain, lang, by))
            if made:
                yield name, lang, f"{by}{PROGRAM}", original, Random(original + by).choice(made)


def english() -> Iterator[Text]:
    """The English pairs."""
    for letter, most in HELD.items():
        yield from ((letter, "en", *row) for row in rows(letter, most))
    yield from (pair for pair in _blind((*UNREAD, *JUDGE)) if pair[1] == "en")


def of_languages() -> Iterator[Text]:
    """The pairs of the other languages."""
    for lang in LANGUAGES:
        for name in written(lang):
            yield from ((name, lang, *row) for row in rows(name, HELD_OF_LANGUAGES))
    yield from (pair for pair in _blind((*UNREAD_OF_LANGUAGES, *JUDGE)) if pair[1] != "en")


def _blind(names: Sequence[str]) -> Iterator[Text]:
    for name in names:
        for part in ("", "_before"):
            for pair in judged(f"blind_{name}{part}"):
                yield name, pair.lang, pair.kind, pair.original, pair.plain


def seen(text: Text, reader: pair_reader.PairReader) -> Seen:
    """One of them."""
    group, lang, kind, original, plain = text
    data = lexicon.of(lang)
    assert data is not None
    pair = Pair.of(bare(original), bare(plain), lang, data)
    every = list(evidence(list(differences(pair, {})), pair))
    odds = odds_of(reader.read(pair.text(0), pair.text(1)))
    strongest = max((-NOTHING, *(log_odds(own) for _, own, _ in every if own)))
    return Seen(group, kind, {EVIDENCE: strongest, **odds}, any(not own and not one.weak for one, own, _ in every))


def main() -> None:
    """Fits and prints."""
    others = "--languages" in sys.argv
    reader = pair_reader.find("fr" if others else "en")
    if reader is None:
        raise ToolMissingError("The reader of pairs is not there.", e5.REMEDY)
    every = [seen(row, reader) for row in texts(of_languages() if others else english())]
    known = [one for one in every if one.group not in JUDGE]
    learnt = [Example(one.group, "en", one.kind, (one.signs,), one.sure) for one in known if not one.sure]
    found = fit(learnt, (EVIDENCE, *ENGLISH.signs))
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
