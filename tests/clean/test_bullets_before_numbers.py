# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bullets before numbers, as one extractor writes them: they tell of it where no page does, and go.

The texts were written for these tests.
"""

from __future__ import annotations

import pytest

from pipeline.clean import clean

LISTED = "The master must bring:\n\n- 1. a rope;\n- 2. a lamp;\n- 3. a book.\n\n"
CLAUSES = (
    "- B.6.1 The keeper counts the boats that lie at the mole.\n"
    "- B.6.2 He writes their number into the book.\n- B.6.2.1 He does so at noon."
)
ARTICLES = (
    "- Art. 1. The keeper counts the boats that lie at the mole.\n- Art. 2. The clerk writes it into the book.\n"
    "- Art. 3. In winter nobody counts them, and nobody writes."
)


@pytest.mark.parametrize("said", [CLAUSES, ARTICLES])
def test_they_go_from_before_clauses_and_articles_that_are_paragraphs(said: str) -> None:
    cleaned = clean(f"# Harbour\n\n{LISTED}{said}\n", lang="en").text
    assert cleaned.endswith(f"3. a book.\n\n{said.replace('- ', '').replace(chr(10), chr(10) * 2)}\n")


@pytest.mark.parametrize("said", [CLAUSES, ARTICLES])
def test_an_author_s_list_of_them_stays(said: str) -> None:
    text = f"# Harbour\n\n{LISTED.replace('- ', '')}{said}\n"
    assert clean(text, lang="en").text == text


def test_what_has_a_letter_and_counts_with_nothing_stays_an_item() -> None:
    said = "- C.7 is the berth of the pilots.\n- D.3 is that of the clerk."
    assert said in clean(f"# Harbour\n\n{LISTED}{said}\n", lang="en").text


def test_articles_whose_numbers_end_without_a_stop_are_headed_by_them() -> None:
    bare = ARTICLES.replace("1.", "1").replace("2.", "2").replace("3.", "3")
    cleaned = clean(f"# Harbour\n\n{LISTED}{bare}\n", lang="en").text
    assert "Art. 2\n\nThe clerk" in cleaned
