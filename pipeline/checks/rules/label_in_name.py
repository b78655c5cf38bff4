# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is written on a control is in its name.

What it does
: Finds links, buttons and other controls whose accessible name does not contain the text that is shown.

Why it matters
: Who speaks to the computer says what is written there; if the name is another, nothing happens.

Example
: ``<a aria-label="WCAG">ACT rules</a>`` is bad.

Fix
: Begin the name with the text that is shown, or remove ``aria-label``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import elements
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web import aria
from pipeline.checks.web.look import at, found, quoted, web
from pipeline.checks.web.names import BLOCKS, name
from pipeline.checks.web.roles import role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

LINKS = frozenset({"doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"})
NAMED_BY_CONTENT = (aria.NAME_FROM_CONTENT & aria.WIDGETS) | LINKS


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Controls that show a text and have a name from elsewhere."""
    listed = [(e, _shown(view, e)) for e in view.elements() if _counts(view, e)]
    listed = [(e, shown) for e, shown in listed if _words(shown)]
    found(e for e, _ in listed)
    for element, shown in listed:
        label, named = _words(re.sub(r"\([^()]*\)", " ", shown)) or _words(shown), _words(name(view, element))
        if label and not any(named[i : i + len(label)] == label for i in range(len(named) - len(label) + 1)):
            text = f"The name {quoted(name(view, element), 40)} does not contain what is shown, {quoted(shown, 40)}."
            yield at(RULE, subject, view, element, text)


def _counts(view: View, element: etree._Element) -> bool:
    named = element.get("aria-label", "").strip() or element.get("aria-labelledby", "").strip()
    return bool(named) and role(view, element) in NAMED_BY_CONTENT and view.exposed(element) and view.visible(element)


def _shown(view: View, element: etree._Element) -> str:
    pieces: list[str] = []
    for node in elements(element):
        if view.visible(node):
            pieces.append(f" {node.text or ''}" if node.tag in BLOCKS else node.text or "")
        parent = node.getparent()
        if node is not element and parent is not None and view.visible(parent):
            pieces.append(f" {node.tail or ''}" if node.tag in BLOCKS else node.tail or "")
    return "".join(pieces)


def _words(text: str) -> list[str]:
    """The words: letters and digits in one case; symbols say nothing aloud."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", folded)
    return [] if len(words) == 1 and len(words[0]) == 1 and words[0] in "x" else words


RULE = Rule(
    id="label-in-name",
    title="What is written on a control is in its name",
    severity=Severity.WARNING,
    clauses=("WCAG 2.5.3", "ACT 2ee8b8"),
    looks=web(look),
    fix="Begin the name with the text that is shown, or remove aria-label.",
    good=(page("<a href='x' aria-label='ACT rules, in English'>ACT rules</a>"), page("<a href='x'>x</a>")),
    bad=(
        page("<a href='x' aria-label='WCAG'>ACT rules</a>"),
        page("<button aria-label='the full'>The full label</button>"),
    ),
)
