# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page lets itself be enlarged.

What it does
: Finds ``<meta name="viewport">`` that forbids zooming or limits it below 200 %; and a page of ours without one.

Why it matters
: People with low vision cannot enlarge the text. Without the line a telephone shows a page as on a wide screen, in tiny
  letters.

Example
: ``user-scalable=no`` is bad, so is ``maximum-scale=1``.

Fix
: Remove ``user-scalable`` and ``maximum-scale``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.checks.examples import page, sourced
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.view import View
from pipeline.model import Block, BlockKind, Finding, Format, Severity

WHOLE = "Report it with the source: our pages have a viewport as wide as the device."


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Viewport metas that speak of scaling."""
    metas = [(m, _settings(m.get("content", ""))) for m in view.page.root.iter("meta") if _viewport(m.get("name", ""))]
    if not metas and subject.format is Format.HTML and subject.blocks and subject.ours:
        missing = at(RULE, subject, view, view.page.root, "The page has no viewport: a telephone shows tiny letters.")
        yield replace(missing, severity=Severity.WARNING, fix=WHOLE)
        return
    speaking = [(m, s) for m, s in metas if "user-scalable" in s or "maximum-scale" in s]
    found(m for m, _ in speaking)
    for element, settings in speaking:
        scalable = settings.get("user-scalable", "yes")
        if -1 < _number(scalable, 0.0) < 1:
            yield at(RULE, subject, view, element, "The page forbids to enlarge it (user-scalable).")
        elif 0 <= _number(settings.get("maximum-scale", "10"), 0.1) < 2:
            yield at(RULE, subject, view, element, "The page cannot be enlarged to 200 % (maximum-scale).")


def _viewport(name: str) -> bool:
    return name.strip().lower() == "viewport"


def _settings(content: str) -> dict[str, str]:
    pairs = re.findall(r"([^\s=,;]+)\s*=\s*([^\s=,;]*)", content.lower())
    return {name: value for name, value in pairs if value}


def _number(value: str, otherwise: float) -> float:
    words = {"yes": 1.0, "no": 0.0, "device-width": 10.0, "device-height": 10.0}
    match = re.match(r"[+-]?(\d+\.?\d*|\.\d+)", value)
    return words.get(value, float(match[0]) if match else otherwise)


BEES = Block(BlockKind.PARAGRAPH, "bees")

RULE = Rule(
    id="meta-viewport",
    title="A page lets itself be enlarged",
    severity=Severity.ERROR,
    clauses=("WCAG 1.4.4", "ACT b4f0c3"),
    looks=web(look),
    fix="Remove user-scalable and maximum-scale.",
    good=(
        page("<p>x", head="<meta name='viewport' content='width=device-width, maximum-scale=6'>"),
        sourced(page("<p id='bees'>x", head="<meta name='viewport' content='maximum-scale=6'>"), BEES),
    ),
    bad=(
        page("<p>x", head="<meta name='viewport' content='user-scalable=no'>"),
        page("<p>x", head="<meta name='viewport' content='maximum-scale=1'>"),
        sourced(page("<p id='bees'>x"), BEES),
    ),
)
