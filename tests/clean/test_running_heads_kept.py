# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an author numbered or said again stays, though it looks like what pages repeat.

The texts were written for these tests.
"""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES

PART = (
    "The keeper climbs the stairs at dusk, counts the lamps that still burn, and trims the wicks of the rest. "
    "He writes the hour into the log. "
)
LONG = (PART * 8).strip()


def _rows(*cells: str, mark: str = "-", wide: str = " ") -> str:
    first, *rest = cells
    lead = f"{mark}{wide}{mark} {first}\n\n"
    return lead + "\n\n".join(f"{' ' * len(mark + wide)}{mark} {cell}" for cell in rest) + "\n\n\n"


TABLES = [
    "".join(_rows(str(number), word) for number, word in enumerate(("Tar", "Rope", "Oil"), 1)),
    "".join(_rows(str(number), "Tar", "in barrels") for number in range(1, 6)),
    "".join(_rows(str(number), LONG, "see there") for number in range(1, 5)),
    "".join(_rows(roman, "Rope", mark="*", wide="    ") for roman in ("I", "II", "III", "IV")),
    "".join(f"- lamp\n\n  {number}\n\n  lit\n\n" for number in range(1, 5)),
]


@pytest.mark.parametrize("table", TABLES)
def test_numbers_of_a_table_written_as_lists_stay(table: str) -> None:
    text = f"# Stores\n\nWhat the store of the lighthouse holds:\n\n{table.rstrip()}\n"
    assert clean(text, lang="en").text == text


def test_the_parts_of_a_story_that_are_only_numbered_stay() -> None:
    text = "# The keeper\n\n" + "\n\n".join(f"{number}\n\n{LONG}" for number in range(1, 7)) + "\n"
    assert clean(text, lang="en").text == text


def test_articles_that_differ_by_their_number_only_stay() -> None:
    head = "Gazette of the coast, No. 812 {}"
    pages = [
        f"{head.format(number)}\n\nArt. {number + 2} — The KEEPER OF THE COAST\n\nshall light lamp {number}. {LONG}"
        for number in range(1, 5)
    ]
    cleaned = clean("# Gazette of the coast\n\n" + "\n\n".join(pages) + "\n", lang="en").text
    assert all(f"Art. {number} — The KEEPER OF THE COAST" in cleaned for number in range(3, 7))


@pytest.mark.parametrize("mark", ["^{}^ ", "<sup>{}</sup> ", "{}"])
def test_notes_that_are_alike_but_for_the_pages_they_cite_stay(mark: str) -> None:
    cited = ("21-23", "59-60", "14-19", "99-100", "7-31", "2-40")
    pages = [
        f"{LONG}\n\n{mark.format(number)}Log of the keeper in the matter of lamp 6/2017 pp {at}\n\n{number}\n\nThe lamp"
        for number, at in enumerate(cited, 1)
    ]
    cleaned = clean("# The lamp\n\n" + "\n\n".join(pages) + f"\n\n{PART}\n", lang="en").text
    assert all(f"pp {at}" in cleaned for at in cited)


def test_a_citation_below_the_title_stays_where_pages_repeat_both() -> None:
    pages = [f"The keeper\n\n[2031] LH 8\n\n{LONG}\n\n{number}" for number in range(1, 6)]
    title = "# The keeper\n\n**[2031] LH 8**\n\n**Day of the log:** 9 May 2031"
    pages[0] = f"The keeper\n\n[2031] LH 8\n\n{title}\n\n{LONG}\n\n1"
    cleaned = clean("\n\n".join(pages) + "\n", lang="en").text
    assert cleaned.count("[2031] LH 8") == 1 and cleaned.count("# The keeper") == 1
    assert "9 May 2031" in cleaned


def test_page_numbers_that_cut_no_sentence_go_at_the_pace_of_pages() -> None:
    text = "# The keeper\n\n" + "\n\n".join(f"{LONG}\n\n{number}" for number in range(1, 7)) + f"\n\n{LONG}\n"
    assert not any(f"\n{number}\n" in clean(text, lang="en").text for number in range(1, 7))


STAYS = [
    "O lamp,\nyou burn in the night\n\n1\n\nthe tide is a letter\n\n2\n\nthe moon its stamp\n\n3\n\nand no one\n",
    "Page 1\n\nIt asks for the lamp.\n\nPage 2\n\nIt asks for the oil.\n\nPage 3\n\nIt asks for the wick.\n",
    "Page 1 of the log\n\nIt is empty.\n",
    "2031-05-01 10:00 The lamp is lit\n\n2031-05-01 10:00 The lamp is lit\n\n2031-05-01 11:00 It is out\n",
]


@pytest.mark.parametrize("text", STAYS)
def test_stanzas_forms_and_logs_have_numbers_and_pages_of_their_own(text: str) -> None:
    assert clean(f"# The keeper\n\n{text}", lang="en").text == f"# The keeper\n\n{text}"


@pytest.mark.parametrize("line", ["and with oil in the can,", "(spare)", "Spare lamps"])
def test_a_line_that_several_samples_have_inside_a_sentence_stays(line: str) -> None:
    sample = f"The lamp is handed over trimmed and clean, as the\n\n{line}\n\nthat the keeper has signed for."
    text = "# Forms\n\n" + "\n\n".join(f"## Form {name}\n\n{sample}" for name in ("one", "two", "three", "four")) + "\n"
    assert clean(text, lang="en").text.count(line) == 4


def test_notes_that_cite_laws_which_count_up_stay() -> None:
    note = "(Amended by section 1 of Act 27.{} of 9 May 2031)"
    text = "# The keeper\n\n" + "\n\n".join(f"{LONG}\n\n{note.format(number)}" for number in range(321, 326)) + "\n"
    assert clean(text, lang="en").text == text


def test_a_heading_below_the_head_that_says_the_same_stays() -> None:
    """The page has its head already: what stands in the middle of it is the text's own."""
    pages = [f"Part {'one' if n < 5 else 'two'}: Of boats and their masters\n\n{n}\n\n{LONG}" for n in range(1, 10)]
    pages[4] += f"\n\nPart two: Of boats and their masters\n\n{LONG}"
    cleaned = clean("\n\n".join(pages) + "\n", lang="en").text
    assert cleaned.count("Part two: Of boats") == 1


