# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words in another script are marked with their language.

What it does
: Finds words in a script that the language in force is not written in (Arabic, Chinese, Greek… in an English text).

Why it matters
: An English voice is silent at Arabic words, or spells their letters; Braille is wrong.

Example
: ``The name is هذا نص.`` is bad, ``The name is [هذا نص]{lang=ar}.`` is good.

Fix
: Mark the words with their language: ``[هذا نص]{lang=ar}``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import MATHML, elements, language
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted, web
from pipeline.checks.web.speech import NAMES, SCRIPTS, foreign_script
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

FIX = "Mark the words with their language: […]{{lang={}}}"
PROPOSED = {script: codes.split()[0] for script, codes in SCRIPTS.items()}  # the language most often written so
SKIPPED = frozenset({"code", "kbd", "samp", "var", "script", "style", "pre", "template"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with text of their own, in the body."""
    any_language = False
    for element in elements(view.page.body):
        if element.tag in SKIPPED or str(element.tag).startswith(MATHML) or _in_code(element):
            continue
        lang = language(element)
        if not lang or lang.lower().startswith(("und", "mul", "zxx")):
            continue
        any_language = True
        shown = _own_text(element)
        found = foreign_script(shown, lang)
        if found and view.exposed(element):
            name = NAMES.get(found, found.capitalize())
            message = f"{name} words in a text in {lang}: {quoted(shown, 40)}."
            fix = FIX.format(PROPOSED[found]) if subject.blocks else RULE.foreign
            yield replace(at(RULE, subject, view, element, message), fix=fix)
    if not any_language:
        raise NotApplicable("no language is said")


def _in_code(element: etree._Element) -> bool:
    return any(above.tag in SKIPPED for above in element.iterancestors())


def _own_text(element: etree._Element) -> str:
    pieces = [element.text or "", *((child.tail or "") for child in element), element.get("alt", "")]
    return " ".join(" ".join(pieces).split())


RULE = Rule(
    id="lang-script",
    title="Words in another script are marked with their language",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.2",),
    looks=web(look),
    fix=FIX.format("ar"),
    foreign="Mark the words with a lang attribute.",
    good=(page("<p>The name is <span lang='ar' dir='rtl'>هذا نص</span>, π = 3.14.</p>"),),
    bad=(page("<p>The name is هذا نص.</p>"), page("<p>中文段落</p>")),
)
