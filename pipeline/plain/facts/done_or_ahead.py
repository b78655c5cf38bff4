# SPDX-License-Identifier: AGPL-3.0-or-later
"""What of an amount is done and what is still to come ("five years have been served", "five years are still to come"),
and an amount for each of many that is one amount in the other text ("75 euros per child", "75 euros"). English only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.numbers.amounts import key
from pipeline.plain.numbers.follows import MONEY
from pipeline.plain.numbers.number import Number
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import language

_DONE = re.compile(
    r"\b(?:already|so far|to date|(?:have|has|had) been|after (?:serving|paying|completing)|behind)\b", re.I
)
_AHEAD = re.compile(
    r"\b(?:still (?:to (?:come|go|be \w+)|ahead|left|open|outstanding|owed|due)|yet to (?:come|be \w+)"
    r"|left to \w+|pending|remain\w*)\b",
    re.IGNORECASE,
)
_HEADS = (
    r"(?:person|head|child|adult|member|household|family|vehicle|boat|dog|pupil|student|tenant|employee|worker|patient"
    r"|passenger|guest|participant|item|parcel|piece|copy|tree|animal|window|room|flat|dwelling|unit|visit|day|night)"
)
_FOR_EACH = re.compile(
    rf"(?:\s+[^\W\d_]+){{0,2}}?\s+(?:per|for (?:each|every)|to each)\s+(?:[^\W\d_]+\s+)?(?P<head>{_HEADS})\b",
    re.IGNORECASE,
)
_ANY_EACH = re.compile(r"\b(?:each|every|per|apiece|all|both|any|a head|times|multiplied)\b", re.IGNORECASE)


def compare_done_and_ahead(texts: Sequence[str], sides: Sequence[Sequence[Number]], lang: str) -> Iterator[Difference]:
    """Numbers that are done in one text and still to come in the other, and sums of money for each that are said of no
    one in the plain text. In: both texts, and their numbers, each in one unit of its dimension."""
    if language(lang) != "en":
        return
    for one in sides[0]:
        same = [other for other in sides[1] if key(other) == key(one)]
        if len(same) != 1:
            continue
        was, now = _ways(texts[0], one), _ways(texts[1], same[0])
        if (was == "done" and now == "ahead") or (was == "ahead" and now == "done"):
            yield Difference("numbers", "exchanged", f"{was} {one.text}", f"{now} {same[0].text}", "Done, or to come.")
        each = _FOR_EACH.match(texts[0], one.end) if one.unit in MONEY else None
        single = rf"\b(?:an?|the|your|his|her|its)\s+(?:[^\W\d_]+\s+)?{each['head']}\b" if each else ""
        if each and not _ANY_EACH.search(texts[1]) and not re.search(single, texts[1], re.IGNORECASE):
            yield Difference("numbers", "exchanged", f"{one.text}{each.group()}", same[0].text, "For each, or once.")


def _ways(text: str, one: Number) -> str:
    """Whether the sentence of a number says that it is done, or is still to come; "" for neither, or both."""
    start, end = sentence_around(text, one.start)
    done, ahead = _DONE.search(text, start, end), _AHEAD.search(text, start, end)
    return "" if bool(done) == bool(ahead) else "ahead" if ahead else "done"
