# SPDX-License-Identifier: AGPL-3.0-or-later
"""An embedded object has a text alternative.

What it does
: Finds ``object`` elements that show a picture, film or sound and have no accessible name.

Why it matters
: Whoever cannot see or hear it gets nothing.

Example
: ``<object data="chart.svg"></object>`` is bad; with ``aria-label="Requests grew"`` it is good.

Fix
: Give the object an ``aria-label``, or use an image.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import elements
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.naming import nameless
from pipeline.checks.web.roles import role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

MEDIA = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".mp4", ".webm", ".ogv", ".mov",
                   ".mp3", ".wav", ".ogg", ".oga", ".m4a"})  # fmt: skip


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Objects that load an image, audio or video."""
    for element in found(e for e in view.page.root.iter("object") if _embeds(view, e)):
        if nameless(view, element):
            yield at(RULE, subject, view, element, f"The object {element.get('data', '')} has no text alternative.")


def _embeds(view: View, element: etree._Element) -> bool:
    if not view.exposed(element) or role(view, element) == "none":
        return False
    kind = element.get("type", "").lower()
    if kind:
        return kind.startswith(("image/", "audio/", "video/"))
    path = urlsplit(element.get("data", "")).path if element.get("data", "").count("[") == 0 else ""
    if posixpath.splitext(path.lower())[1] not in MEDIA:
        return False
    return not any(child is not element for child in elements(element) if child.tag in ("object", "img"))


RULE = Rule(
    id="object-name",
    title="An embedded object has a text alternative",
    severity=Severity.ERROR,
    clauses=("WCAG 1.1.1", "ACT 8fc3b6"),
    looks=web(look),
    fix="Give the object an aria-label that tells what it shows.",
    good=(page("<object data='c.svg' aria-label='Requests grew'></object>"),),
    bad=(page("<object data='c.svg'></object>"),),
)
