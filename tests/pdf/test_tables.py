# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headers of cells by the algorithm of HTML."""

from __future__ import annotations

import time
from xml.etree import ElementTree as ET

import pytest

from pipeline.writers.pdf.tables import Table
from tests.pdf.made import find, outline

CASES = {
    "columns": ("<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>", {"1": "A", "2": "B"}),
    "rows by scope": ('<tr><th scope="row">R</th><td>1</td></tr>', {"1": "R"}),
    "rows and columns by scope": (
        '<tr><td/><th scope="col">A</th></tr><tr><th scope="row">R</th><td>1</td></tr>', {"1": "R A", "A": "", "R": ""}
    ),
    "without a scope, data beside it makes a header none of the column": (
        "<tr><td/><th>A</th></tr><tr><th>R</th><td>1</td></tr>", {"1": ""}
    ),
    "column spans": (
        "<tr><th colspan='2'>AB</th><th>C</th></tr><tr><th>a</th><th>b</th><th>c</th></tr>"
        "<tr><td>1</td><td>2</td><td>3</td></tr>",
        {"1": "a AB", "2": "b AB", "3": "c C", "a": "AB"},
    ),
    "row spans": (
        "<tr><th scope='row' rowspan='2'>R</th><td>1</td></tr><tr><td>2</td></tr>", {"1": "R", "2": "R"}
    ),
    "a cell over two columns has the headers of both": (
        "<tr><th>A</th><th>B</th></tr><tr><td colspan='2'>1</td></tr>", {"1": "A B"}
    ),
    "a second header row of the same column hides the first": (
        "<tr><th scope='col'>A</th></tr><tr><td>1</td></tr><tr><th scope='col'>B</th></tr><tr><td>2</td></tr>",
        {"1": "A", "2": "B"},
    ),
    "headers by name win": (
        "<tr><th id='a'>A</th><th id='b'>B</th></tr><tr><td headers='b a'>1</td><td>2</td></tr>", {"1": "B A"}
    ),
    "row groups": (
        "<tbody><tr><th scope='rowgroup'>G</th><td>1</td></tr><tr><td/><td>2</td></tr></tbody>"
        "<tbody><tr><td/><td>3</td></tr></tbody>",
        {"1": "G", "2": "G", "3": ""},
    ),
    "empty headers say nothing": ("<tr><th/><th>B</th></tr><tr><td>1</td><td>2</td></tr>", {"1": "", "2": "B"}),
    "zero rowspan to the end of its group": (
        "<tbody><tr><th scope='row' rowspan='0'>R</th><td>1</td></tr><tr><td>2</td></tr></tbody>"
        "<tbody><tr><td>3</td></tr></tbody>",
        {"2": "R", "3": ""},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_headers(name: str) -> None:
    markup, wanted = CASES[name]
    table = Table(ET.fromstring(f"<table>{markup}</table>"))
    cells = {cell.element.text: cell for cell in table.cells if cell.element.text}
    for text, headers in wanted.items():
        assert " ".join(str(header.element.text) for header in table.headers(cells[text])) == headers, text


def test_scopes() -> None:
    table = Table(ET.fromstring("<table><tr><th/><th>A</th></tr><tr><th>R</th><td>1</td></tr></table>"))
    scopes = {cell.element.text: table.scope(cell) for cell in table.cells if cell.header and cell.element.text}
    assert scopes == {"A": "Column", "R": "Row"}


def test_a_long_table_costs_little_for_each_row() -> None:
    def steps(rows: int) -> float:
        body = "".join(f"<tr><th scope='row'>{n}</th><td>a</td><td>b</td></tr>" for n in range(rows))
        table = Table(ET.fromstring(f"<table><tr><th>x</th><th>y</th><th>z</th></tr>{body}</table>"))
        started = time.process_time()
        for cell in table.cells:
            table.headers(cell)
        return time.process_time() - started

    steps(200)
    assert steps(4000) < 60 * max(steps(200), 0.001)  # twenty times the rows: linear is 20, quadratic 400


@pytest.mark.parametrize("profile", ["ua-2", "ua-1"])
def test_headers_that_the_author_names_and_spans_to_the_end_of_their_group_are_read_back(profile: str) -> None:
    made = outline(
        "<table><tr><th id='size'>Size</th><th id='rent'>Rent</th></tr>"
        "<tr><td headers='rent' rowspan='0'>900</td><td headers='size rent'>40</td></tr><tr><td>30</td></tr></table>",
        profile,
    )
    cells = {node.text: node.attrs for node in find(made, "cell")}
    assert not made.problems
    assert {text: attrs["headers"] for text, attrs in cells.items()} == {
        "900": "Rent", "40": "Size | Rent", "30": "Rent"
    }  # fmt: skip
    assert cells["900"]["rows"] == "2"
