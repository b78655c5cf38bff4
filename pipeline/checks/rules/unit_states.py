# SPDX-License-Identifier: AGPL-3.0-or-later
"""The states of a translation file are those that are recorded.

What it does
: Compares the file with the translation that is stored beside the document: segments whose translation is gone, that
  say reviewed or final, or are no draft any more, without a record of it; that say initial though they are translated;
  that bear the translation of another text, or whose sentences stand in another order. A translation that comes back
  as reviewed, and was no draft, is only noted.

Why it matters
: A draft that says that it was reviewed is published without its notice.

Example
: ``state="final"`` where the stored translation says ``translated``.

Fix
: Merge the file if it is newer (``pariter xliff merge``); otherwise export it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pipeline.checks.parity.units import at_unit, short, units_of
from pipeline.checks.parity.xliff_examples import recorded
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.editions import read_bytes, stored_translations
from pipeline.model import Finding, Format, Severity
from pipeline.translate import bilingual
from pipeline.translate.leverage import Memory, Suggestion, bare, records, text_of
from pipeline.translate.pieces import DRAFT, Bilingual, FileUnit, Segment
from pipeline.translate.unit import Unit

RANKS = {"initial": 0, "translated": 1, "reviewed": 2, "final": 3}
GERMAN = '<pc id="1">Bienen</pc> tanzen.'
FRENCH = 'Les <pc id="1">abeilles</pc> dansent.'
STEP = "says that it is reviewed; recorded is translated."
"""What a translation that comes back from its review says of itself: a note, until it is merged."""
MOST = 0.5
"""From which share of all segments on a difference is one of the whole file."""


def look(subject: Subject) -> Iterator[Finding]:
    """Each segment beside its record; what most of them have in common is told once."""
    sides = units_of(subject)
    lang = sides.file.target_lang.lower()
    path = next((path for name, path in stored_translations(sides.document) if name.lower() == lang), None)
    if path is None or not lang:
        raise NotApplicable("no translation into this language is recorded")
    stored = bilingual.read(read_bytes(path), path)
    memory = Memory(records(stored))
    told: dict[str, list[tuple[Unit, str]]] = defaultdict(list)
    pairs = [(unit, *pair) for unit, found in sides.pairs() for pair in _recorded(unit, found.segments, memory)]
    owners = {bare(record.target): text_of(record.source) for _, _, record in pairs}
    for unit, segment, record in pairs:
        for what in _differences(segment, record, sides.file):
            told[what].append((unit, text_of(segment.source)))
        source, given = text_of(segment.source), bare(segment.target or ())
        other = owners.get(given, "") if given != bare(record.target) else ""
        if other and other.split() != source.split():
            told[f"has the translation of «{short(other)}»."].append((unit, source))
    for unit, found in sides.pairs():
        own = stored.units.get(unit.id)
        if own is not None and _same_sentences(found, own) and _order(found) != _order(own):
            told["has its sentences in another order in the translation than is recorded."].append((unit, unit.text))
    for what, places in told.items():
        level = Severity.NOTE if what == STEP else Severity.WARNING
        if len(places) > 1 and len(places) >= MOST * len(pairs):
            yield RULE.fail(subject, f"Each of {len(places)} segments {what}", severity=level)
            continue
        for unit, text in places:
            yield replace(at_unit(RULE, subject, unit.id, f"«{short(text)}» {what}"), severity=level)


def _same_sentences(found: FileUnit, own: FileUnit) -> bool:
    """Whether two units have the same segments with the same translations."""
    here, there = ({s.id: bare(s.target or ()) for s in unit.segments if not s.ignorable} for unit in (found, own))
    return here == there


def _order(unit: FileUnit) -> list[str]:
    """The ids of the segments in the order of their targets."""
    places = {s.id: s.order or number for number, s in enumerate(unit.segments, 1) if not s.ignorable}
    return sorted(places, key=lambda name: places[name])


def _recorded(unit: Unit, segments: tuple[Segment, ...], memory: Memory) -> Iterator[tuple[Segment, Suggestion]]:
    """The segments whose text has a recorded translation."""
    named = {segment.id: segment for segment in segments}
    for part in unit.parts if unit.translate else ():
        record = memory.find(unit, part) if part.segment and part.id in named else None
        if record is not None and record.exact and text_of(record.target).strip():
            yield named[part.id], record


def _differences(segment: Segment, record: Suggestion, file: Bilingual) -> Iterator[str]:
    if segment.target is None:
        yield "has no translation, and one is recorded."
        return
    least, most = (1, 2) if file.version == "1.2" else (0, 3)  # the states of 1.2 are fewer
    said, own = (min(max(RANKS.get(state, 0), least), most) for state in (segment.state, record.state))
    if (segment.state, record.state) == ("reviewed", "translated") and record.substate != DRAFT:
        yield STEP
    elif said > own:
        yield f"says that it is {segment.state}; recorded is {record.state}."
    elif said < own:
        yield f"says that it is {segment.state}, so that its translation may be lost; recorded is {record.state}."
    elif record.substate == DRAFT and segment.substate != DRAFT and bare(segment.target) == bare(record.target):
        yield "is recorded as a draft that nobody has reviewed, and does not say so."


RULE = Rule(
    id="unit-states",
    title="The states of a translation are those that are recorded",
    severity=Severity.WARNING,
    clauses=("XLIFF 2.1 4.3.1.36",),
    looks={Format.XLIFF: look},
    fix="Merge the file if it is newer, otherwise export it again.",
    good=(recorded(FRENCH, ' state="translated" subState="pariter:draft"'),),
    bad=(
        recorded(FRENCH, ' state="final"'),
        recorded(FRENCH, ' state="translated"'),
        recorded(FRENCH, ' state="initial"'),
        recorded(GERMAN, ' state="final"', "Über Bienen", lang="de"),
        recorded("", ' subState="pariter:draft" state="initial"'),
        recorded("Des abeilles", ' state="translated" subState="pariter:draft"', title=FRENCH),
    ),
)
