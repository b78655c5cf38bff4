# SPDX-License-Identifier: AGPL-3.0-or-later
"""Times of the day: "20:00", "8 p.m.", "half past eight" and "8 in the evening" are one thing said in four ways.

A time is compared as minutes after midnight. Where one of two does not say which half of the day it means, they are
the same when they are twelve hours apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.clock_in_words import clock_in_words
from pipeline.plain.numbers.dates import plain_digits

HALF_DAY = 720
MORNING = r"a\.?m\b\.?|in the morning|du matin|(?:uhr )?(?:morgens|vormittags)|de la mañana|صباحا|فجرا"
EVENING = (
    r"p\.?m\b\.?|in the (?:afternoon|evening)|at night|de l['’]après-midi|du soir"
    r"|(?:uhr )?(?:abends|nachmittags|nachts)|de la (?:tarde|noche)|مساء|بعد الظهر|عصرا"
)
HALF = re.compile(rf"\s*(?:(?:o['’]clock|heures?)\s*)?(?:(?P<am>{MORNING})|(?P<pm>{EVENING}))", re.IGNORECASE)
MARK = re.compile(r"\s*(?:o['’]clock|hours\b|hrs\b|uhr\b|heures?\b|horas?\b|h\b)", re.IGNORECASE)
NOT_WITHIN = r"(?<![\w.,:$€£])"
UNIT_AFTER = re.compile(
    r"\s*(?:%|€|\$|£|per\b|million|billion|[a-z]*(?:met|lit|gram)|km|kg|cm|mm|ml|[kmg]b\b|times|euros?\b|dollars?\b|pounds?\b"
    r"|francs?\b|cents?\b|p(?:er|our)\s?cent|prozent|por ciento"
    r"|hours? (?:of|a|per|or|in)\b)",
    re.IGNORECASE,
)
COLON = re.compile(NOT_WITHIN + r"(?P<hour>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])(?![\d:])")
POINT = re.compile(NOT_WITHIN + r"(?P<hour>[01]?[0-9]|2[0-4])\.(?P<minute>[0-5][0-9])(?!\d|[.,]\d)")
LETTER = re.compile(NOT_WITHIN + r"(?P<hour>[01]?[0-9]|2[0-4])\s?h(?:\s?(?P<minute>[0-5][0-9]))?\b", re.IGNORECASE)
BARE = re.compile(NOT_WITHIN + r"(?P<hour>1?[0-9]|2[0-4])(?![\d:])|\b(?P<word>[^\W\d_]+)")
PAST = re.compile(
    r"\b(?P<past>half past|(?:a )?quarter past|(?:a )?quarter to)\s+(?:(?P<hour>[0-9]{1,2})|(?P<word>[a-z]+))\b",
    re.IGNORECASE,
)
NOON = re.compile(
    r"\b(?:(?:12|twelve) )?(?P<noon>noon|midday|(?<!après-)midi|mediodía)\b|"
    r"\b(?:(?:12|twelve|24) )?(?:midnight|minuit|medianoche|mitternacht)\b",
    re.IGNORECASE,
)
MIDDAY, LUNCH = re.compile("midday|noon", re.I), re.compile(r"\b(?:lunch|afternoons?\b)", re.I)
HALB = re.compile(r"\b(?P<past>halb)\s+(?:(?P<hour>[0-9]{1,2})|(?P<word>[a-zäöü]+))\b", re.IGNORECASE)
NAMED = re.compile(r"الساعة\s+$")  # «الساعة السادسة»
AT_HOURS = re.compile(r"\b(?:las|à|dès|jusqu['’]à|avant|après|entre)\s+$", re.IGNORECASE)  # "a las 14 horas"
# "De 11 heures à 19 heures".
HOURS_TO = re.compile(r"(?:\s*(?:heures?|horas?|h\b))?\s+(?:à|a|hasta)\s+(?:las\s+)?\d", re.IGNORECASE)
FROM_HOURS = re.compile(rf"\b(?:de|desde)\s+$|{AT_HOURS.pattern}", re.IGNORECASE)
# What stands before a time that has no mark of its own: "between 8.15 and 9.00".
BEFORE = re.compile(
    r"(?:\b(?:at|by|from|until|till|between|before|after|to|and|than|past|hours of|around|closes?|opens?"
    r"|las|entre|desde|hasta|um|zwischen|bis|ab|dès|vers)|[-–—(])\s*$",
    re.IGNORECASE,
)
# "9.00–16.30": two that are written alike are no sums of money, unless a currency stands before them.
RANGE = re.compile(r"\s*[-–—]\s*(?:[01]?[0-9]|2[0-4])\.[0-5][0-9](?!\d)(?!\s*(?:%|€|\$|£|euros?\b|dollars?\b|EUR\b))")
MONEY_BEFORE = re.compile(r"(?:EUR|USD|GBP|CHF|[$€£¥])\s?$")
JOINED = re.compile(r"(?<![\w.,:$€£])(?P<h>1?[0-9]|2[0-4])\s*(?:and|to|until|till|[-–—])\s*$", re.IGNORECASE)
ARTICLE = re.compile(r"[وف]?(?:ال|لل)")
JOINED_WORD = re.compile(r"(?P<word>(?:ال|لل)[^\W\d_]+ة)\s+(?:(?:إلى|حتى)\s+)?$")  # «بين السادسة والتاسعة صباحا»
# An hour that was told before and stands there once more without its mark: "until 9 in the evening … at 9".
AGAIN = re.compile(
    r"\b(?:at|by|until|till|before|after|from|um|bis|ab|vor|nach|à|dès|vers|las)\s+(?P<again>(?P<hour>[01]?[0-9]|2[0-4])|(?P<word>[^\W\d_]+))"
    r"(?=\s*(?:[.,;:!?)](?!\d)|$)|\s+(?:and|or|sharp|on|every|und|oder|et|ou|y|o)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of the day: minutes after midnight, whether it says which half of the day it means, what stands there,
    and where (code points)."""

    minutes: int
    sure: bool
    text: str
    start: int
    end: int

    def same(self, other: Time) -> bool:
        """Whether two times may be one."""
        if self.minutes == other.minutes:
            return True
        return not (self.sure and other.sure) and self.minutes % HALF_DAY == other.minutes % HALF_DAY


