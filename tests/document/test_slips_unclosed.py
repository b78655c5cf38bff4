# SPDX-License-Identifier: AGPL-3.0-or-later
"""What begins and never ends, and what has one sign too few or too many, is told; ordinary text is not."""

from __future__ import annotations

import pytest

from pipeline.document import walk, walk_inlines
from pipeline.model import InlineKind
from tests.make import document


def told(text: str) -> list[tuple[int, str, str]]:
    notices = document(f"# T\n\nHead.\n\n{text}\n", lang="en").notices
    return [(one.line, one.message, one.fix) for one in notices if one.rule == "markdown-unread"]


SLIPS = [
    ("The quay is **wide and long. Boats lie there.", "stars"), ("Say `weir open and wait.", "`code`"),
    ("Of $x^2 + 1 boats.", "$x^2$"), ("$$ c = a + b", "$$ x^2 $$"), ("![A weir](weir.png", "bracket behind"),
    ("See [the weir](https://example.org/weir and more.", "bracket behind"), ("## Dues {#dues\n\nText.", "brace"),
    ("The fees:\n| Boat | Fee |\n|---|---|\n| A | 1 |", "empty above the table"), ("####### Deep words", "six"),
    ("- [] oil the lamp", "box"), ("- [x]oiled", "box"), ("Boat\tFee\nA\t1\nB\t2", "table with bars"),
    ("<o:p>Weir</o:p>", "word processor"), ("<![if !lists]>Weir", "word processor"),
    ("| A | B | C |\n|---|---|\n| 1 | 2 | 3 |", "heads, 3: there are 2"),
    ("| A | B |\n|---|--:-|\n| 1 | 2 |", "colons"),
    ("| A | B ||\n|---|---|\n| 1 | 2 ||", "heads, 3: there are 2"),
    ("The fees:\n| A ||\n|---|---|\n| 1 | 2 |", "empty above the table"),
    ("The board met at noon.\n---", "empty above the dashes"), ("The board\nmet\n---", "empty above the dashes"),
    ("[mot]{language=fr} x", "lang=fr"), ("[mot]{dir=right} x", "ltr or rtl"),
    ("[mot]{translate=nein} x", "translate=no"),
    ("![A weir](w.png){width=half}", "{width=50%}"), ("![A weir](w.png){width=500%}", "{width=50%}"),
    ("![A weir](w.png){widht=50%}", "width=50%"),
    ("::: {row-headers=one}\n| A | B |\n|---|---|\n| 1 | 2 |\n:::", "of the 2"),
    ("::: {row-headers=9}\n| A | B |\n|---|---|\n| 1 | 2 |\n:::", "of the 2"),
    ("I. Boats\nA. Small\nB. Large\nII. Weirs\nA. Old", "I.  First"), ("A. Boats\n(i) Small\n(ii) Large", "I.  First"),
    ("Write to [us](mailto:help.example.org) now.", "@"), ("See [it](http:/example.org) now.", "two strokes"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fix"), SLIPS)
def test_a_slip_is_told_with_its_line_and_what_to_write(text: str, fix: str) -> None:
    (found,) = told(text)
    assert 5 <= found[0] <= 6 and fix in found[2]


@pytest.mark.parametrize("text", [
    "A **wide** quay, 2 ** 3, f(**options), a\\*\\*b, **p < 0.05", "Fees of 12** and 13**.", "A `weir` and ``a ` b``.",
    "He said `weir' and ``quay''.", "It costs $x and $5, $HOME.", "$x^2$ and $$x^2$$", "\\$x^2", "See [1](here it is",
    "![A weir](w.png) and [weir](https://example.org/a_(b)).", "A set {a, b} and {#weir}", "[mot]{lang=fr .x data-y=1}",
    "- [ ] oil\n- [x] done\n- [](#t)\n- [x](https://example.org)", "Title words\n---", "The Board\n===", "A\tb\nc",
    "<https://example.org> <mailto:a@example.org>", "![A weir](w.png){width=50% height=3cm}", "C# is it, ####### ",
    "::: {row-headers=1}\n| A | B |\n|---|---|\n| 1 | 2 |\n:::",
    "Of [it](mailto:a@example.org?subject=x), [b](mailto:?to=a).",
    "A. Moore\nB. Reed\nC. Hale", "I. Reed\nA. Hale\nJ. Moore", "I. Boats of all kinds\nare let here.",
    "One | two.", "![A weir](w.png){data-width=half}",
])  # fmt: skip
def test_ordinary_text_is_not(text: str) -> None:
    assert told(text) == []


def test_an_address_for_letters_is_a_link_to_write_to() -> None:
    made = document("# T\n\nHead.\n\nWrite to [us](help@example.org).\n", lang="en")
    pieces = [piece for block in walk(made.blocks) for piece in walk_inlines(block.inlines)]
    assert [piece.target for piece in pieces if piece.kind is InlineKind.LINK] == ["mailto:help@example.org"]
    assert not made.notices
