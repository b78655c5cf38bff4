# SPDX-License-Identifier: AGPL-3.0-or-later
"""How often something comes back: every other year, twice a year, each quarter, monthly.

Each is read as the time from one to the next, so that "quarterly", "every three months" and "four times a year" are
one, and "every second week" is not "twice a week".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.amounts import OFTEN, RANGE, key
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.scales import SCALES, TIME
from pipeline.plain.words import WORD

Time = tuple[float, str]
EVERY = r"every|each|chaque|tou(?:s|tes) les|jede[rsnm]?|alle|cada|tod[oa]s l[oa]s"
# "Every other year", "every third week", "jedes zweite Jahr"; one word that only says which year is meant.
AGAIN = re.compile(
    rf"\b(?:{EVERY}|per|pro|par|once an?)\s+(?:(?P<which>[^\W\d_]+)\s+)?(?P<unit>[^\W\d_]+)\b",
    re.IGNORECASE,
)
WHICH = frozenset("calendar financial school academic whole full single successive following and".split())  # noqa: SIM905
OTHER = frozenset({"other", "alternate"})
MANY_A = re.compile(rf"(?:\s+[^\W\d_]+){{1,2}}?\s+(?:an?|per|{EVERY})\s+(?P<unit>[^\W\d_]+)\b", re.IGNORECASE)
BEFORE_NUMBER = re.compile(rf"\b(?:{EVERY})\s+$", re.IGNORECASE)
OF = re.compile(r"\s+(?:of|in|de|du|del|im)\b", re.IGNORECASE)
TIMES_BEFORE = re.compile(r"(?:twice|thrice|times?|zweimal|dreimal|fois|veces)\s+(?:in\s+)?$", re.IGNORECASE)
# What no unit with a number names: a quarter is a part of many things, and comes back only as a time.
NAMED = {
    "quarter": (3.0, "months"), "quarterly": (3.0, "months"), "trimestrielle": (3.0, "months"),
    "trimestrales": (3.0, "months"), "trimestralmente": (3.0, "months"), "vierteljährlich": (3.0, "months"),
    "half-yearly": (6.0, "months"), "six-monthly": (6.0, "months"), "semestriel": (6.0, "months"),
    "halbjährlich": (6.0, "months"), "semestral": (6.0, "months"), "fortnight": (336.0, "hours"),
    "fortnightly": (336.0, "hours"), "semi-annual": (6.0, "months"), "semi-annually": (6.0, "months"),
    "semiannual": (6.0, "months"), "semiannually": (6.0, "months"), "biennial": (24.0, "months"),
    "biennially": (24.0, "months"), "biannual": (6.0, "months"), "biannually": (6.0, "months"),
    "bi-annual": (6.0, "months"), "bi-annually": (6.0, "months"), "bimonthly": (2.0, "months"),
    "bi-monthly": (2.0, "months"), "biweekly": (336.0, "hours"), "bi-weekly": (336.0, "hours"),
    "three-monthly": (3.0, "months"), "two-yearly": (24.0, "months"),
    "three-yearly": (36.0, "months"), "triennial": (36.0, "months"), "triennially": (36.0, "months"),
    "quadrennial": (48.0, "months"), "quadrennially": (48.0, "months"), "quinquennial": (60.0, "months"),
    "quinquennially": (60.0, "months"), "five-yearly": (60.0, "months"),
}  # fmt: skip
OF_ITSELF = re.compile(
    r"(?:dai|week|fortnight|month|quarter|year|hour)ly|(?:half-year|six-month)ly|dai?ly|(?:semi-?)?annual(?:ly)?|"
    r"(?:bi-?annu|bienni|trienni|quadrenni|quinquenni)al(?:ly)?|bi-?(?:month|week)ly|three-monthly|(?:two|three|five)-yearly|"
    r"quotidien\w*|hebdomadaire\w*|mensuel\w*|trimestriel\w*|semestriel|annuel\w*|"
    r"täglich\w*|wöchentlich\w*|monatlich\w*|(?:viertel|halb)?jährlich\w*|"
    r"diari\w+|semanal\w*|mensual\w*|trimestral\w*|semestral|anual\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A time after which something comes back (in the unit of its dimension), what stands there, and where."""

    time: tuple[float, str]
    text: str
    start: int
    end: int


