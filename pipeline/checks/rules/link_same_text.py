# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links with the same text lead to the same place.

What it does
: Finds links of one document that have the same text and different targets. Calls of notes and ways back are left
  out, and so are the lists of pages and contents.

Why it matters
: In a list of links nobody can tell them apart.

Example
: "the table" leads once to table 1, once to table 2.

Fix
: Say in each text what is there: "the table of offices".
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urldefrag

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted
from pipeline.checks.web.names import name
from pipeline.checks.web.naming import of_role
from pipeline.checks.web.notes import is_back, is_call
from pipeline.checks.web.view import View, view_of
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """All links of all pages but those in navigation."""
    seen: dict[str, str] = {}
    any_link = False
    for content in subject.pages:
        view = view_of(content)
        for element in of_role(view, "link"):
            href = element.get("href", "").strip()
            if not href or is_call(element) or is_back(element) or _in_nav(element):
                continue
            any_link = True
            text = name(view, element).casefold().strip(" .…")
            target = _target(subject, view, href)
            if len(text) > 1 and seen.setdefault(text, target) != target:
                message = f"Another link with the text {quoted(text)} leads elsewhere."
                yield at(RULE, subject, view, element, message)
    if not any_link:
        raise NotApplicable("no links")


def _in_nav(element: etree._Element) -> bool:
    here: etree._Element | None = element
    while here is not None:
        if here.tag in ("nav", "footer") or here.get("role") in ("navigation", "doc-toc", "contentinfo"):
            return True
        here = here.getparent()
    return False


def _target(subject: Subject, view: View, href: str) -> str:
    if subject.format is Format.EPUB and "://" not in href and not href.startswith("mailto:"):
        return "#".join(subject.epub.resolve(view.page.name, href))
    base, fragment = urldefrag(href)
    return f"{base.rstrip('/')}#{fragment}" if fragment else base.rstrip("/")


RULE = Rule(
    id="link-same-text",
    title="Links with the same text lead to the same place",
    severity=Severity.WARNING,
    clauses=("WCAG 2.4.9", "Technique G197"),
    looks={Format.HTML: look, Format.EPUB: look},
    fix="Say in each text what is there.",
    sides=True,
    good=(page("<a href='a'>table 1</a> <a href='b'>table 2</a> <a href='a'>table 1</a>"),),
    bad=(page("<a href='a'>the table</a> <a href='b'>The table</a>"),),
)
