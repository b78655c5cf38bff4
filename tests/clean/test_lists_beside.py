# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clauses that lost their bullet beside one that has it. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned

LEAD = "Whoever moors at the quay of the town"
CLAUSES = ("must ask the keeper of the lamps for a berth, and", "must pay the dues of the harbour.")


@pytest.mark.parametrize("lost", [0, 1])
def test_a_clause_that_begins_as_the_item_beside_it_is_an_item(lost: int) -> None:
    read = [clause if place == lost else f"- {clause}" for place, clause in enumerate(CLAUSES)]
    body = "\n\n".join([LEAD, *read, "It is so."])
    assert _cleaned(body) == "\n\n".join([LEAD, *(f"- {clause}" for clause in CLAUSES), "It is so."])


@pytest.mark.parametrize(
    "below",
    [
        "may pay the dues of the harbour.",  # another word
        "Must pay the dues of the harbour, says the clerk.",
    ],
)
def test_other_texts_below_an_item_are_none(below: str) -> None:
    item = CLAUSES[0].removesuffix(" and")  # behind which the clause of another list may stand
    assert f"- {below}" not in _cleaned(f"{LEAD}\n\n- {item}\n\n{below}\n\nIt is so.")


def test_of_an_author_it_stays() -> None:
    text = f"# Harbour\n\n{LEAD}\n\n- {CLAUSES[0]}\n\n{CLAUSES[1]}\n"
    assert clean(text, lang="en").text == text
