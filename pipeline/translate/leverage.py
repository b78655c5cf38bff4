# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an older translation still gives: the same sentence keeps its translation, a changed one a proposal.

In: the units of a document, and an older translation file (XLIFF of any version) or memory (TMX). Out: for
each segment a Suggestion, with the band in which translators count its words.
"""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.translate.pieces import Bilingual, Piece, Segment
from pipeline.translate.tokens import CLOSE, OPEN, PLACE, TEXT, Part, Token
from pipeline.translate.unit import Unit
from pipeline.translate.words import count_words, words

BANDS = ("in context", "100 %", "95–99 %", "85–94 %", "75–84 %", "50–74 %", "new", "repeated")
LEAST = 50.0
CANDIDATES = 12


@dataclass(frozen=True)
class Record:
    """One translated segment of an older file."""

    unit: str
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    state: str = "translated"
    substate: str = ""
    before: str = ""
    origin: str = ""

    @property
    def text(self) -> str:
        """The source's text without codes."""
        return text_of(self.source)


@dataclass(frozen=True)
class Suggestion:
    """What is known for a segment. ``exact``: ``target`` is its translation; else it is that of a similar
    source, ``quality`` per cent alike, and ``difference`` says how the sources differ."""

    target: tuple[Piece, ...]
    source: tuple[Piece, ...]
    exact: bool
    quality: float
    state: str
    substate: str
    band: str
    origin: str = ""
    difference: str = ""


def text_of(pieces: Iterable[Piece]) -> str:
    """The text of pieces without codes."""
    return "".join(piece.text for piece in pieces)


def as_pieces(tokens: Sequence[Token]) -> tuple[Piece, ...]:
    """A unit's tokens as a file would hold them (marks that lock nothing are left out)."""
    found: list[Piece] = []
    for token in tokens:
        if token.kind == TEXT:
            text = token.text.replace("\f", " ")  # XML has no form feed
            if found and found[-1].kind == TEXT:
                found[-1] = Piece(TEXT, found[-1].text + text)
            elif text:
                found.append(Piece(TEXT, text))
        elif token.mark is not None:
            if token.mark.kind == "protected":
                found.append(Piece(token.kind))
        elif token.code is not None:
            found.append(Piece(token.kind, id=token.code.id))
    return tuple(found)


def bare(pieces: Iterable[Piece]) -> tuple[tuple[str, str], ...]:
    """Pieces for comparing: codes by their order, not their ids, and locks left out."""
    numbers: dict[str, str] = {}
    found: list[tuple[str, str]] = []
    for piece in pieces:
        if piece.kind == TEXT:
            if found and found[-1][0] == TEXT:
                found[-1] = (TEXT, found[-1][1] + piece.text)
            else:
                found.append((TEXT, piece.text))
        elif piece.kind in (OPEN, CLOSE, PLACE):
            found.append((piece.kind, numbers.setdefault(piece.id, str(len(numbers) + 1))))
    return tuple(found)


def records(old: Bilingual) -> list[Record]:
    """The translated segments of a file."""
    found = []
    for unit in old.units.values():
        before = ""
        for segment in unit.segments:
            if segment.target is not None and not segment.ignorable and text_of(segment.source).strip():
                found.append(_record(unit.id, segment, before, old.file))
            before = text_of(segment.source)
    return found


def _record(unit: str, segment: Segment, before: str, origin: str) -> Record:
    assert segment.target is not None
    return Record(unit, segment.source, segment.target, segment.state, segment.substate, before, origin)


