# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings with a letter that counts, in bold or italics. The texts were written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned

TEXT = "The keeper of the mole lights the lamps at dusk, and counts them."


def test_bold_lines_with_a_small_letter_before_a_capital_are_headings_and_keep_their_note() -> None:
    heads = f"**1. Dues**\n\n{TEXT}\n\n**a. Boats**\n{TEXT}.1\n\n**b. Goats** <sup>**2**</sup>\n\n{TEXT}"
    body = f"{heads}\n\n1Sold.\n\n2Old."
    text = _cleaned(body)
    assert "## 1. Dues\n" in text and f"### a. Boats\n\n{TEXT}" in text and "### b. Goats[^2]\n" in text
    assert "**b. goats**" in _cleaned(body.replace("b. Goats", "b. goats"))


HEADS = ("## Dues", "### _a. Boats_", "### _b. Goats_", "_c. Dogs_", "### _d. Men_")
MARKED = "\n\n".join(f"{head}\n\n{TEXT}" for head in HEADS)


def test_a_line_that_is_set_and_lettered_as_headings_are_is_one() -> None:
    assert "### _c. Dogs_\n" in _cleaned(MARKED)
    assert "\n_Dogs_\n" in _cleaned(MARKED.replace("c. Dogs", "Dogs"))
    assert "\n**c. Dogs**\n" in _cleaned(MARKED.replace("_c. Dogs_", "**c. Dogs**"))
    assert clean(f"# Harbour\n\n{MARKED}\n", lang="en").text == f"# Harbour\n\n{MARKED}\n"


def test_a_heading_in_italics_with_a_note_stands_beside_those_without() -> None:
    body = MARKED.replace("_a. Boats_", "_a. Boats_<sup>_1_</sup>").replace("_c. Dogs_", "### _c. Dogs_")
    text = _cleaned(f"{body}\n\n<sup>1</sup> Sold.")
    assert "### _a. Boats_[^1]\n" in text and "### _b. Goats_\n" in text and "#### " not in text
