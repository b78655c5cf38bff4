# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a check of XLIFF says, and the few questions that all of its checks ask of a tree."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from pipeline.outline.xliff_grammar import CORE, MODULES, XML
from pipeline.translate import safexml


class Problem(NamedTuple):
    """A constraint that a file breaks: its short name, what is wrong, the line (from 1) and where.

    ``place`` is the fragment identifier of the nearest file, group and unit (``f=f1/u=u3``).
    """

    rule: str
    message: str
    line: int = 0
    place: str = ""


def name_of(element: etree._Element) -> str:
    """``unit`` for a core element, ``mtc:match`` for one of a module, ``ext`` for any other, "" for a comment
    or a processing instruction."""
    return _name(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _name(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    namespace = namespace.lstrip("{")
    if namespace in CORE:
        return local
    return f"{MODULES[namespace]}:{local}" if namespace in MODULES else "ext"


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The child elements, without comments and processing instructions."""
    return (child for child in element if isinstance(child.tag, str))


def place_of(element: etree._Element) -> str:
    """The fragment identifier of the nearest file, group or unit."""
    steps: list[str] = []
    node: etree._Element | None = element
    while node is not None:
        name = name_of(node)
        if name in ("file", "unit") or (name == "group" and not steps):
            steps.append(f"{name[0]}={node.get('id', '?')}")
        node = node.getparent()
    return "/".join(reversed(steps))


def problem(rule: str, element: etree._Element, message: str) -> Problem:
    """A problem at an element."""
    return Problem(rule, message, safexml.line_of(element), place_of(element))


def inherited(element: etree._Element, attribute: str, default: str = "") -> str:
    """The value of an attribute that children inherit (``xml:space``, ``xml:lang``)."""
    node: etree._Element | None = element
    while node is not None:
        value = node.get(f"{{{XML}}}{attribute}")
        if value is not None:
            return value
        node = node.getparent()
    return default
