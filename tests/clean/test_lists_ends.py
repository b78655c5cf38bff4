# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where lists end whose bullets were drawn: questions, answers and text below are none of them. Written for these
tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from pipeline.clean.lists import led, narrow
from pipeline.clean.reading.scan import Scan
from tests.clean.test_lists_narrow import FULL, NARROW, SAID, _set, _text
from tests.clean.test_repairs import PLAIN_PART

ASKED = (
    "What is to be done with a rope, a cask or an oar that nobody has asked for since the day when it was found, and "
    "with all the wrecks that lie in the narrow channel by the old mole of the western harbour of this town, so far?"
)


READ = "to read in the book of the clerk about all of the dues that each boat has had to pay;"


def _lines(*below: str) -> list[str]:
    """The lines of plain text in which these paragraphs stand below three colons and above a heading."""
    body = "\n\n".join(f"What pilots do {n}\n\n{PLAIN_PART}\n\n" + "\n\n".join(below) for n in ("now", "then", "later"))
    text = f"The State of the Roads\n\n{PLAIN_PART}\n\n\f{body}\n\nWho pays\n\n{PLAIN_PART}\n"
    return clean(text, lang="en").text.splitlines()


def test_a_question_on_two_lines_is_no_item() -> None:
    first = _set(SAID[1], NARROW)
    text = _text([_set(ASKED, NARROW), first, _set(SAID[2], NARROW)], lead="")
    fixes = list(narrow.find(Scan(text, "en", (0,))))
    assert [text[fix.start :].split(maxsplit=1)[0] for fix in fixes] == ["A", "Whoever"]


def test_an_answer_below_a_question_is_no_item() -> None:
    lines = _lines("To tell it they ask themselves:", "Could this ice carry the clerk?", "It never could. Stay.")
    assert not [line for line in lines if line.startswith("- ")]


def test_a_list_ends_before_text_that_begins_large() -> None:
    lines = _lines("They may:", f"{READ}\nto ask of it what they want.", "Boats may not.")
    items = [line for line in lines if line.startswith("- ")]
    assert items == [f"- {READ}", "- to ask of it what they want."] * 3
    assert "Boats may not." in lines


def test_the_sentence_right_below_the_last_semicolon_is_the_last_item() -> None:
    lines = _lines("They write down:", "The name of it;\nThe day of the year;\nAll that was on board.", PLAIN_PART)
    assert lines.count("- All that was on board.") == 3


@pytest.mark.parametrize(("room", "size"), [(FULL, 2), (NARROW, 3)])
def test_the_last_of_a_list_is_set_no_wider_than_the_others(room: float, size: int) -> None:
    ends = (";", ",", ".")
    texts = [_set(text.split(".", maxsplit=1)[0] + end, NARROW) for text, end in zip(SAID, ends, strict=True)]
    texts[2] = _set(SAID[2], room)
    text = "\n\n".join([_set(SAID[0], FULL), "The board hears of three things:".replace("three ", ""), *texts, ""])
    assert len(list(led.find(Scan(text, "en", (0,))))) == size
