# SPDX-License-Identifier: AGPL-3.0-or-later
"""The semantic tree as paragraphs of braille, in reading order, not yet cut into lines.

Layout follows common practice: headings apart, paragraphs begin in cell 3, items hang, a table is read row by row
with the names of its columns, since its squares do not fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.labels import labels_of_part
from pipeline.model import Edition
from pipeline.writers.markup import HEADINGS, classes, local

BLOCKS = frozenset({"p", "ul", "ol", "dl", "table", "figure", "pre", "blockquote", "div", "section"})
Spoken = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of braille before it is cut into lines: its text in pieces of (text, language), the cells
    before its first and its other lines, whether an empty line stands before it."""

    text: Spoken
    first: int = 2
    other: int = 0
    apart: bool = False


def joined(spoken: Spoken) -> str:
    """The text of all pieces."""
    return " ".join("".join(text for text, _ in spoken).split())


class Reading:
    """Walks the semantic tree in reading order."""

    def __init__(self, edition: Edition) -> None:
        self._lang = edition.lang
        self._kinds: Mapping[str, Callable[[etree._Element, str, int], Iterator[Line]]] = {
            "ul": self._list, "ol": self._list, "table": self._table, "figure": self._figure, "pre": self._code,
        }  # fmt: skip

    def flow(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        """The lines of everything in ``part``."""
        for child in part:
            own = child.get("lang") or lang
            name = local(child)
            if name in self._kinds:
                yield from self._kinds[name](child, own, depth)
            elif name in HEADINGS:
                yield Line(self.spoken(child, own), 4, 4, apart=True)
            elif name in ("p", "dt", "dd"):
                yield from self._paragraph(child, own, depth)
            elif name == "aside":
                words = labels_of_part(own, self._lang)
                yield Line(((words("note", number=child.get("data-label") or ""), words.lang),), apart=True)
                yield from self.flow(child, own, depth)
            elif name:
                yield from self.flow(child, own, depth)

    def _paragraph(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        if any(local(child) in BLOCKS for child in part):
            if (part.text or "").strip():
                yield Line(((part.text or "", lang),), depth + 2, depth)
            yield from self.flow(part, lang, depth)
            return
        verse = "line" in classes(part)
        yield Line(self.spoken(part, lang), depth if verse else depth + 2, depth + 2 if verse else depth)

    def spoken(self, part: etree._Element, lang: str) -> Spoken:
        """Text with what stands for it: numbers of notes in brackets, pictures by their alternatives."""
        pieces: list[tuple[str, str]] = []
        for text, own in self._pieces(part, part.get("lang") or lang):
            if pieces and pieces[-1][1] == own:
                pieces[-1] = (pieces[-1][0] + text, own)
            elif text:
                pieces.append((text, own))
        return tuple(pieces)

    def _pieces(self, part: etree._Element, lang: str) -> Iterator[tuple[str, str]]:
        if local(part) == "math":
            yield part.get("alttext") or part.get("data-tex") or "", lang
        elif local(part) == "img":
            yield f" [{part.get('alt')}] " if part.get("alt") else "", lang
        elif part.get("role") == "doc-noteref":
            yield f"[{''.join(map(str, part.itertext()))}]", lang
        elif part.get("role") == "img":
            yield part.get("aria-label") or "", lang
        elif local(part) and part.get("role") != "doc-backlink":
            yield part.text or "", lang
            for child in part:
                yield from self._pieces(child, child.get("lang") or lang)
                yield child.tail or "", lang

    def _list(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        for item in part:
            own = item.get("lang") or lang
            mark = item.get("data-label") or ("" if "task" in classes(item) else "•")
            lines = list(self.flow(item, own, depth + 2)) or [Line(self.spoken(item, own))]
            first = lines[0]
            yield Line(((f"{mark} " if mark else "", own), *first.text), depth, depth + 2, first.apart)
            yield from lines[1:]

    def _table(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        caption = next((child for child in part if local(child) == "caption"), None)
        if caption is not None:
            yield Line(self.spoken(caption, lang), 4, 4, apart=True)
        names = {cell.get("id"): self.spoken(cell, lang) for cell in part.iter() if local(cell) == "th"}
        heads: list[Spoken] = []
        for group in part:
            rows = [row for row in group if local(row) == "tr"]
            if local(group) == "thead" and rows:
                heads = [self.spoken(cell, lang) for cell in rows[-1]]
                continue
            for row in rows:
                cells = [self._cell(cell, lang, heads[index : index + 1], names) for index, cell in enumerate(row)]
                shown = [cell for cell in cells if joined(cell)]
                text = [piece for cell in shown for piece in (*cell, ("; ", lang))][:-1]
                yield Line(tuple(text), depth, depth + 2)

    def _cell(
        self, cell: etree._Element, lang: str, heads: Sequence[Spoken], names: Mapping[str | None, Spoken]
    ) -> Spoken:
        text = self.spoken(cell, lang)
        if local(cell) == "th" or not joined(text):
            return text
        named = [names[one] for one in (cell.get("headers") or "").split() if one in names] or list(heads)
        return (*named[-1], (": ", lang), *text) if named and joined(named[-1]) else text

    def _figure(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        image = next((child for child in part.iter() if local(child) == "img"), None)
        alt = image.get("alt") if image is not None else ""
        if alt:
            words = labels_of_part(lang, self._lang)
            yield Line(((f"{words('figure')}: ", words.lang), (alt, lang)), depth + 2, depth, apart=True)
        for child in part:
            if local(child) == "figcaption":
                yield Line(self.spoken(child, child.get("lang") or lang), depth + 2, depth)

    def _code(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        for line in "".join(map(str, part.itertext())).split("\n"):
            yield Line(((line, lang),), depth + min(8, len(line) - len(line.lstrip())), depth + 10)
