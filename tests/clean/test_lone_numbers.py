# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that a page sets into its margin, and an extractor into paragraphs. Written for these tests."""

from __future__ import annotations

from pipeline.clean import clean, restore
from tests.clean.test_extracted import PAGES, _feet

PART = (
    "The keeper climbs the stairs at dusk, counts the lamps that still burn, and trims the wicks of the rest, as\n"
    "the master of the harbour asked him to do in the spring of the year in which the old mole was lost."
)


def test_a_head_between_a_number_and_its_text_goes_on_all_pages() -> None:
    """The extractor wrote the number first, for it stands a little higher."""
    pages = []
    for page in range(1, 7):
        first, second = page * 2 - 1, page * 2
        head = f"The log of the mole\n\n{first}.\n\nHarbour 1891 no. 7" if page == 2 else "The log of the mole"
        number = "" if page == 2 else f"{'Harbour 1891 no. 7' if page > 1 else 'A keeper'}\n\n{first}.\n\n"
        pages.append(f"{head}\n\n{number}{PART}\n\n{second}.\n\n{PART}\n\nPage {page} of 6")
    text = clean("\n\n\f".join(pages) + "\n", lang="en").text
    assert "no. 7" not in text
    assert [line.split()[0] for line in text.splitlines() if line[:1].isdigit()] == [f"{n}." for n in range(1, 13)]


def test_one_below_the_other_they_are_told() -> None:
    text = "1.\n\n2.\n\n3.\n\nThe keeper sleeps.\n\nThe lamp burns.\n\nThe mole stands.\n"
    cleaned = clean(text, lang="en")
    assert cleaned.text == text
    assert [notice.rule for notice in cleaned.notices] == ["lone-numbers"] * 3


def test_letters_stand_alone_too() -> None:
    text = f"The keeper has:\n\n(a)\n\nthe lamp;\n\n(b)\n\nthe log; and\n\n(c)\n\nthe key.\n\n{PART}\n"
    assert "(a) the lamp;\n\n(b) the log; and\n\n(c) the key.\n" in clean(text, lang="en").text


def test_as_many_numbers_as_texts_are_dealt_out_where_pages_are_known() -> None:
    texts = "The keeper sleeps by day.\n\nThe lamp burns.\n\n"
    text = f"# Harbour\n\n{_feet(PAGES)}\n\n1.\n\n2.\n\n{texts}3. The mole stands.\n\n4.\n\nThe bell is rung.\n"
    cleaned = clean(text, lang="en")
    whole = "1. The keeper sleeps by day.\n\n2. The lamp burns.\n\n3. The mole stands.\n\n4. The bell is rung.\n"
    assert cleaned.text.endswith(whole)
    assert restore(cleaned.text, cleaned.repairs) == text


def test_more_texts_than_numbers_are_nobodys() -> None:
    texts = "The keeper sleeps.\n\nHe wakes.\n\nThe lamp burns.\n\n"
    text = f"# Harbour\n\n{_feet(PAGES)}\n\n1.\n\n2.\n\n{texts}3. It is day.\n"
    assert "\n\n1.\n\n2.\n\nThe keeper" in clean(text, lang="en").text


def test_a_number_alone_among_items_is_close_to_the_next() -> None:
    items = "\n\n".join(f"{n}. The keeper lights lamp {n} of the mole." for n in (2, 3, 4))
    more = "\n\n".join(f"{n}. The keeper counts rope {n} of the quay." for n in (6, 7, 8))
    text = f"1.\n\nThe keeper wakes.\n\n{items}\n\n5.\n\nThe pilots come.\n\n{more}\n\n9.\n\nThe gate is closed.\n"
    assert "5. The pilots come.\n" in clean(text, lang="en").text
