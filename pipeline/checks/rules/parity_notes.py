# SPDX-License-Identifier: AGPL-3.0-or-later
"""What translators are told of a text is true.

What it does
: Compares what the file says of each unit (what it is, where it stands, its notes, its words) with the document.
  Further notes are welcome; a kind of notes that a tool has dropped everywhere is none of its own, but all of them are.

Why it matters
: A translator who reads “heading” translates otherwise than one who reads “cell”; a wrong count is a wrong price.

Example
: The text of a table's cell is called a heading.

Fix
: Export the file again from the source; unchanged segments keep their translation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.checks.page import local
from pipeline.checks.parity.units import Units, at_unit, short, units_of
from pipeline.checks.parity.xliff_examples import UNIT, paragraph
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.translate.facts import style_of
from pipeline.translate.notes import notes
from pipeline.translate.unit import Unit


def look(subject: Subject) -> Iterator[Finding]:
    """Unit by unit."""
    sides = units_of(subject)
    kinds = {str(note.get("category", "")) for element in sides.elements.values() for note in element.iter("{*}note")}
    if sides.elements and not kinds:
        lost = sum(1 for unit, _ in sides.marked() for _ in notes(unit, sides.document))
        if lost:
            message = f"The file has no notes to translators; the document gives {lost}."
            yield RULE.fail(subject, message)
    for unit, element in sides.marked():
        for what in (*_said(unit, element), *_notes(unit, element, sides, kinds)):
            yield at_unit(RULE, subject, unit.id, f"Of «{short(unit.text)}» the file says {what}")


def _said(unit: Unit, element: Any) -> Iterator[str]:
    own = {"name": unit.where, "type": f"pariter:{unit.role}", "fs": style_of(unit)}
    for name, wanted in own.items():
        said = next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")
        if said and said != wanted:
            yield f"«{said[:60]}» ({name}); it should be «{wanted[:60] or 'nothing'}»."
    group = element.getparent()
    said, path = (str(group.get("name", "")) if local(group) == "group" else ""), " > ".join(unit.section.path)
    if said and said != path:
        yield f"that it is in the section «{said[:60]}»; it is in «{path[:60]}»."
    for entry in element.iter("{*}meta"):
        if entry.get("type") == "words" and (entry.text or "") != str(unit.words):
            yield f"that it has {(entry.text or 'no')[:20]} words; it has {unit.words}."


def _notes(unit: Unit, element: Any, sides: Units, kinds: set[str]) -> Iterator[str]:
    """Each note that belongs to the unit stands there; kinds that the whole file lacks were dropped by a tool."""
    given: Mapping[str, list[str]] = defaultdict(list)
    for note in element.iter("{*}note"):
        given[str(note.get("category", ""))].append(" ".join("".join(note.itertext()).split()))
    for kind, text in notes(unit, sides.document):
        wanted = " ".join(text.split())
        if kind in kinds and wanted not in given[kind]:
            said = next(iter(given[kind]), "")
            yield f"«{said[:120]}»; it should be «{wanted[:120]}»." if said else f"nothing of «{wanted[:120]}»."


NOTED = f'<notes><note category="codes">Codes: 1: strong around text.</note></notes>{UNIT}'

RULE = Rule(
    id="parity-notes",
    title="What translators are told of a text is true",
    severity=Severity.WARNING,
    clauses=("XLIFF 2.1 4.2.2.9", "XLIFF 2.1 5.5"),
    looks={Format.XLIFF: look},
    fix="Export the file again from the source; unchanged segments keep their translation.",
    good=(paragraph(NOTED, attributes=' name="paragraph" type="pariter:text"'),),
    bad=(
        paragraph(NOTED, attributes=' name="heading of level 2"'),
        paragraph(NOTED.replace("strong", "weak")),
        paragraph(),
    ),
)
