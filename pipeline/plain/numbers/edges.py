# SPDX-License-Identifier: AGPL-3.0-or-later
"""The day at which something begins or ends that a text dates: "before 1980" and "1979 or earlier" end alike, "after
2027", "from 1 January 2028" and "2028 or later" begin alike. English only."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.plain.numbers.dates import Date

_ANY_YEAR = 2001  # of a day without one
_REACH = 40  # code points before a date
# In the order in which they are tried: the longer first.
_IN_FRONT = re.compile(
    r"\b(?:(?P<not_before>no earlier than|not earlier than|not before|on or after|from|since|as of|as from"
    r"|starting(?: on)?|beginning(?: on)?|with effect from|effective)"
    r"|(?P<not_after>no later than|not later than|not after|on or before|by|until|till|up to|through|to)"
    r"|(?P<before>before|prior to|earlier than|ahead of)|(?P<after>after|later than|following|past))"
    r"\s+(?:(?:and including|the)\s+)?"
    r"(?P<end>(?:end|close|last day|turn) of\s+(?:the\s+)?(?:(?:tax |financial |calendar )?year\s+)?)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+(?:(?P<not_before>(?:or|and) (?:later|after(?:wards)?|newer|younger|since)|onwards?|at the earliest"
    r"|on(?=\s*[.,;:]|$))"
    r"|(?P<not_after>(?:or|and) (?:earlier|before|older|sooner)|at the latest))",
    re.IGNORECASE,
)
BEFORE, AFTER = "before", "after"


@dataclass(frozen=True, slots=True)
class Edge:
    """The first day (without a year: of the year 2001) of what comes after, and on which side of it something lies."""

    day: datetime.date
    side: str
    dated: bool


def side_behind(text: str, date: Date) -> str:
    """The side of a date that the words behind it name ("1980 or later"); "" for none."""
    match = _BEHIND.match(text, date.end)
    return "" if not match else AFTER if match["not_before"] else BEFORE


def edge_of(text: str, date: Date) -> Edge | None:
    """Where what a date bounds begins or ends; None where the text does not say, or dates what is no day."""
    first, last = _days(date)
    if first is None or last is None:
        return None
    after = last + datetime.timedelta(days=1)
    if match := _BEHIND.match(text, date.end):
        return _edge(first, AFTER, date) if match["not_before"] else _edge(after, BEFORE, date)
    match = _IN_FRONT.search(text, max(0, date.start - _REACH), date.start)
    if not match:
        return None
    if match["end"]:  # "by the end of 2029", "after the end of June"
        return _edge(after, BEFORE if match["not_after"] else AFTER, date) if not match["before"] else None
    if match["not_before"] or match["after"]:
        return _edge(first if match["not_before"] else after, AFTER, date)
    if match["before"]:
        return _edge(first, BEFORE, date)
    return _edge(after, BEFORE, date) if date.day else None  # "until May" may be its first day or its last


def with_the_edge(days: Sequence[Date], text: str, others: Sequence[Date], there: str) -> set[Date]:
    """The dates of a text that bound something where one of the other text bounds it: "before 1980", "1979 or
    earlier"."""
    edges = {edge for other in others if (edge := edge_of(there, other))}
    return {one for one in days if edge_of(text, one) in edges}


def meet(one: Date, text: str, other: Date, there: str) -> bool:
    """Whether what one text has on one side of a day begins or ends where it does in the other text."""
    here, now = edge_of(text, one), edge_of(there, other)
    return here is not None and now is not None and here.day == now.day and here.dated == now.dated


def _edge(day: datetime.date, side: str, date: Date) -> Edge:
    return Edge(day if date.year else day.replace(year=_ANY_YEAR), side, bool(date.year))


def _days(date: Date) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day that a date names."""
    year, month = date.year or _ANY_YEAR, date.month
    if not month:
        return (datetime.date(year, 1, 1), datetime.date(year, 12, 31)) if date.year and not date.day else (None, None)
    most = monthrange(year, month)[1] if 1 <= month <= 12 else 0
    if not most or date.day > most:
        return None, None
    return datetime.date(year, month, date.day or 1), datetime.date(year, month, date.day or most)
