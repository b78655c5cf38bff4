# SPDX-License-Identifier: AGPL-3.0-or-later
"""On which side of a date something lies: before it or after it.

"Must not be handed in after 3 May" and "by 3 May" are one side; "by 3 May … if it comes later" tells both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Cue, Lexicon
from pipeline.plain.numbers.dates import Date
from pipeline.plain.numbers.edges import AFTER, BEFORE, edge_of, side_behind
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.text.sides import sentence_around

_TIME_WORDS = re.compile(
    r"\b(?:(?P<before>before|by|until|till|up to(?: and including)?|through|no later than|not later than"
    r"|prior to|avant|vor|bis|antes|hasta|قبل|حتى)"
    r"|(?P<after>after|since|from|as of|(?<!the )following|later than|après|depuis|nach|seit|ab|después|desde|بعد|منذ)"
    r"(?=\s+(?:the\s+|le\s+|el\s+|dem\s+)?$))\s*(?:the\s+|le\s+|el\s+)?$",
    re.IGNORECASE,
)
_DEADLINE = frozenset(("by", "before", "no later than", "not later than"))
_FORBIDS = re.compile(r"\b(?:must|may|shall|can|should)\s*(?:not|n['’]t|never)$", re.IGNORECASE)
_REACH, _WORDS = 60, 7  # code points and words from a denial to the "after" that it turns round
# Where a denial ends: at a stop, at a figure, at a word with which another statement begins.
_CUT = re.compile(
    r"[.,;:!?\d]|\b(?:must|shall|may|can|will|should|ha(?:s|ve) to|if|unless|but|and|until|who|that|which)\b",
    re.IGNORECASE,
)
# Behind a date: what comes on its other side, there or in the next sentence.
_NEXT = r"[^.;!?]*(?:[.;!?]\s[^.;!?]*)?"
_OTHER_SIDE = {
    BEFORE: re.compile(
        rf"{_NEXT}\b(?:later|late|afterwards|after (?:that|this|it)|thereafter|younger|newer)\b", re.IGNORECASE
    ),
    AFTER: re.compile(rf"{_NEXT}\b(?:earlier|early|before (?:that|this|then|it)|until then|older)\b", re.IGNORECASE),
}  # fmt: skip


def side_of(text: str, date: Date) -> str:
    """The side of a date that the words before it name; "" for none."""
    if behind := side_behind(text, date):
        return behind
    match = _said(text, date)
    return "" if not match else BEFORE if match["before"] else AFTER


def compare_sides(
    before: Reading, after: Reading, same: Sequence[Sequence[Date]], data: Lexicon
) -> Iterator[Difference]:
    """Dates of the original that something must now come before instead of after. A note where one of the texts tells
    what comes on either side. In: both texts; for each date of the original, those of the plain text that are it."""
    original, plain = before.text, after.text
    for one, others in zip(before.days, same, strict=True):
        was, now = side_of(original, one), {side_of(plain, other): other for other in others}
        if was and was in now and (begun := _a_year_on(original, one, plain, now[was])):
            yield begun
        if not was or was in now or not now.keys() - {""}:
            continue
        side = min(now.keys() - {""})
        said, said_now = (original, one), (plain, now[side])
        if not _turned_round(*said, *said_now, data) and not _turned_round(*said_now, *said, data):
            weak = _other_side_told(*said) or _other_side_told(*said_now)
            yield Difference("dates", "exchanged", f"{was} {one.text}", f"{side} {now[side].text}", weak=weak)


def _a_year_on(text: str, one: Date, there: str, other: Date) -> Difference | None:
    """That something begins or ends at the other end of a month or year that both texts name ("after 2027", "from
    2027 on"); a day is told too loosely for that."""
    edges = edge_of(text, one), edge_of(there, other)
    if one.day or other.day or None in edges or edges[0] == edges[1]:
        return None
    return Difference("dates", "exchanged", _with_side(text, one), _with_side(there, other), "It is its other end.")


def _with_side(text: str, date: Date) -> str:
    """A date with the words that bound it."""
    start = match.start() if (match := _said(text, date)) else date.start
    return text[start : date.end + 12].partition(",")[0].strip()


def _said(text: str, date: Date) -> re.Match[str] | None:
    return _TIME_WORDS.search(text, max(0, date.start - 25), date.start)


def _turned_round(text: str, date: Date, there: str, other: Date, data: Lexicon) -> bool:
    """Whether a text forbids what comes after a date that the other text, which denies nothing, sets as the last."""
    match = _said(text, date)
    if match is None or not match["after"] or _denials(there, *sentence_around(there, other.start), data):
        return False
    return any(
        _FORBIDS.search(text, max(0, cue.start - 8), cue.end) and len(text[cue.end : match.start()].split()) <= _WORDS
        and not _CUT.search(text, cue.end, match.start())
        for cue in _denials(text, max(0, match.start() - _REACH), match.start(), data)
    )  # fmt: skip


def _denials(text: str, start: int, end: int, data: Lexicon) -> list[Cue]:
    """What denies between two places of a text; "no later than" denies nothing."""
    bounds = [(cue.start, cue.end) for cue in data.bounds.find(text)]
    return [
        cue for cue in data.negation.find(text)
        if cue.strong and start <= cue.start and cue.end <= end and not any(at <= cue.start < to for at, to in bounds)
    ]  # fmt: skip


def _other_side_told(text: str, date: Date) -> bool:
    """Whether a text that sets a last day says beside it what comes later, or one with a first day what earlier."""
    match = _said(text, date)
    if match and match["before"] and match["before"].lower() not in _DEADLINE:
        return False
    side = side_of(text, date)
    return bool(side) and bool(_OTHER_SIDE[side].match(text, date.end))
