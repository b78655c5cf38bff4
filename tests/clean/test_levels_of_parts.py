# SPDX-License-Identifier: AGPL-3.0-or-later
"""Titles set smaller than their sections, and parts of articles. Written for these tests."""

from __future__ import annotations

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
