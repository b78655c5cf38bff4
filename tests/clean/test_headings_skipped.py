# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings that an extractor left as text above one that skips a level. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, _feet

TEXT = "Whoever moors at the quay pays what the board has written down here."
REST = f"{TEXT}\n\n## Of ice\n\n### Rafts in winter\n\n{TEXT}\n"


def _cleaned(line: str, rest: str = REST, *, pages: bool = True) -> str:
    foot = f"{_feet(PAGES)}\n\n" if pages else ""
    return clean(f"# Harbour\n\n{TEXT}\n\n{line}\n\n### Boats in summer\n\n{foot}{rest}", lang="en").text


def test_the_line_between_is_the_heading_that_is_missing() -> None:
    assert "\n## Of summer\n\n### Boats in summer\n" in _cleaned("Of summer")


@pytest.mark.parametrize(
    "line",
    [
        "This is of summer.",
        "Of summer, and of",
        "The dues are these:",
        "on summer days",
        "> Of summer",
        "Of summer\nand of spring",
    ],
)
def test_what_is_no_heading_stays_and_the_level_is_mended(line: str) -> None:
    text = _cleaned(line)
    assert f"## {line}" not in text
    assert "\n## Boats in summer\n" in text


def test_where_no_heading_stands_right_above_another_the_level_is_mended() -> None:
    text = _cleaned("Of summer", f"{TEXT}\n\n## Of ice\n\n{TEXT}\n")
    assert "\nOf summer\n\n## Boats in summer\n" in text


def test_of_an_author_it_stays() -> None:
    assert "## Of summer" not in _cleaned("Of summer", pages=False)
