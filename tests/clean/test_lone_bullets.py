# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bullets that an extractor put before paragraphs, and items that stand alone all the same."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

ABOVE = "The board met in the spring, and heard what the pilots had to say."
BELOW = "The clerk read aloud what had been paid in dues."
PARAGRAPH = "At the end of the winter, what is not yet mended waits for the next one, and nobody is to blame."


@pytest.mark.parametrize("text", [PARAGRAPH, f"({PARAGRAPH})", "12 barrels were lost when the ice broke the pier."])
def test_the_bullet_goes_from_before_a_paragraph(text: str) -> None:
    assert cleaned(f"{ABOVE}\n\n- {text}\n\n{BELOW}") == f"{ABOVE}\n\n{text}\n\n{BELOW}"


def test_below_a_heading_too() -> None:
    assert cleaned(f"## Winter\n\n- {PARAGRAPH}\n\n{BELOW}") == f"## Winter\n\n{PARAGRAPH}\n\n{BELOW}"


STAY = [
    f"{ABOVE}\n\n- {PARAGRAPH}\n- {BELOW}\n\n{BELOW}",  # two items
    f"The board asks for this:\n\n- {PARAGRAPH}\n\n{BELOW}",  # a colon leads to it
    f"{ABOVE}\n\n- Winter: {PARAGRAPH}\n\n{BELOW}",  # a label
    f"{ABOVE}\n\n- Winter - {PARAGRAPH}\n\n{BELOW}",
    f"{ABOVE}\n\n- Rules of the western mole\n\n{BELOW}",  # no sentence: it may be a heading
    f"{ABOVE}\n\n- what is not yet mended\n\n{BELOW}",  # small
    f"{ABOVE}\n\n- 所以在 6 月 15 日，harbour 和 mole 都开放。\n\n{BELOW}",
    f"{ABOVE}\n\n- If a boat is lost, {PARAGRAPH}\n\n{BELOW}\n\n- If a rope breaks, {PARAGRAPH}\n\n{BELOW}"
    f"\n\n- If a boat burns, {PARAGRAPH}\n\n{BELOW}".replace("If a rope", "If a boat"),  # items with text between
    f"**{ABOVE}**\n\n- {PARAGRAPH}\n\n`{BELOW}`",  # an extractor that sees how letters are set sees bullets too
]


@pytest.mark.parametrize("body", STAY)
def test_an_item_stays(body: str) -> None:
    assert cleaned(body) == body


def test_a_bullet_that_was_typed_stays() -> None:
    assert cleaned(f"{ABOVE}\n\n• {PARAGRAPH}\n\n{BELOW}") == f"{ABOVE}\n\n- {PARAGRAPH}\n\n{BELOW}"


def test_an_authors_item_stays_and_is_told() -> None:
    text = f"# Harbour\n\n{ABOVE}\n\n- {PARAGRAPH}\n\n{BELOW}\n"
    found = clean(text, lang="en")
    assert found.text == text and "lone-bullets" in {repair.rule for repair in found.proposals}
