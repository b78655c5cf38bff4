# SPDX-License-Identifier: AGPL-3.0-or-later
"""What building one tree needs to remember: formulas, notes and their calls, ids."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from pipeline.document.text import walk, walk_inlines
from pipeline.labels import Labels
from pipeline.model import Block, Edition, InlineKind
from pipeline.semantic.maths import mathml


@dataclass
class Work:
    """The state of one build."""

    edition: Edition
    words: Labels
    formulas: dict[tuple[str, bool], etree._Element]
    ids: frozenset[str]
    calls: dict[str, int] = field(default_factory=dict)
    notes: list[Block] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def call(self, note: Block) -> tuple[str, str]:
        """The note's number as printed, and the id of this call of it."""
        count = self.calls.get(note.id, 0) + 1
        self.calls[note.id] = count
        if count == 1:
            self.notes.append(note)
        number = note.label or str(len(self.notes))
        return number, f"fnref-{number}" + (f"-{count}" if count > 1 else "")

    def own_id(self, wanted: str) -> str:
        """An author's id of an inline, unless something else has it."""
        if not wanted or wanted in self.ids or wanted in self.used:
            return ""
        self.used.add(wanted)
        return wanted

    def target(self, href: str) -> str:
        """A link's address as written; nothing is invented for one that leads nowhere: a rule says so."""
        return href

    def label_lang(self) -> dict[str, str]:
        """``lang`` and ``dir`` for a label, where labels of the edition's language are not there."""
        if self.words.lang == self.edition.lang.split("-")[0].lower():
            return {}
        return {"lang": self.words.lang, "dir": self.words.dir if self.words.dir != self.edition.dir else ""}


def begin(edition: Edition, words: Labels) -> Work:
    """A new build: formulas are made for the whole edition at once."""
    blocks = list(walk((edition.document.title, *edition.document.blocks)))
    wanted: dict[tuple[str, bool], None] = {}
    for block in blocks:
        for piece in walk_inlines(block.inlines):
            if piece.kind is InlineKind.MATH:
                wanted[piece.text, "display" in piece.attr.classes] = None
    formulas = dict(zip(wanted, mathml(list(wanted), edition.lang), strict=True))
    return Work(edition, words, formulas, frozenset(block.id for block in blocks))
