# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each unit of a translation file is that of its text: its words and codes, its place, its segments.

What it does
: Compares the file with all that the document gives to translators: a unit for each text (alternatives, titles of
  links, expansions and metadata too), with its words, its codes where they stand, in reading order; and no unit more.

Why it matters
: What was changed in a source comes back as the translation of something that the document does not say.

Example
: In the document the word “eight” is strong, in the unit the word “books” is.

Fix
: Export the file again from the source; unchanged segments keep their translation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline.checks.lines import line_of_listing
from pipeline.checks.parity.alignment import longest_rising
from pipeline.checks.parity.compare import words_differ
from pipeline.checks.parity.units import Units, place_of, short, units_of
from pipeline.checks.parity.xliff_examples import UNIT, paragraph
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.speech import IDEOGRAPHS, script
from pipeline.model import Finding, Format, Role, Severity
from pipeline.translate.fit import same_source
from pipeline.translate.leverage import as_pieces, text_of
from pipeline.translate.pieces import FileUnit, Piece
from pipeline.translate.unit import Unit, nmtoken


def look(subject: Subject) -> Iterator[Finding]:
    """The units as a sequence, then one by one."""
    sides = units_of(subject)
    told = _told(subject)
    yield from _missing(subject, sides, told)
    yield from _foreign(subject, sides)
    yield from _order(subject, sides, told)
    pairs = list(sides.pairs())
    renamed = [_renamed(unit, found) for unit, found in pairs]
    whole = sum(len(found.segments) for _, found in pairs)
    for (unit, found), names in zip(pairs, renamed, strict=True):
        yield from _unit(subject, unit, found, sides, named=unit.id in told)
        # A tool that numbers all segments anew knows them by their units and words, as we do.
        for text, name in names if sum(map(len, renamed)) * 4 < whole else ():
            message = f"The segment of «{short(text)}» has lost its id ({name[:20]} stands in its place)."
            yield replace(_fault(subject, unit, message), severity=Severity.WARNING)


def _told(subject: Subject) -> frozenset[str]:
    """The units of blocks, whose presence, words and order the rule ``xliff-units`` tells from the outline."""
    if subject.expected is None:
        return frozenset()
    return frozenset(nmtoken(n.attrs.get("id", "")) for n in subject.expected.root.walk() if n.role is Role.UNIT)


def _fault(subject: Subject, unit: Unit, message: str, line: int = 0) -> Finding:
    block, own = place_of(subject, unit.id)
    return RULE.fail(subject, message, place=f"unit {unit.id}", block=block, line=line or own)


def _missing(subject: Subject, sides: Units, told: frozenset[str]) -> Iterator[Finding]:
    for name, unit in sides.wanted.items():
        if name in sides.file.units or name in told:
            continue
        # XLIFF 1.2 shows no text that must stay.
        if sides.file.version == "1.2" and not (unit.translate and text_of(as_pieces(unit.tokens)).strip()):
            continue
        yield _fault(subject, unit, f"The {unit.where or 'text'} «{short(unit.text)}» is in no unit.")


def _foreign(subject: Subject, sides: Units) -> Iterator[Finding]:
    texts = {" ".join(unit.text.split()): unit for unit in reversed(tuple(sides.wanted.values()))}
    for name in sides.file.twice:
        block, line = place_of(subject, name)
        yield RULE.fail(subject, f"The unit {name[:60]} stands twice.", place=f"unit {name}", block=block, line=line)
    for name, found in sides.file.units.items():
        if name in sides.wanted:
            continue
        same = texts.get(" ".join(text_of(found.source).split()))
        block, line = place_of(subject, same.id) if same is not None else ("", 0)
        message = f"The unit {name[:60]} is of no text of the document."
        if same is not None:
            message = f"The text «{short(same.text)}» is in the unit {name[:60]}, which no text of the document has."
        yield RULE.fail(subject, message, place=f"unit {name}", block=block, line=line)


def _order(subject: Subject, sides: Units, told: frozenset[str]) -> Iterator[Finding]:
    places = {name: place for place, name in enumerate(sides.file.units)}
    stands = [(number, places[name]) for number, name in enumerate(sides.wanted) if name in places]
    names = list(sides.wanted)
    kept = {number for number, _ in longest_rising(stands)}
    for number, _ in stands:
        if number not in kept and names[number] not in told:
            unit = sides.wanted[names[number]]
            yield _fault(subject, unit, f"The unit of «{short(unit.text)}» is out of the reading order.")


