# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page break lands before the character that the layout names, whatever stands around it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.labels import labels
from pipeline.model import PageStart
from pipeline.writers.epub import pages
from pipeline.writers.markup import reading_text

X = "http://www.w3.org/1999/xhtml"
EN = labels("en")


def _insert(body: str, block: str, offset: int) -> etree._Element:
    tree = etree.fromstring(f'<article xmlns="{X}" lang="en">{body}</article>')
    pages.insert(tree, (PageStart(0, "7", block, offset),), EN)
    return tree


def _after(tree: etree._Element) -> str:
    text = etree.tostring(tree, encoding="unicode")
    return re.sub(r"<[^>]+>", "", text.partition("</span>")[2] or text.partition("doc-pagebreak")[2].partition(">")[2])


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=1, max_size=12)


@given(WORDS, st.data())
def test_any_offset_of_any_text(words: list[str], data: st.DataObject) -> None:
    marked = [f"<em>{word}</em>" if index % 3 == 1 else word for index, word in enumerate(words)]
    tree_text = data.draw(st.sampled_from([" ", "\n  ", "  "])).join(marked)
    whole = " ".join(words)
    offset = data.draw(st.integers(0, len(whole) - 1))
    tree = _insert(f'<p id="p">{tree_text}</p>', "p", offset)
    mark = next(part for part in tree.iter(f"{{{X}}}span"))
    block = next(tree.iter(f"{{{X}}}p"))
    mark.set("role", "")
    mark.text = "\ue000"
    assert reading_text(block).replace("\ue000", "") in (whole, whole.replace("  ", " "))
    before, _, after = "".join(map(str, block.itertext())).partition("\ue000")
    rest = " ".join(after.split())
    assert whole[offset:].lstrip() == rest or (whole[offset] == " " and whole[offset + 1 :] == rest), (before, after)


def test_calls_of_notes_count_for_nothing() -> None:
    tree = _insert('<p id="p">ab<a role="doc-noteref" href="#n"><sup>1</sup></a> cd ef</p>', "p", 6)
    assert _after(tree).startswith("ef")


def test_a_formula_is_never_cut() -> None:
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML" data-tex="x+y" alttext="x+y"><mi>x</mi></math>'
    body = f'<p id="p">ab {math}</p>'
    tree = _insert(body, "p", 5)
    mark = next(part for part in tree.iter(f"{{{X}}}span"))
    following = mark.getnext()
    assert following is not None
    assert str(following.tag).endswith("math")


def test_a_heading_keeps_its_words_to_itself() -> None:
    tree = _insert('<section><h2 id="h">Title</h2><p id="p">a</p></section>', "h", 0)
    mark = next(part for part in tree.iter(f"{{{X}}}span"))
    assert str(mark.getparent().tag).endswith("section")  # type: ignore[union-attr]


def test_inside_of_lists_and_tables_the_break_is_where_a_span_may_be() -> None:
    lists = _insert('<ul id="l"><li id="i"><p id="p">a</p></li></ul>', "i", 0)
    cells = _insert('<table id="t"><tbody id="b"><tr id="r"><td id="d">a</td></tr></tbody></table>', "r", 0)
    rows = _insert('<table id="t"><tbody id="b"><tr id="r"><td id="d">a</td></tr></tbody></table>', "b", 0)
    for tree, parent in ((lists, "p"), (cells, "td"), (rows, "td")):
        mark = next(part for part in tree.iter(f"{{{X}}}span"))
        assert str(mark.getparent().tag).endswith(f"}}{parent}")  # type: ignore[union-attr]


def test_code_keeps_its_white_space_when_counted() -> None:
    tree = _insert('<pre id="c"><code>a  b\n c</code></pre>', "c", 4)
    assert _after(tree).startswith("\n c")


def test_an_offset_beyond_the_end_is_the_end() -> None:
    tree = _insert('<p id="p">ab</p>', "p", 99)
    assert _after(tree) == ""


@given(WORDS, st.lists(st.integers(0, 80), min_size=1, max_size=6), st.booleans())
def test_many_pages_in_one_text_land_where_each_would_alone(words: list[str], offsets: list[int], marked: bool) -> None:
    text = "\n ".join(f"<em>{word}</em>" if marked and index % 3 == 1 else word for index, word in enumerate(words))
    offsets = sorted(offsets)
    tree = etree.fromstring(f'<article xmlns="{X}" lang="en"><p id="p">{text}</p></article>')
    starts = tuple(PageStart(index, str(index + 1), "p", offset) for index, offset in enumerate(offsets))
    pages.insert(tree, starts, EN)
    marks = list(tree.iter(f"{{{X}}}span"))
    assert [mark.get("id") for mark in marks] == [f"page-{index + 1}" for index in range(len(offsets))]
    for mark, offset in zip(marks, offsets, strict=True):
        alone = next(_insert(f'<p id="p">{text}</p>', "p", offset).iter(f"{{{X}}}span"))
        assert _before_mark(mark) == _before_mark(alone)


def _before_mark(mark: etree._Element) -> str:
    """The letters before a mark."""
    root = mark.getroottree().getroot()
    mark.text = "\ue000"
    before = "".join(map(str, root.itertext())).partition("\ue000")[0]
    mark.text = None
    return "".join(before.split())
