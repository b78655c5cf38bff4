# SPDX-License-Identifier: AGPL-3.0-or-later
"""Translators are told the right language and direction of the source.

What it does
: Compares the source language of an XLIFF file with the language of the document, and the direction of each unit with
  that of its text.

Why it matters
: Tools choose dictionaries and earlier translations by the language; in the wrong direction brackets and numbers of an
  Arabic text stand where nobody can follow them.

Example
: ``srcLang="fr"`` for an English document.

Fix
: Make the file anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.checks.parity.units import at_unit, short, units_of
from pipeline.checks.parity.xliff_examples import UNIT, paragraph
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
    if subject.edition is not None:
        yield from _directions(subject)


def _directions(subject: Subject) -> Iterator[Finding]:
    """The direction of each unit of XLIFF 2 that runs the other way than its document, and of none else."""
    sides = units_of(subject)
    whole = sides.document.meta.dir
    for unit, element in sides.marked():
        said = str(element.get("srcDir", "")) or whole
        if said != unit.dir:
            yield at_unit(RULE, subject, unit.id, f"«{short(unit.text)}» runs {unit.dir}; the file says {said[:20]}.")


def _file(lang: str) -> Example:
    data = f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="{lang}"/>'
    root = Node(Role.DOCUMENT, lang="en")
    return Example(Format.XLIFF, data.encode(), expected=Outline(Format.XLIFF, root))


def _unit(attributes: str) -> Example:
    root = Node(Role.DOCUMENT, lang="en")
    return replace(paragraph(UNIT, attributes=attributes), expected=Outline(Format.XLIFF, root))


RULE = Rule(
    id="unit-language",
    title="Translators are told the right language and direction of the source",
    severity=Severity.ERROR,
    clauses=("XLIFF 2.1 4.2.2.1",),
    looks={Format.XLIFF: look},
    fix="Make the file anew.",
    good=(_file("en"), _unit(""), _unit(' srcDir="ltr"')),
    bad=(_file("fr"), _unit(' srcDir="rtl"')),
)
