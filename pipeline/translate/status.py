# SPDX-License-Identifier: AGPL-3.0-or-later
"""How far each translation of a document is: words done, out of date, missing, and in which state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.model import Document
from pipeline.translate import bilingual
from pipeline.translate.merge import merge
from pipeline.translate.pieces import STATES


@dataclass(frozen=True)
class Status:
    """One language. Counts are words of the source; ``states`` are segments by state; ``plain``: it is a translation of
    the text in plain language."""

    lang: str
    file: str
    words: int
    done: int
    stale: int
    missing: int
    draft: bool
    states: dict[str, int] = field(default_factory=dict)
    plain: bool = False

    @property
    def share(self) -> float:
        """The share of words that are translated and up to date, from 0 to 1."""
        return self.done / self.words if self.words else 1.0


def status(document: Document, data: bytes, *, states: Collection[str] = STATES, file: Path | str = "") -> Status:
    """How far one translation file is. Raises InputError when it cannot be read."""
    read = bilingual.read(data, file)
    merged = merge(document, data, strict=False, states=states, file=file)
    words = done = stale = missing = 0
    for choice in merged.choices:
        size = choice.unit.words
        words += size
        if choice.stale:
            stale += size
        else:
            finished = round(size * choice.done)
            done += finished
            missing += size - finished
    counts = Counter(
        segment.state if segment.target is not None else "untranslated"
        for choice in merged.choices
        if choice.unit.translate and choice.unit.id in read.units
        for segment in read.units[choice.unit.id].segments
        if not segment.ignorable
    )
    return Status(read.target_lang, str(file), words, done, stale, missing, merged.draft, dict(sorted(counts.items())))
