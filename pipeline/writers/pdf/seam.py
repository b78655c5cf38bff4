# SPDX-License-Identifier: AGPL-3.0-or-later
"""The only file that touches the inside of WeasyPrint 70.

Public there: ``HTML.render``, ``Document.pages``, ``Page.links``, ``Page.anchors``, ``Page.bookmarks``,
``URLFetcher``, a box's place in CSS pixels. Not public, and used here: the functions ``add_tags`` and
``build_fonts_dictionary`` of ``weasyprint.pdf``, ``Page.paint`` (all replaced while a file is written, under a lock),
``PDF.page_references`` of pydyf (computed once a file instead of once an element: it made the tagged build
quadratic), ``Stream.data`` of pydyf (the line end before ``endstream``), ``Page._page_box``, a stream's ``_tags`` and
its list of items, a box's ``element``, ``element_tag``, ``text``, ``is_leader``, ``at_keyword`` and a placeholder's
``_box``; while pages are laid out ``TargetCollector``, ``LayoutContext``, ``find_style_attributes`` and
``set_page_type_computed_styles`` (see ``_linear``).
``tests/pdf/test_seam.py`` fails loudly when one of these moves.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from pipeline.errors import ToolFailedError
from pipeline.writers.pdf import seam_lines
from pipeline.writers.pdf.painted import Leaf, Painted, Place

if TYPE_CHECKING:
    from weasyprint import Document

TESTED_WITH = "70.0"
WORD_JOINER = "\u2060"  # changes neither shape nor words
STREAM_END = b"\nendstream"
PX = 0.75  # points in a CSS pixel
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Canvas:
    """A file being written: pydyf's PDF, the streams of its pages, the fonts by their names in the file."""

    pdf: Any
    document: Any
    streams: tuple[Any, ...]
    fonts: dict[str, Any]
    painted: Painted


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
        with _LOCK, _linear(listed), _set(*seam_lines.changes()):
            return Tree().render(font_config=fonts, stylesheets=[sheet], **intent)
    except Exception as error:
        raise ToolFailedError(
            f"the layout engine failed ({type(error).__name__}: {error}).", "Report this with the document."
        ) from error


@contextmanager
def _linear(listed: set[str]) -> Iterator[None]:
    """Layout whose time grows with the pages alone.

    For each id the engine goes through all ids so far, for each that the contents list through all entries of the
    contents, for each line through all notes that are still to come, for each page through all styles: at 400 pages
    more than a sixth of its time. And elements with an id share no style. Links and bookmarks are made from the tags,
    so the engine hears only of the ids whose pages are printed (a style may name any), and looks up the rest.
    """
    import weasyprint.css as styles
    import weasyprint.document as engine
    import weasyprint.layout.page as paging

    find = styles.find_style_attributes
    same: dict[str, Any] = {}

    def find_style_attributes(*given: Any) -> Iterator[Any]:
        for specificity, element, declarations, base in find(*given):
            if specificity[0]:  # a style attribute; what says the same is to be the same
                yield specificity, element, same.setdefault(element.get("style"), declarations), base
            elif declarations[0].name != "-weasy-anchor" or element.get("id") in listed:
                yield specificity, element, declarations, base

    class Targets(engine.TargetCollector):  # type: ignore[misc]
        """Asks only those boxes about a target's page that print it."""

        counter_lookup_items: dict[Any, Any]
        _askers: dict[str, dict[Any, Any]] | None = None

        def cache_target_page_counters(self, anchor_name: str, *rest: Any) -> None:
            every = self.counter_lookup_items
            if self._askers is None and not self.collecting:  # from here on there are no new ones
                self._askers = {}
                for key, item in every.items():
                    for name in item.missing_target_counters:
                        self._askers.setdefault(name, {})[key] = item
            self.counter_lookup_items = (self._askers or {}).get(anchor_name, {})
            try:
                super().cache_target_page_counters(anchor_name, *rest)
            finally:
                self.counter_lookup_items = every

    class Context(engine.LayoutContext):  # type: ignore[misc]
        """Keeps the notes to come in a list that knows at once whether it holds a box."""

        @property
        def footnotes(self) -> _Boxes:
            return self._footnotes

        @footnotes.setter
        def footnotes(self, boxes: list[Any]) -> None:
            self._footnotes = _Boxes(boxes)

    style_page = paging.set_page_type_computed_styles

    def set_page_type_computed_styles(page_type: Any, tree: Any, style_for: Any) -> None:
        style_page(page_type, tree, _PageStyles(style_for, page_type))

    with _set(
        (paging, "set_page_type_computed_styles", set_page_type_computed_styles),
        (engine, "TargetCollector", Targets),
        (engine, "LayoutContext", Context),
        (styles, "find_style_attributes", find_style_attributes),
    ):
        yield


class _PageStyles:
    """The engine's styles as one page's own are made: of all cascaded ones it sees those of the page and its
    margins."""

    def __init__(self, styles: Any, page_type: Any) -> None:
        self.add_page_declarations = styles.add_page_declarations
        self.set_computed_styles = styles.set_computed_styles
        self._styles = styles
        self._page_type = page_type

    def get_cascaded_styles(self) -> list[tuple[Any, str | None]]:
        every = self._styles.get_cascaded_styles()
        rules = (rule for sheet, _, _ in self._styles._sheets for rule in sheet.page_rules)
        parts = dict.fromkeys(part for _, selectors, _ in rules for _, part, _ in selectors)
        return [key for part in parts if (key := (self._page_type, part)) in every]


@contextmanager
def _set(*changes: tuple[Any, str, Any]) -> Iterator[None]:
    """Ours in the place of the engine's: (owner, name, value)."""
    before = [(owner, name, owner.__dict__[name]) for owner, name, _ in changes]
    try:
        for owner, name, value in changes:
            setattr(owner, name, value)
        yield
    finally:
        for owner, name, value in before:
            setattr(owner, name, value)


