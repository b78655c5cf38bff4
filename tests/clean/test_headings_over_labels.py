# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings of plain text right above a list of letters or Roman numbers, with no blank line between. Written for these
tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_repairs import PLAIN_PART

TITLE = "The State of the Roads"
PARTS = ("Masters and pilots", "Lamps of the mole")


def _lines(lead: str, marks: str, last: str = "The council keeps the keys of the gate.") -> list[str]:
    """The lines of a text in which a line stands right above a list, after cleaning."""
    one, two = marks.split()
    listed = f"{lead}\n{one} The pilots are chosen in spring.\n\n{two} {last}"
    parts = [TITLE, f"{PARTS[0]}\n\n{PLAIN_PART}\n\n{PLAIN_PART}", listed, f"{PARTS[1]}\n\n{PLAIN_PART}\n\f"]
    return clean("\n\n".join(parts) + "\n", lang="en").text.splitlines()


@pytest.mark.parametrize("marks", ["i. ii.", "(a) (b)", "a) b)", "I. II."])
def test_a_short_line_above_the_first_of_a_list_is_a_heading(marks: str) -> None:
    lines = _lines("Choosing the pilots", marks)
    assert "## Choosing the pilots" in lines
    assert f"{marks.partition(' ')[0]} The pilots are chosen in spring." in [" ".join(line.split()) for line in lines]


def test_a_sentence_that_a_label_goes_on_stays() -> None:
    """No second label follows: the line cites a letter."""
    assert "## The pilots go by what is said in rule" not in _lines("The pilots go by what is said in rule", "i. x.")


def test_a_line_that_leads_to_a_list_is_no_heading() -> None:
    assert "Pilots are chosen so:" in _lines("Pilots are chosen so:", "i. ii.")
