# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands that an extractor wrote as paragraphs. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned


def test_a_command_behind_a_prompt_is_code() -> None:
    assert cleaned("The keeper lights it.\n\n$ lamp --light\n\nIt burns all night.") == (
        "The keeper lights it.\n\n```\n$ lamp --light\n```\n\nIt burns all night."
    )


def test_commands_in_one_line_have_a_line_each() -> None:
    assert cleaned("## Oil\n\n$ cd lamps $ make oil\n\nIt burns.") == (
        "## Oil\n\n```\n$ cd lamps\n$ make oil\n```\n\nIt burns."
    )


def test_commands_taken_for_headings_and_items_are_one_listing() -> None:
    body = "So it is done:\n\n## $ cd lamps\n\n- $ make oil\n\nIt burns all night."
    assert cleaned(body) == "So it is done:\n\n```\n$ cd lamps\n$ make oil\n```\n\nIt burns all night."


@pytest.mark.parametrize(
    "line",
    [
        "lamp --light /etc/lamp.conf",
        "// Lamp-Oil: whale OR colza",
        "Lamp-Control: max-age=60; oil",
        "oil = open (lamp_name, READ_ONLY);",
        "make DIR=$(HERE)/lamp/&lt;tmp&gt;",
    ],
)
def test_a_line_of_source_below_a_colon_is_code(line: str) -> None:
    shown = line.replace("&lt;", "<").replace("&gt;", ">")
    assert cleaned(f"Write this line:\n\n{line}\n\nThe lamp burns then.") == (
        f"Write this line:\n\n```\n{shown}\n```\n\nThe lamp burns then."
    )


def test_code_below_an_item_is_part_of_it() -> None:
    body = "1. Go up.\n2. Light the lamp:\n\n$ lamp --light\n\n3. Go down."
    assert cleaned(body) == "1. Go up.\n2. Light the lamp:\n\n   ```\n   $ lamp --light\n   ```\n\n3. Go down."


def test_what_is_underlined_in_print_is_no_title() -> None:
    assert cleaned("Write:\n\nOil and wicks:\n==============\n\nIt burns all night.") == (
        "Write:\n\n```\nOil and wicks:\n==============\n```\n\nIt burns all night."
    )


@pytest.mark.parametrize(
    "body",
    [
        "It costs:\n\n$ 5 a week, which is paid to the keeper of the lamp.",
        "See:\n\n/etc/lamp.conf",  # one name: an item of a list
        "See:\n\nOil: https://lamps.example/oil",
        "It knows one option:\n\n## 1.2 --light\n\nThis lights the lamp.",
        "Write to us:\n\nThe keeper and/or his boy, who is there on all days.",
        "They are paid for:\n\n- all wicks;\n\n- all oil.",  # points of a list
        "It asks for:\n\nLamp reports (12(k)) yearly;\n\nThe keeper writes them.",
        "The keeper lights it.\n\nlamp --light /etc/lamp.conf",  # nothing leads to it
    ],
)
def test_text_stays(body: str) -> None:
    assert cleaned(body) == body


def test_a_semicolon_behind_a_word_ends_a_point_of_a_list() -> None:
    assert cleaned("He brings:\n\nthe lamps;\n\nthe oil;\n\nthe wick.") == (
        "He brings:\n\n- the lamps;\n\n- the oil;\n\n- the wick."
    )


def test_a_bullet_below_a_colon_begins_an_item_and_no_listing() -> None:
    assert "```" not in cleaned("Write to the keeper:\n\n\uf0b7 keeper@lamp.example\n\nThe lamp burns all night.")


def test_where_listings_came_marked_a_paragraph_is_none() -> None:
    body = "So:\n\n```\nlamp --out\n```\n\nThen:\n\nlamp --light /etc/lamp.conf\n\nIt burns."
    assert cleaned(body) == body


def test_an_author_s_line_stays() -> None:
    text = "# Lamps\n\nWrite this:\n\nlamp --light /etc/lamp.conf\n\n$ lamp --out\n"
    assert clean(text, lang="en").text == text
