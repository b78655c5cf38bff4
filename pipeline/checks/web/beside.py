# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of a page in plain language, and their words as read."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.page import local
from pipeline.checks.parity.compare import fold
from pipeline.outline.words import classes, is_back, is_call

APART = frozenset({
    "p", "li", "div", "ul", "ol", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "table", "caption", "tr",
    "td", "th", "pre", "aside", "section", "h1", "h2", "h3", "h4", "h5", "h6", "br",
})  # fmt: skip


def of_class(root: etree._Element, name: str) -> list[etree._Element]:
    """The elements of a class, in their order."""
    return [one for one in root.iter() if name in (one.get("class") or "") and name in classes(one)]


def said(part: etree._Element) -> str:
    """The text as read, blocks apart, without calls of notes, ways back, and the label of the original."""
    return fold("".join(_pieces(part)))


def _pieces(part: etree._Element) -> Iterator[str]:
    if not isinstance(part.tag, str) or is_call(part) or is_back(part) or "original-label" in classes(part):
        return
    if local(part) == "math":
        yield part.get("alttext") or part.get("data-tex") or ""
        return
    yield part.text or ""
    for child in part:
        yield from _pieces(child)
        if local(child) in APART:
            yield " "
        yield child.tail or ""
