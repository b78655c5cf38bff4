# SPDX-License-Identifier: AGPL-3.0-or-later
"""What does not fit on a page as it is: each such part gets a class, and the print style does the rest.

A layout engine lets a table that is too wide run over the edge of the paper, a row that is too tall fall under its
head, and a note that is longer than a page print over the text. Nothing is measured here: letters are counted,
and counted generously, for a turned page where none was needed harms nobody.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

PAGE = 37.0  # the width of the text on a page, in em of letters of 12 pt (160 mm)
PLACES = (  # the same on a page that is turned, on a turned sheet of A3, and of A2; with smaller letters (9 pt)
    (58.0, ("wide",)), (87.0, ("sheet",)), (116.0, ("sheet", "small")), (171.0, ("poster", "small")),
)  # fmt: skip
PAGES = frozenset({"wide", "sheet", "poster"})
INSIDE = ((49.0, ("small",)),)  # in another table or a note, which stand where they stand
LONGEST = 24  # letters of a word, beyond which it may be broken: addresses, but no number
LETTER = 0.62  # of bold digits, the widest that words of letters come to
PADDING = 1.1  # of a cell, both sides
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
WIDE_FROM = 0x2E80  # letters of East Asia are as wide as they are high, and a line may end between any two
TALL = 700  # letters of a cell: its row may go over the end of a page
LONG = 30  # lines of a note: it stands in the text, where it is called
MUCH = 8  # lines of a note: with no room for it, it goes to the next page and its call does not follow it there
LINE = 80  # letters
BRIEF = 10  # lines of a table, its caption counted: it stays whole, as an author would keep it


def fit(root: ET.Element, size: float = 12.0) -> None:
    """Mark what does not fit, with letters of ``size`` points: tables on a ``wide`` page, a ``sheet``
    or a ``poster``, with ``small`` letters, or ``narrow``; ``brief`` ones, which no page end may cut; tables and cells
    that are ``squeezed``, ``tall`` rows, ``long`` notes, and those that are ``much``."""
    _mark(root, False, 12.0 / size)


def _mark(element: ET.Element, inside: bool, scale: float) -> None:
    before: list[ET.Element] = []  # headings right before a table: they turn the page with it
    for child in element:
        place = _table(child, inside, scale) if child.tag == "table" else ""
        for heading in before if place else ():
            _add(heading, place)
        before = [*before, child] if child.tag in HEADINGS else []
        if child.tag == "aside" and (lines := _lines(child)) > MUCH:
            _add(child, "long" if lines > LONG else "much")
        _mark(child, inside or child.tag in ("table", "aside"), scale)


def _table(table: ET.Element, inside: bool, scale: float) -> str:
    """The page that the table needs, "" for any. ``inside``: in another table or a note; ``scale``: by how much a
    page is narrower for larger letters."""
    columns: dict[int, float] = {}
    long: list[ET.Element] = []
    for row in table.iter("tr"):
        at = 0
        for cell in row:
            text = "".join(cell.itertext())
            word, span = _word(text), int(cell.get("colspan") or 1)
            if word > LONGEST * LETTER:
                word = LONGEST * LETTER
                long.append(cell)
            for column in range(at, at + span):
                columns[column] = max(columns.get(column, 0.0), word / span + PADDING)
            at += span
            if len(text) > TALL:
                _add(row, "tall")
    caption = table.find("caption")
    if caption is not None and _natural(table) < min(len("".join(caption.itertext())) * LETTER, PAGE / 2):
        _add(table, "narrow")  # or its caption would be as narrow as its cells
    if not inside and table.find(".//aside") is None and _rows(table) <= BRIEF:
        _add(table, "brief")
    names = _names(sum(columns.values()), inside, scale)
    for name in names:
        _add(table, name)
    for cell in long:
        _add(cell, "squeezed")
    return next((name for name in names if name in PAGES), "")


def _names(width: float, inside: bool, scale: float) -> tuple[str, ...]:
    """How a table of a width is set: the first place with room for it, else its words are broken in the last."""
    places = INSIDE if inside else PLACES
    if width <= PAGE * scale:
        return ()
    return next((names for room, names in places if width <= room * scale), (*places[-1][1], "squeezed"))


def _natural(table: ET.Element) -> float:
    """About the width of the longest row, in em."""
    return max((len("".join(row.itertext())) * LETTER + len(row) * PADDING for row in table.iter("tr")), default=0.0)


def _rows(table: ET.Element) -> int:
    """About how many lines the rows of a table take: each as many as its fullest cell, with columns of one width."""
    caption = table.find("caption")
    above = 0 if caption is None else 1 + len("".join(caption.itertext())) // LINE
    rows = [[len("".join(cell.itertext())) * len(row) // LINE for cell in row] for row in table.iter("tr")]
    return above + sum(1 + max(row, default=0) for row in rows)


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
