# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings without a number that were run into their text. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, SEITEN, _feet

TEXT = "The board has written this down, and it binds whoever moors at the quay."
MARKED = f"# Harbour\n\n## Boats\n\n{TEXT}\n\n### By day\n\n{TEXT}\n\n### By night\n\n{TEXT}\n\n"
MORE = f"Mending old nets Bring each net to the shed before noon. {TEXT}"
SMALL = "They bring a rope, use a lamp, and close the gate of the list of boats."


def _cleaned(*paragraphs: str, lang: str = "en", marked: str = MARKED) -> list[str]:
    text = marked + "\n\n".join([_feet(PAGES), MORE, *paragraphs, SMALL]) + "\n"
    return clean(text, lang=lang).text.splitlines()


@pytest.mark.parametrize(
    ("glued", "title"),
    [
        (f"Boats that are let Use the oars with care. {TEXT}", "### Boats that are let"),
        (f"Moorings A mooring is let by the day. {TEXT}", "### Moorings"),
        (f"Closing the lock Closing the lock takes an hour. {TEXT}", "### Closing the lock"),
        (f"Lamps and bells If it is dark, light one lamp. {TEXT}", "### Lamps and bells"),
        (f"Starting a Harbour Guild Harbour guilds are made by day. {TEXT}", "### Starting a Harbour Guild"),
    ],
)
def test_a_heading_comes_out_of_its_paragraph(glued: str, title: str) -> None:
    lines = _cleaned(glued)
    assert title in lines
    assert glued.removeprefix(title.lstrip("# ")).strip() in lines


@pytest.mark.parametrize(
    "whole",
    [
        f"Masters keep the Bring-and-Use list of boats. {TEXT}",
        f"The harbour lists Use of boats by the day. {TEXT}",
        f"Whoever moors by the Close keeps quiet there. {TEXT}",
        "Masters of boats Bring a rope and close the gate of the list",
        f"Masters = boats Bring a rope, and close the gate. {TEXT}",
        f"Registration Boats must be registered by day. {TEXT}",
        f"Harbour Boats are tied in the harbour. {TEXT}",
        f"Blue Bay redirects all boats that come by night to the mole where Blue Bay boats lie by day. {TEXT}",
    ],
)
def test_a_name_inside_a_sentence_ends_no_heading(whole: str) -> None:
    assert whole in _cleaned(whole)


def test_one_alone_is_parted_whose_words_its_sentence_says_again() -> None:
    glued = f"Lamps of the mole If one of the lamps is out, light another. {TEXT}"
    for text, parted in ((glued, True), (glued.replace("one of the lamps", "it"), False)):
        lines = clean(f"{MARKED}{_feet(PAGES)}\n\n{text}\n\n{SMALL}\n", lang="en").text.splitlines()
        assert ("### Lamps of the mole" in lines) == parted


def test_german_begins_a_sentence_with_a_small_word_that_has_a_capital() -> None:
    rat = "Der Rat hat es so beschlossen, und es gilt für alle, die am Kai liegen und dort Waren laden."
    glued = ("Netze, Seile und Lampen des Hafens", f"Um die Netze zu trocknen, hängt man sie auf. {rat}")
    cut = ("Gebühren", f"Die Gebühren stehen am Tor. {rat[:-1]} und")
    marked = f"# Hafen\n\n## Boote\n\n{rat}\n\n### Am Tag\n\n{rat}\n\n### In der Nacht\n\n{rat}"
    parts = [marked, _feet(SEITEN), " ".join(glued), "## Lager", " ".join(cut), "## Kai", rat]
    text = clean("\n\n".join(parts) + "\n", lang="de").text
    assert all(f"### {title}\n\n{rest}" in text for title, rest in (glued, cut))


def test_german_writes_a_capital_too_often() -> None:
    rat = "Der Rat hat es so beschlossen, und es gilt für alle, die am Kai liegen und dort Waren laden."
    whole = [
        "Bitte bringen Sie die Netze vor Mittag in den Schuppen am Hafen.",
        "Seien Sie vor dem Mittag am Kai, wenn die Boote kommen und sie dort liegen.",
    ]
    marked = f"# Hafen\n\n## Boote\n\n{rat}\n\n### Am Tag\n\n{rat}\n\n### In der Nacht\n\n{rat}"
    lines = clean("\n\n".join([marked, _feet(SEITEN), *whole, rat]) + "\n", lang="de").text.splitlines()
    assert set(whole) <= set(lines)


def test_where_no_headings_are_marked_each_has_its_line() -> None:
    assert MORE in _cleaned(marked=f"# Harbour\n\n{TEXT}\n\n")


def test_rows_that_begin_with_one_word_are_no_headings_of_plain_text() -> None:
    when = ("early", "late", "never")
    rows = [f"Mole The lamps of the mole are lit {one} and put out by the pilots." for one in when]
    lines = clean("\n\n".join([f"Harbour\n\n{TEXT}", _feet(PAGES), *rows]) + "\n", lang="en").text.splitlines()
    assert set(rows) <= set(lines)


def test_a_name_that_a_sentence_says_twice_ends_no_heading() -> None:
    named = "They know Anker well, they like Anker most, and they call it Anker, as the anker of old was called."
    whole = [
        f"Anker masters that moor by a special Anker buoy pay twice. {TEXT}",
        f"Anker boats are a way of telling Anker masters from others. {TEXT}",
    ]
    assert set(whole) <= set(_cleaned(*whole, named))
