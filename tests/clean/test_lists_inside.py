# SPDX-License-Identifier: AGPL-3.0-or-later
"""Paragraphs and a list that belong to the item above them. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, _feet

BEFORE = "# Harbour\n\n{feet}1. Keep the lamps.\n\n2. Oil them.\n\n3. Give out papers.\n\n"
SAID = "They say what the board does.\n\n"
INNER = "1. A paper has a date.\n\n2. A paper has a seal.\n\n"
AFTER = "4. Keep the keys.\n\n5. Ring the bell.\n"


def _cleaned(body: str, *, pages: bool = True) -> str:
    return clean(BEFORE.format(feet=f"{_feet(PAGES)}\n\n" if pages else "") + body, lang="en").text


def test_what_stands_between_two_items_is_part_of_the_first() -> None:
    text = _cleaned(SAID + INNER + AFTER)
    inside = "".join(f"   {line}\n\n" for line in (SAID + INNER).split("\n\n") if line)
    assert text.endswith(f"3. Give out papers.\n\n{inside}{AFTER}")
    assert clean(text, lang="en").text == text


@pytest.mark.parametrize(
    "body",
    [
        SAID + INNER + "3. A paper has a name.\n\n" + AFTER,  # 4 goes on from either list
        SAID + INNER + "## Of keys\n\n" + AFTER,
        SAID + "1. A paper has a date.\n\n" + AFTER,
        SAID + AFTER,
        SAID + INNER + "They keep the keys.\n",
    ],
)
def test_where_nothing_says_which_list_goes_on_all_stays(body: str) -> None:
    assert "   They say" not in _cleaned(body)


def test_of_an_author_it_stays() -> None:
    assert "   They say" not in _cleaned(SAID + INNER + AFTER, pages=False)
