# SPDX-License-Identifier: AGPL-3.0-or-later
"""Formulas: MathML set as vectors, with the MathML itself, its TeX and words beside it.

The drawing has no text in it, so nothing that a reader selects or hears is doubled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from pipeline import speech
from pipeline.errors import InputError
from pipeline.writers.pdf.print_model import Formula, Picture

if TYPE_CHECKING:
    from lxml import etree

SIZE = 24.0  # the size in which formulas are drawn, in units of their SVG; they scale with the text
NUMBER = "data-number"  # the place of an element in its formula, while it is drawn
UNSEEN = frozenset({"defs", "symbol"})  # parts of an SVG that paint nothing themselves
DROPPED = frozenset({"annotation", "annotation-xml"})


def draw(source: etree._Element, lang: str) -> tuple[Picture, Formula]:
    """The drawing of a ``math`` element and what is known of it. Raises InputError if it cannot be drawn."""
    from lxml import etree as lxml

    tex = source.get("data-tex") or source.get("alttext") or ""
    display = source.get("display") == "block"
    clean = _presentation(source)
    mathml = lxml.tostring(clean, encoding="unicode").encode("utf-8")
    picture, drawn = _picture(clean, tex)
    words = speech.words(clean, lang) or source.get("alttext") or tex  # TeX in languages that we cannot tell it in
    return picture, Formula(mathml, tex, words, display, drawn)


def _presentation(source: etree._Element) -> etree._Element:
    """The formula without annotations and without what only this project's tree has."""
    from copy import deepcopy

    from lxml import etree as lxml

    copy = deepcopy(source)
    copy.tail = None
    for name in ("data-tex", "id", "class", "alttext"):
        if name in copy.attrib:
            del copy.attrib[name]
    for element in list(copy.iter()):
        local = lxml.QName(element).localname if isinstance(element.tag, str) else ""
        parent = element.getparent()
        if parent is not None and (not local or local in DROPPED):
            parent.remove(element)
    lxml.cleanup_namespaces(copy)
    return copy


def _picture(source: etree._Element, tex: str) -> tuple[Picture, tuple[int, ...]]:
    import warnings

    from lxml import etree as lxml
    from ziamath.config import config
    from ziamath.zmath import Math

    config.svg2 = False
    plain = ET.fromstring(lxml.tostring(source))
    for number, element in enumerate(plain.iter()):
        element.set(NUMBER, str(number))
    drawn: list[int] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            formula = Math(plain, size=SIZE)
            _watch(formula.node, -1, drawn)
            svg = formula.svgxml()
    except Exception as error:  # whatever a drawing library raises is a formula that it cannot draw
        raise InputError(f"formula «{tex}» cannot be drawn ({type(error).__name__}).", "Write it otherwise.") from error
    _, top, width, height = (float(value) for value in re.split(r"[ ,]+", svg.get("viewBox") or "0 0 1 1"))
    drawn += [-1] * (len(svg) - len(drawn))
    seen = tuple(number for number, part in zip(drawn, svg, strict=True) if part.tag not in UNSEEN)
    return Picture(ET.tostring(svg), width / SIZE, height / SIZE, (top + height) / SIZE), seen


def _watch(node: Any, number: int, drawn: list[int]) -> None:
    """Let a node of the drawing, and those in it, say which parts of the SVG are of which element: the number of the
    nearest one that has its own. ``drawn`` grows with the parts while they are drawn."""
    element = getattr(node, "element", None)
    if element is None:  # a glyph or a line, which its node draws
        return
    own = int(element.get(NUMBER, number))
    draw = node.draw

    def watched(x: float, y: float, svg: ET.Element) -> tuple[float, float]:
        drawn.extend([number] * (len(svg) - len(drawn)))
        end: tuple[float, float] = draw(x, y, svg)
        drawn.extend([own] * (len(svg) - len(drawn)))
        return end

    node.draw = watched
    for child in node.nodes:
        _watch(child, own, drawn)
