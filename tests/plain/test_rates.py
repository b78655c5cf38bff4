# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a number is counted by, and bounds, ranges and shares that are said in another way."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard


def flags(original: str, plain: str, lang: str = "en") -> set[str]:
    return {one.kind for one in guard(original, plain, lang).differences if not one.weak}


def kinds(original: str, plain: str, lang: str = "en") -> set[str]:
    return {one.kind for one in guard(original, plain, lang).differences}


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "The spring yields 30 litres a second.", "The spring gives 30 litres a minute."),
        ("en", "Rowers pay 5 euros per day.", "Rowers pay 5 euros per week."),
        ("fr", "Les rameurs paient 5 euros par jour.", "Les rameurs paient 5 euros par mois."),
        ("de", "Ruderer zahlen 5 Euro pro Tag.", "Ruderer zahlen 5 Euro pro Woche."),
        ("es", "Los remeros pagan 5 euros por día.", "Los remeros pagan 5 euros por mes."),
        ("en", "Some had learnt to row before the age of 15.", "Some were over 15 when they learnt to row."),
        ("de", "Die Antwort folgt spätestens 3 Wochen danach.", "Die Antwort folgt frühestens 3 Wochen danach."),
        ("fr", "La réponse suit au plus tard 3 semaines après.", "La réponse suit au plus tôt 3 semaines après."),
        ("es", "La respuesta llega a más tardar en 3 semanas.", "La respuesta llega como pronto en 3 semanas."),
    ],
)
def test_another_rate_or_a_bound_turned_round_is_a_flag(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang) & {"numbers", "quantities", "negation"}


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("Rowers pay 5 euros per day.", "Rowers: 5 euros for each day."),
        ("The yearly toll is 60 euros, due in monthly parts.", "The toll is 60 euros a year. You pay it every month."),
        ("Guides earn 12 euros an hour for 35 hours a week.", "Guides work 35 hours a week, for 12 euros an hour."),
        ("The hull is checked at intervals of not more than 30 days.", "The hull is checked at least every 30 days."),
        ("All but four of the rowers were under ten.", "Only four of the rowers were ten or older."),
        ("The toll rises from 85 to 95 cents.", "The toll rises to 95 cents. It was 85 cents."),
        ("A majority of the rowers voted for it.", "More than half of the rowers voted for it."),
        ("No rower may accept gifts from anglers.", "As a rower, you may not accept a gift from anglers."),
        ("Boats return within six months unless they do not come back.", "A boat is back in six months, unless it does not come back."),  # noqa: E501
    ],
)
def test_what_says_the_same_is_no_flag_of_a_number(original: str, plain: str) -> None:
    assert not flags(original, plain) & {"numbers", "quantities"}
    assert not any(one.note == "What is said of the number changed." and not one.weak
                   for one in guard(original, plain).differences)  # fmt: skip


def test_a_time_that_stands_elsewhere_in_the_sentence_is_a_note() -> None:
    assert "numbers" in kinds("The annual toll comes to 84 euros.", "The toll is 84 euros a month.")
    assert "numbers" not in kinds("The annual toll comes to 84 euros.", "The toll is 84 euros a year.")


def test_an_organisation_that_is_not_of_a_government_denies_nothing() -> None:
    assert "negation" not in kinds("Non-governmental groups may row.", "NGOs may row.")


def test_who_does_not_pay_leaves_unpaid() -> None:
    original = "The berth ends if the toll is unpaid."
    assert "negation" not in flags(original, "The toll is paid every month. If you do not pay it, the berth ends.")
    assert "negation" in flags(original, "The berth ends if the toll is paid.")
