# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two numbers, dates or times of the day that changed places: each stands where the other one stood in the original.

What stands beside each value (``values.py``) is compared: where what stood beside both stands beside the other one,
and nothing stayed, the two were exchanged. The rest of a share is a value too: "60 per cent, and the club the rest".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.plain.difference import Difference
from pipeline.plain.facts.values import FROM, REST, TO, Told, Value, told
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.alike import face_value
from pipeline.plain.numbers.amounts import key
from pipeline.plain.numbers.bare_units import bare
from pipeline.plain.numbers.clock import HALF_DAY
from pipeline.plain.numbers.follows import SAID_AS_ONE
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.numbers.shares import SHARE
from pipeline.plain.text.sides import sentence_around

ONE_OF = re.compile(
    r"\b(?:every|(?:within|in|for|after|than|least|most|to|of|or)\s+an?)\s+(?P<unit>[^\W\d_]+)\b", re.IGNORECASE
)
MOST = 20  # values after one that it is compared with
ORDINAL = "th"
YEAR, ORDER = re.compile(r"y\d+"), re.compile(r"o\d+")
POLE = re.compile(r"p(?P<row>\d+)(?P<pole>[+-])")
RANGE = re.compile(r"\s*(?:[-–—]|to|and|until|till|or|à|au|et|bis|und|a|al|y)\s+(?:the\s+)?|[-–—]", re.IGNORECASE)


def compare_swapped(
    readings: Sequence[Reading], sides: Sequence[Sequence[Number]],
    written: Sequence[Mapping[int, tuple[float, str]]], data: Lexicon, lang: str,
) -> Iterator[Difference]:  # fmt: skip
    """The pairs of values, each once in both texts, that stand for each other in the plain text.

    In: the readings of both texts, their numbers in one unit of each dimension, and the values as they are written.
    """
    single = [list(_of_one(reading.text, data)) for reading in readings]
    amounts_of = [{*(key(one) for one in side), *((one.key[0], one.unit) for one in own)}
             for side, own in zip(sides, single, strict=True)]  # fmt: skip
    both = amounts_of[0] & amounts_of[1]
    numbers = [
        [
            *(one for one in alone if (one.key[0], one.unit) in both),
            *(
                # "Twelve months", "one year" are one; of what has another unit there, what is written is compared.
                Value(key(one)[:1] if key(one) in both else (face_value(one, own),),
                      one.unit, one.text, one.start, one.end)
                for one in side if not (one.weak and one.unit != SHARE) and one.text.lower() not in SAID_AS_ONE
            ),
            *_rest(reading.text, side),
        ]
        for reading, side, own, alone in zip(readings, sides, written, single, strict=True)
    ]
    days = [
        [
            Value((d.year, d.month, d.day), "date" if d.day else "month", d.text, d.start, d.end)
            for d in reading.days if d.day or d.month
        ]
        for reading in readings
    ]
    clock = [
        [Value((time.minutes % HALF_DAY,), "time", time.text, time.start, time.end) for time in reading.clock]
        for reading in readings
    ]
    for kind, values in (("numbers", numbers), ("dates", days), ("numbers", clock)):
        known = [told(reading, own, data, lang) for reading, own in zip(readings, values, strict=True)]
        for one, other in _swapped(known[0], known[1], readings[0].text, readings[1].text):
            yield Difference(kind, "exchanged", one.text, other.text, "The two stand for each other.")


def _of_one(text: str, data: Lexicon) -> Iterator[Value]:
    """The amounts of one that are said without a number: "within a week", "every year"."""
    for match in ONE_OF.finditer(text):
        for value, unit in bare(data.measures.get(match["unit"].lower(), "")):
            yield Value((value,), unit, match.group(), *match.span())


def _rest(text: str, numbers: Sequence[Number]) -> Iterator[Value]:
    """What is left of the only share of a text ("and the club the rest"), as a share of its own."""
    shares = [one for one in numbers if one.unit == SHARE and 0 < one.value < 1]
    rests = list(REST.finditer(text))
    if len(shares) == len(rests) == 1:
        rest = rests[0]
        yield Value((float(f"{1 - shares[0].value:.6g}"),), SHARE, rest.group(), *rest.span())


