# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page is not fixed to one way of holding the device.

What it does
: Finds style rules that turn the page by about 90° when the device is turned; and in PDFs of ours pages that do not
  stand upright.

Why it matters
: Whose device is fixed to a wheelchair cannot turn it.

Example
: ``@media (orientation: portrait) { body { transform: rotate(90deg) } }`` is bad.

Fix
: Remove the rotation.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Format, Severity

BLOCK = re.compile(r"@media[^{]*orientation[^{]*\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}", re.IGNORECASE)
TURN = re.compile(r"rotate(?:z)?\(\s*(-?[\d.]+)(deg|turn|rad|grad)\s*\)|rotate3d\(\s*0\s*,\s*0\s*,\s*1\s*,\s*(-?[\d.]+)(deg|turn|rad)\s*\)|matrix\(\s*0\s*,|(?<![-\w])rotate\s*:\s*(?:z\s+)?(-?[\d.]+)(deg|turn|rad|grad)", re.IGNORECASE)  # fmt: skip  # noqa: E501
UNITS = {"deg": 1.0, "turn": 360.0, "rad": 180 / math.pi, "grad": 0.9}
MOST = 500_000


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Media rules that ask for the orientation."""
    blocks = [(name, m[1]) for name, sheet in view.styles.sheets() for m in BLOCK.finditer(sheet[:MOST])]
    if not blocks:
        raise NotApplicable("no style asks how the device is held")
    for name, block in blocks:
        for turn in TURN.finditer(block):
            if _quarter(turn):
                yield RULE.fail(subject, "A style turns the page when the device is turned.", place=name)


def _quarter(turn: re.Match[str]) -> bool:
    value = turn[1] or turn[3] or turn[5]
    if not value:
        return True
    degrees = float(value) * UNITS[(turn[2] or turn[4] or turn[6]).lower()]
    return abs(degrees % 180 - 90) <= 1


def look_pdf(subject: Subject) -> Iterator[Finding]:
    """Pages that are turned by a quarter or stand on their head, where we know how they were made."""
    if not subject.blocks or not subject.ours:
        raise NotApplicable("whether a page is meant to lie is not known")
    for number, sheet in enumerate(subject.pdf.pages, 1):
        turned = int(sheet.obj.get("/Rotate", 0)) % 360
        if turned:
            told = f"Page {number} is turned by {turned} degrees: its text does not stand upright."
            yield RULE.fail(subject, told, place=f"page {number}")


RULE = Rule(
    id="orientation",
    title="A page is not fixed to one way of holding the device",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.4", "ACT b33eff"),
    looks={**web(look), Format.PDF: look_pdf},
    fix="Remove the rotation.",
    good=(page("<p>x", head="<style>@media (orientation: portrait) { p { color: red } }</style>"),),
    bad=(page("<p>x", head="<style>@media (orientation: portrait) { body { transform: rotate(90deg) } }</style>"),
         page("<p>x", head="<style>@media (orientation: portrait) { body { rotate: 0.25turn } }</style>")),
)