def compare_recurring(
    texts: Sequence[str], sides: Sequence[Sequence[Number]], bare: Sequence[Sequence[Time]], data: Lexicon
) -> Iterator[Difference]:
    """A time after which something comes back that went, and another one that came, neither of which the other text
    says in any way. In: both texts, their numbers in one unit of each dimension, and the amounts without a number."""
    ours, theirs = (recurring(text, numbers, data) for text, numbers in zip(texts, sides, strict=True))
    known = [{*(key(one) for one in numbers), *own} for numbers, own in zip(sides, bare, strict=True)]
    gone = [one.text for one in ours if one.time not in known[1]]
    came = [one.text for one in theirs if one.time not in known[0]]
    if gone and came:
        yield Difference("numbers", "exchanged", gone[0], came[0], "How often it comes back changed.")


def recurring(text: str, numbers: Sequence[Number], data: Lexicon) -> list[Recurring]:
    """The times after which something comes back. In: a text, and its numbers in one unit of each dimension."""
    found, taken = [], []
    for at, one in enumerate(numbers):
        every = BEFORE_NUMBER.search(text, max(0, one.start - 16), one.start)
        if one.unit not in TIME or not (every or OFTEN.search(one.text)):
            continue
        start = every.start() if every else one.start
        taken.append((start, one.end))
        later = next((other.start for other in numbers[at + 1 :]), one.end)
        ranged = RANGE.fullmatch(text, one.end, later)  # "every two or three years"
        if not (every and (ranged or TIMES_BEFORE.search(text, 0, start))):
            found.append(Recurring(key(one), text[start : one.end], start, one.end))
    for other in (*_again(text, data), *_of_itself(text, data)):
        if not any(other.start < last and first < other.end for first, last in taken):
            found.append(other)
    return found


def many_a(numbers: Sequence[Number], text: str, data: Lexicon) -> Iterator[Time]:
    """The times from one to the next of what is counted by a time: "two visits each month" come twice a month."""
    for one in numbers:
        match = MANY_A.match(text, one.end) if not one.unit and one.value > 1 else None
        if match and (time := _time(match["unit"], data)):
            yield float(f"{time[0] / one.value:.12g}"), time[1]


def as_times(numbers: Sequence[Number], again: Sequence[Recurring]) -> list[Number]:
    """The numbers, where each ordinal of a recurring time ("every third week") is that time."""
    return [
        next(
            (replace(one, value=said.time[0], unit=said.time[1], text=said.text, weak=False) for said in again
             if one.unit == "th" and said.start <= one.start < said.end), one,
        )
        for one in numbers
    ]  # fmt: skip


def _again(text: str, data: Lexicon) -> Iterator[Recurring]:
    for match in AGAIN.finditer(text):
        which = (match["which"] or "").lower()
        by = 2.0 if which in OTHER else data.ordinals.get(which, 0.0 if which and which not in WHICH else 1.0)
        time, end = _time(match["unit"], data), match.end()
        if not time and which:  # "each month of"
            time, end, by = _time(which, data), match.end("which"), 1.0
        counted = by > 1 or which in data.ordinals
        if not time or not by or (counted and (by == 1 or OF.match(text, end))):
            continue  # "every second day of the month" is one day
        if not (by > 1 and TIMES_BEFORE.search(text, 0, match.start())):
            amount = float(f"{time[0] * by:.12g}"), time[1]
            yield Recurring(amount, text[match.start() : end], match.start(), end)


def _of_itself(text: str, data: Lexicon) -> Iterator[Recurring]:
    for match in WORD.finditer(text):
        if OF_ITSELF.fullmatch(match.group()) and (time := _time(match.group(), data)):
            yield Recurring(time, match.group(), match.start(), match.end())


def _time(word: str, data: Lexicon) -> Time | None:
    """The time that a word names; None for none."""
    word = word.lower()
    known = SCALES.get(data.measures.get(word, ""))
    return NAMED.get(word) or ((known[1], known[0]) if known and known[0] in TIME else None)
