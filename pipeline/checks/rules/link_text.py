# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link says where it leads, even when it is read by itself.

What it does
: Finds links whose whole text is "click here", "more", "here" and the like in many languages; a bare address as text
  is noted.

Why it matters
: Screen readers list all links of a page, without the text around them.

Example
: ``[click here](report.pdf)`` is bad, ``[the report of 2025](report.pdf)`` is good.

Fix
: Make the words that say what is there the link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, quoted, web
from pipeline.checks.web.names import name
from pipeline.checks.web.naming import of_role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

SAYS_NOTHING = frozenset({
    "click", "click here", "here", "more", "read more", "learn more", "more info", "more information", "link",
    "this link", "this", "this page", "details", "see here", "go", "continue", "see more", "find out more", "download",
    "click this", "press here", "tap here", "hier", "hier klicken", "klicken sie hier", "mehr", "mehr lesen",
    "weiterlesen", "mehr erfahren", "weiter", "ici", "cliquez ici", "cliquer ici", "lire la suite", "en savoir plus",
    "plus", "suite", "aquí", "haga clic aquí", "pulse aquí", "más", "leer más", "más información", "ver más", "qui",
    "clicca qui", "leggi tutto", "di più", "scopri di più", "aqui", "clique aqui", "mais", "saiba mais", "leia mais",
    "ler mais", "klik hier", "lees meer", "meer", "lees verder", "тут", "здесь", "нажмите здесь", "подробнее", "далее",
    "читать далее", "هنا", "اضغط هنا", "انقر هنا", "المزيد", "اقرأ المزيد", "这里", "点击这里", "点此", "更多",
    "了解更多", "こちら", "ここ", "詳細", "her", "klik her", "läs mer", "här", "klicka här", "läs här", "les mer",
    "lue lisää", "tutaj", "kliknij tutaj", "więcej", "czytaj więcej", "zde", "klikněte zde", "více",
})  # fmt: skip
ADDRESS = re.compile(r"(https?://|www\.)\S+$", re.IGNORECASE)


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Links with a text."""
    for element in found(e for e in of_role(view, "link") if e.get("href") is not None and not _listed(e)):
        shown = name(view, element)
        words = re.sub(r"[\s.…:»›→>!。]+$", "", shown.casefold()).strip(" «‹<[(\"'")
        if words in SAYS_NOTHING:
            yield at(RULE, subject, view, element, f"The link text {quoted(shown)} does not say where it leads.")
        elif ADDRESS.match(shown):
            finding = at(RULE, subject, view, element, f"The text of the link is its address: {quoted(shown)}.")
            yield replace(finding, severity=Severity.NOTE)


def _listed(element: etree._Element) -> bool:
    """Whether it is an entry of contents: those say what the headings say."""
    return any(above.tag == "nav" for above in element.iterancestors())


RULE = Rule(
    id="link-text",
    title="A link says where it leads, even when it is read by itself",
    severity=Severity.WARNING,
    clauses=("Technique H30", "WCAG 2.4.9"),
    looks=web(look),
    fix="Make the words that say what is there the link.",
    good=(page("<a href='r.pdf'>The report of 2025</a>"),),
    bad=(page("<a href='r.pdf'>Click here</a>"), page("<a href='r.pdf'>lire la suite…</a>", lang="fr")),
    question="Does every link say where it leads, with the text around it?",
)
