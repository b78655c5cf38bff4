# SPDX-License-Identifier: AGPL-3.0-or-later
"""The values of a text (numbers, dates, times of the day), each with what stands beside it.

What a value is said of stands before it or behind it ("44 per cent of the men", "of the men, 44 %"), in the same
clause or after a preposition. So a text is cut so that each value has its own piece, of which the words, years,
months, names and places in a row are read, and which of two the way goes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.plain.facts.by_and_to import BY, ways_of
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.poles import poles
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.numbers.shares import SHARE
from pipeline.plain.words import WORD, language, stem

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
WAY = re.compile(
    r"\b(?<!amounts )(?<!amounting )(?<!comes )(?<!equal )(?<!equivalent )(?<!limited )"
    r"(?P<way>from|instead of|rather than|up to|to|de|à|von|auf|a)\s+(?:\D{0,3})$",
    re.IGNORECASE,
)
FROM, TO, BY_SO_MUCH = "way from", "way to", "way by"
WAYS = {"instead of": "from", "rather than": "from", "de": "from", "von": "from", "à": "to", "auf": "to", "a": "to"}
REST = re.compile(r"\bthe (?:rest|remainder|remaining (?:part|share|costs?|amount|sum)|balance)\b", re.IGNORECASE)
OF_WHOLE = re.compile(r"\s+of\s+(?:the|your|its|their|our|all|these|this|that)\s+[^\W\d_]+", re.IGNORECASE)
# Which of two was there first: "before that it was 9", "50 per cent thereafter".
EARLIER = re.compile(
    r"\b(?:before(?: that| then|(?=,))|previously|formerly|until (?:now|then)|so far|used to|in the past)\b",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\b(?:thereafter|afterwards|later(?! than)|after (?:that|this|then)|from then on|in future"
    r"|(?:as of|from) \d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b(?! (?:to|until|till|\d{4} (?:to|until))\b))",
    re.IGNORECASE,
)
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


def told(reading: Reading, values: Sequence[Value], data: Lexicon, lang: str) -> list[Told]:
    """The values of a text in order, each with the stems, years, months, places in a row and ways that stand beside it.

    In: the text as it is read, its values, and its language.
    """
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
    if language(lang) == "en":
        yield from (f"p{row}{'+' if pole > 0 else '-'}" for row, pole in poles(text[begin:stop]))
    # "60 per cent of the cost and the club the rest": what both are a share of is said once.
    of_whole = OF_WHOLE.match(text, value.end) if value.unit == SHARE and REST.search(text) else None
    for match in WORD.finditer(text, begin, stop):
        inside = value.start <= match.start() < (of_whole.end() if of_whole else value.end)
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
    else:
        yield from (FROM for _ in EARLIER.finditer(text, begin, stop))
        yield from (TO for _ in LATER.finditer(text, begin, stop))
    yield from (
        f"o{one.value:g}" for one in reading.numbers
        if one.unit == "th" and begin <= one.start < stop and not value.start <= one.start < value.end  # "one third"
    )
    if any(said == BY for said, _ in ways_of(text, value.start, value.end, lang)):
        yield BY_SO_MUCH  # "by 10 euros to 20", "now 20, that is 10 less"
