# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two numbers, dates or times of the day that changed places: each stands where the other one stood in the original.

What a value is said of stands before it or behind it ("44 per cent of the men", "of the men, 44 %"), in the same
clause or after a preposition. So each text is cut so that each value has its own piece, and the words, years, months
and names of each piece are compared: where those of both values stand beside the other one, and none stayed, the two
were exchanged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from pipeline.plain.by_and_to import BY, ways_of
from pipeline.plain.clock import HALF_DAY
from pipeline.plain.difference import Difference
from pipeline.plain.follows import SAID_AS_ONE
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.number import Number
from pipeline.plain.reading import Reading
from pipeline.plain.words import WORD, stem

MOST = 20  # values after one that it is compared with
LETTERS = 4  # of a stem that is compared: "judgeship" and "judge" are one
SENTENCE = re.compile(r"(?<=[.!?;•])\s|\n|•")
JOIN = re.compile(
    r"[,;:()]\s|\s(?=(?:and|or|but|while|whereas|then|et|ou|mais|und|oder|aber|y|o|pero)\s)|\s(?=[–—]\s)", re.IGNORECASE
)
BEFORE_IT = re.compile(
    r"\s(?=(?:of|in|to|from|at|for|on|by|with|within|until|than|de|du|des|à|en|pour|von|in|im|bis|zu|mit|für|a|con|por|para)\s)",
    re.IGNORECASE,
)
# Which of two a rise or a change goes from, and which it goes to.
WAY = re.compile(r"\b(?P<way>from|instead of|rather than|up to|to|de|à|von|auf|a)\s+(?:\D{0,3})$", re.IGNORECASE)
WAYS = {"instead of": "from", "rather than": "from", "de": "from", "von": "from", "à": "to", "auf": "to", "a": "to"}
ORDINAL = "th"
FROM, TO, BY_SO_MUCH = "way from", "way to", "way by"
YEAR = re.compile(r"y\d+")
RANGE = re.compile(r"\s*(?:[-–—]|to|and|until|till|or|à|au|et|bis|und|a|al|y)\s+(?:the\s+)?|[-–—]", re.IGNORECASE)
LETTER = re.compile(r"(?<=[^\W\d_] )[A-Z]\b(?![’'.])")  # "Section B"


@dataclass(frozen=True, slots=True)
class Value:
    """A number, date or time: what makes it the same in the other text, its unit, what stands there, and where."""

    key: tuple[float, ...]
    unit: str
    text: str
    start: int
    end: int


Told = tuple[Value, frozenset[str]]  # a value and what stands beside it