class Memory:
    """Finds what older translations give for a segment."""

    def __init__(self, known: Sequence[Record]) -> None:
        self._known = list(known)
        self._exact: dict[tuple[tuple[str, str], ...], list[Record]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for index, record in enumerate(self._known):
            self._exact[bare(record.source)].append(record)
            for word in set(words(record.text.lower())):
                self._by_word[word].append(index)

    def find(self, unit: Unit, part: Part) -> Suggestion | None:
        """The best that is known for a part of a unit."""
        pieces = as_pieces(part.tokens)
        same = self._exact.get(bare(pieces), [])
        if same:
            home = [record for record in same if record.unit == unit.id]
            best = (home or same)[0]
            mapped = renumbered(best.target, best.source, pieces)
            band = "in context" if home else "100 %"
            return Suggestion(mapped, pieces, True, 100.0, best.state, best.substate, band, best.origin)
        return self._similar(pieces)

    def _similar(self, pieces: tuple[Piece, ...]) -> Suggestion | None:
        text = text_of(pieces)
        mine = words(text.lower())
        best: tuple[float, int] | None = None
        for index in self._candidates(mine):
            quality = likeness(mine, words(self._known[index].text.lower()))
            if text.strip() == self._known[index].text.strip():
                quality = min(quality, 99.0)  # only codes differ
            if quality >= LEAST and (best is None or quality > best[0]):
                best = (quality, index)
        if best is None:
            return None
        record = self._known[best[1]]
        quality = min(best[0], 99.0)
        change = difference(record.text, text)
        return Suggestion(
            record.target, record.source, False, quality, "initial", "", band_of(quality), record.origin, change
        )

    def _candidates(self, mine: Sequence[str]) -> list[int]:
        votes: Counter[int] = Counter()
        rare = sorted(set(mine), key=lambda word: (len(self._by_word.get(word, ())), word))
        for word in rare[:24]:
            entries = self._by_word.get(word, [])
            if len(entries) <= 400:
                votes.update(entries)
        ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]
        return [index for index, _ in ranked]


def likeness(first: Sequence[str], second: Sequence[str]) -> float:
    """How alike two lists of words are, in per cent (Ratcliff and Obershelp)."""
    if not first or not second:
        return 0.0
    return round(100 * difflib.SequenceMatcher(None, first[:400], second[:400], autojunk=False).ratio(), 1)


def band_of(quality: float) -> str:
    """The band in which translators count a match."""
    for least, band in ((95, BANDS[2]), (85, BANDS[3]), (75, BANDS[4]), (50, BANDS[5])):
        if quality >= least:
            return band
    return "new"


def difference(old: str, new: str) -> str:
    """How the source changed, word by word: «[-out-]» and «{+in+}», with equal words around left as dots."""
    before, after = old.split(), new.split()
    parts: list[str] = []
    matcher = difflib.SequenceMatcher(None, before[:400], after[:400], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            kept = before[a:b]
            parts.append(" ".join(kept if len(kept) <= 6 else [*kept[:3], "…", *kept[-3:]]))
            continue
        if b > a:
            parts.append("[-" + " ".join(before[a:b]) + "-]")
        if d > c:
            parts.append("{+" + " ".join(after[c:d]) + "+}")
    return " ".join(parts)


def renumbered(
    target: tuple[Piece, ...], old: Sequence[Piece], new: Sequence[Piece]
) -> tuple[Piece, ...]:
    """A target with the code ids of the new source, whose codes come in the same order as in the old one."""
    order_old = list(dict.fromkeys(piece.id for piece in old if piece.kind in (OPEN, CLOSE, PLACE)))
    order_new = list(dict.fromkeys(piece.id for piece in new if piece.kind in (OPEN, CLOSE, PLACE)))
    ids = dict(zip(order_old, order_new, strict=False))
    return tuple(Piece(p.kind, p.text, ids.get(p.id, p.id)) if p.kind in (OPEN, CLOSE, PLACE) else p for p in target)


def suggest(units: Sequence[Unit], memory: Memory) -> dict[tuple[str, str], Suggestion]:
    """Suggestions by (unit id, part id)."""
    found = {}
    for unit in units:
        for part in unit.parts:
            if unit.translate and part.segment:
                suggestion = memory.find(unit, part)
                if suggestion is not None:
                    found[unit.id, part.id] = suggestion
    return found


def bands(units: Sequence[Unit], found: dict[tuple[str, str], Suggestion]) -> dict[str, int]:
    """Words to translate by match band, in the order of BANDS; a sentence that came before is ``repeated``."""
    counts = dict.fromkeys(BANDS, 0)
    seen: set[str] = set()
    for unit in units:
        for part in unit.parts:
            if not unit.translate or not part.segment:
                continue
            size = count_words(text_of(as_pieces(part.tokens)))
            suggestion = found.get((unit.id, part.id))
            if suggestion is not None:
                counts[suggestion.band] += size
            else:
                counts["repeated" if part.text in seen else "new"] += size
            seen.add(part.text)
    return counts
