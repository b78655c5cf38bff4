# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a translator must get: edition → the sequence of its texts."""

from __future__ import annotations

from pipeline.document.text import text_of, walk
from pipeline.model import Edition, Format, Node, Outline, Role


def units(edition: Edition) -> Outline:
    """The sequence of texts that a translator must get, by block, in reading order."""
    document = edition.document
    seen: set[str] = set()
    found: list[Node] = []
    for block in walk((document.title, *document.blocks)):
        text = text_of(block.inlines)
        if block.id in seen or not text:
            continue
        seen.add(block.id)
        found.append(Node(Role.UNIT, text, (), 0, edition.lang, edition.dir, {"id": block.id, "kind": block.kind}))
    return Outline(Format.XLIFF, Node(Role.DOCUMENT, "", tuple(found), 0, edition.lang, edition.dir), meta_of(edition))


def meta_of(edition: Edition) -> dict[str, str]:
    """What a file must say of its document: field → value, where there is one."""
    meta = edition.document.meta
    given = {
        "title": meta.title,
        "lang": edition.lang,
        "publisher": meta.publisher,
        "date": meta.date,
        "creators": "; ".join(meta.creators),
        "subjects": "; ".join(meta.subjects),
        "description": meta.description,
    }
    return {key: value for key, value in given.items() if value}
