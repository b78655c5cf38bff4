# SPDX-License-Identifier: AGPL-3.0-or-later
"""On which side of an event something lies, in French, German, Spanish and Arabic: "before leaving the hospital",
"after you have left it". English has a rule of its own (``events.py``), and so have dates (``before_or_after.py``)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon.cases import AFTER, BEFORE, NOT_BEFORE
from pipeline.plain.lexicon.outcomes import EXCEPTION, WIDE
from pipeline.plain.statements.pair import Pair
from pipeline.plain.text.clauses import beginnings
from pipeline.plain.text.phrase_tables import compiled, find
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import WORD, language

WORDS, NEXT = 5, 2  # words behind "before", and content words of those


def compare_other_events(pair: Pair) -> Iterator[Difference]:
    """At most one event that something lies before in the original and after in the plain text, or the other way
    round, where neither sentence denies nor excepts anything ("not before" is "after"), or counts from it."""
    lang = language(pair.lang)
    if lang not in BEFORE:
        return
    tables = BEFORE[lang], AFTER[lang]
    for one, other in (tables, tables[::-1]):
        was, now = _events(pair, 0, one), _events(pair, 1, other)
        still = _events(pair, 0, other).keys() | _events(pair, 1, one).keys()
        for root in sorted(was.keys() & now.keys() - still):
            yield Difference("conditions", "exchanged", was[root], now[root], "It lies on the other side of the event.")
            return


def _events(pair: Pair, side: int, pattern: str) -> dict[str, str]:
    """The stems of what something lies before or after, each with the word that says so; not where
    its sentence denies or excepts, nor of a time that is counted ("after ten years")."""
    lang, text = language(pair.lang), pair.text(side)
    found: dict[str, str] = {}
    for match in compiled(pattern).finditer(text):
        start, end = sentence_around(text, match.start())
        words = [one.group() for one in WORD.finditer(text, match.end(), end)][:WORDS]
        roots = beginnings(words, pair.data, pair.lang)
        counted = any(word.lower() in table for word in words[:2] for table in (pair.data.units, pair.data.measures))
        turned = counted or any(find(text, table[lang], start, end) for table in (WIDE, EXCEPTION, NOT_BEFORE))
        if not turned:
            found |= {root: match.group() for root in roots[:NEXT] if not root.isdigit()}
    return found
