# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items of plain text whose lines hang below their labels. The texts were written for these tests."""

from __future__ import annotations

from pipeline.clean import clean

TEXT = (
    "   The harbour board met in the spring and heard what the pilots said of the\n"
    "   channel, of the ice that had come down the river in the night, and of all\n"
    "   the boats that lay at the mole while it went by. Nobody had seen as much\n"
    "   of it in the years before, and so they asked the clerk to write it down.\n"
)
ITEMS = (
    "   Whoever comes to the harbour in winter must bring along, and show there:\n\n"
    "   a) the lamp of the boat, with as much oil as it takes in one night;\n"
    "   b) the letter of the Board of the Harbour\n"
    "      Of Which he comes, where he has one, and that of\n"
    "      its clerk;\n"
    "   c) two ropes.\n"
)


def test_lines_below_a_label_are_of_its_item_and_the_next_label_begins_another() -> None:
    cleaned = clean(f"{TEXT}\n{TEXT}\n{ITEMS}\n{TEXT}", lang="en").text
    items = [" ".join(part.split()) for part in cleaned.split("show there:")[1].split("The harbour")[0].split("\n\n")]
    assert [item for item in items if item] == [
        "a) the lamp of the boat, with as much oil as it takes in one night;"
        " b) the letter of the Board of the Harbour Of Which he comes, where he has one, and that of its clerk;",
        "c) two ropes.",
    ]


def test_lines_that_hang_stay_so_when_they_are_cleaned_again() -> None:
    once = clean(f"{TEXT}\n{TEXT}\n{ITEMS}\n{TEXT}", lang="en").text
    assert clean(once, lang="en").text == once


def test_a_number_at_the_beginning_of_a_line_that_does_not_stand_further_out_is_none_of_a_list() -> None:
    said = TEXT.replace("in the night, and of all\n   the boats", "in the night of May\n   3. The boats")
    assert "May 3. The" in " ".join(clean(f"{TEXT}\n{said}\n{TEXT}", lang="en").text.split("\n\n")[1].split())


def test_an_item_of_two_paragraphs_keeps_both_below_its_label() -> None:
    item = (
        "   1. The clerk writes into the book whatever he is told of the ice,\n"
        "      and reads it aloud.\n"
        "      Whoever wants to have a letter of it asks the second\n"
        "      clerk at noon\n"
        "   2. The pilots sign it.\n"
    )
    cleaned = clean(f"{TEXT}\n{TEXT}\n{item}\n{TEXT}", lang="en").text
    assert "aloud.\n\n   Whoever wants" in cleaned and "#" not in cleaned


def test_a_line_further_out_than_the_label_above_is_none_of_its_item() -> None:
    body = (
        "   The boats show:\n\n      (i) the lamp of the boat, with oil;\n      (ii) two ropes of hemp\n"
        "   Of the ropes the clerk keeps a list, and the pilots read it in the\n   spring of each year.\n"
    )
    cleaned = clean(f"{TEXT}\n{TEXT}\n{body}\n{TEXT}", lang="en").text
    assert "(ii) two ropes of hemp\n\nOf the ropes" in cleaned
    hung = body.replace("   Of the ropes", "           of the ropes")  # below the text of the item: it goes on
    assert "hemp\n\n" not in clean(f"{TEXT}\n{TEXT}\n{hung}\n{TEXT}", lang="en").text


LISTED = (
    "   Whoever comes to the harbour in winter shows there:\n"
    "   • the lamp of his boat, with as much oil as it takes in one night of the long\n"
    "     winter;\n"
    "   • two ropes.\n"
    "   Nobody waits for the pilots in the channel of the harbour at night, nor does he\n"
    "   wait at the mole.\n"
)


def _below(lists: int, *, hangs: bool = True) -> str:
    listed = LISTED if hangs else LISTED.replace("\n     winter", "\n   winter")
    return clean("\n".join([TEXT, *[listed] * lists, TEXT]), lang="en").text


def test_text_right_below_a_list_whose_lines_hang_is_none_of_its_last_item() -> None:
    assert _below(3).count("- two ropes.\n\nNobody waits") == 3


def test_where_hardly_a_line_of_an_item_hangs_it_stays() -> None:
    assert "- two ropes.\nNobody waits" in _below(2)
    assert "- two ropes.\nNobody waits" in _below(3, hangs=False)
