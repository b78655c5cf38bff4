# SPDX-License-Identifier: AGPL-3.0-or-later
"""A title right below the running head of the first page, in a text without blank lines inside its pages. The texts
were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean

PART = (
    "The council met in the spring and heard what the masters of the ferries had to say about\n"
    "the state of the roads, and it found that much was to be done before the winter came back\n"
    "to the town. It asks the towns to mend the roads that lead to the bridges, and to see that\n"
    "the ferries are safe. It will look at the reports again in the autumn of the same year."
)


def _headings(first: str, head: str = "Papers of the Harbour") -> list[str]:
    pages = [
        f"{head}\n{first}\n{PART}\n{PART}\n{PART}",
        *(f"{head}\nthe harbour itself may ask for {n} more lamps.\n{PART}\n{PART}\n{PART}" for n in (2, 3, 4)),
    ]
    text = "\n\n".join(f"{page}\nIt was told to all at the mole, and then the masters asked for\nPage {n} of 4"
                       for n, page in enumerate(pages, start=1))  # fmt: skip
    result = clean(text + "\n", lang="en")
    assert not clean(result.text, lang="en").repairs
    return [line for line in result.text.splitlines() if line.startswith("#")]


@pytest.mark.parametrize("title", ["The State of the Roads", "2.3. The State of the Roads", "Annex D: Roads"])
def test_what_stands_right_below_the_head_of_the_first_page_is_the_title(title: str) -> None:
    assert _headings(title) == [f"# {title}"]


@pytest.mark.parametrize("line", ["1. Of roads", PART.partition("\n")[0]])
def test_the_head_is_the_title_above_text_and_above_the_first_section(line: str) -> None:
    assert _headings(line)[0] == "# Papers of the Harbour"
