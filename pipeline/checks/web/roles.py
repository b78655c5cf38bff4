# SPDX-License-Identifier: AGPL-3.0-or-later
"""The role of an element: the author's valid one, else HTML's own (HTML-AAM 1.0, SVG-AAM 1.0)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from pipeline.checks.page import MATHML, SVG
from pipeline.checks.web import aria
from pipeline.checks.web.view import View

SIMPLE = {
    "address": "group", "article": "article", "aside": "complementary", "blockquote": "blockquote",
    "button": "button", "caption": "caption", "code": "code", "datalist": "listbox", "dd": "definition",
    "del": "deletion", "details": "group", "dfn": "term", "dialog": "dialog", "dt": "term", "em": "emphasis",
    "fieldset": "group", "figure": "figure", "h1": "heading", "h2": "heading", "h3": "heading",
    "h4": "heading", "h5": "heading", "h6": "heading", "hr": "separator", "html": "document",
    "ins": "insertion", "main": "main", "math": "math", "menu": "list", "meter": "meter", "nav": "navigation",
    "ol": "list", "optgroup": "group", "option": "option", "output": "status", "p": "paragraph",
    "progress": "progressbar", "search": "search", "strong": "strong", "sub": "subscript",
    "sup": "superscript", "table": "table", "tbody": "rowgroup", "textarea": "textbox", "tfoot": "rowgroup",
    "thead": "rowgroup", "time": "time", "tr": "row", "ul": "list", "div": "generic", "span": "generic",
    "b": "generic", "i": "generic", "u": "generic", "body": "generic", "bdi": "generic", "bdo": "generic",
    "data": "generic", "pre": "generic", "q": "generic", "samp": "generic", "small": "generic", "mark": "mark",
}  # fmt: skip
INPUTS = {
    "button": "button", "checkbox": "checkbox", "image": "button", "number": "spinbutton", "radio": "radio",
    "range": "slider", "reset": "button", "submit": "button",
}  # fmt: skip
TEXT_INPUTS = frozenset({"", "text", "email", "tel", "url", "search"})
SECTIONING = frozenset({"article", "aside", "main", "nav", "section"})
SCOPES = {"row": "rowheader", "rowgroup": "rowheader", "col": "columnheader", "colgroup": "columnheader"}
NONE = frozenset({"none", "presentation"})
Answer = Callable[[View, etree._Element], str]


def role(view: View, element: etree._Element) -> str:
    """The role in force; empty where there is none."""
    for token in element.get("role", "").lower().split():
        if token in aria.ROLES:
            if token in NONE and _conflict(view, element):
                return implicit(view, element)
            return "none" if token in NONE else token
    return implicit(view, element)


def explicit(element: etree._Element) -> str:
    """The first valid role that the author wrote."""
    return next((token for token in element.get("role", "").lower().split() if token in aria.ROLES), "")


def _conflict(view: View, element: etree._Element) -> bool:
    """ARIA 1.2, 8.5: what takes the focus or has a global property does not become presentational."""
    if view.focusable(element):
        return True
    allowed = aria.GLOBAL - {"aria-hidden"}
    return any(name in allowed and value.strip() for name, value in element.attrib.items())


def implicit(view: View, element: etree._Element) -> str:
    """HTML's own role."""
    tag = str(element.tag)
    if tag.startswith(SVG):
        return _svg(element)
    if tag in (f"{MATHML}math", "math"):
        return "math"
    special = _SPECIAL.get(tag)
    return special(view, element) if special is not None else SIMPLE.get(tag, "")


def _svg(element: etree._Element) -> str:
    tag = str(element.tag).removeprefix(SVG)
    if tag == "svg":
        return "graphics-document"
    if tag == "a":
        return "link"
    named = element.get("aria-label", "").strip() or element.find(f"{SVG}title") is not None
    return "graphics-symbol" if named and tag in ("circle", "ellipse", "line", "path", "polygon", "rect") else ""


def _img(view: View, element: etree._Element) -> str:
    if element.get("alt") != "":
        return "img"
    return "img" if _conflict(view, element) else "none"


def _input(_: View, element: etree._Element) -> str:
    kind = element.get("type", "").strip().lower()
    if kind == "hidden":
        return ""
    if kind in INPUTS:
        return INPUTS[kind]
    if kind in ("color", "date", "datetime-local", "file", "month", "password", "time", "week"):
        return ""
    if element.get("list") is not None:
        return "combobox"
    return "searchbox" if kind == "search" else "textbox"


def _select(_: View, element: etree._Element) -> str:
    size = element.get("size", "").strip()
    many = element.get("multiple") is not None or (size.isdigit() and int(size) > 1)
    return "listbox" if many else "combobox"


def _link(_: View, element: etree._Element) -> str:
    return "link" if element.get("href") is not None else "generic"


def _landmark(name: str) -> Answer:
    def answer(_: View, element: etree._Element) -> str:
        here = element.getparent()
        while here is not None:
            if here.tag in SECTIONING or explicit(here) in ("article", "complementary", "main", "navigation", "region"):
                return "generic"
            here = here.getparent()
        return name

    return answer


def _named_only(name: str) -> Answer:
    def answer(_: View, element: etree._Element) -> str:
        named = any(element.get(key, "").strip() for key in ("aria-label", "aria-labelledby", "title"))
        return name if named else "generic"

    return answer


def _li(_: View, element: etree._Element) -> str:
    parent = element.getparent()
    return "listitem" if parent is not None and parent.tag in ("ul", "ol", "menu") else "generic"


def table_of(element: etree._Element) -> etree._Element | None:
    """The nearest table around an element."""
    here = element.getparent()
    while here is not None and here.tag != "table":
        here = here.getparent()
    return here


def _td(_: View, element: etree._Element) -> str:
    table = table_of(element)
    if table is None or explicit(table) in NONE:
        return ""
    return "gridcell" if explicit(table) in ("grid", "treegrid") else "cell"


def _th(_: View, element: etree._Element) -> str:
    table = table_of(element)
    if table is None or explicit(table) in NONE:
        return ""
    scope = element.get("scope", "").strip().lower()
    if scope in SCOPES:
        return SCOPES[scope]
    row = element.getparent()
    if row is not None and any(cell.tag == "td" for cell in row):
        return "rowheader"
    return "columnheader"


def _tr(_: View, element: etree._Element) -> str:
    table = table_of(element)
    return "" if table is None or explicit(table) in NONE else "row"


_SPECIAL: dict[str, Answer] = {
    "a": _link, "area": _link, "img": _img, "input": _input, "select": _select, "li": _li, "td": _td, "th": _th,
    "tr": _tr, "header": _landmark("banner"), "footer": _landmark("contentinfo"), "section": _named_only("region"),
    "form": _named_only("form"),
}  # fmt: skip
