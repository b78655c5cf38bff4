# SPDX-License-Identifier: AGPL-3.0-or-later
"""Comments, and other HTML without words, that never end are told: what follows is in no edition."""

from __future__ import annotations

import pytest

from pipeline.model import Severity
from tests.make import document


@pytest.mark.parametrize(("text", "line"), [
    ("<!-- a remark\n\nThe rest.\n\n## A heading\n", 5), ("<!-- one -->\n\n> <!-- two\n\nEnd.", 7),
    ("- item\n\n  <!-- three\n\nEnd.", 7), ("<?note\n\nEnd.", 5), ("<style>\np {}\n\nEnd.", 5),
])  # fmt: skip
def test_what_never_ends_is_told(text: str, line: int) -> None:
    found = [n for n in document(f"# T\n\nHead.\n\n{text}\n", lang="en").notices if "never closed" in n.message]
    assert [(n.rule, n.line, n.severity) for n in found] == [("markdown-unread", line, Severity.ERROR)]


@pytest.mark.parametrize("text", [
    "<!-- a remark -->\n\nEnd.", "<!-- of\n\nmany lines\n-->\n\nEnd.", "<!-->\n\nEnd.", "`<!--`", "```\n<!-- a\n```",
    "Words <!-- a --> more.", "\\<!-- a", "<!-- a\n--> and <!-- b",
])  # fmt: skip
def test_what_ends_is_not(text: str) -> None:
    assert not document(f"# T\n\nHead.\n\n{text}\n", lang="en").notices


def test_a_comment_in_a_line_that_is_printed_is_told() -> None:
    (told,) = document("# T\n\nHead.\n\nWords <!-- a remark\n\nEnd.\n", lang="en").notices
    assert told.line == 5 and "printed" in told.message
