# SPDX-License-Identifier: AGPL-3.0-or-later
"""The way back: a translation file into its document, as an edition and as Markdown.

In: the document and the bytes of an XLIFF file of any version. Out: the same blocks, under the same ids, with
translated text; which of them are untranslated or out of date; and the Markdown, spliced where text changed.
Raises MergeError (with the unit) when the file does not fit, and then nothing has been changed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pipeline.errors import MergeError
from pipeline.model import Document, Edition, Register
from pipeline.translate import bilingual, fit, splice, target
from pipeline.translate.choice import Choice
from pipeline.translate.leverage import Memory, as_pieces, records, text_of
from pipeline.translate.pieces import DRAFT, STATES, Bilingual, FileUnit, Piece, Segment, join
from pipeline.translate.unit import Unit
from pipeline.translate.units import units


@dataclass(frozen=True)
class Merged:
    """A document in another language. ``untranslated`` and ``stale`` are ids of blocks; ``missing`` are units
    that the file did not have; ``unspliced`` are units whose place in the Markdown is not known."""

    original: Document
    document: Document
    choices: tuple[Choice, ...]
    lang: str
    dir: str
    untranslated: frozenset[str]
    stale: frozenset[str]
    missing: tuple[str, ...]
    draft: bool

    @cached_property
    def _spliced(self) -> tuple[str, tuple[str, ...]]:
        return splice.markdown(self.original, self.choices)

    @property
    def markdown(self) -> str:
        """The clean source with translated text in the place of the original's."""
        return self._spliced[0]

    @property
    def unspliced(self) -> tuple[str, ...]:
        """Units whose translation could not be put into the Markdown."""
        return self._spliced[1]

    def edition(self, siblings: tuple[tuple[str, Register], ...] = ()) -> Edition:
        """The edition that is published."""
        return Edition(
            self.document, self.lang, self.dir, Register.ORIGINAL, self.original.meta.lang, self.draft,
            self.untranslated, self.stale, siblings,
        )  # fmt: skip


def merge(
    document: Document,
    data: bytes,
    *,
    strict: bool = True,
    states: Collection[str] = STATES,
    file: Path | str = "",
) -> Merged:
    """The document in the file's target language.

    ``strict`` (the command ``merge``): whatever does not fit is an error. Otherwise (publishing a file that was
    merged before): text that changed since is taken from what still fits and said to be stale, the rest stays
    in the original language. ``states`` are those that may be published.
    """
    read = bilingual.read(data, file)
    found = units(document)
    by_id = {unit.id: unit for unit in found}
    fit.check_language(read)
    if strict:
        fit.check_file(document, read, by_id)
    memory = None if strict else Memory(records(read))
    choices = _chosen(found, read, states, memory)
    written = target.translated(document, choices, read.target_lang)
    blocks = [(choice, choice.unit.block.id) for choice in choices if choice.unit.block is not None]
    return Merged(
        document,
        written,
        choices,
        read.target_lang,
        written.meta.dir,
        frozenset(name for choice, name in blocks if choice.unit.translate and choice.done < 1),
        frozenset(name for choice, name in blocks if choice.stale),
        tuple(unit.id for unit in found if unit.translate and unit.id not in read.units),
        any(choice.draft for choice in choices),
    )


def _chosen(
    found: Sequence[Unit], read: Bilingual, states: Collection[str], memory: Memory | None
) -> tuple[Choice, ...]:
    """What is taken for each unit. Raises MergeError with all units that do not fit."""
    choices: list[Choice] = []
    misfits: list[MergeError] = []
    for unit in found:
        try:
            choices.append(_choose(unit, read, states, memory))
        except MergeError as error:
            misfits.append(error)
    fit.raise_all(misfits)
    return tuple(choices)


def _choose(unit: Unit, read: Bilingual, states: Collection[str], memory: Memory | None) -> Choice:
    found = read.units.get(unit.id)
    if not unit.translate:
        return _unchanged(unit)
    if found is not None and memory is None:
        fit.check_source(read, unit, found)
    if found is not None and fit.same_source(unit, found):
        return _current(unit, found, read, states, strict=memory is None)
    if memory is None:
        return _unchanged(unit)
    return _stale(unit, found, memory, states)


def _unchanged(unit: Unit) -> Choice:
    runs = tuple((as_pieces(part.tokens), index) for index, part in enumerate(unit.parts))
    return Choice(unit, runs, 0.0 if unit.translate and _has_letters(as_pieces(unit.tokens)) else 1.0)


