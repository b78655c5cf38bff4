# SPDX-License-Identifier: AGPL-3.0-or-later
"""An abbreviation says what it stands for.

What it does
: Finds ``abbr`` elements without an expansion, if the document explains the abbreviation nowhere.

Why it matters
: Not everyone knows what it means, and a screen reader may read it as a word.

Example
: ``<abbr>WCAG</abbr>`` is bad; with ``title="Web Content Accessibility Guidelines"`` it is good.

Fix
: Explain it once in the Markdown: ``*[WCAG]: Web Content Accessibility Guidelines``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at
from pipeline.checks.web.view import view_of
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """All abbreviations of all pages; one explanation is enough for the document."""
    marked = [(p, e) for p in subject.pages for e in p.root.iter("abbr", "acronym")]
    if not marked:
        raise NotApplicable("no abbreviations are marked")
    explained = {text(e).casefold() for _, e in marked if e.get("title", "").strip() or e.get("aria-label", "").strip()}
    told: set[str] = set()
    whole = ""
    for p, element in marked:
        short = text(element)
        if short.casefold() in explained | told:
            continue
        told.add(short.casefold())
        whole = whole or " ".join(text(q.body) for q in subject.pages)
        if not re.search(rf"\w\s+\({re.escape(short)}\)|{re.escape(short)}\s+\(\w+\s", whole):
            yield at(RULE, subject, view_of(p), element, f"Nothing says what «{short[:40]}» stands for.")


RULE = Rule(
    id="abbreviation",
    title="An abbreviation says what it stands for",
    severity=Severity.WARNING,
    clauses=("WCAG 3.1.4", "Technique H28"),
    looks={Format.HTML: look, Format.EPUB: look},
    fix="Explain it once in the Markdown: *[WCAG]: Web Content Accessibility Guidelines",
    foreign="Write what it stands for in the title of the abbr element, or in the text where it comes first.",
    good=(page("<abbr title='United Nations'>UN</abbr> and <abbr>UN</abbr>"), page("United Nations (<abbr>UN</abbr>)")),
    bad=(page("The <abbr>UN</abbr> agreed."),),
)
