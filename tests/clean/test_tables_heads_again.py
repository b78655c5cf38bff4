# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables in plain text whose head stands there again: on the next page, or over another table of its sort.

The texts were written for these tests.
"""

from __future__ import annotations

import textwrap

from pipeline.clean import clean

TEXT = textwrap.fill(
    "The ferry crosses from the first bell until dusk, and nobody may stand on the ramp while the chain is being "
    "hauled. Carts go aboard before people do. Whoever brings a goat holds it until the ferry has been made fast.",
    76,
)
HEAD = "Vessel         What the mate asks of it          Dues"
DUTIES = (
    "A boat that comes to the quay after dusk shows a lamp at its bow, and another where",
    "the rope lies. It waits until the mate has come down, and it pays him before any of",
)


def _page(*parts: str) -> str:
    return "\n\n".join((TEXT, *parts, TEXT)) + "\n"


def _rows(text: str) -> list[str]:
    return [line for line in clean(text, lang="en").text.splitlines() if line.startswith("|")]


def _cell(text: str, first: str = "") -> list[str]:
    """A cell in the second column, line by line, with the first on its first line."""
    lines = textwrap.wrap(text, 30)
    return [f"{first if at == 0 else '':<15}{line}" for at, line in enumerate(lines)]


def test_a_page_full_of_cells_under_a_head_that_is_said_again_is_no_two_columns() -> None:
    long = " ".join(DUTIES)
    cells = [*_cell(f"{long} its people land.", "Barge"), *_cell(f"{long} its load is weighed.", "Skiff")]
    one = "\n".join([HEAD, *cells])
    two = "\n".join([HEAD, *_cell(f"{long} its mast is laid down.", "Raft")])
    rows = _rows("\f".join((_page(one), f"{two}\n\n{TEXT}\n", _page(""))))
    assert [row.split("|")[1].strip() for row in rows] == ["Vessel", "---", "Barge", "Skiff", "Vessel", "---", "Raft"]
    assert sum(long in row for row in rows) == 3


def test_one_row_is_enough_under_a_head_that_is_said_again() -> None:
    one = f"{HEAD}\n\nBarge          A lamp at its bow.                one crown"
    two = f"{HEAD}\n\nSkiff          Nothing.                          none"
    rows = _rows("\f".join((_page(one, "Small boats", two), _page(""))))
    assert rows.count("| Vessel | What the mate asks of it | Dues |") == 2
    assert rows[2] == "| Barge | A lamp at its bow. | one crown |"
    assert not _rows("\f".join((_page(one), _page(""))))


def test_lines_of_the_edges_of_pages_are_no_heads_of_tables() -> None:
    pages = [f"Harbour          Rules          Ferry\n\n{_page('Lamp             Oil            Wick')}"] * 2
    assert not _rows("\f".join(pages))


def test_a_longer_first_cell_behind_a_blank_line_is_a_row_where_the_second_stands_in_its_column() -> None:
    table = "\n\n".join(
        f"{one:<26}{two}" for one, two in (("Sign", "Sense"), ("a bell", "Fog"), ("two_lamps_at_the_bow", "A barge"))
    )
    assert _rows("\f".join((_page(table), _page(""))))[3:] == ["| two_lamps_at_the_bow | A barge |"]


def test_where_a_blank_line_parts_all_rows_it_alone_does() -> None:
    table = (
        "Boats of          Until the             Later\nthe town          first bell\n\n"
        "Boats             The upper             None\nwith masts        quay\n\n"
        "Skiffs            The mole              All\nand punts\n\nRafts             Anywhere              None"
    )
    assert _rows("\f".join((_page(table), _page(""))))[2:] == [
        "| Boats with masts | The upper quay | None |",
        "| Skiffs and punts | The mole | All |",
        "| Rafts | Anywhere | None |",
    ]


def test_a_cell_of_sentences_does_not_end_inside_one() -> None:
    table = (
        "Vessel         What the mate asks of it\nBarge          A lamp at its bow. It\n"
        "               waits for the mate.\nSkiff          A rope that is dry, and as\n"
        "               long as\n               Two oars."
    )
    assert _rows("\f".join((_page(table), _page(""))))[-1] == "| Skiff | A rope that is dry, and as long as Two oars. |"
