# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation file as units and segments, whatever version of XLIFF a tool wrote.

In: the bytes of XLIFF 2.0, 2.1, 2.2 or 1.2. Out: a Bilingual, in which all spellings of a code (pc, sc and ec,
g, bx and ex, bpt and ept, it, ph, x) are the same few pieces. Nothing is judged here but that it can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from pipeline.errors import InputError
from pipeline.translate import safexml

CORE_2 = ("urn:oasis:names:tc:xliff:document:2.0", "urn:oasis:names:tc:xliff:document:2.2")
CORE_1_2 = "urn:oasis:names:tc:xliff:document:1.2"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
DRAFT = "pariter:draft"


@dataclass(frozen=True)
class Piece:
    """Text, or one end of a pair of codes (``open``, ``close``), a single code (``place``), or one end of text
    that is locked (``lock``, ``unlock``). ``id`` is the code's."""

    kind: str
    text: str = ""
    id: str = ""


@dataclass(frozen=True)
class Segment:
    """A segment, or the white space between two (``ignorable``); ``order`` is the place of its target."""

    id: str
    source: tuple[Piece, ...]
    target: tuple[Piece, ...] | None
    state: str = "initial"
    substate: str = ""
    order: int = 0
    ignorable: bool = False


@dataclass(frozen=True)
class FileUnit:
    """A unit of the file with its line."""

    id: str
    segments: tuple[Segment, ...]
    line: int = 0

    @property
    def source(self) -> tuple[Piece, ...]:
        """The source of the unit, segments joined."""
        return join(piece for segment in self.segments for piece in segment.source)


@dataclass(frozen=True)
class Bilingual:
    """A translation file. ``original`` and ``digest`` say which document it was made from; ``twice`` are ids of
    units that stand more than once."""

    version: str
    source_lang: str
    target_lang: str
    original: str
    units: dict[str, FileUnit]
    digest: str = ""
    twice: tuple[str, ...] = ()
    file: str = ""
    meta: dict[str, str] = field(default_factory=dict)


