# SPDX-License-Identifier: AGPL-3.0-or-later
"""A number or letter that a sentence cites is no item, though a line ends right before it. Written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean

SAID = "The keeper said that the lamp had been seen from the mole on each night"

# text, the piece that is one line afterwards
CITED = [
    # a page, a year and a number that the sentence cites, far from the list's own count
    (f"31. {SAID}, as the log shows on page\n233. The master agreed.\n\n32. Nobody else was heard.\n", "page 233. The"),
    (f"5. {SAID} until 14 June\n2019. It was late.\n\n6. The dues were paid.\n", "June 2019. It"),
    (f"6. {SAID} until 31 March\n2021) as agreed.\n\n7. The dues were paid.\n", "March 2021) as"),
    (f"2. {SAID} of May, which makes a sum of\n45. The dues were paid.\n3. Nobody came.\n", "of 45. The"),
    # the list has an item of that name further down
    ("(a) the book of dues, see para.\n(b) above;\n\n(b) the lamp.\n", "para. (b) above;"),
    ("(a) the book of dues, but for section 4\n(c) below;\n(b) the lamp;\n(c) the mole.\n", "section 4 (c) below;"),
    # below a bullet no list counts
    (f"- {SAID}.\n- The pilot was not heard, see page\n22. He was ill.\n", "page 22. He"),
    (f"- {SAID}, which is what he wrote on page\n1. The pilot was ill.\n", "page 1. The"),
    (f"- {SAID} on page\n  21. of his book.\n- The pilot was not heard, see page\n22. He was ill.\n", "page 22. He"),
    # what is said in words is said again in digits
    (f"4. {SAID}, and went home within fifteen\n(15) days. They rose.\n5. Nobody came.\n", "within fifteen (15) days."),
    # the line above is not the item's first
    (f"4. {SAID},\nand so did the pilots, see section\n17. The master agreed.\n5. Nobody came.\n", "section 17. The"),
]

STAYS = [
    # the list counts on, whatever its items end with
    f"1. {SAID} in March\n2. The master read page\n3. The pilot went home\n",
    "1. Which harbour the boats come from and go to\n2. What for\n3. How far\n",
    # an author leaves numbers out, counts down, or begins in the middle
    f"1. {SAID} of the week\n3. The master read that\n4. The pilot went home\n",
    "5. Take in the lamp and the rope that hangs from\n4. Take in the bell\n3. Go home\n",
    "- The parts of the book that the keeper works from\n1. The log\n2. The dues\n",
    # an item that leads to the next, though the list above has its number too
    f"(4) {SAID}, and\n(5) the master read the log of the mole that night, or\n(6) nobody did.\n\n(6) It rained.\n",
    # steps below an item
    f"1. {SAID} in these steps\n   1. Open it\n   2. Shut it\n2. Go home\n",
    # the number is no item where it stands: the line hangs below its item's text
    "- The keeper said so on page\n  21. of his book, which is old.\n",
    # items of a law, though a later sentence cites the next label
    "(1) All pilots have the right—\n\n    (a) to moor at the mole;\n    (b) to ring the bell;\n"
    "    (c) to see the log.\n"
    "(2) Nothing in sub-clause (a) of this clause binds the master.\n"
    "(3) Nothing in sub-clause (d) of this clause binds the keeper.\n",
]


@pytest.mark.parametrize(("text", "whole"), CITED)
def test_what_a_sentence_cites_stays_in_its_line(text: str, whole: str) -> None:
    cleaned = clean(text, lang="en")
    assert whole in cleaned.text
    assert {repair.rule for repair in cleaned.repairs} == {"inline-labels"}
    assert clean(cleaned.text, lang="en").text == cleaned.text


@pytest.mark.parametrize("text", STAYS)
def test_items_stay_items(text: str) -> None:
    assert clean(text, lang="en").text == text


def test_without_a_word_that_asks_for_a_number_it_is_proposed() -> None:
    text = f"7. {SAID} of that winter\n45. The dues were paid by all of them.\n8. Nobody came.\n"
    cleaned = clean(text, lang="en")
    assert cleaned.text == text
    assert [repair.rule for repair in cleaned.proposals] == ["inline-labels"]
