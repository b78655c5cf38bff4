# SPDX-License-Identifier: AGPL-3.0-or-later
"""Forms of other Markdowns that this one does not read, told to their author: else they are printed as they stand.

Looked for in what pandoc has read, so that program text is never taken for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.document.context import Context
from pipeline.document.text import runs, text_of, walk
from pipeline.model import Block, BlockKind, Inline, InlineKind

_TEX = re.compile(r"\\begin\{[A-Za-z]+\*?\}|\$\s[^$]{0,200}\\[A-Za-z]+[^$]{0,200}\$")
_NOTE = re.compile(r"\^\[")
_KRAMDOWN = re.compile(r"\{:[:/]? *[A-Za-z#.][^{}]*\}|\{:/?\}")
_ITEM = re.compile(r"\(?#[.)]\s+\S")
_MARK = re.compile(r"(\(?)(\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})([.)])\s+\S")
_COMMENT = 2000  # characters back from a block in which the end of a comment is looked for
_LISTED = re.compile(r"([-*+]|\d{1,3}[.)]) +[^\W_]")
_FLOW = (BlockKind.ITEM, BlockKind.QUOTE, BlockKind.GROUP, BlockKind.NOTE, BlockKind.DEFINITION)
_SECOND = {"1": "2", "a": "b", "A": "B", "i": "ii", "I": "II"}
_REFERENCE = re.compile(r"(?<![\w\])\\!])\[([^\[\]\n]*[^\W\d][^\[\]\n]*)\]\[(?!\^)([^\[\]\n]*)\](?![\[(])")
"""A link whose address no line gives; two numbers in brackets are two sources."""
_FENCE = re.compile(r"(`{3,}|~{3,})")
_DASHES = re.compile(r" {0,3}-{2,}(?: +-{2,})+ *")
"""The line of dashes under the heads of pandoc's simple tables; CommonMark takes it for a rule."""


def tell_unread(blocks: Sequence[Block], context: Context) -> None:
    """Record a notice for each inline note, list numbered by ``#.`` or right below its item, attribute list or block
    that only kramdown reads, link without its address, code without its end, simple table, TeX outside of a formula,
    for items that are read as program text, and for a definition that says nothing."""
    for block in walk(tuple(blocks)):
        if any(_NOTE.search(piece.text) for piece in block.inlines if piece.kind is InlineKind.TEXT):
            _tell(context, block, "A note in the line, «^[…]», is printed as it stands.",
                  "Write [^1] in its place, and [^1]: with the note's text in a paragraph of its own.")  # fmt: skip
        said = " ".join(piece.text for piece in block.inlines if piece.kind is InlineKind.TEXT)
        if found := _KRAMDOWN.search(said):
            _tell(context, block, f"«{found.group()}» is printed as it stands.",
                  "Take it out, or write attributes after what has them: [words]{.class}, ## Title {#id}.")  # fmt: skip
        if reference := _reference(block, context):
            _tell(context, block, f"«{reference}» is printed as it stands: no line gives its address.",
                  "Write the address behind the words, [words](address), or a line [name]: address.")  # fmt: skip
        if block.kind is BlockKind.CODE and _is_open(block, context):
            _tell(context, block, "This code is never closed: all that follows is in it, as it stands.",
                  "Write a line of as many of the same signs where the code ends.")  # fmt: skip
        if block.kind is BlockKind.PARAGRAPH and _ITEM.match(text_of(block)):
            _tell(context, block, "«#.» begins no item of a list here.", "Write numbers: 1., 2., 3.")
        if any(_TEX.search(run) for run in runs(block.inlines)):
            _tell(context, block, "TeX that stands in no formula is printed as it stands.",
                  "Write $…$ with no space inside the signs, or $$…$$ around lines of their own.")  # fmt: skip
        if block.kind is BlockKind.DEFINITIONS and any(_is_empty(inner) for inner in block.blocks):
            _tell(context, block, "A colon at the start of a line makes a definition here, which says nothing.",
                  "Put the colon at the end of the line before, or write the definition behind it.")  # fmt: skip
    for block in _nested_lists(blocks):
        _tell(context, block, "Lines that begin with «a.», «(i)» or the like are printed as words of the item above.",
              "Leave a line empty between the item and the list in it.")  # fmt: skip
    for block, mark, count in _listed_code(blocks, context):
        more = f"; so are {count - 1} more below it" if count > 1 else ""
        _tell(context, block, f"A line that begins with «{mark}» is printed as program text, with its sign{more}.",
              "Indent it as far as the words of the item above, or by no more than three blanks.")  # fmt: skip
    for block in _simple_tables(blocks, context):
        _tell(context, block, "A table drawn with lines of dashes is printed as it stands.",
              "Let each cell begin where its dashes begin, or write a pipe table (| A | B |).")  # fmt: skip


