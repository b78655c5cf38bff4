# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which cases something holds: an exception that is gone or was closed, and what was needed and is needed no more.

An official text binds a matter to something ("only with", "unless"), and what a plain text says of that is seldom said
in the same words. So each rule asks for a word that says the opposite outright ("without exception", "with or
without"), or for a plain text in which nothing could stand for the exception.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import QUESTION, cases
from pipeline.plain.lexicon.outcomes import CONDITION, ONLY, WIDE
from pipeline.plain.statements.pair import Pair
from pipeline.plain.text.clauses import beginning, beginnings
from pipeline.plain.text.phrase_tables import compiled, find
from pipeline.plain.text.sides import Anchored, sentence_around
from pipeline.plain.words import WORD, language

BEHIND, AROUND, BEFORE = 8, 6, 2  # words behind what binds and behind what frees, and before both
CLOSE = 25  # code points from a denial to the need that it denies
STOP = re.compile(r"[.;:!?؟،,](?:\s|$)")
DENIED = re.compile(r"\b(?:pas|non|jamais|nicht|nie|no|ni|nunca|لا|ليس)\s+$")  # "with an adult, not without one"
FIRST = re.compile(r"[^.?!؟]*[.?!؟]?")


def compare_cases(pair: Pair) -> Iterator[Difference]:
    """At most one change of the cases in which something holds. English has rules of its own."""
    if language(pair.lang) not in cases.EVERY_CASE:
        return
    for rule in (_closed, _needless, _gone, _by_default, _others_too):
        if found := next(rule(pair), None):
            yield found
            return


def _closed(pair: Pair) -> Iterator[Difference]:
    """An exception where the other text has none, and says so."""
    every = cases.EVERY_CASE[language(pair.lang)]
    for side in (0, 1):
        closed, left = find(pair.text(1 - side), every), _left_out(pair, side)
        if closed and left and not find(pair.text(side), every) and not _left_out(pair, 1 - side):
            yield _exchanged(side, left[0].group(), closed.group(), "One text has an exception, the other has none.")


def _exchanged(side: int, own: str, other: str, note: str) -> Difference:
    was, now = (other, own) if side else (own, other)
    return Difference("conditions", "exchanged", was, now, note)


def _left_out(pair: Pair, side: int) -> list[re.Match[str]]:
    """What leaves something out of what a text says; not what says that nothing is left out."""
    text = pair.text(side)
    closed = [match.span() for match in compiled(cases.EVERY_CASE[language(pair.lang)]).finditer(text)]
    return [
        match for match in compiled(pair.data.left_out).finditer(text)
        if not any(start <= match.start() < end for start, end in closed)
    ]  # fmt: skip


def _needless(pair: Pair) -> Iterator[Difference]:
    """What the original binds something to, and the plain text says is not needed for it."""
    lang, text = language(pair.lang), pair.text(0)
    if any(find(text, one) for one in (cases.EITHER_WAY[lang], cases.CONCEDES[lang], pair.data.taken_in)):
        return
    demands = compiled(cases.DEMANDS[lang]).finditer(text)
    needed = [
        (one.group(), _near(pair, 0, one, BEHIND)) for one in (
            *compiled(cases.NEEDED[lang]).finditer(text), *(one for one in demands if not _denied(text, one, lang))
        )
    ]  # fmt: skip
    for match in _freeing(pair, lang):
        near = _near(pair, 1, match, AROUND)
        for was, words in needed:
            if words & near:
                yield _exchanged(0, was, match.group(), "What was needed is not needed now.")


def _denied(text: str, need: re.Match[str], lang: str) -> bool:
    """Whether a denial stands close before a need."""
    near = text[max(0, need.start() - CLOSE) : need.start()]
    return any(not set(",;:.") & set(near[one.end() :]) for one in compiled(WIDE[lang]).finditer(near))


def _freeing(pair: Pair, lang: str) -> Iterator[re.Match[str]]:
    """What says in the plain text that something holds with it and without it, or may be without it."""
    text = pair.text(1)
    for match in compiled(cases.EITHER_WAY[lang]).finditer(text):
        if not QUESTION.match(text, match.end()):
            yield match
    if find(pair.text(0), cases.WITHOUT[lang]) or any(one.cue.kind == "exempt" for one in _firm(pair, 0)):
        return
    may = [one.cue.start for one in _firm(pair, 1) if one.cue.kind == "permission"]
    for match in compiled(cases.WITHOUT[lang]).finditer(text):
        start, end = sentence_around(text, match.start())
        turned = any(find(text, table[lang], start, end) for table in (WIDE, ONLY))
        turned = turned or bool(DENIED.search(text, start, match.start()))
        if not turned and not QUESTION.match(text, match.end()) and any(start <= at < end for at in may):
            yield match


def _firm(pair: Pair, side: int) -> list[Anchored]:
    return [one for one in pair.modality[side].cues if one.cue.strong]


def _gone(pair: Pair) -> Iterator[Difference]:
    """An exception of which the plain text has no word, and nothing else that could stand for it."""
    lang, plain = language(pair.lang), pair.text(1)
    there = {beginning(word, pair.lang) for word in WORD.findall(plain)}
    first = FIRST.match(plain)
    if find(plain, cases.SET_APART[lang]) or (first and QUESTION.search(plain, first.end())):
        return
    for match in _left_out(pair, 0):
        words = _near(pair, 0, match, BEHIND, 0)
        if words and not words & there and not find(match.group(), cases.CONTRAST[lang]):
            yield Difference("conditions", "lost", match.group(), "", "Nothing says the exception.")


def _by_default(pair: Pair) -> Iterator[Difference]:
    """What holds unless somebody objects in one text, and only if somebody agrees in the other one."""
    lang = language(pair.lang)
    for side in (0, 1):
        here, there = pair.text(side), pair.text(1 - side)
        objects = find(here, cases.OBJECTS[lang])
        if not objects or find(there, cases.OBJECTS[lang]) or find(here, ONLY[lang]):
            continue
        agrees = find(there, cases.AGREES[lang]) if find(there, ONLY[lang]) else None
        if agrees and (_left_out(pair, side) or _unless(here, objects.start(), lang)):
            yield _exchanged(side, objects.group(), agrees.group(), "Who says nothing agrees in one text only.")


def _others_too(pair: Pair) -> Iterator[Difference]:
    """What holds for some only in the original, and for the others too in the plain text, where nothing denies it."""
    lang, plain = language(pair.lang), pair.text(1)
    only, others = find(pair.text(0), ONLY[lang]), find(plain, cases.OTHERS_TOO[lang])
    if not only or not others or find(pair.text(0), cases.OTHERS_TOO[lang]):
        return
    if not find(plain, WIDE[lang], *sentence_around(plain, others.start())):
        yield _exchanged(0, only.group(), others.group(), "What held for some only holds for the others too.")


def _unless(text: str, place: int, lang: str) -> bool:
    """Whether the sentence around a place says when something is not so ("soweit Sie nicht widersprechen")."""
    start, end = sentence_around(text, place)
    return all(find(text, table[lang], start, end) for table in (CONDITION, WIDE))


def _near(pair: Pair, side: int, match: re.Match[str], behind: int, before: int = BEFORE) -> frozenset[str]:
    """The stems of the content words around a place, up to where its clause ends."""
    text = pair.text(side)
    start, end = sentence_around(text, match.start())
    stop = STOP.search(text, match.end() + 2, end)
    words = [one.group() for one in WORD.finditer(text, match.end(), stop.start() if stop else end)][:behind]
    words += [one.group() for one in WORD.finditer(text, start, match.start())][-before:] if before else []
    return frozenset(beginnings(words, pair.data, pair.lang))
