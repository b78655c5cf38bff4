# SPDX-License-Identifier: AGPL-3.0-or-later
"""Levels that an author gave to headings of one numbering stay, where each series is on one level."""

from __future__ import annotations

from pipeline.clean import clean


def _articles(level: int, numbers: range) -> str:
    return "\n\n".join(f"{'#' * level} Article {number}\n\nThe ferry is told in time." for number in numbers)


def test_articles_of_an_agreement_stand_above_those_of_its_annex() -> None:
    annex = f"## Annexes\n\n### Annex 1: Model\n\n{_articles(4, range(1, 9))}"
    text = f"# On ferries\n\n## Preamble\n\nWords of it.\n\n{_articles(2, range(1, 5))}\n\n{annex}\n"
    assert clean(text, lang="en").text == text
