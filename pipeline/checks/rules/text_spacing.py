# SPDX-License-Identifier: AGPL-3.0-or-later
"""Readers may widen the spacing of the text.

What it does
: Finds ``letter-spacing``, ``word-spacing`` and ``line-height`` in ``style`` attributes that are ``!important`` and
  too narrow.

Why it matters
: People who need wider spacing set it themselves; what is ``!important`` in the page cannot be changed.

Example
: ``style="line-height: 1 !important"`` is bad.

Fix
: Remove ``!important``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.sheets import declared_in, length
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

LEAST = {"letter-spacing": 0.12, "word-spacing": 0.16, "line-height": 1.5}
ACT = {"letter-spacing": "ACT 24afc2", "word-spacing": "ACT 9e45ec", "line-height": "ACT 78fd32"}


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Style attributes with one of the three properties, important, on elements with visible text."""
    cases: list[tuple[etree._Element, str, float]] = []
    for element in view.page.inside:
        if not element.get("style") or not text(element) or not view.visible(element):
            continue
        last = {one.name: one for one in declared_in(element.get("style", ""), "", 0) if one.important}
        cases += [(element, name, _ems(view, element, name, last[name].value)) for name in LEAST if name in last]
    found(element for element, _, _ in cases)
    for element, name, ems in cases:
        if ems < LEAST[name]:  # never so of what is not known (nan)
            finding = at(RULE, subject, view, element, f"{name} is fixed to {ems:g} em; readers cannot widen it.")
            yield replace(finding, clauses=("WCAG 1.4.12", ACT[name]))


def _ems(view: View, element: etree._Element, name: str, value: str) -> float:
    font = view.styles.font_px(element)
    if name == "line-height" and value.replace(".", "", 1).isdigit():
        return float(value)
    if value in ("normal", "initial"):
        return 1.2 if name == "line-height" else 0.0
    return length(value, font, math.nan) / font if font else math.nan


RULE = Rule(
    id="text-spacing",
    title="Readers may widen the spacing of the text",
    severity=Severity.ERROR,
    clauses=("WCAG 1.4.12", "ACT 24afc2", "ACT 9e45ec", "ACT 78fd32"),
    looks=web(look),
    fix="Remove !important.",
    good=(
        page("<p style='line-height: 1'>x</p>"),
        page("<p style='line-height: 2 !important'>x</p>"),
        page("<p style='line-height: 1 !important; line-height: 2 !important'>x</p>"),
    ),
    bad=(
        page("<p style='line-height: 1 !important'>x</p>"),
        page("<p style='word-spacing: 0 !important'>x</p>"),
        page("<p style='letter-spacing: -0.1em !important'>x</p>"),
    ),
)
