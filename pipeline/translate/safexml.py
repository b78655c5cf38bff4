# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading XML that a stranger sent: no document type, no entity, no network, no giant.

In: bytes. Out: the root element. Errors: InputError, which names the line where the parser knows it.
A document type is refused before the parser sees it, because entities in attribute values are expanded by
every parser that reads their declarations (XML 1.0, 4.4.5), and a few lines of them fill any memory.
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from pipeline.errors import InputError

MAX_BYTES = 64_000_000
MAX_DEPTH = 200
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ENCODINGS = {"utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"}
_DECLARATION = re.compile(r"""\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["'][^>]{0,200}\?>""")
_PROLOGUE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.S)
_HEAD = re.compile(r"\s*<\?xml\b[^>]*\?>")


def parse(data: bytes, file: Path | str = "") -> etree._Element:
    """The root element of ``data``; raises InputError for anything else than plain, well-formed XML."""
    if len(data) > MAX_BYTES:
        raise InputError(f"larger than {MAX_BYTES // 1_000_000} MB.", "Split the file.", file=file)
    text = _decoded(data, file)
    _refuse_document_type(text, file)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=False
    )
    try:
        root = etree.fromstring(_HEAD.sub("", text, count=1).encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        raise InputError(f"not well-formed XML: {error}.", "Send the file again.", file=file, line=line) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError("a document type (DTD) is refused: it can declare entities.", "Remove it.", file=file)
    _refuse_depth(root, file)
    return root


def _decoded(data: bytes, file: Path | str) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding:
        found = _DECLARATION.match(data[:500].decode("latin-1"))
        encoding = found.group(1).lower() if found else "utf-8"
    if encoding not in _ENCODINGS | {"utf-8-sig"}:
        raise InputError(f"the encoding {encoding} is not read.", "Save the file as UTF-8.", file=file)
    try:
        return data.decode(encoding).lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} is not {encoding}.", "Save the file as UTF-8.", file=file) from None


def _refuse_document_type(text: str, file: Path | str) -> None:
    place = 0
    while found := _PROLOGUE.match(text, place):
        place = found.end()
    if not text.startswith("<", place):
        raise InputError("this is not XML.", "Name an XLIFF file.", file=file)
    if text.startswith("<!", place):
        line = text.count("\n", 0, place) + 1
        raise InputError(
            "a document type (DTD) is refused: it can declare entities.", "Remove it.", file=file, line=line
        )


def _refuse_depth(root: etree._Element, file: Path | str) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise InputError(f"elements nest deeper than {MAX_DEPTH}.", "Send a sane file.", file=file)


def line_of(element: etree._Element) -> int:
    """The line of an element, 0 if the parser does not know it."""
    line = element.sourceline
    return line if isinstance(line, int) else 0
