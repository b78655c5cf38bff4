# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables that are none, and tables that are. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, _cleaned, _feet

LINES = (
    "The keeper of the light writes down each evening at what hour the",
    "lamp was lit, and each morning when it was put out. He counts the",
    "barrels of oil that are left, and sends the number to the board",
    "before the end of the month. If a barrel leaks, he says so at once.",
    "The board sends new oil by the next boat, and the keeper signs for",
    "it on the quay. Nobody but the keeper and his mate has a key to the",
    "tower. The mate may keep the light for one week of the year, and no",
    "longer, unless the keeper is ill. A doctor has to confirm that, and",
    "the board pays for the boat that brings him and takes him back.",
)


def _as_table(*lines: str) -> str:
    """Lines as an extractor writes them that takes the gaps between words for those between columns."""
    rows = ["| " + " |     | ".join(line.split(" ", 5)) + " |" for line in lines]
    return "\n".join([rows[0], _rule(rows[0]), *rows[1:]])


def _rule(row: str) -> str:
    return "|" + " --- |" * (row.count("|") - 1)


@pytest.mark.parametrize("rows", [(3,), (1, 6), (4, 5)])
def test_lines_set_wide_that_were_taken_for_tables_are_text(rows: tuple[int, ...]) -> None:
    lines = list(LINES)
    if rows == (4, 5):
        lines[4:6] = [_as_table(*LINES[4:6])]
    else:
        for row in rows:
            lines[row] = _as_table(LINES[row])
    text = "\n".join(lines) + "\n"
    assert "|" not in clean(text).text
    assert clean(text).text.split() == " ".join(LINES).split()


def test_a_table_between_paragraphs_stays() -> None:
    table = "| hour | lamp |\n| --- | --- |\n| six | lit |\n| seven | out |"
    for gap in ("\n", "\n\n"):
        text = "\n".join(LINES) + f"{gap}{table}{gap}" + "\n".join(LINES[1:]) + "\n"
        assert table in clean(text).text


def test_what_a_browser_prints_is_no_row() -> None:
    top = "| 4/9/31, 7:30 PM |     | Rules of the light |"
    text = f"{top}\n{_rule(top)}\n| hour | lamp | oil |\n| six | lit | full |\n\n{top}\n{_rule(top)}\n" + "\n".join(
        LINES
    )
    cleaned = clean(text + "\n").text
    assert "7:30" not in cleaned and cleaned.startswith("# Rules of the light\n")
    assert "| hour | lamp | oil |\n|" in cleaned and "| six | lit | full |" in cleaned


def test_the_number_of_a_page_is_no_table() -> None:
    row = "| https://light.example/rules |     | # |"
    text = "".join(f"{LINES[n]}\n{row}\n{_rule(row)}\n\n".replace("#", f"{n + 1}/4") for n in range(4))
    assert "light.example" not in clean(text).text


def test_text_in_lines_is_parted_though_tables_stand_in_it_and_no_blank_line() -> None:
    rows = "| Lamp | Oil |\n| --- | --- |\n| great | 4 |\n| small | 1 |"
    part = "\n".join(LINES)
    text = "\n".join(f"{number}. The light of tower {name}\n{part}\n{rows}" for number, name in enumerate("ABCD", 1))
    cleaned = clean(f"The lights\n{text}\n", lang="en").text
    assert cleaned.count("\n## ") == 4
    assert cleaned.count("| great | 4 |") == 4
    own = text.replace("\n|", "\n\n|", 4).replace("\nThe", "\n\nThe")  # an author leaves blank lines
    own = own.replace("|\n2", "|\n\n2").replace("|\n3", "|\n\n3").replace("|\n4", "|\n\n4")
    assert "#" not in clean(own, lang="en").text


def _rows(*rows: str, pages: bool = True) -> list[str]:
    """The rows of a table after cleaning, in a text whose page numbers say that it was extracted."""
    table = "\n".join(["| Dues of | Rate |", "|---|---|", *rows])
    text = "\n\n".join(["# Harbour", table, *([_feet(PAGES)] if pages else [])])
    return [line for line in clean(text + "\n", lang="en").text.splitlines() if line.startswith("|")][2:]


