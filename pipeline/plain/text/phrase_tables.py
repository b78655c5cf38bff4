# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables of phrases as patterns: whole words, "_" for some words between, an apostrophe at the end where they join."""

from __future__ import annotations

import re
from functools import lru_cache

FAR = 8  # words between at most


@lru_cache(maxsize=512)
def compiled(table: str, between: int = FAR, joined: str = "") -> re.Pattern[str]:
    """A table of phrases as whole words. ``between``: the words for which "_" stands at most; ``joined``: a pattern for
    what a language joins to the front of a word."""
    gap = rf"(?:[\w’'-]+ ){{0,{between}}}?"
    phrases = table.replace(" _", " " + gap)
    return re.compile(rf"(?<!\w){joined}(?:{phrases})(?:(?<=[’'])|(?!\w))", re.IGNORECASE)


def find(text: str, table: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first place of a text, or of a part of it, where a phrase of a table stands."""
    return compiled(table).search(text, start, len(text) if end is None else end)
