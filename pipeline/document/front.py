# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an edition says of itself between its title and its text, and at single parts: a closed list, the same in every
format."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline import labels
from pipeline.document.text import walk_inlines
from pipeline.model import Block, BlockKind, Edition, Register

_WHOLE = frozenset({BlockKind.TABLE, BlockKind.FIGURE, BlockKind.LINES})
"""Blocks with no room for a paragraph at a single part of theirs: what is said of a part is said before the whole."""
_BEARERS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CODE})


@dataclass(frozen=True, slots=True)
class FrontLine:
    """One line: its kind (subtitle, byline, draft, untranslated, stale), its text, and the language of the
    text where it is not the edition's."""

    kind: str
    text: str
    lang: str = ""
    dir: str = ""


def front_lines(edition: Edition) -> tuple[FrontLine, ...]:
    """The lines under the title of an edition, in order."""
    meta = edition.document.meta
    words, lang, dir = _words(edition)
    lines: list[FrontLine] = []
    if meta.subtitle:
        lines.append(FrontLine("subtitle", meta.subtitle))
    makers = dict.fromkeys((*meta.creators, meta.publisher))  # an author who is the publisher is named once
    byline = [part for part in (*makers, labels.date(meta.date, edition.lang) if meta.date else "") if part]
    if byline:
        lines.append(FrontLine("byline", " · ".join(byline)))
    if edition.register is Register.PLAIN:
        lines.append(FrontLine("plain", words("plain_prevails"), lang, dir))
    if edition.unreviewed:
        lines.append(FrontLine("draft", words("plain_draft"), lang, dir))
    if edition.draft:
        lines.append(FrontLine("draft", words(_draft(edition)), lang, dir))
    if edition.untranslated:
        original = labels.language_name(edition.translated_from or edition.original_lang, edition.lang)
        lines.append(FrontLine("untranslated", words("untranslated", language=original), lang, dir))
    if edition.stale or edition.behind:
        lines.append(FrontLine("stale", words("stale"), lang, dir))
    return tuple(lines)


def part_notices(edition: Edition) -> Mapping[str, FrontLine]:
    """What is said at single parts of a translation, by the id of the block that it stands before (after it, for a
    heading): that the original has changed since, at each such part; that a part is not translated yet, at the first
    of those that follow each other."""
    written = edition.register is Register.PLAIN and not edition.translated_from
    if written or not (edition.stale or edition.untranslated):
        return {}
    untranslated, stale = said_of_part(edition)
    found: dict[str, FrontLine] = {}
    before = False
    for block, names in _bearers(edition.document.blocks, set()):
        missing = not edition.untranslated.isdisjoint(names)
        if not edition.stale.isdisjoint(names):
            found[block.id] = stale
        elif missing and not before:
            found[block.id] = untranslated
        before = missing
    return found


def said_of_part(edition: Edition) -> tuple[FrontLine, FrontLine]:
    """What a translation says of a part that is not translated yet, and of one that has changed since."""
    words, lang, dir = _words(edition)
    original = labels.language_name(edition.translated_from or edition.original_lang, edition.lang)
    untranslated = FrontLine("untranslated", words("untranslated_part", language=original), lang, dir)
    return untranslated, FrontLine("stale", words("stale_part"), lang, dir)


def _words(edition: Edition) -> tuple[labels.Labels, str, str]:
    """Our own words in an edition, with the language and direction that they say where they are not in its own."""
    words = labels.labels(edition.lang)
    same = words.lang == edition.lang.split("-")[0].lower()
    return words, "" if same else words.lang, "" if same else words.dir


def _bearers(blocks: Iterable[Block], seen: set[str]) -> Iterator[tuple[Block, Collection[str]]]:
    """The blocks beside which a paragraph can stand, in reading order, each with the ids that it stands for; a note,
    once, where it is first called."""
    for block in blocks:
        inside = tuple(_inside(block)) if block.kind in _WHOLE else (block,)
        if block.kind in _WHOLE or block.kind in _BEARERS:
            yield block, [one.id for one in inside]
        elif block.kind is BlockKind.DEFINITIONS:
            yield block, [one.id for one in block.blocks if one.kind is BlockKind.TERM]
        for note in (piece.note for one in inside for piece in walk_inlines(one.inlines)):
            if note is not None and note.id not in seen:
                seen.add(note.id)
                yield from _bearers(note.blocks, seen)
        if block.kind not in _WHOLE:
            yield from _bearers(block.blocks, seen)


def _inside(block: Block) -> Iterator[Block]:
    yield block
    for child in block.blocks:
        yield from _inside(child)


def _draft(edition: Edition) -> str:
    """Which draft it is: of a translation, or of a text in plain language."""
    if edition.register is Register.PLAIN and not edition.translated_from:
        return "plain_draft"
    return "draft_translation" if edition.lang != edition.original_lang else "draft"
