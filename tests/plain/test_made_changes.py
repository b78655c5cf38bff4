# SPDX-License-Identifier: AGPL-3.0-or-later
"""Changes made by program for training: each goes both ways, and what both texts have is changed in both."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.plain import made_changes

TEXT = "You must pay within two weeks of 3 May, but at most 40 euros a month. If you cannot, nobody else may."


@given(st.integers(0, 10_000), st.sampled_from(sorted(made_changes.PAIRS)))
def test_one_place_is_another_and_can_come_back(seed: int, kind: str) -> None:
    now = made_changes.changed(TEXT, kind, Random(seed))
    assert now and now != TEXT
    assert "3 May" in now or kind == "number"
    ways = made_changes.TABLES[kind]
    back = {(word, other.lower()) for word, others in ways.items() for other in others if other}
    assert all((other, word) in back for word, other in back)


@given(st.integers(0, 10_000))
def test_what_both_texts_have_once_is_changed_in_both(seed: int) -> None:
    both = made_changes.changed_in_both("Payment shall be made within two weeks of 3 May.", TEXT, Random(seed))
    assert both is None or all(now != was for now, was in zip(both, ("Payment", TEXT), strict=True))
    assert made_changes.changed_in_both("Nothing is shared.", TEXT, Random(seed)) is None
