# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text that grows is not cut off.

What it does
: Finds elements with text whose height is fixed and whose overflow is hidden.

Why it matters
: Who enlarges the text or widens its spacing loses the end of it.

Example
: ``p { height: 1.2em; overflow: hidden }`` is bad.

Fix
: Remove the height, or use ``min-height``.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import web
from pipeline.checks.web.sheets import length
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

HIDING = frozenset({"hidden", "clip"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements that hide what overflows; one finding for each style rule is enough, told at its first element."""
    if not any(d.name.startswith("overflow") for _, d in view.styles.declared) and not _inline(view):
        raise NotApplicable("no style hides what overflows")
    told: set[tuple[str, str]] = set()
    for element in view.page.inside:
        height = view.styles.own(element, "height") or view.styles.own(element, "max-height")
        if not _hides(view, element) or not _fixed(height) or not text(element) or not view.visible(element):
            continue
        key = (str(element.tag), height)
        if key not in told:
            told.add(key)
            message = f"The height of this text is fixed to {height}, and what overflows is hidden."
            yield RULE.fail(subject, message, place=view.page.place(element), block=subject.block_of(element))


def _inline(view: View) -> bool:
    return any("overflow" in e.get("style", "") for e in view.page.inside)


def _hides(view: View, element: etree._Element) -> bool:
    own = view.styles.own
    value = own(element, "overflow-y") or (own(element, "overflow").split() or [""])[-1]
    return value in HIDING


def _fixed(height: str) -> bool:
    return bool(height) and not height.endswith(("%", "vh", "vw")) and length(height, 16, -1) > 2


RULE = Rule(
    id="css-clip",
    title="Text that grows is not cut off",
    severity=Severity.WARNING,
    clauses=("WCAG 1.4.4", "WCAG 1.4.12", "ACT 59br37"),
    looks=web(look),
    fix="Remove the height, or use min-height.",
    good=(page("<p>x", head="<style>p { min-height: 2em; overflow: hidden }</style>"),),
    bad=(page("<p>x", head="<style>p { height: 1.2em; overflow: hidden }</style>"),),
)
