# SPDX-License-Identifier: AGPL-3.0-or-later
"""What extractors make of lists, headings and cut sentences, in documents of which pages are known.

The texts were written for these tests.
"""

from __future__ import annotations

import pytest

from pipeline.clean import clean

LONG = "The harbour board met in the spring and heard what the pilots said about the state of the channel"
PAGES = (
    ("The pilots then showed the board what the ice had done to the piles of the", "western mole."),
    ("Nobody had seen so high a tide since the year in which the custom house was", "built there."),
    ("A clerk read aloud what had been paid in dues, and what was still owed by", "two of the masters."),
)
SEITEN = (
    ("Die Lotsen zeigten dem Rat, was das Eis im Winter mit den Pfählen der Mole", "gemacht hatte."),
    ("Niemand hatte eine so hohe Flut gesehen, seit das Zollhaus am alten Hafen", "gebaut wurde."),
    ("Der Schreiber las vor, was an Gebühren bezahlt war, und was noch offen ist von", "zwei Schiffern."),
)


def _feet(pages: tuple[tuple[str, str], ...]) -> str:
    return "\n\n".join(f"{cut}\n\n{n} / 3\n\n{rest}" for n, (cut, rest) in enumerate(pages, start=1))


def _cleaned(body: str, lang: str = "en", title: str = "# Harbour") -> str:
    """The body as it is after cleaning, in a document whose page numbers say that it was extracted."""
    pages = SEITEN if lang == "de" else PAGES
    text = clean(f"{title}\n\n{_feet(pages)}\n\n{body}\n", lang=lang).text
    return text.split(f"{pages[-1][1]}\n\n", 1)[1].rstrip("\n")


ITEMS = [
    (  # a label each
        "The board promises:\n\nSafety. It keeps the channel clear of ice and of wrecks.\n\n"
        "Fair dues. Nobody pays more than the table says.\n\nSilence. It tells nobody who came and went.",
        ["Safety.", "Fair dues.", "Silence."],
    ),
    (
        "They can moor:\n\nInside: at the old quay, for a week at most.\n\nOutside: at a buoy.\n\nDues are paid first.",
        ["Inside:", "Outside:"],
    ),
    (  # the same first words
        "The signals are these:\n\nA red flag by day means that the channel is closed and boats stay.\n\n"
        "A green flag by day means that it is open.\n\nThe pilots are asked first.",
        ["A red", "A green"],
    ),
    (  # lists elsewhere lost their bullets too: the rest of the section
        "## Tides\n\nThe master must:\n\nwait\n\nask\n\n## Tolls\n\nThe clerk must:\n\ncount\n\nwrite\n\n## Ropes\n\n"
        "For the mooring this is asked of everyone:\n\nBring two ropes of hemp. They must be dry.\n\n"
        "Do not tie up at the steps of the custom house.\n\n## Fires\n\nNone.",
        ["wait", "ask", "count", "write", "Bring", "Do not"],
    ),
]


@pytest.mark.parametrize(("body", "starts"), ITEMS)
def test_items_without_bullets(body: str, starts: list[str]) -> None:
    lines = [line for line in _cleaned(body).splitlines() if line.startswith("- ")]
    assert len(lines) == len(starts)
    assert all(line.startswith(f"- {start}") for line, start in zip(lines, starts, strict=True))


NO_ITEMS = [
    # one quotation, then text
    "The charter says:\n\nNo boat shall moor at the steps.\n\nThis was written long ago.\n\n## Next\n\nText.",
    # labels without a colon before them may be paragraphs
    "The board met.\n\nSafety. It keeps the channel clear.\n\nDues. Nobody pays more.\n\nSilence. It tells nobody.",
    # a sentence and another one are no label
    "It asked:\n\nIs the channel clear of ice? They say that it is.\n\nThen the pilots went home, for it was late.",
]


@pytest.mark.parametrize("body", NO_ITEMS)
def test_paragraphs_stay(body: str) -> None:
    assert _cleaned(body) == body


def test_an_article_behind_a_bullet_is_a_word() -> None:
    text = "# Porto\n\nA mesa do porto diz que são da cidade:\n\n- o cais da cidade;\n- o molhe novo;\n- a doca.\n"
    assert clean(text, lang="pt").text == text


