# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists count as their source does, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline import semantic
from pipeline.document import walk
from pipeline.document.counting import number_label, number_of
from pipeline.model import BlockKind, Role
from pipeline.outline import html as html_reader
from pipeline.writers import html
from pipeline.writers.resources import Resources
from tests.make import document, edition
from tests.pdf.made import find, outline

STYLES = ["decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"]


@example(3888, "lower-roman")  # the longest of the Roman numbers: fifteen letters
@given(st.integers(1, 3999), st.sampled_from(STYLES))
def test_a_label_stands_for_its_number(number: int, style: str) -> None:
    assert number_of(number_label(number, style), style) == number


@pytest.mark.parametrize(
    ("label", "style"), [("iiii", "lower-roman"), ("A", "lower-alpha"), ("é", "lower-alpha"), ("", "x")]
)
def test_what_is_no_label(label: str, style: str) -> None:
    assert number_of(label, style) is None


CASES = [
    ("1. One\n2. Two\n4. Four\n", ["1.", "2.", "4."]),
    ("(a) One\n(b) Two\n(d) Four\n", ["(a)", "(b)", "(d)"]),
    ("i. One\niii. Three\n", ["i.", "iii."]),
    ("10. Ten\n11. Eleven\n\n3. Three\n4. Four\n", ["10.", "11.", "3.", "4."]),
    ("1. One\n1. Two\n1. Three\n", ["1.", "2.", "3."]),
    ("1. One\n2. Two\n2. Three\n3. Four\n", ["1.", "2.", "2.", "3."]),
    ("(a) One\n(b) Two\n(b) Three\n", ["(a)", "(b)", "(b)"]),
    ("1. One\n2. Two\n4. Four\n4. Four again\n5. Five\n", ["1.", "2.", "4.", "4.", "5."]),
    ("1. One\n2. Two\n2. Three\n2. Four\n", ["1.", "2.", "3.", "4."]),
    ("3. [ ] Three\n5. [x] Five\n", ["3.", "5."]),
    ("> 7) Seven\n> 9) Nine\n", ["7)", "9)"]),
    ("1. (a) Inner\n   (c) Other\n3. Outer\n", ["1.", "(a)", "(c)", "3."]),
    ("1.\n2. Two\n4. Four\n", ["1.", "2.", "3."]),  # an item without words has no place
    ("<ol><li>One</li><li value='4'>Four</li><li value=' 9'>Nine</li><li>Ten</li></ol>\n", ["1.", "4.", "9.", "10."]),
    ("<ol reversed start=3>\n<li>Three</li>\n<li>Two</li>\n</ol>\n", ["3.", "2."]),
    ("<ol reversed type='a'><li><p>Bees</p></li><li value='b'><p>Wasps</p></li></ol>\n", ["b.", "a."]),
    ("<ol start='0'><li value='-1'>Under</li><li>Nought</li><li><p>One</p></li></ol>\n", ["-1.", "0.", "1."]),
    ("<ol start=5><li>Five<ol><li>One</li><li value=7>Seven</li></ol></li></ol>\n", ["5.", "1.", "7."]),
]


@pytest.mark.parametrize(("text", "labels"), CASES)
def test_lists_count_as_typed(text: str, labels: list[str]) -> None:
    items = [block for block in walk(document(f"# T\n\n{text}").blocks) if block.kind is BlockKind.ITEM]
    assert [item.label for item in items] == labels


@pytest.mark.parametrize("text", [text for text, _ in CASES if "[" not in text])
def test_every_format_counts_so(text: str) -> None:
    whole = f"# T\n\n{text}"
    labels = [block.label for block in walk(document(whole).blocks) if block.kind is BlockKind.ITEM]
    made = edition(whole)
    page = html_reader.read(html.write(semantic.build(made), made, Resources(Path()))).root
    read = [node.attrs.get("label") for node in page.walk() if node.role is Role.ITEM]
    assert [label for label in read if label] == labels
    assert [item.attrs["label"] for item in find(outline(whole), "item")] == labels


@pytest.mark.parametrize(("text", "lines"), [
    ("1. One\n2. Two\n2. Three\n3. Four\n", [5]), ("(a) One\n\n(a) Two\n\n(b) Three\n", [5]),
    ("1. One\n1. Two\n1. Three\n", []), ("1. One\n2. Two\n4. Four\n", []), ("- One\n- Two\n", []),
])  # fmt: skip
def test_a_number_that_stands_twice_is_told(text: str, lines: list[int]) -> None:
    notices = document(f"# T\n\n{text}").notices
    assert [one.line for one in notices if one.rule == "list-number-twice"] == lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("i. One\nii. Two\n\na. Red\nb. Blue\n", [4]), ("(I) One\n(II) Two\n\n(A) Red\n(B) Blue\n", [4]),
        ("i. One\nii. Two\n\n<!-- -->\n\na. Red\nb. Blue\n", []), ("a. One\nb. Two\n\ni. Red\nii. Blue\n", []),
        ("1. One\n2. Two\n\na. Red\nb. Blue\n", []), ("h. One\ni. Two\nj. Three\n", []),
    ],
)  # fmt: skip
def test_a_label_that_is_printed_as_another_is_told(text: str, told: list[int]) -> None:
    notices = document(text, lang="en", title="T").notices
    assert [one.line for one in notices if one.rule == "list-number-changed"] == told
