# SPDX-License-Identifier: AGPL-3.0-or-later
"""Titles and headings of plain text that took two lines. The texts were written for these tests."""

from __future__ import annotations

import textwrap

from pipeline.clean import clean

TEXT = (
    "Whoever moors at the quay pays what the board has written down here, and the clerk of the harbour keeps the list "
    "of all who have paid and of all who have not. The pilots read it at noon, and those who are on it wait until the "
    "tide has turned and the bell on the mole has been rung for the second time. Nobody leaves before that."
)
LINES = "\n".join(textwrap.wrap(TEXT, 66))


def _headings(text: str) -> list[str]:
    return [line for line in clean(text, lang="en").text.splitlines() if line.startswith("#")]


def _pages(*parts: str, head: str = "") -> str:
    """Parts on a page each, with a number and a form feed."""
    return "".join(f"{head}\n\n{part}\n\n{number}\n\x0c" for number, part in enumerate(parts, start=1))


def test_a_title_that_the_running_head_says_goes_on_one_line() -> None:
    title = "The Book of the Old Harbour\nPilots and Rafts"
    parts = [f"{title}\n{LINES}", *(f"{name}\n{LINES}" for name in ("Dues", "Rafts", "Ice"))]
    head = "The Book of the Old Harbour Pilots and Rafts"
    assert _headings(_pages(*parts, head=head)) == [f"# {head}", "## Dues", "## Rafts", "## Ice"]
    assert _headings(_pages(*parts, head="Harbour"))[1] == "## Pilots and Rafts"


def test_a_title_that_the_text_cites_goes_on_one_line() -> None:
    cited = LINES.replace("the list ", "the list\nin “The Book of the Old Harbour\nPilots and Rafts” ", 1)
    parts = [f"The Book of the Old Harbour\nPilots and Rafts\n{LINES}", f"Dues\n{cited}", f"Ice\n{LINES}"]
    title = "# The Book of the Old Harbour Pilots and Rafts"
    assert _headings(_pages(*parts, head="Harbour")) == [title, "## Dues", "## Ice"]


def test_a_series_of_roman_numbers_may_begin_after_the_first() -> None:
    parts = [f"The Harbour\n\n{LINES}", *(f"{n}. {name}\n{LINES}" for n, name in (("II", "Dues"), ("III", "Ice")))]
    assert _headings(_pages(*parts)) == ["# The Harbour", "## II. Dues", "## III. Ice"]


def test_a_heading_without_room_for_the_next_word_takes_the_next_line() -> None:
    names = ("Dues of the Boats", "Rafts and Small Craft", "Ice on the River", "Fog in the Outer Basin")
    parts = [f"The Harbour\n\n{LINES}", *(f"{n}. {name}\n{LINES}" for n, name in enumerate(names, 1))]
    cut = _pages(*parts).replace("Craft\n", "Craft\nPermitted\n")
    assert "## 2. Rafts and Small Craft Permitted" in _headings(cut)
    # where other headings are as long, it is a heading of its own
    long = cut.replace("Fog in the Outer Basin", "Fog in the Outer Basin by Night")
    assert "## 2. Rafts and Small Craft" in _headings(long)


def test_a_heading_right_above_another_where_all_others_have_room_below() -> None:
    names = ("Dues", "Rafts", "Ice", "Fog", "Wrecks")
    title = f"The Harbour Book\nPilots\n\n{LINES}"
    apart = [title, *(f"{name}\n\n{LINES}" for name in names)]
    assert _headings(_pages(*apart))[:2] == ["# The Harbour Book Pilots", "## Dues"]
    close = [title, *(f"{name}\n{LINES}" for name in names)]
    assert _headings(_pages(*close))[:2] == ["# The Harbour Book", "## Pilots"]


def test_a_short_heading_right_above_another_is_one_of_its_own() -> None:
    names = ("Dues", "Rafts", "Ice", "Fog\nOf the bell", "Wrecks")
    parts = [f"The Harbour Book\n\n{LINES}", *(f"{name}\n\n{LINES}" for name in names)]
    assert [line.lstrip("# ") for line in _headings(_pages(*parts))[4:]] == ["Fog", "Of the bell", "Wrecks"]


def test_a_number_stands_in_a_chapter_and_not_in_a_thing_with_its_number() -> None:
    names = ("2.1 Dues", "2.2 Rafts", "Lamp 3", "3.1 Ice", "3.2 Fog")
    parts = [f"The Harbour\n\n{LINES}", *(f"{name}\n\n{LINES}" for name in names)]
    found = _headings(_pages(*parts))
    assert [line for line in found if "3." in line] == ["## 3.1 Ice", "## 3.2 Fog"]
