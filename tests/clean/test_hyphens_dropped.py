# SPDX-License-Identifier: AGPL-3.0-or-later
"""Hyphens that an extractor took for those of line ends, and dropped. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

BACK = [
    ("en", "The tide-driven mill is a tide-driven one. Nobody owns a tidedriven mill.", "owns a tide-driven mill"),
    ("en", "Masters pay all boatrelated dues to the clerk.", "all boat-related dues"),
    ("en", "The lamp is selfmended once a year.", "is self-mended once"),
    ("en", "The board is pilot-led, as pilot-led ones are. **Pilotled** boards meet at dusk.", "**Pilot-led** boards"),
    (
        "de",
        "Das Hafen-Boot liegt hier, das andere Hafen-Boot dort. Kein HafenBoot liegt dort.",
        "Kein Hafen-Boot liegt",
    ),
]


@pytest.mark.parametrize(("lang", "body", "part"), BACK)
def test_a_hyphen_comes_back(lang: str, body: str, part: str) -> None:
    assert part in cleaned(body, lang)


def test_a_hyphen_comes_back_in_french() -> None:
    pages = "\n\n".join(
        f"Les maîtres du port sont venus ici pour la {n}e fois, et pour\n\n{n} / 3\n\nla mer." for n in (1, 2, 3)
    )
    body = "Le pilote paie la taxe citée cidessus, et les maîtres la paient euxmêmes dans le port."
    text = clean(f"# Le port\n\n{pages}\n\n{body}\n", lang="fr").text
    assert "citée ci-dessus, et les maîtres la paient eux-mêmes" in text


def test_german_words_that_share_their_second_part() -> None:
    body = "Der Rat zahlt Hafenund/oder Lotsengelder. Der Verbund, der Seehund und der Abgrund bleiben hier."
    assert cleaned(body, "de") == body.replace("Hafenund", "Hafen- und")


STAY = [
    "The harbour-master is here. The harbourmaster came, and every harbourmaster of the coast.",  # it says both
    "See harbour.example/tidemill for the tide-mill, and write to tidemill@harbour.example too.",  # addresses
    "The clerk keeps the database of a pathname, and the pilots keep their keysigning.",  # words of a trade
    "The boats are sea-blue. Their lamps are seablue.",  # both once: so the author wrote it
    "They are on-line and online at noon.",  # the language knows the word
    "The name `tidedriven` is that of the tide-driven mill.",
]


@pytest.mark.parametrize("body", STAY)
def test_other_joined_words_stay(body: str) -> None:
    assert cleaned(body) == body


def test_german_writes_a_compound_both_ways() -> None:
    body = "Das Hafen-Boot liegt hier. Kein Hafenboot liegt dort."
    assert cleaned(body, "de") == body


def test_an_author_s_words_stay_where_no_page_is_known() -> None:
    text = "# Mills\n\nThe tide-driven mill is old. Nobody owns a tidedriven mill but the board.\n"
    found = clean(text, lang="en")
    assert found.text == text
    assert [repair.after for repair in found.proposals] == ["old. Nobody owns a tide-driven mill but the"]


def test_a_hyphen_that_the_text_writes_elsewhere_stays_at_a_line_end() -> None:
    """Though the word stands joined as often: that may have lost its hyphen."""
    text = "A non-exclusive berth is free. So is a nonexclusive one. They gave him a non-\nexclusive berth.\n"
    assert "gave him a non-exclusive berth." in clean(text, lang="en").text
    often = "The lockup is old. " * 3 + "The lock-up is new. They saw the lock-\nup there.\n"
    assert "saw the lockup there" in clean(often, lang="en").text


LINES = """The clerk of the harbour keeps a list of all boats that lie here, and of all that
the pilots have seen at the mole since the morning of the day before, and reads it
to the board. A tide-driven mill stands at the mole. Nobody there owns a tidedriven
mill but the board, and the pilots say so too whenever they are asked by a stranger.

What the keeper of the lamp wants to know is told to him by the boys of the pilots,
who row out to each of the boats before the sun is up, look into its hold, and ask
its master where he has been, what he has on board and how long he wants to stay in
the harbour; what he says is written down on a slate, and the slate is given to the
clerk, who reads it, adds what the boats owe to the town, and has the boys carry it
back to the masters, of whom most pay at once and some not before they are asked to."""


def test_a_hyphen_that_the_text_writes_with_another_ending_stays() -> None:
    text = "Die geometrisch-degressiven Sätze gelten.\n\nEs gibt drei: linear, geometrisch-\ndegressiv, digital.\n"
    assert "geometrisch-degressiv, digital" in clean(text, lang="de").text


def test_where_lines_are_left_a_hyphen_was_at_the_end_of_one() -> None:
    assert "a tide-driven\nmill" in cleaned(LINES)
    other = LINES.replace("A tide-driven", "A tidedriven").replace("a tidedriven", "a tide-driven")
    assert "A tidedriven mill stands" in cleaned(other)
