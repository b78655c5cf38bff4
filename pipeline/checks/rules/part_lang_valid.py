# SPDX-License-Identifier: AGPL-3.0-or-later
"""The language of a part is one that exists.

What it does
: Finds ``lang`` attributes inside the page, on parts with text, that name no registered language.

Why it matters
: The voice does not change, or changes to nothing.

Example
: ``<span lang="fra-nch">`` is bad, ``<span lang="fr">`` is good.

Fix
: Write the code of the language: ``[loi]{lang=fr}``.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.tags import known
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements in the body with a language and text of that language."""
    bearing = (e for e in view.page.inside if e.get("lang", "") and e is not view.page.root)
    for element in found(e for e in bearing if _speaks(view, e)):
        if not known(element.get("lang", "")):
            yield at(RULE, subject, view, element, f"There is no language «{element.get('lang', '').strip()[:40]}».")


def _speaks(view: View, element: etree._Element) -> bool:
    """Whether there is text whose nearest language is this one."""
    stack = [element]
    while stack:
        here = stack.pop()
        if not (view.shown(here) or view.exposed(here)):
            continue
        own = [here.text or "", here.get("alt", ""), here.get("aria-label", "")]
        own += [child.tail or "" for child in here]
        if any(piece.strip() for piece in own):
            return True
        stack.extend(c for c in here if isinstance(c.tag, str) and not c.get("lang", ""))
    return False


RULE = Rule(
    id="part-lang-valid",
    title="The language of a part is one that exists",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.2", "ACT de46e4"),
    looks=web(look),
    fix="Write the code of the language, such as [loi]{lang=fr}.",
    foreign='Write the code of the language, such as lang="fr".',
    good=(page("<p lang='fr'>loi</p>"), page("<p lang='xyzxyz'></p>")),
    bad=(page("<p lang='french!'>loi</p>"),),
)
