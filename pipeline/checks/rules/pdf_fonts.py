# SPDX-License-Identifier: AGPL-3.0-or-later
"""The fonts of a PDF are in the file, and whole.

What it does
: Finds fonts that are not embedded, glyphs that the embedded font has not, the use of ".notdef", widths that are not
  the font's, and lists of its glyphs that are not true.

Why it matters
: Another font takes the place of a missing one, and text is shown and read wrongly.

Example
: Helvetica that is not embedded.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.checks.examples_fonts import true_type
from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.fonts import Font, cid_widths, fonts_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

NOT_A_GLYPH = 0
ALIKE = {0xA0: " ", 0xAD: "-"}  # WinAnsi has these twice
NO_NAMES = frozenset({".notdef"})


def look(subject: Subject) -> Iterator[Finding]:
    """Every font in use, each fault once."""
    fonts = fonts_of(subject)
    if not fonts:
        raise NotApplicable("no text")
    for font in fonts:
        for message in _faults(font):
            yield RULE.fail(subject, f"The font {font.name[:60] or 'without a name'}: {message}")


def _faults(font: Font) -> Iterator[str]:
    if font.subtype == "Type3":
        return
    if font.file() is None:
        if font.seen:
            yield "it is not in the file."
        return
    if font.subtype == "Type0" and font.descendant is not None:
        yield from _composite(font)
    elif font.subtype == "TrueType":
        yield from _simple(font)
    yield from _sets(font)


def _composite(font: Font) -> Iterator[str]:
    if str(font.obj.get("/Encoding", "")) not in ("/Identity-H", "/Identity-V"):
        return
    if str(font.descendant.get("/Subtype", "")) == "/CIDFontType2" and _identity(font):
        yield from _glyphs(font, {code: code for code in font.seen}, cid_widths(font.descendant))
    elif str(font.file().get("/Subtype", "")) == "/CIDFontType0C":
        yield from _characters(font)


def _identity(font: Font) -> bool:
    return str(font.descendant.get("/CIDToGIDMap", "")) == "/Identity"


def _characters(font: Font) -> Iterator[str]:
    """The glyphs of a CIDFont whose program is CFF: its characters by number, 0 for none (Technical Note 5176)."""
    if NOT_A_GLYPH in font.seen:
        yield "a character of the text has no glyph and is shown as an empty box (.notdef)."
    try:
        top = _cff(font.file())
        known = {int(name[3:]) for name in top.charset[1:]} if hasattr(top, "ROS") else set(range(len(top.charset)))
    except Exception:  # noqa: BLE001 a broken program is not judged
        return
    if font.seen - known - {NOT_A_GLYPH}:
        yield "it has no glyph for a character of the text."


def _cff(stream: Any) -> Any:
    from io import BytesIO

    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(BytesIO(stream.read_bytes()), None)
    return fonts[0]


def _glyphs(font: Font, gids: dict[int, int], widths: dict[int, float]) -> Iterator[str]:
    program = font.program()
    if program is None:
        return
    try:
        count, units, advances = program["maxp"].numGlyphs, program["head"].unitsPerEm, _advances(program)
    except Exception:  # noqa: BLE001 a table that is not there or broken
        return
    told: set[str] = set()
    for code, gid in sorted(gids.items()):
        if gid >= count and "missing" not in told:
            told.add("missing")
            yield "it has no glyph for a character of the text."
        elif gid == NOT_A_GLYPH and "notdef" not in told:
            told.add("notdef")
            yield "a character of the text has no glyph and is shown as an empty box (.notdef)."
        elif gid < count and "width" not in told:
            real = advances[min(gid, len(advances) - 1)] * 1000 / units
            if abs(real - widths.get(code, widths.get(-1, real))) > 1:
                told.add("width")
                yield "the widths in the file are not those of the font."


def _advances(program: Any) -> Sequence[int]:
    """The widths of glyphs by number; the last holds for all that follow (OpenType, hmtx)."""
    count = program["hhea"].numberOfHMetrics
    if not count:
        raise ValueError("no widths")
    return struct.unpack_from(">" + "Hh" * count, program.reader["hmtx"])[::2]


def _simple(font: Font) -> Iterator[str]:
    program = font.program()
    if program is None:
        return
    widths = {int(font.obj.get("/FirstChar", 0)) + i: float(w) for i, w in enumerate(font.obj.get("/Widths", ()))}
    yield from _glyphs(font, _simple_gids(font, program, font.base_encoding), widths)


def _simple_gids(font: Font, program: object, encoding: str) -> dict[int, int]:
    """The glyphs of codes, where this is simple: a symbolic font's own table, or a named encoding through Unicode."""
    from fontTools.ttLib import TTFont

    if not isinstance(program, TTFont):
        return {}
    try:
        symbol = next((t.cmap for t in program["cmap"].tables if (t.platformID, t.platEncID) in ((3, 0), (1, 0))), None)
        order = program.getReverseGlyphMap()
        if font.symbolic and symbol is not None:
            found = {}
            for code in font.seen:
                glyph = next((symbol[c] for c in (code, 0xF000 + code, 0xF100 + code) if c in symbol), ".notdef")
                found[code] = order.get(glyph, 0)
            return found
        best = program.getBestCmap() or {}
    except Exception:  # noqa: BLE001 a broken program is not judged
        return {}
    codec = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac-roman"}.get(encoding, "")
    if not codec or not best or "/Differences" in str(font.obj.get("/Encoding", "")):
        return {}
    texts = {code: bytes([code]).decode(codec, "ignore").translate(ALIKE) for code in font.seen}
    return {code: _glyph(ord(text), best, order) for code, text in texts.items() if len(text) == 1}


