# SPDX-License-Identifier: AGPL-3.0-or-later
"""What comes first and what comes then: steps, or those who are served, in an order that the plain text turned round.

Each text is cut where a word of order stands ("first", "then", "followed by", "step two", "at last"). What the steps
share with those of the other text says which is which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.lexicon.cases import BEFORE
from pipeline.plain.lexicon.outcomes import WIDE
from pipeline.plain.text.phrase_tables import compiled, find
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import WORD, language, stem

_NUMBERS = "one|two|three|four|five|six|1|2|3|4|5|6"
# A word of order that stands before its step, and one that stands in it.
_STARTS = (
    rf"(?:step|stage|number|place) (?:{_NUMBERS})\b:?|first of all|firstly|secondly|thirdly|lastly|finally"
    r"|at last|at the end|at the (?:very )?(?:top|bottom)"
    r"|only (?:then|thereafter|after that|afterwards)|thereafter|thereupon|subsequently"
    r"|afterwards|after (?:that|this|them|these)|then|next(?= (?:come|is|are|you|we|he|she|they|the))"
    r"|followed by|and last"
)
MARK = re.compile(rf"\b(?:{_STARTS})\b|(?<!the )(?<!their )(?<!your )(?<!its )(?<!at )\bfirst\b"
                  r"(?! (?:aid|name|time|class))", re.IGNORECASE)  # fmt: skip
# What begins a row, and what goes on in it. A step of an English text is one of the other's, as many in each.
MARKS = {
    "en": MARK,
    "fr": re.compile(
        r"\b(?:(?:tout )?d[’']abord|en premier(?: lieu)?|premièrement|en priorité|priorité (?:aux?|à)|pour commencer"
        r"|puis|ensuite|en (?:second|deuxième|troisième) lieu|deuxièmement|après cela|enfin|en dernier(?: lieu)?"
        r"|pour finir)\b", re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:zuerst|zunächst|als erste[rs]?|vorrangig|an (?:erster|zweiter|dritter|letzter) Stelle|erstens|zweitens"
        r"|(?:und|,) dann|danach|anschließend|sodann|daraufhin|im Anschluss|zuletzt|als letzte[rs]?|gefolgt von)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:primero|en (?:primer|segundo|tercer|último) lugar|ante todo|con prioridad|prioridad (?:los|las|para)"
        r"|después(?! de)|luego|a continuación|seguidamente|por último|finalmente)\b", re.IGNORECASE,
    ),
    "ar": re.compile(
        r"(?<!\w)[وف]?(?:أولا|(?:ال)?أولوية|[نيت]بدأ|في البداية|ثم|بعد(?:ها|هم|هما|ه)|بعد ذلك|[يت]لي(?:ه|ها|هم)|أخيرا"
        r"|في (?:ال)?(?:أخير|آخر|ختام)|ثانيا|ثالثا)(?!\w)",
    ),
}
GOES_ON = re.compile(
    r"(?:then|after|only|next|there|sub|follow|puis|ensuite|enfin|und|,|danach|anschl|sodann|darauf|im a|zuletzt|"
    r"gefolgt|desp|luego|a cont|segui|por ú|finalm|[وف]?(?:ثم|بعد|[يت]لي|أخير|في ال?[آأ]خ))", re.IGNORECASE,
)  # fmt: skip
# "The members are served first": what stands before the mark in its clause is the step.
PLACED = re.compile(r"\b(?:come|comes|came|is|are|was|were|placed|served|ranked|go|goes|paid|heard)\s+$", re.I)
CLAUSE = re.compile(r"[.;:!?•\n]|,\s")
SENTENCE_END = re.compile(r"[.;!?•\n](?=\s|$)")
LETTERS = 5  # of a stem that is compared


@dataclass(frozen=True, slots=True)
class Step:
    """A step: the stems that it says, and what stands there."""

    words: frozenset[str]
    text: str


def compare_sequence(texts: Sequence[str], data: Lexicon, lang: str) -> Iterator[Difference]:
    """The first two steps that stand in the other order, where each shares words with its own step alone."""
    if language(lang) not in MARKS:
        return
    ours, theirs = (_steps(text, data, lang) for text in texts)
    if len(ours) < 2 <= len(theirs):
        ours = _before(texts[0], data, lang)
    if min(len(ours), len(theirs)) < 2 or (language(lang) == "en" and len(ours) != len(theirs)):
        return
    places = [_place(step, ours, theirs) for step in ours]
    for first, second in combinations(range(len(ours)), 2):
        now = places[first], places[second]
        if None not in now and now[0] != now[1] and (now[0] or 0) > (now[1] or 0):
            yield Difference("numbers", "exchanged", ours[first].text, ours[second].text, "They come in another order.")
            return


def _before(text: str, data: Lexicon, lang: str) -> list[Step]:
    """The two steps of a text that says of one that the other comes before it: "Before you sail, sign the list."; none
    where it says so of none or of several. Not in English, and not of a time that is counted or a date."""
    found = list(compiled(BEFORE[language(lang)]).finditer(text)) if language(lang) in BEFORE else []
    if len(found) != 1:
        return []
    mark = found[0]
    start, end = sentence_around(text, mark.start())
    comma = CLAUSE.search(text, mark.end(), end)
    leads = not WORD.search(text, start, mark.start())
    if (leads and not comma) or find(text, WIDE[language(lang)], start, end):
        return []  # "not before" is "after"
    later = (mark.end(), comma.start() if comma else end)
    first = (comma.end(), end) if leads and comma else (start, mark.start())
    return [] if re.search(r"\d", text[slice(*later)]) else [_step(text, *span, data, lang) for span in (first, later)]


def _place(step: Step, own: Sequence[Step], others: Sequence[Step]) -> int | None:
    """The place of the one step of the other text that shares words which are of no other step; None for none."""
    alone = step.words.difference(*(other.words for other in own if other is not step))
    shares = [
        len(alone & other.words.difference(*(one.words for one in others if one is not other))) for other in others
    ]  # fmt: skip
    most = max(shares)
    return shares.index(most) if most and shares.count(most) == 1 else None


def _steps(text: str, data: Lexicon, lang: str) -> list[Step]:
    """The steps of a text in order; none where no word of order stands."""
    pattern = MARKS[language(lang)]
    marks = list(pattern.finditer(text))
    if not marks:
        return []
    places: list[tuple[int, int]] = []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        start, stop = mark.end(), end
        if PLACED.search(text, 0, mark.start()):  # "are served first, followed by"
            before = [cut.end() for cut in CLAUSE.finditer(text, 0, mark.start())]
            start, stop = before[-1] if before else 0, mark.start()
        elif ended := SENTENCE_END.search(text, start, stop):
            stop = ended.start()
        if not WORD.search(text, start, stop):  # "Klagen Sie zuerst."
            before = [cut.end() for cut in CLAUSE.finditer(text, 0, mark.start())]
            start, stop = before[-1] if before else 0, mark.start()
        places.append((start, stop))
    if not places or pattern.search(text[: marks[0].start()]):
        return []
    if GOES_ON.match(marks[0].group()):
        # What comes before the first "then" is the first step.
        before = [cut.end() for cut in re.finditer(r"[.;:!?]\s", text[: marks[0].start() - 2])]
        places.insert(0, (before[-1] if before else 0, marks[0].start()))
    if any(later[0] < earlier[1] for earlier, later in pairwise(places)):
        return []
    return [_step(text, start, stop, data, lang) for start, stop in places]


def _step(text: str, start: int, stop: int, data: Lexicon, lang: str) -> Step:
    return Step(frozenset(
        stem(match.group(), lang)[:LETTERS] for match in WORD.finditer(text, start, stop)
        if match.group().lower() not in data.function_words
    ), text[start:stop].strip(" ,.;:"))  # fmt: skip
