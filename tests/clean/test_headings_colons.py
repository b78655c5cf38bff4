# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines with a colon that head the paragraphs below them, in plain text. Written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_repairs import PLAIN_PART

TERMS = ("Dues", "Lamps of the mole", "Wrecks", "Rights of pilots", "Ice", "Fines")
MEANS = (
    "Each boat pays for the lamps once a year.",
    "They are lit by the keeper, and by nobody else.",
    "[The keeper] pays for what is brought in.",
    "Pilots choose the boat on which they go out.",
    "No boat leaves the gate while there is ice.",
    "Whoever leaves all the same pays three times as much.",
)


def _headings(*rows: tuple[str, str]) -> list[str]:
    """The headings of a text with such lines, but for its first two."""
    body = "\n\n".join(f"{term}:\n\n{means}" for term, means in rows)
    text = f"The State of the Roads\n\n{PLAIN_PART}\n\n\fThe ferries\n\n{PLAIN_PART}\n\n{body}\n\n{PLAIN_PART}\n"
    found = [line for line in clean(text, lang="en").text.splitlines() if line.startswith("#")]
    assert found[:2] == ["# The State of the Roads", "## The ferries"]
    return found[2:]


def test_a_row_of_terms_over_sentences_are_headings() -> None:
    assert _headings(*zip(TERMS, MEANS, strict=True)) == [f"## {term}:" for term in TERMS]


def test_a_few_lines_with_a_colon_lead_to_what_is_below_them() -> None:
    assert _headings(*zip(TERMS[:4], MEANS, strict=False)) == []


def test_a_form_that_is_filled_in_has_no_headings() -> None:
    names = ("Anna Sand", "Harbour Office", "Pilots", "12 May", "Ferries", "Mole")
    assert _headings(*zip(TERMS, names, strict=True)) == []


def test_a_line_that_is_said_again_is_a_label() -> None:
    assert _headings(*((term, means) for term, means in zip(("Note",) * 6, MEANS, strict=True))) == []
