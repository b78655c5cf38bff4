# SPDX-License-Identifier: AGPL-3.0-or-later
"""What elements mean to a reader: which are blocks, which are hidden, what text they give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.model import Role
from pipeline.outline.markup import EPUB_TYPE, name

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "iframe", "legend", "li", "main", "menu", "nav", "object", "ol", "p", "pre",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "audio", "video",
    "canvas",
})  # fmt: skip
INLINE: dict[str, Role | None] = {
    "em": Role.EMPHASIS, "i": Role.EMPHASIS, "strong": Role.STRONG, "b": Role.STRONG, "sup": Role.SUPERSCRIPT,
    "sub": Role.SUBSCRIPT, "q": Role.QUOTATION, "code": Role.INLINE_CODE, "kbd": Role.INLINE_CODE,
    "samp": Role.INLINE_CODE, "a": None, "span": None, "bdi": None, "abbr": None, "ins": None, "del": Role.DELETED,
    "s": Role.DELETED, "strike": Role.DELETED,
    "mark": None, "label": None,
}  # fmt: skip
NEVER_READ = frozenset({"script", "style", "template", "noscript", "head", "title", "link", "meta", "datalist"})
ROLES_OF_TYPES = {"pagebreak": "doc-pagebreak", "noteref": "doc-noteref", "backlink": "doc-backlink",
                  "endnotes": "doc-endnotes", "footnotes": "doc-endnotes"}  # fmt: skip
NONE: frozenset[str] = frozenset()
STOPS = frozenset({"input", "button", "select", "textarea"})


def classes(element: Any) -> frozenset[str]:
    """The classes of an element; none of a comment."""
    own = element.get("class") if isinstance(element.tag, str) else ""
    return frozenset(own.split()) if own else NONE


def roles(element: Any) -> frozenset[str]:
    """ARIA roles, and epub:type (which older books have alone)."""
    role, types = element.get("role"), element.get(EPUB_TYPE)
    if not role and not types:
        return NONE
    own, old = (role or "").lower().split(), (types or "").lower().split()
    return frozenset([*own[:1], *(ROLES_OF_TYPES.get(one, one) for one in old)])


def is_hidden(element: Any) -> bool:
    """Whether nobody gets the element: hidden by attribute, from assistive technology, or by its own style."""
    if not isinstance(element.tag, str):
        return True
    if name(element) in NEVER_READ:
        return True
    if is_withheld(element):
        return True
    style = "".join((element.get("style") or "").lower().split())
    return "display:none" in style or "visibility:hidden" in style


def is_withheld(element: Any) -> bool:
    """Whether an attribute keeps an element from readers: all of them, or those who listen. HTML 6.4: what is inert is
    as if it were not there, for those who listen and for the keyboard."""
    if element.get("hidden") is not None or element.get("inert") is not None:
        return True
    return (element.get("aria-hidden") or "").lower() == "true"


def is_decoration(element: Any) -> bool:
    """Whether a picture is said to be decoration, so that nobody is told of its alternative (ARIA 1.2, 5.4); a global
    attribute takes that back (8.5)."""
    own = (element.get("role") or "").lower().split()
    return own[:1] in (["none"], ["presentation"]) and not (element.get("aria-label") or element.get("aria-labelledby"))


def is_call(element: Any) -> bool:
    """Whether a link calls a note."""
    return name(element) == "a" and "doc-noteref" in roles(element)


def is_back(element: Any) -> bool:
    """Whether a link leads back from a note."""
    return name(element) == "a" and "doc-backlink" in roles(element)


def is_box(element: Any) -> bool:
    """Whether an element is the box of a task."""
    classes = (element.get("class") or "").split() if isinstance(element.tag, str) else []
    if "checkbox" in classes and "img" in roles(element):
        return True
    return name(element) == "input" and (element.get("type") or "").lower() == "checkbox"


def skips(element: Any) -> bool:
    """Whether a reading text without calls leaves the element out."""
    return is_call(element) or is_back(element)


def plain_text(element: Any) -> str:
    """The reading text: blocks apart, white space folded, calls of notes and images left out, maths as TeX."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    """Without recursion, since files may be nested as deep as they like."""
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        node, done = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        kind = name(node)
        if done:
            continue
        if node is not element and (is_hidden(node) or skips(node) or is_box(node) or kind in STOPS):
            continue
        if kind == "math":
            yield node.get("data-tex") or node.get("alttext") or " ".join(node.itertext())
            continue
        edge = " " if kind in BLOCKS or kind == "br" else ""
        following: list[tuple[Any, bool]] = [(edge, False), (node.text or "", False)]
        for child in node:
            following.append((child, False))
            following.append((child.tail or "", False))
        following.append((edge, False))
        stack.extend(reversed(following))
