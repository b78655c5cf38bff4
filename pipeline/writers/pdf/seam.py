# SPDX-License-Identifier: AGPL-3.0-or-later
"""The only place that touches the inside of WeasyPrint 70: this file and those that are called so too.

Public there: ``HTML.render``, ``Document.pages``, ``Page.links``, ``Page.anchors``, ``Page.bookmarks``,
``URLFetcher``, a box's place in CSS pixels. Not public, and used here: the functions ``add_tags`` and
``build_fonts_dictionary`` of ``weasyprint.pdf``, ``Page.paint`` (all replaced while a file is written, under a lock),
``PDF.page_references`` of pydyf (computed once a file instead of once an element: it made the tagged build
quadratic), ``Stream.data`` of pydyf (the line end before ``endstream``), what pydyf reads of an object (``Written``)
and a stream's list of items; the others name what they use. ``tests/pdf/test_seam.py`` fails loudly when one of these
moves.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from pipeline.errors import ToolFailedError
from pipeline.writers.pdf import seam_lines, seam_marks, seam_notes
from pipeline.writers.pdf.painted import Painted
from pipeline.writers.pdf.seam_boxes import Collector
from pipeline.writers.pdf.seam_pace import linear, replaced

if TYPE_CHECKING:
    from weasyprint import Document

TESTED_WITH = "70.0"
WORD_JOINER = "\u2060"  # changes neither shape nor words
STREAM_END = b"\nendstream"
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Canvas:
    """A file being written: pydyf's PDF, the streams of its pages, the fonts by their names in the file."""

    pdf: Any
    document: Any
    streams: tuple[Any, ...]
    fonts: dict[str, Any]
    painted: Painted


class Written:
    """An object of the file whose bytes are made by us: what pydyf asks of an object, and nothing that costs."""

    __slots__ = ("data", "number", "offset")

    generation = 0
    free = "n"
    compressible = True

    def __init__(self, data: bytes = b"") -> None:
        self.data = data
        self.number = 0
        self.offset = 0

    @property
    def reference(self) -> bytes:
        """How other objects name it."""
        return b"%d 0 R" % self.number


def render(root: ET.Element, css: str, resources: dict[str, tuple[bytes, str]], *, listed: set[str],
           srgb: bool) -> Document:  # fmt: skip
    """Set a print tree in pages.

    ``resources`` are the only addresses that are served, ``listed`` the ids whose pages are printed somewhere. Raises
    ToolFailedError when the engine fails.
    """
    import cssselect2
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    _quiet()

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
            if url not in resources:
                raise ValueError(f"not a resource of the document: {url}")
            data, media_type = resources[url]
            return URLFetcherResponse(url, data, {"Content-Type": media_type})

    class Tree(weasyprint.HTML):  # type: ignore[misc]
        """A document given as a tree: what has no parser cannot be parsed wrongly (a note inside a
        paragraph)."""

        def __init__(self) -> None:
            self.base_url = None
            self.url_fetcher = Fetcher()
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=css, font_config=fonts, url_fetcher=Fetcher())
    intent = {"output_intent": "srgb"} if srgb else {}
    try:
        with _LOCK, linear(listed), replaced(*seam_lines.changes(), *seam_notes.changes(root)):
            return Tree().render(font_config=fonts, stylesheets=[sheet], **intent)
    except Exception as error:
        raise ToolFailedError(
            f"the layout engine failed ({type(error).__name__}: {error}).", "Report this with the document."
        ) from error


def write(document: Document, tag: Callable[[Canvas], None], finish: Callable[[Any], None],
          *, placed: set[ET.Element], version: str, srgb: bool) -> bytes:  # fmt: skip
    """Write the pages as PDF ``version``; the document is used up.

    ``placed`` are the elements whose places are wanted; ``tag`` is called when all is painted, ``finish`` with
    pydyf's PDF when all but the bytes is made.
    """
    state: dict[str, Any] = {}
    collector = Collector(placed)
    for page in document.pages:  # ours are made from the tags; the engine's would hold on to all boxes
        page.links, page.anchors, page.bookmarks = [], {}, []

    def add_tags(pdf: Any, pages: Any, _version: object, streams: Any) -> None:
        fonts = {str(font.hash): font for font in state["fonts"].values()}
        tag(Canvas(pdf, pages, tuple(streams), fonts, collector.finish()))

    with _LOCK, _replaced(add_tags, collector, state):
        intent = {"output_intent": "srgb"} if srgb else {}
        data: bytes = document.write_pdf(
            finisher=lambda _, pdf: finish(pdf), pdf_tags=True, pdf_version=version, **intent
        )
    return data


@contextmanager
def _replaced(add_tags: Callable[..., None], collector: Collector, state: dict[str, Any]) -> Iterator[None]:
    """Our functions in the place of WeasyPrint's while one file is written."""
    import pydyf
    import weasyprint.pdf as engine
    from weasyprint.document import Page
    from weasyprint.pdf.stream import Stream

    build_fonts = engine.build_fonts_dictionary
    draw = Page.paint

    def paint(self: Any, stream: Any, scale: float = 1) -> None:
        draw(self, stream, scale)
        collector.take(self, stream)

    def build_fonts_dictionary(pdf: Any, fonts: Any, *rest: Any) -> Any:
        state["fonts"] = fonts
        for font in fonts.values():
            for glyph, text in font.to_unicode.items():
                if text == "\u00a0":  # one glyph for both spaces: whichever came first must not rename the other
                    font.to_unicode[glyph] = " "
                elif not text:  # a part of a letter, such as its dots: a glyph must have some character
                    font.to_unicode[glyph] = WORD_JOINER
        return build_fonts(pdf, fonts, *rest)

    def page_references(self: Any) -> tuple[bytes, ...]:
        kids = self.pages["Kids"]
        cached = state.get("pages")
        if cached is None or len(cached) * 3 != len(kids):
            cached = state["pages"] = tuple(b"%d 0 R" % number for number in kids[::3])
        return cached

    plain = pydyf.Stream.data.fget

    def stream_data(self: Any) -> bytes:
        """A stream whose end is clear. With a line feed alone, one that ends in a carriage return seems to end before
        it, and so to be shorter than its Length says (ISO 32000-2, 7.3.8.1)."""
        return bytes(plain(self)).removesuffix(STREAM_END) + b"\r" + STREAM_END

    with replaced(
        (engine, "add_tags", add_tags),
        (engine, "build_fonts_dictionary", build_fonts_dictionary),
        (Page, "paint", paint),
        (Stream, "marked", seam_marks.marked),
        (Stream, "artifact", seam_marks.artifact),
        (pydyf.PDF, "page_references", property(page_references)),
        (pydyf.Stream, "data", property(stream_data)),
    ):
        yield


def _quiet() -> None:
    """WeasyPrint's log is for its developers; what matters to a writer is raised."""
    for name in ("weasyprint", "weasyprint.progress", "fontTools"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def require(condition: bool, what: str) -> None:
    """ToolFailedError where the layout engine is not as this file knows it."""
    if not condition:
        raise ToolFailedError(f"the layout engine changed: {what}.", f"Install WeasyPrint {TESTED_WITH}.")
