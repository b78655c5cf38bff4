# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a number is counted by: 30 litres a second, 8,400 euros a year. A number that is counted by another time than
in the original is another amount, though the number is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.scales import SCALES, TIME
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import WORD

# "12 euros an hour", "40 litres per person and day", "3 € pro Tag"; a second is an ordinal but here.
BY = r"(?:an?|per|each|every|for every|for each|par|chaque|pro|je|im|am|por|al|a la|cada|/)"
REACH = 40  # code points behind a number
SECONDS = frozenset(("second", "seconde", "sekunde", "segundo"))
COUNTED = re.compile(r"\d\s*$")  # "14 days" is a number of its own


@dataclass(frozen=True, slots=True)
class Rate:
    """A number, and the word for the time that it is counted by ("" for none)."""

    number: Number
    unit: str
    word: str


def compare_rates(texts: Sequence[str], sides: Sequence[Sequence[Number]], data: Lexicon) -> Iterator[Difference]:
    """Numbers that are counted by another time than in the original. Weak where the original says the time in another
    place of the sentence ("the annual rent amounts to"). In: both texts and the numbers as they are written."""
    ours, theirs = (_rates(text, numbers, data) for text, numbers in zip(texts, sides, strict=True))
    for one in theirs:
        own = (one.number.value, one.number.unit)
        same = [other for other in ours if (other.number.value, other.number.unit) == own]
        if not one.unit or not same or any(other.unit == one.unit for other in same):
            continue
        said = [other for other in same if other.unit]
        if said:
            yield Difference("numbers", "exchanged", _text(said[0]), _text(one), "What it is counted by changed.")
        elif len(same) == 1 and (word := _named(texts[0], same[0].number, one.unit, data)):
            yield Difference("numbers", "exchanged", word, _text(one), "What it is counted by changed.", weak=True)


def _text(one: Rate) -> str:
    return f"{one.number.text} {one.word}"


def _rates(text: str, numbers: Sequence[Number], data: Lexicon) -> list[Rate]:
    found = []
    numbers = [one for one in numbers if not one.weak]  # a "second" may be the time
    for at, one in enumerate(numbers):
        end = min(one.end + REACH, numbers[at + 1].start if at + 1 < len(numbers) else len(text))
        match = _pattern().match(text, one.end, end)
        unit = _time(match["unit"], data) if match else ""
        found.append(Rate(one, unit, " ".join(match.group().split()) if match and unit else ""))
    return found


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+[^\W\d_]+){{0,2}}?\s*(?<!\w){BY}\s*(?P<unit>[^\W\d_]+)\b", re.IGNORECASE)


def _time(word: str, data: Lexicon) -> str:
    """The unit of time that a word names; "" for none."""
    unit = data.measures.get(word.lower(), "")
    return "second" if word.lower() in SECONDS else unit if SCALES.get(unit, ("",))[0] in TIME else ""


def _named(text: str, number: Number, unit: str, data: Lexicon) -> str:
    """The word for another time than ``unit`` that stands in the sentence of a number; "" where there is none, or one
    for that time too."""
    start, end = sentence_around(text, number.start)
    named = {
        _time(match.group(), data): match.group() for match in WORD.finditer(text, start, end)
        if not COUNTED.search(text, start, match.start())
    }  # fmt: skip
    named.pop("", None)
    named.pop("second", None)
    return "" if unit in named else next(iter(named.values()), "")
