# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines of plain text that begin with a label of several numbers, and those below a colon or a semicolon."""

from __future__ import annotations

import pytest

from pipeline.clean.paragraphs import splits
from pipeline.clean.reading import line_labels
from pipeline.clean.reading.scan import Scan

PART = (
    "The council met in the spring and heard what the masters of the ferries had to say about\n"
    "the state of the roads, and it found that much was to be done before the winter came back\n"
    "to the town. It asks the towns to mend the roads that lead to the bridges, and to see that\n"
    "the ferries are safe. It will look at the reports again in the autumn of the same year, as"
)
FULL = "every master of a ferry sees to it that none of the boats is loaded beyond its white line"


def _begun(*lines: str) -> list[str]:
    """The lines before which a paragraph is parted from the one above, below some that run on."""
    text = "\n".join([PART, PART, PART, *lines, ""])
    fixes = [fix for fix in splits.find(Scan(text, "en", (0,))) if fix.confidence >= 0.9]
    return [text[fix.start :].split("\n")[0] for fix in fixes]


@pytest.mark.parametrize(
    ("one", "two", "three"),
    [("4.9", "4.10", "4.11"), ("2.1.1.", "2.1.2.", "2.1.3."), ("1°", "2°", "3°"), ("7 º", "8 º", "9 º")]
)
def test_a_label_that_counts_begins_a_paragraph_below_a_full_line_too(one: str, two: str, three: str) -> None:
    lines = [f"{label} On the days on which the wind is strong {FULL[:46]}." for label in (two, three)]
    assert _begun(f"{one} The pier, where {FULL}.", *lines) == lines


@pytest.mark.parametrize("line", ["4.10 metres of rope on every boat of the line.", "2° below what it was in spring."])
def test_a_number_that_counts_with_no_other_may_stand_in_a_sentence(line: str) -> None:
    assert _begun(f"The rope, of which {FULL}.", line) == []


def test_a_label_inside_a_sentence_begins_nothing() -> None:
    assert _begun(f"4.9 The pier, where {FULL}", "4.10 and all that it says of boats.") == []


@pytest.mark.parametrize(
    "below", ['"ii" and "iii" on the white line', "the boats that are not painted yet;", "(see the map)"]
)
def test_a_line_that_leads_up_to_what_is_below_ends_its_paragraph(below: str) -> None:
    assert below in _begun("all of them have said in the spring, that these come first:", below)


@pytest.mark.parametrize("above", ["Files:", '"digest":', "done; and so on };"])
def test_labels_and_code_lead_up_to_nothing(above: str) -> None:
    assert _begun(above, "boats/white.txt") == []


def test_labels_are_read() -> None:
    assert line_labels.read("1.12 Fees") == (1, 12) and line_labels.read("3° Fees") == (-1, 3)
    assert line_labels.read("12 Fees") == () and line_labels.read("1.5") == ()
