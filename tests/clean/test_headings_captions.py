# SPDX-License-Identifier: AGPL-3.0-or-later
"""What tables are called, taken for headings. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned

TEXT = "The board has written this down, and it binds whoever moors at the quay."
NUMBERED = f"## 1 Dues\n\n{TEXT}\n\n### 1.1 By day\n\n{TEXT}\n\n### 1.2 By night\n\n{TEXT}"


def _headings(body: str) -> list[str]:
    return [line for line in _cleaned(body).splitlines() if line.startswith("#")]


def test_a_caption_among_numbered_headings_is_text_and_so_is_what_it_names() -> None:
    captions = f"### **Table 3: Dues**\n\n### Dues by berth\n\n{TEXT}"
    found = _headings(f"{NUMBERED}\n\n{captions}\n\n### 1.3 On Sundays\n\n{TEXT}")
    assert [heading.split()[1] for heading in found] == ["1", "1.1", "1.2", "1.3"]


def test_a_caption_over_its_table_is_text() -> None:
    table = "| Berth | Dues |\n|---|---|\n| Mole | 4 |"
    assert _headings(f"## Dues\n\n{TEXT}\n\n## Tabelle 3: Dues\n\n{table}") == ["## Dues"]


@pytest.mark.parametrize("heading", ["### Table 3: Dues", "## Table 3: Dues"])
def test_where_headings_have_no_numbers_it_stays(heading: str) -> None:
    body = f"## Dues\n\n{TEXT}\n\n### By day\n\n{TEXT}\n\n{heading}\n\n{TEXT}\n\n### By night\n\n{TEXT}"
    assert heading in _headings(body)


def test_of_an_author_it_stays() -> None:
    text = f"# Harbour\n\n{NUMBERED}\n\n### Table 3: Dues\n\n{TEXT}\n"
    assert clean(text, lang="en").text == text


def test_the_end_of_a_list_that_was_taken_for_headings_is_text() -> None:
    body = f"## Dues\n\nThese pay:\n\n- boats;\n\n### and\n\n### rafts of the town.\n\n## Ice\n\n{TEXT}"
    assert _headings(body) == ["## Dues", "## Ice"]


def test_names_that_begin_small_head_what_follows_them() -> None:
    assert _headings(f"## Dues\n\n{TEXT}\n\n### lamplog\n\n{TEXT}") == ["## Dues", "### lamplog"]
