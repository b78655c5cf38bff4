# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links that a page shows with their targets. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

TEXT = "The lamp is lit as [L-2](#l-2) and [L-3](#l-3) say, by the keeper."
READ = r"The lamp is lit as \[L-2](#l-2) and \[L-3](#l-3) say, by the keeper."
STAY = [
    "The lamp is lit as [the rules](#of-lamps-and-boats) say.\n\n## Of lamps, and boats\n\nThe keeper lights it.",
    'The lamp is lit as [the rules](#rules) say, which <span id="rules">the town</span> made.',
    "The lamp is lit as [the rules](#page-4-1) say.",
    "The lamp is lit as `[L-2](#l-2)` says.",
    "The lamp is lit as [the rules](https://example.org/#l-2) say.",
]


def test_a_link_that_leads_to_no_place_of_the_text_is_read_as_it_was_printed() -> None:
    assert cleaned(TEXT) == READ
    assert cleaned(READ) == READ


@pytest.mark.parametrize("text", STAY)
def test_a_link_that_leads_somewhere_stays(text: str) -> None:
    assert cleaned(text) == text


def test_an_author_is_only_asked() -> None:
    result = clean(f"# Title\n\n{TEXT}\n", lang="en")
    assert TEXT in result.text
    assert {repair.rule for repair in result.proposals} == {"shown-links"}
