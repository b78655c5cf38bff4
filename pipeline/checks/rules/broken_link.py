# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link inside the file leads somewhere.

What it does
: Finds links to an id, or to a file of the book, that does not exist.

Why it matters
: The link does nothing, or shows an error.

Example
: ``[see the table](#tabel)`` where the table's name is ``#table``.

Fix
: Correct the name after ``#``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted, views
from pipeline.checks.web.targets import is_inner, target_of
from pipeline.checks.web.view import View
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Inner links of all pages, the contents too."""
    any_link = False
    for view in views(subject):
        for element in view.page.root.iter("a", "area"):
            href = element.get("href", "").strip()
            if not href or not is_inner(href) or (subject.format is Format.HTML and not href.startswith("#")):
                continue
            any_link = True
            if href not in ("#", "#top") and _nowhere(subject, view, href):
                yield at(RULE, subject, view, element, f"The link to {quoted(href, 60)} leads nowhere.")
    if not any_link:
        raise NotApplicable("no links inside the file")


def _nowhere(subject: Subject, view: View, href: str) -> bool:
    if target_of(subject, view.page, href) is not None:
        return False
    if subject.format is Format.HTML:
        return not any(a.get("name") == href[1:] for a in view.page.root.iter("a"))
    name, _ = subject.epub.resolve(view.page.name, href)
    listed = {part.name for part in subject.epub.spine}
    return name in listed or not subject.epub.has(name)


RULE = Rule(
    id="broken-link",
    title="A link inside the file leads somewhere",
    severity=Severity.ERROR,
    clauses=("EPUB 3.3 RSC-012", "WCAG 2.4.4"),
    looks={Format.HTML: look, Format.EPUB: look},
    fix="Correct the name after #.",
    good=(page("<p id='a'><a href='#a'>x</a></p>"),),
    bad=(page("<p id='a'><a href='#b'>x</a></p>"),),
)