def compare_swapped(
    readings: Sequence[Reading], sides: Sequence[Sequence[Number]],
    written: Sequence[Mapping[int, tuple[float, str]]], data: Lexicon, lang: str,
) -> Iterator[Difference]:  # fmt: skip
    """The pairs of values, each once in both texts, that stand for each other in the plain text.

    In: the readings of both texts, their numbers in one unit of each dimension, and the values as they are written.
    """
    numbers = [
        [
            Value((own.get(one.start, (one.value, ""))[0],), one.unit, one.text, one.start, one.end)
            for one in side if not one.weak and one.text.lower() not in SAID_AS_ONE
        ]
        for side, own in zip(sides, written, strict=True)
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
        known = [_told(reading, own, data, lang) for reading, own in zip(readings, values, strict=True)]
        for one, other in _swapped(known[0], known[1], readings[0].text, readings[1].text):
            yield Difference(kind, "exchanged", one.text, other.text, "The two stand for each other.")


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
        if not turned and (_ranged(one[0], other[0], original) or _ranged(one_now[0], other_now[0], plain)):
            continue  # "between 4 and 21 November" is one thing
        crossed = _crossed(one[1], other[1], one_now[1], other_now[1])
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


def _crossed(one: frozenset[str], other: frozenset[str], one_now: frozenset[str], other_now: frozenset[str]) -> int:
    """Of how many of two values what stands beside it only stands beside the other one in the other text; none where
    some of it stayed. Where both texts tell which of the two the way goes from, that decides; where one tells it and
    both tell the year of each, the years do."""
    ways = _way(one, other), _way(one_now, other_now)
    if all(ways):
        return 0 if ways[0] == ways[1] else 2
    years = [_year(words) for words in (one, other, one_now, other_now)]
    if any(ways) and all(years) and years[0] != years[1]:
        return 0 if years[:2] == years[2:] else 2 if years[:2] == years[:1:-1] else 0
    mine, yours, mine_now, yours_now = one - other, other - one, one_now - other_now, other_now - one_now
    if mine & mine_now or yours & yours_now:
        return 0
    return bool(mine & yours_now) + bool(yours & mine_now)


def _year(words: frozenset[str]) -> str:
    """The year that stands beside a value; "" for none, or several."""
    years = [word for word in words if YEAR.fullmatch(word)]
    return years[0] if len(years) == 1 else ""


def _way(one: frozenset[str], other: frozenset[str]) -> int:
    """1 where the way goes from the first of two values to the second, -1 for the other way, 0 where nothing tells."""
    onward = FROM in one or TO in other
    back = FROM in other or TO in one
    return onward - back


def _told(reading: Reading, values: Sequence[Value], data: Lexicon, lang: str) -> list[Told]:
    text = reading.text
    found: list[Told] = []
    ends = [0, *(match.end() for match in SENTENCE.finditer(text)), len(text) + 1]
    for start, end in pairwise(ends):
        here = sorted((one for one in values if start <= one.start < end), key=lambda one: one.start)
        here = [one for at, one in enumerate(here) if not at or one.start >= here[at - 1].end]
        if not here:
            continue
        cuts = [_cut(text, one.end, other.start) for one, other in pairwise(here)]
        begins, stops = [start, *(after for _, after in cuts)], [*(before for before, _ in cuts), end]
        beside = [
            (one, frozenset(_words(reading, one, begin, stop, data, lang)))
            for one, begin, stop in zip(here, begins, stops, strict=True)
        ]
        found.extend(_in_years(beside, [day.year for day in reading.days if start <= day.start < end and day.year]))
    return found


def _in_years(told: Sequence[Told], years: Sequence[int]) -> Sequence[Told]:
    """The values of a sentence, where one way goes from a first to a second in the course of two years: each with its
    own of these beside it ("between 1994 and 1999 it fell from 8 to 5")."""
    ways = [FROM if FROM in words else TO if TO in words else "" for _, words in told]
    if len(set(years)) != 2 or [way for way in ways if way] != [FROM, TO]:
        return told
    both = {f"y{year}" for year in years}
    own = {"": frozenset[str](), FROM: frozenset({f"y{min(years)}"}), TO: frozenset({f"y{max(years)}"})}
    return [
        (value, (words - both) | own[way]) if way else (value, words)
        for (value, words), way in zip(told, ways, strict=True)
    ]  # fmt: skip


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the piece of one value ends and that of the next begins; what may belong to either is left out."""
    for pattern in (JOIN, BEFORE_IT):
        cuts = [match.start() for match in pattern.finditer(text, start, end)]
        if cuts:
            return (cuts[0], cuts[-1]) if pattern is JOIN else (cuts[-1], cuts[-1])
    return start, end


def _words(
    reading: Reading, value: Value, begin: int, stop: int, data: Lexicon, lang: str
) -> Iterator[str]:
    text = reading.text
    for match in WORD.finditer(text, begin, stop):
        inside = value.start <= match.start() < value.end
        if not inside and match.group().lower() not in data.function_words:
            yield stem(match.group(), lang)[:LETTERS]
    yield from (match.group() for match in LETTER.finditer(text, begin, stop))
    for day in reading.days:
        if begin <= day.start < stop and not value.start <= day.start < value.end:
            yield from (f"{name}{part}" for name, part in (("y", day.year), ("m", day.month), ("d", day.day)) if part)
    if value.unit in ("date", "month", "time"):
        yield from (f"n{one.value:g}" for one in reading.numbers if begin <= one.start < stop)
    if way := WAY.search(text, max(0, value.start - 14), value.start):
        said = way["way"].lower()
        # "Up to" is how much at most, and no way.
        yield said if said == "up to" else FROM if WAYS.get(said, said) == "from" else TO
    if any(said == BY for said, _ in ways_of(text, value.start, value.end, lang)):
        yield BY_SO_MUCH  # "by 10 euros to 20", "now 20, that is 10 less"
