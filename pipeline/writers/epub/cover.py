# SPDX-License-Identifier: AGPL-3.0-or-later
"""The cover: a picture of the title that is the same bytes everywhere, with a text alternative.

It is SVG, since its text is then set by the reading system, in any script and direction.
"""

from __future__ import annotations

import unicodedata

from lxml import etree

from pipeline import labels
from pipeline.model import Edition
from pipeline.model.namespaces import SVG, XML_LANG
from pipeline.writers.epub.split import EPUB_TYPE
from pipeline.writers.markup import element

WIDTH, HEIGHT, MARGIN = 1600, 2400, 160
INK, PAPER, RULE = "#12263f", "#fbfaf7", "#9db4d0"
FACES = "'Atkinson Hyperlegible', 'Noto Sans', 'Noto Sans Arabic', Verdana, sans-serif"


def alt(edition: Edition, words: labels.Labels) -> str:
    """What the cover's text alternative says: all that stands on it, and in the document's language what it is."""
    title = edition.document.meta.title
    first = words("cover_alt", title=title) if _speaks(words, edition) else title
    return ". ".join(part for part in (first, *_below(edition)) if part)


def part(edition: Edition, words: labels.Labels) -> etree._Element:
    """The body of the cover page."""
    body = element("body", class_="cover")
    section = element("section", aria_label=words("cover"))
    section.set(EPUB_TYPE, "cover")
    image = element("img", src="images/cover.svg", alt=alt(edition, words), role="doc-cover")
    if not _speaks(words, edition):  # the page is in our words' language, the title never
        image.set("lang", edition.lang)
        image.set("dir", edition.dir)
    section.append(image)
    body.append(section)
    return body


def _speaks(words: labels.Labels, edition: Edition) -> bool:
    """Whether we have words in the document's language."""
    return words.lang.partition("-")[0] == edition.lang.partition("-")[0].lower()


def svg(edition: Edition) -> bytes:
    """The picture."""
    meta = edition.document.meta
    root = etree.Element(
        f"{{{SVG}}}svg", {"viewBox": f"0 0 {WIDTH} {HEIGHT}", "width": str(WIDTH), "height": str(HEIGHT)},
        nsmap={None: SVG},  # type: ignore[dict-item]
    )  # fmt: skip
    root.set(XML_LANG, edition.lang)
    _add(root, "title", meta.title)
    _add(root, "rect", width=str(WIDTH), height=str(HEIGHT), fill=INK)
    size = next((size for size in (168, 140, 116, 96, 80, 64) if len(wrap(meta.title, size)) * size <= 1150), 52)
    y = 420
    for line in wrap(meta.title, size)[:18]:
        _line(root, edition, line, y, size, PAPER, "700")
        y += round(size * 1.22)
    _add(root, "rect", x=str(MARGIN), y=str(y - size + 70), width=str(WIDTH - 2 * MARGIN), height="6", fill=RULE)
    y += 130
    for line in wrap(meta.subtitle, 76)[:5]:
        _line(root, edition, line, y, 76, PAPER, "400")
        y += 98
    lines = [line for text in _below(edition) for line in wrap(text, 60)[:3]]
    for number, line in enumerate(lines):
        _line(root, edition, line, HEIGHT - 200 - 80 * (len(lines) - 1 - number), 60, PAPER, "400")
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _below(edition: Edition) -> list[str]:
    meta = edition.document.meta
    day = labels.date(meta.date, edition.lang) if meta.date else ""
    makers = labels.listed(dict.fromkeys(name for name in (*meta.creators, meta.publisher) if name), edition.lang)
    return [text for text in (makers, day) if text]


def _line(root: etree._Element, edition: Edition, text: str, y: int, size: int, fill: str, weight: str) -> None:
    right = edition.dir == "rtl"
    # "start" is the right side where the direction is right to left.
    _add(root, "text", text, x=str(WIDTH - MARGIN if right else MARGIN), y=str(y), direction=edition.dir, fill=fill,
         **{"font-size": str(size), "font-weight": weight, "font-family": FACES, "text-anchor": "start"})  # fmt: skip


def _add(root: etree._Element, name: str, text: str = "", **attributes: str) -> None:
    made = etree.SubElement(root, f"{{{SVG}}}{name}", attributes)
    made.text = text or None


def wrap(text: str, size: int) -> list[str]:
    """``text`` in lines that fit the cover at ``size``, by the usual widths of letters."""
    room = (WIDTH - 2 * MARGIN) / size
    lines: list[str] = []
    line = ""
    for word in _words(text):
        joined = f"{line}{word}" if line else word.lstrip()
        if line and _width(joined.rstrip()) > room:
            lines.append(line.strip())
            joined = word.lstrip()
        line = joined
    return [*lines, line.strip()] if line.strip() else lines


def _words(text: str) -> list[str]:
    """Words with the space before them; a character of a script without spaces is a word by itself."""
    words: list[str] = []
    for character in " ".join(text.split()):
        wide = unicodedata.east_asian_width(character) in "WF"
        if character == " " or wide or not words or unicodedata.east_asian_width(words[-1][-1]) in "WF":
            words.append(character)
        else:
            words[-1] += character
    return words


def _width(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(character) in "WF" else 0.58 for character in text)
