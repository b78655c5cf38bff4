# SPDX-License-Identifier: AGPL-3.0-or-later
"""The order of repairs is read off the repairs: a new one is one new file."""

from __future__ import annotations

import pytest

from pipeline.clean import rules
from pipeline.clean.fix import Rule
from pipeline.clean.order import in_order


def named(*pairs: str) -> list[Rule]:
    """Rules from "name<after"."""
    return [Rule(name, "", lambda _: (), after) for name, after in (pair.split("<") for pair in pairs)]


def order(*pairs: str) -> str:
    return " ".join(rule.name for rule in in_order(named(*pairs)))


def test_each_comes_after_the_one_it_names() -> None:
    assert order("c<b", "a<", "b<a") == "a b c"


def test_a_new_one_comes_right_after_the_one_it_names() -> None:
    assert order("a<", "b<a", "c<b", "z<a", "y<c") == "a z b c y"


@pytest.mark.parametrize("pairs", [("a<", "b<x"), ("a<", "b<c", "c<b"), ("a<a",), ("a<", "b<a", "b<a")])
def test_one_that_never_has_its_turn_is_told(pairs: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"ring|one name"):
        in_order(named(*pairs))


def test_the_order_that_matters() -> None:
    """Characters before words, pages before joins, joins before numbers and levels."""
    names = [rule.name for rule in rules()]
    turns = ["line-ends", "mojibake", "running-heads", "hyphenation", "footnotes", "join-paragraphs", "numbering"]
    assert sorted(turns, key=names.index) == turns
    assert names[-2:] == ["heading-levels", "reports"]
