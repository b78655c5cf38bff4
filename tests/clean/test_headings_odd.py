# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings that are set in another way than all others. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, _feet

TEXT = "The board has written this down, and it binds whoever moors at the quay."
PLAIN = ("# Harbour", "## Dues", "## Rafts", "## Ice", "### By day", "### By night")
BOLD = tuple(f"{line.split()[0]} **{line.split(maxsplit=1)[1]}**" for line in PLAIN)
MORE = tuple(f"### **Berth {name}**" for name in ("by the mole", "at the quay", "below the bell", "of the pilots"))


def _lines(*headings: str, pages: bool = True) -> list[str]:
    parts = [f"{heading}\n\n{TEXT}" for heading in headings]
    feet = [_feet(PAGES)] if pages else []
    return clean("\n\n".join([parts[0], *feet, *parts[1:]]) + "\n", lang="en").text.splitlines()


@pytest.mark.parametrize(
    ("usual", "own", "odd"),
    [
        (PLAIN, "#### _On Sundays_", "#### **Mind the bell**"),
        (PLAIN, "#### On Sundays", "#### `moor --now`"),
        ((*BOLD, *MORE), "#### **On Sundays**", "#### moor now"),
        ((*PLAIN, *(line.replace("**", "") for line in MORE)), "#### On Sundays", "#### **Mind the bell**"),
        (BOLD, "#### **On Sundays**", "#### _moored so_"),
    ],
)
def test_a_heading_that_is_set_in_another_way_is_text(usual: tuple[str, ...], own: str, odd: str) -> None:
    lines = _lines(*usual, own, odd)
    assert odd.removeprefix("#### ") in lines
    assert any(line.startswith("#### ") and "On Sundays" in line for line in lines)


@pytest.mark.parametrize(
    "headings",
    [
        (*BOLD, "#### **On Sundays**", "#### moor now"),  # some extractors write bold as it comes
        (*PLAIN[:3], "### On Sundays", "### **Mind the bell**"),  # too few above say how headings are set
        (*PLAIN[:-1], "### **By night**", "### On Sundays", "### **Mind the bell**"),  # headings are set in two ways
        (*PLAIN, "#### **On Sundays**", "#### **Mind the bell**"),  # those of the level all are
        (*BOLD, "#### _On Sundays_", "#### _On feast days_"),
    ],
)
def test_where_the_text_has_no_one_way_it_stays(headings: tuple[str, ...]) -> None:
    lines = _lines(*headings)
    assert all(any(line.startswith("#") and heading.strip("#*_ ") in line for line in lines) for heading in headings)


def test_of_an_author_it_stays() -> None:
    assert "#### `moor --now`" in _lines(*PLAIN, "#### On Sundays", "#### `moor --now`", pages=False)
