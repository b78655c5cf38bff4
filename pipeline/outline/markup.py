# SPDX-License-Identifier: AGPL-3.0-or-later
"""Untrusted markup as a tree: XHTML strictly as XML, web pages as browsers parse them; always bounded."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
LARGEST = 64 * 2**20
# The exact parser is quadratic in depth and slow on size: beyond these a quick one that forgives less is used.
EXACT_SIZE = 6 * 2**20
EXACT_DEPTH = 400
DEEPEST = 150
IN_HTML_XML_LANG = "xml-lang"
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
VOID = frozenset(
    {b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"source", b"track", b"wbr"}
)


def name(element: Any) -> str:
    """An element's name in lower case without its namespace; empty for comments and the like."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def parse_xml(data: bytes) -> tuple[etree._Element | None, str]:
    """The root of an XML file, or None and why. No DTD is loaded, no entity resolved, nothing fetched."""
    if len(data) > LARGEST:
        return None, "larger than 64 MiB"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return None, f"not well-formed: {str(error).splitlines()[0] if str(error) else 'no content'}"
    if any(entity.tag is etree.Entity for entity in root.iter(etree.Entity)):
        return root, "entities of its own are not read"
    return root, ""


def parse_html(data: bytes) -> tuple[etree._Element | None, str]:
    """The ``html`` element of a web page, or None; and what was given up while reading it."""
    if len(data) > LARGEST:
        return None, "larger than 64 MiB"
    if is_exact(data):
        try:
            return exact(data), ""
        except (ValueError, LookupError, AssertionError, RecursionError, AttributeError, TypeError) as error:
            return _quick(data, f"the exact parser gave up ({type(error).__name__})")
    return _quick(data, "very large or deeply nested: read by a simpler parser")


def exact(data: bytes, deepest: int = 0, **settings: Any) -> etree._Element:
    """A web page as browsers parse it (HTML, 13.2), as ``copied`` makes a tree of it.

    ``settings`` are those of ``tinyhtml5.parse``. Raises what that raises: ValueError, LookupError, AssertionError,
    RecursionError, AttributeError, TypeError.
    """
    import tinyhtml5
    from tinyhtml5 import inputstream

    if not isinstance(inputstream.characters_until_regex, _Expressions):
        inputstream.characters_until_regex = _Expressions()
    return copied(tinyhtml5.parse(data, **settings), deepest)


class _Expressions(dict[tuple[Any, bool], Any]):
    """The parser's cache of expressions: of sets of characters, and whether those are wanted or all others. Its own
    keeps each under a key by which it is never found, and half of the time goes into making them anew."""

    def __missing__(self, key: tuple[Any, bool]) -> re.Pattern[str]:
        characters, opposite = key
        listed = "".join(f"\\x{ord(character):02x}" for character in characters)
        self[key] = made = re.compile(f"[{listed}]+" if opposite else f"[^{listed}]+")
        return made


def is_exact(data: bytes) -> bool:
    """Whether a page is small and flat enough for the exact parser."""
    return len(data) <= EXACT_SIZE and _depth(data) <= EXACT_DEPTH


def _quick(data: bytes, problem: str) -> tuple[etree._Element | None, str]:
    from lxml import html

    parser = html.HTMLParser(encoding=_encoding(data), huge_tree=False)
    try:
        return html.document_fromstring(data, parser=parser), problem
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, LookupError):
        return None, "not readable as HTML"


def _encoding(data: bytes) -> str:
    found = re.search(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-zA-Z0-9_-]{2,30})""", data[:4096])
    return found.group(1).decode("ascii") if found else "utf-8"


def _depth(data: bytes) -> int:
    """How deep tags are nested if every one that opens is meant to be closed: an upper bound, nearly."""
    depth = deepest = 0
    for match in TAG.finditer(data):
        if match.group(1):
            depth = max(0, depth - 1)
        elif match.group(2).lower() not in VOID:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def copied(source: Any, deepest: int = 0) -> etree._Element:
    """The exact parser's tree as an lxml tree with plain names, without recursion: pages may be nested as deep as
    they like. Below ``deepest`` levels (0: no bound) nothing is taken over. ``xml:lang``, a name without meaning in
    HTML, becomes ``xml-lang``."""
    root = etree.Element(_safe_name(source.tag))
    stack: list[tuple[Any, etree._Element, int]] = [(source, root, 0)]
    while stack:
        old, new, depth = stack.pop()
        for key, value in old.attrib.items():
            try:
                new.set(IN_HTML_XML_LANG if key == "xml:lang" else key, _clean(value))
            except ValueError:  # a name that XML cannot hold says nothing to a reader
                continue
        new.text = _clean(old.text)
        last: etree._Element | None = None
        for child in old:
            if isinstance(child.tag, str) and not (deepest and depth >= deepest):
                last = etree.SubElement(new, _safe_name(child.tag))
                last.tail = _clean(child.tail)
                stack.append((child, last, depth + 1))
            elif last is None:
                new.text = (new.text or "") + _clean(child.tail)
            else:
                last.tail = (last.tail or "") + _clean(child.tail)
    return root


@lru_cache(maxsize=1024)
def _safe_name(tag: str) -> str:
    plain = tag.removeprefix(XHTML)
    try:
        etree.QName(plain)
    except ValueError:
        return "unknown"
    return plain


def _clean(value: str | None) -> str:
    """Text without the characters that XML cannot hold."""
    return NO_XML.sub("", value) if value else ""
