# SPDX-License-Identifier: AGPL-3.0-or-later
"""An ordinal at the beginning of a sentence is told where Markdown takes it for an item."""

from __future__ import annotations

import pytest

from tests.make import document

NOTE = "Text.[^a]\n\n[^a]: 8. sınıfta bir öğrenci."


@pytest.mark.parametrize(("lang", "text", "lines"), [
    ("de", "14. Juli ist der letzte Tag.", [3]),
    ("tr", NOTE, [5]),
    ("de", "Davor.\n\n8. Klasse", [5]),
    ("de", "14\\. Juli ist der letzte Tag.", []),
    ("de", "14) Juli ist der letzte Tag.", []),
    ("en", "14. July is the last day.", []),  # no ordinal is written so in English
    ("de", "1. Die Regel.", []),
    ("de", "14. Die Regel.\n\n## Weiter\n\n15. Noch eine.", []),  # paragraphs of a judgment, counted through
    ("de", "7. Eins.\n8. Zwei.\n\n<!-- -->\n\nUnd\n\n9. Drei.", []),
])  # fmt: skip
def test_told_where_nothing_counts_with_it(lang: str, text: str, lines: list[int]) -> None:
    notices = document(f"# T\n\n{text}\n", lang=lang).notices
    assert [notice.line for notice in notices if notice.rule == "number-as-list"] == lines
