# SPDX-License-Identifier: AGPL-3.0-or-later
"""What pages put between the text: heads, feet, numbers, and what a browser prints; and what only looks like it.

The texts were written for these tests.
"""

from __future__ import annotations

import pytest

from pipeline.clean import clean

TOWN = (
    "The ferry leaves the quay at seven, and nobody is let on board after the bell was rung for the",
    "second time. The mate counts the heads of all who go below, and writes the number down in the",
    "log that lies beside the wheel. In fog the ferry waits. Those who come too late wait for the",
    "next one, which leaves at nine. Dogs stay on deck, and so do their owners while the sea is",
    "rough. Bicycles are tied to the rail on the lee side, and nobody rides on the deck before the",
    "ferry has been made fast. Goats pay half. The price of the passage is written on the board above",
    "the ticket window, and the harbour master changes it only once a year, on the first day of",
)
LAST = "spring."


def _pages(top: str, foot: str = "", title: str = "", parts: tuple[str, ...] = TOWN) -> str:
    """Text cut at each page, with a head and a foot; ``#`` in them stands for the number of the page."""
    out = [title] if title else []
    for number, part in enumerate(parts, start=1):
        out += [top.replace("#", str(number)), part, foot.replace("#", str(number))]
    return "\n\n".join(piece for piece in (*out, LAST) if piece) + "\n"


def _long(part: str) -> str:
    """As much as stands on a page at least, with a full stop at its end."""
    return " ".join(f"{part} end." for _ in range(5))


def _words(text: str) -> str:
    return " ".join(text.split())


BODY = " ".join((*TOWN, LAST))


def test_what_a_browser_prints_goes_and_leaves_the_title() -> None:
    text = _pages("03/09/31, 8:15 AM Rules of the ferry", "https://ferry.example/rules 1/1")
    assert _words(clean(text).text) == f"Rules of the ferry {BODY}"


def test_what_a_browser_prints_goes_where_the_title_stands_below_it() -> None:
    stamp = "9.3.2031, 08:15   Rules of the ferry"
    text = f"{stamp}\n\n# Rules of the ferry\n\n{TOWN[0]}\n\n{stamp}\n{TOWN[1]}\n\n{stamp}\n{TOWN[2]}\n\nnext one.\n"
    assert _words(clean(text).text) == f"# Rules of the ferry {' '.join(TOWN[:3])} next one."


@pytest.mark.parametrize(
    "foot",
    ["Page # of 7", "S. # von 7", "Página # de 7", "Page # sur 7", "صفحة # من 7", "第 # 页 共 7 页", "No. 17 | #"],
)
def test_page_numbers_as_languages_write_them(foot: str) -> None:
    assert _words(clean(_pages("", foot, title="# Ferry")).text) == f"# Ferry {BODY}"


def test_numbers_between_two_dashes_need_not_stand_apart() -> None:
    text = _pages("", "– # –", title="# Ferry").replace("\n\n–", "\n–")
    assert _words(clean(text).text) == f"# Ferry {BODY}"


def test_the_title_goes_from_between_two_notes() -> None:
    notes = "[^1]: Goats are counted by the mate.\n\nRules of the ferry\n\n[^2]: Dogs are not.\n"
    text = f"# Rules of the ferry\n\nGoats[^1] and dogs[^2] stay on deck.\n\n{notes}"
    assert clean(text).text == text.replace("\nRules of the ferry\n", "")


def test_page_numbers_in_roman_figures_after_a_word() -> None:
    text = _pages("", "Page #", title="# Ferry")
    for number, roman in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii"), start=1):
        text = text.replace(f"Page {number}\n", f"Page {roman}\n")
    assert _words(clean(text).text) == f"# Ferry {BODY}"


def test_an_hour_in_the_text_is_no_stamp() -> None:
    text = (
        "# Log\n\n12/03/2031, 10:15 Ice at the mole.\n\n12/03/2031, 11:40 Ice at the mole.\n\n13/03/2031, 9:05 Thaw.\n"
    )
    assert clean(text).text == text


def test_a_head_that_begins_with_the_number_of_a_chapter_goes_from_plain_text() -> None:
    text = _pages("4. The passage", "#")
    assert _words(clean(text).text).removeprefix("# ") == f"4. The passage {BODY}"


def test_items_that_are_repeated_are_no_heads() -> None:
    item = "1. Ring the bell."
    parts = "\n\n".join(f"## Ferry {name}\n\n{item}\n\n2. Cast off {name}." for name in ("north", "south", "east"))
    text = f"# Orders\n\n{parts}\n"
    assert clean(text).text == text