class _Boxes(list[Any]):
    """A list of boxes, each in it once, that also keeps them as a set. What the engine does with its list is here and
    nothing more."""

    def __init__(self, boxes: list[Any]) -> None:
        super().__init__(boxes)
        self._held = set(boxes)

    def __contains__(self, box: object) -> bool:
        return box in self._held

    def append(self, box: Any) -> None:
        super().append(box)
        self._held.add(box)

    def remove(self, box: Any) -> None:
        super().remove(box)
        self._held.discard(box)


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

    with _set(
        (engine, "add_tags", add_tags),
        (engine, "build_fonts_dictionary", build_fonts_dictionary),
        (Page, "paint", paint),
        (pydyf.PDF, "page_references", property(page_references)),
        (pydyf.Stream, "data", property(stream_data)),
    ):
        yield


def _quiet() -> None:
    """WeasyPrint's log is for its developers; what matters to a writer is raised."""
    for name in ("weasyprint", "weasyprint.progress", "fontTools"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


class Collector:
    """The painted content of all pages, taken page by page as they are painted.

    A page's boxes are let go as soon as they are painted: they are most of what a layout holds in memory.
    """

    def __init__(self, placed: set[ET.Element]) -> None:
        self._painted = Painted()
        self._placed = placed
        self._groups: dict[ET.Element, list[_Copy]] = {}

    def take(self, page: Any, stream: Any) -> None:
        """What is painted on one page."""
        painted = self._painted
        walker = _Walker(painted, self._groups, len(painted.marks), page.height, stream._tags, self._placed)
        walker.page(page._page_box)
        painted.first.append(walker.main)
        painted.marks.append(len(stream._tags))
        stream._tags.clear()
        page._page_box = None

    def finish(self) -> Painted:
        """Everything, and which of it counts: a table's head on its first page, its foot on its last."""
        for copies in self._groups.values():
            chosen = copies[-1] if copies[0].foot else copies[0]
            for element, place in chosen.places:
                self._painted.places.setdefault(element, []).append(place)
            for copy in copies:
                for leaf in copy.leaves if copy is not chosen else ():
                    leaf.zone = "again"
        return self._painted


@dataclass(slots=True)
class _Copy:
    """A table's head or foot as painted on one page."""

    foot: bool
    leaves: list[Leaf] = field(default_factory=list)
    places: list[tuple[ET.Element, Place]] = field(default_factory=list)


class _Walker:
    """The boxes of one page in their order."""

    def __init__(self, painted: Painted, groups: Any, number: int, height: float, tags: Any,
                 placed: set[ET.Element]) -> None:  # fmt: skip
        from weasyprint.formatting_structure import boxes
        from weasyprint.layout.absolute import AbsolutePlaceholder

        self._painted = painted
        self._groups = groups
        self._number = number
        self._height = height
        self._tags = tags
        self._boxes = boxes
        self._leaves = (boxes.TextBox, boxes.ReplacedBox)
        self._placed = placed
        self._placeholder = AbsolutePlaceholder
        self.main: list[Leaf] = []

    def page(self, page_box: Any) -> None:
        for child in page_box.children:
            if isinstance(child, self._boxes.MarginBox):
                self._walk(child, "margin", child.at_keyword, None)
            elif isinstance(child, self._boxes.FootnoteAreaBox):
                self._walk(child, "foot", "", None)
            else:
                self._walk(child, "main", "", None)

    def _walk(self, box: Any, zone: str, keyword: str, group: _Copy | None) -> None:
        boxes = self._boxes
        if isinstance(box, self._placeholder):
            box = box._box
        if isinstance(box, self._leaves):
            self._leaf(box, zone, keyword, group)
            if isinstance(box, boxes.TextBox):
                return
        if box.element in self._placed and "::" not in box.element_tag and not isinstance(box, boxes.LineBox):
            self._place(box, group)
        if box.is_leader:  # each of its dots is a box: artifacts of which there is nothing to say
            return
        if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
            group = _Copy(bool(box.is_footer))
            self._groups.setdefault(box.element, []).append(group)
        for child in box.children:
            self._walk(child, zone, keyword, group)

    def _leaf(self, box: Any, zone: str, keyword: str, group: _Copy | None) -> None:
        mark = self._tags.get(box)
        if mark is None:  # a text of the layout that is not painted
            return
        image = not isinstance(box, self._boxes.TextBox)
        _, _, pseudo = (box.element_tag or "").partition("::")
        leaf = Leaf(
            self._number, mark["mcid"], box.element, pseudo, "" if image else box.text, image,
            zone, self._points(box.content_box_x(), box.content_box_y(), box.width, box.height),
            keyword,
        )
        if group is not None:
            group.leaves.append(leaf)
        if box.element is None or zone == "margin" or box.style["visibility"] != "visible":
            self._painted.rest.append(leaf)
            return
        self._painted.leaves.setdefault(box.element, []).append(leaf)
        if zone == "main":
            self.main.append(leaf)

    def _place(self, box: Any, group: _Copy | None) -> None:
        place = (self._number, *self._points(*box.hit_area()))
        if group is not None:
            group.places.append((box.element, place))
        else:
            self._painted.places.setdefault(box.element, []).append(place)

    def _points(self, x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
        top = self._height - y
        return (x * PX, (top - height) * PX, (x + width) * PX, top * PX)


def require(condition: bool, what: str) -> None:
    """ToolFailedError where the layout engine is not as this file knows it."""
    if not condition:
        raise ToolFailedError(f"the layout engine changed: {what}.", f"Install WeasyPrint {TESTED_WITH}.")