def _unit(subject: Subject, unit: Unit, found: FileUnit, sides: Units, *, named: bool) -> Iterator[Finding]:
    wanted, given = as_pieces(unit.tokens), found.source
    there, here = text_of(wanted), text_of(given)
    # White space between sentences has no place in XLIFF 1.2.
    tight = sides.file.version == "1.2"
    if ("".join(there.split()) != "".join(here.split())) if tight else (_single(there) != _single(here)):
        if not named:
            message = f"The unit of «{short(there)}» has other words: {words_differ(_single(there), _single(here))}."
            yield _fault(subject, unit, message, _line_of_code(subject, unit, here))
    elif _is_listing(unit) and _lines(there) != _lines(here):
        message = f"The lines of «{short(there)}» are not those of the document."
        yield _fault(subject, unit, message, _line_of_code(subject, unit, here))
    elif not same_source(unit, found):
        yield _fault(subject, unit, f"In «{short(there)}» the codes are not where they are in the document.")
    yield from _segments(subject, unit, found)


def _renamed(unit: Unit, found: FileUnit) -> list[tuple[str, str]]:
    """Text and id of the segments that are those of the document and bear an id that none of its segments has."""
    parts = {part.id: _bare(as_pieces(part.tokens)) for part in unit.parts if part.segment}
    known = set(parts.values())
    return [
        (text_of(segment.source), segment.id)
        for segment in found.segments
        if not segment.ignorable and segment.id and segment.id not in parts and _bare(segment.source) in known
    ]


def _is_listing(unit: Unit) -> bool:
    return unit.role == "fixed" and "\n" in unit.text


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").split("\n")]


def _single(text: str) -> str:
    return " ".join(text.split())


def _line_of_code(subject: Subject, unit: Unit, given: str) -> int:
    """The line of the first difference in a block of code, whose lines are those of the source; else 0."""
    start = place_of(subject, unit.id)[1]
    if not _is_listing(unit) or not start or subject.edition is None:
        return 0
    return line_of_listing(subject.edition.document.source, start, unit.text, given)


def _segments(subject: Subject, unit: Unit, found: FileUnit) -> Iterator[Finding]:
    """Segments may be cut otherwise, but not within a word or a name; none may bear the name of another, and no words
    may be out of them all."""
    parts = {part.id: _bare(as_pieces(part.tokens)) for part in unit.parts if part.segment}
    owners = {content: name for name, content in parts.items()}
    counts = Counter(parts.values())
    before = ""
    for segment in found.segments:
        content, text = _bare(segment.source), text_of(segment.source)
        if segment.ignorable and parts and any(char.isalpha() for char in text):
            yield _fault(subject, unit, f"The words «{short(text)}» are in no segment: nobody will translate them.")
        own = owners.get(content, segment.id)
        if segment.id in parts and own != segment.id and counts[content] == 1:
            yield _fault(subject, unit, f"The segment of «{short(text)}» has the id of another ({segment.id}).")
        if before[-1:].isalpha() and text[:1].isalpha() and _within_word(before, text, unit.text):
            yield _fault(subject, unit, f"A segment ends within a word: «{before[-20:]}|{text[:20]}».")
        elif content not in owners and _within_name(before, text):
            cut = f"«{before.rstrip()[-20:]} | {text.lstrip()[:20]}»"
            told = _fault(subject, unit, f"A segment ends within a name: {cut}.")
            yield replace(told, severity=Severity.WARNING)
        before = text if text.strip() else before


def _within_word(before: str, after: str, whole: str) -> bool:
    """Whether two segments cut a word of a script that has spaces."""
    spaced = not {script(before[-1]), script(after[0])} & IDEOGRAPHS
    return spaced and f"{before[-8:]}{after[:8]}" in whole


def _within_name(before: str, after: str) -> bool:
    """Whether two words with capitals stand in two segments, and nothing between them: they are translated together."""
    last, first = before.split()[-1:], after.split()[:1]
    return bool(last and first) and last[0].isalpha() and all(word[:1].isupper() for word in (*last, *first))


def _bare(pieces: tuple[Piece, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple((p.kind, p.text.strip(), p.id) for p in pieces if p.kind not in ("lock", "unlock"))


RULE = Rule(
    id="parity-units",
    title="Each unit is that of its text",
    severity=Severity.ERROR,
    clauses=("XLIFF 2.1 4.2.2.7", "XLIFF 2.1 4.3.1.35"),
    looks={Format.XLIFF: look},
    fix="Export the file again from the source; unchanged segments keep their translation.",
    good=(paragraph(),),
    bad=(
        paragraph(UNIT.replace("Bees", "Wasps")),
        paragraph(UNIT.replace("</pc> dance", " dance</pc>")),
        paragraph(name="p-2"),
    ),
)