def test_the_last_of_pieces_that_begin_small_may_end_as_a_sentence() -> None:
    kept = ["the list of boats;", "every key of the lamps;", "a bell for the fog."]
    body = "\n\n".join(["It has:", "- nets", "- oars", "It keeps:", *kept, "There is no other bell on the mole."])
    assert all(f"\n- {piece}\n" in _cleaned(body) for piece in kept)


def test_short_pieces_below_a_numbered_item_are_its_list() -> None:
    body = "1. The board meets.\n2. A master is one who has:\n\nA sound boat\n\nTwo lamps\n\n3. Nobody else is."
    listed = body.replace("A sound", "   - A sound").replace("Two", "   - Two")
    assert _cleaned(body) == listed


def test_a_heading_that_leads_up_to_a_list_is_text() -> None:
    body = "## Tides\n\nText.\n\n## Tolls\n\nText.\n\n### For a week you can use:\n\n- the old quay\n- a buoy"
    assert "\n\nFor a week you can use:\n\n- the old quay" in _cleaned(body)
    custom = "## Tides:\n\n- low\n- high\n\n## Tolls:\n\n- one\n- two"
    assert _cleaned(custom) == custom


JOINED = [
    (  # a bullet before the rest of a word, a phrase, a sentence
        "en",
        f"{LONG}, and so they wrote to the mas-\n\n- ters of all the boats that lay there.",
        "wrote to the masters of all the boats",
    ),
    (
        "en",
        "3. The master of a boat that lies in the channel for longer than a tide pays the dues of the\n\n"
        "- Harbour of the second class.\n4. The clerk writes it down.",
        "the dues of the Harbour of the second class.",
    ),
    (
        "de",
        "Der Hafenmeister zeigt die Lichter, sobald das Eis es zulässt, jedoch nicht später als nach zwei\n\n"
        "Stunden am Morgen.",
        "nach zwei Stunden am Morgen.",
    ),
    (
        "de",
        "Wer im Hafen liegt, zahlt die Gebühren nach § 3\n\nAbsatz 2 spätestens am Abend.",
        "nach § 3 Absatz 2 spätestens",
    ),
    (
        "en",
        f"{LONG} and of the buoys\n\n— they are old and of many kinds — and it rose at noon.",
        "of the buoys — they are old",
    ),
    (
        "en",
        f"{LONG} and of the\n\n### Old Quay, which the sea had taken away in the winter.",
        "and of the Old Quay, which",
    ),
]

JOINED += [
    (  # a hyphen before a capital, a bracket that is open, a law that is cited
        "de",
        f"{LONG.replace('The harbour board', 'Der Hafenrat')}, alle halfen dem Hafen-\n\nMeister bei seinen Listen.",
        "dem Hafen-Meister bei",
    ),
    (
        "en",
        f"{LONG} (and of the buoys, which are painted red\n\nWhere they mark the mole) before it rose at noon.",
        "painted red Where they",
    ),
    (
        "en",
        "Whoever moors at the old quay by night pays the dues that are written in Section\n\n"
        "3.1, and whoever does not is sent away.",
        "in Section 3.1, and",
    ),
]


@pytest.mark.parametrize(("lang", "body", "joined"), JOINED)
def test_cut_sentences(lang: str, body: str, joined: str) -> None:
    assert joined in _cleaned(body, lang)


APART = [
    "Some of the members are:\n\n- The pilot: he came to see the ice in winter, and\n\n- The clerk: he wrote.",
    f"{LONG}\n\n— a pilot\n\n— a clerk",
    # cells of a table of which no table was left
    "lamp to be lit at dusk by the second clerk\n\nrope two lengths of it, dry and of hemp\n\nwax ten pounds",
    "What is kept Who keeps it and for how many winters of ice on the roads lamp the second clerk, all of them\n\n"
    "rope the pilots, two lengths of it, dry, of hemp, at the mole\n\nwax the first clerk, ten pounds\n\n"
    "ink nobody keeps it, and nobody writes",
]


@pytest.mark.parametrize("body", APART)
def test_items_stay_apart(body: str) -> None:
    assert _cleaned(body) == body.replace("— ", "- ")


SCORES = "\n\n".join(
    f"{name} {n} of the harbour book\n\n{text}"
    for n, (name, text) in enumerate(
        [
            ("Ledger", "It holds the dues."),
            ("Ledger", "It holds the fines."),
            ("Ledger", "It holds the names."),
        ],
        start=2,
    )
)


