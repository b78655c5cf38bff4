# SPDX-License-Identifier: AGPL-3.0-or-later
"""Titles set smaller than their sections, and parts of articles. Written for these tests."""

from __future__ import annotations

from tests.clean.test_extracted import _cleaned
from tests.clean.test_levels import _document


def test_a_title_may_be_set_smaller_than_numbered_sections() -> None:
    read = ("#### The Harbour Book", "# 1. Dues", "## 1.1. Day", "# 2. Fines", "# 3. Ice", "# Exhibit A")
    assert _document(*read) == ["# The Harbour Book", *(f"#{heading}" for heading in read[1:])]


def test_a_small_heading_above_others_without_numbers_is_no_title() -> None:
    read = ("#### Board of Harbours", "# The Harbour Book", "# Dues", "# Fines")
    assert _document(*read)[1] == "# The Harbour Book"


def test_parts_of_an_article_stay_below_it() -> None:
    read = ["# Harbour", "## Article 1", "## Article 2", "### Article 2.1", "### Article 2.2", "## Article 3"]
    assert _document(*read) == read


def test_articles_with_a_dot_and_none_above_them_are_siblings() -> None:
    read = ["# Harbour", "## Article 1.1", "## Article 1.2", "### Article 1.3", "## Article 2.1"]
    assert _document(*read) == [heading.replace("###", "##") for heading in read]


def test_parts_whose_order_the_language_fixes_stand_in_each_other_with_their_articles() -> None:
    names = ["Sous-section 1", "Article L12-1", "Sous-section 2", "Paragraphe 1", "Article L12-2", "Paragraphe 2"]
    names += ["Article L12-3", "Sous-section 3", "Article L12-4"]
    text = "\n\n".join(
        f"### {name}" + (f"\n\nLe gardien de l'île écrit {number} mots dans son livre." if "Art" in name else "")
        for number, name in enumerate(names)
    )
    result = _cleaned(f"## Section 1\n\n{text}", "fr").splitlines()
    found = {line.lstrip("# "): line.count("#") for line in result if line.startswith("#")}
    assert [found[name] for name in names] == [3, 4, 3, 4, 5, 4, 5, 3, 4]
