# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings run into their text whose end the rest of their series tells. The texts were written for these tests."""

from __future__ import annotations

import pytest

from tests.clean.test_extracted import _cleaned as cleaned

SAID = "the clerk of the harbour sits in the custom house from dawn to dusk, and writes down who comes."

PARTED = [
    (  # German writes no small word with a capital in a heading, whatever follows it; but it is polite with one
        "de",
        "## 1. Hafen\n\n1.1. Zeiten des Hafenamts Sobald Boote an der Mole der Lotsen liegen, werden sie gezählt.\n\n"
        "1.2. Lampen der Mole Wenn Nacht ist, werden sie angezündet und brennen bis zum Morgen.\n\n"
        "1.3. Sichern Sie alle Boote der Lotsen vor der Flut, damit sie an den Pfählen bleiben.",
        ["1.1. Zeiten des Hafenamts", "1.2. Lampen der Mole"],
    ),
    (  # the heading's last word is the sentence's first
        "en",
        f"## 1. Boats\n\n1.1. Moles In spring {SAID}\n\n1.2. What pilots call a Lugger Lugger means a boat with one "
        f"such sail or more. Then {SAID}",
        ["1.2. What pilots call a Lugger"],
    ),
    (  # a question with commas, on a text whose headings are questions
        "en",
        f"## 1. Dues\n\n1.1. Who pays? In spring {SAID}\n\n1.2. If a boat is lost, and its master with it, who pays "
        f"then? In spring {SAID}\n\n1.3. And what if nobody comes?! In spring {SAID}",
        ["1.2. If a boat is lost, and its master with it, who pays then?", "1.3. And what if nobody comes?!"],
    ),
    (  # sentences before the question, where all others ask
        "en",
        f"## 1. Dues\n\n1.1. Who pays? In spring {SAID}\n\n1.2. Who counts? In spring {SAID}\n\n"
        f"1.3. My boat is lost. Nobody was on board. Who pays? In spring {SAID}",
        ["1.3. My boat is lost. Nobody was on board. Who pays?"],
    ),
    (  # a comma in a bracket ends no heading
        "en",
        f"## 1. Dues\n\n1.1. Quays (old, new) In spring {SAID}\n\n1.2. Moles In spring {SAID}",
        ["1.1. Quays (old, new)", "1.2. Moles"],
    ),
    (  # no name: the text writes the word nowhere else with a capital, and the series is known
        "fr",
        "## 1. Port\n\n1.1. Les heures du port Le greffier est là du matin au soir, et note qui vient.\n\n"
        "1.2. Les phares du port Les phares sont allumés quand la nuit tombe sur la digue.\n\n"
        "1.3. Le soin des cordes Veillez à ce que rien ne traîne sur le quai quand la mer monte.",
        ["1.3. Le soin des cordes"],
    ),
    (  # a small word before an apostrophe
        "fr",
        "## 1. Port\n\n1.1. Moins de six mois au port L'armateur paie au greffier ce que la liste demande pour lui.\n\n"
        "1.2. La fin du séjour À la fin du mois, le greffier compte les barques et note qui est parti.",
        ["1.1. Moins de six mois au port", "1.2. La fin du séjour"],
    ),
    (
        "en",
        f"## 1. Dues\n\n1.1. Long-term berths You’ll pay by the month, and {SAID}\n\n1.2. Short stays In spring {SAID}",
        ["1.1. Long-term berths", "1.2. Short stays"],
    ),
    (  # a word and a letter, behind an extractor's bullet
        "en",
        f"## Tides\n\n- Tide A: High water In spring {SAID}\n\n- Tide B: Low water In summer {SAID}",
        ["Tide A: High water", "Tide B: Low water"],
    ),
]


@pytest.mark.parametrize(("lang", "body", "titles"), PARTED)
def test_a_heading_is_parted_where_its_series_tells_it(lang: str, body: str, titles: list[str]) -> None:
    lines = cleaned(body, lang).split("\n")
    assert [line.lstrip("# ") for line in lines if line.startswith("### ")][-len(titles) :] == titles


