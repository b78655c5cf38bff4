# SPDX-License-Identifier: AGPL-3.0-or-later
"""Shares that are said in words: "a third of it", "two members in three", "every tenth boat", "of every hundred euros
five", "the last fifth"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isclose

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.scales import SCALES

SHARE = "share"
HALF_A = re.compile(r"\s+(?:of\s+)?an?\s+(?P<unit>[^\W\d_]+)")
PARTS = {
    "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "fifteenth": 15, "sixteenth": 16, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_PART = "|".join((*PARTS, "fourth"))
# "A third of it", "one eighth", "two fifths". A "third" that stands by itself is an ordinal.
_SAID = re.compile(
    r"\b(?P<by>(?:by|to|almost|nearly|about|around|barely|over|under|than|least|most)\s+)?"
    rf"(?P<many>an?|one|two|three|four|five|six|seven|eight|nine)[\s-](?P<part>{_PART})(?P<plural>s?)\b"
    r"(?P<of>\s+(?:or (?:more|less)|of|as|less|more|lower|higher|"
    r"smaller|larger|bigger|fewer|cheaper|shorter|longer|lighter|off|(?:(?:is|was|be)\s+taken|comes|goes)\s+off)\b)?",
    re.IGNORECASE,
)
# "You pay the last fifth yourself": what is left, in so many parts.
_LAST = re.compile(
    rf"\bthe (?:last|final|remaining|other|missing) (?P<part>{_PART})(?=\s+(?:of|is|are|was|were|goes|go|comes|come"
    r"|follows|follow|when|once|after|upon|on|must|may|can|to|from|in|yourself|itself|themselves|falls)\b|\s*[.,;:]|$)",
    re.IGNORECASE,
)
_EVERY_NTH = re.compile(
    rf"\b(?:every|each) (?P<part>second|(?!quarter)(?:{_PART})) (?P<noun>[^\W\d_]+)\b", re.IGNORECASE
)
_COUNT = (
    r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_ROUND = r"(?:an? |one )?hundred|100|(?:an? |one )?thousand|1[,. ]?000"
_NOUN = r"(?:\s+[^\W\d_]+){0,2}"
# "One household in every five", "of every eight members only one", "two out of three", "three euros on each hundred".
_TURNED = re.compile(
    rf"\b(?P<part>{_COUNT}){_NOUN}?\s+(?:(?:out of(?: (?:every|each))?|(?:in|of) (?:every|each))"
    rf"\s+(?P<whole>{_ROUND}|{_COUNT})|(?:on|for|from) (?:every|each)\s+(?P<round>{_ROUND}))\b", re.IGNORECASE,
)  # fmt: skip
# "One school in five"; not "one visit in five days".
_ONE_IN = re.compile(
    rf"\b(?P<part>one)\s+[^\W\d_]+\s+in\s+(?P<whole>{_ROUND}|{_COUNT})\b"
    r"(?!\s+(?:minutes|hours|days|weeks|months|years)\b)",
    re.IGNORECASE,
)
# "Two votes in three are enough": nothing that is counted follows.
_SOME_IN = re.compile(
    rf"\b(?P<part>two|three|four|five|six|seven|eight|nine)\s+[^\W\d_]+s\s+in\s+(?P<whole>{_ROUND}|{_COUNT})\b"
    r"(?=\s*(?:[.,;:)]|$)|\s+(?:is|are|was|were|has|have|had|must|can|may|need|will|who|do|did|say|said|vote|voted|agree"
    r"|want|of (?:the|those|them|all))\b)",
    re.IGNORECASE,
)
_OF_EVERY = re.compile(
    rf"(?<!out )\bof (?:every|each) (?P<whole>{_COUNT})\b[^.;:!?\d]{{1,40}}?\b(?P<part>{_COUNT})\b", re.IGNORECASE
)
# "Of every hundred children, eighteen were ill", "for every 1,000 euros of value, five".
_OF_ROUND = re.compile(
    rf"\b(?:of|for) (?:every|each) (?P<whole>{_ROUND})\b[^.;:!?\d]{{1,60}}?[, ](?P<part>{_COUNT})\b"
    r"(?! (?:hundred|thousand|per))", re.IGNORECASE,
)  # fmt: skip
_ONE_OUT_OF = re.compile(
    r"\b(?:une?|uno|una|eine?[rs]?)\s+(?:(?:[^\W\d_]+\s+)?(?:sur|de cada)|von)\s+(?P<whole>\d+|[^\W\d_]+)",
    re.IGNORECASE,
)
_ONE_TO_NINE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
FEW = 20  # of whom some are said to be so and so many: "two in five"
WHOLES = frozenset({10, 100, 1000})
_ENDLESS = tuple(count / part for part in (3, 6) for count in range(1, part) if (count * 100) % part)


def shares(text: str, data: Lexicon) -> Iterator[Number]:
    """The shares that a text says in words, and parts of a unit of time ("three quarters of an hour")."""
    for match in _SAID.finditer(text):
        many, part = match["many"].lower(), match["part"].lower().replace("fourth", "quarter")
        count = 1 if many in ("a", "an", "one") else _ONE_TO_NINE.index(many) + 1
        unit = HALF_A.match(text, match.end("plural"))
        start = match.start("many")
        if unit and (measure := data.measures.get(unit["unit"].lower())):
            if measure in SCALES and (count > 1 or part != "quarter"):  # one quarter of it is read as it is
                dimension, scale = SCALES[measure]
                yield Number(count / PARTS[part] * scale, dimension, "", text[start : unit.end()], start, unit.end())
            continue
        if many not in ("a", "an") or match["of"] or match["by"]:
            end = match.end("plural")
            yield Number(count / PARTS[part], SHARE, "", text[start:end], start, end)
    for match in _LAST.finditer(text):
        part = match["part"].lower().replace("fourth", "quarter")
        yield Number(1 / PARTS[part], SHARE, "", match["part"], match.start("part"), match.end())
    yield from _one_of_a_row(text, data)
    for match in _ONE_OUT_OF.finditer(text):
        of = count_of(match["whole"], data)
        if 1 < of <= FEW or of in WHOLES:
            yield share_of(1 / of, match)
    for pattern in (_OF_ROUND, _TURNED, _ONE_IN, _SOME_IN, _OF_EVERY):
        for match in pattern.finditer(text):
            whole = match["whole"] or match["round"]
            counts = _count(match["part"], data), _count(whole, data)
            if 0 < counts[0] < counts[1]:
                yield share_of(counts[0] / counts[1], match)


def _one_of_a_row(text: str, data: Lexicon) -> Iterator[Number]:
    """ "Every tenth member"; of times that is how often, and no share."""
    for match in _EVERY_NTH.finditer(text):
        part = match["part"].lower().replace("fourth", "quarter")
        if match["noun"].lower() not in data.measures:
            yield share_of(1 / PARTS.get(part, 2), match)


def share_of(value: float, match: re.Match[str]) -> Number:
    """A share that a match says."""
    return Number(value, SHARE, "", match.group(), match.start(), match.end())


def count_of(word: str, data: Lexicon) -> float:
    """What a number of one word or in digits counts; 0 where it is none."""
    return float(word) if word.isdigit() else float(data.units.get(word.lower(), 0))


def in_full(value: float) -> float:
    """A share in per cent as the fraction that it rounds: 33.3 per cent are a third."""
    digits = len(f"{value * 100:.6g}".partition(".")[2])
    return next((exact for exact in _ENDLESS if isclose(value, round(exact, 2 + digits), abs_tol=1e-9)), value)


def _count(word: str, data: Lexicon) -> int:
    word = word.lower().split()[-1]
    digits = re.sub(r"[,. ]", "", word)
    return int(digits) if digits.isdigit() else int(data.scales.get(word, data.units.get(word, 0)))
