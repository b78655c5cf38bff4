# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a rule looks at: one file, what it should hold if we know its source, and its parsed forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from pipeline.checks.lines import line_of_title, lines_of
from pipeline.document.text import walk_inlines
from pipeline.model import Block, BlockKind, Edition, Format, Inline, InlineKind, Outline

if TYPE_CHECKING:
    import pikepdf
    from lxml import etree

    from pipeline.checks.book import Book
    from pipeline.checks.page import Page
    from pipeline.outline.expected.sides import Side
    from pipeline.outline.pdf_content import Content


MOST_BESIDE = 20


class NotApplicable(Exception):  # noqa: N818 it is an answer, no error
    """Raised by a look: this file has nothing that the rule speaks of."""


class NotLooked(Exception):  # noqa: N818 it is an answer, no error
    """Raised by a look: it cannot be decided here, and why (one line)."""


@dataclass(frozen=True)
class Subject:
    """A file under check.

    ``data`` are its bytes, ``file`` its name in reports. ``expected`` is the outline that the source asks for
    and ``edition`` that source: both None for a file of unknown origin. ``read`` is an outline that was read
    already. ``peers`` are the other files of the same edition by format; ``wanted_sides`` what the texts of a page that
    shows two of them must be, in place of ``expected``. The parsed forms are made when first
    asked for and kept; each raises InputError if the bytes are not what the format says.
    """

    format: Format
    file: str
    data: bytes
    expected: Outline | None = None
    edition: Edition | None = None
    read: Outline | None = None
    peers: Mapping[Format, Outline] | None = None
    wanted_sides: tuple[Side, ...] = ()

    @cached_property
    def sides(self) -> tuple[Subject, ...]:
        """The texts that a page shows beside each other, each as a file of its own; none of a file with one text."""
        if not self.wanted_sides:
            return ()
        from pipeline.checks.page import Page
        from pipeline.outline import html
        from pipeline.outline.sides import sides

        found: list[Subject] = []
        for wanted, root in zip(self.wanted_sides, sides(self.html), strict=False):
            outline = html.read_tree(root)
            if not found:
                # What the page says of itself it says of its text; its title says of which kind it is.
                title, _, kind = self.outline.meta.get("title", "").rpartition(" – ")
                outline = replace(outline, meta={**self.outline.meta, "title": title, "kind": kind})
            side = Subject(self.format, self.file, self.data, wanted.expected, wanted.edition, outline)
            side.__dict__["page"] = Page(self.file, root)
            side.__dict__["_lines"] = {**wanted.lines, **{key: line for key, line in side._lines.items() if line}}
            found.append(side)
        return tuple(found)

    @cached_property
    def outline(self) -> Outline:
        """What a reader of the file gets."""
        if self.read is not None:
            return self.read
        from pipeline import outline
        from pipeline.outline import html, pdf

        # What the rules look at too is not read twice.
        if self.format is Format.PDF and self._content is not None:
            return pdf.read_open(self.pdf, self._content)
        if self.format is Format.HTML and html.is_plain(self.data):
            return html.read_tree(self.page.root)
        return outline.read(self.data, self.format)

    @cached_property
    def page(self) -> Page:
        """A web page, parsed as browsers parse it."""
        from pipeline.checks.page import from_html, from_xhtml

        xml = self.data.lstrip()[:5] in (b"<?xml", b"<svg ")
        return from_xhtml(self.data, self.file) if xml else from_html(self.data, self.file)

    @cached_property
    def html(self) -> etree._Element:
        """The ``html`` element of the web page: HTML's names without namespace, SVG's and MathML's with."""
        return self.page.root

    @cached_property
    def epub(self) -> Book:
        """The EPUB as a read-only view of its files."""
        from pipeline.checks.book import open_book

        return open_book(self.data, self.file)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The content documents: the page of an HTML file, or those of an EPUB in reading order."""
        return (self.page,) if self.format is Format.HTML else self.epub.pages

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        """The PDF's objects."""
        from pipeline.checks.pdffile import open_pdf

        return open_pdf(self.data, self.file)

    @cached_property
    def content(self) -> Content:
        """What is painted on the pages of the PDF."""
        from pipeline.outline.pdf_content import read_content

        return read_content(self.pdf)

    @property
    def _content(self) -> Content | None:
        """The same, or nothing where the file is so broken that it cannot be read."""
        try:
            return self.content
        except Exception:  # noqa: BLE001 the reader of outlines says what is wrong
            return None

    @cached_property
    def xml(self) -> Any:
        """The root of an XML file (XLIFF), without DTD, entities or network."""
        from pipeline.checks.page import parse_xml

        return parse_xml(self.data, self.file)

    @cached_property
    def blocks(self) -> Mapping[str, Block]:
        """The blocks of the source by id, the title's too; empty when the source is unknown."""
        if self.edition is None:
            return {}
        document = self.edition.document
        found = {document.title.id: document.title, "title": document.title}
        for block in _walk(document.blocks):
            found.setdefault(block.id, block)
        return found

    @cached_property
    def ours(self) -> bool:
        """Whether we made the file: a PDF says so, pages have the ids of the source's paragraphs, lists and tables."""
        if self.format is Format.PDF:
            return "pariter" in self.outline.meta.get("producer", "")
        if self.format not in (Format.HTML, Format.EPUB):
            return True
        own = {key for key, block in self.blocks.items() if block.kind is not BlockKind.HEADING} - {"title"}
        return not own or any(not own.isdisjoint(page.ids) for page in self.pages)

    def inlines(self, kind: InlineKind | None = None) -> Iterator[tuple[str, Inline]]:
        """(id of its block, inline) of the source in reading order, of one kind if it is given; each block once."""
        for key, block in self.blocks.items():
            for piece in walk_inlines(block.inlines) if key == block.id else ():
                if kind is None or piece.kind is kind:
                    yield key, piece

    @property
    def source(self) -> str:
        """The Markdown's file name, or nothing."""
        return str(self.edition.document.path) if self.edition is not None else ""

    def line(self, block: str) -> int:
        """The Markdown line of the block with that id; 0 if unknown."""
        return self._lines.get(block, 0)

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        if self.edition is None:
            return {}
        document = self.edition.document
        title = document.title.pos.line if document.title.pos else line_of_title(document.source)
        found: dict[str, int] = {"title": title, document.title.id: title}
        for block in (document.title, *document.blocks):
            for inner, line in lines_of(block, document.source):
                found.setdefault(inner, line)
        return found

    @cached_property
    def beside(self) -> Subject | None:
        """The original that a page shows beside its text, as a file of its own: its blocks and lines."""
        if len(self.wanted_sides) < 2:
            return None
        found = Subject(self.format, self.file, self.data, edition=self.wanted_sides[1].edition)
        found.__dict__["page"] = self.page
        return found

    def named_beside(self, identifier: str) -> str:
        """The block of the original beside the text that an id of the page names; empty if it names none."""
        from pipeline.outline.sides import PREFIX

        name = identifier.removeprefix(PREFIX) if identifier.startswith(PREFIX) else ""
        return name if name and self.beside is not None and name in self.beside.blocks else ""

    def owner_of(self, element: etree._Element) -> tuple[Subject, str]:
        """The text that an element of a page belongs to, this one or the original beside it, and the id of its block
        there; no block is an empty id."""
        if self.beside is not None:
            from pipeline.outline.words import classes

            for here in (element, *element.iterancestors()):
                if name := self.named_beside(here.get("id", "")):
                    return self.beside, name
                if "original-text" in classes(here):
                    return self.beside, ""
        return self, self.block_of(element)

    def block_of(self, element: etree._Element) -> str:
        """The id of the source's block that holds this element of a page, of one in it, or of the next one beside
        it (for what does not belong there); empty if there is none."""
        here: etree._Element | None = element
        while here is not None:
            found = here.get("id", "")
            if found in self.blocks:
                return found
            here = here.getparent()
        below = (node.get("id", "") for node in element.iter() if isinstance(node.tag, str))
        beside = (node.get("id", "") for way in (False, True) for node in element.itersiblings("*", preceding=way))
        return next((found for found in chain(below, islice(beside, MOST_BESIDE)) if found in self.blocks), "")

    def block_named(self, place: str) -> str:
        """The block whose id stands in a place ("ch1.xhtml#p-12", "unit p-12"); empty if none does."""
        return next((word for word in re.split(r"[\s/#,;:=\[\]()«»]+", place) if word in self.blocks), "")


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    stack = list(reversed(blocks))
    while stack:
        block = stack.pop()
        yield block
        stack.extend(inline.note for inline in block.inlines if inline.note is not None)
        stack.extend(reversed(block.blocks))
