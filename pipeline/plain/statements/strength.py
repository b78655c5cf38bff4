# SPDX-License-Identifier: AGPL-3.0-or-later
"""Obligation and permission by their number: what the words around a "must" or a "may" do not show.

In a long block there is nearly always some word that could answer for a modal ("capacity", "available"), so that a
"may" put before one of ten verbs would pass. Here the modals of each strength are counted, and those between two
words that stand side by side in the other text are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Cue
from pipeline.plain.statements.cues import LONG
from pipeline.plain.statements.propositions import Statements
from pipeline.plain.text.sides import Side, context
from pipeline.plain.words import WORD

# How strong a modal is, whatever its class.
STRENGTH = {
    "obligation": "must", "shall": "must", "order": "must", "recommendation": "should", "permission": "may",
    "maybe": "may",
}  # fmt: skip
LEVELS = ("must", "should", "may")
LAST_WORD = re.compile(rf"({WORD.pattern})\s+$")
# Their verb with "zu" comes last, so that what stands beside them tells nothing.
BRACKETS = frozenset(("ist", "sind", "hat", "haben"))
IN_A_WORD = re.compile(r"[ai]bl[ey]$")  # "verifiably": can be verified


def compare_strength(source: Side, plain: Side, beside: Statements) -> Iterator[Difference]:
    """Modals counted by their strength, where the words around them say nothing: one strength that the plain text
    has more often, and another that it has less often, than the original; or one more than all that could answer
    for it in a long text, where some word always seems to; or one between two words that stand side by side in the
    other text. Weak where the statement beside each says the same."""
    more = [kind for kind in LEVELS if _forced(plain, kind) > _forced(source, kind) + _hints(source, kind)]
    less = [kind for kind in LEVELS if _forced(plain, kind) + _hints(plain, kind) < _least(source, kind)]
    if more and less:
        gone, came = _last(source, less[0], beside, of_plain=False), _last(plain, more[0], beside, of_plain=True)
        answered = beside.force_answered(gone, of_plain=False) and beside.force_answered(came, of_plain=True)
        places = gone.start, came.start
        note = context(plain.text, came)
        yield Difference("modality", "exchanged", gone.text, came.text, note, answered, places, answered)
    elif len(source.places) >= LONG and (kind := _surplus(source, plain)):
        came = _last(plain, kind, beside, of_plain=True)
        answered = beside.force_answered(came, of_plain=True)
        note, places = context(plain.text, came), (-1, came.start)
        yield Difference("modality", "added", "", came.text, note, answered, places, answered)
    else:
        yield from _between(source, plain)


def _forced(side: Side, kind: str) -> int:
    return sum(one.cue.force > 0 and STRENGTH.get(one.cue.kind) == kind for one in side.cues)


def _hints(side: Side, kind: str) -> int:
    return sum(one.cue.force == 0 and STRENGTH.get(one.cue.kind) == kind for one in side.cues)


def _said(side: Side, kind: str) -> int:
    """The modals of a strength, with the words that are one themselves: "verifiably", can be verified."""
    return _forced(side, kind) + sum(
        one.cue.force == 0 and STRENGTH.get(one.cue.kind) == kind and bool(IN_A_WORD.search(one.cue.text))
        for one in side.cues
    )


def _least(side: Side, kind: str) -> int:
    """How often a strength must be said: as often as it is, and once where other words say an obligation or advice
    ("you are summoned")."""
    return max(_said(side, kind), int(kind != "may" and _hints(side, kind) > 0))


def _last(side: Side, kind: str, beside: Statements, *, of_plain: bool) -> Cue:
    """The last cue of a strength: one that nothing answers before others, a strong one before a weak one."""
    return max(
        (one.cue for one in side.cues if STRENGTH.get(one.cue.kind) == kind),
        key=lambda cue: (not beside.force_answered(cue, of_plain=of_plain), cue.force, cue.start),
    )


def _surplus(source: Side, plain: Side) -> str:
    for kind in ("should", "may"):
        answers = _forced(source, kind) + max(0, _hints(source, kind) - _hints(plain, kind))
        if _forced(plain, kind) > answers and _has_strong(plain, kind):
            return kind
    return ""


def _has_strong(side: Side, kind: str) -> bool:
    return any(one.cue.strong and STRENGTH.get(one.cue.kind) == kind for one in side.cues)


def _before_subject(cue: Cue, word: str, here: Side, there: Side) -> bool:
    """Whether a modal of the same class stands in the other text before the word that this one stands behind: in
    German, a modal comes before its subject where something else leads the sentence."""
    roots = {root for root, _, at in here.places if here.text[at : at + len(word)].lower() == word and at < cue.start}
    return any(one.cue.kind == cue.kind and roots & set(one.after[:1]) for one in there.cues if one.cue.force)


def _between(source: Side, plain: Side) -> Iterator[Difference]:
    for change, here, there in (("lost", source, plain), ("added", plain, source)):
        flat = f" {' '.join(WORD.findall(there.text.lower()))} "
        text = here.text.lower()
        for cue in (one.cue for one in here.cues if one.cue.force and one.cue.kind in STRENGTH):
            if cue.text in BRACKETS:
                continue
            before, after = LAST_WORD.search(text, max(0, cue.start - 40), cue.start), WORD.search(text, cue.end)
            if not before or not after or f" {before[1]} {after[0]} " not in flat:
                continue
            if f" {cue.text} {after[0]} " not in flat and not _before_subject(cue, before[1], here, there):
                was, now = (cue.text, "") if here is source else ("", cue.text)
                places = (cue.start, -1) if here is source else (-1, cue.start)
                yield Difference("modality", change, was, now, context(here.text, cue), places=places)
                return
