# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page does not reload or leave by itself.

What it does
: Finds ``<meta http-equiv="refresh">`` with a delay: up to 20 hours it fails WCAG 2.2.1, with any delay 2.2.4.

Why it matters
: Whoever reads slowly loses the place, or the page.

Example
: ``content="30; url=next.html"`` is bad, ``content="0; url=next.html"`` is good.

Fix
: Remove it, or make it a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

TWENTY_HOURS = 72_000


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """The first refresh of the page with a valid time."""
    metas = (m for m in view.page.root.iter("meta") if m.get("http-equiv", "").strip().lower() == "refresh")
    element, delay = next(((m, d) for m in metas if (d := _delay(m)) is not None), (None, 0))
    found([element] if element is not None else [])
    if element is not None and delay:
        finding = at(RULE, subject, view, element, f"After {delay} seconds the page reloads or leaves by itself.")
        short = delay <= TWENTY_HOURS
        yield replace(finding, clauses=RULE.clauses if short else ("WCAG 2.2.4", "WCAG 3.2.5", "ACT bisz58"))


def _delay(meta: etree._Element) -> int | None:
    """The seconds, by HTML's own parsing (4.2.5.3); None if the browser would ignore the element."""
    content = meta.get("content", "").strip(" \t\n\f\r")
    match = re.match(r"(\d+)?(\.[\d.]*)?", content)
    if match is None or not match[0]:
        return None
    rest = content[match.end() :]
    if rest and rest[0] not in ";, \t\n\f\r":
        return None
    return int((match[1] or "0")[:9])


RULE = Rule(
    id="meta-refresh",
    title="A page does not reload or leave by itself",
    severity=Severity.ERROR,
    clauses=("WCAG 2.2.1", "WCAG 2.2.4", "WCAG 3.2.5", "ACT bc659a", "ACT bisz58"),
    looks=web(look),
    fix="Remove the refresh, or make it a link.",
    good=(page("<p>x", head="<meta http-equiv='refresh' content='0; url=n.html'>"),),
    bad=(page("<p>x", head="<meta http-equiv='refresh' content='30'>"),),
)
