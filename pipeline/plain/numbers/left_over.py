# SPDX-License-Identifier: AGPL-3.0-or-later
"""A share that is taken off and the share that is left: "a third off", "pay two thirds"; "75 % less", "costs a
quarter"; and one of so many equal parts: "a quarter each time", "in four equal parts".

The one says the other. But a share that is taken off in one text and left in the other is another amount, though its
number is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import isclose

from pipeline.plain.difference import Difference
from pipeline.plain.numbers.amounts import key
from pipeline.plain.numbers.composed import HALF
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.shares import SHARE
from pipeline.plain.text.sides import sentence_around

TWO_PARTS = frozenset({"قسطين", "قسطان", "دفعتين", "دفعتان", "مرتين", "مرتان"})
REACH = 40  # code points before a number
_SIZE = r"(?:(?:about|only|just|environ|seulement|nur|noch|solo|sólo|unos?|fast|rund)\s+)?"
_ARTICLE = r"(?:(?:an?|the|une?|l[ea]s?|eine[nrms]?|ein|una|el|la|los|las|du|d['’]un)\s+|l['’]|d['’])?"
# Right before a share: what says that it goes.
OFF = re.compile(
    r"(?:(?:reduction|discount|rebate|cut|reduced|lowered|cheaper)\s+(?:of|by)\s+|"
    r"(?:réductions?|remises?|rabais|baisses?|abattements?|rédui\w+|diminu\w+|baiss\w+)\s+(?:[^\W\d_]+\s+){0,2}?(?:de\s+|d['’])|"
    r"(?:ermäßig\w*|verringer\w*|gekürzt|kürz\w*|senk\w*|sinkt|sinken|reduzier\w*|vermindert?\w*)\s+(?:[^\W\d_]+\s+){0,4}?um\s+|"
    r"(?:nachlass|rabatt|ermäßigung|abzug|abschlag)\s+(?:von|in höhe von|um)\s+|"
    r"(?:reduc\w+|redu[cjz]\w+|rebaj\w+|descuentos?|bonificaci[óo]n\w*|disminu\w+|baja\w*)\s+(?:[^\W\d_]+\s+){0,2}?(?:en|del?)\s+|"
    r"(?:خفض|يخفض|تخفض|يخفَّض|تخفيض|خصم|يخصم|تخصم|نقص|ينقص)\w*\s+(?:\w+\s+){0,4}?(?:بمقدار|بنسبة|قدره|نسبته|مقداره)?\s*)$",
    re.IGNORECASE,
)
# «Um ein Drittel» names no verb before it where that comes last.
BY_IT = re.compile(r"\bum\s+$", re.IGNORECASE)
BEHIND_OFF = re.compile(
    r"\s+(?:off|less|lower|smaller|shorter|cheaper|weniger|billiger|niedriger|geringer|kürzer|kleiner|tiefer|"
    r"nachlass|rabatt|ermäßigung|de (?:moins|réduction|remise|rabais)|"
    r"menos|de (?:descuento|rebaja|bonificación|reducción))\b",
    re.IGNORECASE,
)
# … and what says that it stays or is paid.
LEFT = re.compile(
    r"(?:pay|pays|paid|costs?|is|are|remains?|leaves?|"
    r"paye[zr]?|paie[ntz]*|payent|coûte(?:nt)?|vau[tx]|est|sont|reste(?:nt)?|"
    r"zahl\w*|kost\w*|ist|sind|bleib\w*|beträgt|"
    r"pag\w+|cuesta\w*|abon\w+|es|son|será|queda\w*|"
    r"(?:ا|ت|ي|ن|ست|سي|ف|فا|فت)?دفع\w*|(?:ت|ي)بقى)\s+(?:[^\W\d_]+\s+){0,3}?$",
    re.IGNORECASE,
)
# "The remaining 40 %", "what is left".
REST = re.compile(
    r"\b(?:rest|remain\w*|left|übrig\w*|restliche\w*|restant\w*|reste\w*|resto|"
    r"lo que (?:falta|queda)|libres?|vides?|vací[oa]s?)\b|باق|متبق|يتبق|بقي",
    re.IGNORECASE,
)
# What is counted as equal parts, and "each" of them.
PARTS = re.compile(
    r"\s+(?:[^\W\d_]+\s+){0,2}?(?:equal|gleich\w*|égau?x|égales?|iguales|متساو\w*|parts?|instal?lments|teile\w*|raten|fois|parties|versements|"
    r"plazos|partes|veces|mensualités|أقساط|دفعات|أجزاء)\b",
    re.IGNORECASE,
)


def compare_left_over(texts: Sequence[str], sides: Sequence[Sequence[Number]]) -> Iterator[Difference]:
    """The shares that are taken off in one text and are left in the other. Half is the same either way. In: both texts
    and their numbers, each in one unit of its dimension."""
    for one in sides[0]:
        for other in sides[1]:
            if one.unit == SHARE and key(one) == key(other) and one.value != HALF:
                ways = _off(one, texts[0]), _off(other, texts[1])
                lefts = _left(one, texts[0]), _left(other, texts[1])
                if (ways[0] and lefts[1] and not ways[1]) or (ways[1] and lefts[0] and not ways[0]):
                    yield Difference("numbers", "exchanged", one.text, other.text, "What is taken off, what is left.")
                    return


def is_left(one: Number, text: str, there: Sequence[Number], other_text: str) -> bool:
    """Whether a share is what the other text leaves, or takes off, of the whole; or is called the rest in its text
    and in the other. In: the number and its text, the numbers of the other text and that."""
    rest = rests(one, there)
    if not rest:
        return False
    called = REST.search(other_text) or REST.search(text)
    return bool(called) or any(_off(one, text) != _off(other, other_text) for other in rest)


def rests(one: Number, others: Sequence[Number]) -> list[Number]:
    """Those of the other numbers that are the share which a share leaves of the whole."""
    if one.unit != SHARE or not 0 < one.value < 1:
        return []
    return [other for other in others if other.unit == SHARE and isclose(other.value, 1 - one.value)]


def in_parts(one: Number, text: str, there: Sequence[Number], other_text: str) -> bool:
    """Whether a share is one of as many equal parts as the other text counts, or the other way round."""
    pairs = [((one, text), (other, other_text)) for other in there]
    pairs += [(second, first) for first, second in pairs]
    return any(
        share.unit == SHARE and not many.unit and many.value > 1 and isclose(share.value * many.value, 1)
        and (bool(PARTS.match(where, many.end)) or many.text in TWO_PARTS)
        for (share, _), (many, where) in pairs
    )  # fmt: skip


def _off(one: Number, text: str) -> bool:
    before = _before(one, text)
    return bool(OFF.search(before) or BY_IT.search(before) or BEHIND_OFF.match(text, one.end))


def _left(one: Number, text: str) -> bool:
    return bool(LEFT.search(_before(one, text)))


def _before(one: Number, text: str) -> str:
    """What stands before a share in its sentence, without its article and words of size."""
    start, _ = sentence_around(text, one.start)
    before = re.sub(r"(?:\bd['’]une?|\bdu|\bdes)\s+$", "de ", text[max(start, one.start - REACH) : one.start])
    return re.sub(rf"{_SIZE}{_ARTICLE}{_SIZE}$", "", before)
