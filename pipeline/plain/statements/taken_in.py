# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the original leaves out and the plain text takes in, or the other way round: "except on Sundays", "on Sundays,
too".

The exception is gone without a trace that a cue could show, for the words that it is about are still there. So they are
what is compared: what follows a word that leaves out, and what stands around a word that takes in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.plain.difference import Difference
from pipeline.plain.statements.pair import Pair
from pipeline.plain.text.clauses import beginnings
from pipeline.plain.text.phrase_tables import compiled
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import WORD, language

BEFORE, BEHIND = 5, 10  # words around a word that takes in; as many behind one that leaves out
LEAST = 1 / 3  # of the words that are left out: so many stand beside the word that takes in
STOP = re.compile(r"[.;:!?؟،](?:\s|$)|,\s")  # an exception that leads its sentence goes up to here
DENIED = re.compile(
    r"\b(?:not|nicht|kein\w*|no|n['’]est|ne sont|pas|لا|لن|لم)\s+(?:se\s+|ser[áa]n?\s+|sont\s+)?$", re.IGNORECASE
)
Said = tuple[str, frozenset[str]]


def compare_taken_in(pair: Pair) -> Iterator[Difference]:
    """At most one exception that the plain text turned into its opposite, or one that it made of what was included."""
    ways = pair.data.left_out, pair.data.taken_in
    if not all(ways):
        return
    for way, turned in (ways, ways[::-1]):
        still = frozenset().union(*(words for _, words in _said(pair, 1, way, way is ways[0])))
        both = frozenset().union(*(words for _, words in _said(pair, 0, turned, way is ways[1])))
        for was, words in _said(pair, 0, way, way is ways[0]):
            for now, others in _said(pair, 1, turned, way is ways[1]):
                shared = words & others
                left = words if way is ways[0] else others
                if len(shared) >= LEAST * len(left) > 0 and not shared & still and not shared & both:
                    note = "What is left out on one side is taken in on the other."
                    yield Difference("conditions", "exchanged", was, now, note)
                    return


def _said(pair: Pair, side: int, pattern: str, leaves_out: bool) -> Iterator[Said]:
    """The words that leave out or take in, each with the stems of what it is about."""
    text = pair.text(side)
    for match in compiled(pattern).finditer(text):
        start, end = sentence_around(text, match.start())
        behind = [(one.start(), one.group()) for one in WORD.finditer(text, match.end(), end)][:BEHIND]
        if leaves_out and DENIED.search(text, start, match.start()):
            continue
        leads = leaves_out and not text[start : match.start()].strip()
        stop = STOP.search(text, match.end(), end) if leads else None
        near = [word for at, word in behind if stop is None or at < stop.start()]
        if not leaves_out:
            # In English what is taken in stands in one phrase with the word; elsewhere the verb may part them.
            lead = max(start, text.rfind(",", start, match.start())) if language(pair.lang) == "en" else start
            near += [one.group() for one in WORD.finditer(text, lead, match.start())][-BEFORE:]
        yield match.group(), frozenset(beginnings(near, pair.data, pair.lang))
