# SPDX-License-Identifier: AGPL-3.0-or-later
"""A content document as a tree: web pages parsed as browsers do, XHTML as XML, nothing loaded from anywhere.

HTML elements carry their plain names ("p"), SVG's and MathML's keep their namespace, so that an SVG ``title``
is not mistaken for the page's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from lxml import etree

from pipeline.errors import InputError
from pipeline.model import namespaces
from pipeline.model.namespaces import XML_LANG
from pipeline.outline.markup import exact

XHTML = f"{{{namespaces.XHTML}}}"
SVG = f"{{{namespaces.SVG}}}"
MATHML = f"{{{namespaces.MATHML}}}"
EPUB = f"{{{namespaces.OPS}}}"
MOST_BROTHERS = 200
LARGEST = 64_000_000
DEEPEST = 512
"""Browsers cut the nesting there too; a depth without end would cost time without end."""


@dataclass(frozen=True)
class Page:
    """One content document. ``name`` is its file name; ``styles`` are the texts of its linked style sheets by
    name (those inside the page are in the tree); ``broken`` says why it was not well-formed, if it was not."""

    name: str
    root: etree._Element
    styles: tuple[tuple[str, str], ...] = ()
    broken: str = ""

    @cached_property
    def body(self) -> etree._Element:
        """The body, or the root where there is none."""
        found = self.root.find("body")
        return self.root if found is None else found

    @cached_property
    def elements(self) -> tuple[etree._Element, ...]:
        """All elements in document order: kept, since lxml makes those that nobody holds anew for each rule."""
        return tuple(elements(self.root))

    @cached_property
    def inside(self) -> tuple[etree._Element, ...]:
        """The body and all elements in it, in document order."""
        return tuple(elements(self.body))

    @cached_property
    def ids(self) -> Mapping[str, etree._Element]:
        """Elements by id: the first of each, as browsers find them."""
        found: dict[str, etree._Element] = {}
        for element in self.elements:
            identifier = element.get("id", "")
            if identifier:
                found.setdefault(identifier, element)
        return found

    def place(self, element: etree._Element) -> str:
        """Where an element stands, for a reader of the report: "ch1.xhtml#intro p[3]"."""
        return f"{self.name}{where(element)}"


def elements(root: etree._Element) -> Iterator[etree._Element]:
    """The elements below and with ``root`` in document order, without comments and instructions."""
    for node in root.iter():
        if isinstance(node.tag, str):
            yield node


def where(element: etree._Element) -> str:
    """A short path: from the nearest id above, by name and count among brothers of that name."""
    steps: list[str] = []
    here: etree._Element | None = element
    while here is not None:
        identifier = here.get("id", "")
        if identifier:
            return f"#{identifier}" + "".join(f" {step}" for step in reversed(steps))
        steps.append(f"{local(here)}{_number(here)}")
        here = here.getparent()
    return " " + " ".join(reversed(steps))


def _number(element: etree._Element) -> str:
    """Which of its brothers of that name an element is: "[3]"; nothing for the only one."""
    before = sum(1 for _ in islice(element.itersiblings(str(element.tag), preceding=True), MOST_BROTHERS))
    if before == MOST_BROTHERS:
        return f"[{MOST_BROTHERS}…]"
    after = next(element.itersiblings(str(element.tag)), None)
    return f"[{before + 1}]" if before or after is not None else ""


def local(element: etree._Element) -> str:
    """The element's name without namespace."""
    return str(element.tag).rpartition("}")[2]


def text(element: etree._Element) -> str:
    """All text below, white space folded to single spaces."""
    return " ".join("".join(_in_order(element)).split())


def _in_order(element: etree._Element) -> Iterator[str]:
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start" and node.text:
            yield str(node.text)
        elif event != "start" and node is not element and node.tail:
            yield str(node.tail)


def language(element: etree._Element) -> str:
    """The language in force: ``lang`` (else ``xml:lang``) of the element or the nearest above."""
    here: etree._Element | None = element
    while here is not None:
        own = own_language(here)
        if own is not None:
            return own
        here = here.getparent()
    return ""


def own_language(element: etree._Element) -> str | None:
    """The language that an element itself says; None if it says none."""
    own = element.get("lang")
    if own is None:
        own = element.get(XML_LANG)
    return None if own is None else str(own).strip()


def from_html(data: bytes, name: str) -> Page:
    """Parse a web page. Raises InputError for what is no text, or too large."""
    _bounded(data, name)
    if b"\0" in data[:1024] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("this is no HTML.", "Give a web page.", file=name)
    try:
        root = exact(data, DEEPEST, likely_encoding="utf-8" if _is_utf8(data) else None)
    except (ValueError, LookupError, RecursionError, AssertionError) as error:
        raise InputError(f"not readable as HTML: {error}.", "Check the file.", file=name) from None
    return Page(name, root)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def from_xhtml(data: bytes, name: str, styles: tuple[tuple[str, str], ...] = ()) -> Page:
    """Parse an XHTML file; one that is not well-formed is parsed as HTML and ``broken`` says why."""
    try:
        root = parse_xml(data, name)
    except InputError as error:
        return Page(name, from_html(data, name).root, styles, error.what)
    for element in elements(root):
        element.tag = str(element.tag).removeprefix(XHTML)
    return Page(name, root, styles)


def parse_xml(data: bytes, name: str) -> Any:
    """The root of an XML file; no DTD, no entities, no network. Raises InputError with the line."""
    _bounded(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        raise InputError(f"not well-formed: {error.msg}.", "Correct this line.", file=name, line=line) from None
    except ValueError as error:
        raise InputError(f"not readable as XML: {error}.", "Check the file.", file=name) from None


def _bounded(data: bytes, name: str) -> None:
    if len(data) > LARGEST:
        raise InputError("larger than 64 MB.", "Split it.", file=name)
