# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clauses and headings with numbers of their own, as extractors leave them. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

LIST = "- 2.1 “Boat” means what floats.\n- 2.2 “Quay” means what does not.\n- 2.3 “Dues” means both."


def test_a_bullet_before_the_number_of_a_clause_goes() -> None:
    assert cleaned(LIST) == LIST.replace("- 2.", "2.").replace("\n", "\n\n")
    german = "- § 4 Lotsen\n\nSie kommen.\n\n- § 5 Boote\n\nSie liegen hier."
    assert "- §" not in cleaned(german, "de")


def test_a_bullet_before_a_number_with_the_sign_of_a_degree_goes() -> None:
    body = "- 1° Les phares du port sont allumés ;\n- 2° Les bateaux restent à quai."
    assert cleaned(body, "fr") == body.replace("- ", "").replace("\n", "\n\n")
    body = "- 40° à l'ombre\n- 12° dans l'eau"
    assert cleaned(body, "fr") == body


def test_a_bullet_before_a_word_and_a_number_goes_where_a_clause_follows() -> None:
    body = (
        "- Section 1 – Moles. The mole is kept by the town and by nobody else.\n"
        "- Section 2 – Quays. The quay is kept by the board of the harbour, from spring on."
    )
    assert cleaned(body) == body.replace("- Section", "Section").replace("\n", "\n\n")
    names = "- Section 1 – Moles\n- Section 2 – Quays"  # a list of contents
    assert cleaned(names) == names


def test_items_with_numbers_that_do_not_count_stay() -> None:
    body = "- 2.5 metres of rope\n- 40 candles\n- 12.1 pounds of wax"
    assert cleaned(body) == body


def test_an_author_s_items_stay_where_no_page_is_known() -> None:
    assert clean(f"# Harbour\n\n{LIST}\n").text == f"# Harbour\n\n{LIST}\n"


RUN_IN = [
    (  # a small word with a capital begins a sentence
        "en",
        "## 2. Dues\n\n2.1. Opening hours of the clerk The clerk sits in the custom house from dawn to dusk.\n\n"
        "2.2. Fines If a master pays too late, the clerk writes it into the book of fines.",
        ["### 2.1. Opening hours of the clerk\n\nThe clerk sits", "### 2.2. Fines\n\nIf a master"],
    ),
    (
        "de",
        "## § 4 Lotsen\n\nSie kommen an Bord.\n\n§ 5 Gebühren Für jedes Boot ist am Abend eine Gebühr zu zahlen.",
        ["## § 5 Gebühren\n\nFür jedes Boot"],
    ),
    (  # headings set in capitals: what follows is written like a sentence
        "en",
        "## 2. Dues\n\n2.1. Use of a Larger Quay You may use the larger quay when the smaller one is full.\n\n"
        "2.2. Fair Use This Charter is not meant to keep anybody from fishing at the mole.",
        ["### 2.1. Use of a Larger Quay\n\nYou may", "### 2.2. Fair Use\n\nThis Charter is"],
    ),
    (  # it asks
        "en",
        "## 1. Dues\n\n1.1. Who pays? The master of a boat pays the clerk before the tide turns in the evening.\n\n"
        "1.2. What if he does not? Then the clerk writes his name and that of the boat into the book of fines.",
        ["### 1.1. Who pays?\n\nThe master", "### 1.2. What if he does not?\n\nThen the"],
    ),
    (  # the heading's words begin the sentence, or stand in a list of steps
        "en",
        "## When ice comes\n\nThe steps are:\n\n1. Light the fire.\n2. Call the pilots at night.\n\n"
        "## The steps\n\n1. Light the fire Light the fire on the mole and keep it until the morning comes.\n\n"
        "2. Call the pilots at night Pilots sleep in the house beside the custom house, and wake slowly.",
        ["### 1. Light the fire\n\nLight the fire on", "### 2. Call the pilots at night\n\nPilots sleep"],
    ),
    (  # the heading's word in another form
        "en",
        "## 1. Mooring\n\nThe masters moor at dusk.\n\n2. Reporting Reports go to the clerk before the tide turns.",
        ["## 2. Reporting\n\nReports go"],
    ),
    (  # headings written small: a word that is no name begins the sentence
        "en",
        "## 2. Boats\n\n### 2.1. Quays\n\nThe masters moor where the clerk tells them.\n\n"
        "2.2. Light at the harbour mouth Masters pay for it, whether they come by day or by night.",
        ["### 2.2. Light at the harbour mouth\n\nMasters pay"],
    ),
    (  # the same part of several sections
        "en",
        "## 1. The Clerk\n\n1.1. Duties Clerk and pilots watch the tide.\n\n## 2. The Pilots\n\n"
        "2.1. Duties Pilots carry lamps.\n\n## 3. The Board\n\n3.1. Duties All members read the book:",
        ["### 1.1. Duties\n\nClerk and", "### 2.1. Duties\n\nPilots carry", "### 3.1. Duties\n\nAll members"],
    ),
    (  # headings set in capitals: the last word with one begins the sentence, where two small ones follow
        "en",
        "## 2. Boats\n\n2.1. Harbour Lamps Masters pay for them in the evening. They say so.\n\n"
        "2.2. Lamps of Boats That Lie Still Pilots look after the lamps of all boats. Masters do not.",
        ["### 2.1. Harbour Lamps\n\nMasters pay", "### 2.2. Lamps of Boats That Lie Still\n\nPilots look"],
    ),
    (  # text all in capitals behind a heading that is not
        "de",
        "## 2. Boote\n\nSie liegen hier.\n\n3. Haftung DER RAT HAFTET NICHT FÜR BOOTE, DIE OHNE LOTSEN KOMMEN.",
        ["## 3. Haftung\n\nDER RAT HAFTET"],
    ),
    (  # a bullet before the first part of a section
        "de",
        "## 1.1 Der Hafen\n\nEr liegt im Norden der Insel.\n\n"
        "- 1.1.1 Die Mole Bevor ein Boot anlegt, ruft der Lotse den Schreiber aus dem Zollhaus.",
        ["### 1.1.1 Die Mole\n\nBevor ein"],
    ),
]


