# SPDX-License-Identifier: AGPL-3.0-or-later
"""Feet that name the article before the page's number ("Article 9 | 3"). The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_page_sides import _book

TITLE = "# On ferries and goats\n\n"


@pytest.mark.parametrize("mark", ["", "##### "])
def test_a_number_behind_that_of_an_article_counts_the_pages(mark: str) -> None:
    heads = [f"{mark}Article 9 | {number}\n\n{mark}HARBOUR RULES" for number in range(1, 6)]
    cleaned = clean(_book(heads, TITLE, cuts=(2,), size=24), lang="en").text
    assert "Article 9" not in cleaned and cleaned.count("HARBOUR RULES") == 0


@pytest.mark.parametrize("name", ["Article {}", "Table 9-{}", "Article {} | 9"])
def test_an_article_that_counts_up_by_itself_stays(name: str) -> None:
    heads = [name.format(number) for number in range(1, 6)]
    cleaned = clean(TITLE + _book(heads, "", cuts=(), size=24), lang="en").text
    assert all(head in cleaned for head in heads)


@pytest.mark.parametrize("name", ["Example {}", "Beispiel {}", "Exemple {}"])
def test_examples_that_begin_alike_are_an_authors(name: str) -> None:
    begun = "A ferry lies at the quay, and the mate of it counts the heads of all who go below.\nHe writes them down.\n"
    rest = ("Then he rings the bell that hangs beside the wheel, and the ropes are let go at both of its ends.\n\n") * 4
    parts = [f"## {name.format(number)}\n\n{begun}{number} came late. {rest}" for number in (1, 2, 3)]
    text = "# On ferries\n\n" + "".join(parts).rstrip("\n") + "\n"
    assert clean(text, lang="en").text == text
