# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items whose bullets were drawn, told by lines that end before the edge. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from pipeline.clean.reading.line_room import advance

SAID = (
    "The pilots told the board in the spring what the ice had done to the piles of the western mole, and the "
    "clerk read aloud what had been paid in dues, and what was still owed by two of the masters who moor at the "
    "old quay. Nobody had seen so high a tide since the year in which the custom house was built, and so the "
    "board asked for a second lamp.",
    "A boat that comes in after dark lies at the outer buoy until the tide has turned and the pilot has come on "
    "board, for the channel is narrow there and the lights of the town are hard to tell from those of the mole. "
    "The clerk writes down who came, and when, and what was on board, and he reads it aloud to the board on the "
    "last day of every month.",
    "Whoever finds a rope, a cask or an oar on the shore brings it to the custom house, where it lies for a year "
    "and a day. When nobody has asked for it by then, it belongs to the one who found it, and the clerk strikes "
    "it from his list. For wrecks there is another rule, which the board keeps in a book of its own and reads out "
    "once in every spring.",
)
FULL, NARROW = 45.0, 42.4  # ems


def _set(text: str, room: float) -> str:
    """A text in lines, each as full as it goes."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if advance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def _text(items: list[str], lead: str = "The board asks for this:") -> str:
    """Pages of full lines, with paragraphs further in between."""
    said = [_set(text, FULL) for text in SAID]
    pages = [f"{text}\n\n{other}" for text, other in zip(said, said[1:] + said[:1], strict=True)]
    body = [f"{page}\n\nPage {number} of 3\n" for number, page in enumerate(pages, start=1)]
    return "\n".join([*body, *([lead, ""] if lead else []), "\n\n".join(items), "", _set(SAID[0], FULL), ""])


def _items(text: str) -> int:
    return sum(line.startswith("- ") for line in clean(text, lang="en").text.split("\n"))


@pytest.mark.parametrize("lead", ["The board asks for this:", ""])
def test_paragraphs_set_further_in_are_items(lead: str) -> None:
    assert _items(_text([_set(text, NARROW) for text in SAID], lead)) == len(SAID)


def test_those_of_full_lines_are_none() -> None:
    assert _items(_text([_set(text, FULL) for text in SAID], "")) == 0


def test_one_alone_is_none() -> None:
    assert _items(_text([_set(SAID[1], NARROW)], "")) == 0


def test_a_text_with_bullets_needs_none() -> None:
    text = _text([_set(text, NARROW) for text in SAID], "").replace(SAID[0][:10], f"• Lamps.\n\n{SAID[0][:10]}", 1)
    assert _items(text) == 1


def test_no_page_proves_an_extraction() -> None:
    text = "\n".join(line for line in _text([_set(text, NARROW) for text in SAID]).split("\n") if "of 3" not in line)
    assert _items(text) == 0