def _paged(head: str, pages: int = 5, **starts: str) -> str:
    """Pages with a head, a number, and text; ``starts``: what the text of a page begins with ("p2")."""
    out = []
    for page in range(1, pages + 1):
        out += [head, str(page), starts.get(f"p{page}", ""), LONG.removesuffix(".") + f" on page {page} and goes"]
    return "\n\n".join(piece for piece in (*out, "home.") if piece) + "\n"


def test_the_heading_that_pages_repeat_stays_where_it_alone_is_set_so() -> None:
    text = clean(_paged("_Chapter of lamps_", p1="## **Chapter of lamps**"), lang="en").text
    assert text.count("hapter of lamps") == 1
    assert "Chapter of lamps" in text.splitlines()[0]
    bold = clean(_paged("The book of lamps", p1="**The book of lamps**\n\n# Wicks", p3="# Oil"), lang="en").text
    assert bold.startswith("# The book of lamps\n\n## Wicks\n")
    assert "\n## Oil\n" in bold


def test_a_note_and_an_article_with_the_number_of_their_page_stay() -> None:
    pages = []
    for page in range(1, 6):
        above = {4: "Lit: lamp, Wick: cotton"}.get(page, "")
        note = {1: "1 Lit: lamp, Wick: cotton", 3: "### Article R31-3"}.get(page, "")
        body = f"{LONG.removesuffix('.')} on page {page} and goes"
        pages += [above, body, note, f"Page {page} of 5", "Book of lamps"]
    text = "# Lamps\n\n" + "\n\n".join(piece for piece in (*pages, "home.") if piece) + "\n"
    cleaned = clean(text, lang="en").text
    assert cleaned.count("Lit: lamp, Wick: cotton") == 2
    assert "Article R31-3" in cleaned


def test_a_long_title_below_the_heads_of_its_page_is_the_title() -> None:
    title = "The book of lamps, of the wicks that burn in them, and of the oil that keeps them burning in all towers"
    head = "Board of lamps, shelf 1147"
    pages = _paged("", p1=title).replace("\n\n1\n\n", f"{head}\n\n", 1)
    for page in range(2, 6):
        pages = pages.replace(f"\n\n{page}\n\n", f"\n\n{head}\n\n{page}\n\n")
    assert clean(pages, lang="en").text.lstrip("# ").startswith(title)


