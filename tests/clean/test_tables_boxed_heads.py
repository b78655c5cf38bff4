# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables written cell by cell, whose heads other tables have too. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_tables_boxed import PART

LONG = "It leaves when the\nice has gone, and\ncomes back in the\nfall, be there\nfog or none."
ONE = (["gull", "tern", "heron"], [LONG, "A boat with two\nlamps", "Nobody says"])
TWO = (["swan", "crane"], ["The old ferry", "It goes on Sundays."])
THREE = (["rook", "crow", "owl"], ["For wood", "For salt and\nropes", "For masters"])


def _cleaned(*pages: list[str]) -> str:
    """A text with these cells on its pages."""
    sheets = [f"{PART}\n\n" + "\n\n".join(cells) + f"\n\n{PART}" for cells in pages]
    text = "\n\n\f".join([f"The State of the Roads\n\n{PART}\n\n{PART}", *sheets]) + "\n"
    result = clean(text, lang="en")
    assert not clean(result.text, lang="en").repairs
    return result.text


def _column(head: str, cells: list[str]) -> list[str]:
    return [head, *cells]


def _rows(table: tuple[list[str], list[str]]) -> str:
    lines = ["| Boat | What of it |", "|---|---|"]
    return "\n".join([*lines, *(f"| {one} | {' '.join(two.split())} |" for one, two in zip(*table, strict=True))])


def test_columns_of_two_tables_on_a_page_are_paired_in_order() -> None:
    left = [*_column("Boat", ONE[0]), "Boats of the guild", *_column("Boat", TWO[0])]
    right = [*_column("What of it", ONE[1]), *_column("What of it", TWO[1])]
    text = _cleaned([*left, *right], [*_column("Boat", THREE[0]), *_column("What of it", THREE[1])])
    assert _rows(ONE) in text and _rows(TWO) in text and _rows(THREE) in text
    assert text.index(_rows(ONE)) < text.index("Boats of the guild") < text.index(_rows(TWO))


@pytest.mark.parametrize("missing", [("rook",), ("rook", "crow", "owl")])
def test_columns_of_other_lengths_are_none(missing: tuple[str, ...]) -> None:
    left = [name for name in THREE[0] if name not in missing]
    other = [*_column("Boat", left), *_column("What of it", THREE[1])]
    text = _cleaned([*_column("Boat", TWO[0]), *_column("What of it", TWO[1])], [*other, "Fog", "Ice"])
    assert "|---|" not in text


def test_heads_that_only_one_table_has_tell_nothing() -> None:
    assert "|---|" not in _cleaned([*_column("Boat", TWO[0]), *_column("What of it", TWO[1])])
