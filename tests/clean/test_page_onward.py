# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages before and behind those that are known. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_running_heads import TOWN

PAGE = " ".join(f"{part} end." for part in TOWN)
HEADS = ["1", "2", "3", "I. Nets 4", "I. Nets 5", "I. Nets 6", *(f"III. Of boats {number}" for number in range(7, 11))]


def _text(heads: list[str], more: str = "## I. Nets\n\n## III. Of boats\n\n") -> str:
    """Pages below their heads, of which the last ones cut a sentence each."""
    pages = []
    for number, head in enumerate(heads, start=1):
        begun = "until the bell was rung. " if number > 8 else ""
        ended = " Nobody who has a goat on board is let ashore by the mate" if number > 7 else ""
        title = f"# The ferry and its goats\n\n{more}" if number == 1 else ""
        pages.append(f"##### {head}\n\n\n\n{title}{begun}{PAGE} {PAGE} {number} boats.{ended}")
    return "\n\n".join(pages) + "\n\nuntil the bell was rung.\n"


def test_heads_go_of_pages_before_the_section_whose_heads_are_known() -> None:
    text = clean(_text(HEADS), lang="en").text
    assert not [head for head in HEADS if f"# {head}\n" in text] and "## III. Of boats\n" in text


@pytest.mark.parametrize("lost", ["Of 6 goats", "Of dogs 60", "Of dogs"])
def test_what_does_not_count_on_stays(lost: str) -> None:
    heads = [lost if number == 6 else head for number, head in enumerate(HEADS, start=1)]
    assert lost in clean(_text(heads), lang="en").text


def test_a_line_with_the_next_number_stays_whose_words_stand_nowhere_else() -> None:
    heads = ["Of mending nets 6" if head == "I. Nets 6" else head for head in HEADS]
    assert "Of mending nets 6" in clean(_text(heads), lang="en").text


def test_a_last_head_goes_whose_words_were_run_into_a_text() -> None:
    more = "## Of boats\n\n- i. Every boat has a lamp. Nets and lamps\n\n"
    heads = ["1", *(f"{n} HARBOUR E.V." if n % 2 == 0 else f"Of boats {n}" for n in range(2, 7)), "Nets and lamps 7"]
    text = clean(_text(heads, more), lang="en").text
    assert not [head for head in heads if f"# {head}\n" in text]


def test_heads_of_one_word_go_that_name_a_heading() -> None:
    heads = ["1", *(f"{n} HARBOUR E.V." if n % 2 == 0 else f"Membership {n}" for n in range(2, 8))]
    text = clean("# Of the ferry\n\n" + _text(heads, "## Membership\n\n"), lang="en").text
    assert not [head for head in heads if f"# {head}\n" in text] and "## Membership\n" in text


def test_no_page_is_before_the_first() -> None:
    heads = [f"Page {number} / 7" for number in range(1, 8)]
    text = "# Passages 2 and 3\n\n" + "\n\n".join(f"{PAGE} {head[5]} boats.\n\n{head}" for head in heads)
    assert clean(text, lang="en").text.count("boats.") == 7
