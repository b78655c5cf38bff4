# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the tests of this room share: documents from text, files filled in as a translator would."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.document import parse
from pipeline.document.source import split_front_matter
from pipeline.model import Block, Document, Inline, InlineKind, Source
from pipeline.settings import load

NS = "{urn:oasis:names:tc:xliff:document:2.0}"


def document(text: str, name: str = "sample", **flags: Any) -> Document:
    """A document from Markdown."""
    path = Path(f"/nowhere/{name}.md")
    front, _ = split_front_matter(text, path)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return parse(Source(name, path, path.parent, text, digest), load(None, front, flags))


def fill(data: bytes, change: Callable[[str], str] = lambda text: text, *, ns: str = NS) -> bytes:
    """Targets made of the sources, their text changed; what is locked stays, units not for translation too."""
    root = etree.fromstring(data)
    for segment in root.iter(f"{ns}segment"):
        unit: Any = segment.getparent()
        if unit.get("translate") == "no":
            continue
        source: Any = segment.find(f"{ns}source")
        for old in segment.findall(f"{ns}target"):
            segment.remove(old)
        target = etree.fromstring(etree.tostring(source, with_tail=False))
        target.tag = f"{ns}target"
        _change(target, change, ns)
        segment.append(target)
        segment.set("state", "translated")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _change(element: Any, change: Callable[[str], str], ns: str) -> None:
    locked = element.tag == f"{ns}mrk" and element.get("translate") == "no"
    if element.text and not locked:
        element.text = change(element.text)
    for child in element:
        if not locked:
            _change(child, change, ns)
        if child.tail and not locked:
            child.tail = change(child.tail)


_ACCENTS = str.maketrans("aeiouycnAEIOUYCN", "áéíóúýçñÁÉÍÓÚÝÇÑ")


def pseudo(text: str) -> str:
    """Text that is plainly not the source's, of the same shape."""
    return text.translate(_ACCENTS)


def shape(what: Block | Inline) -> Any:
    """The structure of a block without its words: kinds, levels, targets, attributes."""
    if isinstance(what, Inline):
        if what.kind in (InlineKind.TEXT, InlineKind.SOFT_BREAK):
            return None
        fixed = what.text if what.kind in (InlineKind.CODE, InlineKind.MATH) else ""
        inner = [shape(child) for child in what.children]
        note = shape(what.note) if what.note is not None else None
        return (what.kind.value, fixed, what.target, what.lang, [x for x in inner if x], note)
    inlines = [shape(piece) for piece in what.inlines]
    kept = what.text if what.kind.value == "code" else ""
    style = (what.list, what.cell, what.level, what.label, what.checked, kept)
    return (what.kind.value, style, [x for x in inlines if x], [shape(child) for child in what.blocks])


def shapes(document: Document) -> Any:
    """The structure of a document."""
    return [shape(block) for block in (document.title, *document.blocks)]
