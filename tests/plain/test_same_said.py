# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of sentences
"""What says the same in other words is no change: amounts, times, bounds, duties and permissions, words that deny."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.plain import lexicon
from pipeline.plain.difference import Difference
from pipeline.plain.guard.compare import guard
from pipeline.plain.numbers.amounts import amounts, key
from pipeline.plain.numbers.clock import times
from pipeline.plain.numbers.read import numbers
from pipeline.plain.statements.propositions import Statements
from pipeline.plain.text.clauses import BAN, DUTY, FREE, LEAVE, clauses
from pipeline.plain.text.implied import implied

ENGLISH = lexicon.of("en")
assert ENGLISH is not None


def flags(original: str, plain: str) -> list[Difference]:
    """What a publisher must answer."""
    return [found for found in guard(original, plain).differences if not found.weak]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("within 14 days", "within two weeks"), ("36 months", "three years"), ("48 hours", "two full days"),
        ("six months", "half a year"), ("90 minutes", "an hour and a half"), ("0.5 per cent", "half a percent"),
        ("50 per cent", "half"), ("one in ten", "10 out of every 100"), ("20 per cent", "one fifth"),
        ("3 centimetres", "30 mm"), ("one third", "a third of it"),
    ],
)  # fmt: skip
def test_amounts_with_another_unit_are_one(one: str, other: str) -> None:
    first, second = ({key(n) for n in amounts(numbers(text, ENGLISH), text, ENGLISH)} for text in (one, other))  # type: ignore[arg-type]
    assert first and first == second


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("fr", "trente minutes", "une demi-heure"), ("fr", "24 heures", "un jour entier"), ("fr", "un trimestre", "3 mois"),
        ("de", "14 Tage", "zwei Wochen"), ("de", "30 Minuten", "eine halbe Stunde"), ("de", "36 Monate", "drei Jahre"),
        ("es", "catorce días", "dos semanas"), ("es", "30 minutos", "media hora"), ("es", "un año", "doce meses"),
    ],
)  # fmt: skip
def test_amounts_with_another_unit_are_one_in_other_languages(lang: str, one: str, other: str) -> None:
    assert guard(f"{one}.", f"{other}.", lang).differences == ()


def test_working_days_and_months_are_no_days() -> None:
    texts = ("10 days", "10 working days", "one month", "30 days")
    assert len({tuple(map(key, amounts(numbers(text, ENGLISH), text, ENGLISH))) for text in texts}) == 4  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("by 20:00 hours", "by 8 in the evening"), ("until 8.25 a.m.", "until 08:25"), ("at 15.15", "at a quarter past three"),
        ("from 6 p.m. to 9 p.m.", "from 18:00 to 21:00"), ("at half past eight", "at 8.30"), ("by ten o'clock at night", "by 10 p.m."),
    ],
)  # fmt: skip
def test_times_are_read_as_times(one: str, other: str) -> None:
    first, second = (times(text, ENGLISH) for text in (one, other))  # type: ignore[arg-type]
    assert first and len(first) == len(second)
    assert all(here.same(there) for here, there in zip(first, second, strict=True))


@pytest.mark.parametrize("text", ["It took 8 hours.", "a fee of 8.30 euros", "2.5 metres", "version 12", "at 7.5 metres"])
def test_what_is_no_time(text: str) -> None:
    assert times(text, ENGLISH) == []  # type: ignore[arg-type]


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_is_itself_and_no_other(hour: int, minute: int) -> None:
    (time,) = times(f"at {hour:02}:{minute:02}", ENGLISH)  # type: ignore[arg-type]
    assert time.minutes == 60 * hour + minute


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("The pass shall not be renewed without the consent of the warden.", "The pass is renewed only if the warden agrees."),
        ("No keeper may open the sluice until the flood has passed.", "The keeper may open the sluice only after the flood has passed."),
        ("The ferry shall not carry more than 40 sheep.", "The ferry may carry up to 40 sheep."),
        ("The old charts need not be kept.", "You may throw the old charts away."),
        ("No guide is paid for more than 3 trips.", "A guide is paid for at most 3 trips."),
        ("Report by 31 December.", "Report by the end of December."),
        ("The keeper may, within two months, object to the fine.", "You have two months to object to the fine."),
        ("The bathing season lasts from 9.30 to 17.00.", "The bathing season lasts from half past nine to five in the afternoon."),
        ("The path is shut in the first half of 2031.", "The path is shut in the first six months of 2031."),
        ("A boat late by 60 to 119 minutes costs 5 euros.", "A boat costs 5 euros if it is an hour late or more, but less than two hours."),
        ("One in five boats leaked.", "One boat in every five leaked."),
        ("Two thirds of the keepers had a dog.", "Two out of three keepers had a dog."),
        ("The fleet shrank by almost a third, to 212 boats.", "The fleet has 212 boats now, nearly one third fewer."),
        ("Of 620 boats, 400 have not been painted.", "There are 620 boats. 220 are painted, and 400 are not."),
        ("Fishing is open from October to April.", "Fishing is open for seven months, from October to April."),
        ("No stalls are let before 1 July.", "Until 30 June, no stalls are let."),
        ("Pay by 31 December of each year.", "Pay by the end of each year."),
        ("The toll rises on 1 May.", "On the first of May, the toll rises."),
        ("Under section 4, boats are checked.", "Boats are checked."),
        ("The lock closes at noon on Friday.", "The lock closes at 12 noon on Friday."),
        ("Boil the water for at least one minute.", "Boil the water for a minute or longer."),
        ("Keepers record every wreck, however small it may be.", "Keepers record every wreck, even if it is small."),
        ("Send a plan by May; otherwise the licence ends.", "Send a plan by May. If you do not, the licence ends."),
        ("The crew neither washed the boats nor answered the calls of the keepers.", "The crew did not wash the boats. It did not answer the calls of the keepers."),
        ("The maximum fine is 500 euros.", "You cannot be fined more than 500 euros."),
        ("No goat was counted; 61 sheep and 290 lambs were.", "Not one goat was counted, but 61 sheep and 290 lambs."),
        ("The toll is due in May, or on the following Monday.", "The toll is due in May, or on the Monday after."),
        ("The bell rings for notes of more than €20.", "The bell rings for any note bigger than a 20."),
        ("Those fasting may rest.", "Those who do not eat any food may rest."),
    ],
)
def test_what_comes_to_the_same_is_no_flag(original: str, plain: str) -> None:
    assert flags(original, plain) == []


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("The pass shall not be renewed without the consent of the warden.", "The pass is renewed without the consent of the warden."),
        ("The keeper may invite walkers; walkers need not come.", "The keeper must invite walkers. Walkers do not have to come."),
        ("Sheep must not be fed; goats may be fed.", "Sheep may be fed. Goats may be fed."),
        ("Eggs keep for five days.", "Eggs keep for five weeks."),
        ("The gate closes at 20:00.", "The gate closes at 9 p.m."),
        ("One in ten lambs is black.", "One in five lambs is black."),
        ("Pay within 14 days.", "Pay within three weeks."),
        ("Of 620 boats, 400 have not been painted.", "There are 620 boats. 220 have not been painted."),
        ("No stalls are let before 1 July.", "Until 29 June, no stalls are let."),
        ("Under section 4, boats are checked.", "Under section 5, boats are checked."),
        ("A pass: one walker 42 euros; a couple 71 euros.", "A pass costs: for one walker: 71 euros; for a couple: 42 euros."),
        ("Of the boats, 29 per cent of the red ones leak and 44 per cent of the blue.", "Of the red boats, 44% leak. Of the blue, it is 29%."),
        ("At least 30 per cent of the crew are women.", "No more than 30% of the crew are women."),
        ("The old charts need not be kept.", "The old charts must not be kept."),
        ("At the second reading, two thirds of the keepers agreed.", "At the second reading, a third of the keepers agreed."),
        ("Only walkers over 65 are let in.", "Only walkers of 65 or younger are let in."),
        ("We urge the keepers to help.", "We invite the keepers to help."),
    ],
)
def test_what_does_not_is_one(original: str, plain: str) -> None:
    assert flags(original, plain)


@pytest.mark.parametrize(
    ("original", "plain", "told"),
    [
        # A force that came with the wording, and took the place of none.
        ("The warden may close the path upon written notice.", "The warden may close the path. He has to write to you.", []),
        ("The paths were open to nobody who had a dog.", "Nobody could walk the paths with a dog.", []),
        # One that took the place of another.
        ("Keepers must log each boat; walkers may rest.", "Keepers may log each boat. Walkers may rest.", ["modality"]),
        ("Keepers may log each boat; walkers must pay.", "Keepers must log each boat. Walkers must pay.", ["modality"]),
        ("A fee is payable by walkers. Keepers may enter.", "Walkers can pay a fee. Keepers may enter.", ["modality"]),
    ],
)
def test_a_force_is_flagged_where_it_took_the_place_of_another(original: str, plain: str, told: list[str]) -> None:
    assert [found.kind for found in flags(original, plain)] == told


def test_each_clause_is_set_beside_its_own() -> None:
    original = "Keepers must log each boat; visitors may not swim, but dogs need not be leashed."
    plain = "Visitors must not swim. Dogs do not have to be leashed. You must log each boat."
    ours, theirs = (clauses(text, ENGLISH, "en") for text in (original, plain))  # type: ignore[arg-type]
    found = Statements.of(ours, theirs, "en")
    assert [clause.forces for clause in found.original] == [{DUTY}, {BAN}, {FREE}]
    assert found.origins == (1, 2, 0)
    assert LEAVE not in found.plain[0].forces


def test_words_that_deny_say_what() -> None:
    words = {one.root: one for _, one in implied("He abstained. The seat is vacant, and rain is unlikely.", "en")}
    assert words["abstain"].degree == 10
    assert "vote" in words["abstain"].denied
    assert list(implied("Er fastet.", "de")) == []


def test_a_bound_that_is_dropped_is_a_change_where_the_words_stay() -> None:
    text = "The harbour keeps at least 30 boats ready for the ferry in winter and in spring."
    assert flags(text, text.replace("at least 30", "30"))
    assert not flags(text, "In winter and spring, 30 boats are kept for the ferry. This is the work of the harbour.")