def test_a_head_goes_at_the_pace_of_pages_where_most_numbers_were_lost() -> None:
    head = "Board of the harbour – Passages"
    text = _pages(head).replace(head, f"{head}\n\n# Passages", 1)
    for number, end in ((1, "for the"), (3, "for the")):
        text = text.replace(f" {end}\n\n{head}", f" {end}\n\n{number}\n\n{head}", 1)
    assert _words(clean(text).text) == f"# Passages {BODY}"


def test_a_head_goes_where_the_number_was_set_beside_it_on_some_pages_only() -> None:
    head = "Chapter 9. Passages 2 and 3"
    pieces = []
    for number, part in enumerate(TOWN, start=1):
        top = f"{head} {number}" if number in (2, 3, 4, 6) else head if number == 5 else ""
        pieces += [top, part, f"Page {number} / 7"]
    text = "\n\n".join(piece for piece in (f"# {head}", *pieces, LAST) if piece)
    assert _words(clean(text).text) == f"# {head} {BODY}"


def test_contents_that_name_the_title_stay_below_a_head_that_is_the_title() -> None:
    contents = "- Rules of the ferry\n- Rules of the quay\n- Rules of the mole"
    text = _pages("Rules of the ferry", "Page # of 7", title="# Rules of the ferry", parts=(contents, *TOWN[1:]))
    assert contents.replace("\n", " ") in _words(clean(text).text)


def test_items_that_count_up_over_a_page_stay() -> None:
    parts = ("We name them:\n\n- Pier 1", "- Pier 2\n\nand no more.", *TOWN[2:])
    text = clean(_pages("", "#", title="# Piers", parts=parts)).text
    assert "- Pier 1\n" in text and "- Pier 2\n" in text


def test_a_section_at_the_edge_of_a_page_does_not_keep_the_head_beside_it() -> None:
    parts = (*TOWN[:2], "3.6.1. Of goats\n\nGoats pay half.\n\n3.6.2. Of goats", *TOWN[3:])
    text = clean(_pages("https://ferry.example/rules #/7", title="# Rules", parts=parts)).text
    assert "ferry.example" not in text
    assert "3.6.1. Of goats" in text and "3.6.2. Of goats" in text


def test_a_sign_for_a_number_in_a_head_is_none_itself() -> None:
    pieces = [f"{n} Order #70-31" if n % 2 == 0 else f"Town of Brook {n}" for n in range(1, 8)]
    text = "\n\n".join(piece for pair in zip(pieces, TOWN, strict=True) for piece in pair).replace(
        TOWN[0], f"# Order #70-31\n\n{TOWN[0]}"
    )
    assert _words(clean(f"{text}\n\n{LAST}\n").text) == f"# Order #70-31 {BODY}"


def test_the_beginning_of_the_title_beside_a_number_goes_from_inside_a_sentence() -> None:
    text = "# Rules of the ferry: goats and dogs\n\n" + f"{TOWN[0]}\n\n2 Rules of the ferry\n\n{TOWN[1]} next one.\n"
    assert clean(text).text == text.replace("\n\n2 Rules of the ferry\n\n", " ")
    ended = text.replace("for the\n\n2", "for it.\n\n2")
    assert clean(ended).text == ended


CHAPTERS = ("Of time", "Of order", "Of fog", "Of the sea", "Of decks", "Of the price", "Of spring")


def _book(sides: bool) -> str:
    """A book with the title on its left pages and the chapter on its right ones, each beside the page's number."""
    out = ["1", "# The ferry"]
    for number, (chapter, part) in enumerate(zip(CHAPTERS, TOWN, strict=True), start=1):
        head = "" if number == 1 else "The ferry" if number % 2 == 0 else CHAPTERS[number - 2]
        head = f"{number} {head}" if number % 2 == 0 else f"{head} {number}"
        out += head.split(" ", 1) if number % 2 == 0 and not sides else [head] if number > 1 else []
        out += [f"## {chapter}", _long(part), "[2031] Rules"]
    return "\n\n".join(out) + "\n"


@pytest.mark.parametrize("sides", [True, False])
def test_heads_that_name_the_chapter_go_and_the_chapters_stay(sides: bool) -> None:
    body = " ".join(f"## {chapter} {_long(part)}" for chapter, part in zip(CHAPTERS, TOWN, strict=True))
    assert _words(clean(_book(sides)).text) == f"# The ferry {body}"