@pytest.mark.parametrize(
    "heads",
    [
        ("# 1. Oil and fees", "## 1.1 Rules", "# 2. Oil and fees", "## 2.1 Rules"),
        ("# 1. Rules", "# 2. Oil and fees", "# 3. Oil and fees", "# 4. Stores"),
        ("## 3) Oil and fees", "## 4) Oil and fees", "## 5) Stores"),
        ("**1. Oil and fees**", "**1.1 Rules**", "**2. Oil and fees**", "**2.1 Rules**"),
    ],
)
def test_sections_of_the_same_words_that_are_numbered_stay(heads: tuple[str, ...]) -> None:
    parts = [f"{head}\n\n{LONG}\n\n{LONG}\n\nTo be shown\n" for head in heads]
    text = "# The keeper\n\nDear keepers,\n\n" + "\n".join(parts)
    made = clean(text, lang="en")
    assert all(head.strip("*# ") in made.text for head in heads)
    assert not [one for one in (*made.repairs, *made.proposals) if one.rule == "running-heads"]


def test_a_running_head_with_a_chapter_number_before_its_words_goes() -> None:
    heads = [f"## 5 Oil and fees {page}" for page in (3, 4, 5)]
    pages = [f"{LONG} The keeper of the\n\n{head}\n\nlamps then closes. {LONG}\n" for head in heads]
    made = clean("# The keeper\n\n" + "\n".join(pages) + "\n## 6 Stores\n\nOil is kept dry.\n", lang="en")
    assert "Oil and fees" not in made.text


def test_numbers_of_pages_go_though_sections_with_these_numbers_stand_below_them() -> None:
    parts = [
        f"{cut}\n\n{page}\n\n{rest}\n\n{page}.1 Nobody opens sluice {page * 7} but the warden. "
        f"{'He looks after it by day and by night, and asks nobody. ' * 8}\n\n{page}.2 It stays shut in winter."
        for page, (cut, rest) in enumerate(PAGES, start=2)
    ]
    text = clean("# Ditches\n\n" + "\n\n".join(parts) + "\n", lang="en").text
    assert not [line for line in text.splitlines() if line.isdecimal()]


def test_articles_at_the_edges_of_pages_stay_where_others_stand_amid_them() -> None:
    """Those with the number of their page are on three pages, whose number stands at their feet."""
    parts = ["# Rules of the harbour"]
    for page in range(1, 7):
        parts += [f"## Article {page}"] if page in (2, 4, 6) else []
        parts += [LONG, *([f"## Article {page}"] if page in (3, 5) else []), f"It says so. {LONG}"]
        parts += [f"{page} / 6", "Harbour Board, Rules"]
    text = clean("\n\n".join(parts) + "\n", lang="en").text
    assert [line for line in text.splitlines() if "Article" in line] == [f"## Article {n}" for n in range(2, 7)]


def test_paths_that_differ_by_a_number_are_said_each() -> None:
    names = ("Upper mole", "The quay of the ferries")
    file = "The file that shows it:\n\n/port/buoys/mole_{}\n\nThe values in this file are:\n\n- here\n- gone\n"
    parts = (f"## {name}\n\n{LONG}\n\n{file.format(one)}\n{LONG}\n" for one, name in enumerate(names, 1))
    text = "# Buoys\n\n" + "\n".join(parts)
    assert clean(text, lang="en").text == text


def test_notes_that_cite_one_address_are_no_lines_of_the_page() -> None:
    """On three pages running the last note cites the same, and the numbers grow."""
    pages = []
    for number in range(1, 6):
        notes = "\n\n".join(
            f"{note} https://harbour.example/{'dues' if note % 2 else f'boat-{note}'}.html"
            for note in (2 * number, 2 * number + 1)
        )
        pages.append(f"{LONG}\n\n{notes}\n\nPage {number}\n\n\x0c")
    cleaned = clean("# Harbour\n\n" + "".join(pages), lang="en").text
    assert cleaned.count("dues.html") == 5 and "Page 3" not in cleaned