@pytest.mark.parametrize(("lang", "body", "parts"), RUN_IN)
def test_numbered_headings_are_parted_from_the_text_they_were_run_into(lang: str, body: str, parts: list[str]) -> None:
    text = cleaned(body, lang)
    assert all(part in text for part in parts)


NOT_RUN_IN = [
    "## 1. Dues\n\n1.1. Who pays the dues of a boat without a master? And who pays those of a wreck at the mole?",
    "2.1. The clerk sits in the custom house from dawn until the tide turns in the evening.\n\n2.2. He writes.",
    "## D. What If\n\nNo.\n\n## E. Who Pays If I Inadvertently Missed the Window to Make Changes?\n\nThe master.",
    "2.1. Masters pay what the Board of The Hague has written into the table of dues.\n\n2.2. Pilots do not.",
    "## 1. Dues\n\n1.1. Masters moored at the Tide Mole pay what the Tide Mole asks.\n\n## 2. Tide Mole\n\nIt is old.",
    "## 2. Boats\n\n2.1. No Harbour Rules that Limit Access at Night are made without the pilots. Rules need them.",
    "## 2. Boats\n\n2.1. Dues of the Tide Mole are paid in the evening. The Tide Mole asks for them, and so on.",
    "## 2. Boats\n\n2.1. WHO PAYS THE DUES OF THE BOAT AND WHO THE FINES IS SAID HERE FOR ALL, AND FOR THE PILOTS.",
    "7.1. Dues of the year, and all that The Harbour Book says of them, are paid to the clerk.",
]


def test_items_do_not_count_with_parts_that_stand_elsewhere() -> None:
    items = "1. Dues of a boat:\n2. Fines of masters If a master pays too late, the clerk writes it down.\n3. Ice:"
    body = f"## 1. The Clerk\n\nHe writes.\n\n## 2. The Board\n\n{items}\n\n## 3. Pilots\n\nThey row."
    assert cleaned(body) == body


@pytest.mark.parametrize("body", NOT_RUN_IN)
def test_clauses_without_a_heading_stay_whole(body: str) -> None:
    assert cleaned(body) == body


STEPS = [
    ("Keep the channel clear of ice.", "The pilots go out before the tide, and they carry poles and lamps. " * 7),
    ("Count the boats.", "The clerk walks along the mole in the evening and writes down what lies there. " * 6),
    ("Write to the board.", "Every week the clerk sends the list to the board, and the board reads it aloud. " * 6),
]


