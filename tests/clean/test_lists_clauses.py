# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clauses that each end one sentence, whose bullets were drawn. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

LEAD = "The board of the harbour may refuse a boat that"
CLAUSES = ["is not sound,", "has no lamp at night, or", "is not paid for when the tide turns."]


@pytest.mark.parametrize("lead", [LEAD, "The board may refuse a boat if:"])
def test_clauses_up_to_the_one_behind_or_are_items(lead: str) -> None:
    body = "\n\n".join([lead, *CLAUSES, "The clerk writes it down."])
    listed = cleaned(body).split("\n")
    assert [line for line in listed if line.startswith("- ")] == [f"- {clause}" for clause in CLAUSES]
    assert lead in listed


def test_an_extractor_may_have_left_some_bullets() -> None:
    body = f"{LEAD}\n\n- {CLAUSES[0]}\n\n{CLAUSES[1]}\n\n- {CLAUSES[2]}"
    listed = cleaned(body).split("\n")
    assert [line for line in listed if line.startswith("- ")] == [f"- {clause}" for clause in CLAUSES]


SENTENCES = [
    [f"{LEAD} has no lamp, or", "is not paid for when the tide turns."],  # two pieces of one sentence
    [f"{LEAD}", "is not sound and has no lamp, and", "The clerk writes it down."],
    ["“Boat”", "means", "(a)", "(b)", "that which floats on the sea, or", "that which lies on the mole."],
    [f"{LEAD} is not sound.", "or has no lamp, or", "is not paid for when the tide turns."],  # the sentence ended above
]


@pytest.mark.parametrize("pieces", SENTENCES)
def test_pieces_of_one_sentence_are_none(pieces: list[str]) -> None:
    assert "- " not in cleaned("\n\n".join(pieces))


def test_lines_that_were_full_are_pieces_of_one_sentence() -> None:
    wide = "the pilots have seen the state of the channel since the winter, and the clerk knows what is owed, and"
    full = "\n".join([wide.replace("winter", month) for month in ("may", "june", "july", "spring", "fall")] * 3)
    body = f"{full} so on.\n\n{wide[:-4]}\n\n{wide}\n\n{wide}\n\nno more."
    assert "- " not in cleaned(body)


def test_an_authors_text_stays_and_is_told() -> None:
    text = "# Harbour\n\n" + "\n\n".join([LEAD, *CLAUSES]) + "\n"
    found = clean(text, lang="en")
    assert found.text == text and "clause-lists" in {repair.rule for repair in found.proposals}
