# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation is as long as its text lets expect: no half of it is missing, and the next one is not in it too.

What it does
: Takes from the file itself how long its translations are beside their texts (the median, and how far they lie from
  it), and tells a sentence whose target has less than two fifths of that; one whose target is shorter than three
  quarters of it, far outside what the others are, and has fewer clauses; and a target that ends with the next one's as
  well.

Why it matters
: Half a sentence is a sentence that says something else, and it reads well.

Example
: «Do not switch it on if its number is in the table.» with the target «Ne pas allumer».

Fix
: Complete the target in the translation tool.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import exp, log
from statistics import median
from typing import NamedTuple

from pipeline.checks.parity.cldr import joining
from pipeline.checks.parity.units import at_unit, file_of, short
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.translate.leverage import text_of
from pipeline.translate.pieces import FileUnit, Segment

ENOUGH = 8
"""From how many translations on their median says something."""
MANY = 16
"""From how many on they say also how far one may lie from it."""
LONG = 25
"""How many letters a text has whose translation's length is no chance."""
LEAST, WHOLE, MORE = 0.4, 0.75, 1.4
"""Shares of the expected length: too short; long enough to be whole; too long for one text alone."""
FAR, SWING = 3.0, 0.08
"""How many deviations from the median are far, and the least that a deviation counts (of natural logarithms)."""


MARK = re.compile(r"[,;:.!?،؛؟–—](?=\s+\W*\w)|[。、，；：](?=\w)")
"""A mark with words behind it that stands in no number."""


class _Pair(NamedTuple):
    unit: FileUnit
    source: str
    target: str
    there: int
    here: int


def look(subject: Subject) -> Iterator[Finding]:
    """Each translated segment beside all others."""
    file = file_of(subject)
    pairs = list(_pairs(file.units.values()))
    ratios = [pair.here / pair.there for pair in pairs if pair.there >= LONG]
    if len(ratios) < ENOUGH:
        raise NotApplicable("too few translations to say how long one is")
    usual = median(ratios)
    far = _far(ratios, usual)
    whole = _by_unit(pairs)
    joins = [joining(lang) for lang in (file.source_lang, file.target_lang)]
    for pair in pairs:
        if pair.there < LONG or pair.here >= WHOLE * usual * pair.there:
            continue
        if _is_beside(pair, *whole[pair.unit.id], usual):
            continue
        there, here = (clauses(text, join) for text, join in zip((pair.source, pair.target), joins, strict=True))
        cut = pair.here < far * pair.there and here < there
        if cut or pair.here < LEAST * usual * pair.there:
            message = f"The target of «{short(pair.source)}» is much too short for it: «{short(pair.target)}»."
            yield at_unit(RULE, subject, pair.unit.id, message)
    for pair, following in pairwise(pairs):
        if _holds(pair, following, usual):
            message = f"The target of «{short(pair.source)}» has the next text's too: «{short(following.target)}»."
            yield at_unit(RULE, subject, pair.unit.id, message)


def _far(ratios: Sequence[float], usual: float) -> float:
    """Below which ratio a target lies far outside what the others are: by the median of their distances from the
    median (in logarithms), which a few faults do not move."""
    if len(ratios) < MANY:
        return 0.0
    away = median(abs(log(ratio / usual)) for ratio in ratios if ratio > 0) * 1.4826
    return min(usual * exp(-FAR * max(away, SWING)), WHOLE * usual)


def _is_beside(pair: _Pair, there: int, here: int, usual: float) -> bool:
    """Whether the rest of the unit is longer than expected by half of what a target lacks: it may stand there. In: the
    lengths of the whole unit."""
    lacks = usual * pair.there - pair.here
    return (here - pair.here) - usual * (there - pair.there) >= lacks / 2


def clauses(text: str, join: str = "") -> int:
    """How many clauses a text has: one more than it has marks between its words, and words that join two (``join``)."""
    return 1 + len(MARK.findall(text)) + (text.casefold().split().count(join) if join else 0)