def join(pieces: Iterator[Piece] | tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces with neighbouring texts as one; empty texts are left out."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind == "text" and found and found[-1].kind == "text":
            found[-1] = Piece("text", found[-1].text + piece.text)
        elif piece.kind != "text" or piece.text:
            found.append(piece)
    return tuple(found)


def read(data: bytes, file: Path | str = "") -> Bilingual:
    """The translation file in ``data``. Raises InputError when it cannot be one."""
    root = safexml.parse(data, file)
    name = etree.QName(root)
    if name.localname == "xliff" and name.namespace in CORE_2:
        return _read_2(root, f"{{{name.namespace}}}", str(file))
    if name.localname == "xliff" and name.namespace == CORE_1_2:
        return _read_1_2(root, str(file))
    raise InputError("this is not XLIFF 1.2 or 2.x.", "Export from the translation tool as XLIFF.", file=file)


def _collect(found: Iterator[FileUnit]) -> tuple[dict[str, FileUnit], tuple[str, ...]]:
    units: dict[str, FileUnit] = {}
    twice: list[str] = []
    for unit in found:
        if unit.id in units:
            twice.append(unit.id)
        units.setdefault(unit.id, unit)
    return units, tuple(twice)


# --- XLIFF 2 ---


def _read_2(root: etree._Element, ns: str, file: str) -> Bilingual:
    files = root.findall(f"{ns}file")
    if not files:
        raise InputError("there is no file element.", "Export the file again.", file=file)
    units, twice = _collect(_unit_2(unit, ns) for part in files for unit in part.iter(f"{ns}unit"))
    meta = {
        entry.get("type", ""): entry.text or ""
        for group in files[0].findall(f"{{{METADATA}}}metadata/{{{METADATA}}}metaGroup")
        for entry in group.findall(f"{{{METADATA}}}meta")
    }
    return Bilingual(
        root.get("version", ""),
        root.get("srcLang", ""),
        root.get("trgLang", ""),
        files[0].get("original", ""),
        units,
        meta.get("source-digest", ""),
        twice,
        file,
        meta,
    )


def _unit_2(unit: etree._Element, ns: str) -> FileUnit:
    segments = []
    parts = [part for part in unit if part.tag in (f"{ns}segment", f"{ns}ignorable")]
    for position, part in enumerate(parts, 1):
        source, target = part.find(f"{ns}source"), part.find(f"{ns}target")
        order = (target.get("order") if target is not None else None) or str(position)
        segments.append(
            Segment(
                part.get("id", ""),
                join(_pieces(source, ns)) if source is not None else (),
                join(_pieces(target, ns)) if target is not None else None,
                part.get("state", "initial"),
                part.get("subState", ""),
                int(order) if order.strip().isdigit() else position,
                part.tag == f"{ns}ignorable",
            )
        )
    return FileUnit(unit.get("id", ""), tuple(segments), safexml.line_of(unit))


def _pieces(content: etree._Element, ns: str) -> Iterator[Piece]:
    """The pieces of a source or target; marks that lock nothing are left out."""
    locked: set[str] = set()
    if content.text:
        yield Piece("text", content.text)
    for child in content:
        yield from _piece(child, ns, locked)
        if child.tail:
            yield Piece("text", child.tail)


def _piece(element: etree._Element, ns: str, locked: set[str]) -> Iterator[Piece]:
    name = element.tag.removeprefix(ns) if isinstance(element.tag, str) else ""
    identifier = element.get("id", "")
    if name in ("pc", "mrk"):
        ends = ("open", "close") if name == "pc" else ("lock", "unlock")
        shown = name == "pc" or element.get("translate") == "no"
        if shown:
            yield Piece(ends[0], id=identifier)
        yield from _pieces(element, ns)
        if shown:
            yield Piece(ends[1], id=identifier)
    elif name in ("sc", "ec"):
        start = name == "sc"
        yield Piece("open" if start else "close", id=identifier if start else element.get("startRef", identifier))
    elif name == "ph":
        yield Piece("place", id=identifier)
    elif name == "cp":
        value = element.get("hex", "")
        known = 0 < len(value) <= 8 and all(c in "0123456789abcdefABCDEF" for c in value)
        # What XML cannot hold no other format can: of such characters only the blanks mean something.
        yield Piece("text", " " if known and int(value, 16) in (0xB, 0xC) else "")
    elif name == "sm" and element.get("translate") == "no":
        locked.add(identifier)
        yield Piece("lock", id=identifier)
    elif name == "em" and element.get("startRef", "") in locked:
        yield Piece("unlock", id=element.get("startRef", ""))


# --- XLIFF 1.2 ---

_STATES = {
    "final": "final", "signed-off": "final", "translated": "translated", "needs-review-translation": "translated",
    "needs-review-adaptation": "translated", "needs-review-l10n": "translated", "new": "initial",
    "needs-translation": "initial", "needs-adaptation": "initial", "needs-l10n": "initial",
}  # fmt: skip


def _read_1_2(root: etree._Element, file: str) -> Bilingual:
    ns = f"{{{CORE_1_2}}}"
    files = root.findall(f"{ns}file")
    if not files:
        raise InputError("there is no file element.", "Export the file again.", file=file)
    units, twice = _collect(unit for part in files for unit in _units_1_2(part, ns))
    header = files[0].find(f"{ns}header")
    notes = header.findall(f"{ns}note") if header is not None else []
    said = [note.text or "" for note in notes if note.get("from") == "pariter"]
    meta = {text.partition(": ")[0]: text.partition(": ")[2] for text in said}
    return Bilingual(
        "1.2",
        files[0].get("source-language", ""),
        files[0].get("target-language", ""),
        files[0].get("original", ""),
        units,
        meta.get("source-digest", ""),
        twice,
        file,
        meta,
    )


def _units_1_2(part: etree._Element, ns: str) -> Iterator[FileUnit]:
    """One unit for each of our groups; a trans-unit outside of one is a unit by itself."""
    grouped: dict[str, list[tuple[etree._Element, str]]] = {}
    for element in part.iter(f"{ns}trans-unit"):
        identifier, parent = element.get("id", ""), element.getparent()
        group = parent.get("resname", "") if parent is not None and parent.tag == f"{ns}group" else ""
        key = group if group and identifier.startswith(f"{group}.") else identifier
        grouped.setdefault(key, []).append((element, identifier[len(key) + 1 :] if key == group else ""))
    for key, elements in grouped.items():
        segments = tuple(
            _segment_1_2(element, name, number, ns) for number, (element, name) in enumerate(elements, 1)
        )
        yield FileUnit(key, segments, safexml.line_of(elements[0][0]))


def _segment_1_2(element: etree._Element, name: str, number: int, ns: str) -> Segment:
    source, target = element.find(f"{ns}source"), element.find(f"{ns}target")
    pieces = join(_pieces_1_2(source, ns)) if source is not None else ()
    translated = join(_pieces_1_2(target, ns)) if target is not None else None
    raw = target.get("state", "") if target is not None else ""
    state = _STATES.get(raw, "translated" if element.get("approved") == "yes" else "initial")
    if translated is not None:
        translated = _spaced(pieces, translated)
    # Targets are filled with the source for old tools: such a copy is no translation.
    copied = translated == pieces and raw in ("needs-translation", "new")
    if copied or (not translated and pieces):
        translated = None
    sub = target.get("state-qualifier", "") if target is not None else ""
    return Segment(name, pieces, translated, state, DRAFT if sub == "x-pariter-draft" else "", number)


def _spaced(source: tuple[Piece, ...], target: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The target with the white space that old tools (OmegaT) drop beside codes at a segment's edges."""
    found = list(target)
    for step in (1, -1):
        here, there = source[::step], found[::step]
        edge = next((index for index, piece in enumerate(here) if piece.kind == "text"), 0)
        if not 0 < edge < len(there) or here[:edge] != tuple(there[:edge]) or there[edge].kind != "text":
            continue
        text = here[edge].text
        bare = text.lstrip() if step == 1 else text.rstrip()
        space = text[: len(text) - len(bare)] if step == 1 else text[len(bare) :]
        own = there[edge].text
        if space and own and not (own[0] if step == 1 else own[-1]).isspace():
            there[edge] = Piece("text", space + own if step == 1 else own + space)
            found = there[::step]
    return tuple(found)


def _pieces_1_2(content: etree._Element, ns: str) -> Iterator[Piece]:
    if content.text:
        yield Piece("text", content.text)
    for child in content:
        yield from _piece_1_2(child, ns)
        if child.tail:
            yield Piece("text", child.tail)


def _piece_1_2(element: etree._Element, ns: str) -> Iterator[Piece]:
    name = element.tag.removeprefix(ns) if isinstance(element.tag, str) else ""
    identifier = element.get("id", "")
    if name == "g":
        yield Piece("open", id=identifier)
        yield from _pieces_1_2(element, ns)
        yield Piece("close", id=identifier)
    elif name == "mrk":
        locked = element.get("mtype") == "protected"
        if locked:
            yield Piece("lock", id=element.get("mid", ""))
        yield from _pieces_1_2(element, ns)
        if locked:
            yield Piece("unlock", id=element.get("mid", ""))
    elif name in ("x", "ph"):
        yield Piece("place", id=identifier)
    elif name in ("bx", "bpt", "ex", "ept"):
        kind = "open" if name in ("bx", "bpt") else "close"
        yield Piece(kind, id=element.get("rid") or identifier)
    elif name == "it":
        yield Piece("open" if element.get("pos") == "open" else "close", id=element.get("rid") or identifier)
