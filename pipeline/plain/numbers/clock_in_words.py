# SPDX-License-Identifier: AGPL-3.0-or-later
"""Times of the day as French and Spanish say them in words: "à dix-neuf heures quarante-cinq", "midi et demi", "a las
ocho y media", "de nueve a catorce horas". How long something lasts ("dix-huit heures de cours") is none of these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.number_words import in_words

HOUR, NOON, LAST, REACH = 60, 12, 24, 24
_FRENCH, _SPANISH = "heures", "horas"  # whether a lexicon measures in them
_MARK = {_FRENCH: re.compile(r"\s*(?:heures?\b|h\b)", re.I), _SPANISH: re.compile(r"\s*(?:horas?\b|h\b)", re.I)}
_ONE = re.compile(r"\bune(?=\s+heure\b)|(?<=\bla )una\b", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\w.,:$€£])(?:1?\d|2[0-4])(?![\d:.,]\d|\w)")
# What stands before an hour, and before the first of two.
_AT = {
    _FRENCH: re.compile(r"(?:\b(?:dès|avant|après|vers|depuis|entre|jusqu['’]?à|à partir de|à)|(?<!\w)[–-])\s*$", re.I),
    _SPANISH: re.compile(r"\blas?\s+$", re.IGNORECASE),
}  # fmt: skip
_FROM = re.compile(r"\b(?:de|entre)\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:à|a|et|y)\s+", re.IGNORECASE)
# "Limité à vingt heures", "de cinq à dix heures par semaine" are lengths.
_LENGTH_BEFORE = re.compile(
    r"\b(?:limit|fix|port|rédui|réduc|plafonn|élev|inférieur|supérieur|égal|redu[cz]|ascien|correspond|équiva)[^\W\d_]*\s+"
    r"(?:à|a las?)\s+$",
    re.IGNORECASE,
)
_LENGTH_BEHIND = re.compile(
    r"\s*(?:de\b(?! l['’]après|\s+la (?:mañana|tarde|noche|madrugada)|\s+(?:lunes|martes|cada|todos))|d['’]|par\b|"
    r"supplémentaires?|consécuti|continu|hebdo|mensuel|au (?:moins|plus|maximum|minimum)|ou plus|seguid|semanal|"
    r"extra|lectiv|al (?:día|mes|año)|por (?:semana|día|mes|curso)|diari|como (?:máx|mín)|o más)",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(
    r"\s*(?:(?P<am>du matin|de la mañana|de la madrugada)|(?P<pm>de l['’]après-midi|du soir|de la tarde|de la noche)"
    r"|(?P<noon>del mediodía|del día))",
    re.IGNORECASE,
)
_MORE = {
    "et demie": 30, "et demi": 30, "et quart": 15, "moins le quart": -15, "moins dix": -10, "moins cinq": -5,
    "moins vingt": -20, "y media": 30, "y cuarto": 15, "menos cuarto": -15, "menos diez": -10, "menos cinco": -5,
    "menos veinte": -20, "y cinco": 5, "y diez": 10, "y veinte": 20, "y veinticinco": 25,
}  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:\s+(?:et|y)\s+[^\W\d_]+)?(?:\s+horas)?")
_PAST = re.compile(rf"\s+(?P<past>{'|'.join(_MORE)})\b(?!\s+(?:años|días|personas))", re.IGNORECASE)
_MIDDAY = re.compile(rf"\b(?P<noon>midi|minuit)\s+(?P<past>{'|'.join(_MORE)})\b", re.IGNORECASE)
# Behind an hour in Spanish without its word: nothing that could be counted.
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:!?)–-]|$)"
    r"|\s+(?:y|o|a|e|hasta|en punto|de (?:lunes|martes|cada|todos)|los?|el|en|para|con|se|cierra|abre)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """An hour of a text: minutes after midnight, whether it says which half of the day is meant, and where."""

    minutes: int
    sure: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Hour:
    value: int
    start: int
    end: int
    digits: bool


def clock_in_words(text: str, data: Lexicon) -> Iterator[Said]:
    """The times that a text says in words. In: a text with its digits as 0-9, and the data of its language."""
    lang = next((word for word in (_FRENCH, _SPANISH) if word in data.measures), "")
    if not lang:
        return
    for match in _MIDDAY.finditer(text):
        noon = NOON * HOUR if match["noon"].lower() == "midi" else LAST * HOUR
        yield Said((noon + _MORE[match["past"].lower()]) % (LAST * HOUR), True, match.start(), match.end())
    hours = sorted(_hours(text, data), key=lambda one: one.start)
    minutes = {one.start: int(one.value) for one in in_words(text, data) if 0 < one.value < HOUR}
    last: tuple[int, bool] = (-1, False)  # where the hour before ends that is a time
    for at, one in enumerate(hours):
        following = hours[at + 1] if at + 1 < len(hours) else None
        joined = last[1] and bool(_TO.fullmatch(text, last[0], one.start))
        if said := _said(one, following, text, minutes, lang, joined=joined):
            last = said.end, True
            yield said


def _hours(text: str, data: Lexicon) -> Iterator[_Hour]:
    for one in in_words(text, data):
        if not one.value % 1 and not one.unit and 0 < one.value <= LAST:
            yield _Hour(int(one.value), one.start, one.end, False)
    for match in _ONE.finditer(text):
        yield _Hour(1, match.start(), match.end(), False)
    for match in _DIGITS.finditer(text):
        yield _Hour(int(match.group()), match.start(), match.end(), True)


def _said(
    one: _Hour, following: _Hour | None, text: str, minutes: dict[int, int], lang: str, *, joined: bool
) -> Said | None:
    mark = _MARK[lang].match(text, one.end)
    end = mark.end() if mark else one.end
    more, end = _past(text, end, minutes) if not one.digits else (0, end)
    half = _HALF_DAY.match(text, end)
    if half and half["noon"] and one.value > NOON:
        return None  # "las 24 horas del día"
    before = text[max(0, one.start - REACH) : one.start]
    first = _FROM.search(before) and following and _first_of_two(one, following, text, end, lang)
    at = joined or first or (_AT[lang].search(before) and not _LENGTH_BEFORE.search(before))
    if not at or _LENGTH_BEHIND.match(text, half.end() if half else end):
        return None
    named = mark or half or more or first or joined or (lang == _SPANISH and _NO_NOUN.match(text, end))
    if not named or (one.digits and lang == _FRENCH and not first):
        return None
    hour = one.value
    if half and (half["pm"] or half["noon"]) and hour < NOON:
        hour += NOON
    if half and one.value == NOON and (half["am"] or half.group().endswith("noche")):
        hour = 0
    return Said((hour * HOUR + more) % (LAST * HOUR), bool(half) or hour > NOON, one.start, half.end() if half else end)


def _past(text: str, end: int, minutes: dict[int, int]) -> tuple[int, int]:
    """The minutes that stand behind an hour, and where they end."""
    if match := _PAST.match(text, end):
        return _MORE[match["past"].lower()], match.end()
    space = re.compile(r"\s+").match(text, end)
    if space and (more := minutes.get(space.end())):
        words = _WORDS.match(text, space.end())
        return more, words.end() if words else end
    return 0, end


def _first_of_two(one: _Hour, other: _Hour, text: str, end: int, lang: str) -> bool:
    """Whether an hour is the first of two of which the second has the word for it: "de nueve a catorce horas"."""
    second = _MARK[lang].match(text, other.end) or _HALF_DAY.match(text, other.end)
    return bool(
        _TO.fullmatch(text, end, other.start) and second and one.value < LAST
        and not _LENGTH_BEHIND.match(text, second.end())
    )  # fmt: skip
