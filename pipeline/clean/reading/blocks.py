# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines of a Markdown text that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.clean.reading.lines import HEADING, MARKER, Kind, Line, text_column

BULLETS = frozenset("-*+")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. ``start`` to ``end`` is their text without the last line end.

    ``body`` is where the text begins: after a list marker or the signs of a heading. ``mark`` is that
    marker; ``column`` is where an item's text stands; ``level`` is a heading's.
    """

    kind: Kind
    lines: tuple[Line, ...]
    body: int
    mark: str = ""
    column: int = 0
    level: int = 0

    @property
    def bulleted(self) -> bool:
        """Whether it is an item with a bullet."""
        return self.kind is Kind.ITEM and self.mark in BULLETS

    @property
    def counted(self) -> bool:
        """Whether it is an item with a number or a letter."""
        return self.kind is Kind.ITEM and self.mark not in BULLETS

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.lines[-1].end

    @property
    def indent(self) -> int:
        """The indentation of its first line."""
        return self.lines[0].indent


def blocks_of(lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of a text, without the blank lines between them."""
    group: list[Line] = []
    for line in lines:
        if group and _ends(group, line):
            yield _block(group)
            group = []
        if line.kind is not Kind.BLANK:
            group.append(line)
    if group:
        yield _block(group)


_SINGLE = frozenset({Kind.HEADING, Kind.RULE, Kind.DIV, Kind.REFERENCE})


def _ends(group: Sequence[Line], line: Line) -> bool:
    first = group[0].kind
    if line.kind in (Kind.BLANK, Kind.ITEM, Kind.NOTE):
        return True
    if first in _SINGLE or line.kind in _SINGLE:
        return True
    if line.kind is Kind.SETEXT:
        return first is not Kind.PARA
    if group[-1].kind is Kind.SETEXT:
        return True
    if first is Kind.ITEM:
        return line.kind is not Kind.PARA
    return line.kind is not first


def _block(group: Sequence[Line]) -> Block:
    first = group[0]
    if group[-1].kind is Kind.SETEXT:
        level = 1 if "=" in group[-1].text else 2
        return Block(Kind.SETEXT, tuple(group), first.start + first.indent, level=level)
    if first.kind is Kind.HEADING:
        found = HEADING.match(first.text)
        assert found is not None
        return Block(
            Kind.HEADING, tuple(group), first.start + found.end(), found.group(1), level=len(found.group(1))
        )
    if first.kind is Kind.ITEM:
        found = MARKER.match(first.text)
        assert found is not None
        column = text_column(found.group())
        return Block(Kind.ITEM, tuple(group), first.start + found.end(), found.group("mark"), column)
    lead = len(first.text) - len(first.text.lstrip())
    return Block(first.kind, tuple(group), first.start + lead)
