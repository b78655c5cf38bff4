# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes with a number and is none: units of time, length and weight, and signs of digits and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.plain.amounts import amounts, bare, key
from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.reading import Reading
from pipeline.plain.words import WORD

CODE = re.compile(r"(?<![\w.,])(?=\w*\d)(?=\w*[^\W\d_])(?:(?P<digits>\d+)(?P<unit>[a-zµ]{1,3}\b))?\w*")
# "At all hours" is no amount, and neither is "day and night", nor a time of the day told again ("by that hour").
AT_ALL_TIMES = re.compile(
    r"\b(?:at (?:all|any) hours?|(?:at|by|before|after|until|from) (?:that|this|which) hour"
    r"|day (?:and|or) night|night (?:and|or) day)\b",
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


Amounts = set[tuple[float, str]]


def _measured(reading: Reading, data: Lexicon) -> tuple[dict[str, tuple[str, Amounts]], Amounts]:
    """The units that a text says without a number ("a week"; of the others the number tells), each with the word for
    it and what it is in the unit of its dimension; and all the amounts of the text."""
    found: dict[str, tuple[str, Amounts]] = {}
    numbered = [one for one in amounts(reading.numbers, reading.text, data) if one.unit]
    always = [match.span() for match in AT_ALL_TIMES.finditer(reading.text)]
    for match in WORD.finditer(reading.text):
        unit = data.measures.get(match.group().lower())
        if any(start <= match.start() < end for start, end in always):
            continue
        if unit and not any(one.end == match.end() or match.group() in one.text.split() for one in numbered):
            found.setdefault(unit, (match.group(), set()))[1].update(bare(unit))
    return found, {key(one) for one in numbered}.union(*(amount for _, amount in found.values()))
