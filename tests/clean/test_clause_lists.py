# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clauses of one sentence below a colon, and terms in quotation marks with their meaning, whose bullets were drawn."""

from __future__ import annotations

import pytest

from tests.clean.test_extracted import _cleaned as cleaned

LONG = "how the board looks after the piles of the western mole, " * 4
CLAUSES = [f"{LONG}and who pays for it;", "what the pilots are owed;", "where a lamp has to be lit."]
TERMS = ["‘The mole’: the western mole.", "“The board”: that of the harbour.", "« The clerk » : its clerk."]
AFTER = "## Spring"


@pytest.mark.parametrize("items", [CLAUSES, TERMS])
def test_they_are_items(items: list[str]) -> None:
    body = "These rules say:\n\n" + "\n\n".join(items) + f"\n\n{AFTER}"
    listed = cleaned(body).removeprefix("These rules say:\n\n").removesuffix(f"\n\n{AFTER}")
    assert [line for line in listed.split("\n") if line] == [f"- {item}" for item in items]


def test_one_clause_alone_is_none() -> None:
    assert "- " not in cleaned(f"These rules say:\n\n{CLAUSES[0]}\n\n{AFTER}")
