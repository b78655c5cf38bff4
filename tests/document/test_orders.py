# SPDX-License-Identifier: AGPL-3.0-or-later
"""What other Markdowns order from their programs is left out or told, and nothing that only looks like it."""

from __future__ import annotations

import pytest

from pipeline.document import text_of
from pipeline.model import Severity
from tests.make import document


def told(text: str) -> list[tuple[str, int, Severity]]:
    notices = document(f"# T\n\n{text}\n\nEnd.\n", lang="en").notices
    return [(notice.rule, notice.line, notice.severity) for notice in notices]


LINES = ["[TOC]", "[[_TOC_]]", "[[toc]]", "{{TOC}}", "\\newpage", "\\pagebreak", "\\tableofcontents",
         "\\listoffigures", "\\maketitle"]
SIGNS = [
    ":tada: A feast", "A feast :+1:", "It is ==marked==.", "It is ++put in++.", "{{< include x.md >}}", "{{% note %}}",
    "{% include note.html %}", "Of {{ site.title }}.", "See [it]({{ '/a' | relative_url }}).", ":::tip Weir\nOil it.",
    "!!! tip \"Weir\"", "Shown in @fig:weir.", "As told [see @miller2019, p. 3].", "\\beginappendices",
    "The sum \\(a+b\\) is odd.", "\\[c^2\\]", "``` mermaid\ngraph TD\n```",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_asks_for_contents_or_a_page_is_left_out_and_told(line: str) -> None:
    made = document(f"# T\n\n{line}\n\nEnd.\n", lang="en")
    assert [text_of(block) for block in made.blocks] == ["End."]
    assert [(n.rule, n.line, n.severity) for n in made.notices] == [("markdown-order", 3, Severity.NOTE)]


@pytest.mark.parametrize("text", SIGNS)
def test_what_is_printed_as_it_stands_is_told(text: str) -> None:
    assert told(text) == [("markdown-unread", 3, Severity.WARNING)]


@pytest.mark.parametrize(
    "text",
    [
        "Write `[TOC]`, `\\newpage`, `:tada:` and `==x==`.",
        "\\[TOC]",
        "[TOC]\n\n[TOC]: https://example.org/",
        "In a line, [TOC] and \\newpage are words.",
        "At 10:30:15 or :weirkeeper: or a :b: c, if a == b and c == d, ===x===.",
        "> [!NOTE]\n> Read.",
        "C++ and C++, i++ + j++; a {b} c, {{}}; mail weir@example.org, [weir@example.org], see \\[1\\] and \\(c\\).",
        "Ask @weir or [@weir](https://example.org/). Wait!!! And ::: or !!! here.",
        "``` python\n{{ x }} {% y %}\n```",
    ],
)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert told(text) == []
    assert document(f"# T\n\n{text}\n", lang="en").blocks


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("# Contents {.TOC-Heading}\n\n# One\n\nWords.\n", ["One", "Words."]),
        ("# One\n\nWords.\n\n## Contents {#toc .TOC-Heading}\n", ["One", "Words."]),
        ("# Contents {.TOC-Heading}\n\n- One\n\n# One\n", ["Contents", "One", "One"]),
        ("# Contents\n\n# One\n\nWords.\n", ["Contents", "One", "Words."]),
    ],
)
def test_a_heading_of_contents_that_are_not_there_is_left_out(text: str, kept: list[str]) -> None:
    made = document(text, title="T", lang="en")
    assert [text_of(block) for block in made.blocks] == kept
    assert [one.rule for one in made.notices] == ["markdown-order"] * (len(kept) == 2)
