# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table without heads is told at its line, once, though another says the same words."""

from __future__ import annotations

from pipeline.checks.rules import pdf_tables, table_headers
from pipeline.checks.subject import Subject
from pipeline.model import Format
from pipeline.outline.expected import expected
from tests.pdf.made import edition, outline, pdf

TABLE = "|   |   |\n|---|---|\n| rise | share |\n| 2 % | 1 % |\n"
TEXT = f"# T\n\nThe first way.\n\n{TABLE}\nThe second way.\n\n{TABLE}\nMore words.\n"


def test_tables_of_the_same_words_without_heads_are_told_each_at_its_line() -> None:
    made = edition(TEXT)
    subject = Subject(Format.PDF, "test.pdf", pdf(TEXT), expected(made, Format.PDF), made, outline(TEXT))
    assert list(pdf_tables.RULE.looks[Format.PDF](subject)) == []
    assert [found.line for found in table_headers.RULE.looks[Format.PDF](subject)] == [5, 12]
