# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers of two texts compared, with their bounds, their units and their places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import isclose

from pipeline.plain.difference import Difference
from pipeline.plain.facts.around import compare_around
from pipeline.plain.facts.by_and_to import is_rest
from pipeline.plain.facts.ends import said_by_after
from pipeline.plain.facts.from_nth import from_next
from pipeline.plain.facts.units import compare_numbered_units
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.alike import alike
from pipeline.plain.numbers.amounts import key
from pipeline.plain.numbers.by_turns import said_by_turns
from pipeline.plain.numbers.clock import at_lunch, unlike
from pipeline.plain.numbers.composed import HALF
from pipeline.plain.numbers.hours import bare_hours, is_length, named_alike, said_by_length, said_by_the_day
from pipeline.plain.numbers.left_over import in_parts, is_left
from pipeline.plain.numbers.noted import may_come, may_go
from pipeline.plain.numbers.number import STANDS_FOR, Number
from pipeline.plain.numbers.read_numbers import Read, read, unmatched
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.numbers.rounded import rounded, rounds
from pipeline.plain.numbers.scales import DIMENSIONS
from pipeline.plain.numbers.shares import SHARE
from pipeline.plain.numbers.steps import counts_steps, in_order
from pipeline.plain.words import WORD, stem

MAJORITY = re.compile(r"\b(?:majorit|mehrheit|mayoría|most\b|la plupart|die meisten)", re.IGNORECASE)
def compare_numbers(before: Reading, after: Reading, data: Lexicon, lang: str) -> Iterator[Difference]:
    """Numbers lost, added, bound otherwise ("at least" → "about"), or exchanged with each other; times of the day
    lost or added. What another unit says is the same: 14 days and two weeks, half and 50 per cent."""
    ours, theirs = (read(reading, data) for reading in (before, after))
    told = list(_numbers(before, after, ours, theirs, data, lang))
    yield from told
    sides, written, bare = (ours.all, theirs.all), (ours.written, theirs.written), (ours.bare, theirs.bare)
    yield from compare_around((before, after), sides, written, bare, told, data, lang)


def _numbers(
    before: Reading, after: Reading, ours: Read, theirs: Read, data: Lexicon, lang: str
) -> Iterator[Difference]:
    """The numbers and times of the day that one text has and the other has not, or has with another unit."""
    yield from (Difference("numbers", "lost", *said) for said in _times(before, after, theirs))
    yield from (Difference("numbers", "added", *said[::-1]) for said in _times(after, before, ours))
    lost = list(_lost(before, after, ours, theirs, data, lang))
    yield from lost
    yield from _added(before, after, ours, theirs, data, lang, gone=any(not one.weak for one in lost))
    yield from _in_place_of_another(ours, theirs)
    yield from compare_numbered_units(ours, theirs)


def _times(here: Reading, there: Reading, others: Read) -> Iterator[tuple[str, str]]:
    """The times of the day of a text that the other one has in no way. In: both texts, the numbers of the other."""
    clock = [*there.clock, *bare_hours(there.numbers, there.text)]
    for time in unlike(here.clock, clock):
        said = at_lunch(time, there.text) or said_by_the_day(time, there.text)
        said = said or any(named_alike(time, one) for one in others.all)
        if not said and not said_by_length(time, here.clock, clock, others.all):
            yield time.text, ""


def _is_hour(one: Number, here: Reading, there: Reading) -> bool:
    """Whether a number is an hour that the other text tells as a time, or as long as from one time of it to another."""
    own = next(bare_hours([one], here.text), None)
    alike = any(named_alike(time, one) for time in there.clock)
    return alike or is_length(one, there.clock) or (own is not None and any(own.same(time) for time in there.clock))


def _lost(before: Reading, after: Reading, ours: Read, theirs: Read, data: Lexicon, lang: str) -> Iterator[Difference]:
    original, plain = before.text, after.text
    for one in unmatched(ours, theirs):
        if _said_otherwise(one, ours.written[one.start], plain) or _counted(one, ours, theirs):
            continue
        if _is_hour(one, before, after):
            continue
        if counts_steps(one, before, after) or in_order(one, before, after):
            continue
        if _is_majority(one, plain) or _in_other_shares(one, ours, theirs, data, lang):
            continue
        if rounded(one, theirs.all) or _falls_short(one, ours, theirs) or alike(one, before, after, theirs.all, lang):
            continue
        if not one.weak or _bare_in(plain, original, one, data, lang):
            yield Difference("numbers", "lost", one.text, "", weak=may_go(one, before, after, ours, theirs))


