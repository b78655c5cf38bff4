# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that show by their spaces and blank lines that an extractor wrote them. Written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_list_lines import SET

HEADS = ("Of boats", "Of quays", "Of lamps", "Of goats")


def _lined(blank: int, sections: int = 4) -> str:
    """Bold lines over text set in lines, with blank lines between."""
    parts = [part for head in HEADS[:sections] for part in (f"**{head}**", SET, SET, SET)]
    return "# The harbour\n\n" + ("\n" * (blank + 1)).join(parts) + "\n"


def _spaced(mark: str) -> str:
    """The same without the lines of the page; ``mark`` ends each line."""
    text = " ".join(SET.split())
    parts = ["# The harbour", *(part for head in HEADS for part in (f"**{head}**", *[text] * 6))]
    return "\n\n".join(f"{part}{mark}" for part in parts) + "\n"


def test_two_blank_lines_between_paragraphs_set_in_lines_are_an_extractor_s() -> None:
    assert "## Of goats" in clean(_lined(2), lang="en").text
    assert clean(_lined(1), lang="en").text == _lined(1)
    assert clean(_lined(2, 1), lang="en").text == _lined(2, 1)  # a few are chance


def test_a_space_at_the_end_of_nearly_all_lines_is_an_extractor_s() -> None:
    assert "## Of goats" in clean(_spaced(" "), lang="en").text
    for mark in ("", "  "):
        assert clean(_spaced(mark), lang="en").text == _spaced(mark)


def test_a_page_may_have_ended_below_a_full_line_where_none_is_known() -> None:
    full, rest = SET.splitlines()[:2]
    text = _lined(2).replace("## ", "") + f"\n\n{full}\n\n\n{rest} so.\n"
    assert f"{full} {rest} so." in clean(text, lang="en").text
    short = " ".join(full.split()[:8])
    assert f"{short}\n\n\n{rest}" in clean(text.replace(full + "\n\n", short + "\n\n"), lang="en").text
