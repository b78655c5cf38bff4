# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of structure elements: what is read of them, in tree order, and nothing from their places."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from pipeline.outline.pdf_text import Contents
from pipeline.outline.pdf_tree import Mark, Raw, Tree

QUOTES = frozenset({"Pi", "Pf", "Ps", "Po"})
HIDDEN = frozenset({"Artifact"})
HEADING = re.compile(r"Title|H\d*")
NOTES = frozenset({"FENote", "Note"})
BLOCKS = frozenset({"P", "L", "LI", "Table", "BlockQuote", "Figure", "FENote", "Note", "TOC", "Caption", "TR", "TH",
                    "TD", "TOCI", "Sect", "Div", "Part", "Art", "Aside", "H", "Title"})  # fmt: skip


class Words:
    """The texts of the elements of one tree."""

    def __init__(self, tree: Tree, contents: Contents) -> None:
        self._tree = tree
        self._texts = contents.texts
        self._langs = contents.langs
        self._items: dict[tuple[int, int], str] = {}

    def of_mark(self, mark: Mark) -> str:
        """The text of one marked content."""
        return self._texts.get(mark, "")

    def lang_of(self, mark: Mark) -> str:
        """The language that a marked content says itself (ISO 32000-2, 14.9.2.3); empty if it says none."""
        return self._langs.get(mark, "")

    def of(self, raw: Raw, *, labels: bool = False) -> str:
        """The text of an element's own inline content: not that of blocks in it, nor of notes."""
        parts: list[str] = []
        self._gather(raw, parts, labels=labels, calls=True, blocks=False)
        text = "".join(parts)
        return unquoted(text) if raw.role == "Quote" else text

    def target(self, raw: Raw) -> str:
        """All the text of an element, blocks in it included, calls of notes and labels left out; of a heading of
        pictures alone, what they show."""
        if raw.number not in self._items or raw.number == (0, 0):
            parts: list[str] = []
            self._gather(raw, parts, labels=False, calls=False, blocks=True)
            if HEADING.fullmatch(raw.role) and not "".join(parts).strip():
                parts = [f"{one.strings.get('Alt', '')} " for one in raw.walk() if one.role == "Figure"]
            self._items[raw.number] = fold("".join(parts))
        return self._items[raw.number]

    def _gather(
        self, raw: Raw, parts: list[str], *, labels: bool, calls: bool, blocks: bool, terms: bool = False
    ) -> None:
        """``terms``: labels in here are terms of a list of definitions, and so its words."""
        if "ActualText" in raw.strings:
            parts.append(raw.strings["ActualText"])
            following = [kid for kid in raw.kids if isinstance(kid, Mark)]
            parts.extend(" " for mark in following[-1:] if self._texts.get(mark, "").endswith(" "))
            return
        for kid in raw.kids:
            if isinstance(kid, Mark):
                parts.append(self._texts.get(kid, ""))
                continue
            if not isinstance(kid, Raw) or kid.role in HIDDEN or kid.role in {"Figure", *NOTES}:
                continue
            if kid.role == "Lbl" and not (labels or terms):
                continue
            inside = defines(kid) if kid.role == "L" else terms and kid.role == "LI"
            is_term = terms and kid.role == "Lbl"
            is_block = is_term or kid.role in BLOCKS or (kid.role[:1] == "H" and kid.role[1:].isdigit())
            if is_block and not blocks:
                continue
            if not calls and kid.role == "Link" and self.calls_note(kid):
                continue
            inner: list[str] = [" "] if is_block else []
            self._gather(kid, inner, labels=labels, calls=calls, blocks=blocks, terms=inside)
            if kid.role == "Quote":
                inner = [unquoted("".join(inner))]
            parts.extend(inner)
            parts.append(" " if is_block else "")

    def calls_note(self, raw: Raw) -> Raw | None:
        """The note that a link calls, if it calls one."""
        found = (self._tree.by_number.get(ref) for ref in raw.refs)
        return next((note for note in found if note is not None and note.role in NOTES), None)

    def label(self, raw: Raw) -> dict[str, str]:
        """The label of an item or note, as ``label``."""
        label = next((kid for kid in raw.kids if isinstance(kid, Raw) and kid.role == "Lbl"), None)
        return {"label": fold(self.of(label, labels=True))} if label is not None else {}


def defines(raw: Raw) -> bool:
    """Whether a list is one of definitions: its labels are terms."""
    return raw.type == "DL" or str(raw.attributes.get("List", {}).get("ListNumbering", "")) == "/Description"


def unquoted(text: str) -> str:
    """The words of a quotation in a line without the marks around them: as with the bullet of a list, they are
    how the type is printed."""
    core = text.strip()
    if len(core) > 1 and unicodedata.category(core[0]) in QUOTES and unicodedata.category(core[-1]) in QUOTES:
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return before + core[1:-1].strip("\u00a0\u202f ") + after
    return text


def fold(text: str) -> str:
    """White space folded to single spaces."""
    return " ".join(text.split())


def number(value: Any) -> float:
    """A number of an attribute; 0 for what is none."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0


def counted(label: str, style: str) -> int | None:
    """The number that a label stands for, in its list's style."""
    core = label.strip("().:[] \u00a0")
    if style == "decimal":
        return int(core) if core.isdecimal() and len(core) < 10 else None
    if style.endswith("alpha"):
        total = 0
        for letter in core.lower():
            if not "a" <= letter <= "z" or len(core) > 4:
                return None
            total = total * 26 + ord(letter) - ord("a") + 1
        return total or None
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    digits = [values.get(letter, 0) for letter in core.lower()]
    if not digits or 0 in digits or len(digits) > 15:
        return None
    return sum(-digit if digit < max(digits[at + 1 :], default=0) else digit for at, digit in enumerate(digits))
