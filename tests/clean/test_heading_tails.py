# SPDX-License-Identifier: AGPL-3.0-or-later
"""What leads to the text below a heading, and stands in its line. The texts were written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, _feet

TEXT = "The board has written this down, and it binds whoever moors at the quay."
HEADS = ("HB-1 Dues of boats", "HB-2 Lamps by night", "HB-4 Wrecks and rafts")


def _lines(*heads: str, pages: bool = True, mark: str = "## ") -> list[str]:
    feet = [_feet(PAGES)] if pages else []
    parts = [f"{mark}{head}\n\n{TEXT}" for head in heads]
    return clean("\n\n".join(["# Harbour", *feet, *parts]) + "\n", lang="en").text.splitlines()


def test_what_all_headings_of_a_series_end_with_stands_below_them() -> None:
    lines = _lines(*(f"{head} Rule:" for head in HEADS))
    assert [line for line in lines if line.startswith("#")] == ["# Harbour", *(f"## {head}" for head in HEADS)]
    assert lines.count("Rule:") == len(HEADS)


def test_two_headings_are_no_series() -> None:
    heads = [f"{head} Rule:" for head in HEADS[:2]]
    assert "Rule:" not in _lines(*heads)


def test_an_author_may_write_so() -> None:
    assert "Rule:" not in _lines(*(f"{head} Rule:" for head in HEADS), pages=False)


def test_one_line_with_a_colon_heads_nothing_however_often_it_is_said() -> None:
    heads = [part for head in HEADS for part in (head, "Rule:")]
    lines = _lines(*heads)
    assert lines.count("Rule:") == len(HEADS)
    assert "## HB-1 Dues of boats" in lines
