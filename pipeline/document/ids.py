# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ids of blocks that survive edits.

``ids.json`` keeps each block's id with the hash of its text and a sketch of its words. After an edit the new
blocks are aligned with the old ones: the same text keeps its id wherever it moved; of what is left, the old
and the new block between the same neighbours, or with the same words, are one that was changed. Where nothing
is known (a single file), an id is made from the content.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.document.links import SLUG
from pipeline.document.text import text_of, walk
from pipeline.errors import InputError
from pipeline.model import Attr, Block, BlockKind, Inline
from pipeline.model.namespaces import OWN_ID

SKETCH = 8
SAME_WORDS = 0.4
LETTERS = {
    BlockKind.HEADING: "h", BlockKind.PARAGRAPH: "p", BlockKind.LIST: "l", BlockKind.ITEM: "i",
    BlockKind.DEFINITIONS: "dl", BlockKind.TERM: "dt", BlockKind.DEFINITION: "dd", BlockKind.QUOTE: "q",
    BlockKind.CODE: "c", BlockKind.RULE: "r", BlockKind.TABLE: "t", BlockKind.ROW_GROUP: "rg",
    BlockKind.ROW: "tr", BlockKind.CELL: "td", BlockKind.FIGURE: "f", BlockKind.CAPTION: "cap",
    BlockKind.LINES: "v", BlockKind.LINE: "vl", BlockKind.GROUP: "g", BlockKind.NOTE: "n",
}  # fmt: skip
RESERVED = re.compile(
    r"document|title|(?:about|access|contents|formats|landmarks|notes|pages|summary)-title|contents|main|nav|toc|cover"
    rf"|(?:fn|page)-\d+|fnref(?:-\d+)+|{OWN_ID}.*"
)
"""Ids that files which we write give to parts of their own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One block as it was when its id was given."""

    id: str
    kind: str
    hash: str
    sketch: str


@dataclass(frozen=True, slots=True)
class IdTable:
    """The ids that a document's blocks had, in reading order."""

    entries: tuple[Entry, ...] = ()

    def to_json(self) -> str:
        """The text of ``ids.json``: one line a block, so that an edit is a small difference."""
        rows = [json.dumps([e.id, e.kind, e.hash, e.sketch], ensure_ascii=False) for e in self.entries]
        return '{"version": 1, "blocks": [\n' + ",\n".join(rows) + "\n]}\n"

    @staticmethod
    def from_file(path: Path) -> IdTable:
        """Read ``ids.json``; a missing file is an empty table. Raises InputError when it is damaged."""
        try:
            data = json.loads(path.read_text("utf-8"))
            return IdTable(tuple(Entry(*map(str, row)) for row in data["blocks"]))
        except FileNotFoundError:
            return IdTable()
        except (ValueError, KeyError, TypeError, OSError):
            raise InputError(
                "this is not the table of ids that pariter wrote.", "Restore it from version control.", file=path
            ) from None


def text_hash(block: Block) -> str:
    """The hash of a block's own text: 12 hexadecimal digits of SHA-256 over kind and reading text."""
    return hashlib.sha256(f"{block.kind}\0{text_of(block)}".encode()).hexdigest()[:12]


def table_of(blocks: Sequence[Block]) -> IdTable:
    """The table of blocks that have their ids."""
    seen: dict[str, Entry] = {}
    for block in walk(blocks):
        if block.id not in seen:
            seen[block.id] = Entry(block.id, block.kind, text_hash(block), sketch_of(text_of(block)))
    return IdTable(tuple(seen.values()))


def sketch_of(text: str) -> str:
    """A minimum hash of the words: the share of equal parts of two sketches estimates how alike the words
    are (Broder 1997)."""
    words = set(re.findall(r"\w+", text.lower()))
    if not words:
        return ""
    digests = [hashlib.blake2b(word.encode(), digest_size=2 * SKETCH).digest() for word in sorted(words)]
    return "".join(min(d[2 * i : 2 * i + 2] for d in digests).hex() for i in range(SKETCH))


def likeness(first: str, second: str) -> float:
    """The share of words that two sketches have in common, from 0 to 1."""
    if not first or not second:
        return float(first == second)
    return sum(first[4 * i : 4 * i + 4] == second[4 * i : 4 * i + 4] for i in range(SKETCH)) / SKETCH


# --- giving ids ---


@dataclass
class _Giver:
    """Hands out the ids of one document; no id twice."""

    chosen: Mapping[int, str]
    taken: set[str] = field(default_factory=set)
    given: dict[int, str] = field(default_factory=dict)

    def give(self, index: int, block: Block, refused: Callable[[str], None]) -> str:
        wanted = block.id or self.chosen.get(index) or fresh_id(block)
        if block.id and (block.id in self.taken or RESERVED.fullmatch(block.id)):
            refused(block.id)
            if block.id in self.taken:
                wanted = self.chosen.get(index) or fresh_id(block)
        candidate, count = wanted, 1
        while candidate in self.taken or RESERVED.fullmatch(candidate):
            count += 1
            candidate = f"{wanted}-{count}"
        self.taken.add(candidate)
        return candidate