def _added(
    before: Reading, after: Reading, ours: Read, theirs: Read, data: Lexicon, lang: str, *, gone: bool
) -> Iterator[Difference]:
    """``gone``: whether a number of the original is lost for certain."""
    original, plain = before.text, after.text
    for one in unmatched(theirs, ours):
        if _said_otherwise(one, theirs.written[one.start], original) or _counted(one, theirs, ours):
            continue
        if counts_steps(one, after, before) or _is_hour(one, after, before):
            continue
        if _is_majority(one, original) or _in_other_shares(one, theirs, ours, data, lang):
            continue
        if rounds(one, ours.all) or _falls_short(one, theirs, ours) or alike(one, after, before, ours.all, lang):
            continue
        if not (one.weak and one.value <= 2) or _bare_in(original, plain, one, data, lang):
            weak = may_come(one, before, after, ours, theirs, gone=gone)
            yield Difference("numbers", "added", "", one.text, weak=weak)


def _is_majority(one: Number, there: str) -> bool:
    """Whether "more than half" stands for a majority."""
    half = one.unit == SHARE and one.value == HALF and one.bound in ("more than", "less than")
    return half and bool(MAJORITY.search(there))


def _in_other_shares(one: Number, here: Read, there: Read, data: Lexicon, lang: str) -> bool:
    """Whether the other text says of a share what is left of the whole, or in how many equal parts it is paid; or
    counts up to where a row goes on."""
    left = is_left(one, here.text, there.all, there.text) or is_rest(one, here.text, there.text, there.all, lang)
    return (
        left or in_parts(one, here.text, there.all, there.text)
        or from_next(one, here.text, there.all, there.text, data) or said_by_turns(one, here.text, there.text)
    )  # fmt: skip


def _falls_short(one: Number, here: Read, there: Read) -> bool:
    """Whether a number is one less than what the other text goes up to, or the other way round: "up to 119 minutes",
    "less than two hours"."""
    for less, more, side in ((one, other, here) for other in there.all) if one.bound != "less than" else (
        (other, one, there) for other in there.all
    ):
        written = side.written.get(less.start, (0.0, ""))[0]
        alike = more.bound == "less than" and less.unit == more.unit and less.unit in DIMENSIONS
        if alike and written and isclose(more.value, less.value + less.value / written):
            return True
    return False


def _in_place_of_another(ours: Read, theirs: Read) -> Iterator[Difference]:
    """A number that stands there less often than in the original, while another one that both have stands there
    more often: one may have been written for the other."""
    before, after = (
        Counter([*(key(one) for one in side.all if not one.weak), *side.bare]) for side in (ours, theirs)
    )
    less = [one for one in ours.all if 0 < after[key(one)] < before[key(one)]]
    more = [one for one in theirs.all if 0 < before[key(one)] < after[key(one)]]
    if less and more:
        yield Difference("numbers", "exchanged", less[-1].text, more[-1].text, "One stands there too often.")


def _bare_in(there: str, here: str, one: Number, data: Lexicon, lang: str) -> bool:
    """Whether what an ordinal counts stands in the other text without it ("the second notice", "the notice")."""
    if one.unit != "th" and one.text.lower() not in data.ordinals:
        return False
    noun = re.match(r"\s+([^\W\d_]+)", here[one.end :])
    if not noun or noun[1].lower() in data.function_words:
        return False
    return stem(noun[1], lang) in {stem(word, lang) for word in WORD.findall(there)}


def _said_otherwise(one: Number, written: tuple[float, str], text: str) -> bool:
    """Whether a word stands for a number, as it is written: "both" for two, "decade" for ten. Not for a part of a
    share ("two" in "two thirds")."""
    value, unit = written
    return (one.unit != SHARE or one.value == value) and unit in ("", "th") and any(
        re.search(rf"(?<!\w)(?<!\bor ){re.escape(word)}", text, re.IGNORECASE) for word in STANDS_FOR.get(value, ())
    )


def _counted(one: Number, here: Read, there: Read) -> bool:
    """Whether an ordinal stands for its number: "on her sixty-fifth birthday", "when she turns 65"; or the other text
    says "after" for it ("the first six months", "for six months after")."""
    value, unit = here.written[one.start]
    named = one.text.isdigit()  # "Year 1" is the first year
    if said_by_after(one, (here.text, here.all), (there.text, there.all)):
        return True
    return (value > 2 or named) and (value, {"": "th", "th": ""}.get(unit)) in there.written.values()
