# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items of two lines that an extractor of boxes left as two texts. Written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_repairs import PLAIN_PART

FULL = "• The pilots bring the ropes, lamps and oars that were found on shore to the New"
HALF = "• The pilots bring what was found"
NEXT = "• They write down who came, and when, and what was on board, and read it out\nto the board."


def _lines(*parts: str) -> list[str]:
    """The lines of plain text in which these stand in a list, after cleaning."""
    body = "\n\n".join([f"The State of the Roads\n\n{PLAIN_PART}", *parts, NEXT, f"\fWho pays\n\n{PLAIN_PART}"])
    return clean(body + "\n", lang="en").text.splitlines()


@pytest.mark.parametrize("rest", ["Custom House.", "house", "and the old custom house of the western harbour of it."])
def test_what_stands_below_a_full_line_is_the_rest_of_the_item(rest: str) -> None:
    assert f"- {FULL.removeprefix('• ')} {rest}" in _lines(FULL, rest)


@pytest.mark.parametrize(
    ("item", "below"),
    [
        (HALF, "Custom House."),
        (f"{FULL}.", "Custom House."),
        (FULL, "The Custom House lies beside the Old Mole of the Western Harbour of the Town."),
        (FULL, "Custom House says:"),
    ],
)
def test_what_stands_below_another_line_is_its_own(item: str, below: str) -> None:
    assert f"- {item.removeprefix('• ')}" in _lines(item, below)


def test_a_name_below_the_last_item_may_be_a_heading() -> None:
    body = "\n\n".join([f"The State of the Roads\n\n{PLAIN_PART}", NEXT, FULL, f"Custom House\n\n{PLAIN_PART}\n\f"])
    assert "## Custom House" in clean(body + "\n", lang="en").text
