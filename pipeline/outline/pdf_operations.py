# SPDX-License-Identifier: AGPL-3.0-or-later
"""The operations of a content stream (ISO 32000-2, 7.8.2), one after the other.

pikepdf reads any stream. Most are written one operation to a line, of numbers, names and hexadecimal strings alone:
such a line needs no reader, and to ask one for each operator and operand costs more than all else. A stream with any
other line is read by pikepdf as a whole.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

Operation: TypeAlias = tuple[str, Sequence[Any]]
"""An operator and its operands; those of one that shows a text are its strings."""

TEXTS = frozenset({"Tj", "TJ", "'", '"'})
INLINE_IMAGE = frozenset({"BI", "ID", "EI"})
HEX = re.compile(rb"<([0-9a-fA-F]*)>")
STRINGS = re.compile(rb"<([0-9a-f]*)>|\(([^)]*)\)")
_NUMBER, _NAME, _HEX = rb"[-+]?(?:\d+\.?\d*|\.\d+)", rb"/[A-Za-z0-9.+_-]+", rb"<(?:[0-9a-fA-F]{2})*>"
LINE = re.compile(
    rb"(?P<shown>\[(?: *+(?:%(hex)s|%(number)s(?=[ <\]])))*+ *\]) ?TJ|(?P<string>%(hex)s) ?Tj"
    rb"|(?P<numbers>(?:%(number)s +)*+)(?P<plain>[A-Za-z]{1,3}[01]?\*?)"
    rb"|(?P<name>%(name)s)(?: +(?P<size>%(number)s))? +(?P<named>[A-Za-z]{1,3})"
    rb"|(?P<operand>%(name)s)|<< ?/MCID (?P<mcid>\d{1,9}) ?>>|(?P<dictionary><<.*>>)| *"
    % {b"hex": _HEX, b"number": _NUMBER, b"name": _NAME}
)


def operations(stream: Any) -> Iterable[Operation]:
    """The operations of a page or a form. Raises what pikepdf raises for what is no content stream: PdfError,
    ValueError, TypeError or AttributeError."""
    import pikepdf

    content = stream.obj.get("/Contents") if isinstance(stream, pikepdf.Page) else stream
    try:
        known = of_lines(content.read_bytes()) if isinstance(content, pikepdf.Stream) else None
    except pikepdf.PdfError:  # of a damaged one a part may be read
        known = None
    return known if known is not None else parsed(stream)


def of_lines(data: bytes) -> list[Operation] | None:
    """The operations of a stream of plain lines; None where a line is not plain."""
    found: list[Operation] = []
    name: str
    operands: Sequence[Any]
    before: list[Any] = []  # operands that stand on lines before their operator
    for line in data.split(b"\n"):
        match = LINE.fullmatch(line)
        if match is None:
            return None
        kind = match.lastgroup
        if kind in ("shown", "string"):
            name, operands = "TJ", _of_codes(HEX.findall(line))
        elif kind == "plain":
            name, operands = match["plain"].decode(), [float(number) for number in match["numbers"].split()]
        elif kind == "named":
            size = [] if match["size"] is None else [float(match["size"])]
            name, operands = match["named"].decode(), [_name(match["name"]), *size]
        else:
            before += [] if kind is None else [_operand(kind, match[kind])]
            continue
        if name in INLINE_IMAGE or (before and name in TEXTS):
            return None
        found.append((name, [*before, *operands] if before else operands))
        before.clear()
    return None if before else found


def _operand(kind: str, written: bytes) -> Any:
    """An operand that stands on a line of its own. Raises PdfError for a dictionary that is none."""
    import pikepdf

    if kind == "mcid":
        return {"/MCID": int(written)}
    return _name(written) if kind == "operand" else pikepdf.Object.parse(written)


@lru_cache(maxsize=1024)
def _name(written: bytes) -> Any:
    import pikepdf

    return pikepdf.Name(written.decode())


def parsed(stream: Any) -> Iterable[Operation]:
    """The operations as pikepdf reads them."""
    import pikepdf

    return map(_operation, pikepdf.parse_content_stream(stream))


def _operation(read: Any) -> Operation:
    name = str(read.operator)
    return name, _codes(read.operands) if name in TEXTS else read.operands


def _of_codes(codes: Sequence[bytes]) -> tuple[bytes, ...]:
    """Strings of whole codes of two bytes, as composite fonts have them, are put together."""
    if all(len(code) % 4 == 0 for code in codes):
        return (together,) if (together := unhexlify(b"".join(codes))) else ()
    return tuple([unhexlify(code) for code in codes if code])


def _codes(operands: Any) -> tuple[bytes, ...]:
    """The strings that a text operator shows: its last operand, or the strings in that."""
    last: Any = operands[-1] if len(operands) else None
    if not hasattr(last, "unparse"):  # a number
        return ()
    written = last.unparse()
    if b"(" not in written:
        return _of_codes(HEX.findall(written))
    if b"\\" not in written:  # no escapes, as glyphs mostly are: much quicker than one by one
        return tuple([unhexlify(code[0]) or code[1] for code in STRINGS.findall(written) if code[0] or code[1]])
    import pikepdf

    if not written.startswith(b"["):
        return (bytes(last),) if isinstance(last, pikepdf.String) else ()
    return tuple([code for item in last if isinstance(item, pikepdf.String) and (code := bytes(item))])
