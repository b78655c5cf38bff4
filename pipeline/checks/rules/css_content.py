# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text stands in the document, not in the style sheet.

What it does
: Finds style rules that put in words by ``content``.

Why it matters
: Not every reading system reads such words; they cannot be searched or translated, and are lost without styles.

Example
: ``h1::before { content: "Chapter " }`` is bad.

Fix
: Write the words in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import quoted, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements before or after which a style puts in words; each text is told once."""
    if not any(d.name == "content" for _, d in view.styles.declared):
        raise NotApplicable("no style puts in text")
    told: set[str] = set()
    for element in view.page.inside:
        for pseudo in ("before", "after"):
            words = view.styles.generated(element, pseudo)
            if sum(c.isalpha() for c in words) > 1 and words not in told:
                told.add(words)
                text = f"The style sheet puts in the words {quoted(words, 40)}."
                yield RULE.fail(subject, text, place=view.page.place(element), block=subject.block_of(element))


RULE = Rule(
    id="css-content",
    title="Text stands in the document, not in the style sheet",
    severity=Severity.WARNING,
    clauses=("Failure F87",),
    looks=web(look),
    fix="Write the words in the text.",
    good=(page("<h1>x</h1>", head="<style>h1::before { content: '§ ' }</style>"),),
    bad=(page("<h1>x</h1>", head="<style>h1::before { content: 'Chapter ' }</style>"),),
)
