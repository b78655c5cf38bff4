# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every code of a unit is still in its text.

What it does
: Finds original data (the marks around emphasis, links, calls of notes) to which no code in the unit refers
  any more.

Why it matters
: The translation loses the link or the note.

Example
: ``<data id="d5">[^1]</data>`` and no ``dataRef="d5"``.

Fix
: Make the file anew, or put the code back.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.page import local
from pipeline.checks.parity.units import place_of
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

REFERENCES = ("dataRef", "dataRefStart", "dataRefEnd")


def look(subject: Subject) -> Iterator[Finding]:
    """Units with original data."""
    units = [unit for unit in subject.xml.iter("{*}unit") if next(unit.iter("{*}data"), None) is not None]
    if not units:
        raise NotApplicable("no unit has codes with data")
    for unit in units:
        used = {e.get(name) for e in unit.iter() if isinstance(e.tag, str) for name in REFERENCES if e.get(name)}
        for data in unit.iter("{*}data"):
            if local(data) == "data" and data.get("id") not in used:
                message = f"No code refers to «{''.join(data.itertext())[:30]}» any more."
                block, line = place_of(subject, str(unit.get("id", "")))
                yield RULE.fail(subject, message, place=f"unit {unit.get('id', '')}", block=block, line=line)


def _file(text: str) -> Example:
    data = (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><file id="f"><unit id="u">'
        f'<originalData><data id="d1">[^1]</data></originalData><segment><source>{text}</source></segment></unit>'
        "</file></xliff>"
    )
    return Example(Format.XLIFF, data.encode())


RULE = Rule(
    id="unit-codes",
    title="Every code of a unit is still in its text",
    severity=Severity.WARNING,
    clauses=("XLIFF 2.1 4.2.2.7",),
    looks={Format.XLIFF: look},
    fix="Make the file anew, or put the code back.",
    good=(_file('Bees<ph id="1" dataRef="d1"/>'),),
    bad=(_file("Bees"),),
)
