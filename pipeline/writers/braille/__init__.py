# SPDX-License-Identifier: AGPL-3.0-or-later
"""Braille of one edition: BRF (pages of North American braille ASCII) or PEF 1.0 (Unicode braille).

Text goes through liblouis' table for its own language (``liblouis``), by the layout that ``lines`` gives it. Lines
of 40 cells, pages of 25 lines, the page's number at the end of its last line.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from pipeline.model import Edition
from pipeline.writers.braille.liblouis import FIRST, translate
from pipeline.writers.braille.lines import Reading, joined
from pipeline.writers.epub.package import identifier

CELLS, LINES = 40, 25
# Braille ASCII by the number of a cell's dots (dot 1 is 1, dot 2 is 2, dot 3 is 4 …).
ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="


def write_brf(xhtml: etree._Element, edition: Edition) -> bytes:
    """The edition as BRF. Raises ToolMissingError without liblouis or a table, ToolFailedError if it fails."""
    pages = _pages(xhtml, edition)
    text = "".join("\r\n".join(page) + "\r\n\f" for page in pages)
    return "".join(ASCII[ord(cell) - FIRST] if ord(cell) >= FIRST else cell for cell in text).encode("ascii")


def write_pef(xhtml: etree._Element, edition: Edition) -> bytes:
    """The edition as PEF; errors as ``write_brf``."""
    meta = edition.document.meta
    rows = "".join(
        "<page>" + "".join(f"<row>{line}</row>" for line in page) + "</page>\n" for page in _pages(xhtml, edition)
    )
    about = (("title", meta.title), ("creator", ", ".join(meta.creators)), ("publisher", meta.publisher),
             ("language", edition.lang), ("date", meta.date), ("identifier", identifier(edition)))  # fmt: skip
    listed = "".join(f"<dc:{name}>{escape(value)}</dc:{name}>\n" for name, value in about if value)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef" xml:lang={quoteattr(edition.lang)}>\n'
        '<head><meta xmlns:dc="http://purl.org/dc/elements/1.1/">\n<dc:format>application/x-pef+xml</dc:format>\n'
        f"{listed}</meta></head>\n<body>\n"
        f'<volume cols="{CELLS}" rows="{LINES}" rowgap="0" duplex="false"><section>\n{rows}</section></volume>\n'
        "</body>\n</pef>\n"
    ).encode()


def _pages(xhtml: etree._Element, edition: Edition) -> list[list[str]]:
    """Pages of lines in Unicode braille."""
    lines = [line for line in Reading(edition).flow(xhtml, edition.lang, 0) if joined(line.text)]
    cells = iter(translate([piece for line in lines for piece in line.text], edition.lang))
    rows: list[str] = []
    for line in lines:
        text = "".join(_with_edges(piece, next(cells)) for piece, _ in line.text)
        if line.apart and rows and rows[-1]:
            rows.append("")
        rows.extend(_fill(text, line.first, line.other))
    pages = [rows[start : start + LINES - 1] for start in range(0, len(rows), LINES - 1)]
    numbers = translate([(str(number), edition.lang) for number in range(1, len(pages) + 1)], edition.lang)
    blank = chr(FIRST)
    for page, number in zip(pages, numbers, strict=True):
        page.extend([""] * (LINES - 1 - len(page)))
        page.append(blank * (CELLS - len(number)) + number)
    return [[row.rstrip(blank) if row.strip(blank) else "" for row in page] for page in pages]


def _with_edges(text: str, cells: str) -> str:
    """Braille with the blanks that stand around its text."""
    blank = chr(FIRST)
    before = blank if text[:1].isspace() else ""
    return before + cells.strip(blank) + (blank if text[-1:].isspace() else "")


def _fill(text: str, first: int, other: int) -> Iterator[str]:
    """Cut braille into lines at its blanks; a word longer than a line is cut."""
    blank = chr(FIRST)
    row, used = blank * first, 0
    for word in text.split(blank):
        left = word
        while left:
            room = CELLS - len(row) - (1 if used else 0)
            if len(left) <= room:
                row, used, left = row + (blank if used else "") + left, used + 1, ""
            elif used:
                yield row
                row, used = blank * other, 0
            else:
                yield row + left[:room]
                row, left = blank * other, left[room:]
    if used:
        yield row
