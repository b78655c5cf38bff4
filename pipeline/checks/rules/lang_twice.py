# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two marks of the language agree.

What it does
: Finds pages whose ``lang`` and ``xml:lang`` name two languages.

Why it matters
: Some readers take the one, some the other.

Example
: ``lang="en" xml:lang="fr"`` is bad.

Fix
: Make them the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import book, raw, xhtml
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.tags import primary
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity
from pipeline.model.namespaces import XML_LANG
from pipeline.outline.markup import IN_HTML_XML_LANG

NAMES = (IN_HTML_XML_LANG, XML_LANG)


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with both attributes."""
    both = [
        (e, e.get("lang", ""), other)
        for e in view.elements()
        for other in (e.get(name, "") for name in NAMES)
        if e.get("lang", "").strip() and other.strip()
    ]
    found(element for element, _, _ in both)
    for element, first, second in both:
        if primary(first) != primary(second):
            yield at(RULE, subject, view, element, f"lang says {first.strip()}, xml:lang says {second.strip()}.")


TWO = xhtml("<p>x</p>").replace('xml:lang="en"', 'xml:lang="fr"')

RULE = Rule(
    id="lang-twice",
    title="Two marks of the language agree",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.1", "ACT 5b7ae0"),
    looks=web(look),
    fix="Make lang and xml:lang the same.",
    good=(book(),),
    bad=(raw("<html lang=en xml:lang=fr><title>x</title><p>x"), book(files={"c2.xhtml": TWO})),
)
