# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a translator gets: the units of an XLIFF file with their segments, as they stand there.

In: the bytes of XLIFF 1.2 or 2.x. Out: an Outline of UNIT and SEGMENT nodes. A unit's text is what a reader of
the source gets: codes that stand for text count with it, pictures do not. Raises InputError for anything that
is not XML; what a known version of XLIFF does not allow is left to the rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.errors import InputError
from pipeline.model import Format, Node, Outline, Role
from pipeline.outline.xliff_problem import children
from pipeline.translate import safexml

_METADATA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
_META_NAMES = {"source-title": "title", "source-digest": "source-digest", "words": "words"}


def read(data: bytes) -> Outline:
    """The outline of an XLIFF file."""
    root = safexml.parse(data)
    name = etree.QName(root)
    if name.localname != "xliff":
        raise InputError(f"the root element is {name.localname}, not xliff.", "Name an XLIFF file.")
    ns = f"{{{name.namespace}}}" if name.namespace else ""
    old = bool(root.findall(f"{ns}file[@source-language]"))
    file = root.find(f"{ns}file")
    source = (file.get("source-language", "") if old and file is not None else root.get("srcLang")) or ""
    target = (file.get("target-language", "") if old and file is not None else root.get("trgLang")) or ""
    reader = _Reader(ns, source, target)
    nodes = tuple(reader.units_1_2(root) if old else reader.units_2(root))
    meta = {"lang": source, "target": target, "version": root.get("version", "")} | _meta(root, ns)
    if file is not None:
        meta["original"] = file.get("original", "")
        meta["dir"] = file.get("srcDir", "")
    kept = {key: value for key, value in meta.items() if value}
    problems = () if nodes else ("there are no units",)
    return Outline(Format.XLIFF, Node(Role.DOCUMENT, "", nodes, 0, source, meta.get("dir", "")), kept, problems)


def _meta(root: etree._Element, ns: str) -> dict[str, str]:
    entries = root.findall(f"{ns}file/{_METADATA}metadata/{_METADATA}metaGroup/{_METADATA}meta")
    named = {str(entry.get("type", "")): entry.text or "" for entry in entries}
    return {_META_NAMES[key]: value for key, value in named.items() if key in _META_NAMES}


class _Reader:
    """Reads the units of one file."""

    def __init__(self, ns: str, source: str, target: str) -> None:
        self._ns = ns
        self._source = source
        self._target = target

    def units_2(self, root: etree._Element) -> Iterator[Node]:
        """Units of XLIFF 2, in the order of the file."""
        for unit in root.iter(f"{self._ns}unit"):
            parts = [part for part in children(unit) if part.tag in (f"{self._ns}segment", f"{self._ns}ignorable")]
            text = _fold("".join(self._text(part.find(f"{self._ns}source")) for part in parts))
            real = [part for part in parts if part.tag == f"{self._ns}segment"]
            segments = tuple(self._segment(part, part.get("state", "")) for part in real)
            notes = " ".join(note.text or "" for note in unit.iter(f"{self._ns}note"))
            attrs = {"id": unit.get("id", ""), "kind": unit.get("type", "").partition(":")[2]}
            attrs |= {"translate": unit.get("translate", ""), "name": unit.get("name", ""), "note": notes}
            yield Node(
                Role.UNIT, text, segments, 0, self._source, unit.get("srcDir", ""),
                {key: value for key, value in attrs.items() if value}, f"unit {unit.get('id')}",
            )  # fmt: skip

    def units_1_2(self, root: etree._Element) -> Iterator[Node]:
        """Groups that hold the segments of one text, or single trans-units, of XLIFF 1.2."""
        for element in root.iter(f"{self._ns}group", f"{self._ns}trans-unit"):
            grouped = element.tag == f"{self._ns}group"
            parent = element.getparent()
            if not grouped and parent is not None and parent.tag == f"{self._ns}group":
                continue
            units = element.findall(f"{self._ns}trans-unit") if grouped else [element]
            if not units:
                continue
            segments = tuple(self._segment(unit, self._state(unit)) for unit in units)
            text = _fold(" ".join(segment.text for segment in segments))
            attrs = {"id": str(element.get("resname") or element.get("id", ""))}
            yield Node(Role.UNIT, text, segments, 0, self._source, "", attrs, f"unit {attrs['id']}")

    def _state(self, unit: etree._Element) -> str:
        target = unit.find(f"{self._ns}target")
        return target.get("state", "") if target is not None else ""

    def _segment(self, part: etree._Element, state: str) -> Node:
        source, target = part.find(f"{self._ns}source"), part.find(f"{self._ns}target")
        attrs = {"id": part.get("id", ""), "state": state}
        if target is not None:
            attrs |= {"target": _fold(self._text(target)), "target-lang": self._target}
        kept = {key: value for key, value in attrs.items() if value}
        return Node(Role.SEGMENT, _fold(self._text(source)), (), 0, self._source, "", kept)

    def _text(self, element: etree._Element | None) -> str:
        """The text that a reader gets of a source or target."""
        if element is None:
            return ""
        parts = [element.text or ""]
        for child in element:
            if isinstance(child.tag, str):
                parts.append(self._code(child))
            parts.append(child.tail or "")
        return "".join(parts)

    def _code(self, element: etree._Element) -> str:
        name = element.tag.removeprefix(self._ns) if isinstance(element.tag, str) else ""
        if name in ("pc", "mrk", "g"):
            return self._text(element)
        if name == "cp":
            digits = element.get("hex", "")
            known = digits and len(digits) <= 6 and all(c in "0123456789abcdefABCDEF" for c in digits)
            return chr(int(digits, 16)) if known and int(digits, 16) <= 0x10FFFF else ""
        if element.get("type") == "image" or element.get("ctype") in ("image", "x-note"):
            return ""
        return element.get("equiv", "") or (element.get("equiv-text", "") if name == "x" else "")


def _fold(text: str) -> str:
    return " ".join(text.split())
