# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation file as units and segments, whatever version of XLIFF a tool wrote.

In: the bytes of XLIFF 2.0, 2.1, 2.2 or 1.2. Out: a Bilingual, in which all spellings of a code (pc, sc and ec,
g, bx and ex, bpt and ept, it, ph, x) are the same few pieces. Nothing is judged here but that it can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from pipeline.errors import InputError
from pipeline.translate import bilingual12, safexml
from pipeline.translate.pieces import Bilingual, FileUnit, Piece, Segment, collect, join

CORE_2 = ("urn:oasis:names:tc:xliff:document:2.0", "urn:oasis:names:tc:xliff:document:2.2")


METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"


def read(data: bytes, file: Path | str = "") -> Bilingual:
    """The translation file in ``data``. Raises InputError when it cannot be one."""
    root = safexml.parse(data, file)
    name = etree.QName(root)
    if name.localname == "xliff" and name.namespace in CORE_2:
        return _read_2(root, f"{{{name.namespace}}}", str(file))
    if name.localname == "xliff" and name.namespace == bilingual12.NS:
        return bilingual12.read(root, str(file))
    raise InputError("this is not XLIFF 1.2 or 2.x.", "Export from the translation tool as XLIFF.", file=file)


def _read_2(root: etree._Element, ns: str, file: str) -> Bilingual:
    files = root.findall(f"{ns}file")
    if not files:
        raise InputError("there is no file element.", "Export the file again.", file=file)
    units, twice = collect(_unit_2(unit, ns) for part in files for unit in part.iter(f"{ns}unit"))
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