def refusal(written: str) -> tuple[str, str, str]:
    """The notice for an id of the author's that its part cannot have: rule, message, fix."""
    if RESERVED.fullmatch(written):
        told = f"The id {written} is one that our files need for themselves: the part has another, and links follow."
        return "id-reserved", told, "Give the part another id."
    return "id-twice", f"The id {written} stands twice.", "Give each part an id of its own."


def fresh_id(block: Block) -> str:
    """A new id: a heading's from its words, any other's from its kind and text."""
    if block.kind is BlockKind.HEADING:
        slug = slug_of(text_of(block))
        if slug:
            return slug
    return f"{LETTERS[block.kind]}-{text_hash(block)[:8]}"


def slug_of(text: str) -> str:
    """Words as an XML name of at most 48 characters, accents dropped from Latin letters."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    slug = "-".join(re.findall(r"\w+", unicodedata.normalize("NFC", plain)))[:48].strip("-_")
    if slug and not (slug[0].isalpha() and slug[0].isidentifier()):
        slug = f"s-{slug}"
    return slug


def assign(blocks: Sequence[Block], known: IdTable, refused: Callable[[str, Block], None]) -> tuple[Block, ...]:
    """The same blocks with ids. ``refused`` hears of an id that an author wrote twice, or that is reserved. Who has a
    reserved one remembers it, so that links follow."""
    # A note that is called more than once is met at each call, with all that is in it.
    order = list({id(block): block for block in walk(blocks)}.values())
    giver = _Giver(_aligned(order, known))
    written = {block.id for block in order if block.id}
    ids: dict[int, str] = {}
    # Ids that authors wrote come first: nobody else may take them.
    for index, block in enumerate(order):
        if block.id:
            ids[index] = giver.give(index, block, lambda written, b=block: refused(written, b))  # type: ignore[misc]
    giver.taken |= written
    for index, block in enumerate(order):
        if index not in ids:
            ids[index] = giver.give(index, block, lambda _written: None)
    by_object = {id(block): ids[index] for index, block in enumerate(order)}
    return tuple(_with_ids(block, by_object) for block in blocks)


def _with_ids(block: Block, ids: Mapping[int, str]) -> Block:
    return replace(
        block,
        id=ids[id(block)],
        attr=_remembering(block),
        blocks=tuple(_with_ids(child, ids) for child in block.blocks),
        inlines=tuple(_inline_with_ids(piece, ids) for piece in block.inlines),
    )


def _remembering(block: Block) -> Attr:
    if not RESERVED.fullmatch(block.id):
        return block.attr
    return replace(block.attr, pairs=(*block.attr.pairs, (SLUG, block.id)))


def _inline_with_ids(piece: Inline, ids: Mapping[int, str]) -> Inline:
    if piece.note is None and not piece.children:
        return piece
    note = _with_ids(piece.note, ids) if piece.note is not None else None
    return replace(piece, note=note, children=tuple(_inline_with_ids(child, ids) for child in piece.children))


# --- alignment with what was known ---


def _aligned(order: Sequence[Block], known: IdTable) -> dict[int, str]:
    """For each new block (by its place in reading order) the old id that it keeps."""
    if not known.entries:
        return {}
    chosen: dict[int, str] = {}
    used: set[int] = set()
    hashes = [text_hash(block) for block in order]
    by_hash: dict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(known.entries):
        by_hash[entry.hash].append(index)
    pairs: dict[int, int] = {}
    for index, digest in enumerate(hashes):
        if by_hash[digest]:
            pairs[index] = by_hash[digest].pop(0)
    used.update(pairs.values())
    for new, old in _pair_changed(order, known, pairs, used):
        pairs[new] = old
    for new, old in pairs.items():
        chosen[new] = known.entries[old].id
    return chosen


def _pair_changed(
    order: Sequence[Block], known: IdTable, pairs: Mapping[int, int], used: set[int]
) -> list[tuple[int, int]]:
    """Blocks whose text changed: first by their words, then by their place between the same neighbours."""
    found: list[tuple[int, int]] = []
    old_left: dict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(known.entries):
        if index not in used:
            old_left[entry.kind].append(index)
    last_old = -1
    for index, block in enumerate(order):
        if index in pairs:
            last_old = pairs[index]
            continue
        candidates = old_left.get(block.kind, [])
        if not candidates:
            continue
        sketch = sketch_of(text_of(block))
        near = sorted(candidates, key=lambda old: abs(old - last_old - 1))[:32]
        best = max(near, key=lambda old: (likeness(sketch, known.entries[old].sketch), -abs(old - last_old - 1)))
        alike = likeness(sketch, known.entries[best].sketch)
        if alike >= SAME_WORDS or (best == last_old + 1 and _gap_matches(order, index, pairs, best)):
            candidates.remove(best)
            found.append((index, best))
            last_old = best
    return found


def _gap_matches(order: Sequence[Block], index: int, pairs: Mapping[int, int], old: int) -> bool:
    """Whether the block after this one is the old block's next: then exactly this one was rewritten."""
    return index + 1 >= len(order) or pairs.get(index + 1) == old + 1
