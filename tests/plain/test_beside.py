# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two texts beside each other: compared once for all who ask, and anew as soon as either says something else."""

from __future__ import annotations

import pytest

from pipeline.plain import beside
from pipeline.plain.guard import kept
from pipeline.plain.guard.compare import guard
from pipeline.plain.guard.kept import meaning_kept
from tests.plain.samples import TEXTS, lake, plain_markdown, read_text

EDITED = TEXTS | {"The lake": "The lake is open in December."}


def test_what_was_compared_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    original = lake()
    first = beside.compare(original, read_text(plain_markdown(original), original), {})
    monkeypatch.setattr(beside, "guard", _never)
    assert beside.compare(lake(), read_text(plain_markdown(original), original), {}) is first


@pytest.mark.parametrize("changed", ["plain", "original", "aliases"])
def test_what_says_something_else_is_compared_anew(changed: str) -> None:
    original = lake()
    text = plain_markdown(original, EDITED if changed == "plain" else TEXTS)
    first = beside.compare(original, read_text(plain_markdown(original), original), {})
    closed = "# Rules for the lake\n\nThe lake is closed in May.\n"
    other = lake(closed, original) if changed == "original" else original
    aliases = {"Harlow": ("the town",)} if changed == "aliases" else {}
    assert beside.compare(other, read_text(text, original), aliases) is not first


def test_only_so_much_is_kept() -> None:
    original = lake()
    plain = read_text(plain_markdown(original), original)
    first = beside.compare(original, plain, {"n": ("0",)})
    for number in range(1, beside.MOST_KEPT + 1):
        beside.compare(original, plain, {"n": (str(number),)})
    assert beside.compare(original, plain, {"n": ("0",)}) is not first


def test_how_much_is_kept_takes_what_the_guard_found(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = "Visitors must pay 5 euros.", "Visitors may pay 6 euros."
    asked = meaning_kept(*pair)
    found = guard(*pair).differences
    monkeypatch.setattr(kept, "guard", _never)
    assert found and meaning_kept(*pair, differences=found) == asked


def _never(*_: object) -> None:
    raise AssertionError("asked again")
