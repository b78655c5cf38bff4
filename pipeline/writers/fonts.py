# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fonts for print: only those of installed wheels, never those of the machine.

The same document must give the same bytes on every machine, so fontconfig gets a private configuration that
names the folders of the font wheels and nothing else. A character that none of these fonts can draw is an
error that says which wheel to add: an empty box on paper says nothing to anyone, and PDF/UA forbids it
(PDF/UA-1 7.21.8, PDF/UA-2 8.4.5.8).
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pkgutil
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

TEXT = "Atkinson Hyperlegible"
MONO = "IBM Plex Mono"
SUFFIXES = frozenset({".ttf", ".otf", ".ttc"})
# Latin faces that are not for running text: they must never be chosen for a missing letter.
LAST = ("STIX Two Math",)
CJK = {"zh": "Noto Sans CJK SC", "zh-hant": "Noto Sans CJK TC", "ja": "Noto Sans CJK JP", "ko": "Noto Sans CJK KR"}
CJK_SCRIPTS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")
# The first word of a character's Unicode name is its script for all of these.
WHEELS = {
    "ARABIC": "fontpkg-noto-sans-arabic", "DEVANAGARI": "fontpkg-noto-sans-devanagari",
    "HEBREW": "fontpkg-heebo", "BENGALI": "fontpkg-hind-siliguri",
    "KHMER": "fontpkg-noto-sans-khmer", "TAMIL": "fontpkg-noto-sans-tamil",
    "TELUGU": "fontpkg-noto-sans-telugu", "THAI": "fontpkg-noto-sans-thai",
    **dict.fromkeys(("ARMENIAN", "ETHIOPIC", "GEORGIAN", "GUJARATI", "GURMUKHI", "KANNADA", "LAO", "MALAYALAM",
                     "MYANMAR", "ORIYA", "SINHALA"), "manimgx-fonts"),
    "LATIN": "fontpkg-noto-sans", "GREEK": "fontpkg-noto-sans", "CYRILLIC": "fontpkg-noto-sans",
}  # fmt: skip
PICTURES = "manimgx-fonts"  # Noto Emoji
# The dingbats that are emoji (Unicode's emoji-data.txt); most others no wheel has.
DINGBATS = frozenset([
    0x2705, *range(0x2708, 0x270E), 0x270F, 0x2712, 0x2714, 0x2716, 0x271D, 0x2721, 0x2728, 0x2733, 0x2734, 0x2744,
    0x2747, 0x274C, 0x274E, 0x2753, 0x2754, 0x2755, 0x2757, 0x2763, 0x2764, 0x2795, 0x2796, 0x2797, 0x27A1, 0x27B0,
    0x27BF,
])  # fmt: skip
CJK_WHEEL = "noto-cjk-sans-otc"


@dataclass(frozen=True, slots=True)
class Face:
    """A family of installed fonts and the characters that its regular face can draw."""

    family: str
    path: Path
    characters: frozenset[int]


