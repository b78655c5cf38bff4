# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text face inside a web page: only the letters that are used, as WOFF2, the same bytes every time.

Other scripts are left to the reader's own fonts, which every system has, so that a page stays small.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable
from functools import lru_cache

from lxml import etree

from pipeline.writers.fonts import TEXT, faces
from pipeline.writers.markup import local

STYLES = (("Regular", "400", "normal"), ("Bold", "700", "normal"), ("Italic", "400", "italic"))
# What a page of ours may say besides the document's own words is ASCII with these, in Latin script.
USUAL = frozenset(range(0x20, 0x7F)) | {ord(letter) for letter in "–—‘’“”…·©«»éèàçäöüßñáíóú"}


def has_italic(tree: etree._Element) -> bool:
    """Whether something in ``tree`` is set in italics."""
    return any(local(part) in ("em", "i", "cite") for part in tree.iter(etree.Element))


def css(text: str, *, italic: bool = False) -> str:
    """``@font-face`` rules for ``text``; none where the face has less than half of its letters."""
    face = next((face for face in faces() if face.family == TEXT), None)
    if face is None:
        return ""
    letters = {ord(letter) for letter in text if not letter.isspace()}
    known = letters & face.characters
    if len(known) * 2 < len(letters):
        return ""
    wanted = STYLES if italic else STYLES[:2]
    characters = tuple(sorted((known | USUAL) & face.characters))
    rules = []
    for suffix, weight, style in wanted:
        path = face.path.with_name(re.sub(r"-Regular(?=\.)", f"-{suffix}", face.path.name))
        if path.is_file():
            data = base64.b64encode(_woff2(str(path), characters)).decode()
            rules.append(
                f'@font-face{{font-family:"{TEXT}";font-weight:{weight};font-style:{style};font-display:swap;'
                f"src:url(data:font/woff2;base64,{data}) format(\"woff2\")}}\n"
            )
    return "".join(rules)


@lru_cache(maxsize=32)
def _woff2(path: str, characters: Iterable[int]) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(path, recalcTimestamp=False, lazy=True)
    options = subset.Options(layout_features=["*"], recalc_timestamp=False)
    options.hinting = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
