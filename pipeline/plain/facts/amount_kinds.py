# SPDX-License-Identifier: AGPL-3.0-or-later
"""Of what kind an amount is: gross or net, per cent or points, working days or any, for each person or each household.

The number and its unit are the same in both texts; a word beside it says which of two amounts is meant. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.numbers.alike import face_value
from pipeline.plain.numbers.number import Number
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import language

REACH = 40  # code points behind a number
# What stands anywhere in the sentence of a number; each row names kinds of which an amount is only one.
_TAX = (
    r"(?:the |any |all )?(?:[a-z]+[- ]){0,2}?(?:tax|taxes|VAT|fees|charges|costs|delivery|heating|postage)"
)
IN_SENTENCE = (
    {
        "gross": r"gross|before (?:tax|taxes|deductions?)|(?:tax|deductions?) (?:is|are) taken off",
        "net": r"net|after (?:tax|taxes|deductions?)|take[- ]home|takes? home",
    },
    {
        "with tax": rf"(?:inclusive of|including|includes?|already (?:has|contains)|contains)\s+{_TAX}"
                    rf"|{_TAX} (?:(?:is|are) )?(?:already )?(?:included|in (?:the|this) price|part of)",
        "without tax": rf"(?:exclusive of|excluding|excludes?|plus|not including|without)\s+{_TAX}"
                       rf"|{_TAX} (?:(?:is|are) )?(?:not included|extra|added)|{_TAX} (?:comes? )?on top",
    },
)
# What stands right behind it.
_OF = r"(?:\s+[^\W\d_]+){0,2}?\s*(?:\ban?|\bper|\beach|\bevery|\bfor (?:each|every)|/)\s+"
BEHIND = (
    {"point": r"\s*(?:percentage|%)[\s-]+points?\b", "per cent": r"\s*(?:%|per\s?cent\b)(?!age)(?!\s+points?)"},
    {
        "person": rf"{_OF}(?:person|head|capita|individual|adult|child|participant|member|guest|visitor|passenger|pupil"
                  r"|student|tenant|resident|inhabitant|employee|worker|patient|applicant|rower|man|woman)\b",
        "household": rf"{_OF}(?:household|family|home|flat|apartment|dwelling|house|couple|building)\b",
        "vehicle": rf"{_OF}(?:vehicle|car|boat|vessel|ship|lorry|bus|coach)\b",
        "group": rf"{_OF}(?:group|class|team|club|school|company|firm|business|room)\b",
    },
    {
        "working": r"[\s-]+(?:clear\s+)?(?:working|business)\s+days?\b",
        "any": r"[\s-]+(?:calendar\s+)?days?\b",
    },
)  # fmt: skip
Kinds = Mapping[str, re.Pattern[str]]
SENTENCE_KINDS: Sequence[Kinds] = [
    {name: re.compile(rf"\b(?:{form})\b", re.IGNORECASE) for name, form in row.items()} for row in IN_SENTENCE
]
BEHIND_KINDS: Sequence[Kinds] = [
    {name: re.compile(form, re.IGNORECASE) for name, form in row.items()} for row in BEHIND
]


def compare_amount_kinds(
    texts: Sequence[str], sides: Sequence[Sequence[Number]], written: Sequence[Mapping[int, tuple[float, str]]],
    lang: str,
) -> Iterator[Difference]:  # fmt: skip
    """Numbers that are of one kind in the original and of another one in the plain text. In: both texts, their
    numbers, each in one unit of its dimension, and the values as they are written by their places."""
    if language(lang) != "en":
        return
    for row in range(len(SENTENCE_KINDS) + len(BEHIND_KINDS)):
        ours, theirs = (
            _kinds(text, numbers, own, row) for text, numbers, own in zip(texts, sides, written, strict=True)
        )
        for value, kinds in ours.items():
            now = theirs.get(value, {})
            if len(kinds) == len(now) == 1 and kinds.keys() != now.keys():
                (was,), (said,) = kinds.values(), now.values()
                yield Difference("numbers", "exchanged", was, said, "It is an amount of another kind.")


def _kinds(
    text: str, numbers: Sequence[Number], written: Mapping[int, tuple[float, str]], row: int
) -> Mapping[float, Mapping[str, str]]:
    """For each number the kinds of one row that it is said to be of, with the words for it."""
    found: dict[float, dict[str, str]] = {}
    for at, one in enumerate(numbers):
        own = found.setdefault(face_value(one, written), {})
        if row < len(SENTENCE_KINDS):
            start, end = sentence_around(text, one.start)
            if not any(other.start >= end for other in numbers):
                end = len(text)  # "You pay 119 euros. The tax comes on top."
            own |= {
                name: f"{one.text} {match.group()}" for name, pattern in SENTENCE_KINDS[row].items()
                if (match := pattern.search(text, start, end))
            }  # fmt: skip
            continue
        begin = _bare_end(text, one)
        end = min(begin + REACH, numbers[at + 1].start if at + 1 < len(numbers) else len(text))
        for name, pattern in BEHIND_KINDS[row - len(SENTENCE_KINDS)].items():
            if match := pattern.match(text, begin, end):
                own[name] = text[one.start : match.end()].strip()
    return found


def _bare_end(text: str, one: Number) -> int:
    """Where a number ends without its unit."""
    match = re.compile(r"(?:[\d.,]*\d|[^\W\d_]+(?:-[^\W\d_]+)?)").match(text, one.start)
    return match.end() if match else one.end
