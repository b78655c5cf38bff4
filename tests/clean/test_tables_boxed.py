# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables that an extractor wrote cell by cell, column after column. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean

PART = (
    "The council met in the spring and heard what the masters of the ferries had to say about\n"
    "the state of the roads, and it found that much was to be done before the winter came back\n"
    "to the town. It asks the towns to mend the roads that lead to the bridges, and to see that\n"
    "the ferries are safe. It will look at the reports again in the autumn of the same year."
)
NAMES = ("Boat", "gull", "tern_2", "heron", "swan")
MEANS = ("Meaning", "The boat that leaves first.", "A boat with two lamps.", "The old ferry of the\nnorth mole.",
         "It goes on Sundays only.")  # fmt: skip
AMOUNTS = ("Lamps", "1", "2", "40", "7")


def _cleaned(*cells: str, above: str = "These are the ferries:", below: str = PART) -> str:
    table = "\n\n".join(cells)
    pages = (f"The State of the Roads\n\n{PART}\n\n{PART}", f"{PART}\n\n{above}\n\n{table}\n\n{below}", PART)
    result = clean("\n\n\f".join(pages) + "\n", lang="en")
    again = clean(result.text, lang="en")
    assert not again.repairs
    return result.text


ROWS = "| Boat | Meaning |\n|---|---|\n| gull | The boat that leaves first. |\n| tern_2 | A boat with two lamps. |\n"


def test_columns_below_their_heads_are_a_table() -> None:
    rest = "| heron | The old ferry of the north mole. |\n| swan | It goes on Sundays only. |\n\nThe council"
    assert ROWS + rest in _cleaned(*NAMES, *MEANS)


def test_columns_below_all_heads_are_a_table() -> None:
    columns = (NAMES, AMOUNTS, MEANS)
    heads, bodies = (column[0] for column in columns), (cell for column in columns for cell in column[1:])
    text = _cleaned(*heads, *bodies)
    assert "| Boat | Lamps | Meaning |\n|---|---|---|\n| gull | 1 | The boat that leaves first. |\n" in text


def test_a_heading_above_and_below_stays_outside() -> None:
    text = _cleaned("The Ferries of the Town", *NAMES, *MEANS, "What is Left to Do", above=PART)
    assert f"## The Ferries of the Town\n\n{ROWS}" in text and "only. |\n\n## What is Left to Do\n\nThe council" in text


@pytest.mark.parametrize(
    "cells",
    [
        (*NAMES, *MEANS[:-1]),  # columns of one length only
        (*NAMES, *(name.upper() for name in NAMES)),  # nothing tells the columns apart
        ("boat", *NAMES[1:], *MEANS),  # no head begins small
        (*NAMES, MEANS[0], *MEANS[2:], "gull_3"),  # a cell that belongs to the other column
        tuple(cell for row in zip(NAMES, MEANS, strict=True) for cell in row),  # row by row: terms and what they mean
        (*(f"• {name}" for name in NAMES), *MEANS),  # items
        (*NAMES[:3], *MEANS[:3]),  # three rows may be chance
    ],
)
def test_other_short_paragraphs_are_none(cells: tuple[str, ...]) -> None:
    assert "|---|" not in _cleaned(*cells)


def test_cells_on_two_pages_are_no_table() -> None:
    assert "|---|" not in _cleaned(*NAMES[:3], "\f" + NAMES[3], NAMES[4], *MEANS)


def test_no_table_is_made_where_no_page_is_known() -> None:
    text = f"# Roads\n\n{PART}\n\n" + "\n\n".join((*NAMES, *MEANS)) + f"\n\n{PART}\n"
    assert "|---|" not in clean(text, lang="en").text
