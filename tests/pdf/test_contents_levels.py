# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings whose levels do not follow each other: contents and bookmarks of a PDF nest them as the headings nest."""

from __future__ import annotations

import pytest

from pipeline.checks.rule import Subject
from pipeline.checks.rules import parity_contents
from pipeline.model import Format, Role
from pipeline.outline import expected
from pipeline.outline.pdf import read
from tests.pdf.made import edition, pdf

LOWER_FIRST = "---\ntitle: T\n---\n\n## Before\n\nA.\n\n# One\n\nB.\n\n## Under\n\nC.\n\n# Two\n\nD.\n"
BETWEEN = "---\ntitle: T\n---\n\n# One\n\nA.\n\n#### Deep\n\nB.\n\n## Less\n\nC.\n\n# Two\n\nD.\n"
TITLE_AGAIN = "Words.\n\n# One\n\nA.\n\n# Two\n\nB.\n\n## One\n\nC.\n"


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        (LOWER_FIRST, [("Before", 1), ("One", 1), ("Under", 2), ("Two", 1)]),
        (BETWEEN, [("One", 1), ("Deep", 2), ("Less", 2), ("Two", 1)]),
        (TITLE_AGAIN, [("One", 1), ("Two", 1), ("One", 2)]),
    ],
    ids=["lower-first", "between", "title-again"],
)
def test_entries_nest_as_headings_do(text: str, depths: list[tuple[str, int]]) -> None:
    data = pdf(text)
    tables = [node for node in read(data).root.walk() if node.role is Role.CONTENTS]
    found = {
        node.attrs["kind"]: [(item.text, item.level) for item in node.walk() if item.role is Role.CONTENTS_ITEM]
        for node in tables
    }
    assert found["toc"] == depths
    assert found["bookmarks"][1:] == depths
    source = expected.expected(edition(text), Format.PDF)
    assert not list(parity_contents.look(Subject(Format.PDF, "a.pdf", data, expected=source)))
