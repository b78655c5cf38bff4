# SPDX-License-Identifier: AGPL-3.0-or-later
"""Translators are told the right language of the source.

What it does
: Compares the source language of an XLIFF file with the language of the document.

Why it matters
: Tools choose dictionaries and earlier translations by it.

Example
: ``srcLang="fr"`` for an English document.

Fix
: Make the file anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Node, Outline, Role, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """The language on the root (XLIFF 2) or the file (XLIFF 1.2)."""
    if subject.expected is None or not subject.expected.root.lang:
        raise NotApplicable("the source of this file is not known")
    wanted = subject.expected.root.lang
    names = ("srcLang", "source-language")
    said = [str(e.get(name)) for e in subject.xml.iter() if isinstance(e.tag, str) for name in names if e.get(name)]
    for value in dict.fromkeys(said):
        if value.lower() != wanted.lower():
            yield RULE.fail(subject, f"The document is in {wanted}; the file says {value[:40]}.", block="title")


def _file(lang: str) -> Example:
    data = f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="{lang}"/>'
    root = Node(Role.DOCUMENT, lang="en")
    return Example(Format.XLIFF, data.encode(), expected=Outline(Format.XLIFF, root))


RULE = Rule(
    id="unit-language",
    title="Translators are told the right language of the source",
    severity=Severity.ERROR,
    clauses=("XLIFF 2.1 4.2.2.1",),
    looks={Format.XLIFF: look},
    fix="Make the file anew.",
    good=(_file("en"),),
    bad=(_file("fr"),),
)
