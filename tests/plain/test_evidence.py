# SPDX-License-Identifier: AGPL-3.0-or-later
"""Evidence is weighed by signs, and numbers are read in the forms that official texts and plain ones write them in."""

from __future__ import annotations

from random import Random

import pytest

from pipeline.plain import lexicon
from pipeline.plain.difference import Difference
from pipeline.plain.guard.compare import differences, guard
from pipeline.plain.guard.evidence import certainty, said_alike, weights
from pipeline.plain.guard.uncarried import uncarried
from pipeline.plain.statements.pair import Pair, covered
from tests.plain import mutators
from tests.plain.evidence_examples import FRESH as FITTED_FRESH
from tests.plain.evidence_examples import LONG, SHORT, examples
from tests.plain.samples import judged

ENGLISH = lexicon.of("en")
assert ENGLISH is not None
FRESH = ("blind_fifteenth", "blind_sixteenth", "blind_seventeenth")


def pair(original: str, plain: str) -> Pair:
    return Pair.of(original, plain, "en", ENGLISH)  # type: ignore[arg-type]


def flags(original: str, plain: str, lang: str = "en") -> list[str]:
    return [found.kind for found in guard(original, plain, lang).differences if not found.weak]


@pytest.mark.slow
def test_every_weight_belongs_to_a_sign_that_occurs() -> None:
    known = {sign for one in examples([*SHORT, *LONG, *FITTED_FRESH]) for own in one.signs for sign in own}
    assert set(weights()) <= known | {""}


def test_signs_speak_for_and_against() -> None:
    assert certainty({}) == certainty({"no such sign": 1.0})
    assert certainty({"negation lost": 1.0, "negation lost weak": 1.0}) < certainty({"negation lost": 1.0})
    assert certainty({"text clauses": 1.0}) < certainty({"text clauses": 0.25})


def test_a_clause_is_set_beside_the_one_that_says_most_of_what_it_says() -> None:
    both = pair(
        "The ferry sails daily; the kiosk sells lemonade; anglers need a permit.",
        "You can buy lemonade at the kiosk. The ferry sails daily. Anglers need a permit.",
    )
    assert [both.nearest(1, at) for at in range(3)] == [1, 0, 2]
    assert covered({"ferry": 2.0, "sails": 1.0}, {"ferry": 1.0}) == pytest.approx(2 / 3)
    assert covered({}, {"ferry": 1.0}) == 0


def test_a_denial_is_looked_for_that_the_statement_beside_does_not_carry() -> None:
    both = pair("The kiosk sells lemonade. The ferry never sails.", "The kiosk never sells lemonade. The ferry sails.")
    told = [one for one in differences(both, {}) if one.kind == "negation"]
    assert {(one.change, one.places) for one in (*told, *uncarried(told, both))} >= {("lost", (36, -1))}


def test_a_denial_whose_words_stand_in_the_other_text_is_carried_wherever_the_sentences_are_set() -> None:
    original = "Aid goes to towns where rights are not being ignored. All shall report."
    for plain, alike in (
        ("Aid goes to some towns:\n- those where rights are not being ignored.\nAll must report.", True),
        ("Aid goes to some towns:\n- those where rights are being ignored.\nAll must not report.", False),
    ):
        lost = Difference("negation", "lost", "not", "", places=(original.index("not"), -1))
        assert said_alike(lost, pair(original, plain)) is alike


def test_a_text_that_is_an_edit_keeps_the_verdict_of_the_rules() -> None:
    text = "The warden opens the lower gate of the lake every morning at dawn."
    assert flags(text, text.replace("opens", "may open")) == ["modality"]


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "Open: Monday 9.00–16.30; Friday 9.00–12.00.", "Open: • Monday: 9 am to 4:30 pm • Friday: 9 am to noon"),
        ("es", "Cerrado entre las 22.00 y las 6.00 horas.", "Cerrado de 10 de la noche a 6 de la mañana."),
        ("en", "A scan costs 0.40 euros per sheet.", "A scan costs 40 cents a sheet."),
        ("en", "Rowers pay EUR 4.50.", "Rowers: €4.50"),
        ("en", "Only one boat in five had a lamp.", "Only 20% of boats had a lamp."),
        ("en", "By last December 81 per cent of the quay was dry.", "By last December, 81% of the quay was dry."),
        ("en", "Dives in May found two anchors.", "In May divers went down. They found two anchors."),
        ("en", "Keep the slipway clear at all hours.", "Keep the slipway clear day and night."),
        ("en", "Row 4, column 2: night fishing is permitted.", "Night fishing: allowed"),
        ("en", "The rule of 3 June 2020 holds from the first day of the year after.", "The rule is of 3 June 2020. It holds from 1 January 2021."),  # noqa: E501
        ("en", "The council has to date received no reply.", "So far the council has had no reply."),
        ("en", "Speed shall not exceed four knots.", "No boat, big or small, may go faster than 4 knots."),
    ],
)  # fmt: skip
def test_what_is_only_written_otherwise_is_no_flag(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang) == []


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("Open: Monday 9.00–16.30.", "Open: • Monday: 9 am to 5:30 pm"),
        ("A scan costs 0.40 euros per sheet.", "A scan costs 60 cents a sheet."),
        ("Rowers pay EUR 4.50.", "Rowers: €4.60"),
        ("Only one boat in five had a lamp.", "Only 25% of boats had a lamp."),
        ("By last December 81 per cent of the quay was dry.", "By last December, 18% of the quay was dry."),
    ],
)
def test_what_is_written_otherwise_and_changed_is_a_flag(original: str, plain: str) -> None:
    assert "numbers" in flags(original, plain)


@pytest.mark.parametrize(("name", "most"), [(f"{name}_before", 0.15) for name in FRESH])
def test_the_pairs_of_the_late_sets_before_their_change(name: str, most: float) -> None:
    pairs = judged(name)
    told = [one for one in pairs if flags(one.original, one.plain, one.lang)]
    assert len(told) <= most * len(pairs), told


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "least"), [("negation", 0.6), ("modality", 0.6)])
def test_changes_by_program_of_texts_that_are_put_in_other_words(kind: str, least: float) -> None:
    caught, missed = 0, []
    for name in FRESH:
        for one in (one for one in judged(name) if one.kind == "faithful" and one.lang == "en"):
            changed = [text for _, text in getattr(mutators, kind)(one.plain)]
            before = set(guard(one.original, one.plain).differences)
            for text in Random(one.original).sample(changed, min(1, len(changed))):
                new = [found for found in guard(one.original, text).differences if found not in before]
                caught += any(not found.weak for found in new)
                missed += [] if any(not found.weak for found in new) else [text]
    assert caught >= least * (caught + len(missed)), (caught, missed)
