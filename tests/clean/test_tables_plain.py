# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables in plain text, as an extractor that keeps the layout writes them. The texts were written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean import clean, restore
from pipeline.clean.reading.scan import Scan
from pipeline.clean.tables.plain import RULE

TEXT = (
    "The ferry crosses from the first bell until dusk, and nobody may stand on the\n"
    "ramp while the chain is being hauled. Carts go aboard before people do.\n"
)

LEFT = """\
Vessel          Berth           Dues
Ferry           The upper       two crowns
                quay            a day
Barge           Mole            one crown
Skiff           Anywhere        none
"""

CENTRED = """\
      Vessel             Berth                   Dues
   a large ferry       upper quay          two crowns a day
       barge              mole              one crown, and
                                          nothing in winter
       skiff            anywhere                 none
"""

IN_MIDDLE = """\
Duty                       When it is done
                           The lamp is lit at dusk by whoever keeps
Lighting the lamp          the gate, and put out at dawn by the same
                           man.
Hauling the chain          Before each crossing, and again at the last
and greasing it            bell of the day.
                           Every tenth day, if the weather lets the
Counting the oars          boats lie still for so long, else on the
                           next one.
"""

TOUCHING = """\
Vessel                  Berth               Dues
Ferry                   Upper quay          Two crowns
Barge                   Mole                One crown
Boat with a long mast   Upper quay          Two crowns
A boat with longer mast Lower quay          Two crowns
Skiff                   Anywhere            None
"""


def _made(text: str) -> list[str]:
    """The tables that are made of a text, as they stand in it."""
    return [fix.edits[0].now.strip() for fix in RULE.find(Scan(text, "en")) if fix.confidence >= 0.9]


def _paged(table: str) -> str:
    return f"{TEXT}\n{table}\n{TEXT}\f"


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (
            LEFT,
            [
                "| Vessel | Berth | Dues |",
                "| Ferry | The upper quay | two crowns a day |",
                "| Barge | Mole | one crown |",
                "| Skiff | Anywhere | none |",
            ],
        ),
        (
            CENTRED,
            [
                "| Vessel | Berth | Dues |",
                "| a large ferry | upper quay | two crowns a day |",
                "| barge | mole | one crown, and nothing in winter |",
                "| skiff | anywhere | none |",
            ],
        ),
        (
            IN_MIDDLE,
            [
                "| Duty | When it is done |",
                "| Lighting the lamp | The lamp is lit at dusk by whoever keeps the gate, and put out at dawn by the "
                "same man. |",
                "| Hauling the chain and greasing it | Before each crossing, and again at the last bell of the day. |",
                "| Counting the oars | Every tenth day, if the weather lets the boats lie still for so long, else on "
                "the next one. |",
            ],
        ),
        (
            TOUCHING,
            [
                "| Vessel | Berth | Dues |",
                "| Ferry | Upper quay | Two crowns |",
                "| Barge | Mole | One crown |",
                "| Boat with a long mast | Upper quay | Two crowns |",
                "| A boat with longer mast | Lower quay | Two crowns |",
                "| Skiff | Anywhere | None |",
            ],
        ),
    ],
)
def test_what_stands_in_columns_is_a_table(table: str, rows: list[str]) -> None:
    [made] = _made(_paged(table))
    assert [line for line in made.splitlines() if "---" not in line] == rows


def test_a_head_that_stands_at_the_foot_of_its_row() -> None:
    table = "                        Dues in\n" + LEFT.replace("Dues\n", "winter\n")
    [made] = _made(_paged(table.replace("                        Dues", "                                Dues")))
    assert made.splitlines()[0] == "| Vessel | Berth | Dues in winter |"


def test_it_is_a_table_in_the_cleaned_text_and_can_be_put_back() -> None:
    text = _paged(LEFT)
    cleaned = clean(text, lang="en")
    assert "\n\n| Vessel | Berth | Dues |\n|---|---|---|\n| Ferry | The upper quay |" in cleaned.text
    assert restore(cleaned.text, cleaned.repairs) == text
    assert clean(cleaned.text, lang="en").text == cleaned.text


