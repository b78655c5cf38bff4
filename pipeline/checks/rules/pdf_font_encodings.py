# SPDX-License-Identifier: AGPL-3.0-or-later
"""It is said which glyph of a font each character of a PDF is.

What it does
: Looks at what stands between the codes of a text and the glyphs of its font: the character map and the collection of
  a composite font, the encoding and the tables of a TrueType font.

Why it matters
: Where nobody says it, each reader guesses: another letter is shown, or none, and other words are read aloud.

Example
: A TrueType font for text without ``Encoding``.

Fix
: Make the PDF anew from its source.
"""


from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_fonts import composite, true_type
from pipeline.checks.pdf.fonts import Font, fonts_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

MAPS = {
    "Adobe-GB1": "GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16",
    "Adobe-CNS1": "B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16",
    "Adobe-Japan1": "83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW"
    " UniJIS-UTF16 UniJIS2004-UTF16",
    "Adobe-Korea1": "KSC-EUC KSCms-UHC KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16",
    "": "Identity",
}
PREDEFINED = {f"/{name}-{way}": of for of, names in MAPS.items() for name in names.split() for way in "HV"} | {
    "/H": "Adobe-Japan1", "/V": "Adobe-Japan1",
}  # fmt: skip
"""The character maps that every reader has (ISO 32000-1, table 118), with the collection of each."""


def look(subject: Subject) -> Iterator[Finding]:
    """Every font in use that is embedded: of others pdf-fonts tells."""
    fonts = [font for font in fonts_of(subject) if font.subtype in ("Type0", "TrueType") and font.file() is not None]
    if not fonts:
        raise NotApplicable("no text in composite or TrueType fonts")
    for font in fonts:
        for message in _composite(font) if font.descendant is not None else _simple(font):
            yield RULE.fail(subject, f"The font {font.name[:60] or 'without a name'}: {message}")


def _composite(font: Font) -> Iterator[str]:
    """ISO 14289-1, 7.21.3: CIDSystemInfo, CIDToGIDMap and the character map."""
    import pikepdf

    encoding, map_ = font.obj.get("/Encoding"), font.descendant.get("/CIDToGIDMap")
    if str(font.descendant.get("/Subtype", "")) == "/CIDFontType2":
        if map_ is None:
            yield "nobody says which glyph stands for which character (CIDToGIDMap)."
        elif not isinstance(map_, pikepdf.Stream) and str(map_) != "/Identity":
            yield "its map from characters to glyphs is none (CIDToGIDMap)."
    yield from _collection(font, encoding)
    if isinstance(encoding, pikepdf.Stream):
        used = encoding.get("/UseCMap")
        name = str(used.get("/CMapName", "") if isinstance(used, pikepdf.Stream) else used)
        if used is not None and name not in PREDEFINED:
            yield "its encoding uses one that not every reader has."
        written = b"/WMode 1 def" in encoding.read_bytes()
        if written != bool(int(encoding.get("/WMode", 0))):
            yield "its encoding contradicts itself about the direction of writing."
    elif str(encoding) not in PREDEFINED:
        yield f"its encoding {str(encoding)[1:40]} is not in the file."


def _collection(font: Font, encoding: Any) -> Iterator[str]:
    """Whether the font has the characters of the collection that its character map is made for."""
    import pikepdf

    info = font.descendant.get("/CIDSystemInfo")
    own = encoding.get("/CIDSystemInfo") if isinstance(encoding, pikepdf.Stream) else None
    wanted = _named(own) if own is not None else PREDEFINED.get(str(encoding), "")
    if not isinstance(info, pikepdf.Dictionary) or not wanted:
        return
    if _named(info) != wanted:
        yield f"its characters are those of {_named(info)[:40]}, and its encoding is for {wanted[:40]}."


def _named(info: Any) -> str:
    import pikepdf

    known = isinstance(info, pikepdf.Dictionary)
    return f"{info.get('/Registry', '')!s}-{info.get('/Ordering', '')!s}" if known else ""


def _simple(font: Font) -> Iterator[str]:
    """ISO 14289-1, 7.21.6: encodings and tables of TrueType fonts."""
    tables = _tables(font)
    yield from _of_symbols(font, tables) if font.symbolic else _of_text(font, tables)


def _tables(font: Font) -> list[tuple[int, int]] | None:
    """(platform, encoding) of each table of characters; None where the program cannot be read."""
    program = font.program()
    if program is None:
        return None
    try:
        return [(table.platformID, table.platEncID) for table in program["cmap"].tables] if "cmap" in program else []
    except Exception:  # noqa: BLE001 a broken program is not judged
        return None


