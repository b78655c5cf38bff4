# SPDX-License-Identifier: AGPL-3.0-or-later
"""A formula can be read aloud.

What it does
: Finds MathML formulas without ``alttext`` (or another name). Where the words for formulas are not known in a language,
  it tells once that their text is the TeX of the source.

Why it matters
: Where MathML is not understood, the alternative text is all there is.

Example
: ``<math><mi>x</mi></math>`` is bad, with ``alttext="x"`` it is good.

Fix
: Make the file anew; pariter writes the text from the formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline import speech
from pipeline.checks.examples import page
from pipeline.checks.page import MATHML, language
from pipeline.checks.rule import Look, Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.tags import primary
from pipeline.checks.web.view import View
from pipeline.model import Finding, Format, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Formulas that assistive technology is given."""
    for element in found(e for e in view.page.root.iter(f"{MATHML}math", "math") if view.exposed(e)):
        if not any(element.get(key, "").strip() for key in ("alttext", "aria-label", "aria-labelledby")):
            yield at(RULE, subject, view, element, "This formula has no text alternative.")
        elif subject.blocks and (told := _contradiction(element)):
            yield at(RULE, subject, view, element, told)


def _contradiction(element: etree._Element) -> str:
    """Where we know the source, the text was made from the formula: both must say the same."""
    said = " ".join(element.get("alttext", "").split())
    own = speech.words(element, language(element))
    if said and own and said != own and said != " ".join(element.get("data-tex", "").split()):
        return f"The formula reads «{own[:60]}» and its text says «{said[:60]}»."
    return "" if own or not said or any(text.strip() for text in element.itertext()) else "This formula is empty."


def _looks() -> Mapping[Format, Look]:
    """The looks of all pages, and what is told once of a file."""
    pages = web(look)[Format.HTML]

    def both(subject: Subject) -> Iterator[Finding]:
        yield from pages(subject)
        yield from _as_tex(subject)

    return {Format.HTML: both, Format.EPUB: both}


def _as_tex(subject: Subject) -> Iterator[Finding]:
    """Formulas whose text is their TeX, since the words of their language are not known: told once."""
    known = speech.languages()
    unsaid = [
        element
        for part in (subject.pages if subject.blocks else ())
        for element in part.root.iter(f"{MATHML}math", "math")
        if element.get("data-tex", "").split() == element.get("alttext", "").split() != []
        and primary(language(element)) not in known
    ]
    if unsaid:
        lang = language(unsaid[0])
        message = f"The text of {len(unsaid)} formulas is their TeX: how formulas are said in {lang} is not known."
        yield RULE.fail(subject, message, block=subject.block_of(unsaid[0]), severity=Severity.NOTE, fix=AS_TEX)


AS_TEX = "Say in the text around each formula what it says, for those to whom TeX is read letter by letter."

RULE = Rule(
    id="math-text",
    title="A formula can be read aloud",
    severity=Severity.WARNING,
    clauses=("WCAG 1.1.1", "EPUB A11Y 1.1 3.3.2"),
    looks=_looks(),
    fix="Make the file anew: the text is written from the formula.",
    foreign="Write the formula in words in the alttext attribute of the math element.",
    good=(page("<math alttext='x'><mi>x</mi></math>"),),
    bad=(page("<math><mi>x</mi></math>"),),
)
