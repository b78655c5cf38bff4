# SPDX-License-Identifier: AGPL-3.0-or-later
"""Marks and notes that touch other numbers, at the feet of pages of plain text. Written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_repairs import PLAIN_PART

FIRST = (
    "The Harbour Acts1 say so, and the Directive2 on ropes, with Letter A-1303 of the council and Letter B-7.4 of the\n"
    "guild, and what the pilots told the board5 of Letter A-130 in May."
)
SECOND = "The Dues Act,6 the Boats Act of 2002,7 the Ice Act of 1974,8 the Fog Act9 and the Lamps Act10 say so, too."
FEET = [
    ("1Acts of the harbour, first part.", "2Directive of the guild, at https://guild.example/2009/directive2.pdf",
     "3Letter A-130 of the council.", "4Letter B-7 of the guild.", "5What the pilots told."),
    ("641 H.B. § 3 and what follows.", "7Boats Act, as it was changed.\n852 H.B. § 5.\n9Fog Act.", "10Lamps Act."),
]  # fmt: skip


def test_each_has_its_own() -> None:
    pages = (["The State of the Roads", PLAIN_PART, FIRST, *FEET[0]], ["\f" + PLAIN_PART, SECOND, *FEET[1]])
    text = clean("\n\n".join(line for page in pages for line in page) + f"\n\n\f{PLAIN_PART}\n", lang="en").text
    assert "A-130[^3]" in text and "B-7.[^4]" in text and "2002,[^7]" in text and "1974,[^8]" in text
    notes = ["[^2]: Directive of", "[^3]: Letter A-130", "[^6]: 41 H.B.", "[^8]: 52 H.B. § 5.", "[^9]: Fog Act."]
    assert [note for note in notes if f"\n{note}" not in text] == []