def test_the_last_line_may_stand_beside_its_column() -> None:
    rows = ["Berth/         What it is for           Who may lie there"]
    rows += ["mole/          For barges of all kinds  Members and guests"]
    rows += ["docks/         For rafts and oars       Members", "landing/       For boats                Members"]
    rows += ["wharf1/ For the small boats            Nobody else"]
    text = "Boats lie here.\n\n" + "".join(f"    {row}\n" for row in rows) + "\nThe rest is below.\n\fNext page here.\n"
    done = clean(text)
    assert "| Berth/ | What it is for | Who may lie there |" in done.text
    assert restore(done.text, done.repairs) == text


def test_a_row_that_a_page_cut_is_whole_again() -> None:
    first = "Duty            When\nLamp            At dusk, by the keeper\nOars            At noon\n"
    first += "Chain           Each day, but\n"
    second = "Duty            When\n                not in winter\nGates           At dawn\nRopes           At dusk\n"
    pages = [f"{TEXT}\n{first}\n1 / 3\n\f{second}\n{TEXT}\n2 / 3\n\f{TEXT}\n3 / 3\n\f"]
    cleaned = clean("".join(pages), lang="en").text
    assert "| Chain | Each day, but not in winter |\n| Gates | At dawn |" in cleaned
    assert cleaned.count("| Duty | When |") == 1


NOT = [
    "1.   The ferry crosses at noon.\n2.   The barge waits.\n3.   The skiff goes late.\n4.   Nobody swims.\n",
    "\uf0b7    The ferry crosses.\n\uf0b7    The barge waits.\n\uf0b7    The skiff goes.\n",
    "Ferries and what they cost              3\nBarges                                  7\nSkiffs            12\n",
    "Ferries . . . . . .     see there\nBarges . . . . . . .    see below\nSkiffs . . . . . . .    nowhere\n",
    "x = 1;           // the ferry\nyy = 20;         // the barge\nzzz = 300;       // the skiff\n",
    "The  keeper  of  the  lamp  writes  down  each  evening  when\n"
    "it  was  lit  and  each  morning  when it was put out, and\n"
    "he  counts  the  barrels  that  are  left and tells the board\n"
    "of  it  before  the month ends so that new oil can be sent.\n",
    "Signed for the board:          Signed for the pilots:\nA. Warden                      B. Pilot\n",
    "Vessel                  Berth\n----------------------+------\n"
    "Ferry                   Quay\nBarge                   Mole\nSkiff                   None\n",
]


@pytest.mark.parametrize("text", NOT)
def test_what_is_no_table_stays(text: str) -> None:
    assert _made(_paged(text)) == []


@pytest.mark.parametrize("text", [*NOT, LEFT, CENTRED])
def test_nothing_is_made_where_no_layout_was_kept(text: str) -> None:
    assert _made(f"{TEXT}\n{text}\n{TEXT}") == []


WORD = st.text("abcdefghijklmnop", min_size=2, max_size=9).map(str.capitalize)


@st.composite
def _tables(draw: st.DrawFn) -> list[list[str]]:
    columns = draw(st.integers(2, 5))
    return draw(st.lists(st.lists(WORD, min_size=columns, max_size=columns), min_size=4, max_size=12))


@settings(max_examples=60, deadline=None)
@given(_tables(), st.integers(4, 9))
def test_any_table_of_words_comes_back(rows: list[list[str]], gap: int) -> None:
    widths = [max(map(len, column)) + gap for column in zip(*rows, strict=True)]
    lines = ["".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    [made] = _made(_paged("\n".join(lines) + "\n"))
    found = [line for line in made.splitlines() if "---" not in line]
    assert found == [f"| {' | '.join(row)} |" for row in rows]
