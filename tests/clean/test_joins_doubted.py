# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that begin with a small letter and are no rest of a sentence: names, cells of a table, items.

The texts were written for these tests.
"""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import LONG, PAGES, _cleaned

ROWS = "Tool that hauls the nets of the second boat over the mole at dusk"
APART = [
    f"{ROWS} (rarely)\n\nlamp.old Tool that lights it",  # a name after a remark
    f"{ROWS}\n\nwinch",  # one word without an end
    f"{ROWS} 3 12\n\nwinch-b Tool that hauls the anchors 4 77",  # a row after the numbers of the one above
    f"{ROWS} @harbour/nets\n\nlib/lamps Tool that lights it @harbour/lamps",  # a file below a name
    "If no lamp is lit, the guard writes into the book of the tower this and\n\nrm -f /var/lamp 2>/dev/null || true",
    f"{ROWS} && haul || true\n\nin the book of the tower, and then it rests.",  # commands shown between two texts
    f"{ROWS}. $\n\nhaul shows what it does, and then it rests.",
    "1.4. It is written in the book of the clerk “Of the harbour and its dues”\n\nmeans what the pilots keep",
]


@pytest.mark.parametrize("body", APART)
def test_names_and_cells_stay_apart(body: str) -> None:
    assert _cleaned(body) == body


def test_a_name_is_proposed_and_a_sentence_that_goes_on_after_a_remark_is_joined() -> None:
    cleaned = clean(f"# Harbour\n\n{ROWS} (rarely)\n\nwinch.old Tool\n", lang="en")
    assert any(proposal.rule == "join-paragraphs" for proposal in cleaned.proposals)
    body = f"{ROWS} (rarely)\n\nand that lights the lamp there."
    assert _cleaned(body) == body.replace("\n\n", " ")


def test_an_item_of_a_list_in_words_that_a_page_parted_is_no_rest_of_the_one_above() -> None:
    body = "Who may ask for it:\n\n- a pilot of the harbour,\n\n- a clerk of the board, or\n\na master of a boat."
    assert "or a master" not in _cleaned(body).replace("\n", " ")
    body = "- Ask a pilot of the harbour,\n\n- Ask the board for wax, rope, or\n\noil for the lamps."
    assert "rope, or oil" in _cleaned(body)


def test_an_item_with_a_label_is_none_of_a_cut_sentence() -> None:
    body = f"- {LONG}\n\n- winch: hauls the nets of the boats."
    assert _cleaned(body) == body


def test_a_line_that_ends_early_is_not_what_a_page_cut() -> None:
    text = f"{LONG}\nand of its quays. They rose at noon.\n"
    heads = [f"{text}{n}. Signs of ice\n\n{n}\n\n{LONG}\nin it." for n in (1, 2, 3)]
    assert "ice The" not in clean("# Harbour\n\n" + "\n\n".join(heads), lang="en").text


def test_a_remark_in_brackets_after_a_sentence_ends_it() -> None:
    cuts = [
        f"It was said of the {word}: {LONG}. (See the book of {word} Dues)\n\n{n}\n\nThe {word} is old. {LONG} too."
        for n, word in enumerate(["Buoy", "Mole", "Quay"], start=1)
    ]
    cleaned = clean("# Harbour\n\n" + "\n\n".join(cuts), lang="en").text
    assert cleaned.count("Dues)\n") == 3


def test_what_stands_small_between_two_items_that_count_on_belongs_to_the_first() -> None:
    body = "a) the book of the dues;\n\nb) the lists\n\nthat the pilots keep;\n\nc) the lamp."
    assert _cleaned(body) == body.replace("lists\n\nthat", "lists that")
    table = "a) the lists\n\nwinch\n\nb) the lamp"
    assert _cleaned(table) == table


def test_what_stands_apart_below_a_colon_is_no_sentence_that_is_cut() -> None:
    asked = "Whoever wants to moor at the mole asks:"
    text = f"{asked}\n\nThe Keeper, 3 Mole Street, Old Town, Lissel, telephone 20 14 22 33\n\nor writes to him.\n"
    assert clean(text, lang="en").text == text


def test_a_word_that_the_text_writes_small_begins_anew_where_no_page_is_known() -> None:
    text = "All of this is the duty of those who keep the lamp, and the\n\nSuch dues as they ask are such as before.\n"
    assert clean(text, lang="en").text == text
    named = text.replace("Such dues", "Lissel dues")
    assert "and the Lissel dues" in clean(named, lang="en").text


SHOWN = [
    "The clerk reads the log of the harbour that is made by\n\nlamplog --all -n mole\n\nand he has it printed.",
    "The log can be useful\n\nlamplog  # reads the log of the day\n\nbut it is long, and the board reads it at dusk.",
    "harbour::log read(const day *from,\n\nday *until)",
    "3.1 rope old no\n\n3.2 oars new no\n\n3.3 nets new yes",
    "Berth: 4, for boats of the board or\n\nBerth: 5",
    "Having heard the pilots and the clerk, the books that both keep, and\n\nORDERS:",
]


@pytest.mark.parametrize("body", SHOWN)
def test_commands_records_rows_and_labels_stay_apart(body: str) -> None:
    assert _cleaned(body) == body


def test_an_option_inside_a_sentence_makes_it_no_command() -> None:
    body = "The log of the day is read by the clerk with lamplog -n if\n\nthe board asks for it, and by the pilots."
    assert _cleaned(body) == body.replace("\n\n", " ")


def test_a_line_with_a_comma_that_had_room_for_the_next_word_leads_to_a_list() -> None:
    full = "\n".join(["The board of the harbour meets at dusk in the house of the pilot and hears"] * 9)
    body = f"{full}.\n\nWithout regard to what the board and the clerk of it have said,\n\nthe pilot goes first,"
    assert "said,\n\nthe pilot" in _cleaned(body)
    longer = body.replace("the board and", "the board of it and")
    assert "said,\n\nthe pilot" not in _cleaned(longer)


def test_a_page_s_end_does_not_explain_a_word_that_only_begins_sentences() -> None:
    cuts = [*PAGES, (f"{LONG} and of the lamps that stand there", f"They are lit at dusk. {LONG}, and they are old.")]
    pages = [f"{cut}\n\nPage {n}\n\n{rest}" for n, (cut, rest) in enumerate(cuts, start=1)]
    cleaned = clean("# Harbour\n\n" + "\n\n".join(pages) + "\n", lang="en")
    assert "stand there\n\nThey are lit" in cleaned.text
    assert [proposal.rule for proposal in cleaned.proposals] == ["join-paragraphs"]


def test_code_after_an_item_among_others_without_an_end_begins_a_paragraph() -> None:
    items = "- name of the boat that lies here\n- name of its master or owner"
    text = f"# Log\n\n{items}\n\n`lamplog` reads both of them at dusk.\n"
    assert clean(text, lang="en").text == text


def _cut(count: int) -> str:
    """Lists of two items that are cut behind their first line, so many of them."""
    first = "the master of each boat that lies at the mole, or at the quay below the lamps,"
    rest = "its pilot, and the clerk of the harbour, who is asked\nby the board"
    lists = f"The board asks:\n\n(a) {first}\n\n{rest}; and\n\n(b) {first}\n\n{rest}."
    return "\n\n".join([lists] * count)


def test_items_that_are_cut_behind_their_first_line_go_on_though_it_ends_with_a_comma() -> None:
    line = "Whoever comes to harbour {} at night asks the keeper of the lamps for a berth"
    lines = "\n".join(line.format(number) for number in range(9))
    assert _cleaned(f"{lines}\n\n{_cut(2)}").count("the lamps, its pilot") == 4
    assert _cleaned(f"{lines}\n\n{_cut(1)}").count("the lamps, its pilot") == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Whereas the harbour of Lissel has been without a lamp since the storm of spring, and", "Whereas no boat"),
        ("firstly, the lamp is lit at dusk by the pilot who has the watch,", "secondly, the book is kept"),
        ("d’une part, la lampe est allumée au crépuscule par le pilote de garde,", "d’autre part, le livre est tenu"),
    ],
)
@pytest.mark.parametrize("page", ["", "7 / 9\n\n"])
def test_clauses_that_begin_with_one_word_or_count_on_stay_apart(one: str, two: str, page: str) -> None:
    pages = "\n\n".join(f"{LONG}.\n\n{n} / 9" for n in (4, 5, 6))
    text = f"# Harbour\n\n{pages}\n\n{one}\n\n{page}{two} may moor there before the board has met.\n"
    assert f"{one} {two}" not in clean(text, lang="en").text


def test_an_item_that_ends_as_the_one_before_is_not_cut_before_a_text_that_leads_on() -> None:
    text = "1. a copy of the book,\n2. a list of the dues as set forth in part 9,\n\nand, where the lamp is lit,\n\n"
    assert "9, and" not in _cleaned(text + "3. the name of its keeper.")
    assert "dues set" in _cleaned("1. a copy of the book,\n2. a list of the dues\n\nset forth here,\n\n3. a name.")


@pytest.mark.parametrize(("others", "joined"), [(4, False), (1, True)])
def test_a_word_with_which_other_paragraphs_begin_small_goes_on_nothing(others: int, joined: bool) -> None:
    terms = "\n\n".join(f"1.{n}. “Boat of sort {n}”\n\nmeans whatever floats here." for n in range(1, others + 1))
    pages = "\n\n".join(f"{LONG}.\n\n{n} / 4" for n in (1, 2, 3))
    cut = "“Quay”, the old one as well as the new\n\n4 / 4\n\nmeans what does not float."
    text = f"# Harbour\n\n{terms}\n\n{pages}\n\n{cut}\n"
    assert ("new means what" in clean(text, lang="en").text) is joined
