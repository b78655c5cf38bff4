# SPDX-License-Identifier: AGPL-3.0-or-later
"""No word of a table is lost without a word: cells that a row has too many are told with their line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.document import text_of
from pipeline.model import Severity
from tests.make import document

HEAD = "| Boat | Berth |\n|---|:-:|\n"


def told(text: str) -> list[tuple[int, str, str]]:
    found = [notice for notice in document(text).notices if notice.rule == "table-cells-lost"]
    assert all(notice.severity is Severity.ERROR for notice in found)
    return [(notice.line, notice.message, notice.fix) for notice in found]


@pytest.mark.parametrize(
    ("text", "line", "lost"),
    [
        (f"{HEAD}| Heron | 4 | leaks |\n", 3, "«leaks»"),
        (f"Quay.\n\n{HEAD}| Gull | 5 |\n| Heron | 4 | leaks | badly\n", 6, "«leaks badly»"),
        (f"{HEAD}|  |  | leaks |\n| Gull | 5 |\n", 3, "«leaks»"),
        (f"{HEAD}| Heron | 4 | a \\| b |\n", 3, "«a \\| b»"),
        ("> | Boat | Berth |\n> |---|---|\n> | Heron | 4 | leaks |\n", 3, "«leaks»"),
        ("1. At the quay:\n\n   | Boat | Berth |\n   |---|---|\n   | Heron | 4 | leaks |\n", 5, "«leaks»"),
        ("Boat | Berth\n--- | ---\nHeron | 4 | leaks\n", 3, "«leaks»"),
        (f"{HEAD}| `a|b` | 4 |\n", 3, "«4»"),
    ],
)
def test_words_beyond_the_last_column_are_told(text: str, line: int, lost: str) -> None:
    ((place, message, _fix),) = told(text)
    assert place == line and lost in message


def test_a_bar_in_code_is_told_how_to_write() -> None:
    ((_, _, fix),) = told(f"{HEAD}| `a|b` | 4 |\n")
    assert "in code too" in fix
    ((_, _, fix),) = told(f"{HEAD}| `a` | 4 | `b` |\n")
    assert "Give the head" in fix


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}| Heron | 4 | |\n",  # nothing is lost
        f"{HEAD}| Heron |\n",
        f"{HEAD}| `a\\|b` | c \\| d |\n",
        "+-----+-----+\n| a|b | c   |\n+-----+-----+\n",
        "```\n| a | b |\n|---|---|\n| a | b | c |\n```\n",
        f"{HEAD}| Heron | 4 |\n\nText | with | bars\n",
    ],
)
def test_rows_that_lose_nothing_are_not_told(text: str) -> None:
    assert told(text) == []


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(st.sampled_from(["wharf", "sluice", "a \\| b", ""]), min_size=1, max_size=5), max_size=5))
def test_each_word_of_a_pipe_table_is_read_or_told(rows: list[list[str]]) -> None:
    lines = [HEAD.strip(), *("| " + " | ".join(row) + " |" for row in rows)]
    made = document("Ships.\n\n" + "\n".join(lines) + "\n")
    said = " ".join([*map(text_of, made.blocks), *(message for _, message, _ in told("\n".join(lines) + "\n"))])
    for word in ("wharf", "sluice"):
        assert said.count(word) == sum(row.count(word) for row in rows)
