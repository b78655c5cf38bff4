# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""Numbers that both texts have, and that are another fact: by or to how much, how often, of what, when, from which
end. Each with the wordings that say the same."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard


def flags(original: str, plain: str, lang: str) -> list[tuple[str, str, str]]:
    """What is told as strong evidence of another number."""
    return [
        (one.kind, one.original, one.plain) for one in guard(original, plain, lang).differences
        if one.kind == "numbers" and not one.weak
    ]  # fmt: skip


CHANGED = {
    "by or to how much": [
        ("en", "The crew shrank by 40 per cent.", "The crew shrank to 40 per cent."),
        ("en", "The berth fee was reduced by one third.", "The berth fee was cut to a third."),
        ("en", "Prices rose by 12 euros.", "Prices rose to 12 euros."),
        ("en", "The toll is reduced to a quarter for a month.", "For a month the toll is a quarter less."),
        ("en", "There was an increase of 12 per cent.", "The price was raised to 12 per cent."),
        ("de", "Der Lohn wurde auf 12 Euro erhöht.", "Der Lohn wurde um 12 Euro erhöht."),
        ("fr", "Le salaire augmente de 12 %.", "Le salaire augmente à 12 %."),
        ("es", "El precio bajó en un tercio.", "El precio bajó a un tercio."),
    ],
    "of what": [
        ("en", "The course has four lessons of one hour.", "The course has one lesson of four hours."),
        ("en", "The band plays one concert of three songs.", "The band plays three concerts of one song each."),
        ("en", "Each guest has two beds in a room.", "Each guest has a bed in two rooms."),
        ("en", "A club holds three meetings of two hours a month.", "A club holds two meetings of three hours a month."),
    ],
    "how often": [
        ("en", "The roof is painted every other year.", "The roof is painted twice every year."),
        ("en", "The roof is painted every other year.", "The roof is painted every year."),
        ("en", "The choir meets every second week.", "The choir meets twice a week."),
        ("en", "The choir meets every third week.", "The choir meets every week."),
        ("en", "Rent is due on the first day of each quarter.", "Rent is due on the first day of each month."),
        ("en", "The timetable is printed quarterly.", "The timetable is printed every month."),
        ("en", "The choir meets once a week.", "The choir meets every two weeks."),
        ("de", "Das Heft erscheint jedes zweite Jahr.", "Das Heft erscheint zweimal jedes Jahr."),
        ("de", "Am ersten Tag jedes Quartals wird gezahlt.", "Am ersten Tag jedes Monats wird gezahlt."),
        ("fr", "La fête a lieu tous les deux ans.", "La fête a lieu deux fois par an."),
        ("fr", "Il est payé le premier jour de chaque trimestre.", "Il est payé le premier jour de chaque mois."),
        ("es", "La feria es cada dos años.", "La feria es dos veces al año."),
        ("es", "El primer día de cada trimestre se paga.", "El primer día de cada mes se paga."),
    ],
    "in which year": [
        ("en", "Between 1990 and 2000 the herd fell from 900 to 400 cows.", "In 1990 there were 400 cows. By 2000 there were 900."),
        ("en", "From 2011 to 2016, the share went from 20% to 35%.", "It was 35% in 2011 and 20% in 2016."),
        ("en", "It was 20% in 2011 and 35% in 2016.", "From 2011 to 2016, it went from 35% to 20%."),
    ],
    "from which end": [
        ("en", "The fee is charged during the last nine weeks of the term.", "The fee is charged in the first nine weeks of the term."),
        ("en", "The fee is charged during the last nine weeks of the term.", "The fee is charged nine weeks after the term begins."),
        ("en", "The first two pages are blank; the last page is not.", "The last two pages are blank; the first page is not."),
        ("de", "In den letzten neun Wochen der Lehre.", "In den ersten neun Wochen der Lehre."),
        ("fr", "Pendant les neuf derniers mois du bail.", "Pendant les neuf premiers mois du bail."),
        ("es", "En los últimos nueve meses del curso.", "En los primeros nueve meses del curso."),
    ],
}  # fmt: skip
SAME = {
    "by or to how much": [
        ("en", "The budget was reduced by a third.", "The budget is now a third less."),
        ("en", "The crew was cut to 40.", "The crew now has 40 people."),
        ("en", "The crew was cut by half.", "The crew was cut to half."),
        ("en", "Sales increased by 5 to 10 per cent.", "Sales rose between 5 and 10 per cent."),
        ("en", "The price was cut by 10 euros to 20 euros.", "The price is now 20 euros. That is 10 euros less."),
        ("en", "The lease was extended by six months.", "The lease lasts six months longer."),
        ("de", "Die Miete wurde um ein Drittel gesenkt.", "Die Miete ist ein Drittel niedriger."),
        ("fr", "Le prix baisse de 20 à 15 euros.", "Le prix passe de 20 euros à 15 euros."),
        ("es", "El precio bajó en un tercio.", "El precio bajó un tercio."),
    ],
    "of what": [
        ("en", "The course has four lessons of one hour.", "The course has four lessons. Each lesson lasts one hour."),
        ("en", "The course has four lessons of one hour.", "There are four lessons of an hour each."),
        ("en", "Each guest has two beds in a room.", "In a room, each guest has two beds."),
        ("en", "The band plays one concert of three songs.", "The band plays a concert. It has three songs."),
    ],
    "how often": [
        ("en", "The roof is painted every other year.", "The roof is painted every two years."),
        ("en", "The roof is painted biennially.", "The roof is painted once every two years."),
        ("en", "The choir meets every second week.", "The choir meets once a fortnight."),
        ("en", "The choir meets every third week.", "The choir meets every three weeks."),
        ("en", "The timetable is printed quarterly.", "The timetable is printed every three months."),
        ("en", "The timetable is printed each quarter.", "The timetable is printed four times a year."),
        ("en", "Accounts are checked half-yearly.", "We check the accounts every six months."),
        ("en", "The levy is paid per annum.", "You pay the levy every year."),
        ("en", "The daily fare is 4 euros, and 20 euros a week.", "You pay 4 euros per day, or 20 euros each week."),
        ("de", "Das Heft erscheint jedes zweite Jahr.", "Das Heft kommt alle zwei Jahre."),
        ("de", "Der Chor trifft sich zweimal im Jahr.", "Der Chor trifft sich alle sechs Monate."),
        ("fr", "Le comité se réunit deux fois par an.", "Le comité se réunit tous les six mois."),
        ("es", "El comité se reúne dos veces al año.", "El comité se reúne cada seis meses."),
    ],
    "in which year": [
        ("en", "Between 1990 and 2000 the herd fell from 900 to 400 cows.", "In 1990 there were 900 cows. By 2000 there were 400."),
        ("en", "Between 1990 and 2000 the herd fell from 900 to 400 cows.", "In 2000 there were 400 cows, down from 900 in 1990."),
    ],
    "from which end": [
        ("en", "The fee is charged during the last nine weeks of the term.", "The fee is charged in the nine weeks before the term ends."),
        ("en", "The fee is charged in the first nine weeks of the term.", "The fee is charged for nine weeks after the term begins."),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "original", "plain"), [one for rows in CHANGED.values() for one in rows])
def test_the_same_number_of_another_fact_is_a_flag(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang)


@pytest.mark.parametrize(("lang", "original", "plain"), [one for rows in SAME.values() for one in rows])
def test_the_same_fact_in_other_words_is_no_flag(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang) == []


@pytest.mark.parametrize("rows", [CHANGED.values(), SAME.values()])
def test_a_text_is_the_same_as_itself(rows: list[list[tuple[str, str, str]]]) -> None:
    for lang, original, plain in (one for some in rows for one in some):
        assert guard(original, original, lang).differences == guard(plain, plain, lang).differences == ()


def test_what_is_told_by_its_unit_is_not_told_again() -> None:
    assert len(flags("The timetable is printed quarterly.", "The timetable is printed monthly.", "en")) == 1
