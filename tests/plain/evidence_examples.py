# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pairs that the weights of evidence are fitted on, each with the signs of its differences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from pipeline.plain import lexicon
from pipeline.plain.difference import Difference
from pipeline.plain.guard.compare import differences
from pipeline.plain.guard.evidence import evidence
from pipeline.plain.guard.uncarried import uncarried
from pipeline.plain.statements.pair import Pair
from pipeline.plain.words import bare
from tests.plain import mutators
from tests.plain.samples import judged, rewritten

SHORT = [f"blind_{name}" for name in "first second third fourth fifth sixth seventh eighth".split()]  # noqa: SIM905
LONG = [f"blind_{name}" for name in "ninth tenth eleventh twelfth thirteenth fourteenth".split()]  # noqa: SIM905
# Sets on which no rule had been tried when the signs were chosen. "Before": the changed pairs before their change.
FRESH = [f"blind_{name}{part}" for name in ("fifteenth", "sixteenth", "seventeenth") for part in ("", "_before")]
FRESH += [f"blind_{name}" for name in ("eighteenth", "nineteenth", "twentieth")]
FRESH += [f"blind_{name}{part}" for name in ("twentyfirst", "twentysecond", "twentythird") for part in ("", "_before")]
FRESH += [f"blind_{name}{part}" for name in ("twentyfourth", "twentyfifth", "twentysixth") for part in ("", "_before")]
PROGRAM = " by program"
KINDS = ("number", "negation", "modality")
# The dimensions that a change of each kind is told in.
TOLD_IN = {
    "number": ("negation", "quantities"), "negation": ("negation", "modality", "conditions"),
    "modality": ("modality", "negation", "conditions"),
}  # fmt: skip

Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair: its set, its language, its kind ("faithful", or what was changed), the signs of its differences, and
    whether a difference that has no signs (of a number, say) is strong."""

    group: str
    lang: str
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


def _example(
    group: str, kind: str, original: str, plain: str, lang: str, before: str = ""
) -> Example:
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
        group, lang, kind, tuple(own for one, own, _ in every if own and id(one) in new),
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
