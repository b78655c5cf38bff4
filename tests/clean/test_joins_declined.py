# SPDX-License-Identifier: AGPL-3.0-or-later
"""Breaks that look like cut sentences and are none: they stay, and where it is likely enough they are proposed.

The texts were written for these tests.
"""

from __future__ import annotations

import pytest

from pipeline.clean import THRESHOLD
from pipeline.clean.paragraphs import join
from pipeline.clean.reading import prose
from pipeline.clean.reading.beginnings import begins_anew, counted, named
from pipeline.clean.reading.scan import Scan
from tests.clean.test_extracted import LONG


def _sure(above: str, below: str, *, lines: str = "", paged: bool = True) -> float:
    """How sure the join of two texts is, in an extraction in which a page ended between them, or elsewhere.

    ``lines``: paragraphs above that show how long the lines of the text are.
    """
    text = f"# Harbour\n\n{lines}{above}\n\n{below}\n"
    place = text.index(f"{above}\n\n{below}") + len(above) + 1
    fixes = join.find(Scan(text, "en", [place if paged else 2]))
    return max((fix.confidence for fix in fixes if fix.edits and fix.start == place - 1), default=0.0)


@pytest.mark.parametrize(
    ("text", "below", "anew"),
    [
        ("Such a rule holds. The Keeper and the Keeper only may.", "Keeper may", False),
        ("Such a rule holds for such boats, and such crews.", "Such a rule", True),
        ("The boats.", "Their crews", True),  # nothing but an article and the like
        ("The boats.", "Ilva and her crew", False),
        ("The boats.", "their crews", False),
    ],
)
def test_the_text_tells_whose_a_capital_is(text: str, below: str, anew: bool) -> None:
    assert begins_anew(Scan(text, "en"), below) is anew


def test_a_word_that_needs_another_leads_to_a_name_and_not_to_a_sentence_that_begins_anew() -> None:
    known = "It is the Keeper of the mole who says this, and the Keeper alone.\n\n"
    above = "The nets are to be hauled at noon and mended by the"
    assert _sure(above, "Keeper of the mole.", lines=known, paged=False) >= THRESHOLD
    assert _sure(above, "This is said twice in the book.", lines=known, paged=False) < THRESHOLD
    assert _sure(above, "This is said twice in the book.", lines=known) >= THRESHOLD  # a page cut it


def test_an_ending_in_brackets_is_no_word_that_needs_another() -> None:
    assert prose.last_word("un client(e)") == ""
    assert prose.last_word("le client (ou") == "ou"
    assert not prose.open_word("Maçon(ne)", "fr")


def test_a_sentence_goes_on_below_its_list_and_not_in_its_last_item() -> None:
    last = "- a clerk of the board, or\n- a master of a boat,"
    assert _sure(last, "a lamp that burns until noon.") < THRESHOLD
    assert _sure(last.replace(" or", ""), "a lamp that burns until noon.") >= THRESHOLD


def test_a_text_set_apart_as_a_whole_goes_on_no_other() -> None:
    above = f"{LONG} at the quay of the pilots, door 12"
    assert _sure(above, "*or at the house of the board*", paged=False) < THRESHOLD
    assert _sure(above, "*or* at the house of the *board*", paged=False) >= THRESHOLD


def test_a_line_with_room_for_the_next_word_was_not_cut() -> None:
    full = "The pilots of the harbour keep a book in which they write\n" * 5
    lines = f"{full}the boats that they have led over the bar.\n\n" * 2
    below = "means the lamp that burns on the mole until the day."
    assert _sure("The keeper’s lamp of brass from the mole", below, lines=lines, paged=False) < THRESHOLD
    assert _sure("The keeper’s lamp of brass from the end of the mole", below, lines=lines, paged=False) >= THRESHOLD
    heading = "2.1. Of the lamp of brass from the mole"  # its letters are larger
    assert _sure(heading, "that the keeper lights", lines=lines, paged=False) >= THRESHOLD


def test_a_note_at_a_pages_foot_takes_no_sentence_to_itself() -> None:
    assert _sure("7Book of the pilots of the harbour, p 12", "and wait there for the tide.") < THRESHOLD
    assert _sure("The book of the pilots of the harbour, p 12", "and wait there for the tide.") >= THRESHOLD


