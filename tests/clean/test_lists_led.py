# SPDX-License-Identifier: AGPL-3.0-or-later
"""How far lists go below a colon, where their bullets were drawn. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, _feet

AFTER = "The board has written all of this down, and it binds whoever moors at the quay."


def _items(lead: str, *texts: str, lang: str = "en") -> list[str]:
    text = "\n\n".join(["# Harbour", _feet(PAGES), lead, *texts]) + "\n"
    lines = clean(text, lang=lang).text.splitlines()
    return [line.removeprefix("- ") for line in lines if line.startswith("- ")]


LISTS = [
    (  # all but the last go on
        "The guild has three aims, as it told the board:",
        ["Keeping the channel free of wrecks and of ice,", "Teaching those who come after,", "Peace on the quay."],
    ),
    (
        "A boat is towed when asked for by:",
        ["another boat,", "a pilot of the guild,", "a clerk of the harbour office, or", "any of the board."],
    ),
    (
        "The clerk sees to it that:",
        ["the lamps of the mole are lit;", "the gate is closed by night;", "nobody moors at the steps."],
    ),
    (  # as many as are counted
        "The harbour is closed in two cases:",
        ["Ice has come into the channel. Then the pilots say when it is open.", "A wreck lies there. It is marked."],
    ),
    (  # first words of one kind
        "The board may do what follows here:",
        [
            "Letting moorings to whoever has paid the dues of the year. Nothing else is asked of him.",
            "Closing the lock.",
            "Calling the pilots to a meeting, at a day that all of them were told of in time.",
        ],
    ),
]


@pytest.mark.parametrize(("lead", "items"), LISTS)
def test_a_list_below_a_colon_goes_as_far_as_it_is_told(lead: str, items: list[str]) -> None:
    assert _items(lead, *items, AFTER) == items


def test_a_comment_in_code_is_no_bullet_that_came() -> None:
    lead, items = LISTS[3]
    assert _items("Write:\n\n```\n/*\n * the harbour\n */\n```", AFTER, lead, *items, AFTER) == items


@pytest.mark.parametrize(
    ("lead", "texts"),
    [
        ("The board found three faults, and the clerk has them:", ["The rope was wet.", AFTER]),
        ("The clerk read aloud what the board had said:", ["Boats are wet by night.", "Masters sleep by day.", AFTER]),
        ("The board heard of two cases:", ["1° Ice came into the channel.", "2° A wreck lay there.", AFTER]),
    ],
)
def test_nothing_tells_of_a_list_here(lead: str, texts: list[str]) -> None:
    assert _items(lead, *texts) == []


def test_a_semicolon_may_end_the_last_item() -> None:
    items = ["Whoever moors pays, in every month;", "Masters pay twice;"]
    assert _items("The rules of the guild are these:", *items, AFTER, AFTER) == items


def test_where_other_bullets_came_nothing_is_made() -> None:
    lead, items = LISTS[3]
    assert _items(lead, *items, AFTER, "- A rope", "- A lamp") == ["A rope", "A lamp"]
