# SPDX-License-Identifier: AGPL-3.0-or-later
"""Listings of which an extractor made lists. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

ITEMS = "- `$ lamp --list` \n\n- `$ lamp --oil  2` \n\n- `$ lamp`"


def test_lines_that_were_made_items_are_a_listing_again() -> None:
    assert cleaned(f"So it is typed:\n\n{ITEMS}\n\nIt is dark.") == (
        "So it is typed:\n\n```\n$ lamp --list\n$ lamp --oil  2\n$ lamp\n```\n\nIt is dark."
    )


def test_a_listing_goes_on_in_the_one_below_it() -> None:
    assert cleaned("- `lamp --list`\n\n```\nlamp --oil\n```") == "```\nlamp --list\n\nlamp --oil\n```"


@pytest.mark.parametrize(
    "body",
    [
        "- `lamps/`\n\n- `oil.txt`\n\n- `tides/`",  # names
        "- `lamps/`\n\n- `oil.txt`\n\n- `the list`",  # most are
        "- `lamp --list` shows them\n\n- `lamp --oil` fills them",
    ],
)
def test_lists_of_names_and_of_what_commands_do_stay(body: str) -> None:
    assert cleaned(body) == body


def test_an_author_s_list_of_commands_stays() -> None:
    text = f"# Lamps\n\n{ITEMS}\n"
    assert clean(text, lang="en").text == text
