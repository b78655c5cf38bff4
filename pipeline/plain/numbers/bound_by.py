# SPDX-License-Identifier: AGPL-3.0-or-later
"""What bounds a number where it stands: "at least 5", "5 or more", "the minimum fee is 5"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.plain.lexicon import Cue
from pipeline.plain.numbers.number import Number

UPWARD = (
    r"more|above|over|greater|longer|older|higher|warmer|hotter|taller|heavier|bigger|larger|wider|thicker|deeper|faster|"
    r"louder|stronger|farther|further"
)
DOWNWARD = (
    r"less|fewer|under|below|younger|lower|cooler|colder|shorter|lighter|smaller|narrower|thinner|shallower|slower|"
    r"quieter|weaker|nearer|closer|cheaper"
)
# Behind the number: "5 or more", "4 °C or colder", "30 % of it, but no lower", "a tenth at the very least".
END = r"(?=\s*(?:[.,;:!?)]|$))"
AFTER = re.compile(
    r"(?:\s+(?:°\s?)?(?!(?:and|or|but|than|if|unless)\b)[^\W\d_]+){0,6}?,?\s+"
    rf"(?:(?P<least>or (?:{UPWARD}|better|later)|and more{END}|and (?:over|above|older|upwards?)"
    r"|upwards?|(?:and )?up{END}|at (?:the )?(?:very )?(?:least|earliest)|as a minimum"
    rf"|(?:but |and )?(?:no|not|never) (?:less|lower|fewer|shorter|smaller|under|below){END}"
    r"|(?:ou|et) (?:plus|davantage)|au moins|au minimum|(?:oder|und) mehr|mindestens|[oy] más|como mínimo|al menos"
    r"|أو أكثر|فأكثر|على الأقل|كحد أدنى)"
    rf"|(?:or (?:{DOWNWARD}|earlier)|at (?:the )?(?:very )?(?:most|latest|outside)"
    rf"|as a maximum|is the most|(?:but |and )?(?:no|not|never) (?:more|higher|larger|greater|over|above){END}"
    r"|ou moins|au plus(?! t[oô]t)|au maximum"
    r"|oder weniger|höchstens|o menos|como máximo|a lo sumo|أو أقل|فأقل|على الأكثر|على أبعد حد|كحد أقصى)"
    r"|(?:(?:an? |per |of )?[a-z]+\s+){0,3}and no (?:longer|more))\b", re.I
)
# «30 Kubikmeter nicht überschreitet»: the verb that bounds comes last, and a "may" before it belongs to it.
LAST = re.compile(
    r"[^.;:!?\d]{0,40}?\b(?P<not>nicht )(?:(?P<more>(?:über(?:schr[ei]+t|st[ei]+g)|hinausg[ei])\w*)"
    r"|(?P<less>unterschr[ei]+t\w*))"
    r"|[^.;:!?,\d]{0,30}?\b(?:(?P<above>über(?:schr[ei]+t|st[ei]+g)\w*)|(?P<below>unterschr[ei]+t\w*))",
    re.IGNORECASE,
)
# «hat das 35. Lebensjahr noch nicht vollendet».
LIVED = re.compile(r"\.?\s+Lebensjahr(?:es)?\s+(?P<not>(?:noch\s+)?nicht\s+)?(?:vollendet|erreicht)", re.IGNORECASE)
BOUNDS = {"more": "at most", "less": "at least", "above": "more than", "below": "less than"}
ALLOWED = re.compile(r"\b(?:darf|dürfen|soll|sollen|kann|können)\b[^.;:!?]*$", re.IGNORECASE)
# Bounds of a number only where they stand right before it.
CLOSE = frozenset(("under", "over", "above", "below"))
LATEST = re.compile(r"no later|not later|at the latest|au plus tard|spätestens|a más tardar")
EARLIEST = re.compile(r"no earlier|not earlier|at the earliest")
BY_TIME = re.compile(r"\b(?:earlier|later|earliest|latest)$", re.IGNORECASE)
AHEAD = re.compile(r"(?:\s+[^\W\d_]+){1,3}?\s+(?:before|prior|ahead|in advance|avant|vor|antes)\b", re.I)
# "The minimum age for members is 16": the noun stands further off than other bounds.
NAMED = re.compile(
    r"\b(?:(?P<least>minimum|lower limit)|maximum|upper limit|ceiling)\b(?:\s+[^\W\d_]+){1,8}?"
    r"\s+(?:is|are|be|of|at)\s+(?:[$€£¥]\s?)?$",
    re.IGNORECASE,
)
NAMED_REACH = 90  # code points from the noun to the number
AT_LEAST, AT_MOST = "at least", "at most"


def bound_of(text: str, start: int, end: int, bounds: Sequence[Cue]) -> tuple[str, bool]:
    """The class of the bound of a number ("" for none), and whether it is said with a "not". In: a text, where the
    number begins and ends, and the words of bounds of the text."""
    bound, denied = "", False
    if after := AFTER.match(text, end):
        least = bool(after["least"]) != bool(BY_TIME.search(after.group()) and AHEAD.match(text, end))
        bound = AT_LEAST if least else AT_MOST
    elif last := LAST.match(text, end):
        bound = next(BOUNDS[way] for way in BOUNDS if last[way])
    elif lived := LIVED.match(text, end):
        bound = "less than" if lived["not"] else AT_LEAST
    elif named := NAMED.search(text, max(0, start - NAMED_REACH), start):
        bound = AT_LEAST if named["least"] else AT_MOST
    before = [cue for cue in bounds if cue.end <= start]
    for cue in reversed(before):
        if re.search(r"\d\s+(?:or|and)\s+$", text[: cue.start]):
            break  # "25 or over is £90" says it of the number before
        between = _between(cue, start, text)
        if len(between) > 16 or re.search(r"[.,;:!?]|\d", between):
            break
        if cue.text in CLOSE and between.strip() not in ("", "the", "a", "an"):
            continue  # "came under fire twice" says nothing of the number
        if len(re.findall(r"[^\W\d_]+", between)) <= 1:
            bound, denied = cue.kind, cue.text.startswith("not ")
            if cue.kind == "about" and (wider := _wider(cue, before, text)):
                bound, denied = wider.kind, wider.text.startswith("not ")  # "more than the estimated £48 million"
            if LATEST.match(cue.text) and AHEAD.match(text, end):
                bound, denied = AT_LEAST, False  # "no later than 3 days before" leaves at least 3 days
            if EARLIEST.match(cue.text) and AHEAD.match(text, end):
                bound, denied = AT_MOST, False
            break
    return bound, denied


def _between(cue: Cue, start: int, text: str) -> str:
    """What stands between a bound and its number, but for the comma of a bound that is set apart ("puede estar, como
    máximo, a 500 metros")."""
    between = text[cue.end : start].replace(" the age of", "")
    apart = between.startswith(", ") and text[: cue.start].endswith(", ")
    return between[1:] if apart else between


def bound_behind(number: Number, text: str) -> tuple[int, int] | None:
    """Where the words stand that deny what is more or less behind a number, with a "may" before it; None for none."""
    last = LAST.match(text, number.end) or LIVED.match(text, number.end)
    if not last or not last["not"]:
        return None
    allowed = ALLOWED.search(text, max(0, number.start - 120), number.start)
    return (allowed.start() if allowed else last.start("not")), last.end()


def _wider(cue: Cue, bounds: Sequence[Cue], text: str) -> Cue | None:
    """The bound that stands right before "about" and the like, and has the last word."""
    return next(
        (one for one in bounds if one.kind != "about" and one.end <= cue.start
         and text[one.end : cue.start].strip() in ("", "the", "an", "a")), None,
    )  # fmt: skip
