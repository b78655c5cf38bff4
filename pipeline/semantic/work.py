# SPDX-License-Identifier: AGPL-3.0-or-later
"""What building one tree needs to remember: formulas, notes and their calls, ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.document.front import FrontLine, part_notices
from pipeline.document.maths import mathml
from pipeline.document.text import walk, walk_inlines
from pipeline.labels import labels_of_part
from pipeline.model import Block, Edition, InlineKind
from pipeline.semantic.names import standing
from pipeline.speech import words as words_of


@dataclass
class Work:
    """The state of one build."""

    edition: Edition
    formulas: dict[tuple[str, bool], etree._Element]
    ids: frozenset[str]
    calls: dict[str, int] = field(default_factory=dict)
    notes: list[Block] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    notices: Mapping[str, FrontLine] = field(default_factory=dict)
    said: dict[tuple[str, str, str], str] = field(default_factory=dict)

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

    def label(self, part: etree._Element, key: str, **values: object) -> tuple[str, dict[str, str]]:
        """A label for something that stands in ``part``, in the language of that place; and the ``lang`` and
        ``dir`` that it says, where we have no labels in that language."""
        lang, way = standing(part, self.edition.lang, self.edition.dir)
        words = labels_of_part(lang, self.edition.lang)
        marked = {"lang": words.lang, "dir": words.dir if words.dir != way else ""}
        return words(key, **values), {} if words.lang == lang.partition("-")[0].lower() else marked

    def spoken(self, part: etree._Element, formula: etree._Element) -> str:
        """A formula in words of the language that holds in ``part``; its TeX in languages that we cannot tell it in."""
        lang, _ = standing(part, self.edition.lang, self.edition.dir)
        tex = formula.get("data-tex") or ""
        key = (tex, formula.get("display") or "", lang.partition("-")[0].lower())
        if key not in self.said:
            self.said[key] = words_of(formula, lang) or tex
        return self.said[key]


def begin(edition: Edition) -> Work:
    """A new build: formulas are made for the whole edition at once."""
    blocks = list(walk((edition.document.title, *edition.document.blocks)))
    wanted: dict[tuple[str, bool], None] = {}
    for block in blocks:
        for piece in walk_inlines(block.inlines):
            if piece.kind is InlineKind.MATH:
                wanted[piece.text, "display" in piece.attr.classes] = None
    formulas = dict(zip(wanted, mathml(list(wanted)), strict=True))
    return Work(edition, formulas, frozenset(block.id for block in blocks), notices=part_notices(edition))
