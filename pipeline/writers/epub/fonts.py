# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fonts that travel with the book: the accessible text face whole, other scripts cut down to what is used.

All of them are under the SIL Open Font License, which allows both. The reader's own choice of a font wins.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from pipeline.writers.fonts import MONO, TEXT, Face, faces
from pipeline.writers.markup import local

ITALIC = frozenset({"em", "i", "cite", "dfn"})
BOLD = frozenset({"strong", "b", "th", "dt", "h1", "h2", "h3", "h4", "h5", "h6"})
CODE = frozenset({"code", "pre", "kbd", "samp"})


@dataclass(frozen=True, slots=True)
class Font:
    """A font file in the book."""

    id: str
    file: str
    family: str
    weight: str
    style: str
    data: bytes


def choose(bodies: Sequence[etree._Element], lang: str) -> tuple[Font, ...]:
    """The fonts that the text of ``bodies`` needs, in a fixed order."""
    text = {ord(letter) for body in bodies for letter in "".join(_strings(body)) if not letter.isspace()}
    names = {local(part) for body in bodies for part in body.iter(etree.Element)}
    chosen: list[Font] = []
    left = set(text)
    for face in _in_order(lang):
        used = left & face.characters
        # Letters of the text face in a wholly foreign text (digits, brackets) are no reason to send it along.
        if not used or (face.family == MONO):
            continue
        left -= used
        if face.family == TEXT:
            chosen.extend(_text_face(face, names))
        else:
            chosen.append(_cut(face, frozenset(text & face.characters)))
    mono = next((face for face in faces() if face.family == MONO), None)
    if mono is not None and names & CODE:
        chosen.append(_font(mono.path, MONO, "400", "normal"))
    return tuple(chosen)


def css(fonts: Iterable[Font]) -> str:
    """The ``@font-face`` rules and the family that the style sheet asks for."""
    listed = list(fonts)
    rules = "".join(
        f'@font-face {{ font-family: "{font.family}"; font-weight: {font.weight}; font-style: {font.style}; '
        f'src: url("fonts/{font.file}"); }}\n'
        for font in listed
    )
    families = list(dict.fromkeys(font.family for font in listed if font.family != MONO))
    stack = ", ".join([*(f'"{family}"' for family in families), "sans-serif"])
    return f"{rules}body {{ font-family: {stack}; }}\n"


def _strings(body: etree._Element) -> Iterable[str]:
    return (str(piece) for piece in body.itertext())


def _in_order(lang: str) -> list[Face]:
    """The text face first; of the Chinese, Japanese and Korean faces the one that the language asks for."""
    from pipeline.writers.fonts import stack

    rank = {family.strip().strip('"'): number for number, family in enumerate(stack(lang).split(","))}
    usable = [face for face in faces() if face.family in rank]
    return sorted(usable, key=lambda face: (face.family != TEXT, rank[face.family]))


def _text_face(face: Face, names: set[str]) -> list[Font]:
    wanted = [("Regular", "400", "normal")]
    if names & BOLD:
        wanted.append(("Bold", "700", "normal"))
    if names & ITALIC:
        wanted.append(("Italic", "400", "italic"))
        if names & BOLD:
            wanted.append(("BoldItalic", "700", "italic"))
    fonts: list[Font] = []
    for suffix, weight, style in wanted:
        path = face.path.with_name(re.sub(r"-Regular(?=\.)", f"-{suffix}", face.path.name))
        if path.is_file():
            fonts.append(_font(path, face.family, weight, style))
    return fonts


def _font(path: Path, family: str, weight: str, style: str) -> Font:
    name = re.sub(r"[^A-Za-z0-9-]+", "-", path.stem).strip("-")
    return Font(f"font-{name.lower()}", name + path.suffix.lower(), family, weight, style, path.read_bytes())


@lru_cache(maxsize=16)
def _cut(face: Face, characters: frozenset[int]) -> Font:
    """A face with only the glyphs of ``characters`` (and what their shaping needs), the same bytes every time."""
    from fontTools import subset
    from fontTools.ttLib import TTCollection, TTFont

    number = -1
    if face.path.suffix.lower() == ".ttc":
        fonts = TTCollection(str(face.path), lazy=True).fonts
        titles = [str(one["name"].getDebugName(16) or one["name"].getDebugName(1)) for one in fonts]
        number = titles.index(face.family)
    font = TTFont(str(face.path), fontNumber=number, recalcTimestamp=False, lazy=True)
    options = subset.Options(layout_features=["*"], notdef_outline=True, name_IDs=["*"], recalc_timestamp=False)
    options.hinting = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    weight = "400"
    if "fvar" in font:
        axis = next((axis for axis in font["fvar"].axes if axis.axisTag == "wght"), None)
        weight = f"{axis.minValue:g} {axis.maxValue:g}" if axis is not None else weight
    out = io.BytesIO()
    font.save(out)
    name = re.sub(r"[^A-Za-z0-9]+", "-", face.family).strip("-")
    suffix = ".otf" if font.sfntVersion == "OTTO" else ".ttf"
    return Font(f"font-{name.lower()}", name + suffix, face.family, weight, "normal", out.getvalue())
