# SPDX-License-Identifier: AGPL-3.0-or-later
"""Areas and other units that one number stands with, and what is said of each or of all together."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard


def flags(original: str, plain: str, lang: str = "en") -> set[str]:
    return {one.kind for one in guard(original, plain, lang).differences if not one.weak}


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "The orchard covers 12 hectares.", "The orchard has 12 square metres."),
        ("en", "The orchard covers 2.5 acres.", "The orchard is 2.5 hectares large."),
        ("en", "The buoys lie 5 miles from the pier.", "The buoys are 5 kilometres from the pier."),
        ("en", "The tank holds 6 cubic metres.", "There are 6 square metres in the tank."),
        ("fr", "Le verger couvre 2 hectares.", "Le verger a 2 mètres carrés."),
        ("de", "Die Obstwiese misst 2 Hektar.", "Die Obstwiese hat 2 Quadratmeter."),
        ("es", "El huerto ocupa 2 hectáreas.", "El huerto tiene 2 metros cuadrados."),
    ],
)
def test_the_same_number_of_another_unit_is_a_flag(lang: str, original: str, plain: str) -> None:
    assert "numbers" in flags(original, plain, lang)


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "The orchard covers 12 hectares.", "The orchard has 120,000 square metres."),
        ("en", "The orchard covers two square kilometres.", "The orchard is 200 hectares large."),
        ("en", "The hut measures 9 square metres.", "The hut is 9 m² large."),
        ("en", "The orchard covers one acre.", "The orchard is an acre large."),
        ("fr", "La cabane mesure 9 mètres carrés.", "La cabane a 9 mètres carrés."),
        ("de", "Die Wiese misst einen halben Hektar.", "Die Wiese hat 5000 Quadratmeter."),
    ],
)
def test_the_same_area_is_none(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang) == set()


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "The jury awards each of the seven rowers 450 euros.", "The seven rowers win 450 euros in all."),
        ("en", "Every rower receives 450 euros.", "The rowers get 450 euros between them."),
        ("en", "The rowers receive a total of 450 euros.", "Each rower gets 450 euros."),
        ("fr", "Chaque rameur reçoit 450 euros.", "Les rameurs reçoivent 450 euros en tout."),
        ("de", "Jeder Ruderer erhält 450 Euro.", "Die Ruderer bekommen zusammen 450 Euro."),
        ("es", "Cada remero recibe 450 euros.", "Los remeros reciben 450 euros en total."),
    ],
)
def test_of_each_is_not_of_all(lang: str, original: str, plain: str) -> None:
    assert "quantities" in flags(original, plain, lang)


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("Each of the 7 rowers receives 450 euros.", "The 7 rowers get 450 euros each, that is 3,150 euros in all."),
        ("Each of the 7 rowers receives 450 euros.", "In all, 7 rowers get 450 euros each."),
        ("The crew receives a total of 450 euros.", "The crew gets 450 euros each year in all."),
        ("Each crew of four rowers pays 90 euros.", "Four rowers pay 90 euros. There are no other fees in all this."),
        ("A total of 450 euros is paid each year.", "Each year, 450 euros are paid."),
        ("Each dry year it falls, to 50 euros overall.", "In every dry year it falls, to at most 50 euros in all."),
        ("It blinks every 15 seconds and sleeps altogether by day.", "It blinks every 15 seconds. By day it sleeps."),
    ],
)
def test_what_says_both_is_no_flag(original: str, plain: str) -> None:
    assert "quantities" not in flags(original, plain)
