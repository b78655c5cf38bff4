# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two headings that an extractor ran into one line. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, _feet

TEXT = "Whoever moors at the quay pays what the board has written down here."


def _headings(*headings: str, pages: bool = True) -> list[str]:
    """The headings after cleaning; ``pages``: page numbers say that the text was extracted."""
    written = [f"{heading}\n\n{TEXT}" for heading in headings]
    text = "\n\n".join([written[0], *([_feet(PAGES)] if pages else []), *written[1:]]) + "\n"
    return [line for line in clean(text, lang="en").text.splitlines() if line.startswith("#")]


BEFORE = ("# Harbour", "## Part 1: Boats", "### Article 1", "### Article 2")
AFTER = ("### Article 4", "## Part 3: Ice", "### Article 5")


@pytest.mark.parametrize(
    "line", ["## Part 2: Rafts Article 3", "## Part 2: Rafts _Article 3_", "## Part 2: Rafts Article 3: What is due"]
)
def test_two_parts_in_one_line_are_two_headings(line: str) -> None:
    inner = line.removeprefix("## Part 2: Rafts ")
    assert _headings(*BEFORE, line, *AFTER) == [*BEFORE, "## Part 2: Rafts", f"### {inner}", *AFTER]


@pytest.mark.parametrize(
    "line",
    [
        "## Part 2: Dues under Article 3",  # cited
        "## Part 2: Rafts Article 2",  # it is a heading already
        "## Part 2: Rafts Article 9",  # it counts with no other
        "## Part 2: Rafts Article 3 does not know",
        "## Of rafts Article 3",
    ],
)
def test_a_heading_may_cite_another_part(line: str) -> None:
    assert line in _headings(*BEFORE, line, *AFTER)


def test_of_an_author_it_stays() -> None:
    assert "## Part 2: Rafts Article 3" in _headings(*BEFORE, "## Part 2: Rafts Article 3", *AFTER, pages=False)
