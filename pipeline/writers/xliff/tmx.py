# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation memory of what is translated: TMX 1.4b (LISA/GALA, 2005), level 2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.errors import InputError
from pipeline.translate import bilingual
from pipeline.translate.leverage import Record, records
from pipeline.translate.pieces import Piece
from pipeline.writers.xliff.text import attributes, escape


def write(data: bytes) -> bytes:
    """The TMX of a translation file: a unit for each translated segment. Raises InputError if it has none."""
    read = bilingual.read(data)
    found = records(read)
    if not found or not read.target_lang:
        raise InputError("nothing in it is translated yet.", "Translate a segment first.", file=read.file)
    head = {
        "creationtool": "pariter", "creationtoolversion": "1", "segtype": "sentence", "o-tmf": "XLIFF",
        "adminlang": "en", "srclang": read.source_lang, "datatype": "xml",
    }  # fmt: skip
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<tmx version="1.4">']
    lines += [f" <header{attributes(head)}/>", " <body>"]
    for record in found:
        lines += _unit(record, read.source_lang, read.target_lang)
    return "\n".join([*lines, " </body>", "</tmx>", ""]).encode("utf-8")


def empty(source: str) -> bytes:
    """A memory without units, for a first translation."""
    head = {
        "creationtool": "pariter", "creationtoolversion": "1", "segtype": "sentence", "o-tmf": "XLIFF",
        "adminlang": "en", "srclang": source, "datatype": "xml",
    }  # fmt: skip
    body = f'<tmx version="1.4"><header{attributes(head)}/><body></body></tmx>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def _unit(record: Record, source: str, target: str) -> Iterator[str]:
    yield f"  <tu{attributes({'srclang': source})}>"
    yield f'   <prop type="x-unit">{escape(record.unit)}</prop>'
    yield f'   <prop type="x-state">{escape(record.state)}</prop>'
    numbers = {piece.id: str(n) for n, piece in enumerate(_codes(record.source), 1)}
    for lang, pieces in ((source, record.source), (target, record.target)):
        yield f'   <tuv xml:lang="{escape(lang)}"><seg>{_segment(pieces, numbers)}</seg></tuv>'
    yield "  </tu>"


def _codes(pieces: Sequence[Piece]) -> list[Piece]:
    seen: dict[str, Piece] = {}
    for piece in pieces:
        if piece.kind in ("open", "close", "place"):
            seen.setdefault(piece.id, piece)
    return list(seen.values())


def _segment(pieces: Sequence[Piece], numbers: dict[str, str]) -> str:
    """Pairs as bpt and ept when both ends are in the segment, else as ``it``."""
    ends = [(piece.kind, piece.id) for piece in pieces]
    parts = []
    for piece in pieces:
        number = numbers.setdefault(piece.id, str(len(numbers) + 1)) if piece.kind in ("open", "close", "place") else ""
        if piece.kind == "text":
            parts.append(escape(piece.text))
        elif piece.kind == "place":
            parts.append(f'<ph x="{number}"/>')
        elif piece.kind in ("open", "close"):
            paired = ("open", piece.id) in ends and ("close", piece.id) in ends
            if paired:
                name = "bpt" if piece.kind == "open" else "ept"
                extra = f' x="{number}"' if name == "bpt" else ""
                parts.append(f'<{name} i="{number}"{extra}/>')
            else:
                pos = "begin" if piece.kind == "open" else "end"
                parts.append(f'<it pos="{pos}" x="{number}"/>')
    return "".join(parts)
