# SPDX-License-Identifier: AGPL-3.0-or-later
"""Levels of headings that came without any: how they are numbered, and what stands right below what.

An outline is written as its text will be: "+" before a heading says that the next one stands right below it. The
texts were written for these tests.
"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean import clean
from pipeline.clean.headings.levels_unset import Heading, levels
from pipeline.clean.reading.heading_signs import Sign, signs
from tests.clean.test_repairs import LINES, PLAIN_PART, _headed, _plain

CASES = {
    "numbers of paragraphs count on through groups without a number, which stand above them": (
        ["+The Ferry Act", "+Part II: Dues", "+General", "4. Words", "5. Rates", "+Of boats", "6. Small", "6A. Old"],
        [1, 2, 3, 4, 4, 3, 4, 4],
    ),
    "articles stand below chapters, and beside them where there are none": (
        ["+Port", "+Title I", "Article 1", "+Title II", "+CHAPTER I", "Article 2", "+CHAPTER II", "Article 3"],
        [1, 2, 3, 2, 3, 4, 3, 4],
    ),
    "articles of a code are counted too, and sections below sections have a way of their own": (
        ["+Port", "+Section 1", "Article L12-1", "+Section 2", "Article L12-2", "+Section 3", "+Sous-section 1",
         "Article L12-3", "Article R12-4", "Sous-section 2", "Article L12-5", "+Paragraphe 1", "Article L12-6"],
        [1, 2, 3, 2, 3, 2, 3, 4, 4, 3, 4, 4, 5],
    ),
    "a chapter has its level though a line that is none stands above an article": (
        ["+Port", "+Title I", "+CHAPTER I", "Article 1", "+CHAPTER II", "Article 2", "+Title II", "+of the sea",
         "Article 3", "+CHAPTER III", "Article 4"], [1, 2, 3, 4, 3, 4, 2, 3, 4, 3, 4],
    ),
    "a chapter stands in no article, though the title above it was lost": (
        ["+The Port", "+Title I", "Article 1", "+CHAPTER I", "Article 2"], [1, 2, 3, 3, 4],
    ),
    "what has text before the first number stands beside it, and after the last": (
        ["Dues", "Why we ask", "1. Boats", "2. Rafts", "Of thanks"], [1, 2, 2, 2, 2],
    ),
    "what has no number and others after it stands in the number above": (
        ["Dues", "1. Boats", "Of oak", "Of pine", "2. Rafts", "Of reed"], [1, 2, 3, 3, 2, 3],
    ),
    "a title of two lines has nothing below it": (["+Dues of", "+the harbour", "1. Boats", "1.1 Oak"], [1, 2, 2, 3]),
    "numbers below a Roman one, letters below these": (
        ["Dues", "I. Boats", "II. Rafts", "1. Of oak", "a. Old oak", "b. New oak", "III. Fines"],
        [1, 2, 2, 3, 4, 4, 2],
    ),
    "annexes stand beside what is numbered, and chapters in no dotted number": (
        ["+Dues", "1. Boats", "1.1. Oak", "2. Rafts", "Annex A: Rates", "Annex B: Forms"], [1, 2, 3, 2, 2, 2],
    ),
    "chapters after an appendix with parts": (
        ["+Dues", "Appendix A. Rates", "A.1. Oak", "Chapter 4. Fines", "4.1. Of boats"], [1, 2, 3, 2, 3],
    ),
    "the title's own number": (["5 Dues", "5.1 Boats", "5.1.1 Oak", "5.2 Rafts"], [1, 2, 3, 2]),
    "questions stand below the heading that says so": (
        ["Dues", "Rates", "Questions", "Who pays?", "What of rafts?"], [1, 2, 2, 3, 3],
    ),
    "an article with dots stands beside one without": (
        ["+Pact", "Article 1", "Article 1.1", "Article 1.2", "Article 2"], [1, 2, 2, 2, 2],
    ),
    "an article with dots stands below one that has nothing else": (
        ["+Pact", "Article 1", "+Article 2", "Article 2.1", "Article 2.2", "Article 3"], [1, 2, 2, 3, 3, 2],
    ),
    "a code is no place in an outline": (
        ["Rules", "+Moles", "MO-1 Stones", "MO-2 Ropes", "+Lamps", "LA-1 Oil", "LA-2 Wicks"], [1, 2, 3, 3, 2, 3, 3],
    ),
    "Chinese chapters and sections": (
        ["+税法", "第一章 总则", "+第二章 税率", "第一节 一般规定", "第三章 附则"], [1, 2, 2, 3, 2],
    ),
    "two groups right above numbers stand above them, though the first is right below the title": (
        ["+Port", "+Welcome", "1.1. Boats", "1.2. Rafts", "+What comes next", "8.1. Ice", "8.1.1. Fog"],
        [1, 2, 3, 3, 2, 3, 4],
    ),
    "numbers stand beside what is open below the title, not in what lines below it": (
        ["Dues", "+Of words", "Said below", "1. Boats", "2. Rafts"], [1, 2, 3, 2, 2],
    ),
    "one group right above a number may be chance": (["Dues", "+See also", "1. Boats", "2. Rafts"], [1, 2, 2, 2]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_outline(case: str) -> None:
    written, right = CASES[case]
    assert levels([Heading(line.lstrip("+"), line.startswith("+")) for line in written], title=True) == right


def test_small_headings_stand_below_large_ones_and_these_in_chapters() -> None:
    chapters = [Heading("Dues", bare=True), Heading("Chapter 1. Boats", bare=False), Heading("Oak", bare=False, size=1)]
    small = [Heading("Old oak", bare=False, size=2), Heading("Pine", bare=False, size=1)]
    assert levels([*chapters, *small, Heading("Chapter 2. Ice", bare=False)], title=True) == [1, 2, 3, 4, 3, 2]


def test_words_in_capitals_are_large() -> None:
    texts = ("Dues", "BOATS", "Of oak", "RAFTS", "Of reed", "FINES")
    assert levels([Heading(text, bare=False) for text in texts], title=True) == [1, 2, 3, 2, 3, 2]


def test_without_a_title_all_stand_below_it() -> None:
    assert levels([Heading("Boats", bare=False), Heading("1. Oak", bare=False)], title=False) == [2, 2]


def test_numbers_that_are_no_signs() -> None:
    assert [each.way for each in signs(["3 steps to a refund", "Berth 12 is closed", "Rates"])] == ["", "", ""]
    assert signs(["1.0 Words", "2.0 Rates"]) == [Sign("1", "1"), Sign("1", "2")]
    assert [each.way for each in signs(["A. Oak", "B. Pine", "C. Elm", "I. Ash"])] == ["A"] * 4
    assert [each.way for each in signs(["I. Oak", "II. Pine", "V. Elm"])] == ["I"] * 3


@given(st.lists(st.tuples(st.sampled_from(["1. A", "2.3 B", "Rates", "Part I", "Article 2", "A. C"]), st.booleans())))
def test_no_level_is_skipped_and_only_the_title_is_on_the_first(outline: list[tuple[str, bool]]) -> None:
    found = levels([Heading(text, bare) for text, bare in outline], title=True)
    assert len(found) == len(outline)
    assert all(1 < level <= above + 1 for above, level in itertools.pairwise(found))


def test_a_title_over_two_lines_in_plain_text() -> None:
    for title in ("Rules of the Harbour: Boats\nand Rafts Alike", "Rules of the Old Harbour: Boats\nRafts Alike"):
        first = f"Harbour rules\n\n\n{title}\n1. Boats\n{LINES}\n{LINES}\n\n2. Rafts\n{LINES}\n\n\n     1\n\f"
        later = [f"Harbour rules\n\n\n{LINES}\n\n{n}. Ice\n{LINES}\n\n\n     {n - 1}\n\f" for n in (3, 4)]
        text = clean(first + "".join(later), lang="en").text
        found = [line for line in text.splitlines() if line.startswith("#")]
        assert found == [f"# {' '.join(title.split())}", "## 1. Boats", "## 2. Rafts", "## 3. Ice", "## 4. Ice"]


def test_a_numbered_line_over_a_list_counts_on_from_the_one_before() -> None:
    listed = f"(1) {PLAIN_PART}\n\n(2) {PLAIN_PART}"
    parts = ("1. The roads", PLAIN_PART, "2. The ferries", listed, "3. The bridges", PLAIN_PART)
    assert _headed(*parts) == ["## 1. The roads", "## 2. The ferries", "## 3. The bridges"]


def test_what_a_table_is_called_and_its_first_column_head_nothing() -> None:
    parts = ("1. The roads", PLAIN_PART, "Table 5-1 Of roads", "Name of the road", PLAIN_PART, "2. Tolls", PLAIN_PART)
    assert _headed(*parts) == ["## 1. The roads", "## 2. Tolls"]


def test_a_line_set_wide_word_by_word_is_no_row() -> None:
    title = "The   dues   of   the   old   harbour"
    assert _plain(title, LINES, "Of boats", PLAIN_PART)[0] == f"# {' '.join(title.split())}"


def test_numbers_alone_are_rows_and_no_headings() -> None:
    text = "## 4 Roads\n\nThey are mended.\n\n5 1 642\n\n## 6 Tolls\n\nThey are paid.\n"
    assert "# 5" not in clean(text, lang="en", threshold=0.5).text
