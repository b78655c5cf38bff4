# SPDX-License-Identifier: AGPL-3.0-or-later
"""What makes a number a sum of money or a percentage."""

from __future__ import annotations

import re

CURRENCIES = {
    "$": "dollar", "us$": "dollar", "usd": "dollar", "dollar": "dollar", "dollars": "dollar", "€": "euro",
    "eur": "euro", "euro": "euro", "euros": "euro", "£": "pound", "gbp": "pound", "pound": "pound",
    "pounds": "pound", "sterling": "pound", "¥": "yen", "yen": "yen", "chf": "franc", "francs": "franc",
    "cent": "cent", "cents": "cent", "pence": "cent", "centimes": "cent",
    "céntimos": "cent", "dólares": "dollar", "dólar": "dollar", "دولار": "dollar", "يورو": "euro",
    "₹": "rupee", "rupees": "rupee",
}  # fmt: skip
PERCENT = re.compile(
    r"\s?(?:%|٪|percent\b|per\s?cent\b|pour\s?cent\b|prozent\b|por\s?cien(?:to)?\b|"
    r"vom\s?hundert\b|v\.\s?h\.|في المئة|بالمئة|في المائة|بالمائة|"
    r"percentage points?\b)",
    re.I,
)
OF_A_PERCENT = re.compile(r"\s+(?:of )?(?:a|an|one)\s+per\s?cent\b", re.I)


def unit_of(text: str, end: int, symbol: str) -> tuple[str, int]:
    """The unit of a number ("%", a currency, or "") and where it ends. In: the text, where the number ends, and the
    sign of a currency before it ("" for none)."""
    if symbol:
        return CURRENCIES[symbol.lower()], end
    if match := PERCENT.match(text, end) or OF_A_PERCENT.match(text, end):
        return "%", match.end()
    if match := re.compile(r"\s?(€|£|\$|¥)|\s+(?:(?:US|U\.S\.|American|de)\s+)?([^\W\d_]+)").match(text, end):
        word = (match[1] or match[2]).lower()
        if word in CURRENCIES:
            return CURRENCIES[word], match.end()
    return "", end
