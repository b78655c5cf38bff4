# SPDX-License-Identifier: AGPL-3.0-or-later
"""What came out the other way round without a "not" that went or came: "lapses" for "remains valid", "is refused" for
"counts as accepted".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.plain import lexicon
from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import QUESTION, Lexicon
from pipeline.plain.lexicon import outcomes as words
from pipeline.plain.lexicon.opposites import OPPOSITES
from pipeline.plain.statements.beads import within
from pipeline.plain.statements.pair import Pair
from pipeline.plain.statements.turned_round import turned_twice
from pipeline.plain.text.clauses import stems_of
from pipeline.plain.text.phrase_tables import compiled, find
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import WORD, language

JOINED = r"[وف]?س?(?:ال|بال|لل|ب|ل)?"  # what Arabic joins to the front of a word
BETWEEN = 6  # words for which "_" stands in a table
END = re.compile(r"[.;:!?؟،؛,](?:\s|$)|[–—(]")
NEXT = 25  # code points, twice of which a denial of the next words reaches at most
CLOSE, FAR = 12, 60  # code points from what frees of a duty, its end and its beginning, to the clause of the duty
NONE = re.compile(  # "accepts no gifts"
    r"\s+(?:(?:to|for|from|with|by|at|on|in|of)\s+)?(?:no|nothing|none|nobody|neither|no one)\b", re.IGNORECASE
)
TERM = 5  # words behind a word, for its term
REACH = {"de": 3, "fr": 3, "es": 3, "ar": 1, "en": 5}  # words behind such a denial, the denied one with them


BY_OPPOSITES = words.BY_OPPOSITES | {f"{name} too" for each in OPPOSITES.values() for name in each}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a matter comes out in a clause: whether it is so, whether its word says so, that word and where it stands,
    the turns of its sentence, and the clause."""

    so: bool
    says: bool
    text: str
    start: int
    turns: frozenset[str]
    clause: tuple[int, int]


def compare_outcomes(pair: Pair) -> Iterator[Difference]:
    """Matters that come out in one way only in each text, and not in the same one, in sentences of the same turns."""
    lang = language(pair.lang)
    for matter in matters(lang):
        ours, theirs = (outcomes(pair.text(side), lang, matter) for side in (0, 1))
        if not ours or not theirs or len({one.so for one in ours}) > 1 or len({one.so for one in theirs}) > 1:
            continue
        was, now = ours[0], theirs[0]
        for_a_time = "until" in was.turns and was.says != now.says  # "lapses after two years", "holds for two years"
        told = was.says != now.says or matter not in BY_OPPOSITES
        together = any(within(one.start, pair.beads.beside(0, other.start)[1]) for one in theirs for other in ours)
        told = told and together and not for_a_time and _of_one(pair, was, now)
        if was.so != now.so and was.turns == now.turns and told:
            if any(turned_twice(pair, side, one.start) for side, one in ((0, was), (1, now))):
                continue
            note = "It comes out the other way round."
            yield Difference("negation", "exchanged", was.text, now.text, note)
            return


def _of_one(pair: Pair, was: Outcome, now: Outcome) -> bool:
    """Whether two clauses may speak of one thing, where a language has words to see that: they share a word besides
    their outcomes, or the plain one has a word that stands for it; and both say so, or both that it may be."""
    lang = language(pair.lang)
    if lang not in words.PRONOUNS:
        return True
    ours, theirs = (pair.text(side)[slice(*one.clause)] for side, one in enumerate((was, now)))
    may = [bool(find(text, words.MAY[lang])) for text in (ours, theirs)]
    own, other, outcome = (
        stems_of(text, pair.data, lang) for text in (ours, theirs, f"{was.text} {now.text}")
    )
    return may[0] == may[1] and bool((own & other) - outcome or find(theirs, words.PRONOUNS[lang]))


def same_outcome(pair: Pair, side: int, place: int) -> bool:
    """Whether the clause around a denial says how a matter comes out, and the other text says the same of it, each in
    one way only."""
    lang = language(pair.lang)
    outright = [one.cue.start for one in pair.negation[side].cues if one.cue.strong]
    for matter in matters(lang):
        mine = outcomes(pair.text(side), lang, matter, cases=True)
        own = [
            one for one in mine if one.start <= place < one.start + len(one.text)
            or (one.clause[0] <= place < one.clause[1] and any(one.clause[0] <= at < one.clause[1] for at in outright))
        ]  # fmt: skip
        in_case = not any(one in own for one in outcomes(pair.text(side), lang, matter))
        theirs = outcomes(pair.text(1 - side), lang, matter, cases=True, answers=not in_case)
        one_way = len({one.so for one in (*mine, *theirs)}) == 1
        if own and theirs and not one_way:
            theirs = _nearest(pair, side, own[0], theirs)
            one_way = len({one.so for one in (*own, *theirs)}) == 1
        if own and theirs and one_way and any(a.text.lower() != b.text.lower() for a in own for b in theirs):
            return True
    return False