def test_what_counts_up_on_one_page_is_no_page_number() -> None:
    assert _cleaned(SCORES) == SCORES


def test_what_is_repeated_away_from_the_edges_of_pages_is_text() -> None:
    licence = "\n\n".join(
        f"The {boat} may lie here. This is written in the hope\n\nthat it will be read,\n\nbut it binds nobody who "
        f"comes from the {place} without\n\na pilot."
        for boat, place in (("brig", "north"), ("barge", "old town"), ("pinnace", "sea"))
    )
    assert _cleaned(licence).count("that it will be read,") == 3


def test_the_title_stays_where_a_number_stands_between_it_and_its_copy() -> None:
    parts = [
        f"{cut}\n\nRef. 7\n\n\fThe Harbour Book\n\n{n}\n\n{rest}"
        for n, (cut, rest) in enumerate(PAGES, start=2)
    ]
    text = (
        "The Harbour Book\n\n1\n\nThe Harbour Book\n\nIt holds what the board says.\n\n"
        + "\n\n".join(parts)
        + "\n"
    )
    cleaned = clean(text, lang="en").text
    assert cleaned.count("The Harbour Book") == 1 and cleaned.lstrip("# ").startswith("The Harbour Book\n")
    assert "Ref. 7" not in cleaned and "\n2\n" not in cleaned


def test_a_head_goes_where_the_number_beside_it_was_lost() -> None:
    lost = f"{LONG} and of the\n\nBoard of Harbours – Papers\n\nbuoys in it."
    pages = [
        f"{cut}\n\nPage {n}\n\nBoard of Harbours – Papers\n\n{rest}"
        for n, (cut, rest) in enumerate(PAGES, start=1)
    ]
    cleaned = clean("# Dues\n\n" + "\n\n".join([*pages, lost]) + "\n", lang="en").text
    assert "Papers" not in cleaned and "of the buoys in it." in cleaned


def test_a_head_that_begins_with_the_number_of_the_chapter() -> None:
    pages = [f"{cut}\n\n3. Dues and fines {n}\n\n{rest}" for n, (cut, rest) in enumerate(PAGES, start=1)]
    cleaned = clean("# 3. Dues and fines\n\n" + "\n\n".join(pages) + "\n", lang="en").text
    assert cleaned.count("3. Dues and fines") == 1 and cleaned.startswith("# 3. Dues and fines\n")


def test_the_address_and_the_number_that_a_browser_prints_below_a_page_go() -> None:
    pages = [
        f"{cut}\nhttps://harbour.example/dues/2031.html {n}/3\n\n4/9/31, 8:20 AM The Harbour Book\n{rest}"
        for n, (cut, rest) in enumerate(PAGES, start=1)
    ]
    cleaned = clean("# Dues\n\n" + "\n\n".join(pages) + "\n", lang="en").text
    assert "harbour.example" not in cleaned and "8:20" not in cleaned and "Harbour Book" not in cleaned
    assert all(cut in cleaned and rest in cleaned for cut, rest in PAGES)


def test_a_numbered_heading_at_the_edge_of_a_page_stays() -> None:
    pages = [
        f"### 3.{n}. Purpose\n\n{cut}\n\nPage {n} of 3\n\n{rest}"
        for n, (cut, rest) in enumerate(PAGES, start=1)
    ]
    cleaned = clean("# Dues\n\n" + "\n\n".join(pages) + "\n", lang="en").text
    assert cleaned.count(". Purpose\n") == 3


def test_lists_of_a_layout_whose_bullets_were_drawn() -> None:
    para = "\n".join(
        f"  The harbour office of port {name} prints the rules of the county and hands them to every ship that\n"
        "  comes in or leaves, and to whoever asks for them at its door in the spring, or in the summer of each\n"
        "  year when they were changed.\n"
        for name in ("one", "two", "three")
    )
    text = (
        f"  Port rules\n         Pilots\n              Their pay\n              Their boats\n         Tugs\n\n{para}\n"
        "  Pilots have:\n\n         Free passage on every boat of the county\n         A room in the pilot house\n\n"
        f"{para}\n  Tugs have:\n\n         A berth at the mole that no other ship may take, be it in spring or in the\n"
        "         summer of a year\n         Coal for the journey\n\n"
        f"  What tugs get\n\n         Light\n         Water\n\n{para}"
    )
    cleaned = clean(text, lang="en").text
    lists = [line for line in cleaned.splitlines() if line.lstrip().startswith("- ")]
    assert lists == [
        "- Pilots", "  - Their pay", "  - Their boats", "- Tugs",
        "- Free passage on every boat of the county", "- A room in the pilot house",
        "- A berth at the mole that no other ship may take, be it in spring or in the", "- Coal for the journey",
        "- Light", "- Water",
    ]  # fmt: skip
    assert "in the\nsummer of a year\n- Coal" in cleaned and "## What tugs get" in cleaned


