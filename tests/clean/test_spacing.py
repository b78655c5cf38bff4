# SPDX-License-Identifier: AGPL-3.0-or-later
"""Blank lines that an extractor leaves, as signs of what is one text. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import LONG, PAGES

TEXTS = [f"{LONG}, {n}." for n in range(14)]


def _read(body: str, *, blank: int = 2, pages: bool = True) -> str:
    """The body after cleaning, in a text with so many blank lines between its paragraphs."""
    apart = "\n" * (blank + 1)
    feet = [piece for n, (cut, rest) in enumerate(PAGES, start=1) for piece in (cut, f"{n} / 3", rest)] if pages else []
    return clean(apart.join(["# Harbour", *TEXTS, *feet, body]) + "\n", lang="en").text


ITEM = "1. Whoever moors at the quay asks the keeper for a lamp with"


@pytest.mark.parametrize("rest", ["[Number: as the board says] wicks.", "Argand wicks, and pays.", "two wicks."])
def test_an_item_goes_on_below_one_blank_line_where_there_are_two_between_texts(rest: str) -> None:
    assert f"{ITEM} {rest}" in _read(f"{ITEM}\n\n{rest}")


def test_what_leads_up_to_something_does_not_go_on() -> None:
    assert "lamp:\n\nTwo" in _read("1. Whoever moors at the quay asks the keeper for a lamp:\n\nTwo wicks are in it.")


def test_the_next_point_of_a_list_is_no_rest_of_the_one_above() -> None:
    body = "- the oil that the keeper of the lamp buys;\n\nIts wicks of hemp;\nIts glass."
    assert "keeper of the lamp buys;\n\nIts" in _read(body).replace("\n- Its", "\nIts")


@pytest.mark.parametrize(("blank", "pages"), [(1, True), (2, False)])
def test_where_one_blank_line_is_usual_or_no_page_is_known_it_says_nothing(blank: int, pages: bool) -> None:
    body = "1. Whoever moors at the quay asks the keeper for it\n\nArgand wicks are the best, and he pays."
    assert body in _read(body, blank=blank, pages=pages)


def test_no_sentence_goes_on_inside_a_page_below_as_many_blank_lines_as_stand_between_texts() -> None:
    body = "We ask whoever moors at the quay of the town for a lamp if\n\n\ntheir boat is to be seen there at night."
    once = _read(body)
    assert body in once and clean(once, lang="en").text == once
    assert body.replace("\n\n\n", " ") in _read(body.replace("\n\n\n", "\n\n"), blank=1)


CUT = "We ask whoever moors at the quay of the town to keep a lamp lit for whoever comes behind, be it a fisherman or"
WRITES = "The keeper of the lamp writes into his book who came to the quay, and when, and what lamps they"
FULL = "\n".join([WRITES] * 6)


@pytest.mark.parametrize("rest", ["`pilot` boats that look for the buoy in fog.", "Masters of boats that are late."])
def test_more_blank_lines_than_between_texts_end_a_column_and_no_sentence(rest: str) -> None:
    body = f"{FULL}\nlit.\n\n\n{FULL} {CUT[:1]}\n{CUT}\n\n\n\n{rest}"
    assert f"{CUT} {rest}" in _read(body)
    assert f"{CUT} {rest}" not in _read(body.replace("\n\n\n\n", "\n\n\n"))


def test_rows_that_stand_apart_so_are_no_sentence() -> None:
    rows = "\n\n\n\n".join(f"{FULL} {n}\nlamp of the harbour {n} or" for n in range(6))
    assert rows in _read(rows)
