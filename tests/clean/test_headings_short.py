# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings that an extractor left unmarked, or wrote into listings. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

LONG = (
    "The upper quay belongs to the board, and whoever moors there pays the dues that the table names, on the day on "
    "which he comes."
)
MARKED = f"## Quays\n\n{LONG}\n\n### The lower quay\n\n{LONG}\n\n"


@pytest.mark.parametrize("name", ["Ropes and chains", "Who pays?", "What the Warden May Do"])
def test_a_short_line_between_paragraphs_is_a_heading(name: str) -> None:
    assert f"\n\n#### {name}\n\n" in cleaned(f"{MARKED}{LONG}\n\n{name}\n\n{LONG}")


def test_a_line_between_two_items_of_a_law_that_count_on_is_one() -> None:
    items = [f"({number}) {LONG}" for number in (1, 2, 3)]
    assert "\n\n#### Ropes and chains\n\n(2) " in cleaned(MARKED + "\n\nRopes and chains\n\n".join(items[:2]))
    text = cleaned(f"{MARKED}{LONG}\n\nRopes and chains\n\n{items[1]}")
    assert "# Ropes and chains" not in text  # no list goes on there


def test_two_of_them_stand_beside_each_other() -> None:
    text = cleaned(f"{MARKED}{LONG}\n\nRopes\n\n{LONG}\n\nChains\n\n{LONG}")
    assert "#### Ropes\n" in text and "#### Chains\n" in text


def test_a_line_between_a_heading_and_a_paragraph_is_one_too() -> None:
    assert "### The mole\n\n#### Ropes and chains\n\n" in cleaned(f"{MARKED}### The mole\n\nRopes and chains\n\n{LONG}")
    text = f"{MARKED}# Ropes of the board\n\nRopes and chains\n\n{LONG}"
    assert "# Ropes and chains" not in cleaned(text, title="")  # who wrote it, and when, stands below a title


def test_two_sections_that_are_built_alike_say_it_twice() -> None:
    parts = "".join(f"### {name}\n\n{LONG}\n\nRopes of hemp\n\n{LONG}\n\n" for name in ("Boats", "Rafts"))
    assert cleaned(MARKED + parts).count("#### Ropes of hemp\n") == 2
    assert cleaned(MARKED + parts.replace("### Rafts\n\n", "")).count("#### Ropes of hemp\n") == 0


def test_what_a_heading_says_elsewhere_is_one_on_its_level() -> None:
    text = cleaned(f"{MARKED}### Dues of boats\n\n{LONG}\n\n## Rafts\n\n{LONG}\n\nDues of boats\n\n{LONG}")
    assert text.count("### Dues of boats\n") == 2


@pytest.mark.parametrize(
    "body",
    [
        f"{LONG}\n\nRopes and chains.\n\n{LONG}",
        f"{LONG[:-1]}\n\nRopes and chains\n\n{LONG}",  # the text above goes on
        f"{LONG}\n\nRopes and chains\n\nThey are kept dry.",
        f"{LONG}\n\nRationale\n\n{LONG}\n\nRationale\n\n{LONG}",  # a label
        f"{LONG}\n\nTable 3\n\n{LONG}",
        f"{LONG}\n\nA. Warden, 4 May\n\n{LONG}",
        f"{LONG}\n\nropes and chains\n\n{LONG}",
    ],
)
def test_what_is_no_heading_stays(body: str) -> None:
    assert "####" not in cleaned(MARKED + body)


TABLE = "| Ship | Dues |\n| --- | --- |\n| Boat | 3 |"
ITEMS = "- the ropes of the board\n- the chains of the quay"


def test_a_line_beside_a_table_has_the_level_of_headings_right_above_tables() -> None:
    body = f"### Boats\n\n{TABLE}\n\nRopes\n\n{TABLE}\n\nChains of the quay\n\n{LONG}\n\nLamps\n\n{TABLE}"
    text = cleaned(MARKED + body)
    assert all(f"\n### {name}\n" in text for name in ("Ropes", "Chains of the quay", "Lamps"))


@pytest.mark.parametrize(
    "body",
    [
        f"{ITEMS}\n\nRopes and chains\n\n{LONG}",
        f"{ITEMS}\n- {LONG}\n\nRopes and chains\n\n- {LONG}\n- {LONG}",
        f"{LONG}\n\nRopes and chains\n\n{TABLE}",
    ],
)
def test_a_line_below_a_list_or_above_a_table_is_a_heading(body: str) -> None:
    assert "\n#### Ropes and chains\n" in cleaned(MARKED + body)


@pytest.mark.parametrize(
    "body",
    [
        f"{ITEMS}\n\nRopes and chains\n\n{ITEMS}",  # an item that lost its bullet
        f"{LONG}\n\n- the ropes of the board\n\nRopes and chains\n\n{LONG}",
        f"{LONG[:-1]}\n\nRopes and chains\n\n{TABLE}",
        f"{TABLE}\n\nRopes and chains\n\nThey are dry.",
        f"{TABLE}\n\nTable 3: Ropes\n\n{TABLE}",
    ],
)
def test_a_line_beside_a_table_or_a_list_may_be_none(body: str) -> None:
    assert "####" not in cleaned(MARKED + body)


def test_what_a_table_below_the_title_is_called_is_no_heading() -> None:
    text = cleaned(f"# Ropes of the board\n\n{TABLE}\n\nChains\n\n{TABLE}\n\n{MARKED}", title="")
    assert "# Chains" not in text


def test_in_a_text_of_an_author_nothing_is_a_heading() -> None:
    text = f"# Harbour\n\n{MARKED}{LONG}\n\nRopes and chains\n\n{LONG}\n"
    assert clean(text, lang="en").text == text


def test_a_heading_at_the_end_of_a_listing_comes_out() -> None:
    text = f"{MARKED}```\nmoor --at quay\n\n## Ropes\n\n### 2.1. Chains\n```\n{LONG}"
    assert f"```\nmoor --at quay\n```\n\n## Ropes\n\n### 2.1. Chains\n\n{LONG}" in cleaned(text)


@pytest.mark.parametrize(
    "listing",
    [
        "```\nmoor --at quay\n## at night too\n```",
        "```\nmoor --at quay\n\n## at night too\n```",
        "```\nmoor --at quay\n\n# At night too\n```",
        "```markdown\nText.\n\n## Ropes\n```",
        "```\n## Ropes\n\nmoor --at quay\n```",
    ],
)
def test_what_belongs_to_a_listing_stays(listing: str) -> None:
    assert listing in cleaned(f"{MARKED}{listing}\n\n{LONG}")