@cache
def folders() -> tuple[Path, ...]:
    """The folders of all installed font wheels, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules() if module.name.startswith("fontpkg_"))
    found: list[Path] = []
    for name, inner in [*((name, "files") for name in names), ("noto_cjk_sans_otc", "."),
                        ("manimgx_fonts", "."), ("ziamath", "fonts")]:  # fmt: skip
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None and (folder := Path(spec.origin).parent / inner).is_dir():
            found.append(folder.resolve())
    return tuple(found)


def configure() -> Path:
    """Write fontconfig's private configuration and point FONTCONFIG_FILE to it.

    To be called before the layout engine reads its fonts. Out: the file. Its cache of font tables is only an
    acceleration: where no folder can be written, a temporary one serves.
    """
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pariter" / "fonts"
    try:
        home.mkdir(parents=True, exist_ok=True)
        path = _write_configuration(home)
    except OSError:
        path = _write_configuration(_temporary_folder())
    os.environ["FONTCONFIG_FILE"] = str(path)
    return path


@cache
def _temporary_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="pariter-fonts-"))


def _write_configuration(home: Path) -> Path:
    listed = "".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders())
    text = (
        f'<?xml version="1.0"?><fontconfig>{listed}<cachedir>{escape(str(home / "cache"))}</cachedir>'
        "<config><rescan><int>0</int></rescan></config></fontconfig>\n"
    )
    # Each set of wheels has a file of its own: another installation may be at work at the same time.
    path = home / f"fonts-{hashlib.sha256(text.encode()).hexdigest()[:16]}.conf"
    if not path.is_file() or path.read_text("utf-8") != text:
        temporary = home / f"{path.name}.{os.getpid()}"
        temporary.write_text(text, "utf-8")
        temporary.replace(path)
    return path


@cache
def faces() -> tuple[Face, ...]:
    """Every installed family once, in the order in which they are asked for a character: the text face first,
    then the other families by name, mathematical symbols last."""
    found: dict[str, Face] = {}
    for folder in folders():
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in SUFFIXES and "Italic" not in path.name:
                for family, characters in _read(path):
                    kept = found.get(family)
                    if kept is None or "Regular" in path.name:
                        found[family] = Face(family, path, characters)
    order = {TEXT: 0, "Noto Sans": 1, **dict.fromkeys(LAST, 9)}
    return tuple(sorted(found.values(), key=lambda face: (order.get(face.family, 2), face.family)))


def _read(path: Path) -> Iterable[tuple[str, frozenset[int]]]:
    from fontTools.ttLib import TTCollection, TTFont

    collection = path.suffix.lower() == ".ttc"
    fonts = TTCollection(str(path), lazy=True).fonts if collection else [TTFont(str(path), lazy=True)]
    shared: frozenset[int] | None = None
    for font in fonts:
        name = font["name"].getDebugName(16) or font["name"].getDebugName(1)
        if shared is None:  # the faces of a collection share their characters but for a few
            shared = frozenset(font.getBestCmap())
        yield str(name), shared


def stack(lang: str = "") -> str:
    """The CSS font-family list for text in ``lang``: every installed family has its place in it, so that the
    layout engine never chooses by itself."""
    first = _preferred(lang.lower())
    cjk = first if "CJK" in first else CJK["zh"]
    families = [face.family for face in faces() if face.family != MONO]
    rest = [family for family in families if family not in (first, *LAST) and ("CJK" not in family or family == cjk)]
    last = [family for family in LAST if family in families]
    return ", ".join(f'"{family}"' for family in [*([first] if first in families else []), *rest, *last, MONO])


def _preferred(lang: str) -> str:
    language = lang.partition("-")[0]
    if language == "zh" and ("-hant" in lang or lang.endswith(("-tw", "-hk", "-mo"))):
        return CJK["zh-hant"]
    if language in CJK:
        return CJK[language]
    return TEXT


def missing(text: Iterable[str]) -> dict[str, str]:
    """The characters of ``text`` that no installed font can draw, each with the wheel to add ("" if unknown)."""
    wanted = {ord(character) for character in set().union(*text)}
    have: set[int] = set().union(*(face.characters for face in faces()))
    return {
        chr(code): wheel(chr(code)) for code in sorted(wanted - have) if not _is_invisible(chr(code))
    }


def wheel(character: str) -> str:
    """The font wheel to add for ``character``, as far as its script tells; "" where that one is there already."""
    name = unicodedata.name(character, "")
    code = ord(character)
    pictures = PICTURES if code in DINGBATS or 0x1F000 <= code < 0x1FB00 else ""
    found = CJK_WHEEL if name.startswith(CJK_SCRIPTS) else WHEELS.get(name.split(" ")[0], pictures)
    return "" if found and importlib.util.find_spec(found.replace("-", "_")) else found


def _is_invisible(character: str) -> bool:
    """Whether a character needs no glyph: spaces, controls, joiners, marks of direction, variation selectors."""
    code = ord(character)
    return (
        character.isspace()
        or unicodedata.category(character) in ("Cf", "Cc")
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0100 <= code <= 0xE01EF
        or code in (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x3164, 0xFFA0)
    )
