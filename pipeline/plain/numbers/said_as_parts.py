# SPDX-License-Identifier: AGPL-3.0-or-later
"""Shares that French, German, Spanish and Arabic say in forms of their own: "jeder fünfte Bahnhof", "la quinta parte",
"deux fois moins", and "une année sur deux", which is a time. English has its own in ``amounts``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.lexicon.numbers_de import unit_of_word
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.scales import SCALES
from pipeline.plain.numbers.shares import count_of, share_of

_TENTHS = ("zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt")
EACH_NTH = re.compile(
    rf"\bjede[rsnm]?\s+(?P<nth>{'|'.join(_TENTHS)}|zwanzigst|hundertst)e[rsnm]?\b(?!\s+(?-i:[a-zäöüß]))"
    r"(?=\s+(?P<noun>[^\W\d_]+))?",
    re.IGNORECASE,
)
_PARTS = ("tercera", "cuarta", "quinta", "sexta", "séptima", "octava", "novena", "décima", "vigésima", "centésima")
NTH_PART = re.compile(rf"\b(?:una|la|otra|cada)\s+(?P<nth>{'|'.join(_PARTS)})\s+parte\b", re.IGNORECASE)
TIMES_LESS = re.compile(
    r"\b(?P<many>deux|trois|quatre|cinq|dix|dos|tres|cuatro|cinco|diez|\d{1,2})\s+(?:fois moins|veces menos)\b",
    re.IGNORECASE,
)
ONE_TIME_IN = re.compile(
    r"\b(?:une?|un)\s+(?P<unit>[^\W\d_]+)\s+(?:sur|de cada)\s+(?P<many>\d{1,2}|[^\W\d_]+)\b", re.IGNORECASE
)
NTHS: Mapping[str, int] = {
    **{root: number for number, root in enumerate(_TENTHS, 2)}, "zwanzigst": 20, "hundertst": 100,
    **{word: number for number, word in enumerate(_PARTS[:8], 3)}, "vigésima": 20, "centésima": 100,
}  # fmt: skip
# Of so many, before which the whole stands: «de cada 100», "sur 100", «von 100», «من كل 100».
OF_SO_MANY = re.compile(
    r"(?:\b(?:de cada|sur(?: chaque)?|von(?: je(?:weils)?)?|unter je(?:weils)?)|(?<!\w)[وف]?من (?:كل|بين كل|أصل))\s+$",
    re.IGNORECASE,
)
NEAR = re.compile(r"[^.;:!?؟\d]{1,45}")  # between the whole and the part


AND_A_HALF = re.compile(  # "dura hora y media": one and a half
    r"\b(?:de|dura|duran|durante|cada|en|hasta|es) (?P<unit>hora|día|semana|mes|año) y medi[oa]\b", re.IGNORECASE
)
# «واحد من كل أربعة».
# «خمس الراتب», «عشر قيمة العقد»: of one thing, while five or ten are of several and have no article behind them.
FIFTH_OF = re.compile(
    r"(?<!\w)(?<!ة )(?<!ى )[وفبلك]?(?P<nth>خمس|سدس|سبع|تسع|عشر)"
    r"(?= (?:(?:آخر|قيمة|مبلغ|مجموع|[إا]جمالي|[أا]جر|راتب|مساحة)(?!\w)"
    r"|ال(?:راتب|مبلغ|قيمة|[أا]جر|مساحة|ثمن|دخل|تركة|ميراث|مجموع|[إا]يجار|رسم|ضريبة|غرامة|تكلفة|كلفة|معاش)(?!\w)))"
)
_OF_IT = {"خمس": 5, "سدس": 6, "سبع": 7, "تسع": 9, "عشر": 10}
TOGETHER = re.compile(r"\b[^\W\d_]{7,}(?=-|\b)(?:-[^\W\d_]+)?")  # "dreitägig", "Zweimonatsfrist"
ONE_OF = re.compile(r"(?<!\w)[وف]?واحد[اة]?(?: \w+)? من (?:كل|أصل|بين كل) (?P<many>\d{1,4}|\w+)")


def said_as_parts(text: str, data: Lexicon) -> Iterator[Number]:
    """The shares of a text in these forms, and times that come back once in so many. In: a text, its language's data.
    A day or week is no share ("jeden dritten Tag")."""
    for match in EACH_NTH.finditer(text):
        if (match["noun"] or "").lower() not in data.measures:
            yield share_of(1 / NTHS[match["nth"].lower()], match)
    yield from _together(text, data)
    for match in NTH_PART.finditer(text):
        yield share_of(1 / NTHS[match["nth"].lower()], match)
    for match in TIMES_LESS.finditer(text):
        if many := count_of(match["many"], data):
            yield share_of(1 / many, match)
    yield from (share_of(1 / _OF_IT[match["nth"]], match) for match in FIFTH_OF.finditer(text))
    for match in ONE_OF.finditer(text):
        if (many := count_of(match["many"], data)) > 1:
            yield share_of(1 / many, match)
    for match in AND_A_HALF.finditer(text):
        if known := SCALES.get(data.measures.get(match["unit"].lower(), "")):
            yield Number(known[1] * 1.5, known[0], "", match.group(), match.start(), match.end())
    for match in ONE_TIME_IN.finditer(text):
        known, many = SCALES.get(data.measures.get(match["unit"].lower(), "")), count_of(match["many"], data)
        if known and many > 1:
            yield Number(known[1] * many, known[0], "", match.group(), match.start(), match.end())


def _together(text: str, data: Lexicon) -> Iterator[Number]:
    """The amounts of a text that are one word with their unit."""
    for match in TOGETHER.finditer(text):
        word = match.group().lower()
        known, many = SCALES.get(unit_of_word(word) or ""), data.multiples.get(word)
        if known and many:
            yield Number(many * known[1], known[0], "", match.group(), match.start(), match.end())


def of_so_many(whole: Number, part: Number, text: str) -> bool:
    """Whether two numbers are a whole and, behind it, the part of it that is meant: "de cada 100, quince"."""
    return bool(
        whole.unit == part.unit == "" and 0 < part.value < whole.value
        and OF_SO_MANY.search(text, max(0, whole.start - 16), whole.start)
        and NEAR.fullmatch(text, whole.end, part.start)
    )  # fmt: skip
