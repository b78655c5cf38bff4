# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that a text says in words: "three hundred and five", «setenta y dos», «ثمانيا وأربعين»."""

from __future__ import annotations

import re

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers import others
from pipeline.plain.numbers.currencies import PERCENT, unit_of
from pipeline.plain.numbers.number import Number

IN_WORDS = re.compile(r"por\s+medio|en\s+medio|quatre-vingts?|[^\W\d_]+", re.I)
TWO_OF_IT = {2000: 1000, 2 * 10**6: 10**6}
TEN, FEW_PARTS, TWENTY = 10, 20, 20
AND_TEN = re.compile(r"عشرة?|وال(?:عشرين|ثلاثين|[اأ]ربعين|خمسين|ستين|سبعين|ثمانين|تسعين)")  # «الثانية عشرة»: twelfth
ONE_AND = re.compile(r"(?:[وفبلك]|لل|ال|وال|بال)?(?:واحد[اة]?|[إا]حدى|[أا]حد)")
ONE_OF_MANY = re.compile(r"عشرة?|و(?:عشر|ثلاث|[اأ]ربع|خمس|ست|سبع|ثمان|تسع)[يو]ن")
ONE_BEHIND = frozenset(("un", "una", "uno", "une"))  # "vingt et un"
AND_ONE = ONE_BEHIND | {"unième"}  # "vingt et unième"
MULTIPLE = {"dozens", "tens", "hundreds", "thousands", "millions", "billions", "trillions"}
# Words that may be no number at all.
HALVING = frozenset({"medio", "media"})
"""In Spanish a half that agrees with what it halves, and a form of the verb "to mediate" or "means"."""
BEFORE_A_VERB = frozenset("si cuando que no se donde mientras siempre ya quien quienes sólo solo".split())  # noqa: SIM905
MAY_BE_NONE = frozenset(
    "one first second quarter quarters halves un une una ein eine uno eins premier première seconde deuxième primer "  # noqa: SIM905
    "primero primera segundo segunda erste ersten erster erstes zweite zweiten zweiter zweites".split()
)
# In Arabic, with what is joined to them.
ONE_OR_SECOND = ("أول", "أولى", "اول", "اولى", "ثاني", "ثانية", "حادي", "حادية")


def in_words(text: str, lexicon: Lexicon) -> list[Number]:
    """Numbers in words: units added, scales multiplied ("three hundred and five thousand")."""
    tokens = [(match.group().lower(), match.start(), match.end()) for match in IN_WORDS.finditer(text)]
    found: list[Number] = []
    number: Number | None
    at = 0
    while at < len(tokens):
        word, start, end = tokens[at]
        if word in lexicon.multiples:
            after = tokens[at + 1][0] if at + 1 < len(tokens) and tokens[at + 1][1] == end + 1 else ""
            scale = lexicon.scales.get(after, 0)
            used, stop = (2, tokens[at + 1][2]) if scale else (1, end)  # "eineinhalb Millionen"
            unit, stop = unit_of(text, stop, "") if scale else ("", stop)
            number = Number(lexicon.multiples[word] * (scale or 1), unit, "", text[start:stop], start, stop)
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
        apart = between.strip(" -\u00a0\u2010\u2011") or (used and len(between) > 2)
        both = tokens[at + used - 1 : at + used + 1] if used else []
        ones = [lex.units.get(token[0]) or lex.ordinals.get(token[0], 0) for token in both] or [0]
        if apart or (spoken and PERCENT.match(text, both[0][2])) or all(0 < one < TEN for one in ones) or (
            spoken and between == " " and word in lex.units and re.compile(r"-[a-z]").match(text, tokens[at + used][2])
        ):  # "two one-hour visits" are two numbers, and «السادسة والتاسعة» are two hours
            break
        scaled = bool(spoken) and word in lex.scales  # «ألفا» is two thousand, but a thousand behind a number
        one = (gap and word in ONE_BEHIND) or (not spoken and _one_of_many(tokens, at))
        more = None if scaled else lex.units.get(word, 1 if one else None)
        whole = TWO_OF_IT.get(more or 0, 0) if word.endswith("ا") and _and_more(tokens, at + used, lex) else 0
        if more is not None:  # «ألفا ومائتين» is one thousand in the accusative; «ألفا دينار» are two
            total, current = (total + whole, current) if whole else (total, current + more)
        elif word in lex.scales and len(word) > 1:
            vague |= word in MULTIPLE and not spoken
            current = (current or 1) * lex.scales[word]
            if lex.scales[word] >= 1000:
                total, current = total + current, 0.0
        elif word in lex.ordinals:
            current = current + lex.ordinals[word]
            ordinal = not (len(tokens) > at + used + 1 and AND_TEN.fullmatch(tokens[at + used + 1][0]))
        elif word == "tens":
            current, vague = 10.0, True
        elif (word in lex.parts and spoken == used == 1 and 1 < current <= FEW_PARTS) or (
            word in lex.fractions and (gap or (not used and _halves(tokens, at, text, lex)))
        ):  # "drei Viertel", "halb", "two and a half"
            scale = lex.scales.get(tokens[at + used - 2][0], 1) if gap else 1
            whole = scale if scale >= 1000 else 1  # "un millón y medio"
            current = current * lex.parts[word] if spoken and not gap else current + lex.fractions[word] * whole
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
        following = tokens[at + used][0] if len(tokens) > at + used else ""
        if ordinal and not (current >= TWENTY and 0 < lex.ordinals.get(following, TEN) < TEN):
            break  # "vigésimo primero" goes on
    start, (_, last, end) = tokens[at][1], tokens[at + max(used, 1) - 1]
    if not spoken or others.are_meant(text, last, end, ordinal=ordinal):
        return max(used, 1), None
    unit, end = unit_of(text, end, "")
    first = tokens[at][0]
    weak = spoken == 1 and (first in MAY_BE_NONE or first.endswith(ONE_OR_SECOND))
    unit = unit or ("th" if ordinal else "~" if vague else "")
    return used, Number(total + current, unit, "", text[start:end], start, end, weak)


def _one_of_many(tokens: list[tuple[str, int, int]], at: int) -> bool:
    """Whether a word is the one of a number of two words: «واحد وعشرين», «أحد عشر»."""
    return at + 1 < len(tokens) and bool(ONE_AND.fullmatch(tokens[at][0]) and ONE_OF_MANY.fullmatch(tokens[at + 1][0]))


def _and_more(tokens: list[tuple[str, int, int]], at: int, lex: Lexicon) -> bool:
    """Whether a number that is joined with "and" stands behind a word of an Arabic number."""
    after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    return after.startswith("و") and after in lex.units


def _halves(tokens: list[tuple[str, int, int]], at: int, text: str, lex: Lexicon) -> bool:
    """Whether a word that may be a verb as well ("media antes de la huelga") stands right before what it halves."""
    if tokens[at][0] not in HALVING or (at and tokens[at - 1][0] == "y"):
        return True
    if at and tokens[at - 1][0] in BEFORE_A_VERB:
        return False  # "si media autorización"
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
    ten, unit = lex.units.get(previous, 0), lex.units.get(following[0], 0) or following[0] in AND_ONE
    if word in ("y", "et") and ten >= TWENTY and not ten % 10 and 0 < unit < TWENTY:
        return True  # "setenta y dos", "soixante et onze"
    return previous in lex.scales and (following[0] in lex.units or following[0] in lex.fractions)
