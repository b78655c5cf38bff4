# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes and calls that do not find each other are told, with their line; those that do are not."""

from __future__ import annotations

import pytest

from pipeline.document import text_of, walk
from pipeline.model import BlockKind, Severity
from tests.make import document

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def told(text: str) -> list[tuple[str, int, Severity]]:
    notices = document(f"# T\n\n{text}", lang="en").notices
    return [(n.rule, n.line, n.severity) for n in notices if n.rule.startswith("note-")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Weir.[^a]\n\n[^a]: One.\n\n[^a]: Two.\n", ("note-twice", 7, ERROR)),
        ("Weir.[^a]\n\n[^a]: One.\n\n[^A]: Two.\n", ("note-twice", 7, ERROR)),
        ("Weir.[^a] Gate.[^b]\n\n[^a]: One.\n", ("note-undefined", 3, WARNING)),
        ("> Weir\n> and gate.[^b]\n", ("note-undefined", 4, WARNING)),
        ('Weir.\n\n![A weir](w.png "Seen from here[^a]")\n\n[^a]: The bank.\n', ("note-misplaced", 5, ERROR)),
        ('W.[^a]\n\n![A weir](w.png "From here[^a]")\n\n[^a]: The bank.\n', ("note-misplaced", 5, WARNING)),
        ("Weir.\n\n![A weir[^a]](w.png)\n\n[^a]: The bank.\n", ("note-misplaced", 5, ERROR)),
        ("Weir.\n\n+----+\n| A  |\n+====+\n| 1[^a] |\n+----+\n\n[^a]: The bank.\n", ("note-misplaced", 8, ERROR)),
        ("Weir.\n\n[^a]: The bank, see\n    the gate.\n", ("note-uncalled", 5, ERROR)),
        ("Weir, `[^a]`.\n\n[^a]: The bank.\n", ("note-uncalled", 5, ERROR)),
    ],
)
def test_what_does_not_find_its_other_half_is_told(text: str, expected: tuple[str, int, Severity]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Weir.[^a] Gate.[^A]\n\n[^a]: One.\n\n    Two.\n",
        "Weir \\[^a] and `[^b]` and $x[^c]$.\n\n    [^d]\n\n```\n[^e]: code\n```\n",
        "- item.[^a]\n\n  [^a]: One.\n\n> quote.[^b]\n>\n> [^b]: Two.\n",
        "| A[^a] |\n|---|\n| 1[^b] |\n\n[^a]: One.\n[^b]: Two.\n",
        "Weir <!-- [^a] -->.\n",
        "All but [^a-z]+ and [^0-9]{2} are letters, [^5](https://example.org/).\n",
        "![Caption.[^a]](w.png){alt=weir}\n\n[^a]: One.\n",
    ],
)
def test_what_does_is_not(text: str) -> None:
    assert told(text) == []


def test_a_note_inside_a_note_is_told_once() -> None:
    assert told("Call.[^a]\n\n[^a]: Outer[^b].\n\n[^b]: Inner.\n") == [("note-in-note", 5, ERROR)]


def test_notes_are_counted_as_readers_meet_them() -> None:
    made = document(
        "Text.[^a]\n\n| H[^b] | I |\n|---|---|\n| a | b[^c] |\n\n: Caption[^d]\n\nEnd.[^e] Again.[^c]\n\n"
        "[^a]: A weir.\n\n[^b]: A boat.\n\n[^c]: A crane.\n\n[^d]: A dam.\n\n[^e]: An end.\n"
    )
    notes = [block for block in walk(made.blocks) if block.kind is BlockKind.NOTE]
    assert [(note.label, text_of(note)) for note in notes] == [
        ("1", "A weir."), ("2", "A dam."), ("3", "A boat."), ("4", "A crane."), ("5", "An end."), ("4", "A crane.")
    ]  # fmt: skip
    assert notes[3].id == notes[5].id


@pytest.mark.parametrize(("text", "lines"), [
    ("Weir.[^a]\n\n[^a]: See above.[^a]\n", [5]),
    ("Weir.[^a]\n\n[^a]: See *all* of [^B].\n\n[^b]: See\n    the gate, [^c].\n\n[^c]: See [^a].\n", [5, 8, 10]),
])  # fmt: skip
def test_a_note_that_calls_itself_is_told_and_the_text_is_read(text: str, lines: list[int]) -> None:
    made = document(f"# T\n\n{text}", lang="en")
    assert [(n.rule, n.line) for n in made.notices] == [("note-in-note", line) for line in lines]
    (note,) = [block for block in walk(made.blocks) if block.kind is BlockKind.NOTE]
    assert text_of(note) in ("See above.[^a]", "See all of [^B].")


def test_what_a_note_says_of_its_mark_is_no_call() -> None:
    made = document("# T\n\nWeir.[^ab]\n\n[^ab]: Written `[^ab]`.\n", lang="en")
    assert not made.notices
    assert [text_of(block) for block in walk(made.blocks) if block.kind is BlockKind.NOTE] == ["Written [^ab]."]
