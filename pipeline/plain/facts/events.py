# SPDX-License-Identifier: AGPL-3.0-or-later
"""On which side of an event something lies: in the week after Easter, in the week before it; told beforehand, told
afterwards. English only. Where a sentence is turned round, the event is another one ("the notice before the hearing",
"the hearing after the notice"), so that one event with both sides is a change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import WORD, language, stem

_MARK = re.compile(
    r"\b(?:(?P<before>before|prior to|ahead of|in advance of)"
    r"|(?P<after>after(?! (?:that|this|them|these|which|all)\b)|(?<!the )following"
    r"|once(?! (?:a|an|per|every|each|in|more)\b)))\s",
    re.IGNORECASE,
)
_CUT = re.compile(r"[,.;:!?]|\b(?:and|or|but|unless|if|when|that|to)\b", re.IGNORECASE)
_WORDS = 3  # that name an event
_LETTERS = 5  # of a stem that is compared
# With no event named.
_BEFOREHAND = re.compile(
    r"\b(?:beforehand|in advance(?! of)|prior (?:[a-z]+ )?"
    r"(?:consent|approval|permission|agreement|authori[sz]ation|notice))\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"\b(?:afterwards|after the (?:event|fact)|later on|later(?=[.;!?]))", re.IGNORECASE)
_ANY_BEFORE = re.compile(
    r"\b(?:before(?:hand)?|ahead|in advance|prior|first|earlier|until|already|have|has|only)\b", re.I
)
_ANY_AFTER = re.compile(r"\b(?:after(?:wards)?|later|thereafter|subsequent\w*|then)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Side:
    """An event: the stems that name it, whether something lies before it, and what stands there."""

    event: frozenset[str]
    before: bool
    text: str


def compare_events(texts: Sequence[str], data: Lexicon, lang: str) -> Iterator[Difference]:
    """The first event that something lies before in one text and after in the other, and nothing on its other side."""
    if language(lang) != "en":
        return
    ours, theirs = (list(_sides(text, data, lang)) for text in texts)
    for one in ours:
        own = [other for other in ours if one.event & other.event]
        there = [other for other in theirs if one.event & other.event]
        if there and all(other.before == one.before for other in own) and all(
            other.before != one.before for other in there
        ):
            yield Difference("numbers", "exchanged", one.text, there[0].text, "It lies on the other side.")
            return
    for here, there_, way in ((texts[0], texts[1], 1), (texts[1], texts[0], -1)):
        early, late = _BEFOREHAND.search(here), _AFTERWARDS.search(there_)
        if early and late and not _ANY_AFTER.search(here) and not _ANY_BEFORE.search(there_):
            was, now = (early.group(), late.group())[::way]
            yield Difference("numbers", "exchanged", was, now, "It lies on the other side.")
            return


def _sides(text: str, data: Lexicon, lang: str) -> Iterator[Side]:
    denials = [cue.start for cue in data.negation.find(text) if cue.strong]
    for mark in _MARK.finditer(text):
        start, end = sentence_around(text, mark.start())
        cut = _CUT.search(text, mark.end(), end)
        stop = cut.start() if cut else end
        words = [
            match for match in WORD.finditer(text, mark.end(), stop) if match.group().lower() not in data.function_words
        ][:_WORDS]  # fmt: skip
        denied = any(start <= denial < stop for denial in denials)
        if words and not denied:
            event = frozenset(stem(match.group(), lang)[:_LETTERS] for match in words)
            yield Side(event, bool(mark["before"]), text[mark.start() : words[-1].end()])
