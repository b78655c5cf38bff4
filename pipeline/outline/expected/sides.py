# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader of the page in plain language must get: its text, and the original beside each of its parts.

The page shows two texts, and each is expected by itself: the plain edition with what the page says of itself, its
reasons for what is left out and its glossary; and the blocks of the original that each part stands for. In both, a
mark stands where a part begins, so that what came to stand beside another part has moved. Of a document without a
plain text the page is the original with reading aids, which is one text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pipeline.document.front import front_lines
from pipeline.model import Block, BlockKind, Edition, Format, Node, Outline, Role
from pipeline.outline.expected import flow, making_of, note_of, notes_of, opening_of, own_words, said
from pipeline.outline.expected.inlines import Making
from pipeline.outline.expected.units import meta_of
from pipeline.plain.authored.align import Index
from pipeline.plain.authored.listed import laid_out, runs
from pipeline.plain.authored.source import PlainText

OF_ITSELF = frozenset({"plain", "draft", "stale", "untranslated"})
"""What the box of the page says in its own words."""
PLAIN_THERE = frozenset({Role.HEADING, Role.TITLE})
"""What is a paragraph beside the plain text, wherever it stands."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the texts of a page: the edition whose text it is, what a reader must get of it, and the lines of what
    is in no block of it, by the names that the outline gives it."""

    edition: Edition
    expected: Outline
    lines: Mapping[str, int] = field(default_factory=dict)


def expected_sides(edition: Edition, original: Edition, plain: PlainText | None) -> tuple[Side, ...]:
    """The texts of a page, in the order of ``outline.sides``: the plain text and the original beside it. In: the
    edition of the page, the original, and what is written in plain language (None: the page has reading aids only)."""
    if plain is None:
        return (Side(edition, _with_aids(edition)),)
    lines = {f"front:{key}": line for key, line in plain.front.lines.items()}
    lines["title"] = plain.front.lines.get("title", 0)
    lines |= {name: part.line for part in plain.blocks for name in part.stands_for}
    text = Side(edition, _plain_text(edition, original, plain), lines)
    return text, Side(original, _original(edition, original, plain))


def _mark(number: int, block: str, edition: Edition) -> Node:
    """What stands for the beginning of a part in both texts, in the language of the page."""
    attrs = {"kind": "part", **({"block": block} if block else {})}
    return Node(Role.PARAGRAPH, f"part-{number}", (), 0, edition.lang, edition.dir, attrs)


def _plain_text(edition: Edition, original: Edition, plain: PlainText) -> Outline:
    making = making_of(edition, Format.HTML)
    lines = (line for line in front_lines(edition) if line.kind not in OF_ITSELF)
    front = plain.front
    nodes = [*opening_of(edition, making, lines), *said.box(edition, original, plain)]
    number = 0
    for run, own in laid_out(runs(plain, Index.of(original.document)), edition.document.blocks):
        made = flow(own, making, edition.lang, edition.dir)
        if run.list is None:
            number += 1
            of_part = said.of_part(run.parts[0], edition, front)
            nodes += (_mark(number, own[0].id if own else "", edition), *made, *of_part)
            continue
        items = []
        for part, item, block in zip(run.parts, made[0].children, own[0].blocks, strict=True):
            number += 1
            mark = _mark(number, block.blocks[0].id, edition)
            items.append(replace(item, children=(mark, *item.children, *said.of_part(part, edition, front))))
        nodes.append(replace(made[0], children=tuple(items)))
    nodes += notes_of(making, edition)
    nodes += said.glossary(edition, edition.document.terms, edition.document.blocks, front)
    root = Node(Role.DOCUMENT, "", tuple(nodes), 0, edition.lang, edition.dir)
    return Outline(Format.HTML, root, {**meta_of(edition), "kind": own_words(edition)[0]("plain")})


def _with_aids(edition: Edition) -> Outline:
    making = making_of(edition, Format.HTML)
    opening = [*opening_of(edition, making, front_lines(edition)), *said.aids(edition)]
    body = flow(edition.document.blocks, making, edition.lang, edition.dir)
    notes = notes_of(making, edition)
    every = (*edition.document.blocks, *making.notes)
    terms = said.glossary(edition, edition.document.terms, every)
    root = Node(Role.DOCUMENT, "", (*opening, *body, *notes, *terms), 0, edition.lang, edition.dir)
    return Outline(Format.HTML, root, {**meta_of(edition), "kind": own_words(edition)[0]("aids_title")})


def _original(edition: Edition, original: Edition, plain: PlainText) -> Outline:
    """The blocks that each part stands for, beside it."""
    making = making_of(original, Format.HTML)
    found = dict(_places(original.document.blocks, original.lang, original.dir, None))
    title = original.document.title
    nodes: list[Node] = []
    alike = [run.counts_alike for run in runs(plain, Index.of(original.document)) for _ in run.parts]
    for number, part in enumerate(plain.blocks, 1):
        nodes.append(_mark(number, part.stands_for[0], edition))
        before = len(making.notes)
        for name in part.stands_for:
            place = found.get(name, _Place(title, original.lang, original.dir, None))
            nodes += _beside(place, making, bare=alike[number - 1])
        while before < len(making.notes):
            nodes.append(note_of(making.notes[before], making, original.lang, original.dir))
            before += 1
    return Outline(Format.HTML, Node(Role.DOCUMENT, "", tuple(nodes), 0, edition.lang, edition.dir), {})


@dataclass(frozen=True, slots=True)
class _Place:
    """A block with the language and direction around it, and its list if it is an item."""

    block: Block
    lang: str
    dir: str
    list: Block | None


def _places(blocks: Iterable[Block], lang: str, dir: str, parent: Block | None) -> Iterator[tuple[str, _Place]]:
    for block in blocks:
        yield block.id, _Place(block, lang, dir, parent if block.kind is BlockKind.ITEM else None)
        yield from _places(block.blocks, block.lang or lang, block.dir or dir, block)


def _beside(place: _Place, making: Making, *, bare: bool) -> Iterator[Node]:
    """A block as it stands beside its plain text: headings are paragraphs there (the contents are those of the plain
    text), an item stands in a list of its own or, where its plain text is the item, ``bare``; terms and definitions by
    themselves."""
    block = place.block if place.list is None else replace(place.list, blocks=(place.block,))
    made = flow((block,), making, place.lang, place.dir)
    for node in made[0].children[0].children if bare else made:
        if node.role is Role.DEFINITION and not node.text:
            yield from map(_without_headings, node.children)
        elif node.role in (Role.TERM, Role.DEFINITION):
            yield replace(_without_headings(node), role=Role.PARAGRAPH)
        else:
            yield _without_headings(node)


def _without_headings(node: Node) -> Node:
    role = Role.PARAGRAPH if node.role in PLAIN_THERE else node.role
    children = tuple(_without_headings(child) for child in node.children)
    return replace(node, role=role, level=0, children=children)
