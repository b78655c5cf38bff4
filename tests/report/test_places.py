# SPDX-License-Identifier: AGPL-3.0-or-later
"""A validator's place leads to the block of the Markdown, or to none; never to a wrong one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.checks.places import block_at
from pipeline.checks.subject import Subject
from pipeline.model import Block, BlockKind, Document, Edition, Finding, Format, Meta, Outcome, Pos, Severity
from pipeline.report.model import causes
from pipeline.tools.base import Item

PAGE = (
    b'<!DOCTYPE html>\n<html lang="en"><body>\n<h1 id="h-1">A</h1>\n<div id="other"><p id="p-1">One <em>x</em></p>\n'
    b"<p id='p-2'>Two</p></div></body></html>"
)


def subject(data: bytes = PAGE, format: Format = Format.HTML) -> Subject:
    blocks = tuple(Block(BlockKind.PARAGRAPH, f"p-{n}", pos=Pos(0, 1, 10 + n)) for n in (1, 2))
    title = Block(BlockKind.HEADING, "h-1", pos=Pos(0, 1, 1))
    document = Document("a", Meta("A"), title, blocks, "", "", Path(), Path("a.md"))
    return Subject(format, "a.html", data, edition=Edition(document, "en", "ltr"))


@pytest.mark.parametrize(
    ("tool", "item", "block"),
    [
        ("nu", Item("x", "", line=3, column=2), "h-1"),
        ("nu", Item("x", "", line=4, column=30), "p-1"),
        ("nu", Item("x", "", line=5, column=1), "p-2"),
        ("nu", Item("x", "", line=99, column=1), ""),
        ("nu", Item("x", "", line=1, column=1), ""),
        ("axe", Item("x", "", place="#p-2"), "p-2"),
        ("axe", Item("x", "", place="#other > p:nth-child(1) > em"), "p-1"),
        ("axe", Item("x", "", place="]] no selector"), ""),
        ("ace", Item("x", "", place="c.xhtml#/4/2[other]/6[p-2]/1:0"), "p-2"),
        ("okapi", Item("x", "", place="f1/p-1"), "p-1"),
        ("verapdf", Item("x", "", place="root/doc[0](77 0 obj PDDocument)"), ""),
        ("unknown", Item("x", ""), ""),
    ],
)
def test_place(tool: str, item: Item, block: str) -> None:
    assert block_at(subject(), tool, item) == block


def test_without_a_source_there_is_no_block() -> None:
    assert block_at(Subject(Format.HTML, "a.html", PAGE), "axe", Item("x", "", place="#p-1")) == ""


def test_advice_without_a_remedy_is_told_once_however_many_places_it_names() -> None:
    """«Consider using the h1 element …» is said of every chapter of every page, and nobody can mend it."""
    said = [
        Finding("nu:html-advice", Outcome.FAIL, Severity.NOTE, "Consider it.", file=file, source="a.md", line=line)
        for file in ("a.html", "a.plain.html") for line in (3, 9)
    ]  # fmt: skip
    assert causes(said) == (tuple(said),)
    mended = [replace(one, fix="Write it so.") for one in said]
    assert len(causes(mended)) == 2
    assert len(causes([replace(one, severity=Severity.WARNING) for one in said])) == 2
