# SPDX-License-Identifier: AGPL-3.0-or-later
"""What does not fit on a page as it is: each such part gets a class, and the print style does the rest.

A layout engine lets a table that is too wide run over the edge of the paper, a row that is too tall fall under its
head, and a note that is longer than a page print over the text. Nothing is measured here: letters are counted,
and counted generously, for a turned page where none was needed harms nobody.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

PAGE = 37.0  # the width of the text on a page, in em of its letters (160 mm at 12 pt)
TURNED = 58.0  # the same on a page that is turned
LETTER = 0.62  # of bold digits, the widest that words of letters come to
PADDING = 1.1  # of a cell, both sides
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
WIDE_FROM = 0x2E80  # letters of East Asia are as wide as they are high, and a line may end between any two
TALL = 700  # letters of a cell: its row may go over the end of a page
LONG = 30  # lines of a note: it stands in the text, where it is called
LINE = 80  # letters


def fit(root: ET.Element) -> None:
    """Mark what does not fit: ``wide``, ``squeezed`` and ``narrow`` tables, ``tall`` rows, ``long`` notes."""
    _mark(root, False)


def _mark(element: ET.Element, inside: bool) -> None:
    before: list[ET.Element] = []  # headings right before a table: they turn the page with it
    for child in element:
        if child.tag == "table" and _table(child, inside):
            for heading in before:
                _add(heading, "wide")
        before = [*before, child] if child.tag in HEADINGS else []
        if child.tag == "aside" and _lines(child) > LONG:
            _add(child, "long")
        _mark(child, inside or child.tag in ("table", "aside"))


def _table(table: ET.Element, inside: bool) -> bool:
    """Whether the table needs a turned page. ``inside``: in another table or a note, which can have none."""
    columns: dict[int, float] = {}
    for row in table.iter("tr"):
        at = 0
        for cell in row:
            text = "".join(cell.itertext())
            span = int(cell.get("colspan") or 1)
            for column in range(at, at + span):
                columns[column] = max(columns.get(column, 0.0), _word(text) / span + PADDING)
            at += span
            if len(text) > TALL:
                _add(row, "tall")
    width = sum(columns.values())
    caption = table.find("caption")
    if caption is not None and _natural(table) < min(len("".join(caption.itertext())) * LETTER, PAGE / 2):
        _add(table, "narrow")  # or its caption would be as narrow as its cells
    if width > PAGE and not inside:
        _add(table, "wide")
    if width > (PAGE if inside else TURNED):
        _add(table, "squeezed")
    return width > PAGE and not inside


def _natural(table: ET.Element) -> float:
    """About the width of the longest row, in em."""
    return max((len("".join(row.itertext())) * LETTER + len(row) * PADDING for row in table.iter("tr")), default=0.0)


def _word(text: str) -> float:
    """The width of the widest word, in em."""
    return max((len(word) * LETTER if ord(max(word)) < WIDE_FROM else 1.0 for word in text.split()), default=0.0)


def _lines(element: ET.Element) -> float:
    """About how many lines an element takes."""
    blocks = sum(child.tag in ("p", "li", "tr", "pre") for child in element.iter())
    return blocks + len("".join(element.itertext())) / LINE


def _add(element: ET.Element, name: str) -> None:
    names = (element.get("class") or "").split()
    if name not in names:
        element.set("class", " ".join([*names, name]))
