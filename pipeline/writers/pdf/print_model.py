# SPDX-License-Identifier: AGPL-3.0-or-later
"""The print tree: its resources and formulas, and what is asked of its elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Picture:
    """A formula drawn as vectors: the SVG, its size and how far it reaches below the line, in em."""

    svg: bytes
    width: float
    height: float
    depth: float


@dataclass(frozen=True, slots=True)
class Formula:
    """What a formula is besides its drawing: MathML, TeX, and words in the document's language; for each part of the
    drawing, in their order, the number of the MathML's element that it shows."""

    mathml: bytes
    tex: str
    words: str
    display: bool
    drawn: tuple[int, ...] = ()


@dataclass(slots=True)
class PrintTree:
    """The tree (``html`` at its root, no namespaces), the resources it names, its formulas by element."""

    root: ET.Element
    resources: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    formulas: dict[ET.Element, Formula] = field(default_factory=dict)


def append(target: ET.Element, child: ET.Element | None, tail: str) -> None:
    """Put a child, or only the text behind it, at the end of an element."""
    if child is not None:
        child.tail = tail
        target.append(child)
    elif len(target):
        target[-1].tail = (target[-1].tail or "") + tail
    else:
        target.text = (target.text or "") + tail


def named(value: str | None) -> list[str]:
    """The names in a ``class`` attribute."""
    return (value or "").split()


def classes(element: ET.Element) -> list[str]:
    """The classes of an element of the print tree."""
    return named(element.get("class"))


def says_something(element: ET.Element) -> bool:
    """Whether there is text or a picture in an element."""
    return bool("".join(element.itertext()).strip()) or element.find(".//img") is not None


def listed(root: ET.Element) -> set[str]:
    """The ids of the headings that the contents list with their pages."""
    contents = root.find(".//nav[@class='contents']")
    return {(link.get("href") or "")[1:] for link in contents.iter("a")} if contents is not None else set()


def placed(root: ET.Element) -> set[ET.Element]:
    """The elements whose places on the pages are needed: links, what they lead to, headings."""
    targets = {(link.get("href") or "")[1:] for link in root.iter("a")}
    return {element for element in root.iter()
            if element.tag == "a" or element.tag in HEADINGS or element.get("id") in targets}  # fmt: skip


def texts(root: ET.Element) -> Iterator[str]:
    """Every piece of text of a print tree, and every label that its style prints."""
    for element in root.iter():
        yield element.text or ""
        yield element.tail or ""
        yield element.get("data-label") or ""
