# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is without something in one text and has it in the other one: "boats without a keel", "if your boat has a keel".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import cases
from pipeline.plain.lexicon.outcomes import ELSE, WIDE
from pipeline.plain.statements.pair import Pair
from pipeline.plain.text.clauses import beginning, beginnings
from pipeline.plain.text.phrase_tables import compiled, find
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import WORD, language

BANS = frozenset(("forbidden", "may not"))
WANTED = frozenset(("obligation", "order", "exempt", "time"))  # "get a licence" is said of who has none
NOUN = 3  # words behind "without", one of which is what is lacked


def compare_lacking(pair: Pair) -> Iterator[Difference]:
    """At most one thing that one text lacks, and that stands in the other one only where nothing denies it."""
    lang = language(pair.lang)
    for side in (0, 1):
        here, there = pair.text(side), pair.text(1 - side)
        if lang not in cases.LACKS or find(there, ELSE[lang]):
            return
        for match in compiled(cases.LACKS[lang]).finditer(here):
            start, end = sentence_around(here, match.start())
            if any(start <= at < end and not match.start() <= at < match.end() for at in _denials(pair, side)):
                continue
            root = _noun(pair, here, match.end(), end)
            stands = [one for one in WORD.finditer(there) if root and beginning(one.group(), pair.lang) == root]
            if stands and all(_has(pair, 1 - side, one) for one in stands):
                was, now = (match.group(), stands[0].group())[:: -1 if side else 1]
                yield Difference("negation", "exchanged", was, now, "One text has it, the other is without it.")
                return


def _denials(pair: Pair, side: int) -> list[int]:
    """Where a text denies or forbids."""
    bans = [one.cue.start for one in pair.modality[side].cues if one.cue.kind in BANS]
    return bans + [one.cue.start for one in pair.negation[side].cues if one.cue.force]


def _noun(pair: Pair, text: str, start: int, end: int) -> str:
    words = [one.group() for one in WORD.finditer(text, start, end)][:NOUN]
    return next(iter(beginnings(words, pair.data, pair.lang)), "")


def _has(pair: Pair, side: int, word: re.Match[str]) -> bool:
    """Whether the sentence around a word says nothing against it, and asks nobody for it."""
    lang, text = language(pair.lang), pair.text(side)
    start, end = sentence_around(text, word.start())
    if any(find(text, table[lang], start, end) for table in (WIDE, cases.LACKS, cases.EITHER_WAY)):
        return False
    wanted = (one.cue.start for one in pair.modality[side].cues if one.cue.kind in WANTED)
    return not any(start <= at < end for at in (*_denials(pair, side), *wanted))