def test_a_cell_that_ran_into_the_next_row_is_one_where_its_line_was_full() -> None:
    cut = ("| boats that are | 3 crowns |", "| moored for long | |", "| Rafts | 1 crown |")
    assert _rows(*cut) == ["| boats that are moored for long | 3 crowns |", "| Rafts | 1 crown |"]
    assert _rows(*cut, pages=False) == list(cut)


def test_rows_of_one_cell_each_and_cells_that_had_room_stay() -> None:
    alone = ("| boats that are old | |", "| rafts that are new | |", "| Ice | 1 crown |")
    assert _rows(*alone) == list(alone)
    room = ("| boats | 3 crowns |", "| rafts | |", "| whatever else is moored at the quay | 1 crown |")
    assert _rows(*room) == list(room)


ROWS = (
    "| Vessel | Berth | Dues |", "| --- | --- | --- |", "| Ferry | Upper quay | 3 |", "| Barge | Mole | 2 |",
    "| Skiff | Anywhere | 0 |", "| Raft | Lower quay | 1 |",
)  # fmt: skip


def test_a_table_right_below_text_is_parted_from_it() -> None:
    rows = "\n".join(ROWS)
    assert f"for each vessel:\n\n{rows}" in _cleaned(f"The board asks for each vessel:\n{rows}")


@pytest.mark.parametrize(
    "rows",
    [
        ROWS[:4],  # too few
        (*ROWS[:3], "|  | and its ramp | a day |", "|  | or mole | in turn |", *ROWS[3:]),  # lines of a cell
        (ROWS[0], ROWS[1], *(f"| {word} |  |  |" for word in ("Ferry", "Barge", "Skiff", "Raft"))),
    ],
)
def test_what_may_be_no_table_is_not_parted_from_text(rows: tuple[str, ...]) -> None:
    text = "\n".join(rows)
    assert f"for each vessel:\n{text}" in _cleaned(f"The board asks for each vessel:\n{text}")


ROW = "| Rules of the harbour |  |  | Blue Bay |\n| --- | --- | --- | --- |"
LONG = "The ferry leaves the quay at seven, and the mate counts the heads of all who go below the deck of"


def test_a_running_head_that_was_taken_for_a_table_goes() -> None:
    page = f"{LONG}\nthe boat. {LONG}\nthe boat that is the largest of those that\n\n"
    text = "".join(f"{ROW}\n{page}Page {number} of 4\n\n" for number in range(1, 5))
    cleaned = clean(f"# What is asked of the ferries\n\n{text}", lang="en").text
    assert cleaned.count("Blue Bay") <= 1 and "|" not in cleaned


def test_tables_with_the_same_heads_stay_tables() -> None:
    table = "| Name of the boat | Its master |\n| --- | --- |\n| Gull | Anna Brook |"
    text = "# Boats\n\n" + "\n\n".join(f"{LONG} {number}.\n\n{table}" for number in range(1, 5)) + "\n"
    assert clean(text, lang="en").text.count("| Name of the boat | Its master |") == 4
    once = f"# Boats\n\n{LONG} 7.\n\n| Name of the boat | Its master |\n| --- | --- |\n\n{LONG} 8.\n"
    assert "| Name of the boat | Its master |" in clean(once, lang="en").text


def test_a_table_whose_first_column_begins_again_is_another() -> None:
    head = "| Year | Dues |\n| --- | --- |\n"
    rows = [head + "".join(f"| {year} | {year}{dues} |\n" for year in range(4)) for dues in (20, 30)]
    cut = rows[1].replace("| 2 |", f"\n{head}| 2 |")
    assert _cleaned("\n".join(rows)) == "\n".join(rows).rstrip()
    assert _cleaned(f"{rows[0]}\n{cut}") == "\n".join(rows).rstrip()


def test_names_that_an_extractor_gave_to_columns_go() -> None:
    text = _cleaned("|Col1|Note|Col3|\n|---|---|---|\n|Mole|It is wet.|4|")
    assert text == "||Note||\n|---|---|---|\n|Mole|It is wet.|4|"


@pytest.mark.parametrize(
    "body",
    [
        "|Col1|Col2|\n|---|---|\n|Mole|4|\n\nWhat Col1 says is counted.",  # the text speaks of it
        "|Col2|Col1|\n|---|---|\n|Mole|4|",  # no places
    ],
)
def test_columns_that_are_called_so_stay(body: str) -> None:
    assert _cleaned(body) == body
