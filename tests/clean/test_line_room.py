# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines of plain text as a page sets them: where a paragraph ends is told by the room that its last line left."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from pipeline.clean.paragraphs import splits
from pipeline.clean.reading import line_room
from pipeline.clean.reading.scan import Scan

TEXT = (
    "the masters of the ferries told the council what was to be done before the winter came back to the town and "
    "how many of the boats could still be mended while the wind was low in the bay and the men were at home so that "
    "all of them would be ready when the ice had gone from the river and the first of the ships came in again with "
    "wood and salt for those who live along the shore and who cannot wait until the roads are dry enough to be used"
)
WORDS = TEXT.split()
FULL = 36.0  # ems


def _set(words: list[str]) -> list[str]:
    """The lines of a page of a proportional face, filled word by word."""
    lines = [words[0]]
    for word in words[1:]:
        if line_room.advance(f"{lines[-1]} {word}") <= FULL:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _part(first: str, share: float) -> list[str]:
    """A paragraph that begins with a word and whose last line takes a share of a full one, with a stop at its end."""
    for size in range(len(WORDS), 2 * len(WORDS)):
        lines = _set([first, *(WORDS * 2)[:size]])
        if share - 0.1 < line_room.advance(lines[-1]) / FULL <= share:
            return [*lines[:-1], f"{lines[-1]}."]
    raise AssertionError("no such line")


def _begun(lines: list[str]) -> list[str]:
    """The first words of the lines before which a paragraph is parted from the one above."""
    text = "\n".join([*lines, ""])
    fixes = [fix for fix in splits.find(Scan(text, "en", (0,))) if fix.confidence >= 0.9]
    return [text[fix.start :].split(maxsplit=1)[0] for fix in fixes]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.86])
def test_a_last_line_that_had_room_ends_its_paragraph(share: float) -> None:
    page = [*_set(WORDS * 3), *_part("Now", 0.3), *_part("Then", share), *_part("Later", share)]
    assert _begun(page) == ["Then", "Later"]


def test_a_last_line_without_room_may_go_on() -> None:
    above = _set([*WORDS, *WORDS])[:-1]
    page = [*_part("Now", 0.3), *above[:-1], f"{above[-1]}.", *_part("Then", 0.5)]
    assert _begun(page) == []


def test_capitals_fill_a_line_with_few_characters() -> None:
    loud = _set([word if word in {"of", "in", "and", "who"} else word.upper() for word in WORDS])
    page = [*_part("Now", 0.3), *_part("Then", 0.3), *_part("Later", 0.4), *loud[:6], *_set(["Soon", *WORDS])]
    assert _begun(page) == ["Then", "Later", "THE"]


def test_small_and_wide_letters_take_different_room() -> None:
    assert line_room.advance("illicit") < line_room.advance("MUMMERY") / 2
    assert line_room.advance("路") == 2 * line_room.advance("n")


def test_nothing_is_said_of_lines_that_no_sentence_goes_over() -> None:
    assert line_room.room(Scan("One line.\nAnother line.\n")) is None


@pytest.mark.parametrize(
    "comment",
    [
        "# The lamp is lit again\nreboot lamp --now",
        "# The lamp is lit again, and\n# then the bell\nring",
        "# Where is the lamp?\nLAMP   = mole/lamp",
    ],
)
def test_comments_of_a_listing_are_no_headings_and_leave_plain_text_plain(comment: str) -> None:
    page = "\n".join(["", *_part("Now", 0.3), *_part("Then", 0.3), "", comment, "", *_part("Later", 0.3), ""])
    text = clean(f"The State of the Ferries\n\n{page}\f{page}\f{page}", lang="en").text
    assert "\n\nThen the masters" in text and "\n\nLater the masters" in text
