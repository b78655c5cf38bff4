# SPDX-License-Identifier: AGPL-3.0-or-later
"""The units of a translation file beside the units that its document asks for.

Made once for a file and kept with it. The expected side comes from the document alone; nothing of a writer is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pipeline.checks.once import once
from pipeline.checks.rule import Rule
from pipeline.checks.subject import NotApplicable, Subject
from pipeline.model import Document, Finding
from pipeline.translate import bilingual
from pipeline.translate.elsewhere import definition_range
from pipeline.translate.pieces import Bilingual, FileUnit, Piece
from pipeline.translate.unit import Unit, nmtoken
from pipeline.translate.units import units

_OWNED = re.compile(r"\.(alt|link-title|expansion)\d+$")
_UNIT_IN_PLACE = re.compile(r"\bu=([^/\s]+)|\bunit\s+(\S+)")


class Units(NamedTuple):
    """``wanted`` by id in reading order, the ``file`` as read, and the ``unit`` elements of XLIFF 2 by their ids."""

    document: Document
    wanted: Mapping[str, Unit]
    file: Bilingual
    elements: Mapping[str, Any]

    def pairs(self) -> Iterator[tuple[Unit, FileUnit]]:
        """The units that stand on both sides, in reading order."""
        return ((unit, self.file.units[name]) for name, unit in self.wanted.items() if name in self.file.units)

    def marked(self) -> Iterator[tuple[Unit, Any]]:
        """The units of an XLIFF 2 file on both sides, as elements."""
        return ((unit, self.elements[name]) for name, unit in self.wanted.items() if name in self.elements)


@once
def file_of(subject: Subject) -> Bilingual:
    """The translation file. Raises InputError for no XLIFF."""
    return bilingual.read(subject.data, subject.file)


def translated(file: Bilingual) -> Iterator[tuple[str, str, str]]:
    """(id, text, text of its target) of each unit that is translated as a whole: sentences are joined and cut in
    translation. A code is a word joiner, what is locked is left out. Raises NotApplicable where there is none."""
    looked = False
    for unit in file.units.values():
        real = [segment for segment in unit.segments if not segment.ignorable]
        if real and all(segment.target is not None and _text(segment.target).strip() for segment in real):
            looked = True
            target = [piece for segment in unit.segments for piece in segment.target or segment.source]
            yield unit.id, _text(unit.source), _text(target)
    if not looked:
        raise NotApplicable("no unit is translated as a whole")


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text if piece.kind == "text" else "\u2060" for piece in pieces if piece.kind != "lock")


@once
def units_of(subject: Subject) -> Units:
    """Both sides of a file. Raises NotApplicable for a file whose source is unknown, InputError for no XLIFF."""
    if subject.edition is None:
        raise NotApplicable("the source of this file is not known")
    document = subject.edition.document
    elements: dict[str, Any] = {}
    for element in subject.xml.iter("{*}unit"):
        elements.setdefault(str(element.get("id", "")), element)
    wanted = {unit.id: unit for unit in units(document)}
    return Units(document, wanted, file_of(subject), elements)


def at_unit(rule: Rule, subject: Subject, unit: str, message: str) -> Finding:
    """A finding of ``rule`` at the unit with an id, with its block and Markdown line."""
    block, line = place_of(subject, unit)
    return rule.fail(subject, message, place=f"unit {unit}", block=block, line=line)


def place_of(subject: Subject, unit: str) -> tuple[str, int]:
    """The block and the Markdown line of a unit's text, by the unit's id; an alternative, a title and an expansion
    belong to the block in which they stand. Nothing and 0 where it is not known."""
    if subject.edition is None:
        return "", 0
    names = (unit, _OWNED.sub("", unit))
    block = next((name for name in subject.blocks if nmtoken(name) in names), "")
    line = subject.line(block)
    if not block and unit.startswith("abbr."):
        source = subject.edition.document.source
        for short, _ in subject.edition.document.abbreviations:
            found = definition_range(source, short) if nmtoken(f"abbr.{short}") == unit else None
            line = source.count("\n", 0, found[0]) + 1 if found else line
    return block, line


def unit_in(place: str) -> str:
    """The id of the unit that a place names ("f=f1/u=p-3", "unit p-3"); empty if it names none."""
    found = _UNIT_IN_PLACE.search(place)
    return (found[1] or found[2]) if found else ""


def short(text: str) -> str:
    """The beginning of a text for a message, with single blanks."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57].rstrip()}…"
