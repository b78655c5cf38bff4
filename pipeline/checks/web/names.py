# SPDX-License-Identifier: AGPL-3.0-or-later
"""The accessible name of an element (Accessible Name and Description Computation 1.2, HTML-AAM 1.0)."""

from __future__ import annotations

from lxml import etree

from pipeline.checks.once import once
from pipeline.checks.page import MATHML, SVG, elements
from pipeline.checks.web import aria
from pipeline.checks.web.roles import role
from pipeline.checks.web.view import View

DEEPEST = 60
LABELLED = frozenset({"input", "select", "textarea", "button", "meter", "output", "progress"})
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
     "td", "th", "tr", "ul", "br"}
)  # fmt: skip


def name(view: View, element: etree._Element) -> str:
    """The accessible name, white space folded; empty if there is none."""
    return " ".join(_name(view, element, frozenset(), referenced=False, recursing=False).split())


def _name(
    view: View, element: etree._Element, seen: frozenset[etree._Element], *, referenced: bool, recursing: bool
) -> str:
    if element in seen or len(seen) > DEEPEST:
        return ""
    seen = seen | {element}
    if not referenced and not view.exposed(element):
        return ""
    if not (referenced and recursing is False and len(seen) > 1):
        labelled = _labelledby(view, element, seen)
        if labelled.strip():
            return labelled
    label = element.get("aria-label", "").strip()
    if label:
        return label
    if recursing:
        value = _embedded(view, element)
        if value is not None:
            return value
    native = _native(view, element, seen)
    if native.strip():
        return native
    if recursing or referenced or role(view, element) in aria.NAME_FROM_CONTENT or element.tag == "summary":
        content = _content(view, element, seen, referenced=referenced)
        if content.strip():
            return content
    return element.get("title", "") if not str(element.tag).startswith((SVG, MATHML)) else ""


def _labelledby(view: View, element: etree._Element, seen: frozenset[etree._Element]) -> str:
    found = []
    for identifier in element.get("aria-labelledby", "").split():
        target = view.page.ids.get(identifier)
        if target is not None:
            inside = seen - {target} if target is element else seen
            found.append(_name(view, target, inside, referenced=True, recursing=False))
    return " ".join(found)


def _embedded(view: View, element: etree._Element) -> str | None:
    """Step 2E: a control inside a label speaks its value."""
    if element.tag == "input" and role(view, element) in ("textbox", "searchbox", "spinbutton", "slider"):
        return element.get("value", "")
    if element.tag == "textarea":
        return "".join(str(part) for part in element.itertext())
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None] or options[:1]
        return " ".join("".join(str(part) for part in o.itertext()) for o in chosen)
    return None


def _native(view: View, element: etree._Element, seen: frozenset[etree._Element]) -> str:
    tag = str(element.tag)
    if tag == "input":
        kind = element.get("type", "").strip().lower()
        if kind in ("button", "submit", "reset"):
            return element.get("value") or _labels(view, element, seen) or element.get("title", "") or _default(kind)
        if kind == "image":
            return _labels(view, element, seen) or element.get("alt", "") or element.get("title", "")
        return _labels(view, element, seen) or element.get("title", "") or element.get("placeholder", "")
    if tag == "textarea":
        return _labels(view, element, seen) or element.get("title", "") or element.get("placeholder", "")
    if tag in LABELLED:
        return _labels(view, element, seen)
    if tag in ("img", "area"):
        return "" if role(view, element) == "none" else element.get("alt", "")
    if tag.startswith(SVG):
        title = element.find(f"{SVG}title")
        return "" if title is None else "".join(str(part) for part in title.itertext())
    if tag == f"{MATHML}math":
        return element.get("alttext", "")
    part = {"fieldset": "legend", "table": "caption", "figure": "figcaption"}.get(tag)
    child = element.find(part) if part else None
    return "" if child is None else _content(view, child, seen, referenced=False)


def _default(kind: str) -> str:
    return {"submit": "Submit", "reset": "Reset"}.get(kind, "")


def labels(view: View, element: etree._Element) -> list[etree._Element]:
    """The ``label`` elements of a control: those around it and those that point to it."""
    found = []
    here = element.getparent()
    while here is not None:
        if here.tag == "label" and here.get("for") in (None, element.get("id")):
            first = next((e for e in elements(here) if e.tag in LABELLED and e.get("type") != "hidden"), None)
            if here.get("for") is not None or first is element:
                found.append(here)
        here = here.getparent()
    identifier = element.get("id", "")
    if identifier and view.page.ids.get(identifier) is element:
        found.extend(label for label in _labels_for(view).get(identifier, ()) if label not in found)
    return found


@once
def _labels_for(view: View) -> dict[str, list[etree._Element]]:
    """The labels of a page by the id that they are for."""
    found: dict[str, list[etree._Element]] = {}
    for label in view.page.root.iter("label"):
        found.setdefault(label.get("for", ""), []).append(label)
    return found


def _labels(view: View, element: etree._Element, seen: frozenset[etree._Element]) -> str:
    return " ".join(
        _name(view, label, seen, referenced=False, recursing=True) for label in labels(view, element)
    ).strip()


def _content(view: View, element: etree._Element, seen: frozenset[etree._Element], *, referenced: bool) -> str:
    styles = view.styles
    pieces = [styles.generated(element, "before"), element.text or ""]
    for child in _children(view, element):
        if not isinstance(child.tag, str):
            pieces.append(child.tail or "")
            continue
        if referenced and not view.exposed(element):
            inner = _hidden_content(view, child, seen)
        else:
            inner = _name(view, child, seen, referenced=False, recursing=True)
        space = " " if child.tag in BLOCKS or styles.value(child, "display") in ("block", "inline-block") else ""
        pieces.append(f"{space}{inner}{space}{child.tail or ''}")
    pieces.append(styles.generated(element, "after"))
    return "".join(pieces)


def _hidden_content(view: View, child: etree._Element, seen: frozenset[etree._Element]) -> str:
    """Text of a hidden label: what is hidden with it counts (step 2A of the computation)."""
    if child.tag in ("script", "style", "template"):
        return ""
    return _name(view, child, seen, referenced=True, recursing=True)


def _children(view: View, element: etree._Element) -> list[etree._Element]:
    owned = [view.page.ids[i] for i in element.get("aria-owns", "").split() if i in view.page.ids]
    return [*element, *owned]
