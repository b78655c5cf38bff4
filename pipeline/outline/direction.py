# SPDX-License-Identifier: AGPL-3.0-or-later
"""The direction that a text has by itself (UAX 9, rules P2 and P3), for ``dir="auto"`` and ``bdi``."""

from __future__ import annotations

import unicodedata


def first_strong(text: str) -> str:
    """``rtl`` or ``ltr`` by the first letter that has a direction; empty if none has."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return ""
