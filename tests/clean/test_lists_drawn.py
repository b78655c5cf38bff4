# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists of texts that lost all their bullets, as browsers draw them. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_running_heads import TOWN

TEXT = " ".join(TOWN) + " end."
PAGES = "\n\n".join(f"### Pier {one}\n\n{TEXT}\n\n##### Page {number} of 4" for number, one in enumerate("ABC", 2))


def _cleaned(body: str, more: str = "") -> str:
    """What becomes of a text on the first of four pages."""
    text = f"# The harbour\n\n{TEXT}\n\n## Boats\n\n{body}\n\n##### Page 1 of 4\n\n{PAGES}{more}\n"
    return clean(text, lang="en").text.split("## Boats\n\n")[1].split("\n\n### Pier A")[0]


def _items(*texts: str) -> str:
    return "\n\n".join(f"- {text}" for text in texts)


SENTENCE = "The board of the harbour says what a boat must have before it may lie at the western mole."
LISTS = [
    ("", ["the boat must have a lamp,", "it must not be tied to another one, nor to the rail of the mole."]),
    (f"{SENTENCE}\n\n", ["it has a lamp;", "it is not tied to the rail;", "it has been paid for."]),
    ("", ["Rules of the mole and its boats", "Dues of the harbour for the winter", "Lamps and how they are lit"]),
    ("The board reads:\n\n", ["Report of the clerk"]),
    ("The board reads:\n\n", ["Letters of the pilots.", "What was paid.", "Complaints.", "What the wind did."]),
    (
        "A boat may lie:\n\n",
        [f"At the mole, where {SENTENCE.lower()}", "At the quay, for a day.", "At no other place."],
    ),
]


@pytest.mark.parametrize(("lead", "texts"), LISTS)
def test_items_without_bullets_have_them_again(lead: str, texts: list[str]) -> None:
    assert _cleaned(lead + "\n\n".join(texts)) == lead + _items(*texts)


PARAGRAPH = f"{SENTENCE} It says so every year."
STAY = [
    f"{PARAGRAPH}\n\n{PARAGRAPH}",
    "Boats\n\nNets\n\nLamps",  # names below each other
    f"The clerk wrote:\n\n{PARAGRAPH}\n\nSo it was. {SENTENCE}",
    f"{SENTENCE[:-1]}\n\nit must have a lamp.",  # the rest of a sentence
]


@pytest.mark.parametrize("body", STAY)
def test_other_paragraphs_stay(body: str) -> None:
    assert "\n- " not in f"\n{_cleaned(body)}"


def test_what_is_said_below_the_title_is_no_list() -> None:
    said = "Made by the board of the harbour\n\nRead by all the pilots in spring\n\nPrinted at the western mole"
    text = f"# The harbour\n\n{said}\n\n## Boats\n\n{TEXT}\n\n##### Page 1 of 4\n\n{PAGES}\n"
    assert said in clean(text, lang="en").text


def test_a_text_that_kept_a_bullet_lost_none() -> None:
    body = "Report of the clerk\n\nDues of the harbour for the winter\n\nLamps and how they are lit"
    assert body in _cleaned(body, more="\n\nThey are:\n\n- red,\n- green.")


def test_bullets_that_an_extractor_guessed_are_none() -> None:
    body = "it must have a lamp;\n\nit must not be tied to the rail."
    found = _cleaned(f"- These boats are old.\n- Theseus has another, and this is what is asked of it:\n\n{body}")
    assert found.startswith("- These boats are old.\n")  # two that are alike by chance
    found = _cleaned(f"- Shed A is for boats. {SENTENCE}\n- Shee B is for nets. It has a lamp.\n\n{SENTENCE}\n\n{body}")
    assert found.startswith("Shed A") and "\n\nShee B" in found and "- it must have a lamp;" in found