def _of_symbols(font: Font, tables: list[tuple[int, int]] | None) -> Iterator[str]:
    if font.obj.get("/Encoding") is not None:
        yield "it is symbolic and yet has an encoding."
    if tables is not None and not tables:
        yield "it has no table of characters."
    elif tables and len(tables) > 1 and (3, 0) not in tables:
        yield "nobody says which of its tables of characters holds."


def _of_text(font: Font, tables: list[tuple[int, int]] | None) -> Iterator[str]:
    import pikepdf

    encoding = font.obj.get("/Encoding")
    is_table = isinstance(encoding, pikepdf.Dictionary)
    if encoding is None or (is_table and "/BaseEncoding" not in encoding):
        yield "it does not say its encoding." if encoding is None else "its encoding does not say which one it changes."
    elif not font.base_encoding:
        yield "its encoding is neither MacRoman nor WinAnsi."
    if tables is not None and all(table == (3, 0) for table in tables):
        yield "its table of characters is only for symbols." if tables else "it has no table of characters."
    changes = encoding.get("/Differences", ()) if is_table else ()
    names = [str(name)[1:] for name in changes if isinstance(name, pikepdf.Name)]
    if unknown := next((name for name in names if name != ".notdef" and not _listed(name)), ""):
        yield f"its encoding names a glyph that no list has: {unknown[:40]}."
    if names and tables is not None and (3, 1) not in tables:
        yield "its encoding names glyphs, and it has no table of Unicode."


def _listed(name: str) -> bool:
    """Whether a name is in the Adobe Glyph List."""
    from fontTools.agl import AGL2UV

    return name in AGL2UV


RULE = Rule(
    id="pdf-font-encodings",
    title="It is said which glyph each character of a PDF is",
    severity=Severity.ERROR,
    clauses=(
        "PDF/UA-1 7.21.3", "PDF/UA-1 7.21.6", "PDF/UA-2 8.4.5", "Matterhorn 31-001", "Matterhorn 31-002",
        "Matterhorn 31-004", "Matterhorn 31-005", "Matterhorn 31-006", "Matterhorn 31-007",
        "Matterhorn 31-008", "Matterhorn 31-017", "Matterhorn 31-019", "Matterhorn 31-020", "Matterhorn 31-021",
        "Matterhorn 31-022", "Matterhorn 31-023", "Matterhorn 31-024", "Matterhorn 31-025", "Matterhorn 31-026",
    ),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(
        true_type("/WinAnsiEncoding"),
        true_type("<</BaseEncoding /MacRomanEncoding /Differences [66 /Beta]>>"),
        true_type("", symbolic=True, tables=((3, 0), (1, 0))),
        composite("/Identity-H"),
        composite("/UniJIS-UTF16-H", collection="Japan1"),
        composite("", own="<</Registry (Adobe) /Ordering (Bees)>>", collection="Bees"),
        composite("", own="<</Registry (Adobe) /Ordering (Bees)>>", collection="Bees", more="/UseCMap /Identity-H"),
    ),
    bad=(
        true_type(""),
        true_type("<</Differences [66 /Beta]>>"),
        true_type("/MacExpertEncoding"),
        true_type("<</BaseEncoding /WinAnsiEncoding /Differences [66 /honeybee]>>"),
        true_type("<</BaseEncoding /WinAnsiEncoding /Differences [66 /Beta]>>", tables=((1, 0),)),
        true_type("/WinAnsiEncoding", tables=((3, 0),)),
        true_type("/WinAnsiEncoding", symbolic=True, tables=((3, 0),)),
        true_type("", symbolic=True, tables=()),
        true_type("", symbolic=True, tables=((1, 0), (3, 1))),
        composite("/Identity-H", glyphs=""),
        composite("/Identity-H", glyphs="/Bees"),
        composite("/Bees-H"),
        composite("/UniGB-UTF16-H", collection="Japan1"),
        composite("", own="<</Registry (Bees) /Ordering (Bees)>>", collection="Bees"),
        composite("", own="<</Registry (Adobe) /Ordering (Bees)>>", collection="Bees", more="/UseCMap /Bees-H"),
        composite("", own="<</Registry (Adobe) /Ordering (Bees)>>", collection="Bees", more="/WMode 1"),
    ),
)
