# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of sentences
"""The guard: seeded changes are caught, faithful texts are left alone, people's judgement is followed."""

from __future__ import annotations

import csv
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.plain import lexicon
from pipeline.plain.authored.align import guard_text
from pipeline.plain.guard.compare import guard
from pipeline.plain.guard.kept import meaning_kept
from pipeline.plain.numbers.dates import dates
from pipeline.plain.numbers.read import numbers
from tests.corpora import corpora
from tests.make import document
from tests.plain import mutators
from tests.plain.samples import faithful

ENGLISH = lexicon.of("en")
assert ENGLISH is not None
CAUGHT_BY = {
    "numbers": {"numbers", "dates", "quantities"},
    "negation": {"negation", "modality"},
    "modality": {"modality", "negation"},
}
SETS = ("faithful", "faithful_unseen", "faithful_held_out")


def kinds(original: str, plain: str, lang: str = "en", **more: object) -> set[str]:
    return {found.kind for found in guard(original, plain, lang, **more).differences}  # type: ignore[arg-type]


def missed(kind: str, original: str, plain: str) -> list[str]:
    """The seeded changes of ``plain`` that the guard does not tell."""
    before = set(guard(original, plain).differences)
    return [
        changed
        for _, changed in getattr(mutators, kind)(plain)
        if not any(
            found.kind in CAUGHT_BY[kind] and found not in before for found in guard(original, changed).differences
        )
    ]


@pytest.mark.parametrize("name", SETS)
def test_at_most_five_false_flags_in_a_hundred_faithful_pairs(name: str) -> None:
    pairs = faithful(name)
    flags = [found for original, plain in pairs for found in guard(original, plain).differences]
    assert len(flags) <= 0.05 * len(pairs), flags


@pytest.mark.parametrize("kind", sorted(CAUGHT_BY))
@pytest.mark.slow
def test_every_seeded_change_of_a_text_is_caught_against_itself(kind: str) -> None:
    texts = [text for name in SETS for pair in faithful(name) for text in pair]
    assert sum(len(list(getattr(mutators, kind)(text))) for text in texts) > 200
    assert [change for text in texts for change in missed(kind, text, text)] == []


@pytest.mark.parametrize(("kind", "least"), [("numbers", 1.0), ("modality", 1.0), ("negation", 1.0)])
def test_seeded_changes_of_plain_texts_are_caught_against_their_originals(kind: str, least: float) -> None:
    pairs = [pair for name in SETS for pair in faithful(name)]
    total = sum(len(list(getattr(mutators, kind)(plain))) for _, plain in pairs)
    gone = [change for original, plain in pairs for change in missed(kind, original, plain)]
    assert 1 - len(gone) / total >= least, gone


def test_the_score_follows_what_people_say_of_kept_meaning() -> None:
    with (corpora("meaning") / "rated.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    scores = [meaning_kept(row["original"], row["simplification"]) for row in rows]
    for limit in (50.0, 70.0):
        good = [score for score, row in zip(scores, rows, strict=True) if float(row["meaning_kept_0_100"]) >= limit]
        bad = [score for score, row in zip(scores, rows, strict=True) if float(row["meaning_kept_0_100"]) < limit]
        area = sum((a > b) + (a == b) / 2 for a, b in product(good, bad)) / (len(good) * len(bad))
        assert area >= 0.80, (limit, area)


def test_votes_against_are_no_estimate() -> None:
    text = "Der Antrag wurde mit 19 gegen 4 Stimmen angenommen."
    assert guard(text, "19 waren dafür und 4 dagegen.", "de").differences == ()
    estimate = guard("Es kamen gegen 40 Gäste.", "Es kamen 40 Gäste.", "de").differences
    assert {one.kind for one in estimate} & {"quantities", "numbers"}


def test_cells_of_a_row_are_no_number_together() -> None:
    made = document("| Personen | drei | vier und mehr |\n|---|---|---|\n| Euro | 5 | 6 |\n", lang="de")
    assert "drei; vier" in guard_text(made.blocks[0])


@pytest.mark.parametrize(
    ("original", "plain", "told"),
    [
        ("We will continue the aid.", "We continue the aid.", "strong"),
        ("Members may claim costs.", "Members claim costs.", "strong"),
        ("You must sign the form.", "Sign the form.", "weak"),
        ("We will continue the aid.", "We are going to continue the aid.", ""),
        ("Members may claim costs.", "Members can claim costs.", ""),
        ("Members may only claim costs.", "Members can only claim costs.", ""),
        ("We commit to the plan.", "We consider the plan.", "strong"),
        ("We urge all states to help.", "We order all states to help.", "strong"),
    ],
)
def test_force_is_counted(original: str, plain: str, told: str) -> None:
    found = [one for one in guard(original, plain).differences if one.kind == "modality"]
    assert [("weak" if one.weak else "strong") for one in found] == ([told] if told else []), found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.5 million, 1,500,000 and one and a half million", [1.5e6, 1.5e6, 1.5e6]),
        ("three hundred and five", [305]),
        ("twenty-one of 7.7 million", [21, 7.7e6]),
        ("$20 billion, €3m and 5 per cent", [2e10, 3e6, 5]),
        ("half a million", [5e5]),
        ("tens of thousands", [1e4]),
        ("٣٠ and 1 234 567", [30, 1234567]),
    ],
)
def test_numbers_are_read_as_values(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers(text, ENGLISH)] == values  # type: ignore[arg-type]


