# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bullets that an extractor left one below the other, above their items. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, _feet

AFTER = "The board has written all of this down, and it binds whoever moors at the quay."


def _cleaned(*parts: str, pages: bool = True) -> str:
    feet = [_feet(PAGES)] if pages else []
    text = "\n\n".join(["# Harbour", *feet, "The clerk keeps these:", *parts]) + "\n"
    return clean(text, lang="en").text.split("these:\n\n")[1]


@pytest.mark.parametrize("sign", ["\uf0b7", "•", "▪"])
def test_each_bullet_goes_before_its_paragraph(sign: str) -> None:
    items = ["The book of dues. It is old.", "The lamp of the mole.", "The key, which nobody else has."]
    stack = [sign] * len(items)
    assert _cleaned(*stack, *items, AFTER) == "\n\n".join([*(f"- {item}" for item in items), AFTER]) + "\n"


def test_what_goes_on_an_item_is_none() -> None:
    items = ["The book of all dues that the masters of the boats have", "paid since the spring.", "The lamp."]
    whole = f"- {items[0]} {items[1]}\n\n- The lamp.\n\n{AFTER}\n"
    assert _cleaned("•", "•", *items, AFTER) == whole


def test_with_fewer_paragraphs_than_bullets_nobody_knows() -> None:
    assert "- The lamp." not in _cleaned("•", "•", "•", "The book.", "The lamp.", "## Dues")


def test_an_author_may_have_written_them() -> None:
    assert "- The lamp." not in _cleaned("•", "•", "The book.", "The lamp.", pages=False)


CLOSE = [
    ["the lamp of the mole, which the\nkeeper lights,", "the book of dues,", "the key, which nobody else\nhas."],
    ["The lamp: the keeper lights it and\nputs it out (by day)", "The book: it is old (and torn)", "The key: his."],
    ["the lamp,", "the book,", "the key."],
]


@pytest.mark.parametrize("items", CLOSE)
def test_items_set_close_are_parted_where_that_makes_as_many_as_bullets(items: list[str]) -> None:
    whole = [" ".join(item.split()) for item in items]
    cleaned = " ".join(_cleaned("•\n•", "•", "\n".join(items), AFTER).split())
    assert cleaned == f"- {' - '.join(whole)} {AFTER}"


def test_a_stack_of_letters_is_one_too() -> None:
    assert _cleaned("o\no", "the lamp,\nthe book.", AFTER) == f"- the lamp,\n\n- the book.\n\n{AFTER}\n"


def test_where_the_lines_make_more_or_fewer_nobody_knows() -> None:
    cleaned = _cleaned("•", "•", "•", "the lamp of the mole, which the\nkeeper lights, and the book of dues.", "## Ice")
    assert "\nkeeper" in cleaned and cleaned.count("- ") < 2
