# SPDX-License-Identifier: AGPL-3.0-or-later
"""A plain text beside its original: each part compared by the guard, and both texts measured.

Writing the page, checking it, the findings and the report each ask for this. It is asked of the two texts that a person
wrote, and of nothing that was made of them, so what was compared last is kept, and known by what the texts say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.errors import ToolMissingError
from pipeline.model import BlockKind, Document, Edition
from pipeline.plain.authored.align import Index, alternatives, guard_text
from pipeline.plain.authored.answers import reason_for
from pipeline.plain.authored.edition import plain_edition
from pipeline.plain.authored.source import PlainBlock, PlainText
from pipeline.plain.difference import Difference
from pipeline.plain.guard.compare import DIMENSIONS, guard
from pipeline.plain.guard.kept import meaning_kept
from pipeline.plain.guard.read_together import looks_at
from pipeline.plain.measures.measure import Measures, measure
from pipeline.plain.measures.passages import measured_document, measured_edition
from pipeline.plain.words import language
from pipeline.tools import pair_reader
from pipeline.tools.pair_reader import PairReader


@dataclass(frozen=True, slots=True)
class Compared:
    """One plain block beside its original: texts, how much seems kept (0 to 1), and each difference with the reason
    of the sign-off that answers it ("" where none does)."""

    part: PlainBlock
    original: str
    plain: str
    kept: float
    differences: tuple[tuple[Difference, str], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Both texts: the plain edition, the pairs, the dimensions that were not looked at, the measures of the plain text
    and of the original."""

    edition: Edition
    pairs: tuple[Compared, ...]
    not_looked_at: tuple[str, ...]
    measures: Measures
    original: Measures


class _Asked(NamedTuple):
    """All that the answer depends on."""

    document: Document
    plain: PlainText
    aliases: Mapping[str, Iterable[str]]


READING = "both texts as wholes (reader of pairs)"  # what is not looked at where the reader is not installed
MOST_KEPT = 4
_KEPT: list[tuple[_Asked, Beside]] = []


def compare(document: Document, plain: PlainText, aliases: Mapping[str, Iterable[str]]) -> Beside:
    """The two texts side by side. In: the original, the plain text, the alias table of the document's settings (name →
    other forms of it; the plain text may add its own)."""
    asked = _Asked(document, plain, aliases)
    for known, answer in _KEPT:
        if known == asked:
            return answer
    answer = _beside(document, plain, dict(aliases) | dict(plain.front.aliases))
    _KEPT.append((asked, answer))
    del _KEPT[:-MOST_KEPT]
    return answer


def _beside(document: Document, plain: PlainText, aliases: Mapping[str, Iterable[str]]) -> Beside:
    edition = plain_edition(document, plain)
    same_language = plain.front.lang.split("-")[0] in ("", document.meta.lang.split("-")[0])
    index = Index.of(document)
    pairs, missed = _looked_at(plain, index, edition.lang, aliases) if same_language else ((), DIMENSIONS)
    return Beside(edition, pairs, missed, measure_edition(edition, plain), measure_document(document))


def measure_document(document: Document) -> Measures:
    """The measures of the original."""
    defined = [short for short, _ in document.abbreviations]
    return measure(measured_document(document), document.meta.lang, defined=defined)


def measure_edition(edition: Edition, plain: PlainText) -> Measures:
    """The measures of the plain text, its summary and the definitions of its glossary with it."""
    terms = [term.term for term in plain.front.glossary]
    defined = [short for short, _ in edition.document.abbreviations] + terms
    return measure(measured_edition(edition, plain), edition.lang, defined=defined, explained=terms)


def _looked_at(
    plain: PlainText, index: Index, lang: str, aliases: Mapping[str, Iterable[str]]
) -> tuple[tuple[Compared, ...], tuple[str, ...]]:
    """The pairs, compared with the help of the reader of pairs where it is installed and knows the language; where it
    is only not installed, that is said."""
    asked = pair_reader.find(language(lang)) if looks_at(lang) else None
    if asked:
        try:
            return _compared(plain, index, lang, aliases, asked)
        except ToolMissingError:  # its jar went, or cannot be run on this machine
            asked = None
    pairs, missed = _compared(plain, index, lang, aliases, None)
    return pairs, (*missed, READING) if looks_at(lang) else missed


def _compared(
    plain: PlainText, index: Index, lang: str, aliases: Mapping[str, Iterable[str]], asked: PairReader | None
) -> tuple[tuple[Compared, ...], tuple[str, ...]]:
    pairs: list[Compared] = []
    missed: tuple[str, ...] = ()
    for part in plain.blocks:
        if part.omitted or any(name not in index.blocks for name in part.stands_for):
            continue
        original = " ".join(guard_text(index.blocks[name]) for name in part.stands_for)
        # What the writer adds as a heading is a signpost, not a statement of the original.
        text = " ".join(
            guard_text(block)
            for block in part.blocks
            if block.kind is not BlockKind.HEADING or len(part.blocks) == 1
        )
        if not text:
            continue  # said once, as an empty block
        made = guard(original, text, lang, aliases, asked)
        missed = made.not_looked_at
        shown = " ".join(alternatives(index.blocks[name]) for name in part.stands_for).strip()
        differences = made.differences
        if differences and shown:
            answered = guard(f"{original} {shown}", text, lang, aliases, asked).differences
            differences = _not_shown(differences, answered)
        signed = tuple((found, reason_for(found, part, plain.front.sign_offs)) for found in differences)
        kept = meaning_kept(original, text, lang, aliases, made.differences)
        pairs.append(Compared(part, original, text, kept, signed))
    return tuple(pairs), missed


def _not_shown(differences: Sequence[Difference], answered: Sequence[Difference]) -> tuple[Difference, ...]:
    """The differences but for what the plain text adds that a picture shows. A plain text may say what the alternative
    says, and need not: it answers, and asks for nothing. ``answered`` are those with it beside the original."""
    added = {(found.kind, found.plain) for found in answered if found.change == "added"}
    return tuple(found for found in differences if found.change != "added" or (found.kind, found.plain) in added)
