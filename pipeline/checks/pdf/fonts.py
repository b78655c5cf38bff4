# SPDX-License-Identifier: AGPL-3.0-or-later
"""The fonts with which a PDF's texts are set: their dictionaries, programs, codes, widths.

What fontTools cannot read is not judged; a font is judged only for the codes that the pages use.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pipeline.checks.once import once
from pipeline.checks.rule import Subject
from pipeline.outline.pdf_codes import Fonts, numbers
from pipeline.outline.pdf_content import Paint
from pipeline.outline.pdf_unicode import to_unicode

LARGEST_RANGE = 70_000


@dataclass(frozen=True, eq=False)
class Font:
    """A font in use. ``codes`` are the codes that texts use (numbers of one or two bytes), ``seen`` those that are
    shown (not rendering mode 3), ``descendant`` the CIDFont of a composite font."""

    obj: Any
    codes: frozenset[int]
    seen: frozenset[int]
    descendant: Any = None
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def subtype(self) -> str:
        """Type0, Type1, TrueType, Type3, MMType1."""
        return str(self.obj.get("/Subtype", ""))[1:]

    @property
    def name(self) -> str:
        """The font's name, without the mark of a subset."""
        return re.sub(r"^[A-Z]{6}\+", "", str(self.obj.get("/BaseFont", self.obj.get("/Name", "")))[1:])

    @property
    def descriptor(self) -> Any:
        """The font descriptor."""
        return (self.descendant if self.descendant is not None else self.obj).get("/FontDescriptor")

    @property
    def symbolic(self) -> bool:
        """Whether the descriptor says that the font is symbolic."""
        return self.descriptor is not None and bool(int(self.descriptor.get("/Flags", 0)) & 4)

    @property
    def base_encoding(self) -> str:
        """The encoding that a simple font names, MacRoman or WinAnsi; empty for any other and for none."""
        import pikepdf

        encoding = self.obj.get("/Encoding")
        base = str(encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding)
        return base if base in ("/MacRomanEncoding", "/WinAnsiEncoding") else ""

    def file(self) -> Any:
        """The stream of the embedded program; None if it is not embedded."""
        if self.descriptor is None:
            return None
        keys = (key for key in ("/FontFile2", "/FontFile3", "/FontFile") if key in self.descriptor)
        return next((self.descriptor[key] for key in keys), None)

    def program(self) -> Any:
        """The program as fontTools reads it; None for what it cannot read (Type 1, bare CFF are read apart)."""
        if "program" not in self.kept:
            self.kept["program"] = _program(self.file())
        return self.kept["program"]

    def unicode(self) -> Mapping[int, str] | None:
        """What the ToUnicode map says of each code; None if there is no map."""
        if "unicode" not in self.kept:
            stream = self.obj.get("/ToUnicode")
            self.kept["unicode"] = to_unicode(stream.read_bytes()) if hasattr(stream, "read_bytes") else None
        found: Mapping[int, str] | None = self.kept["unicode"]
        return found


def fonts_of(subject: Subject) -> tuple[Font, ...]:
    """The fonts that the pages' texts use, each once."""
    return _used(subject).fonts


def font_of(subject: Subject, paint: Paint) -> Font | None:
    """The font of a text; None for what is no text or has none."""
    return _used(subject).by_object.get(id(paint.font)) if paint.kind == "text" else None


@once
def texts_of(subject: Subject) -> tuple[str | None, ...]:
    """The characters of each thing that is painted, in the order of the paints; None for what is no text, has no font,
    or one that cannot be read."""
    known = Fonts()
    return tuple([_text(known, paint) for paint in subject.content.paints])


def _text(known: Fonts, paint: Paint) -> str | None:
    if paint.kind != "text" or paint.font is None:
        return None
    try:
        return known.decoded(paint)
    except Exception:  # noqa: BLE001 a broken font may break its reader in any way
        return None


class _Used(NamedTuple):
    """The fonts of a file; and the same by the ``id`` of the objects that paints hold, which live as long."""

    fonts: tuple[Font, ...]
    by_object: Mapping[int, Font]


@once
def _used(subject: Subject) -> _Used:
    keys: dict[int, Any] = {}
    found: dict[Any, tuple[Any, set[bytes], set[bytes]]] = {}
    for paint in subject.content.paints:
        if paint.kind != "text" or paint.font is None:
            continue
        key = keys.get(id(paint.font))
        if key is None:
            key = keys[id(paint.font)] = paint.font.objgen if paint.font.is_indirect else id(paint.font)
        _, used, shown = found.setdefault(key, (paint.font, set(), set()))
        used.update(paint.codes)
        if paint.mode != 3:
            shown.update(paint.codes)
    fonts = {key: _font(*each) for key, each in found.items()}
    return _Used(tuple(fonts.values()), {number: fonts[key] for number, key in keys.items()})


def _font(obj: Any, used: set[bytes], shown: set[bytes]) -> Font:
    wide = str(obj.get("/Subtype", "")) == "/Type0"
    codes = _codes(used, wide=wide)
    seen = codes if shown == used else _codes(shown, wide=wide)
    below = obj.get("/DescendantFonts")
    return Font(obj, codes, seen, below[0] if below is not None and len(below) else None)


def _codes(texts: set[bytes], *, wide: bool) -> frozenset[int]:
    return frozenset(number for text in texts for number in numbers(text, wide=wide))


def _program(stream: Any) -> Any:
    if stream is None:
        return None
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # a font's odd dates are no news to readers
    try:
        return TTFont(io.BytesIO(stream.read_bytes()), lazy=True)
    except Exception:  # noqa: BLE001 a broken or other program: not judged by its tables
        return None


def cid_widths(descendant: Any) -> dict[int, float]:
    """The widths of a CIDFont by CID, from its W array; DW under -1."""
    import pikepdf

    found = {-1: float(descendant.get("/DW", 1000))}
    items = list(descendant.get("/W", ()))
    i = 0
    while i < len(items):
        first = int(items[i])
        if i + 1 < len(items) and isinstance(items[i + 1], pikepdf.Array):
            for offset, width in enumerate(items[i + 1]):
                found[first + offset] = float(width)
            i += 2
        elif i + 2 < len(items):
            for cid in range(first, min(int(items[i + 1]), first + LARGEST_RANGE) + 1):
                found[cid] = float(items[i + 2])
            i += 3
        else:
            break
    return found