def test_units_and_bounds_stay_with_their_number() -> None:
    found = numbers("at least 5%, over $20, up to ten, nearly 110,000, 18 or older", ENGLISH)  # type: ignore[arg-type]
    assert [(n.value, n.unit, n.bound) for n in found] == [
        (5, "%", "at least"), (20, "dollar", "more than"), (10, "", "at most"), (110000, "", "about"), (18, "", "at least"),
    ]  # fmt: skip


def test_one_date_in_four_forms() -> None:
    text = "14 November 2019; November 14, 2019; 2019-11-14; the 14th of November 2019"
    assert {(d.year, d.month, d.day) for d in dates(text, ENGLISH)} == {(2019, 11, 14)}  # type: ignore[arg-type]
    assert dates("It may 5 times march on.", ENGLISH) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("original", "plain", "kind"),
    [
        ("It took 12 days.", "It took days.", "numbers"),
        ("It cost $5 million.", "It cost €5 million.", "numbers"),
        ("At least 30 boats sank.", "More than 30 boats sank.", "quantities"),
        ("At most 30 boats sank.", "30 boats sank.", "quantities"),
        ("There were 40 dogs and 70 cats.", "There were 70 dogs and 40 cats.", "numbers"),
        ("Pay before 30 June 2024.", "Pay after 30 June 2024.", "dates"),
        ("Pay before 30 June 2024.", "Pay before 3 June 2024.", "dates"),
        ("He went to Chad.", "He went to Mali.", "names"),
        ("All members voted.", "Most members voted.", "quantities"),
        ("All members voted.", "Some members voted.", "quantities"),
        ("You may leave if you have paid.", "You may leave.", "conditions"),
        ("You may leave unless it rains.", "You may leave if it rains.", "conditions"),
        ("Use it only at home.", "Use it at home.", "conditions"),
        ("We urge them to stop.", "We invite them to stop.", "modality"),
        ("You must not smoke.", "You do not have to smoke.", "modality"),
        ("Prices increased.", "Prices decreased.", "opposites"),
        ("The safe route is in the north.", "The safe route is in the south.", "opposites"),
    ],
)
def test_changes_in_every_dimension(original: str, plain: str, kind: str) -> None:
    assert kind in kinds(original, plain)


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("About 4,987 people came.", "About 4,987 people came."),
        ("4,987 people came.", "About 5,000 people came."),
        ("The two sides agreed.", "Both sides agreed."),
        ("The United Nations helped Iraqi towns.", "The UN helped towns in Iraq."),
        ("The World Food Programme left.", "The WFP left."),
        ("He lacks money.", "He does not have money."),
        ("The President of France spoke.", "France's President spoke."),
    ],
)
def test_what_says_the_same_is_left_alone(original: str, plain: str) -> None:
    assert kinds(original, plain) == set()


