# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands right below the title in plain text, and clauses with one word in capitals. Written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_layout_inner import SETTER

PAGES = f"\f{SETTER}\nThe Oil\n{SETTER}\f{SETTER}"


def _headings(top: str) -> list[str]:
    lines = clean(f"{top}{PAGES}", lang="en").text.splitlines()
    return [line for line in lines if line.startswith("#")]


def test_a_long_title_takes_the_word_below_it_and_what_follows_heads_nothing() -> None:
    title = "How the Lamps of the Old Harbour are Lit and by\nKeepers\nPrinted in the spring\nSECOND PRINTING\n\n"
    assert _headings(f"{title}The Lamps\n{SETTER}") == [
        "# How the Lamps of the Old Harbour are Lit and by Keepers",
        "## The Lamps",
        "## The Oil",
    ]


def test_a_title_whose_line_was_as_full_as_the_next_goes_on() -> None:
    second = "That Were Kept on the Upper Quay and on the Lower, or\nIn Fog"
    title = f"A Book of the Lamps, the Wicks and the Oil of the Town\n{second}\n"
    assert _headings(f"{title}{SETTER}")[0] == f"# {' '.join(title.split())}"


def test_a_short_title_stands_above_the_first_heading() -> None:
    title = "The Book of Lamps\nLamps of the Quay"
    assert _headings(f"{title}\n{SETTER}")[:2] == ["# The Book of Lamps", "## Lamps of the Quay"]


def test_clauses_that_begin_with_one_word_in_capitals_are_parted() -> None:
    clauses = (
        "WHEREAS, the keeper has lit the lamps of the quay for as long as anybody remembers;",
        "WHEREAS, the oil that he burns is paid by the masters of all ships at the quay; and",
        "WHEREAS, the lamps of the mole are lit by nobody since the old tower was taken down,",
        "WHEREAS, the masters of all ships ask for it, as can be read in the harbour book,",
        "NOW, THEREFORE, the town lights the lamps of the mole too.",
    )
    text = clean("The Lamps\n\n" + "\n".join(clauses) + f"\n\n{SETTER}{PAGES}", lang="en").text
    assert [part.split()[0] for part in text.split("\n\n")[1:6]] == [*["WHEREAS,"] * 4, "NOW,"]