def _pairs(units: Iterable[FileUnit]) -> Iterator[_Pair]:
    for unit in units:
        for segment in unit.segments:
            source, target = _text(segment), _text(segment, target=True)
            if not segment.ignorable and source and target:
                yield _Pair(unit, source, target, _letters(source), _letters(target))


def _text(segment: Segment, *, target: bool = False) -> str:
    pieces = (segment.target or ()) if target else segment.source
    return " ".join(text_of(pieces).split())


def _letters(text: str) -> int:
    """Letters and digits; vowel signs of Indic scripts and of Arabic are no letters of their own."""
    return sum(map(str.isalnum, unicodedata.normalize("NFC", text)))


def _by_unit(pairs: Sequence[_Pair]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for pair in pairs:
        there, here = found.get(pair.unit.id, (0, 0))
        found[pair.unit.id] = there + pair.there, here + pair.here
    return found


def _holds(pair: _Pair, following: _Pair, usual: float) -> bool:
    """Whether a target has the next one at its end, and its text has not."""
    own, other = pair.target, following.target
    rest = own.removesuffix(other)
    if rest == own or not rest.endswith(" ") or following.here < 4 or pair.unit.id == following.unit.id:
        return False
    if following.source.casefold() in pair.source.casefold() or not pair.there:
        return False
    expected = usual * pair.there
    return pair.here > MORE * expected and abs(_letters(rest) - expected) < abs(pair.here - expected)


def _file(target: str, last: str = "Sieben Bienen.") -> str:
    """Eight sentences of which each has its like, and a ninth."""
    seen = "".join(
        f'</target></segment></unit><unit id="u{n}"><segment state="translated"><source>The bees of hive {n} fly over '
        f"the river.</source><target>Die Bienen von Stock {n} fliegen über den Fluss."
        for n in range(8)
    )
    return (
        f'{target}{seen}</target></segment></unit><unit id="x"><segment state="translated"><source>Seven bees.</source>'
        f'<target>{last}</target></segment></unit><unit id="y"><segment state="translated"><source>All are at home.'
        "</source><target>Alle sind zu Hause."
    )


SENTENCE = "Do not open the hive if the number on its door is in the table."

LIKE = tuple(
    (f"In the year {year} the keepers of the village counted their bees.",
     f"Im Jahr {year} zählten die Imker des Dorfes ihre Bienen.")
    for year in range(1990, 2000)
)  # fmt: skip

RULE = Rule(
    id="unit-length",
    title="A translation is as long as its text lets expect",
    severity=Severity.WARNING,
    clauses=(),
    looks={Format.XLIFF: look},
    fix="Complete the target in the translation tool, or take out what belongs to the next one.",
    good=(
        targets("Wash the frames, dry the boxes, and at the end close the lid.",
                _file("Waschen Sie die Rahmen, trocknen Sie die Kästen und schließen Sie den Deckel."),
                lang="de", more=LIKE),
        targets(SENTENCE, _file("Öffnen Sie den Stock nicht, wenn seine Nummer in der Tabelle steht."), lang="de"),
        targets(SENTENCE, _file("Stock zu lassen, wenn Nummer in der Tabelle."), lang="de"),
    ),
    bad=(
        targets("Wash the frames, dry the boxes, and at the end close the lid.", _file("Die Rahmen zuerst waschen."),
                lang="de", more=LIKE),
        targets(SENTENCE, _file("Öffnen Sie den Stock"), lang="de"),
        targets("The late shift goes from ten to six and only people who want to do it.",
                "Die späte Schicht geht von zehn bis sechs.", lang="de", more=(*LIKE, *LIKE)),
        targets(SENTENCE, _file("Den Stock nicht öffnen, wenn seine Nummer in der Tabelle steht.",
                                "Sieben Bienen. Alle sind zu Hause."), lang="de"),
    ),
    question="Is each translation whole?",
)
