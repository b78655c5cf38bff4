# SPDX-License-Identifier: AGPL-3.0-or-later
"""Comments of source code that extractors leave as lists. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned
from tests.clean.test_repairs import PLAIN

CODE = "```\n/*\n * Tide table <of the harbour>\n *\n * Read by the clerk\n */\n```"
LEFT = [
    "/*\n\n-  Tide table &lt;of the harbour&gt;\n\n*\n\n-  Read by the clerk\n- /",
    "#### `/*`\n\n- `Tide table <of the harbour>`\n\n-\n\n- `Read by the clerk`\n\n- `*/`",
    "/*\n * Tide table\n<of the harbour>\n *\n * Read by the clerk\n */",
]


@pytest.mark.parametrize("left", LEFT)
def test_a_comment_is_code_again(left: str) -> None:
    assert cleaned(f"So each file begins:\n\n{left}\n\nThe clerk knows.") == (
        f"So each file begins:\n\n{CODE}\n\nThe clerk knows."
    )


STAY = [
    "- Tide table\n- Read by the clerk\n- and/or the pilots",
    "```\n/*\n * Tide table\n * Read by the clerk\n */\n```",
    "    /*\n     * Tide table\n     * Read by the clerk\n     */",
    "It opens so:\n\n/*\n\nNobody knows how it is closed.\n\n- Tide table\n- Read by the clerk",
]


@pytest.mark.parametrize("body", STAY)
def test_lists_and_code_stay(body: str) -> None:
    assert cleaned(f"It is so:\n\n{body}\n\nThe clerk knows.") == f"It is so:\n\n{body}\n\nThe clerk knows."


def test_an_author_s_list_stays_where_no_page_is_known() -> None:
    text = "# Files\n\n/*\n\n- Tide table\n- Read by the clerk\n- */\n"
    assert clean(text, lang="en").text == text


def test_plain_text_with_a_comment_in_it_is_plain_text() -> None:
    code = "\f\n      /*\n       * Tide table\n       * Read by the clerk\n       */\n\n"
    headings = [
        line for line in clean(PLAIN.replace("      What is", f"{code}      What is")).text.splitlines() if "#" in line
    ]
    assert headings == ["# The State of the Roads", "## What is to be done", "## Who pays for it"]
