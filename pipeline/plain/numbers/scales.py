# SPDX-License-Identifier: AGPL-3.0-or-later
"""Units and what they are in one unit of their dimension, so that two hectares and 20,000 square metres are one value.

Months are no number of days. Lengths that are squared or cubed are areas and volumes.
"""

from __future__ import annotations

import re

SCALES = {
    "second": ("hours", 1 / 3600), "minute": ("hours", 1 / 60), "hour": ("hours", 1.0), "day": ("hours", 24.0),
    "week": ("hours", 168.0), "fortnight": ("hours", 336.0), "eight days": ("hours", 192.0),
    "fifteen days": ("hours", 360.0),
    "two hours": ("hours", 2.0), "two days": ("hours", 48.0), "two months": ("months", 2.0),
    "half year": ("months", 6.0),
    "two metres": ("metres", 2.0), "two kilometres": ("metres", 2000.0), "two minutes": ("hours", 1 / 30),
    "two kilograms": ("grams", 2000.0), "two tonnes": ("grams", 2e6), "two litres": ("litres", 2.0),
    "two hectares": ("square metres", 2e4), "quarter hour": ("hours", 0.25), "half hour": ("hours", 0.5),
    "three quarter hours": ("hours", 0.75), "nine months": ("months", 9.0),
    "decade": ("months", 120.0), "biennium": ("months", 24.0), "triennium": ("months", 36.0),
    "half month": ("months", 0.5), "four months": ("months", 4.0), "four years": ("months", 48.0),
    "five years": ("months", 60.0), "six years": ("months", 72.0), "seven years": ("months", 84.0),
    "month": ("months", 1.0), "quarter": ("months", 3.0), "year": ("months", 12.0),
    "millimetre": ("metres", 0.001), "centimetre": ("metres", 0.01), "metre": ("metres", 1.0),
    "kilometre": ("metres", 1000.0), "milligram": ("grams", 0.001), "gram": ("grams", 1.0),
    "kilogram": ("grams", 1000.0), "tonne": ("grams", 1e6), "millilitre": ("litres", 0.001), "litre": ("litres", 1.0),
    "mile": ("metres", 1609.344), "square metre": ("square metres", 1.0), "square kilometre": ("square metres", 1e6),
    "acre": ("square metres", 4046.8564224), "hectare": ("square metres", 1e4), "cubic metre": ("cubic metres", 1.0),
}  # fmt: skip
# "12 square metres", "12 mètres carrés": the power of a length.
POWERS = {
    power: exponent
    for exponent, forms in ((2, "square sq carré carrés cuadrado cuadrados"), (3, "cubic cube cubes cúbico cúbicos"))
    for power in forms.split()
}  # fmt: skip
POWER_NAMES = {2: "square", 3: "cubic"}
POWER_BEHIND = re.compile(r"\s+(?P<power>[^\W\d_]+)")
DIMENSIONS = frozenset(dimension for dimension, _ in SCALES.values())
TIME = frozenset({"hours", "months"})


def power_of(
    between: str, length: tuple[str, float], end: int, text: str
) -> tuple[tuple[str, float], int] | None:  # fmt: skip
    """An area or a volume, where a length is squared or cubed, and where that ends. In: the word before its unit, the
    dimension and scale of that, its end."""
    behind = POWER_BEHIND.match(text, end)
    exponent = POWERS.get(between)
    if not exponent and behind and (exponent := POWERS.get(behind["power"].lower())):
        end = behind.end()
    if not exponent or length[0] != "metres":
        return None
    return (f"{POWER_NAMES[exponent]} metres", length[1] ** exponent), end