def _reference(block: Block, context: Context) -> str:
    """A link whose address is not there, as it is written; brackets that are escaped are none."""
    found = _REFERENCE.search("\n".join(runs(block.inlines)))
    written = context.text[block.pos.start : block.pos.end] if block.pos else ""
    return found.group() if found and found.group() in written else ""


def _is_open(code: Block, context: Context) -> bool:
    """Whether code began with a fence and ended with the text, the quotation or the item that it is in."""
    if code.pos is None:
        return False
    first, *rest = context.text[code.pos.start : code.pos.end].split("\n")
    fence = _FENCE.match(first)
    if fence is None or code.text.startswith(first):  # code that is indented, of a line that looks like a fence
        return False
    last = rest[-1].strip(" \t>\r") if rest else ""
    return not (set(last) == {fence[1][0]} and len(last) >= len(fence[1]))


def _is_empty(block: Block) -> bool:
    return block.kind is BlockKind.DEFINITION and not text_of(block)


def _nested_lists(blocks: Sequence[Block]) -> Iterable[Block]:
    """Items in whose words lines are counted: only a list of «1.» may interrupt a paragraph (CommonMark 5.3)."""
    for item in walk(tuple(blocks)):
        paragraph = item.blocks[0] if item.kind is BlockKind.ITEM and item.blocks else None
        if paragraph is not None and paragraph.kind is BlockKind.PARAGRAPH and _is_counted(paragraph):
            yield paragraph


def _is_counted(paragraph: Block) -> bool:
    """Whether lines of a paragraph after its first begin with the first and the second number of a list: one alone may
    be a name («A. Smith») or a point of some article."""
    marks = [found.groups() for found in map(_MARK.match, _later_lines(paragraph.inlines)) if found]
    return any(
        (before, _SECOND.get(number), end) in marks[index + 1 :] for index, (before, number, end) in enumerate(marks)
    )


def _later_lines(inlines: Sequence[Inline]) -> list[str]:
    """The text at the beginning of each line after the first, up to what is no text. Blanks that stand together are a
    piece of their own."""
    lines: list[list[str]] = [[]]
    broken = False
    for piece in inlines:
        if piece.kind is InlineKind.SOFT_BREAK:
            lines.append([])
            broken = False
        elif piece.kind is InlineKind.TEXT and not broken:
            lines[-1].append(piece.text)
        else:
            lines[-1].append("\ufffc" if not broken else "")  # an object: emphasis, code, a formula
            broken = True
    return ["".join(line) for line in lines[1:]]


def _listed_code(blocks: Sequence[Block], context: Context) -> Iterable[tuple[Block, str, int]]:
    """Program text by indentation (CommonMark 4.4) right after a list, whose lines that stand furthest left all begin
    as items do: the first in each text, its mark, and how many such there are beside it. A comment between the two
    says that it is meant (CommonMark, example 308)."""
    inside = (block.blocks for block in walk(tuple(blocks)) if block.kind in _FLOW)
    for siblings in (tuple(blocks), *inside):
        found = [
            (after, mark)
            for before, after in pairwise(siblings)
            if before.kind is BlockKind.LIST
            and after.kind is BlockKind.CODE
            and (mark := _listing(after, context))
            and not _commented(before, after, context)
        ]
        if found:
            yield *found[0], len(found)


def _commented(before: Block, after: Block, context: Context) -> bool:
    if before.pos is None or after.pos is None:
        return False
    between = context.text[max(before.pos.start, after.pos.start - _COMMENT) : after.pos.start]
    return between.rstrip("> \t\n").endswith("--")


def _listing(code: Block, context: Context) -> str:
    """The mark with which the lines of an indented block of code begin as items do; empty where one does not."""
    start = code.pos.start if code.pos else 0
    lines = [line for line in code.text.split("\n") if line.strip()]
    if code.pos is None or context.text[start : code.pos.end].lstrip().startswith(("```", "~~~")) or not lines:
        return ""
    left = min(len(line) - len(line.lstrip()) for line in lines)
    marks = [_LISTED.match(line[left:]) for line in lines if len(line) - len(line.lstrip()) == left]
    return marks[0].group(1) if marks[0] and all(marks) else ""


def _simple_tables(blocks: Sequence[Block], context: Context) -> Iterable[Block]:
    """Rules of several runs of dashes that touch a line of text."""
    rows = context.text.split("\n")
    for block in walk(tuple(blocks)):
        if block.kind is not BlockKind.RULE or block.pos is None:
            continue
        if not _DASHES.fullmatch(context.text[block.pos.start : block.pos.end].rstrip("\n")):
            continue
        number = context.text.count("\n", 0, block.pos.start)
        if any(0 <= n < len(rows) and rows[n].strip() for n in (number - 1, number + 1)):
            yield block


def _tell(context: Context, block: Block, message: str, fix: str) -> None:
    context.notice("markdown-unread", message, fix, block.pos)