WHOLE = [
    f"## 1. Dues\n\n1.1. Who pays, and when, is told by the board? Nobody asks.\n\n1.3. The clerk, {SAID}",
    f"## 1. Dues\n\n1.1. The clerk asks the board. Who pays? Then {SAID}\n\n1.2. The board, {SAID}",
    f"## Tides\n\n- Tide A: High water\n\n- Tide B: Low water\n\n{SAID.capitalize()}",
    f"## A. Dues\n\nSo {SAID}\n\n## B. Fines\n\nSo {SAID}\n\nC. What If I Already Missed the Hour of the Clerk?",
]


@pytest.mark.parametrize("body", WHOLE)
def test_clauses_stay_whole(body: str) -> None:
    assert "### " not in cleaned(body)


def test_a_question_on_two_lines_is_a_heading_where_its_number_counts_on() -> None:
    body = (
        f"## 1. Dues\n\n### 1.1. Who pays?\n\nIn spring {SAID}\n\n1.2. The old quay is full. Where may a boat lie\n"
        f"that comes too late?\n\nIn spring {SAID}\n\n### 1.3. Who counts?\n\nIn spring {SAID}"
    )
    assert "\n### 1.2. The old quay is full. Where may a boat lie that comes too late?\n" in cleaned(body)


def test_a_chapter_run_into_its_text_stands_above_the_sections_that_are_headings() -> None:
    body = (
        f"## Preface\n\nThe board greets all masters.\n\n2. Rafts The board keeps a list of them, and {SAID}\n\n"
        f"2.1. Ropes In spring {SAID}\n\n### 2.2. Poles\n\nIn summer {SAID}\n\n"
        f"3. Lamps The keeper lights them, and {SAID}\n\n### 3.1. Oil\n\nIn spring {SAID}"
    )
    lines = [line for line in cleaned(body, "en").split("\n") if line.startswith("#")]
    assert {"## 2. Rafts", "### 2.1. Ropes", "### 2.2. Poles", "## 3. Lamps", "### 3.1. Oil"} <= set(lines)


def test_sections_with_a_dash_or_a_roman_number_are_parted_and_begin_anew_in_each_article() -> None:
    body = (
        f"## Article I – Boats\n\n- Section 1 – Ropes The ropes {SAID}\n- Section 2 – Old Oars The oars {SAID}\n\n"
        f"## Article II – Rafts\n\n- Section 1 – Poles The poles {SAID}\n- Section 2 – Lamps Keepers light {SAID}\n"
    )
    lines = [line for line in cleaned(body).split("\n") if line.startswith("#")]
    assert lines == [
        "## Article I – Boats", "### Section 1 – Ropes", "### Section 2 – Old Oars",
        "## Article II – Rafts", "### Section 1 – Poles", "### Section 2 – Lamps",
    ]  # fmt: skip
    body = f"## Dues\n\n- Section I. Ropes The ropes {SAID}\n\nSection II. Oars The oars {SAID}"
    lines = [line for line in cleaned(body).split("\n") if line.startswith("#")]
    assert lines == ["## Dues", "### Section I. Ropes", "### Section II. Oars"]


def test_lettered_headings_stand_in_the_numbered_ones_that_count_on_around_them() -> None:
    body = (
        f"9.1 Boats In spring {SAID}\n\nA. Moles In spring {SAID}\n\nB. Quays In spring {SAID}\n\n"
        f"9.2 Dues In spring {SAID}\n\nA. Fines In spring {SAID}\n\nB. Fees In spring {SAID}"
    )
    heads = [line for line in cleaned(body).splitlines() if line.startswith("#")]
    assert heads == ["## 9.1 Boats", "### A. Moles", "### B. Quays", "## 9.2 Dues", "### A. Fines", "### B. Fees"]


def test_an_item_right_below_one_that_is_a_heading_stays_an_item() -> None:
    body = (
        f"9.1 Boats In spring {SAID}\n\n- A. Moles In spring {SAID}\n- B. Quays In spring {SAID}\n"
        f"- C. What is told of the Pilots\n\n9.2 Dues In spring {SAID}"
    )
    text = cleaned(body)
    assert "### B. Quays\n\nIn spring" in text and "comes.\n\nC.  What" in text