def _swapped(
    ours: Sequence[Told], theirs: Sequence[Told], original: str, plain: str
) -> Iterator[tuple[Value, Value]]:
    often = [Counter(value.key for value, _ in side) for side in (ours, theirs)]
    there = {value.key: (value, words) for value, words in theirs}
    both = [
        (one, there[one[0].key]) for one in ours
        if often[0][one[0].key] == 1 == often[1][one[0].key] and one[0].key in there
    ]  # fmt: skip
    for first, second in combinations(range(len(both)), 2):
        if second - first > MOST:
            continue
        (one, one_now), (other, other_now) = both[first], both[second]
        if (one[0].unit == ORDINAL) != (other[0].unit == ORDINAL) and _stay(one, one_now) and _stay(other, other_now):
            continue  # "who fails twice … no third time": how many is not which one
        turned = (one[0].start < other[0].start) != (one_now[0].start < other_now[0].start)
        ranged = _ranged(one[0], other[0], original) or _ranged(one_now[0], other_now[0], plain)
        if ranged and not turned and not (_way(one[1], other[1]) and _way(one_now[1], other_now[1])):
            continue  # "between 4 and 21 November" is one thing
        together = _in_one_sentence(one[0], other[0], original) and _in_one_sentence(one_now[0], other_now[0], plain)
        crossed = _crossed(one[1], other[1], one_now[1], other_now[1], together=together, turned=turned)
        if (crossed > 1 and _alike(one[0], other[0])) or (crossed and turned and one[0].unit == other[0].unit):
            yield one[0], other[0]


def _stay(one: Told, now: Told) -> bool:
    """Whether a value counts in both texts, or says in both which of a row."""
    return (one[0].unit == ORDINAL) == (now[0].unit == ORDINAL)


def _ranged(one: Value, other: Value, text: str) -> bool:
    first, last = sorted((one, other), key=lambda each: each.start)
    return bool(RANGE.fullmatch(text, first.end, last.start))


def _alike(one: Value, other: Value) -> bool:
    """Whether two may stand for each other: their unit is one, or only one of them has its unit beside it."""
    return one.unit == other.unit or "" in (one.unit, other.unit) or {one.unit, other.unit} == {"date", "month"}


def _in_one_sentence(one: Value, other: Value, text: str) -> bool:
    return sentence_around(text, one.start) == sentence_around(text, other.start)


def _crossed(
    one: frozenset[str], other: frozenset[str], one_now: frozenset[str], other_now: frozenset[str], *, together: bool,
    turned: bool,
) -> int:  # fmt: skip
    """Of how many of two values what stands beside it only stands beside the other one in the other text; none where
    some of it stayed. Where both texts tell which of the two the way goes from, that decides; where one tells it and
    both tell the year of each, the years do. ``together``: the two stand in one sentence in both texts;
    ``turned``: in the other order."""
    ways = _way(one, other), _way(one_now, other_now)
    if all(ways):
        return 0 if ways[0] == ways[1] else 2
    which = [_only(words, ORDER) for words in (one, other, one_now, other_now)]
    if all(which) and which[0] != which[1] and set(which[:2]) == set(which[2:]):
        return 0 if which[:2] == which[2:] else 2  # "the first at 9 and the second at 11"
    if opposed := _opposed(one, other, one_now, other_now):
        return 2 if opposed < 0 else 0
    years = [_only(words, YEAR) for words in (one, other, one_now, other_now)]
    if any(ways) and all(years) and years[0] != years[1]:
        return 0 if years[:2] == years[2:] else 2 if years[:2] == years[:1:-1] else 0
    mine, yours, mine_now, yours_now = one - other, other - one, one_now - other_now, other_now - one_now
    crossed = bool(mine & yours_now) + bool(yours & mine_now)
    # "Buoys are checked every year, and lamps every six months": what is said once stands beside the first.
    said_once = crossed > 1 and (not turned or (together and len(mine & mine_now) == 1))
    if yours & yours_now or (mine & mine_now and not said_once):
        return 0
    return crossed


def _opposed(*beside: frozenset[str]) -> int:
    """Whether two values that stand beside opposite poles of one kind (the employer, the worker) do so in the other
    text: 1 where each has its own there, -1 where each has the other's, 0 where the poles do not tell."""
    rows = [{match["row"]: match["pole"] for word in words if (match := POLE.fullmatch(word))} for words in beside]
    told = {
        1 if rows[0][row] == rows[2][row] else -1 for row in rows[0]
        if all(row in own for own in rows) and rows[0][row] != rows[1][row] and rows[2][row] != rows[3][row]
    }  # fmt: skip
    return told.pop() if len(told) == 1 else 0


def _only(words: frozenset[str], kind: re.Pattern[str]) -> str:
    """The year, or the place in a row, that stands beside a value; "" for none, or several."""
    found = [word for word in words if kind.fullmatch(word)]
    return found[0] if len(found) == 1 else ""


def _way(one: frozenset[str], other: frozenset[str]) -> int:
    """1 where the way goes from the first of two values to the second, -1 for the other way, 0 where nothing tells."""
    onward = FROM in one or TO in other
    back = FROM in other or TO in one
    return onward - back
