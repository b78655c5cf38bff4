# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Markdown of a translation: the clean source, and in the place of each changed sentence its translation.

Nothing else is touched: a file in which nothing was changed gives back the source byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pipeline.document import walk
from pipeline.model import Block, BlockKind, Document, InlineKind
from pipeline.translate import elsewhere, escape
from pipeline.translate.choice import Choice
from pipeline.translate.pieces import Piece
from pipeline.translate.render import Renderer, Spliced
from pipeline.translate.tablehtml import html_table
from pipeline.translate.target import translated
from pipeline.translate.tokens import CLOSE, OPEN, PLACE, TEXT, Token


def markdown(document: Document, choices: Sequence[Choice]) -> tuple[str, tuple[str, ...]]:
    """The Markdown and the ids of units whose place in it is not known."""
    source = Spliced(document.source)
    unknown: list[str] = []
    tables = _tables_without_places(document)
    redone: dict[str, Block] = {}
    expansions = {c.unit.name: _read(c) for c in choices if c.unit.role == "expansion" and c.done}
    # Inner texts (notes, alternatives) come after what holds them, so they are put in first.
    for choice in reversed(choices):
        if choice.same or not choice.done:
            continue
        block = choice.unit.block
        if block is not None and block.id in tables:
            redone[tables[block.id].id] = tables[block.id]
        elif not _put(source, document, choice, expansions):
            unknown.append(choice.unit.id)
    for table in redone.values():
        if not _put_table(source, document, table, choices):
            unknown.append(table.id)
    return source.text(), tuple(reversed(unknown))


def _read(choice: Choice) -> str:
    """The words of a unit, its formulas as Markdown has them: a title that is a setting has no other markup."""
    formulas = {code.id: f"${code.inline.text}$" for code in choice.unit.codes if code.inline.kind is InlineKind.MATH}
    pieces = (formulas.get(piece.id, "") if piece.kind == PLACE else piece.text for piece in choice.pieces)
    return " ".join("".join(pieces).split())


def _put(source: Spliced, document: Document, choice: Choice, expansions: Mapping[str, str]) -> bool:
    unit = choice.unit
    if unit.role == "text" and unit.block is not None and unit.block.pos is not None:
        if unit.block.id == document.title.id:  # the front matter says the same in plain words
            elsewhere.put_front(source, document, "title", _read(choice))
        return _put_text(source, choice, expansions)
    plain = _read(choice)
    if unit.inline is not None and unit.inline.pos is not None:
        place = elsewhere.attribute_range(source, unit)
    elif unit.role == "text" and unit.block is not None:
        return elsewhere.put_derived(source, document, unit.block, plain)
    elif unit.role == "expansion":
        place = elsewhere.definition_range(document.source, unit.name)
    else:
        return elsewhere.put_front(source, document, unit.name, plain)
    if place is None:
        return elsewhere.put_link_title(source, document, unit, plain)
    start, end, how = place
    source.replace(start, end, _WRITE[how](plain))
    return True


_WRITE: dict[str, Callable[[str], str]] = {
    "html": escape.in_html,
    "quoted": escape.quoted,
    "markdown": escape.markdown,
    "plain-line": lambda text: " ".join(text.split()),  # a definition's line holds no markup
}


def _put_text(source: Spliced, choice: Choice, expansions: Mapping[str, str]) -> bool:
    """Only the changed sentences where they kept their order; else the whole text of the block."""
    unit = choice.unit
    ranges = [_range(part.tokens) for part in unit.parts]
    writer = Renderer(source, unit, expansions)
    if not choice.moved and len(choice.runs) == len(unit.parts):
        changed = [(index, pieces) for index, (pieces, part) in enumerate(choice.runs) if part is None]
        if all(ranges[index] is not None and writer.knows(pieces) and _whole(pieces) for index, pieces in changed):
            for index, pieces in reversed(changed):
                start, end = ranges[index] or (0, 0)
                first, last = index == 0, index == len(ranges) - 1
                source.replace(start, end, writer.render(pieces, start, end, strip=(first, last)))
            return True
    whole = _range(unit.tokens)
    if whole is None or not writer.knows(choice.pieces):
        return False
    source.replace(*whole, writer.render(choice.pieces, *whole, strip=(True, True)))
    return True


def _whole(pieces: Sequence[Piece]) -> bool:
    """Whether each pair of codes begins and ends here: the two marks of a pair have to be written alike."""
    opened = [piece.id for piece in pieces if piece.kind == OPEN]
    return sorted(opened) == sorted(piece.id for piece in pieces if piece.kind == CLOSE)


def _range(tokens: Sequence[Token]) -> tuple[int, int] | None:
    solid = [t for t in tokens if (t.kind == TEXT and t.text) or t.kind in (OPEN, CLOSE, PLACE)]
    if not solid or solid[0].start < 0 or solid[-1].end < 0:
        return None
    start, end = solid[0].start, max(t.end for t in solid)
    return (start, end) if start <= end else None


def _tables_without_places(document: Document) -> dict[str, Block]:
    """The table by the ids of all blocks in it, where the cells' places are not known."""
    found: dict[str, Block] = {}
    for table in walk(document.blocks):
        if table.kind is not BlockKind.TABLE or table.pos is None:
            continue
        inner = [block for block in walk(table.blocks) if block.inlines and block.kind is not BlockKind.CAPTION]
        if inner and all(block.pos is None for block in inner):
            found.update({block.id: table for block in inner})
    return found


def _put_table(source: Spliced, document: Document, table: Block, choices: Sequence[Choice]) -> bool:
    """The whole table anew, as HTML, which the dialect reads."""
    done = [choice for choice in choices if choice.done]
    lang = document.meta.lang
    fresh = next(b for b in walk(translated(document, done, lang).blocks) if b.id == table.id)
    if table.pos is None:
        return False
    # A caption that stands beside the table is put in by itself.
    inner = tuple(
        b for b in fresh.blocks
        if b.kind is not BlockKind.CAPTION or b.pos is None or table.pos.start <= b.pos.start < table.pos.end
    )  # fmt: skip
    text = html_table(replace(fresh, blocks=inner))
    if text is None:
        return False
    source.replace(table.pos.start, table.pos.end, text)
    return True