def test_the_title_stays_where_only_left_pages_repeat_it() -> None:
    pages = [f"{part}\n\nRules 44" for part in TOWN]
    for number in range(1, len(TOWN)):
        top = "The ferry" if number % 2 else CHAPTERS[number - 1]
        pages[number] = f"{number + 1}\n\n{top}\n\n{pages[number]}"
    text = "1\n\nThe ferry\n\nOf time\n" + "\n\f".join(pages) + "\n"
    assert clean(text).text.removeprefix("# ").startswith("The ferry\n")


def test_heads_of_left_and_right_pages_are_the_same_words_in_another_order() -> None:
    parts = [_long(part) for part in TOWN[:6]]
    heads = [f"4.5.2031 Ferry gazette F 7/{n}" if n % 2 else f"F 7/{n} Ferry gazette 4.5.2031" for n in range(1, 7)]
    text = "# Fares\n\n" + "\n\n".join(f"{head}\n\n{part}" for head, part in zip(heads, parts, strict=True)) + "\n"
    assert _words(clean(text).text) == f"# Fares {' '.join(parts)}"


def test_notes_that_count_up_at_the_feet_of_pages_stay() -> None:
    text = _pages("", "#Log of the mate, day #.\n\n[2031] Rules 44\n\n# The ferry", title="# The ferry")
    cleaned = clean(text).text
    assert all(f"Log of the mate, day {number}." in cleaned for number in range(1, 8))
    assert "Rules 44" not in cleaned


def test_numbered_headings_of_the_same_words_are_no_heads() -> None:
    text = "# Log\n\n" + "\n\n".join(f"### 3.{n}.2. Further rules\n\n{part} end." for n, part in enumerate(TOWN, 1))
    cleaned = clean(f"{text}\n").text
    assert all(f"3.{n}.2. Further rules" in cleaned for n in range(1, 8))


def test_a_sentence_that_begins_with_a_number_and_is_cut_by_the_page_stays() -> None:
    pages = [f"{part}\n\n{number}" for number, part in enumerate(("1 Pay for the", *TOWN[1:]), start=2)]
    text = "# Fares\n\nWe ask three things:\n\n" + "\n\n".join(pages) + "\n"
    assert "1 Pay for the" in clean(text).text


def test_a_head_that_is_the_beginning_of_the_title_below_it_goes() -> None:
    text = _pages("Rules of the north fer…", "Page # of 7", title="")
    text = text.replace("fer…\n", "fer…\n\n# Rules of the north ferry and of its mate\n", 1)
    assert _words(clean(text).text) == f"# Rules of the north ferry and of its mate {BODY}"


def test_a_sentence_that_stands_at_the_edge_of_some_pages_is_text_and_one_on_all_of_them_is_a_foot() -> None:
    said = "Whoever is late waits for the next boat."
    parts = [f"{part} end.\n\n{said}" if n in (0, 2, 5) else f"{part} end." for n, part in enumerate(TOWN)]
    some = "\n\n".join(f"{part}\n\n– {n} –" for n, part in enumerate(parts, start=1))
    assert clean(f"# Ferry\n\n{some}\n\n{LAST}\n").text.count(said) == 3
    assert said not in clean(_pages("", f"{said}\n\n– # –", title="# Ferry")).text


def test_a_head_that_stands_on_two_lines_at_some_pages_goes_there_too() -> None:
    pages = [f"{part}\n\n– {n} –\n\n## Town Ferry Office" for n, part in enumerate(TOWN, start=1)]
    pages[2] = pages[2].replace("## Town Ferry Office", "## Town\n\n## Ferry Office")
    text = "\n\n".join(("# Rules of the ferry", *pages, LAST))
    assert _words(clean(f"{text}\n").text) == f"# Rules of the ferry {BODY}"


def test_a_title_on_two_lines_that_the_pages_repeat_on_one_stays() -> None:
    pages = "\n\n".join(f"Rules of the Ferry\n\n{part}\n\n– {n} –" for n, part in enumerate(TOWN, start=1))
    text = pages.replace("Rules of the Ferry\n\n", "Rules of the Ferry\n\nRules of\n\nthe Ferry\n\n", 1)
    assert _words(clean(f"{text}\n\n{LAST}\n").text) == f"Rules of the Ferry {BODY}"


def test_numbers_that_stand_at_no_edge_go_where_each_page_has_one() -> None:
    marks = "(cid:127)\n(cid:127)"  # bullets that an extractor put below the foot
    pages = [
        f"THE FERRY\n\n{part} end.\n\n{part} the\n\n{number}\n\nlast bell. {part} end.\n\n{part}\n\n{marks}"
        for number, part in enumerate(TOWN, 1)
    ]
    cleaned = clean("\n\n\f".join(pages) + "\n", lang="en")
    assert not {"1", "2", "3", "4", "5", "6", "7"} & set(cleaned.text.split())
    assert clean(cleaned.text, lang="en").text == cleaned.text


