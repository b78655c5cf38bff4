# SPDX-License-Identifier: AGPL-3.0-or-later
"""Attribute lists as kramdown writes them, read as what they are: ``{: #id .class lang=fr}`` after a block.

CommonMark's attributes stand before a block, or directly after a piece of a line; kramdown's stand on the line after
a block, and begin with a colon in both places. On a line of their own they are taken out before pandoc reads the text,
and given to the block that ends there; in a line a space takes the colon's place, so that every column stays.
(kramdown, syntax, "Inline attribute lists" and "Attribute list definitions".)
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.document.context import Context
from pipeline.model import Block, BlockKind, Pos

_ALONE = re.compile(r"(?P<indent> *)\{:(?:(?P<name>[A-Za-z][\w-]*):)?(?P<list>[^{}:/][^{}]*|)\}\s*$")
_INSIDE = re.compile(r"(?P<code>`+[^`]*`+)|(?<=[*_)\]~`])\{:(?P<list>[^{}:/][^{}]*)\}")
_TOKEN = re.compile(
    r"#(?P<id>[A-Za-z_][\w:-]*)|\.(?P<class>[A-Za-z_-][\w-]*)|"
    r"(?P<key>[A-Za-z][\w:-]*)=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"']+))|(?P<word>[A-Za-z][\w-]*)"
)
_NESTED = 4  # columns of indentation from which a line may be program text
_TOC = "toc"


@dataclass(frozen=True, slots=True)
class Held:
    """What stood on ``line`` (from 1), ``indent`` columns from the margin: an id, classes and pairs for the block that
    ends above, or where nothing does, begins ``below``; ``toc`` marks the list in whose place kramdown writes the
    contents."""

    line: int
    indent: int
    id: str = ""
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    toc: bool = False
    below: bool = False


def definitions(lines: Sequence[str]) -> dict[str, str]:
    """The lists that have a name, «{:name: .class}», for others to refer to."""
    found = (_ALONE.match(line) for line in lines if "{:" in line)
    return {match.group("name"): match.group("list") for match in found if match and match.group("name")}


def hold(out: list[str], index: int, named: Mapping[str, str]) -> Held | None:
    """Take the attribute lists out of a line: what one that stands alone says, for ``give``.

    In: the lines as they go to pandoc, of which line ``index`` (from 0) is changed; the lists with a name. What is no
    attribute list stays.
    """
    line = out[index]
    if not (alone := _ALONE.match(line)):
        out[index] = _INSIDE.sub(lambda found: _in_line(found, named), line)
        return None
    above = out[index - 1] if index else ""
    indent = len(alone.group("indent"))
    held = _read(alone.group("list"), named, Held(index + 1, indent))
    code = indent >= _NESTED and (not above.strip() or len(above) - len(above.lstrip()) >= _NESTED)
    if code or held is None:
        return None
    ending = line[len(line.rstrip("\r\n")) :]
    if alone.group("name"):
        out[index] = ending
        return None
    out[index] = ending
    return replace(held, below=not above.strip())


def _in_line(found: re.Match[str], named: Mapping[str, str]) -> str:
    words = found.group("list")
    held = _read(words, named, Held(0, 0)) if words else None
    plain = held is not None and not any(token.group("word") for token in _TOKEN.finditer(words))
    return found.group().replace("{:", "{ ", 1) if plain else found.group()


def _read(text: str, named: Mapping[str, str], held: Held, depth: int = 0) -> Held | None:
    """``held`` with what a list says; None for what is no list of attributes."""
    rest = text.strip()
    while rest:
        token = _TOKEN.match(rest)
        if token is None or depth > 8:
            return None
        rest = rest[token.end() :].lstrip()
        if token.group("id"):
            held = replace(held, id=token.group("id"))
        elif token.group("class"):
            held = replace(held, classes=(*held.classes, token.group("class")))
        elif key := token.group("key"):
            value = next((token.group(n) for n in ("double", "single", "bare") if token.group(n) is not None), "")
            held = replace(held, pairs=(*held.pairs, (key, value)))
        elif token.group("word") == _TOC:
            held = replace(held, toc=True)
        elif token.group("word") in named:
            more = _read(named[token.group("word")], named, held, depth + 1)
            if more is None:
                return None
            held = more
        else:
            return None
    return held


def give(blocks: tuple[Block, ...], held: Sequence[Held], context: Context) -> tuple[Block, ...]:
    """The blocks with the attributes that stood after them; a list that is to be the contents is left out, and told."""
    for one in held:
        given = _give(blocks, one, context)
        blocks = blocks if given is None else given
        if given is None:
            _tell(one, "These attributes touch no block, so they are left out.", "Write them below a block.", context)
    return blocks


def _give(blocks: tuple[Block, ...], held: Held, context: Context) -> tuple[Block, ...] | None:
    """The blocks with attributes given to the one that ends above their line; None where none does."""
    for place, block in enumerate(blocks):
        if not _touches(block, held, context):
            continue
        before, after = blocks[:place], blocks[place + 1 :]
        last = block.blocks[-1] if block.kind is BlockKind.LIST and block.blocks else None
        if last is not None and _column(last, context) <= held.indent and _column(last, context):
            inside = _give(last.blocks, held, context)
            if inside is not None:
                return (*before, replace(block, blocks=(*block.blocks[:-1], replace(last, blocks=inside))), *after)
        if held.toc:
            message = "«{:toc}» and the list above it are left out: the contents are made of the headings."
            _tell(held, message, "Take both out of the source.", context)
            return (*before, *after)
        return (*before, _with(block, held, context), *after)
    return None


def _with(block: Block, held: Held, context: Context) -> Block:
    pairs = dict(held.pairs)
    lang, dir = pairs.pop("lang", ""), pairs.pop("dir", "")
    if pairs:
        names = ", ".join(pairs)
        _tell(held, f"Attributes that this text cannot hold are left out: {names}.", "Take them out.", context)
    attr = replace(block.attr, classes=(*block.attr.classes, *held.classes))
    return replace(block, id=block.id or held.id, attr=attr, lang=block.lang or lang, dir=block.dir or dir)


def _touches(block: Block, held: Held, context: Context) -> bool:
    """Whether a block ends on the line above the list of attributes, or begins on the line below it."""
    if block.pos is None or (held.below and block.pos.line == held.line + 1):
        return block.pos is not None
    return not held.below and block.pos.line < held.line and context.lines.line_of(_end(block) - 1) == held.line - 1


def _end(block: Block) -> int:
    """Where the last words of a block end: pandoc lets a list go on into the line where the next block begins."""
    ends = [_end(child) for child in block.blocks]
    return max(ends, default=0) or (block.pos.end if block.pos else 0)


def _column(item: Block, context: Context) -> int:
    """Where the text of an item stands, in columns from the margin; 0 where it is not known."""
    first = item.blocks[0].pos if item.blocks else None
    return first.start - context.lines.starts[context.lines.line_of(first.start) - 1] if first else 0


def _tell(held: Held, message: str, fix: str, context: Context) -> None:
    start = context.lines.starts[held.line - 1]
    context.notice("markdown-unread", message, fix, Pos(start, start + len(context.lines.line(held.line)), held.line))

