# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text is shown in the order and direction in which it is read.

What it does
: Finds styles that show texts in another order than they stand in (``order``, ``flex-direction: column-reverse``), that
  mirror them, or that turn the direction of writing against the markup.

Why it matters
: Who sees and who listens, or follows the focus, get the steps in another order.

Example
: ``ol { display: flex; flex-direction: column-reverse }``

Fix
: Put the text into the right order and remove the style; say the direction with ``dir``.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

NAMES = frozenset({"order", "flex-direction", "flex-flow", "direction", "unicode-bidi", "transform", "scale"})
FLEX = ("flex", "inline-flex")
BOXES = (*FLEX, "grid", "inline-grid")


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with several texts in them, where some style speaks of order at all."""
    if not any(d.name in NAMES for _, d in view.styles.declared) and not _inline(view):
        raise NotApplicable("no style changes an order")
    for element in view.page.inside:
        given = view.styles.given(element)
        if NAMES.isdisjoint(given) and view.styles.own(element, "display") not in BOXES:
            continue
        message = _message(view, element)
        if message and view.visible(element):
            yield at(RULE, subject, view, element, message)


def _inline(view: View) -> bool:
    return any(name in element.get("style", "") for element in view.page.inside for name in NAMES)


def _message(view: View, element: etree._Element) -> str:
    own = view.styles.own
    display = own(element, "display")
    shown = [child for child in element if isinstance(child.tag, str) and text(child) and view.visible(child)]
    if (
        display in FLEX
        and len(shown) > 1
        and "-reverse" in f"{own(element, 'flex-direction')} {own(element, 'flex-flow')}"
    ):
        return "The styles show what is in here from the last to the first."
    if display in BOXES and len(shown) > 1:
        places = [_place(own(child, "order")) for child in shown]
        if places != sorted(places):
            return "The styles show what is in here in another order."
    if not text(element):
        return ""
    if own(element, "unicode-bidi") in ("bidi-override", "isolate-override") and element.tag != "bdo":
        return "The styles force the order of the letters."
    way, said = own(element, "direction"), _said(element)
    if way in ("ltr", "rtl") and way != said:
        return f"The styles write from {_side(way)}, the markup says from {_side(said)}."
    mirrored = own(element, "transform").replace(" ", "")
    return "The styles mirror the text." if "scalex(-1" in mirrored or "scale(-1" in mirrored else ""


def _place(value: str) -> int:
    try:
        return int(value)
    except ValueError:
        return 0


def _said(element: etree._Element) -> str:
    here: etree._Element | None = element
    while here is not None:
        way = here.get("dir", "").strip().lower()
        if way in ("ltr", "rtl"):
            return way
        here = here.getparent()
    return "ltr"


def _side(way: str) -> str:
    return "left to right" if way == "ltr" else "right to left"


STEPS = "<ol><li>Open the hive.</li><li>Look for the queen.</li></ol>"

RULE = Rule(
    id="css-order",
    title="Text is shown in the order and direction in which it is read",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.2", "Failure F1"),
    looks=web(look),
    fix="Put the text into the right order and remove the style.",
    good=(
        page(STEPS, head="<style>ol { display: flex; flex-direction: column }</style>"),
        page(STEPS, head="<style>ol { flex-direction: column-reverse }</style>"),
        page(f"<div dir='rtl'>{STEPS}</div>", head="<style>div { direction: rtl }</style>"),
    ),
    bad=(
        page(STEPS, head="<style>ol { display: flex; flex-flow: column-reverse }</style>"),
        page(STEPS, head="<style>ol { display: grid } li:first-child { order: 2 }</style>"),
        page(STEPS, head="<style>li { unicode-bidi: bidi-override; direction: rtl }</style>"),
        page(STEPS, head="<style>li { transform: scaleX(-1) }</style>"),
    ),
)
