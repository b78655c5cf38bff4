# SPDX-License-Identifier: AGPL-3.0-or-later
"""Wide tables in books: nothing may lie beyond the edge of a page, which cannot be scrolled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.semantic import build
from pipeline.tools import chromium
from pipeline.writers import html
from pipeline.writers.epub import tables
from pipeline.writers.markup import q, style
from tests.make import edition

FITS = "| Boat | Berth |\n|---|---|\n| Heron | 4 |\n"
WIDE = (
    "| District | Households reached | Percentage of population | Maintenance agreements | Organisation |\n"
    "|---|---|---|---|---|\n| Upper Tessaly | 4,310 | 71 % | 18 | A council that was elected in the year before |\n"
)
SPANS = (
    "<table><tr><th colspan=2>Maintenance agreements</th><th rowspan=2>Organisation responsible</th></tr>"
    "<tr><th>Percentages</th><th>Communities</th></tr><tr><td>1</td><td>2</td><td>Municipalities</td></tr></table>\n"
)


def fitted(text: str) -> etree._Element:
    tree = build(edition(f"---\ntitle: T\nlang: en\n---\n\n{text}"))
    tables.fit(tree)
    return tree


def shares(tree: etree._Element) -> list[int]:
    return [int((col.get("class") or "").removeprefix("share-")) for col in tree.iter(q("col"))]


def test_a_table_that_fits_is_left_alone() -> None:
    tree = fitted(FITS)
    assert not shares(tree) and "fitted" not in etree.tostring(tree, encoding="unicode")


def test_the_columns_of_a_wide_table_share_the_width_by_what_they_hold() -> None:
    found = shares(fitted(WIDE))
    assert len(found) == 5 and sum(found) == 100
    assert max(found) == found[4] and min(found) > 10


def test_numbers_are_whole_before_words_are() -> None:
    rows = ["| Representatives " * 7 + "|", "|---" * 7 + "|", "| 1,000,000.00 " + "| one " * 6 + "|"]
    first, *others = shares(fitted("\n".join(rows) + "\n"))
    assert first > max(others) + 5 and max(others) - min(others) <= 1


def test_the_book_has_the_rules_for_its_shares_and_no_others() -> None:
    assert tables.styles([fitted(FITS)]) == ""
    tree = fitted(WIDE)
    assert all(f".share-{share} {{ width: {share}%; }}" in tables.styles([tree]) for share in shares(tree))


def test_cells_over_several_columns_and_rows_are_counted_where_they_stand() -> None:
    found = shares(fitted(SPANS))
    assert len(found) == 3 and sum(found) == 100


def test_the_columns_stand_behind_the_caption() -> None:
    (table,) = fitted(f"{WIDE}\nTable: Results\n").iter(q("table"))
    assert [etree.QName(child).localname for child in table][:3] == ["caption", "colgroup", "thead"]


@given(st.lists(st.lists(st.text("ab 中,", max_size=30), min_size=2, max_size=9), min_size=1, max_size=4))
def test_shares_are_whole_and_a_hundred_together(rows: list[list[str]]) -> None:
    table = etree.Element(q("table"))
    for row in rows:
        line = etree.SubElement(table, q("tr"))
        for text in row:
            etree.SubElement(line, q("td")).text = text
    root = etree.Element(q("article"))
    root.append(table)
    tables.fit(root)
    found = shares(root)
    assert not found or (sum(found) == 100 and min(found) > 0 and len(found) == max(map(len, rows)))


@pytest.mark.browser
@pytest.mark.parametrize("size", ["100%", "150%"])
@pytest.mark.parametrize("text", [FITS, WIDE, SPANS])
def test_nothing_lies_beyond_the_edge_of_a_small_page(text: str, size: str) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    program = chromium.find()
    if program is None:
        pytest.skip("Chromium is not there")
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(program), args=list(chromium.flags()))
        page = browser.new_page(viewport={"width": 320, "height": 640})
        tree = fitted(text)
        sheet = f"{style('epub.css')} {tables.styles([tree])} html {{ font-size: {size} }}"
        page.set_content(f"<html lang=en><style>{sheet}</style>{html.to_html(tree)}")
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
        cut = "() => [...document.querySelectorAll('td, th')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
        assert page.evaluate(cut) == 0
        browser.close()