def test_two_numbers_on_each_page_are_none_of_its_own() -> None:
    body = [f"{part} end.\n\n{part} end." for part in TOWN]
    pages = [f"{part}\n\n{number}\n\n{part}\n\n{number}\n\n{part}" for number, part in enumerate(body, 1)]
    cleaned = clean("\n\n\f".join(pages) + "\n", lang="en").text
    assert all(f"\n{number}\n" in cleaned for number in range(1, 8))


def _lines(number: int) -> str:
    """A page in lines, each other than those of other pages."""
    return "\n".join(f"{line} {number}," for line in (*TOWN, *TOWN[:3]))


def test_heads_of_left_and_right_pages_count_on_though_no_blank_line_is_below_them() -> None:
    heads = [f"The book of the ferry {n}" if n % 2 else f"{n} Of dogs and of goats" for n in range(1, 9)]
    pages = [f"{head}\n{_lines(number)}" for number, head in enumerate(heads, start=1)]
    cleaned = clean("\n\n".join(pages) + "\n", lang="en").text
    assert "Of dogs and of goats" not in cleaned
    assert not [number for number in range(2, 9) if f"The book of the ferry {number}" in cleaned]


def test_the_number_of_the_first_page_is_no_part_of_the_title_below_it() -> None:
    heads = [f"The book of the ferry {n}" if n % 2 else f"{n} Of dogs and of goats" for n in range(1, 9)]
    pages = [f"{head}\n{_lines(number)}" for number, head in enumerate(heads, start=1)]
    pages[0] = pages[0].replace("ferry 1", "ferry 1\nThe book of the ferry and its mate")
    cleaned = clean("\n\n".join(pages) + "\n", lang="en").text
    assert "ferry 1" not in cleaned
    assert "ferry and its mate" in cleaned


def test_what_an_author_numbers_by_turns_stays() -> None:
    parts = [f"{'Lemma of goats' if number % 2 else 'Theorem of dogs'} {number}\n{TOWN[0]}" for number in range(1, 9)]
    text = "# Tides\n\n" + "\n\n".join(parts) + "\n"
    assert not [repair for repair in clean(text, lang="en").repairs if repair.rule == "running-heads"]


def test_a_number_right_below_its_text_and_above_the_next_head_is_a_pages() -> None:
    pages = "\n\nFerry Guide\n".join(f"{_lines(number)}\n{number}" for number in range(1, 7))
    cleaned = clean(pages + "\n", lang="en").text
    assert "Ferry Guide" not in cleaned
    assert "\n5\n" not in cleaned
    few = "\n\nFerry Guide\n".join(f"Goats on deck\n{number}" for number in range(1, 7))
    assert "\n5\n" in clean(few + "\n", lang="en").text


def test_a_heading_that_was_run_into_the_title_stands_below_it() -> None:
    head = "Rules of the harbour and the mole"
    told = "The harbour board met in the spring and heard what the pilots said about the state of the channel"
    parts = [f"# {head} Dues and fees", f"### On boats\n\n{told} and"]
    for page in range(1, 5):
        parts += [f"Page {page} of 4", head.upper(), f"so it was. {told} and"]
    text = "\n\n".join([*parts, "so it is.", "## Ice", "### On rafts", told]) + "\n"
    headings = [line for line in clean(text, lang="en").text.splitlines() if line.startswith("#")]
    assert headings == [f"# {head}", "## Dues and fees", "### On boats", "## Ice", "### On rafts"]
    longer = text.replace("### On boats", "## On boats")  # a title may say more than its head
    assert clean(longer, lang="en").text.startswith(f"# {head} Dues and fees\n")


def test_a_head_may_begin_small_and_end_with_a_stop_where_each_page_has_it() -> None:
    text = _pages("ferries e.V.", "Page # of 7")
    assert _words(clean(text).text) == f"ferries e.V. {BODY}"  # above all text it is kept: it may be the title
    said = text.replace("nine. Dogs", "nine.\n\nferries e.V.\n\nDogs")
    assert _words(clean(said).text).count("ferries e.V.") == 2  # what the text says itself stays
    later = f"# Ferries\n\n{said}"
    assert _words(clean(later).text).count("ferries e.V.") == 8  # below a heading it may be the rest of a sentence