def _roman(*texts: str) -> str:
    return "# Rules\n\n" + "\n\n".join(f"{mark}. {text}" for mark, text in zip(("I", "II", "III"), texts, strict=True))


def test_lines_that_count_in_roman_numbers_over_text_are_headings() -> None:
    text = _roman("Boats\n\nThey lie here.", "Nets\n\nThey hang here.\n\n\f", "Dues\n\nThey are paid here.\n")
    headings = [line for line in clean(text, lang="en").text.splitlines() if line.startswith("##")]
    assert headings == ["## I. Boats", "## II. Nets", "## III. Dues"]
    unpaged = clean(text.replace("\f", ""), lang="en")
    assert "##" not in unpaged.text and {found.rule for found in unpaged.proposals} == {"roman-headings"}


@pytest.mark.parametrize(
    "text",
    [
        _roman("Boats", "Nets", "Dues\n\nText.\n\n\fMore.\n"),  # items
        _roman("They lie here.\n\nText.", "Are they?\n\nText.", "They are.\n\nText.\n\n\fMore.\n"),
    ],
)
def test_items_and_sentences_with_roman_numbers_are_none(text: str) -> None:
    assert "##" not in clean(text, lang="en").text


def test_names_and_a_sentence_with_a_note_head_nothing() -> None:
    para = (
        "The harbour office of the port prints the rules of the county and hands them to every ship that\n"
        "comes in or leaves, and to whoever asks for them at its door in the spring, or in the summer of each\n"
        "year when they were changed.\n\n"
    )
    names = "Ada Brook\n\nKeeper\n\nBen Carr\n\nClerk\n\nCid Dorn\n\nWarden\n\n"
    said = "Boats: whatever swims, unless somebody says so elsewhere. 9\n\n"
    text = f"Port rules\n\n{para * 3}{names}{para}{said}{para}Tugs\n\n{para}"
    cleaned = clean(text, lang="en").text
    headings = [line.lstrip("# ") for line in cleaned.splitlines() if line.startswith("#")]
    assert "Tugs" in headings and not {"Ben Carr", "Clerk", "Cid Dorn"} & set(headings)
    assert not any(line.startswith("Boats") for line in headings)


GLUED = [
    (
        "- **Ropes.** Two are needed.\n- **Lamps.** One is enough. **Bells.** None is asked for.\n- **Oil.** A can.",
        "- **Lamps.** One is enough.\n- **Bells.** None is asked for.\n- **Oil.**",
    ),
    (
        "**Ropes:** Two are needed.\n\n**Lamps:** One is enough. **Bells:** None is asked for.\n\n**Oil:** A can.",
        "**Lamps:** One is enough.\n\n**Bells:** None is asked for.\n\n**Oil:**",
    ),
    (
        "- Leave to moor. The clerk gives it.\n- Leave to fish. The board gives it. Leave to land. The pilot has it.\n"
        "- Leave to sail. Nobody gives it.",
        "- Leave to fish. The board gives it.\n- Leave to land. The pilot has it.\n- Leave to sail.",
    ),
]


@pytest.mark.parametrize(("body", "parted"), GLUED)
def test_items_with_a_label_that_were_run_into_others(body: str, parted: str) -> None:
    assert parted in _cleaned(body)
    assert clean(f"# Harbour\n\n{body}\n", lang="en").text == f"# Harbour\n\n{body}\n"


@pytest.mark.parametrize(
    "body",
    [
        # the same words begin sentences, and no labels
        "- The clerk writes. He counts.\n- The clerk reads. The clerk signs. He goes.\n- The clerk sleeps. He snores.",
        # one label beside text
        "- **Ropes.** Two are needed. **Never three.** They rot.\n- Lamps, of which one is enough.\n- Oil.",
    ],
)
def test_items_without_labels_stay_whole(body: str) -> None:
    assert _cleaned(body) == body
