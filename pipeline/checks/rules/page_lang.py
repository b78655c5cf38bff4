# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page says in which language it is.

What it does
: Finds pages whose ``html`` element has no ``lang``, or an empty one.

Why it matters
: A screen reader speaks French text with an English voice, or the other way round.

Example
: ``<html>`` is bad, ``<html lang="fr">`` is good.

Fix
: Write ``lang: fr`` in ``document.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Format, Severity
from pipeline.model.namespaces import XML_LANG


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """The html element."""
    root = view.page.root
    if root.tag != "html":
        raise NotApplicable("no HTML page")
    said = root.get("lang", "").strip() or (root.get(XML_LANG, "").strip() if subject.format is Format.EPUB else "")
    if not said:
        yield at(RULE, subject, view, root, "The page does not say in which language it is.")


RULE = Rule(
    id="page-lang",
    title="A page says in which language it is",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.1", "ACT b5c3f8"),
    looks=web(look),
    fix="Write the language in document.yaml: lang: fr",
    foreign='Write the language on the html element: lang="fr"',
    good=(page("<p>x</p>"),),
    bad=(page("<p>x</p>", lang=""), page("<p>x</p>", lang=" ")),
)