def test_numbered_lines_over_much_text_are_headings_though_each_ends_with_a_stop() -> None:
    body = "\n\n".join(f"{n}. {step}\n\n{text.strip()}" for n, (step, text) in enumerate(STEPS, start=1))
    text = cleaned(f"## The year\n\n{body}")
    assert [line for line in text.splitlines() if line.startswith("### ")] == [
        f"### {n}. {step}" for n, (step, _) in enumerate(STEPS, start=1)
    ]


def test_numbered_items_with_a_little_text_under_each_stay_items() -> None:
    body = "\n\n".join(f"{n}. {step}\n\n{text[:60].strip()}." for n, (step, text) in enumerate(STEPS, start=1))
    assert "###" not in cleaned(f"## The year\n\n{body}")


def test_a_wide_gap_after_a_number_does_not_make_code_of_an_extracted_item() -> None:
    body = "1. Dues\n\n2.      Fines, which the clerk writes down\n\n3. Ice"
    assert cleaned(body) == body.replace("2.      ", "2. ")
    author = "1. Dues\n\n2.      fines = dues * 2\n"
    assert clean(author, lang="en").text == author


def test_articles_without_names_head_their_text() -> None:
    body = "## Titel I\n\n- Artikel 1 Der Hafen steht allen offen.\n- Artikel 2 Für ein Boot wird gezahlt.\n\n"
    text = cleaned(f"{body}- Artikel 3\n\n- a) Das Boot wartet.\n\n- Artikel 4 Wenn es läutet, fährt es ab.", "de")
    heads = [f"### Artikel {number}" for number in range(1, 5)]
    assert [line for line in text.splitlines() if line.startswith("###")] == heads
    assert "\n\nDer Hafen steht allen offen." in text


def test_articles_below_a_preamble_stand_beside_it() -> None:
    body = "## Annex 9\n\n### Preamble\n\nAll pay.\n\n- Article 1 The quay is open.\n- Article 2 The mole is not.\n"
    assert "\n### Article 1\n\nThe quay" in cleaned(f"{body}- Article 3 If it rains, both are shut.")


def test_articles_with_names_lose_their_bullet_only() -> None:
    body = "- Article 1 Quays\n\nAre open.\n\n- Article 2 Moles\n\nAre shut.\n\n- Article 3 Boats\n\nThey pay."
    assert "- Article" not in cleaned(body)


def test_articles_on_lines_of_their_own_are_judged_as_other_lines() -> None:
    parts = [("Title I", ""), ("Article 1", "The quay."), ("Article 2", "The mole."), ("Article 3", "If it rains.")]
    body = "\n\n".join(f"**{head}**\n{text}".strip() for head, text in parts)
    text = cleaned(f"## The harbour\n\n{body}")
    assert [line for line in text.splitlines() if line.startswith("###")] == [
        "### Title I",
        "#### Article 1",
        "#### Article 2",
        "#### Article 3",
    ]


def test_articles_that_are_only_cited_stay_items() -> None:
    body = "- Article 1 of the charter\n- Article 2 of the charter\n- Article 3 of the charter"
    assert cleaned(body) == body
    listed = "- Article 1 Le port.\n- Article 2 La barque.\n- Article 3 Le quai.\n"  # no page is known
    assert clean(f"# Port\n\n{listed}", lang="fr").text == f"# Port\n\n{listed}"


def test_items_among_headings_that_are_run_in_are_headings_without_text() -> None:
    body = (
        "1. Opening hours of the clerk The clerk sits in the custom house from dawn to dusk, but on feast days.\n\n"
        "2. Duties of the clerk\n\n    (a) to count the boats;\n    (b) to write them down.\n\n"
        "3. Fines paid to the clerk If a master pays too late, the clerk writes it into the book of fines."
    )
    text = cleaned(f"## Rules\n\n{body}")
    assert "\n### 2. Duties of the clerk\n\n(a) to count" in text
    short = "1. Count the boats\n\n2. Write them down\n\n   (a) in ink\n\n3. Sleep\n\nThen the clerk goes home."
    assert "#" not in cleaned(short)