def times(text: str, data: Lexicon) -> list[Time]:
    """The times of the day in a text, in order."""
    text = plain_digits(text)
    found = [
        Time(one.minutes, one.sure, text[one.start : one.end], one.start, one.end) for one in clock_in_words(text, data)
    ]  # fmt: skip
    found += [
        Time(HALF_DAY if match["noon"] else 0, True, match.group(), match.start(), match.end())
        for match in NOON.finditer(text)
        if all(match.end() <= one.start or one.end <= match.start() for one in found)
    ]  # fmt: skip
    for pattern in (PAST, HALB, COLON, POINT, LETTER, BARE):
        for match in pattern.finditer(text):
            if all(match.end() <= one.start or one.end <= match.start() for one in found):
                found += [time for time in (_time(match, text, data),) if time]
    found += [first for time in found for first in _joined(time, text, found, data)]
    found += list(_again(text, found, data))
    return sorted(found, key=lambda time: time.start)


def _time(match: re.Match[str], text: str, data: Lexicon) -> Time | None:
    parts = match.groupdict()
    said = parts["hour"] or parts["word"]
    hour = int(said) if parts["hour"] else _in_word(said, data)
    half = HALF.match(text, match.end())
    mark = half or MARK.match(text, match.end())
    if hour > 24 or not _is_time(match, mark, text):
        return None
    minutes = hour * 60 + int(parts.get("minute") or 0)
    if past := (parts.get("past") or "").lower():
        minutes += 30 if past.startswith("half") else -30 if past == "halb" else 15 if past.endswith("past") else -15
    if half and half["pm"] and hour < 12:
        minutes += HALF_DAY
    if half and hour == 12 and (half["am"] or "night" in half["pm"] or half["pm"].endswith("noche")):
        minutes -= HALF_DAY
    sure = bool(half) or hour > 12 or (said.startswith("0") and len(said) > 1)
    end = mark.end() if mark else match.end()
    return Time(minutes % (2 * HALF_DAY), sure, text[match.start() : end], match.start(), end)


def _in_word(word: str, data: Lexicon) -> int:
    """The hour that a word says, 99 for none; in Arabic it is an ordinal with its article («السادسة»)."""
    hour = data.units.get(word.lower(), 99)
    return 99 if not word.isascii() and "\u0600" <= word[0] <= "\u06ff" and not ARTICLE.match(word) else hour


def _is_time(match: re.Match[str], mark: re.Match[str] | None, text: str) -> bool:
    """Whether what was found is no mere number: an hour alone needs its mark ("8 p.m."; "8 hours" is how long), and
    "8.15" one, or a word before it ("until 8.15")."""
    if match.re is BARE:
        clock = mark is not None and (mark.re is HALF or bool(re.search(r"clock|uhr", mark.group(), re.IGNORECASE)))
        at, before = AT_HOURS, max(0, match.start() - 12)
        if HOURS_TO.match(text, match.end()):
            at = FROM_HOURS
        named = NAMED.search(text, before, match.start()) or (mark and at.search(text, before, match.start()))
        return clock or bool(named)
    if match.re is not POINT:
        return True
    if UNIT_AFTER.match(text, match.end()):
        return False
    if RANGE.match(text, match.end()) and not MONEY_BEFORE.search(text, 0, match.start()):
        return True
    return mark is not None or bool(BEFORE.search(text, max(0, match.start() - 12), match.start()))


def _joined(time: Time, text: str, found: list[Time], data: Lexicon) -> Iterator[Time]:
    """The hour before a time that shares its mark: "8" in "from 8 to 10 a.m."."""
    match = JOINED.search(text, max(0, time.start - 12), time.start)
    other = JOINED_WORD.search(text, max(0, time.start - 30), time.start)
    if other and ARTICLE.match(time.text) and (hour := _in_word(other["word"], data)) < 99:
        yield Time(hour * 60, False, other["word"], other.start("word"), other.end("word"))
    if match and all(one.end <= match.start("h") or match.end("h") <= one.start for one in found):
        yield Time(int(match["h"]) * 60, False, match["h"], match.start("h"), match.end("h"))


def _again(text: str, found: Sequence[Time], data: Lexicon) -> Iterator[Time]:
    """The bare hours that repeat one that the text tells as a time."""
    for match in AGAIN.finditer(text):
        hour = int(match["hour"]) if match["hour"] else _in_word(match["word"], data)
        time = Time(hour * 60, False, match["again"], match.start("again"), match.end("again"))
        if any(time.same(one) for one in found) and all(
            time.end <= one.start or one.end <= time.start for one in found
        ):
            yield time


def unlike(here: Sequence[Time], there: Sequence[Time]) -> Iterator[Time]:
    """The times of one text that the other does not have."""
    return (one for one in here if not any(one.same(other) for other in there))


def at_lunch(time: Time, there: str) -> bool:
    """Whether the other text names the meal instead of a midday without an hour ("the midday break", "over lunch")."""
    return time.minutes == HALF_DAY and bool(MIDDAY.fullmatch(time.text) and LUNCH.search(there))