def test_an_alias_table_joins_names() -> None:
    pair = ("Daesh/ISIS lost land.", "The group Daesh lost land.")
    assert kinds("The Rotary Club met.", "The Society met.") == {"names"}
    assert kinds("The Rotary Club met.", "The Society met.", aliases={"Rotary Club": ("Society",)}) == set()
    assert kinds(*pair, aliases={"ISIS": ("Daesh/ISIS", "Daesh")}) == set()


@pytest.mark.parametrize(
    ("lang", "original", "same", "other", "kind"),
    [
        ("fr", "Le comité doit payer 30 euros avant le 3 mai 2024.", "Il faut que le comité paie 30 euros avant le 3 mai 2024.", "Le comité peut payer 30 euros avant le 3 mai 2024.", "modality"),
        ("fr", "Le comité ne paie pas.", "Le comité ne paie pas.", "Le comité paie.", "negation"),
        ("de", "Der Rat muss 30 Euro zahlen.", "Der Rat muss 30 Euro bezahlen.", "Der Rat darf 30 Euro zahlen.", "modality"),
        ("de", "Der Rat zahlt nicht.", "Der Rat zahlt nicht.", "Der Rat zahlt.", "negation"),
        ("de", "Es waren zweiundzwanzig Boote.", "Es waren 22 Boote.", "Es waren 23 Boote.", "numbers"),
        ("es", "El consejo debe pagar 1.500 euros.", "El consejo debe pagar 1500 euros.", "El consejo puede pagar 1.500 euros.", "modality"),
        ("es", "El consejo no paga.", "El consejo no paga.", "El consejo paga.", "negation"),
        ("ar", "يجب دفع ٣٠ يورو", "يجب دفع 30 يورو", "يجوز دفع 30 يورو", "modality"),
        ("ar", "لا يدفع المجلس", "لا يدفع المجلس", "يدفع المجلس", "negation"),
    ],
)  # fmt: skip
def test_other_languages(lang: str, original: str, same: str, other: str, kind: str) -> None:
    assert kinds(original, same, lang) == set()
    assert kind in kinds(original, other, lang)


def test_what_is_not_looked_at_is_said() -> None:
    assert set(guard("a", "b", "ar").not_looked_at) == {"names", "quantities", "opposites"}
    assert len(guard("a", "b", "ja").not_looked_at) == 8
    assert guard("a", "b", "en").not_looked_at == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(["en", "fr", "de", "es", "ar", "zh"]))
def test_any_text_is_answered(original: str, plain: str, lang: str) -> None:
    assert 0 <= meaning_kept(original, plain, lang) <= 1
    assert guard(original, original, lang).differences == ()


def test_long_texts_take_no_quadratic_time() -> None:
    text = " ".join(f"Member {at} must not pay {at} euros unless all agree." for at in range(400))
    assert guard(text, text).differences == ()


def test_words_in_capitals_are_no_names() -> None:
    told = guard("The keeper SHALL oil the gate and MUST NOT lock it.", "The keeper must oil the gate and must not lock it.", "en")
    assert [one for one in told.differences if one.kind == "names"] == []


@pytest.mark.parametrize(("heading", "said"), [
    ("6. Keeping the gate", "Keeping the gate."), ("6.1 Gates", "Gates."), ("2) Gates", "Gates."),
    ("§ 1 Ruhezeiten", "Ruhezeiten."), ("Article 12: Fees", "Fees."), ("Kapitel II – Gebühren", "Gebühren."),
    ("Artículo 3.º Plazos", "Plazos."), ("Annex B. Forms", "Forms."), ("Article 5", "Article 5."),
    ("Part of the fee", "Part of the fee."), ("Schedule A payment", "Schedule A payment."), ("Section 8 2024", "Section 8 2024."),
    ("14. November 2019", "14. November 2019."), ("3 gates", "3 gates."), ("2019.", "2019."),
])  # fmt: skip
def test_what_counts_a_heading_is_no_number_of_it(heading: str, said: str) -> None:
    (block,) = document(f"# T\n\nText.\n\n## {heading.replace('.', chr(92) + '.', 1)}\n", lang="en").blocks[1:]
    assert guard_text(block) == said
