# SPDX-License-Identifier: AGPL-3.0-or-later
"""Captions that nobody sees: what pandoc makes of a caption in a Word file is the alternative of the picture here,
which is heard and not printed. Told to the author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document.context import Context
from pipeline.document.text import short, walk
from pipeline.model import Block, BlockKind, Severity

_CAPTION = re.compile(
    r"(?:abb(?:ildung|\.)|bild|grafik|diagramm|schaubild|karte|foto|fig(?:ure|ura|uur|\.)|afbeelding|chart|map|photo|"
    r"graph(?:ique)?|gr[aá]fico|imagen?|illustration|carte|mapa|рис(?:унок|\.)|شكل|图)"
    r"\s?(?:\d+|[IVX]+\b|[A-Z]\.)[\w.-]*\s*[:.–—-]?\s",
    re.IGNORECASE,
)
_FIX = 'Write the caption behind the address, and in the brackets what the picture shows: ![…](file "Fig. 1").'


def tell_captions(blocks: Sequence[Block], context: Context) -> None:
    """Record a warning for each picture without a caption whose alternative begins as one does, with a number."""
    for figure in walk(tuple(blocks)):
        if figure.kind is not BlockKind.FIGURE or figure.blocks or not figure.inlines:
            continue
        said = figure.inlines[0].text
        if _CAPTION.match(said):
            told = f"«{short(said)}» reads as the caption of a picture, and is its alternative: nobody sees it."
            context.notice("caption-unseen", told, _FIX, figure.pos, Severity.WARNING)
