# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items in plain text that lead to a list of their own: they go on a sentence, and are no headings."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned
from tests.clean.test_repairs import PLAIN_PART

LAST = "to find a new store for the old boats that are named here"
PARTS = [
    "The State of the Roads",
    f"1. The towns\n{PLAIN_PART}",
    f"2. The ferries\n{PLAIN_PART}",
    f"{PLAIN_PART}\nThe council asks of each town:",
    "   1. to keep the oars in the house, as was said in the spring of the year;\n   2. to leave the raft ;\n"
    f"   3. {LAST}\n"
    "         o the two that were lent,\n         o the raft of the summer,\n         o the oars.",
    f"3. The bridges\n{PLAIN_PART}",
]


def test_an_item_that_begins_small_and_leads_to_a_list_is_no_heading() -> None:
    cleaned = clean("\n\n".join(PARTS) + "\n", lang="en").text
    headings = [line for line in cleaned.splitlines() if line.startswith("#")]
    assert any("The ferries" in line for line in headings)
    assert not any(LAST in line for line in headings)


def test_items_above_a_heading_that_counts_on_from_the_last_of_them_stay() -> None:
    body = "The master brings:\n\n1. Ropes\n2. Lamps\n3. Oil\n\n## 4. Fees\n\nThey are paid at noon, and never later."
    assert _cleaned(body) == body


def test_a_section_with_three_digits_right_below_an_item_is_none_of_it() -> None:
    listed = "The council asks of each town:\n1. to keep the oars\n2. to leave the raft"
    text = "\n\n".join((*PARTS[:2], f"{listed}\n120.2 Roads\n{PLAIN_PART}"))
    assert "2. to leave the raft\n120.2" not in clean(text + "\n", lang="en").text
