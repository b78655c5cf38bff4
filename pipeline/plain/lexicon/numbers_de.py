# SPDX-License-Identifier: AGPL-3.0-or-later
"""German numbers in one word: "siebenhundertfünfzig", "fünfundzwanzigtausend", "sechsmal", "dreifacher", and amounts
that are written together with their unit: "dreitägig", "Zweimonatsfrist", "Achtzehnjährige", "Zweidrittelmehrheit".

There is no end of such words, so that no table could hold them: they are taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

_Value = TypeVar("_Value")

_ONES = dict(zip("ein zwei drei vier fünf sechs sieben acht neun".split(), range(1, 10), strict=True))  # noqa: SIM905
_TEENS = dict(zip(
    "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(),  # noqa: SIM905
    range(10, 20), strict=True,
))  # fmt: skip
_TENS = {
    **dict(zip("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(),  # noqa: SIM905
               range(20, 100, 10), strict=True)),
    "dreissig": 30,
}  # fmt: skip
_BELOW_100 = {
    **_ONES, "zwo": 2, "eins": 1, **_TEENS, **_TENS,
    **{f"{one}und{ten}": value + tens for one, value in {**_ONES, "zwo": 2}.items() for ten, tens in _TENS.items()},
}  # fmt: skip
_SMALL = "|".join(sorted(_BELOW_100, key=len, reverse=True))
_HUNDREDS = "|".join((*_ONES, "zwo", *list(_TEENS)[1:]))
_NUMBER = re.compile(
    rf"(?:(?P<t>(?:(?:{_HUNDREDS})?hundert(?:und)?)?(?:{_SMALL})?)tausend(?:und)?)?"
    rf"(?:(?P<h>{_HUNDREDS})?(?P<hundred>hundert)(?:und)?)?(?P<rest>{_SMALL})?"
)
_LONE = frozenset({"", "ein", "eins", "hundert", "tausend"})  # an article, and scales with a number before them
_HALF = re.compile(r"(?P<whole>.+)einhalb")
_ENDING = r"(?:e[nmrs]?|s)?"
_ORDINAL = re.compile(r"(?P<many>.+(?:ig|ßig|hundert|tausend))ste[nmrs]?")
_TIMES = re.compile(rf"(?P<many>.+?)(?:mal(?:s|ig{_ENDING})?|fach{_ENDING})")
_OF_TIME = {
    "minut": "minute", "minüt": "minute", "stund": "hour", "stünd": "hour", "tag": "day", "täg": "day",
    "woche": "week", "wöch": "week", "monat": "month", "jahr": "year", "jähr": "year",
}  # fmt: skip
_PARTS = {"drittel": 3, "viertel": 4, "fünftel": 5}
_TOGETHER = re.compile(
    r"(?P<many>.+?)-?(?:(?P<adjective>(?:minüt|stünd|täg|wöch|monat|jähr)(?:lich|ig))" + _ENDING
    + r"|(?P<noun>minuten|stunden|tages?|wochen|monats?|jahres?)-?(?:frist|zeitraum|rhythmus|turnus|abstand|vertrag|"
    r"regel|grenze|takt|intervall|miete|rate|spanne|kurs|zeitraums|rhythmus)e?[ns]?"
    r"|(?P<part>drittel|viertel|fünftel)(?:mehrheit\w*|quorum\w*|-mehrheit\w*))"
)


class WordsTakenApart(Mapping[str, _Value], Generic[_Value]):
    """A table of words whose values are worked out: what ``read`` gives for a word, above what ``table`` holds."""

    def __init__(self, read: Callable[[str], _Value | None], table: Mapping[str, _Value]) -> None:
        self._read, self._table = read, table

    def __getitem__(self, word: str) -> _Value:
        """The value of a word."""
        value = self._table[word] if word in self._table else self._read(word)
        if value is None:
            raise KeyError(word)
        return value

    def __iter__(self) -> Iterator[str]:
        """The words of the table: those that are worked out have no end."""
        return iter(self._table)

    def __len__(self) -> int:
        """How many words the table has."""
        return len(self._table)


@lru_cache(maxsize=20_000)
def number_of(word: str) -> int | None:
    """The value of a cardinal number in one word ("zweihundertfünfzig"); None for any other word, and for the words
    that need not be one ("ein", "hundert")."""
    match = _NUMBER.fullmatch(word) if word not in _LONE else None
    if not match:
        return None
    hundreds = (_BELOW_100[match["h"]] if match["h"] else 1) * 100 if match["hundred"] else 0
    below = hundreds + (_BELOW_100[match["rest"]] if match["rest"] else 0)
    if match["t"] is None:
        return below
    thousands = match["t"].removesuffix("und") if match["t"].endswith("hundertund") else match["t"]
    many = 1 if thousands in ("", "ein") else 100 if thousands == "hundert" else number_of(thousands)
    return many * 1000 + below if many else None


@lru_cache(maxsize=20_000)
def ordinal_of(word: str) -> int | None:
    """The value of an ordinal from the twentieth on ("fünfundsechzigsten"); None for any other word."""
    match = _ORDINAL.fullmatch(word)
    return number_of(match["many"]) if match else None


@lru_cache(maxsize=20_000)
def multiple_of(word: str) -> float | None:
    """How many a word says that is a number with an ending or a unit: "sechsmal", "zweieinhalb", "dreifacher",
    "zweimonatig", "Zweidrittelmehrheit" (of which the parts count by themselves); None for any other."""
    if match := _TIMES.fullmatch(word):
        return _many(match["many"])
    if match := _HALF.fullmatch(word):
        whole = _many(match["whole"])
        return whole + 0.5 if whole else None
    match = _TOGETHER.fullmatch(word)
    many = _many(match["many"]) if match else None
    if not match or not many:
        return None
    return many / _PARTS[match["part"]] if match["part"] else many


@lru_cache(maxsize=20_000)
def unit_of_word(word: str) -> str | None:
    """The unit of time of an amount in one word ("day" of "dreitägig"), or of the second part of one that begins with
    digits ("tägige" of "14-tägige"); None for any other word."""
    match = _TOGETHER.fullmatch(word) or _TOGETHER.fullmatch(f"zwei{word}")
    said = (match["adjective"] or match["noun"] or "") if match else ""
    if not match or not _many(match["many"]):
        return None
    return next((unit for root, unit in _OF_TIME.items() if said.startswith(root)), None)


def _many(word: str) -> float | None:
    if word in ("anderthalb", "eineinhalb"):
        return 1.5
    if word.endswith("einhalb"):
        return multiple_of(word)
    return number_of(word)
