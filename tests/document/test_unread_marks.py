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


@pytest.mark.parametrize(("text", "what", "fix"), [
    ("#Berths in winter\n\nWords.\n", "«#Berths in winter»", "# Berths"),
    ("##Berths\n\nWords.\n", "«##Berths»", "## Berths"),
    ("1.Moor here.\n2.Pay there.\n", "«1.Moor here.»", "1. First"),
    ("-moor here\n-pay there\n", "«-moor here»", "- First"),
    ("|Boat|Fee|\n|Ketch|9|\n", "«|Boat|Fee|»", "|---|---|"),
    ("Moor **at once ** here.\n", "«**at once **»", "right behind the last word"),
    ("See [the form] (https://example.org/f) now.\n", "«[the form] (https://example.org/f)»", "[words](address)"),
    ('A [mot]{lang="fr} here.\n', '«{lang="fr}»', "in pairs"),
    ("A [mot] {lang=fr} here.\n", "«[mot] {lang=fr}»", "[words]{lang=fr}"),
    ("![A bar](bar.png){width=50 height=}\n", "«{width=50 height=}»", "right behind"),
    ("*[UN] United Nations\n\nThe UN.\n", "«*[UN] United Nations»", "*[UN]:"),
    ("It costs 5&nbsp a day.\n", "«&nbsp»", "semicolon"),
    ("It costs 5 &coin; a day.\n", "«&coin;»", "the sign itself"),
    ("1. First\n  - inside\n2. Second\n", "between the items 1. and 2.", "Indent"),
])  # fmt: skip
def test_a_slip_of_the_pen_is_told_with_what_is_missing(text: str, what: str, fix: str) -> None:
    (found,) = [one for one in document(text).notices if one.rule == "markdown-unread"]
    assert what in found.message and fix in found.fix and found.line


@pytest.mark.parametrize("text", [
    "#moor and #pay are asked for.\n", "#Moorings\n", "#1 of 3\n", "#P1 Broken crane\n",
    "The berth is\n#Northwall of old.\n",
    "1.5 m is the depth,\n2.5 m the width.\n", "A.Moor and B.Hale.\n", "-5 degrees\n-6 degrees\n", "-moor\n",
    "2 ** 3 ** 4 is a power.\n", "Moor \\*\\*at once \\*\\* here.\n", "See [1] (https://example.org/f) now.\n",
    "Moor [sic] (https is safe).\n", "`[the form] (https://example.org/f)` and `{lang=fr}` and `&nbsp`\n",
    "A set {a, b} or {x=1} or {{ x }}.\n", "Ask R&D; see https://example.org/?a=1&copy=2 or &amp;nbsp.\n",
    "|x| is the absolute value\n|y| too.\n", "1. First\n   - inside\n2. Second\n", "1. First\n\n- Other\n\n1. Again\n",
    "    #Berths in winter\n", "[mot]{lang=fr} and ![A](b.png){width=50}\n",
])  # fmt: skip
def test_what_is_meant_as_it_stands_is_not_told(text: str) -> None:
    slips = [one.message for one in document(text).notices if "markdown-unread" in one.rule and "{{" not in one.message]
    assert slips == []


@pytest.mark.parametrize("text", ["[a](" + "a " * 60_000, "{.a" + " .a" * 60_000, "[a" * 30_000 + "] " * 30_000])
def test_long_lines_of_signs_are_looked_through_once(text: str) -> None:
    """Backtracking would take hours."""
    from pipeline.document import blanks, slips

    for form in (blanks._WRITTEN, *(form for form, _ in (*slips._IN_TEXT, *slips._APART))):
        assert form.search(text) is None
