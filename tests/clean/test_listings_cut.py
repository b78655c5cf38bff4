# SPDX-License-Identifier: AGPL-3.0-or-later
"""Listings of which an extractor made several. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

CUT = "```\nlamp --list\nlamp --oil\n```\n\n```\nlamp --out\n```"


def test_a_listing_that_was_cut_is_one_again() -> None:
    assert cleaned(f"So it is typed:\n\n{CUT}\n\nIt is dark.") == (
        "So it is typed:\n\n```\nlamp --list\nlamp --oil\n\nlamp --out\n```\n\nIt is dark."
    )


def test_a_command_that_goes_on_has_no_blank_line() -> None:
    assert cleaned("```\nlamp --list \\\n```\n\n```\n| sort --oil\n```") == "```\nlamp --list \\\n| sort --oil\n```"


@pytest.mark.parametrize(
    "body",
    [
        CUT.replace("\n\n```\n", "\n\n```python\n"),  # each in a language of its own
        CUT.replace("\n\n", "\n\nor\n\n"),
        "```\nlamplog\n```\n\n```\nlampoil\n```",  # names of commands, as items of a list are set
    ],
)
def test_other_listings_stay(body: str) -> None:
    assert cleaned(body) == body


def test_an_author_s_listings_stay() -> None:
    text = f"# Lamps\n\n{CUT}\n"
    assert clean(text, lang="en").text == text
