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
from pipeline.checks.examples_pdf import TREE, pdf
from pipeline.checks.page import MATHML, language
from pipeline.checks.pdf.fonts import texts_of
from pipeline.checks.pdf.language import in_force
from pipeline.checks.pdf.look import at as pdf_at
from pipeline.checks.pdf.look import block_of
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted, web
from pipeline.checks.web.speech import NAMES, SCRIPTS, foreign_script
from pipeline.checks.web.view import View
from pipeline.document import text_of
from pipeline.model import Finding, Format, Severity

FIX = "Mark the words with their language: […]{{lang={}}}"
PROPOSED = {script: codes.split()[0] for script, codes in SCRIPTS.items()}  # the language most often written so
UNSPOKEN = frozenset({"Formula", "Code"})
SKIPPED = frozenset({"code", "kbd", "samp", "var", "script", "style", "pre", "template"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with text of their own, in the body."""
    any_language = False
    for element in view.page.inside:
        if element.tag in SKIPPED or str(element.tag).startswith(MATHML) or _in_code(element):
            continue
        lang = language(element)
        if not lang or _says_none(lang):
            continue
        any_language = True
        shown = _own_text(element)
        found = foreign_script(shown, lang)
        if found and view.exposed(element):
            yield _told(subject, at(RULE, subject, view, element, _message(found, lang, shown)), found)
    if not any_language:
        raise NotApplicable("no language is said")


def look_pdf(subject: Subject) -> Iterator[Finding]:
    """The texts of the tags of a PDF, painted or said, each in its language."""
    told: set[Tag] = set()
    any_language = False
    for tag, lang, shown in _texts(subject):
        any_language = any_language or bool(lang)
        found = foreign_script(shown, lang) if lang and not _says_none(lang) else ""
        if found and tag not in told and not any(one.type in UNSPOKEN for one in (tag, *tag.ancestors())):
            told.add(tag)
            block = subject.blocks.get(block_of(subject, tag))
            read = text_of(block) if block is not None else shown  # a page is painted in the order of the eye
            yield _told(subject, pdf_at(RULE, subject, tag, _message(found, lang, read)), found)
    if not any_language:
        raise NotApplicable("no language is said")


def _texts(subject: Subject) -> Iterator[tuple[Tag, str, str]]:
    """(tag, language, text) of what each tag says, and of the pieces that are painted for it."""
    tree = tree_of(subject)
    for tag in tree.tags:
        for key in ("Alt", "ActualText"):
            if said := tag.text(key):
                yield tag, in_force(subject, tag), said
    painted: dict[tuple[Tag, str], list[str]] = {}
    for paint, text in zip(subject.content.paints, texts_of(subject), strict=True):
        owner = tree.owners.get((paint.mark.stream, paint.mark.mcid)) if paint.mark is not None else None
        if text and owner is not None:
            own = next((mark.lang for mark in reversed(paint.marks) if mark.lang), "")
            painted.setdefault((owner, own), []).append(text)
    for (tag, own), pieces in painted.items():
        yield tag, own or in_force(subject, tag), "".join(pieces)


def _message(script: str, lang: str, text: str) -> str:
    return f"{NAMES.get(script, script.capitalize())} words in a text in {lang}: {quoted(text, 40)}."


def _told(subject: Subject, finding: Finding, script: str) -> Finding:
    return replace(finding, fix=FIX.format(PROPOSED[script]) if subject.blocks else RULE.foreign)


def _says_none(lang: str) -> bool:
    return lang.lower().startswith(("und", "mul", "zxx"))


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
    looks={**web(look), Format.PDF: look_pdf},
    fix=FIX.format("ar"),
    foreign="Mark the words with a lang attribute.",
    good=(
        page("<p>The name is <span lang='ar' dir='rtl'>هذا نص</span>, π = 3.14.</p>"),
        pdf((*TREE, ("P", {"Lang": "ar", "ActualText": "هذا نص"}, 2))),
        pdf((*TREE, ("P", ("Formula", {"Alt": "άλφα", "ActualText": "α"}, 2)))),
    ),
    bad=(
        page("<p>The name is هذا نص.</p>"),
        page("<p>中文段落</p>"),
        pdf((*TREE, ("P", {"ActualText": "The name is هذا نص."}, 2))),
        pdf((*TREE, ("Figure", {"Alt": "中文段落"}, 2))),
    ),
)