def test_a_full_line_before_a_sentence_that_begins_anew_is_only_proposed() -> None:
    line = "The pilots of the harbour keep a book in which they write\n"
    lines = f"{line * 5}what the Keeper of such boats needs, and what they owe.\n\n" * 2
    above = "What the board says of the lamps and of the quays of the"
    above = above.replace("of the quays of the", "their quays of old")
    below = "lamps burn on the mole until the day,\nand then no more of them."
    assert 0 < _sure(above, f"Such {below}", lines=lines, paged=False) < THRESHOLD
    assert _sure(above, f"Keeper {below}", lines=lines, paged=False) >= THRESHOLD


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("The board may say to which of the boats the lamp goes: {", '"lamp": "brass", "oil": "of the harbour"'),
        ("The book is sold by the keeper of the mole for 1.0", "or"),
        ("The rope is of hemp or, where the board so says, No", "Please see the list of ropes in the book."),
    ],
)
def test_code_a_word_alone_and_a_cell_are_no_halves_of_a_sentence(above: str, below: str) -> None:
    assert _sure(above, below, paged=False) < THRESHOLD


def test_what_counts_as_other_texts_do_goes_on_no_sentence() -> None:
    others = "".join(f"Article {number}\n\nThe board keeps lamp {number}.\n\n" for number in (1, 2, 3))
    assert counted(Scan(others, "en"), "Article 4 Of lamps")
    assert not counted(Scan(others, "en"), "Keeper 4 of the lamps")
    above = "The board pays for the lamps what is laid down in the"
    assert _sure(above, "Article 4", lines=others, paged=False) < THRESHOLD
    assert _sure(above, "Pilotage Act of old.", lines=others, paged=False) >= THRESHOLD


def test_a_word_that_begins_a_sentence_is_no_cell() -> None:
    assert named("hemp or flax No")
    assert not named("of hemp. The")
    assert not named("OF HEMP OR FLAX FOR")


def test_a_clause_s_number_heads_its_line() -> None:
    line = "The pilots of the harbour keep a book in which they write\n"
    lines = f"{line * 5}what such boats owe.\n\n" * 2
    below = "Ilva leads the boats over the bar until the day,\nand no more."
    heading = "4.1.3. Of the brass lamps of the boats and of their oil"
    assert _sure(heading, below, lines=lines, paged=False) < THRESHOLD
    assert _sure(heading[7:] + " for all", below, lines=lines, paged=False) >= THRESHOLD
    assert _sure(f"4.1.3. {LONG} and all", f"Ilva {LONG}") >= THRESHOLD  # a clause that a page cut


def test_an_item_whose_line_was_full_goes_on_and_one_that_ends_its_list_does_not() -> None:
    full = "The pilots of the harbour keep a book in which they write\n"
    lines = f"{full * 5}the boats that they have led.\n\n" * 2
    item = "- a pilot of the harbour whom the board has asked to lead"
    below = "boats over the bar."
    assert _sure(f"- a clerk\n{item}", below, lines=lines, paged=False) >= THRESHOLD
    assert _sure(f"- a clerk, or\n{item}", below, lines=lines, paged=False) < THRESHOLD
    assert _sure(f"- a clerk\n{item},", below, lines=lines, paged=False) < THRESHOLD


def test_after_a_comma_a_word_with_a_capital_of_its_own_goes_on_the_sentence() -> None:
    known = "It is the Keeper of the mole who says this, and the Keeper alone. Such boats stay, and such nets.\n\n"
    above = f"{LONG} at the quay of the pilots, and where no pilot is there,"
    assert _sure(above, "Keeper and clerk may do so.", lines=known, paged=False) >= THRESHOLD
    assert _sure(above, "Such boats stay.", lines=known, paged=False) < THRESHOLD


def test_clauses_that_begin_with_one_word_are_no_rest_of_each_other() -> None:
    assert _sure("must ask the keeper of the lamps for a berth, and", "must pay the dues of the harbour.") < THRESHOLD
    assert _sure("must ask the keeper of the lamps for a berth, and", "may pay the dues of the harbour.") >= THRESHOLD
    assert _sure("the keeper of the lamps and of the mole,", "the pilots of the harbour.") >= THRESHOLD
    assert _sure("how the keeper of the lamps is paid for oil; and/or", "Lamps that are not lit at noon.") < THRESHOLD


def test_a_clause_among_others_is_no_rest_of_what_leads_up_to_them() -> None:
    above = "The board of the harbour keeps a lamp from the masters of boats if"
    below = "their use of it would break a law,"
    assert _sure(above, f"{below}\n\nthere is no oil for it, or", paged=False) < THRESHOLD
    assert _sure(above, f"{below}\n\nThere is no oil for it.", paged=False) >= THRESHOLD


@pytest.mark.parametrize("label", ["c.", "(c)"])
def test_a_bullet_before_the_label_of_the_next_clause_begins_it(label: str) -> None:
    above = "b. Whoever keeps a lamp for the boats of another town need not pay for the oil that it burns at night; and"
    assert _sure(above, f"- {label} Whoever lets it go out pays for all of it.", paged=False) < THRESHOLD
