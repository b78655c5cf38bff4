# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an author wrote stays as it is meant: links, attributes, lists and short lines of a source without pages."""

from __future__ import annotations

import pytest

from pipeline.clean import clean

NOTES = "\n\n### Sources\n\n[1] The book of tides, 1891.\n\nMore text of the harbour follows here.\n"

STAYS = [
    # a number inside an address, a list of attributes, code or a tag is no note's mark
    "The rules [1](#ref1) say so." + NOTES,
    "The rules [book](books/tides1 'Tides 1') say so." + NOTES,
    "The rules [book](<a b/tides1>) say so." + NOTES,
    "The rules [book][tides1] say so." + NOTES,
    "The rules [book]{#tides1} say so." + NOTES,
    "The rules `tide1` and ``tide`1`` say so." + NOTES,
    'The rules <span id="tide1">book</span> say so.' + NOTES,
    "The rules `a <sup>1</sup>` say so." + NOTES,
]


@pytest.mark.parametrize("text", STAYS)
def test_stays(text: str) -> None:
    assert clean(f"# Tides\n\n{text}", lang="en", refuse=["heading-levels"]).text == f"# Tides\n\n{text}"


def test_a_mark_beside_a_link_is_one() -> None:
    text = "The rules of [the book](tides1)1 say so." + NOTES
    assert "[the book](tides1)[^1] say so." in clean(f"# Tides\n\n{text}", lang="en").text
