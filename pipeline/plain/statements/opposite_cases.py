# SPDX-License-Identifier: AGPL-3.0-or-later
"""A statement with a case ("lapses unless", "is paid if"), set beside the other text's statement with the same case.

What is said so unless something is the case is said not so if it is, and so if it is not. So three things are compared
by themselves: how the statement comes out, the case, and what binds them. Each is the same, or its opposite, or not
known; where all are known, the two texts come to the same if an even number of them is turned round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import cases_en as words
from pipeline.plain.lexicon import outcomes_en as outcomes
from pipeline.plain.statements.outcomes import BETWEEN
from pipeline.plain.statements.pair import Pair
from pipeline.plain.text.clauses import beginnings, stems_of
from pipeline.plain.text.phrase_tables import compiled, find
from pipeline.plain.words import WORD, language

LEAST = 1 / 3  # of the words of a case, and of a statement: so many are in both texts
BINDS = f"{words.UNLESS}|{words.IF}"
WEAK_KINDS = ("end", "implied")  # classes of words that may deny
LEADS = re.compile(r"\W*(?:but|and|then|so|only|just)?\W*", re.IGNORECASE)
REST = re.compile(r"[;:–(]\s?|,? (?:and|but)\b|, (?:or|which|who)\b|\b(?:otherwise|or else)\b", re.IGNORECASE)
CASE_END = re.compile(r"[,;:–]\s|\bthen\b", re.IGNORECASE)
ASKS = re.compile(r"(?:do|does|did|is|are|was|were|has|have|had|can|will)\b\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bound:
    """A statement and its case, as they stand, what binds them, and whether that turns the case round ("unless")."""

    says: str
    case: str
    by: str
    turned: bool


def compare_opposite_cases(pair: Pair) -> Iterator[Difference]:
    """At most one statement that holds in the opposite case in the other text. English only."""
    found = _opposite(pair) if language(pair.lang) == "en" else None
    if found:
        yield Difference("conditions", "exchanged", *found, "It holds in the opposite case.")


def _opposite(pair: Pair) -> tuple[str, str] | None:
    """The words that bind a statement to its case in each text, where the two do not come to the same; None where they
    do, or it is not known. Of the first statement with an exception of which it is known."""
    for side in (0, 1):
        for sentence in _sentences(pair, side):
            own = next((one for one in _bound(sentence) if one.turned), None)
            if own is None or find(sentence, words.EVEN):
                continue
            for other in _beside(own, pair, 1 - side):
                parts = _relation(own.says, other.says, pair, says=True), _relation(own.case, other.case, pair)
                if None not in parts:
                    turns = sum(bool(part) for part in parts) + own.turned + other.turned
                    by = (other.by, own.by) if side else (own.by, other.by)
                    return by if turns % 2 else None
    return None


def _sentences(pair: Pair, side: int) -> list[str]:
    return [pair.text(side)[start:end].strip() for start, end in pair.beads.spans[side]]


def _bound(sentence: str) -> Iterator[Bound]:
    """Each statement of a sentence that something binds to a case."""
    for match in compiled(BINDS).finditer(sentence):
        turned = bool(compiled(words.UNLESS).fullmatch(match.group()))
        leads = LEADS.fullmatch(sentence, 0, match.start())
        stops = (CASE_END if leads else REST).search(sentence, match.end()), find(sentence, BINDS, match.end())
        end = min((stop.start() for stop in stops if stop), default=len(sentence))
        if leads:
            says = REST.split(sentence[end:].lstrip(",;: "))[0]
        else:
            start = max((cut.end() for cut in re.finditer(r"[;:]\s", sentence[: match.start()])), default=0)
            says = sentence[start : match.start()]
        yield Bound(says, sentence[match.end() : end], match.group(), turned)


def _beside(own: Bound, pair: Pair, side: int) -> Iterator[Bound]:
    """The statements of a text whose case has the words of another one's; a case may be asked."""
    sentences, stems = _sentences(pair, side), _stems(own.case, pair)
    for at, sentence in enumerate(sentences):
        if find(sentence, words.EVEN) or not stems:
            continue
        asked = sentence.endswith("?") and at + 1 < len(sentences)
        those = [Bound(sentences[at + 1], ASKS.sub("", sentence[:-1], 1), "", False)] if asked else [*_bound(sentence)]
        for one in those:
            if len(stems & _stems(one.case, pair)) < max(1.0, LEAST * min(len(stems), len(_stems(one.case, pair)))):
                continue
            taken_up = compiled(words.TAKEN_UP).match(one.says.lstrip(" ,"))
            if not taken_up:
                yield one
            elif at:  # "This is not so if …" is said of the sentence before
                denied = bool(find(taken_up.group(), words.NOT_SO))
                yield Bound(sentences[at - 1], one.case, one.by, one.turned != denied)


def _relation(own: str, other: str, pair: Pair, *, says: bool = False) -> bool | None:
    """Whether one part of two statements is the opposite of the other one; None where that is not known."""
    ours, theirs = (_matters(part, says=says) for part in (own, other))
    common = ours.keys() & theirs.keys()
    if common:
        turned = {ours[matter] != theirs[matter] for matter in common}
        return turned.pop() if len(turned) == 1 else None
    if ours or theirs:
        return None
    denied = [len(compiled(words.DENIES).findall(part)) % 2 for part in (own, other)]
    stems = [_stems(part, pair) for part in (own, other)]
    if says and all(denied):
        return False
    shared = len(stems[0] & stems[1])
    if shared < 1 + says or shared < LEAST * min(map(len, stems)) or _weak(own, pair) != _weak(other, pair):
        return None
    if denied[0] == denied[1]:
        return False
    part, there = (own, stems[1]) if denied[0] else (other, stems[0])
    heads = (beginnings(WORD.findall(part[one.end() :]), pair.data, pair.lang)[:1]
             for one in compiled(words.DENIES).finditer(part))  # fmt: skip
    return True if all(head and head[0] in there for head in heads) else None


def _matters(part: str, *, says: bool) -> dict[str, bool]:
    """How each matter comes out in a part, where it comes out one way."""
    found: dict[str, bool] = {}
    for matter, (yes, no) in outcomes.OUTCOMES.items():
        if says and matter not in words.RESULTS:
            continue
        against = list(compiled(no, BETWEEN).finditer(part))
        every = [(one, True) for one in compiled(yes, BETWEEN).finditer(part)
                 if not any(other.start() <= one.start() < other.end() for other in against)]  # fmt: skip
        every += [(one, False) for one in against]
        ways = {so != (_denials(part, one) % 2 == 1) for one, so in every}
        if len(ways) == 1:
            found[matter] = ways.pop()
    return found


def _denials(part: str, word: re.Match[str]) -> int:
    return sum(
        not word.start() <= one.start() < word.end() for one in compiled(words.DENIES).finditer(part)
    )


def _weak(part: str, pair: Pair) -> set[str]:
    """The stems of the words of a part that may deny in themselves, but for those that forbid."""
    cues = pair.data.negation.find(part)
    return _stems(
        " ".join(cue.text for cue in cues if (cue.force == 1 or cue.kind in WEAK_KINDS)
                 and not compiled(words.DENIES).match(cue.text)), pair,
    )  # fmt: skip


def _stems(text: str, pair: Pair) -> set[str]:
    return stems_of(text, pair.data, pair.lang)
