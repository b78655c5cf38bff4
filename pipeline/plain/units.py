# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes with a number and is none: units of time, length and weight, and signs of digits and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.plain.cues import Difference
from pipeline.plain.dates import dates
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers import numbers
from pipeline.plain.words import WORD

CODE = re.compile(r"(?<![\w.,])(?=\w*\d)(?=\w*[^\W\d_])(?:(?P<digits>\d+)(?P<unit>[a-zµ]{1,3}\b))?\w*")


def compare_codes(original: str, plain: str, data: Lexicon) -> Iterator[Difference]:
    """Signs of digits and letters that are no numbers ("Form 27B", "10am"): lost or added. Where small letters
    follow the digits they are a unit, which may be written apart."""
    texts = (original, plain)
    for change, here, there in (("lost", 0, 1), ("added", 1, 0)):
        told = [(one.start, one.end) for one in numbers(texts[here], data)]
        told += [(one.start, one.end) for one in dates(texts[here], data)]
        others = {code.casefold() for code in re.findall(r"\w+", texts[there])}
        for match in CODE.finditer(texts[here]):
            if any(start <= match.start() < end for start, end in told) or match.group().casefold() in others:
                continue
            if match["unit"] and any(re.match(rf"{match['digits']}(?!\d)", code) for code in others):
                continue
            yield Difference("numbers", change, *((match.group(), "") if not here else ("", match.group())))


def compare_units(original: str, plain: str, data: Lexicon) -> Iterator[Difference]:
    """A unit of time, length or weight that is not in the other text, where another one came: weeks, months."""
    ours, theirs = (
        {data.measures[word.lower()]: word for word in WORD.findall(text) if word.lower() in data.measures}
        for text in (original, plain)
    )
    gone, came = (sorted(one.keys() - other.keys()) for one, other in ((ours, theirs), (theirs, ours)))
    if gone and came:
        yield Difference("numbers", "exchanged", ours[gone[0]], theirs[came[0]], "The unit changed.")
