# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an author began and did not end, or wrote in a way that is not read, is told with its line."""

from __future__ import annotations

import pytest

from pipeline.model import Severity
from tests.make import document


def told(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.message) for one in document(text).notices if one.rule in ("markdown-unread", "note-empty")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One.\n\n::: {#why}\nTwo.\n\n# Three\n\nFour.\n", [3]),
        ("::: aside\nTwo.\n\n::: {lang=fr}\nTrois.\n:::\n", [1]),
        ("> ::: aside\n> Two.\n\nThree.\n", [1]),
        (":::: a\nTwo.\n:::\n\nThree.\n", [1]),
        ("::: aside\nTwo.\n:::\n\nThree.\n", []),
        (":::: aside\n\n::: {lang=fr}\nDeux.\n:::\n\n::::\n\nThree.\n", []),
        ("- One.\n\n  ::: aside\n  Two.\n  :::\n- Three.\n", []),
        ("> ::: aside\n> Two.\n> :::\n", []),
        ("```\n::: aside\n```\n\n<div class=\"aside\">\n\nTwo.\n\n</div>\n", []),
    ],
)
def test_a_part_between_colons_that_is_never_closed(text: str, lines: list[int]) -> None:
    found = told(text)
    assert [line for line, _ in found] == lines
    assert all("never closed" in message for _, message in found)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A fee is due.[^a]\n\n[^a]:\n\nMore.\n", [3]),
        ("A fee.[^a] Again.[^a] Other.[^b]\n\n[^a]:\n[^b]: Words.\n", [3]),
        ("A fee.[^a]\n\n[^a]:\n    Words below.\n", []),
        ("A fee.[^a]\n\n[^a]: ![A seal](seal.png)\n", []),
    ],
)
def test_a_note_that_says_nothing_is_an_error(text: str, lines: list[int]) -> None:
    found = [one for one in document(text).notices if one.rule == "note-empty"]
    assert [one.line for one in found] == lines
    assert all(one.severity is Severity.ERROR for one in found)


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("One.\n\n![A bar](my bar.png)\n", [Severity.ERROR]),
        ('![A bar](my bar.png "The bar")\n', [Severity.ERROR]),
        ("See [the form](the form.pdf) now.\n", [Severity.WARNING]),
        ("See [the site](https://example.org/a b) and ![A bar](a b.png).\n", [Severity.WARNING, Severity.ERROR]),
        ("| A | B |\n|---|---|\n| [x](y z.pdf) | 2 |\n", [Severity.WARNING]),
        ("![A bar](<my bar.png>), ![A bar](bar.png \"my bar\"), [a](b.pdf 'the title') and `![A](b c.png)`.\n", []),
        ("The rate[s](in the plural here) and !\\[x](a b.png) and ($a$)[b](c).\n", []),
        ("    ![A](b c.png)\n", []),
    ],
)
def test_an_address_with_a_blank_is_told_and_so_is_the_way_to_write_it(text: str, severities: list[Severity]) -> None:
    found = [one for one in document(text).notices if one.rule == "markdown-unread"]
    assert [one.severity for one in found] == severities
    assert all("blank" in one.message and ("<" in one.fix and "%20" in one.fix) for one in found)
    assert all(one.line == text[: text.index("](")].count("\n") + 1 for one in found)
