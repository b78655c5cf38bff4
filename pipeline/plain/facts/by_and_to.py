# SPDX-License-Identifier: AGPL-3.0-or-later
"""By how much something changes, and to how much: "cut by a third" leaves two thirds, "cut to a third" leaves one.

The number is the same in both, so that nothing else tells them apart. Read only where a word of change (reduce, rise,
a fall) stands before the number in its sentence; in German, whose verb may come last, anywhere in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.numbers.alike import face_value
from pipeline.plain.numbers.amounts import RANGE
from pipeline.plain.numbers.composed import HALF
from pipeline.plain.numbers.left_over import rests
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.shares import SHARE
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import language

BY, TO = "by", "to"
REACH = 30  # code points before a number
CHANGE = {
    "en": r"reduc\w+|cut(?:s|ting)?|lower(?:s|ed|ing)|rais(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|(?:in|de)creas\w+|"
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|gr[eo]w(?:s|n|ing|th)?|shr[aiu]nk(?:s|en|ing)?|declin\w+|climb(?:s|ed|ing)?|"
    r"(?:go(?:es|ne)?|went) (?:up|down)|br(?:ings?|ought) (?:up|down)|shorten\w*|lengthen\w*|extend(?:s|ed)?|"
    r"trim(?:s|med)|slash(?:es|ed)|expand(?:s|ed)?|dwindl\w+|s[aiu]nks?|soar(?:s|ed)|jump(?:s|ed)|plung\w+|diminish\w*",
    "fr": r"rédui\w+|baiss\w+|diminu\w+|augment\w+|relev[eé]\w*|tomb\w+|recul\w+|progress\w+|raccourci\w*|"
    r"prolong\w+|abaiss\w+|chut\w+",
    "de": r"sinkt|sinken|sank(?:en)?|gesunken|steig\w+|stieg\w*|gestiegen|erhöh\w+|(?:ge)?senk\w+|(?:ge)?kürz\w+|"
    r"verringer\w+|wächst|wuchs\w*|gewachsen|fiel(?:en)?|fällt|gefallen|reduzier\w+|verkürz\w+|verlänger\w+|"
    r"vermindert?|angehoben|herabgesetzt",
    "es": r"redu[cjz]\w+|baj[aó]\w*|disminu\w+|aument\w+|sub(?:e|en|ió|ieron|ido|irá)|ca(?:e|en|yó|yeron)|crec\w+|"
    r"recort\w+|rebaj\w+|acort\w+|alarg\w+",
}  # fmt: skip
CHANGE_OF = r"(?:increase|decrease|reduction|cut|rise|raise|drop|fall|decline|growth|extension)s? of"
_NEARLY = (
    r"(?:almost|nearly|about|around|over|under|some|only|just|another|a further|more than|less than|at least|"
    r"presque|environ|etwa|rund|fast|casi)"
)
_ARTICLE = r"(?:an?|the|une?|l[ea]s?|eine[nrms]?|ein|el|la)"
CHANGES = {lang: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for lang, words in CHANGE.items()}
# Right before the number; the article may stand between ("d'un tiers", "um ein Drittel", "en un tercio").
BEFORE = {
    lang: tuple(
        re.compile(rf"(?<!\w)(?:{word})\s*(?:{_NEARLY}\s+)?(?:{_ARTICLE}\s+)?(?:{_NEARLY}\s+)?$", re.IGNORECASE)
        for word in words
    )
    for lang, words in {
        "en": (rf"by|{CHANGE_OF}", r"(?:(?<!up )|(?<=goes up )|(?<=go up )|(?<=went up ))to"),
        "fr": (r"de|d['’]", r"à"), "de": (r"um", r"auf"), "es": (r"en|(?<!a )(?=un\s)", r"al?"),
    }.items()
}  # fmt: skip
THAN_BEFORE = re.compile(
    r"\s+(?:less|lower|fewer|smaller|shorter|more|higher|larger|longer|off|mehr|weniger|niedriger|höher)\b",
    re.IGNORECASE,
)
# "A third of the old fee", "55 per cent of what it was in 1990" is what is left; "they lost a third of it" is not.
OF_BEFORE = re.compile(
    r"\s+of\s+(?:(?:the|its|their|your|our|his|her)\s+(?:old|previous|former|earlier|original|past)\b|what\s+[^.;:!?]{2,30}?"
    r"\b(?:was|were|had|did|before|used to)\b|(?:the|their|its)\s+[^.;:!?]{2,40}?\b(?:did|had|was|were)\s+in\s+\d{4})",
    re.IGNORECASE,
)
CHANGED_RIGHT_BEFORE = re.compile(
    rf"\b(?:{CHANGE['en']}|los[et]s?|losing|sav(?:es?|ed|ing)|take(?:s|n)? (?:away|off)|"
    rf"remov\w+|give(?:s|n)? up|gave up)"
    rf"\s+(?:{_NEARLY}\s+)?(?:{_ARTICLE}\s+)?$",
    re.IGNORECASE,
)
FROM = re.compile(r"\s+(?:à|a|auf|bis)\s", re.IGNORECASE)


def compare_by_and_to(
    texts: Sequence[str], sides: Sequence[Sequence[Number]], written: Sequence[Mapping[int, tuple[float, str]]],
    lang: str,
) -> Iterator[Difference]:  # fmt: skip
    """The numbers by which something changes in one text and to which it changes in the other. Half is the same
    either way. In: both texts, their numbers, each in one unit of its dimension, and the values as they are written:
    "from 26 weeks to 17" has no unit behind the second."""
    ours, theirs = (
        _ways(text, numbers, own, lang) for text, numbers, own in zip(texts, sides, written, strict=True)
    )
    for value, said in ours.items():
        now = theirs.get(value, {})
        if len(said) == len(now) == 1 and said.keys() != now.keys():
            (one,), (other,) = said.values(), now.values()
            yield Difference("numbers", "exchanged", one, other, "By how much it changes, and to how much.")


def is_rest(one: Number, text: str, there: str, others: Sequence[Number], lang: str) -> bool:
    """Whether the other text has what a share leaves: "cut by a third", "two thirds of the old fee". In: the number and
    its text, the other text and the numbers of that."""
    mine = {way for way, _ in ways_of(text, one.start, one.end, lang)}
    return any(
        {*mine, *(way for way, _ in ways_of(there, other.start, other.end, lang))} == {BY, TO} != mine
        for other in rests(one, others)
    )  # fmt: skip


def _ways(
    text: str, numbers: Sequence[Number], written: Mapping[int, tuple[float, str]], lang: str
) -> Mapping[float, dict[str, str]]:
    """For each number how it stands in a change (BY, TO), with the words that say so."""
    found: dict[float, dict[str, str]] = defaultdict(dict)
    ended = -1  # where the last number ends by which something changes
    for one in numbers:
        if one.unit == "th" or (one.unit == SHARE and one.value == HALF):
            continue
        bare = ended >= 0 and (not one.unit or text[ended - 1].isdigit())
        if bare and RANGE.fullmatch(text, ended, one.start):
            continue  # "by 5 to 10 per cent"
        for way, said in ways_of(text, one.start, one.end, lang):
            found[face_value(one, written)].setdefault(way, said)
            ended = one.end if way == BY else ended
    return found


def ways_of(text: str, start: int, end: int, lang: str) -> Iterator[tuple[str, str]]:
    """How a number stands in a change: BY or TO, with the words that say so. In: where it begins and ends."""
    tongue = language(lang)
    if tongue not in CHANGE:
        return
    begin, stop = sentence_around(text, start)
    if CHANGES[tongue].search(text, begin, stop if tongue == "de" else start):
        for way, pattern in zip((BY, TO), BEFORE[tongue], strict=True):
            match = pattern.search(text, max(begin, start - REACH), start)
            away = way == BY and tongue == "fr" and FROM.match(text, end)  # "de 8 à 5 euros"
            if match and not away:
                yield way, text[match.start() : end]
    if tongue == "en" and (match := OF_BEFORE.match(text, end)) and not any(
        pattern.search(text, max(begin, start - REACH), start) for pattern in (BEFORE["en"][0], CHANGED_RIGHT_BEFORE)
    ):
        yield TO, text[start : match.end()]
    if match := THAN_BEFORE.match(text, end):
        yield BY, text[start : match.end()]
