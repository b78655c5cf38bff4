# SPDX-License-Identifier: AGPL-3.0-or-later
"""A difference is turned round, and a sentence encoder says which of the two the other text is nearer to."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from math import isfinite

import pytest

from pipeline.errors import ToolMissingError
from pipeline.plain import beside, lexicon
from pipeline.plain.difference import Difference
from pipeline.plain.evidence import ENOUGH, certainty, evidence, weights
from pipeline.plain.guard import differences, guard
from pipeline.plain.pair import Pair
from pipeline.plain.probes import MOST, bounds_of, probes
from pipeline.plain.toggled import toggled
from pipeline.plain.uncarried import uncarried
from pipeline.tools import encoder
from pipeline.tools.encoder import Encoded, Encoder
from tests.plain.samples import checked, lake, plain_markdown

ENGLISH = lexicon.of("en")
assert ENGLISH is not None


def pair(original: str, plain: str) -> Pair:
    return Pair.of(original, plain, "en", ENGLISH)  # type: ignore[arg-type]


def all_of(both: Pair) -> list[Difference]:
    told = list(differences(both, {}))
    return [*told, *uncarried(told, both)]


class Silent(Encoder):
    """An encoder that must not be asked."""

    def encode(self, text: str) -> Encoded:
        raise AssertionError(text)


@pytest.fixture(scope="module")
def asked() -> Encoder:
    found = encoder.find()
    assert found is not None, encoder.missing()
    return found


@pytest.mark.parametrize(
    ("plain", "word", "kind", "other"),
    [
        ("The gate is not shut.", "not", "negation", "The gate is shut."),
        ("The gate can’t be shut.", "can’t", "negation", "The gate can be shut."),
        ("It isn't shut.", "isn't", "negation", "It is shut."),
        ("You cannot row here.", "cannot", "negation", "You can row here."),
        ("He rows without lamps.", "without", "negation", "He rows with lamps."),
        ("It is unlocked at dusk.", "unlocked", "negation", "It is locked at dusk."),
        ("They refuse dogs.", "refuse", "negation", "They not refuse dogs."),
        ("You must row.", "must", "modality", "You may row."),
        ("You may row.", "may", "modality", "You must row."),
        ("Row here. You may land. Pay.", "may", "modality", "Row here. You must land. Pay."),
    ],
)
def test_a_difference_is_turned_round(plain: str, word: str, kind: str, other: str) -> None:
    both = pair("Rowers pay.", plain)
    at = plain.index(word)
    found = Difference(kind, "added", "", word, places=(-1, at))
    turned = toggled(found, both, 1, both.beads.spans[1])
    assert (turned.text, turned.other) == (plain, other)
    assert turned.text[turned.start : turned.end] == word


def test_what_was_exchanged_is_put_back() -> None:
    both = pair("Rowers shall pay.", "Rowers should pay.")
    found = Difference("modality", "exchanged", "shall", "should", places=(7, 7))
    assert toggled(found, both, 1, both.beads.spans[1]).other == "Rowers shall pay."
    assert toggled(replace(found, change="exchanged"), both, 0, both.beads.spans[0]).other == "Rowers should pay."


def test_the_encoder_tells_a_change_from_other_words(asked: Encoder) -> None:
    original = "Members who move away shall retain their seat."
    same, changed = (
        next(one for one in all_of(pair(original, text)) if one.kind == "negation")
        for text in ("If you move away, you do not lose your seat.", "If you move away, you do not keep your seat.")
    )
    signs = [
        probes(one, pair(original, text), asked)
        for one, text in (
            (same, "If you move away, you do not lose your seat."),
            (changed, "If you move away, you do not keep your seat."),
        )
    ]
    assert signs[0]["negation encoder nearer"] < signs[1]["negation encoder nearer"]
    assert all(abs(value) <= MOST and round(value, 2) == value for one in signs for value in one.values())
    assert set(signs[0]) <= set(bounds_of("negation"))


def test_it_is_asked_only_where_its_answer_could_matter(asked: Encoder) -> None:
    table = weights(encoded=True)
    texts = [
        ("The jetty is closed; nobody may fish from it.", "You may fish from the jetty. It is open."),
        ("Boats must carry lamps unless it is day.", "Boats can carry lamps if it is day."),
        ("A permit is needed for tents.", "You do not need a permit for a tent."),
        ("Members who move away shall retain their seat.", "If you move away, you do not lose your seat."),
    ]
    for original, plain in texts:
        both = pair(original, plain)
        told = list(differences(both, {}))
        every = {
            one.kind for one, own, carried in evidence(told, both, encoder=asked)
            if own and carried and certainty(own, table) >= ENOUGH
        }  # fmt: skip
        found = {one.kind for one in guard(original, plain, encoder=asked).differences if not one.weak}
        assert every - {"conditions", "quantities"} <= found, (original, plain)
    guard("The gate is shut at dusk.", "The gate is shut at dusk.", encoder=Silent())
    guard("Die Fähre darf nicht fahren.", "Die Fähre fährt. Sie kann bleiben.", "de", encoder=Silent())


def test_the_tables_have_no_signs_that_nothing_gives() -> None:
    kinds = ("negation", "modality", "conditions", "quantities")
    known = set(chain.from_iterable(bounds_of(kind) for kind in kinds))
    assert {name for name in weights(encoded=True) if " encoder " in name} <= known
    assert not [name for name in weights() if " encoder " in name]


def test_without_the_encoder_the_guard_says_what_was_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    original = lake()
    monkeypatch.setattr(beside, "_KEPT", [])
    assert beside.LIKENESS not in checked(plain_markdown(original), original).not_looked_at
    monkeypatch.setattr(beside, "_KEPT", [])
    monkeypatch.setattr(encoder, "find", lambda: None)
    assert beside.LIKENESS in checked(plain_markdown(original), original).not_looked_at


def test_an_encoder_that_cannot_be_run_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(Encoder):
        def encode(self, text: str) -> Encoded:
            raise ToolMissingError("It went.", "Get it.")

    original = lake()
    text = plain_markdown(original).replace("must not go into", "may stay away from")
    monkeypatch.setattr(beside, "_KEPT", [])
    monkeypatch.setattr(encoder, "find", lambda: None)
    without = checked(text, original)
    monkeypatch.setattr(beside, "_KEPT", [])
    monkeypatch.setattr(encoder, "find", Gone)
    found = checked(text, original)
    assert found.findings == without.findings
    assert beside.LIKENESS in found.not_looked_at


def test_a_text_of_one_word_has_signs_or_none(asked: Encoder) -> None:
    both = pair("No.", "Yes.")
    for one in all_of(both):
        assert all(isfinite(value) for value in probes(one, both, asked).values())
