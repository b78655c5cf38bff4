# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes with a number and is none: units of time, length and weight, and signs of digits and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.amounts import amounts, key
from pipeline.plain.numbers.bare_units import bare
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.read_numbers import Read
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.numbers.scales import DIMENSIONS
from pipeline.plain.words import WORD

YEAR = 12  # months
COUNTS = frozenset(("", "th"))  # the units of numbers that only count
CODE = re.compile(
    r"(?<![\w.,])(?!(?:[وفبلك]|ال)\d)(?=\w*\d)(?=\w*[^\W\d_])(?:(?P<digits>\d+)(?P<unit>[a-zµ]{1,3}\b))?\w*"
)
# "At all hours" is no amount, and neither is "day and night", nor a time of the day told again ("by that hour").
AT_ALL_TIMES = re.compile(
    r"\b(?:at (?:all|any) hours?|(?:at|by|before|after|until|from) (?:that|this|which) hour"
    r"|day (?:and|or) night|night (?:and|or) day)\b"
    r"|(?<!\w)[وف]?آخر يوم (?:ل|هو)|\b(?:dernier jour pour|letzter tag|último día para)\b",
    re.IGNORECASE,
)


def compare_codes(original: Reading, plain: Reading) -> Iterator[Difference]:
    """Signs of digits and letters that are no numbers ("Form 27B", "10am"): lost or added. Where small letters
    follow the digits they are a unit, which may be written apart."""
    for change, here, there in (("lost", original, plain), ("added", plain, original)):
        told = [(number.start, number.end) for number in here.numbers]
        told += [(day.start, day.end) for day in here.days] + [(time.start, time.end) for time in here.clock]
        others = {code.casefold() for code in re.findall(r"\w+", there.text)}
        for match in CODE.finditer(here.text):
            if any(start <= match.start() < end for start, end in told) or match.group().casefold() in others:
                continue
            if match["unit"] and any(re.match(rf"{match['digits']}(?!\d)", code) for code in others):
                continue
            yield Difference("numbers", change, *((match.group(), "") if change == "lost" else ("", match.group())))


def compare_units(original: Reading, plain: Reading, data: Lexicon) -> Iterator[Difference]:
    """A unit of time, length or weight that is not in the other text, where another one came: weeks, months. Not
    where they say the same ("36 months", "three years")."""
    (ours, said), (theirs, now_said) = (_measured(reading, data) for reading in (original, plain))
    gone, came = (
        sorted(unit for unit, (_, amount) in here.items() if unit not in there and not amount <= others)
        for here, there, others in ((ours, theirs, now_said), (theirs, ours, said))
    )
    if gone and came:
        yield Difference("numbers", "exchanged", ours[gone[0]][0], theirs[came[0]][0], "The unit changed.")


def compare_numbered_units(ours: Read, theirs: Read) -> Iterator[Difference]:
    """A number that stands in the plain text with another unit, or with the unit of another number."""
    yield from _other_unit(ours, theirs)
    yield from _units_exchanged(ours, theirs)


def _other_unit(ours: Read, theirs: Read) -> Iterator[Difference]:
    """A number that stands there with another unit only: "five days", "five weeks"."""
    there = {key(other) for other in theirs.all} | set(theirs.bare)
    here = {key(one) for one in ours.all} | set(ours.bare)
    for one in ours.all:
        if one.unit not in DIMENSIONS or key(one) in there:
            continue
        same = [other for other in theirs.all if theirs.written[other.start] == ours.written[one.start]]
        if same and all(other.unit in DIMENSIONS and key(other) not in here for other in same):
            yield Difference("numbers", "exchanged", one.text, same[0].text, "The unit changed.")


def _units_exchanged(ours: Read, theirs: Read) -> Iterator[Difference]:
    """Two numbers of which the one lost its unit and the other one came by it: "90 days after the 30th", "30 days after
    the 90th"."""
    mine, yours = (
        {side.written[one.start][0]: one for one in side.all if one.start in side.written and not one.weak}
        for side in (ours, theirs)
    )
    both = [
        value for value in mine
        if value in yours and value > 1 and not any(_is_age(side[value], value) for side in (mine, yours))
    ]
    lost = [value for value in both if mine[value].unit in DIMENSIONS and yours[value].unit in COUNTS]
    came = [value for value in both if yours[value].unit in DIMENSIONS and mine[value].unit in COUNTS]
    if lost and came and mine[lost[0]].unit == yours[came[0]].unit:
        yield Difference("numbers", "exchanged", mine[lost[0]].text, yours[came[0]].text, "The unit changed.")


def _is_age(one: Number, written: float) -> bool:
    """Whether a number may be an age, which stands with and without its years."""
    return one.unit == "months" and one.value == YEAR * written


Amounts = set[tuple[float, str]]


def _measured(reading: Reading, data: Lexicon) -> tuple[dict[str, tuple[str, Amounts]], Amounts]:
    """The units that a text says without a number ("a week"; of the others the number tells), each with the word for
    it and what it is in the unit of its dimension; and all the amounts of the text."""
    found: dict[str, tuple[str, Amounts]] = {}
    numbered = [one for one in amounts(reading.numbers, reading.text, data) if one.unit]
    always = [match.span() for match in AT_ALL_TIMES.finditer(reading.text)]
    always += [(day.start, day.end) for day in reading.days]  # «15 من شهر مارس»
    for match in WORD.finditer(reading.text):
        unit = data.measures.get(match.group().lower())
        if any(start <= match.start() < end for start, end in always):
            continue
        if unit and not any(one.end == match.end() or match.group() in one.text.split() for one in numbered):
            found.setdefault(unit, (match.group(), set()))[1].update(bare(unit))
    return found, {key(one) for one in numbered}.union(*(amount for _, amount in found.values()))