def _glyph(character: int, table: Mapping[int, str], order: Mapping[str, int]) -> int:
    """The glyph of a character: by the table of Unicode, or else by its name (ISO 32000-1, 9.6.6.4); 0 if none is."""
    from fontTools.agl import UV2AGL

    named = table.get(character) or UV2AGL.get(character, "")
    return order.get(named, NOT_A_GLYPH)


def _sets(font: Font) -> Iterator[str]:
    """Lists of the glyphs in a subset (PDF/UA-1 only asks that they be right if they are there)."""
    descriptor = font.descriptor
    cids = descriptor.get("/CIDSet")
    if cids is not None and str(font.obj.get("/Encoding", "")).startswith("/Identity"):
        bits = cids.read_bytes()
        missing = [c for c in font.codes if c // 8 >= len(bits) or not bits[c // 8] & (0x80 >> c % 8)]
        if missing or not _listed_rightly(font, bits):
            yield "its list of characters (CIDSet) is not that of the characters in it."
    names = descriptor.get("/CharSet")
    if names is not None and not _names_listed(font, str(names)):
        yield "its list of glyphs (CharSet) is not that of the glyphs in it."


def _listed_rightly(font: Font, bits: bytes) -> bool:
    program = font.program()
    if program is None or not _identity(font):
        return True
    try:
        table = program["glyf"]
        order = program.getGlyphOrder()
        filled = [gid for gid, name in enumerate(order) if gid and table[name].numberOfContours != 0]
    except Exception:  # noqa: BLE001 not readable: not judged
        return True
    beyond = int.from_bytes(bits, "big") & ((1 << max(0, len(bits) * 8 - len(order))) - 1)  # it lists what is not there
    return not beyond and all(gid // 8 < len(bits) and bits[gid // 8] & (0x80 >> gid % 8) for gid in filled)


def _names_listed(font: Font, names: str) -> bool:
    listed = {name.strip() for name in names.split("/") if name.strip()}
    stream = font.file()
    try:
        if str(stream.get("/Subtype", "")) == "/Type1C":
            glyphs = set(_cff(stream).charset)
        else:
            import re

            data = _decrypted(stream.read_bytes())
            glyphs = {m.decode("latin-1") for m in re.findall(rb"/([\w.]+) \d+ (?:RD|-\|) ", data)}
    except Exception:  # noqa: BLE001 not readable: not judged
        return True
    return not glyphs or glyphs - NO_NAMES == listed - NO_NAMES


def _decrypted(data: bytes) -> bytes:
    from fontTools.misc.eexec import decrypt

    start = data.find(b"eexec")
    if start < 0:
        return b""
    plain, _ = decrypt(data[start + 5 :].lstrip(b"\r\n\t "), 55665)
    return bytes(plain)


def _unembedded(made: object) -> None:
    import pikepdf

    if isinstance(made, pikepdf.Pdf):
        plain = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        made.pages[0].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=made.make_indirect(plain)))


RULE = Rule(
    id="pdf-fonts",
    title="The fonts of a PDF are in the file, and whole",
    severity=Severity.ERROR,
    clauses=(
        "PDF/UA-1 7.21", "PDF/UA-2 8.4.5", "Matterhorn 31-009", "Matterhorn 31-011", "Matterhorn 31-012",
        "Matterhorn 31-013", "Matterhorn 31-014", "Matterhorn 31-015", "Matterhorn 31-016", "Matterhorn 31-018",
        "Matterhorn 31-030",
    ),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(), true_type("/WinAnsiEncoding", letters="Bes")),
    bad=(pdf(change=_unembedded), true_type("/WinAnsiEncoding"), true_type("", symbolic=True, tables=((3, 0),))),
)
