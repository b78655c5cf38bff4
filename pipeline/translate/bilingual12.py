# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading XLIFF 1.2: our groups are units, their trans-units segments; codes in all six spellings."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.errors import InputError
from pipeline.translate import safexml
from pipeline.translate.pieces import DRAFT, Bilingual, FileUnit, Piece, Segment, collect, join

NS = "urn:oasis:names:tc:xliff:document:1.2"


_STATES = {
    "final": "final", "signed-off": "final", "translated": "translated", "needs-review-translation": "translated",
    "needs-review-adaptation": "translated", "needs-review-l10n": "translated", "new": "initial",
    "needs-translation": "initial", "needs-adaptation": "initial", "needs-l10n": "initial",
}  # fmt: skip


def read(root: etree._Element, file: str) -> Bilingual:
    """The file whose root element is ``root``. Raises InputError when it holds nothing."""
    ns = f"{{{NS}}}"
    files = root.findall(f"{ns}file")
    if not files:
        raise InputError("there is no file element.", "Export the file again.", file=file)
    units, twice = collect(unit for part in files for unit in _units(part, ns))
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


def _units(part: etree._Element, ns: str) -> Iterator[FileUnit]:
    """One unit for each of our groups; a trans-unit outside of one is a unit by itself."""
    grouped: dict[str, list[tuple[etree._Element, str]]] = {}
    for element in part.iter(f"{ns}trans-unit"):
        identifier, parent = element.get("id", ""), element.getparent()
        group = parent.get("resname", "") if parent is not None and parent.tag == f"{ns}group" else ""
        key = group if group and identifier.startswith(f"{group}.") else identifier
        grouped.setdefault(key, []).append((element, identifier[len(key) + 1 :] if key == group else ""))
    for key, elements in grouped.items():
        segments = tuple(
            _segment(element, name, number, ns) for number, (element, name) in enumerate(elements, 1)
        )
        yield FileUnit(key, segments, safexml.line_of(elements[0][0]))


def _segment(element: etree._Element, name: str, number: int, ns: str) -> Segment:
    source, target = element.find(f"{ns}source"), element.find(f"{ns}target")
    pieces = join(_pieces(source, ns)) if source is not None else ()
    translated = join(_pieces(target, ns)) if target is not None else None
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


def _pieces(content: etree._Element, ns: str) -> Iterator[Piece]:
    if content.text:
        yield Piece("text", content.text)
    for child in content:
        yield from _piece(child, ns)
        if child.tail:
            yield Piece("text", child.tail)


def _piece(element: etree._Element, ns: str) -> Iterator[Piece]:
    name = element.tag.removeprefix(ns) if isinstance(element.tag, str) else ""
    identifier = element.get("id", "")
    if name == "g":
        yield Piece("open", id=identifier)
        yield from _pieces(element, ns)
        yield Piece("close", id=identifier)
    elif name == "mrk":
        locked = element.get("mtype") == "protected"
        if locked:
            yield Piece("lock", id=element.get("mid", ""))
        yield from _pieces(element, ns)
        if locked:
            yield Piece("unlock", id=element.get("mid", ""))
    elif name in ("x", "ph"):
        yield Piece("place", id=identifier)
    elif name in ("bx", "bpt", "ex", "ept"):
        kind = "open" if name in ("bx", "bpt") else "close"
        yield Piece(kind, id=element.get("rid") or identifier)
    elif name == "it":
        yield Piece("open" if element.get("pos") == "open" else "close", id=element.get("rid") or identifier)
