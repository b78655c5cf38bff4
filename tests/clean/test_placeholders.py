# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words in angle brackets, which Markdown takes for tags. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

READ = [
    ("The log of a day is log/<day>, or log/<the month>.", r"log/\<day>, or log/\<the month>"),
    ("It begins with <watch> and ends with </watch>.", r"with \<watch> and ends with \</watch>"),
    ("| Path | Use |\n|---|---|\n| lib<kind> | books |", r"| lib\<kind> | books |"),
]
STAY = [
    "The log is `log/<day>`, and ``a ` <b>`` too.",
    "See <http://example.org/a> and <clerk@example.org>.",
    r"The log is log/\<day>.",
    "A tide <5 m and a wind >3 are low.",
    'The <ruby class="x"> and <ruby> are meant.',
]


@pytest.mark.parametrize(("text", "after"), READ)
def test_a_placeholder_is_read(text: str, after: str) -> None:
    assert after in cleaned(text)


@pytest.mark.parametrize("text", STAY)
def test_what_is_no_placeholder_stays(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize(("text", "after"), READ)
def test_an_author_is_only_asked(text: str, after: str) -> None:
    result = clean(f"# Title\n\n{text}\n", lang="en")
    assert result.text == f"# Title\n\n{text}\n"
    assert {repair.rule for repair in result.proposals} >= {"placeholders"}
