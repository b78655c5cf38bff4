# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the codes of a PDF's fonts stand for: what the font's ToUnicode map says, which is cheap, and for all else
playa's answer, since encodings and glyph names are a world of their own. It gets the font's dictionary alone, so that
the file need not be read twice."""

from __future__ import annotations

from struct import unpack
from typing import Any

from pipeline.outline.pdf_content import Paint
from pipeline.outline.pdf_unicode import to_unicode

DEEPEST = 6
UNUSED = frozenset({"/W", "/W2", "/CharProcs", "/Resources", "/CIDSet", "/Parent"})
PROGRAMS = frozenset({"/FontFile", "/FontFile2", "/FontFile3"})


def numbers(text: bytes, *, wide: bool) -> tuple[int, ...]:
    """The codes of a text, of one byte or of two (``wide``)."""
    return unpack(f">{len(text) // 2}H", text[: len(text) & ~1]) if wide else tuple(text)


class Fonts:
    """What the codes of the fonts of one file stand for; fonts are known by the objects that paints hold."""

    def __init__(self) -> None:
        self._known: dict[int, _Codes] = {}

    def decoded(self, paint: Paint) -> str:
        """The characters of a text."""
        if paint.font is None:
            raise ValueError("a text without a font")
        codes = self._known.get(id(paint.font))
        if codes is None:
            codes = self._known[id(paint.font)] = _Codes(paint.font)
        return "".join([codes[code] for code in paint.codes])


class _Codes(dict[bytes, str]):
    """The texts of the codes of one font, each worked out once: by the font's own map, and where that does not know
    one by playa."""

    def __init__(self, obj: Any) -> None:
        super().__init__()
        self._obj = obj
        self._other: Any = None
        self._size = _size(obj)
        stream = obj.get("/ToUnicode")
        mapped = self._size and hasattr(stream, "read_bytes")
        self._known = to_unicode(stream.read_bytes()) if mapped else {}

    def __missing__(self, code: bytes) -> str:
        known, wide = self._known, self._size == 2
        try:
            text = "".join([known[number] for number in numbers(code, wide=wide)])
            whole = bool(known) and not (wide and len(code) % 2)
        except KeyError:
            whole = False
        if not whole:
            if self._other is None:
                self._other = _font(self._obj)
            text = "".join([text for _, text in self._other.decode(code)])
        self[code] = text
        return text


def _size(obj: Any) -> int:
    """How many bytes a code of the font has; 0 where only its encoding tells."""
    if str(obj.get("/Subtype", "")) != "/Type0":
        return 1
    return 2 if str(obj.get("/Encoding", "")) in ("/Identity-H", "/Identity-V") else 0


def _font(obj: Any) -> Any:
    """playa's font for a font dictionary of pikepdf's."""
    import logging

    from playa import font

    logging.getLogger("playa").setLevel(logging.CRITICAL)
    mapped = hasattr(obj.get("/ToUnicode"), "read_bytes")
    spec = _plain(obj, 0, UNUSED | PROGRAMS if mapped else UNUSED)
    kind = str(obj.get("/Subtype", ""))
    simple = {"/Type1": font.Type1Font, "/MMType1": font.Type1Font, "/TrueType": font.TrueTypeFont,
              "/Type3": font.Type3Font}  # fmt: skip
    if kind in simple:
        return simple[kind](spec)
    below = spec.get("DescendantFonts")
    if kind == "/Type0" and below and isinstance(below[0], dict):
        return font.CIDFont({**below[0], **{key: spec[key] for key in ("Encoding", "ToUnicode") if key in spec}})
    return font.Font({}, {})


def _plain(value: Any, depth: int, unused: frozenset[str]) -> Any:
    """An object of pikepdf's as playa has it."""
    import pikepdf
    from playa.pdftypes import LIT, ContentStream

    if isinstance(value, pikepdf.Name):
        return LIT(str(value)[1:])
    if isinstance(value, pikepdf.String):
        return bytes(value)
    if isinstance(value, pikepdf.Array):
        return [_plain(item, depth + 1, unused) for item in value] if depth < DEEPEST else []
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        items = value.items() if depth < DEEPEST else ()
        left = unused | {"/Filter", "/DecodeParms"} if isinstance(value, pikepdf.Stream) else unused
        plain = {str(key)[1:]: _plain(item, depth + 1, unused) for key, item in items if str(key) not in left}
        return ContentStream(plain, value.read_bytes()) if isinstance(value, pikepdf.Stream) else plain
    return value if value is None or isinstance(value, bool | int) else float(value)
