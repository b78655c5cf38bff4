# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an author wrote stays as it is meant: links, attributes, lists and short lines of a source without pages."""

from __future__ import annotations

import pytest

from pipeline.clean import clean

NOTES = "\n\n### Sources\n\n[1] The book of tides, 1891.\n\nMore text of the harbour follows here.\n"

LOG = "".join(
    f"- `lamp{n}` is the name of lamp {n}, and whoever asks the keeper for it by its\n"
    "  number is given whatever he wrote of it in his book in all those years\n\n"
    f"  Returns what stands in the log of lamp {n}, and nothing at all where it was\n  never lit in that year.\n\n"
    for n in range(1, 9)
)

STAYS = [
    # a number inside an address, a list of attributes, code or a tag is no note's mark
    "The rules [1](#ref1) say so." + NOTES,
    "The rules [book](books/tides1 'Tides 1') say so." + NOTES,
    "The rules [book](<a b/tides1>) say so." + NOTES,
    "The rules [book][tides1] say so." + NOTES,
    "The rules [book]{#tides1} say so." + NOTES,
    "The rules `tide1` and ``tide`1`` say so." + NOTES,
    'The rules <span id="tide1">book</span> say so.' + NOTES,
    "The rules `a <sup>1</sup>` say so." + NOTES,
    # a short line may end with a word that mostly needs another
    "- no boat at all\n\nMoored\n:   It lies at the quay.\n\nAdrift\n:   It lies nowhere.\n",
    "- no boat at all\n\nmoored\n\n:   It lies at the quay.\n",
    "They asked them all\n\nThe next tide began at noon.\n",
    "Those were the boats that we spoke of\n\nAnother part of the book, which is new.\n",
    "What the mole is for\n\nAnswer: to break the waves.\n",
    "What the mole is for\n\n3 boats lie behind it.\n",
    # a new line in a cell has no other sign
    "| Lamp | Lit |\n|---|---|\n| Great lamp<br />or its spare:<br />see there | at<br>dusk |\n",
    # nor in a quotation
    "> The lamp is lit.<br /> The keeper sleeps.\n\nText of it.\n",
    # bold that is code, and goes on as words
    "Against what is said, **`lamp`** **is not** a lamp.\n",
    # a list whose items have no stop, in lines that are full, and what stands below it
    LOG,
    # items that begin with a small letter and end without a stop
    "* What it says is what the harbour master wrote of it all\n* run `tide` first\n\nMoored there.\n",
    # a heading that begins with a small letter
    "- the lamp is lit by day now\n\n## v4.1.2 - the ninth of January\n\n- it rings\n\n## v4.1.1 - May\n\nText.\n",
    # labels, pictures and addresses set apart
    "[![The lamp and the mole as they were](lamp.png)](https://lamp.example/log)\n\nlamp shows when it is lit.\n",
    "The lamp is named in the book of lamps, and so is the mole\n\n**keeper** (since 1891)\n\nHe has the key to it.\n",
    "The log lies in the harbour, and the names of all who read it are published at\n\n  https://lamp.example/log\n",
    # the machine counts
    "Do this in order:\n\n1. Open the sluice.\n1. Go aboard.\n1. Shut it again.\n",
    "1. Open the sluice.\n1. Go aboard.\n\n### At noon\n\n1. Eat.\n2. Sleep.\n",
    # and counts anew in another list
    "1. Open the sluice.\n1. Go aboard.\n1. Shut it again.\n\nText of it.\n\n1. Eat.\n2. Sleep.\n",
    "1. Open the sluice.\n1. Go aboard.\n\nText of it.\n\n1. Eat.\n2. Sleep.\n3. Wake.\n",
    # a heading of signs shows them
    "Text of it.\n\n## §\n\nText.\n\n## `-`\n\nText.\n\n## –\n\nText.\n\n## *\n\nText.\n",
    # in a block of HTML no Markdown is read
    '<p align="center"><b>The mole</b> <i>lit</i></p>\n\nText of it.\n',
    "<p>\n  A light for <b>boats</b>.<br>\n  And <i>nets</i>.\n</p>\n\nText of it.\n",
    '<div align="center"><strong>The mole</strong> by night</div>\n\n<center><b>Lit</b></center>\n\nText of it.\n',
    "<h2>The <em>mole</em></h2>\n\nText of it.\n",
    # attributes of kramdown, after a block, on a line of their own and in one
    "* boats\n* nets\n{: #of}\n\n**Harbour:**{: .of} the small one\n\n* Contents\n{:toc}\n\nText of it.\n",
    "The clerk keeps the books of the harbour, of the mole and of all that lies at it in\n{: .of}\n\nthe chest.\n",
]


@pytest.mark.parametrize("text", STAYS)
def test_stays(text: str) -> None:
    assert clean(f"# Tides\n\n{text}", lang="en", refuse=["heading-levels"]).text == f"# Tides\n\n{text}"


def test_a_mark_beside_a_link_is_one() -> None:
    text = "The rules of [the book](tides1)1 say so." + NOTES
    assert "[the book](tides1)[^1] say so." in clean(f"# Tides\n\n{text}", lang="en").text


@pytest.mark.parametrize("front", ["---\ntitle: The harbour\n---\n\n", ""])
def test_the_title_stands_above_all_headings(front: str) -> None:
    text = f"{front}Text.\n\n### Boats\n\nText.\n\n#### Nets\n\nText.\n\n### Dues\n\nText.\n"
    cleaned = clean(text, lang="en").text
    assert [line for line in cleaned.splitlines() if line.startswith("#")] == ["## Boats", "### Nets", "## Dues"]


LAW = (
    "# Harbour law\n\n## § 1 Dues\n\n(1) Whoever moors by night must bring along:\n\n1.  a lamp;\n\n2.  a rope.\n\n"
    "(2) Whoever moors by day must bring along:\n\n1.  a rope.\n\n2.  a hook.\n\n(3) Nobody moors in a storm.\n"
)


def test_lists_below_the_numbered_paragraphs_of_a_law_stand_where_their_author_put_them() -> None:
    assert clean(LAW, lang="en").text == LAW
    assert any(proposal.rule == "numbering" for proposal in clean(LAW, lang="en").proposals)
    pages = "\n\n".join(f"So the law went on in those days and was\n\n– {n} –\n\nread aloud." for n in (1, 2, 3))
    assert "\n    1.  a lamp;" in clean(f"{LAW}\n{pages}\n", lang="en").text


def test_lists_that_an_author_nests_by_indentation_stay_though_their_numbers_go_on() -> None:
    text = (
        "# Lamps\n\nSteps:\n\n1. By day:\n    2. The keeper rests.\n    3. The lamp is out.\n"
        "2. By night:\n    3. The keeper wakes.\n    4. The lamp is lit.\n"
    )
    assert clean(text, lang="en").text == text


def test_a_break_at_the_end_of_a_line_is_written_as_one() -> None:
    assert clean("# Tides\n\nIn at noon<br />\nOut at six\n", lang="en").text == "# Tides\n\nIn at noon\\\nOut at six\n"
