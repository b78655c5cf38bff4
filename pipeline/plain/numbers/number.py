# SPDX-License-Identifier: AGPL-3.0-or-later
"""A number as it is read in a text, and the words that stand for one."""

from __future__ import annotations

from dataclasses import dataclass

# Words that stand for a number.
STANDS_FOR = {
    2.0: ("both", "neither", "pair", "twice", "two", "couple", "double", "second", "halve", "either",
          "bilateral", "alternate", "another", "side by side", "abreast", "les deux", "double",
          "doubl", "redoubl", "duplic", "matin et soir", "le matin et le soir", "mañana y noche", "mañana y tarde",
          "por la mañana y por la noche", "por la mañana y por la tarde",
          "duplicate", "every other", "beide", "ambos"),
    1.0: ("day one",), 10.0: ("decade",), 100.0: ("century", "centennial"),
    0.5: ("half", "halv", "moitié", "hälfte", "mitad"),
    12.0: ("dozen",), 3.0: ("triple", "quarter", "trimester", "three", "third", "trilateral", "triplicate",
                            "triplic", "tripl"),
    18.0: ("minor", "juvenile", "under age", "underage", "mineur",
           "majeur", "majorité", "minderjährig", "volljährig", "menores", "mayor de edad", "mayores de edad"),
    24.0: ("round the clock", "around the clock", "day and night", "night and day",
           "rund um die uhr", "jour et nuit",
           "nuit et jour",
           "à toute heure", "día y noche", "noche y día", "a todas horas", "a cualquier hora", "sin interrupción"),
    0.0: ("no ", "none", "nil"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number: its value, its unit (a currency, "%", "th" for an ordinal, "~" for "thousands of"), its bound
    (a class of ``Lexicon.bounds`` or ""), what stands there, and where. ``weak``: may be no number at all
    ("one", "first", "second"), so that its loss alone is not reported. ``denied``: its bound is said with a "not"."""

    value: float
    unit: str
    bound: str
    text: str
    start: int
    end: int
    weak: bool = False
    denied: bool = False
