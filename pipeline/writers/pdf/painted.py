# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the layout engine painted, as the tags need it: pieces of content with the element that each is of."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from pipeline.writers.pdf.seam_marks import Mark

Place = tuple[int, float, float, float, float]


@dataclass(slots=True, eq=False)
class Leaf:
    """One piece of painted content: a line's part of a text, or an image.

    ``element`` is the element whose own text it is; ``pseudo`` names generated content (``marker``, ``before``,
    ``after``); ``zone`` is ``main``, ``foot`` (notes), ``margin`` (running heads) or ``again`` (a table head
    repeated on a later page); ``box`` is (left, bottom, right, top) in points from the page's lower left.
    ``append`` and ``prepend`` are white space that the reader needs and that layout dropped. ``pieces`` stand for it
    where a drawing is dealt out: for each of its parts the piece that it belongs to (None: an artifact), and the type
    of its structure element.
    """

    page: int
    mcid: int
    element: ET.Element | None
    pseudo: str
    text: str
    image: bool
    zone: str
    box: tuple[float, float, float, float]
    keyword: str = ""
    append: str = ""
    prepend: str = ""
    verbatim: bool = False
    used: bool = False
    pieces: tuple[tuple[Leaf | None, str], ...] = ()


@dataclass(slots=True)
class Painted:
    """What the layout engine painted, in the order of its boxes: the leaves of every element, and where each
    element's boxes lie as (page, left, bottom, right, top)."""

    leaves: dict[ET.Element, list[Leaf]] = field(default_factory=dict)
    rest: list[Leaf] = field(default_factory=list)
    places: dict[ET.Element, list[Place]] = field(default_factory=dict)
    first: list[list[Leaf]] = field(default_factory=list)
    marks: list[list[Mark]] = field(default_factory=list)  # the marked contents of each page, by their numbers
