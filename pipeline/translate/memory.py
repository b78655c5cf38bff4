# SPDX-License-Identifier: AGPL-3.0-or-later
"""Older translations as records: an XLIFF file of any version, or a TMX 1.4 memory of any tool."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from pipeline.model.namespaces import XML_LANG
from pipeline.translate import bilingual, safexml
from pipeline.translate.leverage import Record, records
from pipeline.translate.pieces import Piece, join


def read(data: bytes, target: str, file: Path | str = "") -> list[Record]:
    """The translated segments of an older file into ``target``. Raises InputError when it is neither."""
    root = safexml.parse(data, file)
    if etree.QName(root).localname == "tmx":
        return list(_tmx(root, target, str(file)))
    return records(bilingual.read(data, file))


def _tmx(root: etree._Element, target: str, file: str) -> Iterator[Record]:
    header = root.find("header")
    source = (header.get("srclang") if header is not None else None) or ""
    for unit in root.iter("tu"):
        sides: dict[str, tuple[Piece, ...]] = {}
        for variant in unit.iter("tuv"):
            segment = variant.find("seg")
            lang = (variant.get(XML_LANG) or variant.get("lang") or "").lower()
            if segment is not None and lang:
                sides.setdefault(lang, join(_pieces(segment)))
        wanted = _side(sides, target)
        origin = _side(sides, unit.get("srclang") or source) or next(
            (pieces for lang, pieces in sides.items() if pieces is not wanted), None
        )
        if wanted is not None and origin is not None and origin is not wanted:
            yield Record(unit.get("tuid", ""), origin, wanted, "translated", "", "", file)


def _side(sides: dict[str, tuple[Piece, ...]], lang: str) -> tuple[Piece, ...] | None:
    exact = sides.get(lang.lower())
    base = lang.lower().split("-")[0]
    return exact or next((pieces for name, pieces in sides.items() if name.split("-")[0] == base), None)


def _pieces(segment: etree._Element) -> Iterator[Piece]:
    if segment.text:
        yield Piece("text", segment.text)
    for child in segment:
        name = child.tag if isinstance(child.tag, str) else ""
        key = child.get("i") or child.get("x") or ""
        if name == "bpt":
            yield Piece("open", id=key)
        elif name == "ept":
            yield Piece("close", id=key)
        elif name in ("ph", "it", "ut"):
            yield Piece("place", id=child.get("x") or f"p{child.sourceline}")
        elif name == "hi":
            yield from _pieces(child)
        if child.tail:
            yield Piece("text", child.tail)