def _current(
    unit: Unit, found: FileUnit, read: Bilingual, states: Collection[str], *, strict: bool
) -> Choice:
    """A unit whose source is the document's: the file's segments in the order of their targets."""
    places = {part.id: index for index, part in enumerate(unit.parts)}
    ordered = sorted(found.segments, key=lambda segment: segment.order)
    names = {segment.id for segment in found.segments}
    if read.version == "1.2" or all(part.id in names for part in unit.parts if part.segment):
        ordered = _with_space(unit, ordered)
    runs: list[tuple[tuple[Piece, ...], int | None]] = []
    done = total = touched = 0
    for segment in ordered:
        translated = segment.target is not None and segment.state in states
        pieces = segment.target if translated and segment.target is not None else segment.source
        place = places.get(segment.id)
        own = as_pieces(unit.parts[place].tokens) if place is not None else ()
        unmoved = place is not None and _plain(own) == _plain(segment.source) == _plain(pieces)
        runs.append((pieces, place if unmoved else None))
        touched += translated
        if not segment.ignorable and _has_letters(segment.source):
            total += 1
            done += translated
    draft = any(s.substate == DRAFT and s.state in states and s.target is not None for s in found.segments)
    moved = [segment.id for segment in ordered] != [part.id for part in unit.parts]
    choice = Choice(unit, tuple(runs), done / total if total else 1.0, draft=draft, moved=moved)
    if not text_of(choice.pieces).strip() and unit.text.strip() and text_of(found.source).strip():
        return _unchanged(unit)
    if touched and strict:
        fit.check_codes(read, unit, choice.pieces, found)
    elif touched and fit.problem_of(unit, choice.pieces):
        return _unchanged(unit)
    if _plain(choice.pieces) == _plain(as_pieces(unit.tokens)):
        # The same text, in whatever segments a tool cut it: the source's own characters stay.
        kept = tuple((as_pieces(part.tokens), index) for index, part in enumerate(unit.parts))
        return replace(choice, runs=kept, moved=False)
    return choice


def _has_letters(pieces: Sequence[Piece]) -> bool:
    """Whether there is anything to translate: a number alone is done as it is."""
    return any(c.isalpha() for c in text_of(pieces))


def _with_space(unit: Unit, segments: Sequence[Segment]) -> list[Segment]:
    """The segments with the white space between that XLIFF 1.2 has no place for."""
    names = {segment.id for segment in segments}
    spaces = [part for part in unit.parts if not part.segment]
    if any(part.id in names for part in spaces) or not spaces or any(segment.ignorable for segment in segments):
        return list(segments)
    after = {unit.parts[i - 1].id: part for i, part in enumerate(unit.parts) if not part.segment and i}
    known = {part.id: part for part in unit.parts}
    found: list[Segment] = []
    for segment in segments:
        found.append(segment)
        if segment.id in after:
            part = after[segment.id]
            found.append(Segment(part.id, as_pieces(part.tokens), None, ignorable=True))
    # Parts without text (a picture between sentences) are no segments of 1.2 either.
    for index, part in enumerate(unit.parts):
        silent = part.segment and not text_of(as_pieces(part.tokens)).strip()
        if silent and part.id not in names and all(n in known for n in names):
            found.insert(min(index, len(found)), Segment(part.id, as_pieces(part.tokens), None, ignorable=True))
    return found


def _plain(pieces: Sequence[Piece]) -> tuple[tuple[str, str, str], ...]:
    return tuple((p.kind, p.text, p.id) for p in join(tuple(p for p in pieces if p.kind not in ("lock", "unlock"))))


def _stale(unit: Unit, found: FileUnit | None, memory: Memory, states: Collection[str]) -> Choice:
    """A unit that is new or has changed: sentences that are still the same keep their translation; where a
    changed block's old translation has the same codes, it is shown, out of date."""
    runs: list[tuple[tuple[Piece, ...], int | None]] = []
    done = total = 0
    draft = False
    for index, part in enumerate(unit.parts):
        pieces = as_pieces(part.tokens)
        suggestion = memory.find(unit, part) if part.segment else None
        usable = suggestion is not None and suggestion.exact and suggestion.state in states
        if usable and suggestion is not None:
            draft = draft or suggestion.substate == DRAFT
            runs.append((suggestion.target, None))
        else:
            runs.append((pieces, index))
        if part.segment and _has_letters(pieces):
            total += 1
            done += usable
    choice = Choice(unit, tuple(runs), done / total if total else 1.0, draft=draft)
    if fit.problem_of(unit, choice.pieces):
        choice = _unchanged(unit)
    if choice.done == 1 or found is None:
        return choice
    old = join(
        piece for s in sorted(found.segments, key=lambda s: s.order)
        for piece in (s.target if s.target is not None else s.source)
    )  # fmt: skip
    whole = all(s.target is not None and s.state in states for s in found.segments if not s.ignorable)
    if whole and not fit.problem_of(unit, old):
        drafted = any(s.substate == DRAFT for s in found.segments)
        return Choice(unit, ((old, None),), 1.0, stale=True, moved=True, draft=drafted)
    return choice
