# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""Numbers, dates and times in the many ways that people write them, and two of them that changed places."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard

VALUES = ("numbers", "dates", "names", "quantities")


def told(original: str, plain: str, lang: str = "en") -> list[tuple[str, str, str]]:
    return [
        (one.kind, one.original, one.plain) for one in guard(original, plain, lang).differences
        if not one.weak and one.kind in VALUES
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "The boiler is inspected every six months.", "The boiler is checked twice a year."),
        ("en", "The boiler is inspected twice-yearly.", "The boiler is checked two times a year."),
        ("en", "Fees are invoiced quarterly.", "We send you a bill four times a year."),
        ("en", "Two in five tenants own a bicycle.", "40% of tenants have a bicycle."),
        ("en", "The gate closes at midnight.", "The gate is shut at 12 at night."),
        ("en", "In the school year 2018/19, 320 pupils enrolled.", "In the school year 2018-2019, 320 pupils joined."),
        ("en", "A doctor is on call 24 hours a day.", "A doctor is on call round the clock."),
        ("en", "Output rose from 12 to 24 tonnes.", "Output doubled from 12 tonnes to 24."),
        ("en", "A dozen boats were damaged.", "12 boats were damaged."),
        ("en", "The tour lasts an hour and a quarter.", "The tour takes 75 minutes."),
        ("en", "Wait three quarters of an hour.", "Wait 45 minutes."),
        ("en", "In the second half of 2022 sales fell.", "Sales fell from July to December 2022."),
        ("en", "The form is to be submitted in triplicate.", "Hand in three copies of the form."),
        ("en", "A fair is held every second year.", "A fair is held every other year."),
        ("en", "The levy rose from 2.5 to 3 per cent.", "The levy went up from 2.5% to 3%."),
        ("en", "One or two per cent were late.", "1% or 2% were late."),
        ("en", "Weeks 7 to 26: 80 per cent of the wage.", "For weeks 7 to 26 you get 80% of your wage."),
        ("en", "Those born before 1 January 1960 are exempt.", "If you were born before 1960, you are exempt."),
        ("en", "Each adult gets 350 dollars and each child half of it.", "An adult gets $350, a child gets $175."),
        ("en", "The two storms of 6 and 9 March came from the sea.", "The storms of 6 March and 9 March came from the sea."),
        ("en", "Readings are taken at 30-day intervals.", "The meter is read every 30 days."),
        ("es", "No se admiten después de las 14 horas.", "Después de las dos de la tarde no se admiten."),
        ("de", "Beginn um 7.30 Uhr.", "Es beginnt um halb acht Uhr."),
        ("fr", "La porte ferme à minuit.", "La porte est fermée à 24 heures."),
    ],
)  # fmt: skip
def test_the_same_value_in_other_words_is_no_flag(lang: str, original: str, plain: str) -> None:
    assert told(original, plain, lang) == []


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("The boiler is inspected every six months.", "The boiler is checked three times a year."),
        ("Two in five tenants own a bicycle.", "50% of tenants have a bicycle."),
        ("The tour lasts an hour and a quarter.", "The tour takes 85 minutes."),
        ("Wait three quarters of an hour.", "Wait 40 minutes."),
        ("A dozen boats were damaged.", "Dozens of boats were damaged."),
        ("In the school year 2018/19, 320 pupils enrolled.", "In the school year 2018-2020, 320 pupils joined."),
        ("Each adult gets 350 dollars and each child half of it.", "An adult gets $350, a child gets $195."),
        ("The meeting is held twice a month.", "The meeting is held twice a year."),
    ],
)
def test_another_value_is_a_flag(original: str, plain: str) -> None:
    assert told(original, plain)


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "In 2019 the clinic treated 410 patients, in 2020 only 275.", "It treated 275 patients in 2019. In 2020 it was just 410."),
        ("en", "In 2021, 78 per cent were heard, as against 91 per cent in 2017.", "In 2021, 91% were heard. In 2017 it was 78%."),
        ("en", "Guards came at 9.40 p.m. and left at 11.15 p.m.", "The guards came at 11:15 pm and left at 9:40 pm."),
        ("en", "The motion was carried by seven votes to three.", "Three members voted for the motion and seven against it."),
        ("en", "Boys made up 60 per cent and girls 40 per cent of the pupils.", "60% of the pupils were girls and 40% were boys."),
        ("en", "He was arrested on 3 May and released on 9 June.", "He was arrested on 9 June and set free on 3 May."),
        ("en", "The grant rose from 200 to 260 euros.", "The grant went from 260 to 200 euros."),
        ("en", "Section A pays a 10 per cent levy and Section B pays 4 per cent.", "Section A pays 4%. Section B pays 10%."),
        ("en", "Withdraw within 14 days or pay within 30.", "Withdraw within 30 days or pay within 14."),
        ("en", "Four of the nine towers were rebuilt.", "Nine of the four towers were rebuilt."),
        ("fr", "La taxe est de 12 euros, réduite à 7 euros pour les élèves.", "La taxe est de 7 euros. Pour les élèves, elle est de 12 euros."),
    ],
)  # fmt: skip
def test_two_values_that_changed_places_are_a_flag(lang: str, original: str, plain: str) -> None:
    assert told(original, plain, lang)


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("Donors aged between 18 and 70 weighing not less than 50 kilograms may give.", "You can give if you are 18 to 70 years old and weigh 50 kg or more."),
        ("The number of places is cut from 120 to 80.", "There will be 80 places instead of 120."),
        ("Five of its 16 judgeships have been vacant since 2019.", "It has posts for 16 judges. Five have been empty since 2019."),
        ("Of nine towers, four were rebuilt.", "Four of the nine towers were rebuilt."),
        ("The pier was shut between 4 and 21 November for Harun's boats.", "For Harun's boats the pier was shut from 4 to 21 November."),
        ("Of 60 boys 12 and of 40 girls 9 were late.", "There were 40 girls, 9 of them late, and 60 boys, 12 of them late."),
    ],
)  # fmt: skip
def test_two_values_that_are_told_in_another_order_stay_themselves(original: str, plain: str) -> None:
    assert told(original, plain) == []
