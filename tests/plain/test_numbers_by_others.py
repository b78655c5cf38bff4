# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""Numbers that a plain text says by another number, sign or word, and the same with a number that is another one."""

from __future__ import annotations

import pytest

from pipeline.plain.guard import guard

KINDS = ("numbers", "dates", "names", "quantities", "opposites")


def told(original: str, plain: str, lang: str) -> list[tuple[str, str, str]]:
    return [
        (one.kind, one.original, one.plain) for one in guard(original, plain, lang).differences
        if not one.weak and one.kind in KINDS
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "Notice is to be given one fortnight in advance.", "Tell us two weeks in advance."),
        ("en", "Membership lapses after a fortnight.", "Membership ends after two weeks."),
        ("en", "The oven is cleaned every fortnight.", "We clean the oven every two weeks."),
        ("en", "The trial lasts two fortnights.", "The trial lasts four weeks."),
        ("en", "The lease ran for one decade.", "The lease ran for ten years."),
        ("de", "Die Probe dauert 14 Tage.", "Die Probe dauert zwei Wochen."),
        ("fr", "Le délai est d'une quinzaine de jours.", "Vous avez une quinzaine de jours."),
        ("en", "The membership fee is reduced by one third for pensioners.", "Pensioners get a third off the membership fee."),
        ("en", "The fine is reduced by one quarter.", "We take a quarter off your fine."),
        ("en", "The fine is reduced by one quarter.", "A quarter comes off your fine."),
        ("en", "The fine is reduced by one quarter.", "A quarter is taken off your fine."),
        ("fr", "L'amende est réduite d'un tiers.", "L'amende baisse d'un tiers."),
        ("en", "The crossing takes 2½ hours.", "The crossing takes two hours and a half."),
        ("en", "Beat for 4 ¼ minutes.", "Beat for four and a quarter minutes."),
        ("en", "The levy is 4½%.", "The levy is 4.5 per cent."),
        ("en", "The crossing takes two and a half hours.", "The crossing takes 2½ hours."),
        ("en", "The crossing takes 2½ hours.", "The crossing takes two and a half hours."),
        ("en", "The crossing takes 2 ½ hours.", "The crossing takes 150 minutes."),
        ("en", "Use ¾ of the sheet.", "Use three quarters of the sheet."),
        ("en", "About ½ of the members came.", "About half of the members came."),
        ("en", "The crossing takes 2 1/2 hours.", "The crossing takes two and a half hours."),
        ("de", "Die Überfahrt dauert 2½ Stunden.", "Die Überfahrt dauert zweieinhalb Stunden."),
        ("fr", "La traversée dure 2½ heures.", "La traversée dure deux heures et demie."),
        ("es", "El viaje dura 2½ horas.", "El viaje dura dos horas y media."),
    ],
)  # fmt: skip
def test_the_same_number_said_by_another_one_is_no_flag(lang: str, original: str, plain: str) -> None:
    assert told(original, plain, lang) == []


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "Notice is to be given one fortnight in advance.", "Tell us three weeks in advance."),
        ("en", "The lease ran for one decade.", "The lease ran for 12 years."),
        ("en", "The fine is reduced by one quarter.", "We take a third off your fine."),
        ("en", "The membership fee is reduced by one fifth for pensioners.", "Pensioners get a third off the membership fee."),
        ("en", "The crossing takes two and a half hours.", "The crossing takes 3½ hours."),
        ("en", "The crossing takes two and a half hours.", "The crossing takes 2¼ hours."),
    ],
)  # fmt: skip
def test_another_number_in_its_place_is_a_flag(lang: str, original: str, plain: str) -> None:
    assert told(original, plain, lang)
