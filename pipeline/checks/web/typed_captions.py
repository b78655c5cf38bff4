# SPDX-License-Identifier: AGPL-3.0-or-later
"""A caption that was typed as a paragraph beside its table or picture: "Table 2. Hours", "Tableau 3 – Tarifs"."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from pipeline.checks.page import text
from pipeline.labels import labels, languages

LONGEST = 200
"""Letters of the longest paragraph that can be a caption."""


@cache
def _begins() -> re.Pattern[str]:
    said = {labels(lang)(key) for lang in languages() for key in ("table", "figure")}
    words = "|".join(re.escape(word) for word in sorted(said | {"Fig.", "Abb.", "Tab."}, reverse=True))
    return re.compile(rf"(?:{words})\s*(?:\d+|[IVXL]+\b)", re.IGNORECASE)


def is_typed_caption(element: etree._Element) -> bool:
    """Whether a paragraph begins as the caption of a table or picture does, in any language that we have words of."""
    return element.tag in ("p", "div") and bool(_begins().match(said := text(element))) and len(said) <= LONGEST


def typed_caption(table: etree._Element) -> str:
    """The words of the paragraph right above or below a table that read like its caption; empty if there is none."""
    box = table
    while (parent := box.getparent()) is not None and parent.tag in ("div", "figure") and len(parent) == 1:
        box = parent
    beside = (one for one in (box.getprevious(), box.getnext()) if one is not None and isinstance(one.tag, str))
    return next((text(one) for one in beside if is_typed_caption(one)), "")
