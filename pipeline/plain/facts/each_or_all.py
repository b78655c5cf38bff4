# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each has, and what all have together: "4,500 euros to each of them", "4,500 euros in all". The number is the
same and the amount another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.scales import SCALES, TIME
from pipeline.plain.text.sides import sentence_around

EACH = {
    "en": r"each(?: of)?(?: (?:the|these|those))?|apiece|every(?! other)|per", "fr": r"chacune?|chaque|par",
    "de": r"je|jede[rsnm]?|pro", "es": r"cada|por",
}  # fmt: skip
ALL = {
    "en": r"in all|in total|altogether|all together|between (?:them|you|us)|among (?:them|you|us)|"
          r"for (?:both|all) of (?:them|you|us) together|a total of|shared? (?:between|among|by)|put together|"
          r"combined|overall(?=[,.;])|in the aggregate",
    "fr": r"au total|en tout|à elles toutes|à eux tous|un total de|tous ensemble|toutes ensemble",
    "de": r"insgesamt|alles in allem|zusammen", "es": r"en total|en conjunto|un total de|entre tod[oa]s",
}  # fmt: skip
# By persons; "par la loi" and "por escrito" are no share of anybody.
BY_HEAD = frozenset(("per", "par", "pro", "por"))
HEADS = re.compile(
    r"\s+(?:persons?|heads?|childr?e?n?|adults?|members?|applicants?|households?|famil(?:y|ies)|personnes?|tête|enfants?|"
    r"adultes?|ménages?|familles?|kopf|kind|mitglied|haushalt|familie|cabeza|niñ[oa]s?|menor|hogar|familia)\b",
    re.IGNORECASE,
)
NEXT_WORDS = re.compile(r"(?:\s+[\w-]+){1,3}")


@dataclass(frozen=True, slots=True)
class Shared:
    """A number, and how its sentence says whose it is: what stands there for each of them, and for all of them where
    that is said of no other number."""

    number: Number
    each: str
    all: str


def compare_each_and_all(
    texts: Sequence[str], sides: Sequence[Sequence[Number]], data: Lexicon, lang: str
) -> Iterator[Difference]:
    """Numbers that are said of each in one text and of all in the other. In: both texts, and their numbers as they are
    written; each number is compared where it stands once in both. Not a limit, which may hold for each or for all."""
    if lang not in EACH:
        return
    ours, theirs = (_shared(text, numbers, data, lang) for text, numbers in zip(texts, sides, strict=True))
    for key, one in ours.items():
        other = theirs.get(key)
        if not other or one.number.bound or other.number.bound:
            continue
        if (one.each and not one.all and other.all and not other.each) or (
            one.all and not one.each and other.each and not other.all
        ):
            said = [f"{side.number.text} {side.each or side.all}" for side in (one, other)]
            yield Difference("quantities", "exchanged", said[0], said[1], "Of each, or of all together.")


def _shared(
    text: str, numbers: Sequence[Number], data: Lexicon, lang: str
) -> Mapping[tuple[float, str], Shared]:  # fmt: skip
    """By value and unit."""
    often = Counter((one.value, one.unit) for one in numbers)
    found = {}
    for one in (number for number in numbers if often[number.value, number.unit] == 1):
        start, end = sentence_around(text, one.start)
        here = [number for number in numbers if start <= number.start < end]
        together = _all(text, (start, end), one, here, lang)
        found[one.value, one.unit] = Shared(one, _each(text[start:end], data, lang), together)
    return found


def _each(sentence: str, data: Lexicon, lang: str) -> str:
    """What says "each" of persons or things; not of times ("each year"), which is a rate."""
    for match in re.finditer(rf"\b(?:{EACH[lang]})\b", sentence, re.IGNORECASE):
        words = NEXT_WORDS.match(sentence, match.end())
        units = [data.measures.get(word.lower(), "") for word in words[0].split()] if words else []
        by_head = match.group().lower() not in BY_HEAD or HEADS.match(sentence, match.end())
        if by_head and not any(SCALES.get(unit, ("",))[0] in TIME for unit in units):
            return match.group()
    return ""


def _all(text: str, sentence: tuple[int, int], one: Number, here: Sequence[Number], lang: str) -> str:
    """What says "in all" in the sentence of a number, where no other number of it stands nearer."""
    for match in re.compile(rf"\b(?:{ALL[lang]})\b", re.IGNORECASE).finditer(text, *sentence):
        if all(_far(match, one) <= _far(match, other) for other in here):
            return match.group()
    return ""


def _far(match: re.Match[str], one: Number) -> int:
    """Code points between the two."""
    if match.start() >= one.end:
        return match.start() - one.end
    return one.start - match.end() if one.start >= match.end() else 0