def _nearest(pair: Pair, side: int, own: Outcome, theirs: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """Those of the other text whose sentences share the most words with the clause of one; none where that is none."""
    said = set(_roots(pair, side, own.clause))
    there = 1 - side
    shared = [len(said & set(_roots(pair, there, sentence_around(pair.text(there), one.start)))) for one in theirs]
    most = max(shared)
    return tuple(one for one, many in zip(theirs, shared, strict=True) if many == most > 0)


def _roots(pair: Pair, side: int, span: tuple[int, int]) -> list[str]:
    return [root for at, root, _ in pair.words[side] if span[0] <= at < span[1]]


@lru_cache(maxsize=512)
def outcomes(text: str, lang: str, matter: str, *, cases: bool = False, answers: bool = False) -> tuple[Outcome, ...]:
    """What a text says of how a matter comes out, but for what it asks and what it says of cases. ``cases``: with
    those; ``answers``: also in words that only answer for others."""
    data = lexicon.of(lang)
    assert data is not None
    exempt = [cue for cue in data.modality.find(text) if cue.kind == "exempt" and cue.strong]
    found: list[Outcome] = []
    yes, no = matters(lang)[matter]
    more = words.ANSWERS[lang].get(matter) if answers else None
    for so, pattern in ((False, no), (True, f"{yes}|{more}" if more else yes)):
        for match in _compiled(pattern, lang).finditer(text):
            if any(one.start <= match.start() < one.start + len(one.text) for one in found):
                continue
            start, end = clause_around(text, match.start(), match.end(), lang)
            if not cases and (QUESTION.match(text, match.end()) or _in_case(text, start, lang)):
                continue
            free = any(
                start - one.end <= CLOSE and one.end <= match.start() < one.start + FAR for one in exempt
            )
            denied = _denied(text, match, (start, end), lang)
            if denied is None:
                continue
            turned = denied or free
            turns = _turns(text, match.start(), lang) | _term(text, match, data)
            found.append(Outcome(so != turned, so, match.group(), match.start(), turns, (start, end)))
    return tuple(sorted(found, key=lambda one: one.start))


def _denied(text: str, word: re.Match[str], clause: tuple[int, int], lang: str) -> bool | None:
    """Whether a word is denied, and not twice; None where it is not known, since a denial stands before an "and".
    Denials of one clause go together ("no … ninguna"), and but in German they stand before what they deny."""
    start, end = clause
    before = _cut_before(text, start, lang)
    # Each is looked for in the whole text: what comes behind it says whether it denies ("ne … que").
    wide = [one.start() for one in _compiled(words.WIDE[lang]).finditer(text, before)]
    inside = word.end() if word.group().lower().startswith("nicht") else word.start()
    own = any(start <= at < word.start() or (lang == "de" and inside <= at < end) for at in wide)
    own = own or (lang == "en" and bool(NONE.match(text, word.end())))
    if not own and any(before <= at < start for at in wide):
        return None
    banned = bool(_compiled(words.BANNED[lang]).search(text, *clause))
    near = sum(
        _reaches(text[one.end() : word.start()], lang)
        for one in _compiled(words.NEAR[lang]).finditer(text, max(0, word.start() - 2 * NEXT), word.start())
    )
    return (own + banned + near) % 2 == 1


def _cut_before(text: str, clause: int, lang: str) -> int:
    """Where what an "and" joins a clause to begins; the clause itself where none does."""
    if not _compiled(words.ANDS[lang]).match(text, clause):
        return clause
    return clause_around(text, max(0, clause - 1), clause, lang)[0]


def clause_around(text: str, start: int, end: int, lang: str) -> tuple[int, int]:
    """The clause that a word stands in."""
    first, last = sentence_around(text, start)
    cuts = [one.end() for one in END.finditer(text, first, last)]
    for table in (words.JOINS, words.CONDITION, words.EXCEPTION):
        cuts += [one.start() for one in _compiled(table[lang]).finditer(text, first, last)]
    begin = max((cut for cut in cuts if cut <= start), default=first)
    return begin, min((cut for cut in cuts if cut >= end), default=last)


def _term(text: str, word: re.Match[str], data: Lexicon) -> frozenset[str]:
    """Whether something comes out so for a time: "lapses after two years", "holds for two years"."""
    _, end = sentence_around(text, word.start())
    near = [one.group().lower() for one in WORD.finditer(text, word.end(), end)][:TERM]
    return frozenset({"until"} if any(one in data.measures for one in near) else ())


def _in_case(text: str, clause: int, lang: str) -> bool:
    """Whether a clause says in which case something holds, or only in which it does not."""
    first, _ = sentence_around(text, clause)
    first = max((one.end() for one in END.finditer(text, first, clause)), default=first)
    cases = (_compiled(table[lang]) for table in (words.CONDITION, words.EXCEPTION))
    return any(case.search(text, first, clause) or case.match(text, clause) for case in cases)


def _reaches(between: str, lang: str) -> bool:
    """Whether a denial of the next words still holds behind some of them."""
    return between.count(" ") <= REACH[lang] and not set(",;:") & set(between)


def _turns(text: str, place: int, lang: str) -> frozenset[str]:
    start, end = sentence_around(text, place)
    return frozenset(
        name for name, table in words.TURNS.items()
        if _compiled(table[lang]).search(text, start, end)
    )


def _compiled(pattern: str, lang: str = "") -> re.Pattern[str]:
    return compiled(pattern, BETWEEN, JOINED if lang == "ar" else "")


@lru_cache(maxsize=8)
def matters(lang: str) -> Mapping[str, tuple[str, str]]:
    """The matters of a language; none for English."""
    return {**words.OUTCOMES.get(lang, {}), **{f"{name} too": each for name, each in OPPOSITES.get(lang, {}).items()}}
