# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of a text that an extractor left as items or lines. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, _feet

TEXT = "Whoever moors at the quay pays what the board has written down here."


def _headings(*parts: str, pages: bool = True, lang: str = "en") -> list[str]:
    """The headings after cleaning; ``pages``: page numbers say that the text was extracted."""
    written = [f"{part}\n\n{TEXT}" for part in parts]
    feet = [_feet(PAGES)] if pages else []
    text = clean("\n\n".join([written[0], *feet, *written[1:]]) + "\n", lang=lang).text
    return [line for line in text.splitlines() if line.startswith("#")]


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (("## CHAPTER I: Dues", "## CHAPTER III: Ice"), "- CHAPTER II: Of the rafts"),
        (("## CHAPTER I: Dues", "## CHAPTER III: Ice"), "CHAPTER II: Of the rafts"),
        (("## Part 1 Dues", "## Part 3 Ice"), "Part 2 Rafts"),
        (("## Annex A", "## Annex C"), "Annex B"),
    ],
)
def test_a_line_that_counts_on_is_a_heading(given: tuple[str, str], line: str) -> None:
    first, last = given
    assert _headings("# Harbour", first, line, last) == ["# Harbour", first, f"## {line.removeprefix('- ')}", last]


def test_french_writes_a_space_before_the_colon_behind_a_number() -> None:
    read = ["# Port", "## Sous-section 1 : Des barques", "Sous-section 2 : Radeaux", "## Sous-section 3 : Glaces"]
    assert _headings(*read, lang="fr") == [read[0], read[1], f"## {read[2]}", read[3]]


def test_a_part_may_be_the_first_in_words_of_order() -> None:
    read = ["# Port", "Chapitre Ier : Des barques", "## Chapitre II : Des radeaux", "## Chapitre III : Des glaces"]
    assert _headings(*read, lang="fr") == [read[0], f"## {read[1]}", *read[2:]]


def test_the_parts_of_two_parts_may_have_one_name() -> None:
    read = ["# Harbour", "## Title I: Boats", "### Part 1: What is due", "### Part 2: What is not due"]
    again = ["## Title II: Rafts", "Part 1: What is due", "- Part 2: What is not due"]
    made = ["## Title II: Rafts", "### Part 1: What is due", "### Part 2: What is not due"]
    assert _headings(*read, *again) == [*read, *made]
    assert _headings(*read, *again[1:]) == read  # a list of contents, or a running head


def test_lines_that_name_parts_right_above_headings_are_some_though_none_was_found() -> None:
    articles = [f"## Article {number}\n\n{TEXT}" for number in range(1, 6)]
    parts = [f"- Part {number}: {name}" for number, name in enumerate(("Boats", "Rafts"), start=1)]
    body = ["# Harbour", _feet(PAGES), parts[0], *articles[:2], parts[1], *articles[2:]]
    found = [line for line in clean("\n\n".join(body) + "\n", lang="en").text.splitlines() if line.startswith("#")]
    assert [line.count("#") for line in found] == [1, 2, 3, 3, 2, 3, 3, 3]
    assert "## Part 1: Boats" in found and "## Part 2: Rafts" in found
    one = [*body[:3], *articles]
    assert parts[0] in clean("\n\n".join(one) + "\n", lang="en").text  # one line may be anything


def test_an_article_right_below_the_line_of_its_chapter_is_a_heading() -> None:
    articles = [f"## Article {number}\n\n{TEXT}" for number in range(2, 6)]
    body = ["# Harbour", _feet(PAGES), "- Chapter I – Boats", f"Article 1\n\n{TEXT}", *articles[:2]]
    body += ["Chapter II – Rafts", *articles[2:]]
    found = [line for line in clean("\n\n".join(body) + "\n", lang="en").text.splitlines() if line.startswith("#")]
    assert found[1:3] == ["## Chapter I – Boats", "### Article 1"] and "## Chapter II – Rafts" in found


def test_parts_of_a_larger_part_begin_anew() -> None:
    read = ["# Harbour", "## Title I", "### CHAPTER I", "### CHAPTER II", "## Title II", "CHAPTER I", "### CHAPTER II"]
    assert _headings(*read) == [line if line[0] == "#" else f"### {line}" for line in read]


@pytest.mark.parametrize(
    "line",
    [
        "Chapter 5: Of the rafts",  # the next is 2
        "Chapter 1: Dues",  # said again
        "Chapter 2 of the old rules",
        "Chapter 2: Rafts, boats and",
        "Chapter 2 is about rafts.",
        "Article 2: Rafts",
    ],
)
def test_what_counts_on_in_no_series_stays(line: str) -> None:
    assert _headings("# Harbour", "## Chapter 1: Dues", line, "## Chapter 2: Ice") == [
        "# Harbour", "## Chapter 1: Dues", "## Chapter 2: Ice",
    ]  # fmt: skip


def test_of_an_author_it_is_proposed() -> None:
    read = ("# Harbour", "## Chapter 1: Dues", "Chapter 2: Rafts", "## Chapter 3: Ice")
    assert _headings(*read, pages=False) == [line for line in read if line[0] == "#"]


def test_acts_that_are_numbered_by_a_word_of_their_own_count_on() -> None:
    first, second, third = (f"Charter n° {n} of May on the rafts" for n in (3, 4, 5))
    read = ["# Harbour", f"## {first}", second, f"## {third}"]
    assert _headings(*read) == ["# Harbour", f"## {first}", f"## {second}", f"## {third}"]
    title = "\n\n".join(["The book of the harbour", first, "## Rafts", TEXT, _feet(PAGES), f"# {second}", TEXT])
    found = [line for line in clean(f"{title}\n", lang="en").text.splitlines() if line.startswith("#")]
    assert found == ["# The book of the harbour", f"## {first}", "### Rafts", f"## {second}"]


def test_a_part_that_stands_right_above_a_heading_cuts_the_text_above() -> None:
    text = "\n\n".join(
        [
            "# Harbour", _feet(PAGES), "## CHAPTER I", "### Article 1", f"{TEXT} The dues are those in the",
            "CHAPTER II", "### Article 2", TEXT, "## CHAPTER III", "### Article 3", TEXT,
        ]
    )  # fmt: skip
    assert "\n## CHAPTER II\n" in clean(f"{text}\n", lang="en").text


def test_articles_count_on_where_three_others_are_headings() -> None:
    read = ["# Harbour", "## Article 1°: Dues", "- Article 2°: Rafts", "## Article 3°: Ice", "## Article 4°: Fog"]
    assert _headings(*read) == [line.replace("- ", "## ") for line in read]


def test_articles_of_a_code_count_on_by_the_numbers_behind_their_letter() -> None:
    read = ["# Harbour", *(f"## Article H12-{n}" for n in (1, 2)), "Article H12-3", "## Article H12-10"]
    assert _headings(*read) == [line if line[0] == "#" else f"## {line}" for line in read]
    assert "## Article H12-3" not in _headings(*read[:2], "Article H12-3", *read[2:3], *read[4:])  # 3 before 2


def test_controls_that_are_counted_by_a_code_are_headings_on_one_level() -> None:
    moles = ("### MO-1 Moles", "MO-2 Boats", "## MO-3 Ropes", "### MO-4 Lamps", "### MO-5 Oil")
    read = (*moles, "LA-1 Ice", "### LA-2 Fog")
    levels = [line.split()[:2] for line in _headings("# Harbour", "## Of old", *read)[2:]]
    # one heading alone is no series: a text names its controls
    assert levels == [["###", name] for name in ("MO-1", "MO-2", "MO-3", "MO-4", "MO-5", "LA-2")]
