# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers in a text, as values: digits, words, scales, percentages, currencies, ordinals, fractions.

"1.5 million", "1,500,000" and "one and a half million" are one value. Digits of every script are read. What is said
of a number ("at least", "about") is kept with it as its bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.plain import others
from pipeline.plain.bound_by import bound_of
from pipeline.plain.currencies import unit_of
from pipeline.plain.dates import Date, dates, plain_digits
from pipeline.plain.fraction_signs import fractions
from pipeline.plain.lexicon import Cue, Lexicon

DIGITS = re.compile(
    r"(?<![\w.,])(?:(?P<cur>(?:US)?\$|€|£|¥|₹|EUR|USD|GBP|CHF)\s?)?"
    r"(?P<num>\d{1,3}(?:[,.’'\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)"
    r"(?P<ord>st|nd|rd|th|er|ère|e|º|ª)?(?![\w])(?P<plus>\+)?"
    r"|(?<![\w.,])(?:(?P<cur2>(?:US)?\$|€|£|¥)\s?)?(?P<num2>\d+(?:[.,]\d+)?)(?P<suffix>bn|mn|m|k)\b",
    re.IGNORECASE,
)
IN_WORDS = re.compile(r"por\s+medio|en\s+medio|quatre-vingts?|[^\W\d_]+", re.I)
FEW_PARTS = TWENTY = 20
ONE_BEHIND = frozenset(("un", "una", "uno", "une"))  # "vingt et un"
MULTIPLE = {"dozens", "tens", "hundreds", "thousands", "millions", "billions", "trillions"}
# Words that may be no number at all.
HALVING = frozenset({"medio", "media"})
"""In Spanish a half that agrees with what it halves, and a form of the verb "to mediate" or "means"."""
MAY_BE_NONE = frozenset(
    "one first second quarter quarters halves un une una ein eine uno eins premier première seconde deuxième primer "  # noqa: SIM905
    "primero primera segundo segunda erste ersten erster erstes zweite zweiten zweiter zweites".split()
)
# Words that stand for a number.
STANDS_FOR = {
    2.0: ("both", "neither", "pair", "twice", "two", "couple", "double", "second", "halve", "either",
          "bilateral", "alternate", "another", "les deux", "double",
          "duplicate", "every other", "beide", "ambos"),
    1.0: ("day one",), 10.0: ("decade",), 100.0: ("century", "centennial"),
    0.5: ("half", "halv", "moitié", "hälfte", "mitad"),
    12.0: ("dozen",), 3.0: ("triple", "quarter", "trimester", "three", "third", "trilateral", "triplicate"),
    18.0: ("minor", "juvenile", "under age", "underage", "mineur",
           "majeur", "majorité", "minderjährig", "volljährig", "menores", "mayor de edad", "mayores de edad"),
    24.0: ("round the clock", "around the clock", "day and night", "night and day", "rund um die uhr", "jour et nuit"),
    0.0: ("no ", "none", "nil"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number: its value, its unit (a currency, "%", "th" for an ordinal, "~" for "thousands of"), its bound
    (a class of ``Lexicon.bounds`` or ""), what stands there, and where. ``weak``: may be no number at all
    ("one", "first", "second"), so that its loss alone is not reported. ``denied``: its bound is said with a "not"."""

    value: float
    unit: str
    bound: str
    text: str
    start: int
    end: int
    weak: bool = False
    denied: bool = False


def numbers(text: str, lexicon: Lexicon, known: list[Date] | None = None) -> list[Number]:
    """The numbers in a text that are not part of a date, in order. ``known``: its dates, where they are known."""
    plain = plain_digits(text)
    taken = [(date.start, date.end) for date in (dates(text, lexicon) if known is None else known)]
    found = [number for number in _in_signs(plain, lexicon) if not _inside(number, taken)]
    taken += [(number.start, number.end) for number in found]
    found += [number for number in _in_digits(plain, lexicon) if not _inside(number, taken)]
    taken += [(number.start, number.end) for number in found]
    found += [number for number in _in_words(plain, lexicon) if not _inside(number, taken)]
    found.sort(key=lambda number: number.start)
    bounds = lexicon.bounds.find(plain)
    return [_with_bound(number, plain, bounds) for number in found]


def _with_bound(number: Number, text: str, bounds: Sequence[Cue]) -> Number:
    bound, denied = bound_of(text, number.start, number.end, bounds)
    return replace(number, bound=bound or number.bound, denied=denied)


def _inside(number: Number, taken: list[tuple[int, int]]) -> bool:
    return any(number.start < end and start < number.end for start, end in taken)


def _in_signs(text: str, lexicon: Lexicon) -> Iterator[Number]:
    """Numbers with the sign of a fraction: "2½", "4 ½ per cent"."""
    for part, start, behind in fractions(text):
        value, end = _scaled(text, behind, part, lexicon.scales)
        unit, end = unit_of(text, end, "")
        yield Number(value, unit, "", text[start:end], start, end)


def _in_digits(text: str, lexicon: Lexicon) -> list[Number]:
    found = []
    for match in DIGITS.finditer(text):
        raw = match["num"] or match["num2"]
        value = _value(raw, lexicon.decimal_comma)
        end = match.end()
        if match["suffix"]:
            value *= lexicon.scales.get(match["suffix"].lower(), 1)
        value, end = _scaled(text, end, value, lexicon.scales)
        unit, end = unit_of(text, end, match["cur"] or match["cur2"] or "")
        unit = unit or ("th" if match["ord"] else "")
        found.append(
            Number(value, unit, "at least" if match["plus"] else "", text[match.start() : end], match.start(), end)
        )
    return found


def _value(raw: str, decimal_comma: bool) -> float:
    raw = re.sub(r"[’'\u00a0\u202f ]", "", raw)
    point, group = (",", ".") if decimal_comma else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{point}\d+)?", raw):
        raw = raw.replace(group, "")
    elif re.fullmatch(rf"\d{{1,3}}(?:\{point}\d{{3}}){{2,}}", raw):
        raw = raw.replace(point, "")
    return float(re.sub(r"[.,](?=.*[.,])", "", raw).replace(",", "."))


def _scaled(text: str, end: int, value: float, scales: Mapping[str, int]) -> tuple[float, int]:
    while (
        (match := re.compile(r"[\s-]+([^\W\d_]+)").match(text, end))
        and match[1].lower() in scales
        and len(match[1]) > 1
    ):
        value, end = value * scales[match[1].lower()], match.end()
    return value, end


def _in_words(text: str, lexicon: Lexicon) -> list[Number]:
    """Numbers in words: units added, scales multiplied ("three hundred and five thousand")."""
    tokens = [(match.group().lower(), match.start(), match.end()) for match in IN_WORDS.finditer(text)]
    found: list[Number] = []
    number: Number | None
    at = 0
    while at < len(tokens):
        word, start, end = tokens[at]
        if word in lexicon.multiples:
            used, number = 1, Number(lexicon.multiples[word], "", "", word, start, end)
        else:
            used, number = _number_at(tokens, at, text, lexicon)
        if number is not None:
            found.append(number)
        at += max(1, used)
        while number is not None and at < len(tokens) and tokens[at][1] < number.end:
            at += 1  # "por ciento" is said already
    return found


def _number_at(tokens: list[tuple[str, int, int]], at: int, text: str, lex: Lexicon) -> tuple[int, Number | None]:
    total, current, used, spoken, vague, ordinal, gap = 0.0, 0.0, 0, 0, False, False, 0
    while at + used < len(tokens):
        word = tokens[at + used][0]
        between = text[tokens[at + used - 1][2] : tokens[at + used][1]] if used else " "
        if between.strip(" -\u00a0\u2010\u2011") or (used and len(between) > 2) or (
            spoken and between == " " and word in lex.units and re.compile(r"-[a-z]").match(text, tokens[at + used][2])
        ):  # "two one-hour visits" are two numbers
            break
        more = lex.units.get(word, 1 if gap and word in ONE_BEHIND else None)
        if more is not None:
            current += more
        elif word in lex.scales and len(word) > 1:
            vague |= word in MULTIPLE and not spoken
            current = (current or 1) * lex.scales[word]
            if lex.scales[word] >= 1000:
                total, current = total + current, 0.0
        elif word in lex.ordinals:
            current, ordinal = current + lex.ordinals[word], True
        elif word == "tens":
            current, vague = 10.0, True
        elif (word in lex.parts and spoken == used == 1 and 1 < current <= FEW_PARTS) or (
            word in lex.fractions and (gap or (not used and _halves(tokens, at, text, lex)))
        ):  # "drei Viertel", "halb", "two and a half"
            current = current * lex.parts[word] if spoken and not gap else current + lex.fractions[word]
        elif (
            spoken
            and word in ("and", "of", "a", "et", "und", "y")
            and _number_follows(tokens, at + used, lex, vague, word)
        ):
            gap += 1
            used += 1
            continue
        else:
            break
        spoken += 1
        used += 1
        if ordinal:
            break
    start, (_, last, end) = tokens[at][1], tokens[at + max(used, 1) - 1]
    if not spoken or others.are_meant(text, last, end, ordinal=ordinal):
        return max(used, 1), None
    unit, end = unit_of(text, end, "")
    first = tokens[at][0]
    weak = spoken == 1 and first in MAY_BE_NONE
    unit = unit or ("th" if ordinal else "~" if vague else "")
    return used, Number(total + current, unit, "", text[start:end], start, end, weak)


def _halves(tokens: list[tuple[str, int, int]], at: int, text: str, lex: Lexicon) -> bool:
    """Whether a word that may be a verb as well ("media antes de la huelga") stands right before what it halves."""
    if tokens[at][0] not in HALVING or (at and tokens[at - 1][0] == "y"):
        return True
    if at + 1 >= len(tokens):
        return False
    following, start, _ = tokens[at + 1]
    return not text[tokens[at][2] : start].strip() and following not in lex.function_words


def _number_follows(tokens: list[tuple[str, int, int]], at: int, lex: Lexicon, vague: bool, word: str) -> bool:
    following = [token[0] for token in tokens[at + 1 : at + 3]]
    if not following:
        return False
    if word == "of":
        return vague and following[0] in lex.scales
    if following[0] == "a":
        return len(following) > 1 and following[1] in lex.fractions
    if word == "a":
        return following[0] in lex.scales or following[0] in lex.fractions
    previous = tokens[at - 1][0]
    ten, unit = lex.units.get(previous, 0), lex.units.get(following[0], 0) or (following[0] in ONE_BEHIND)
    if word in ("y", "et") and ten >= TWENTY and not ten % 10 and 0 < unit < TWENTY:
        return True  # "setenta y dos", "soixante et onze"
    return previous in lex.scales and (following[0] in lex.units or following[0] in lex.fractions)
