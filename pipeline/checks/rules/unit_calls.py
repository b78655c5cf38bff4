# SPDX-License-Identifier: AGPL-3.0-or-later
"""The call of a note that follows a sentence follows it in the translation.

What it does
: Finds calls of notes that stand behind the full stop of their sentence in the source, and with three or more words
  behind them in the same sentence of the target. A call that stands at a word goes with that word, wherever it is.

Why it matters
: The note seems to speak of a word, where it speaks of all that was said.

Example
: «We count the bees in May.[call]» with the target «Nous comptons[call] les abeilles en mai.»

Fix
: Move the call to the end of the sentence in the translation tool.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.parity.units import at_unit, file_of, short
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.translate.leverage import text_of
from pipeline.translate.pieces import Piece

WORD = re.compile(r"[^\W\d_]+")
ENDS = ".!?…。！？؟।"
MARK = re.compile(f"[{ENDS}]")
LEAST = 3
"""How many words behind a call are no chance."""


def look(subject: Subject) -> Iterator[Finding]:
    """Every unit with a call."""
    calls = {
        str(unit.get("id", "")): {ph.get("id") for ph in unit.iter("{*}ph") if "note" in ph.get("subType", "")}
        for unit in subject.xml.iter("{*}unit")
    }
    if not any(calls.values()):
        raise NotApplicable("no calls of notes")
    for name, unit in file_of(subject).units.items():
        for segment in unit.segments if calls.get(name) else ():
            there, here = _around(segment.source), _around(segment.target or ())
            for code in sorted(calls[name] & there.keys() & here.keys()):
                if not _follows(*there[code]):
                    continue
                where = "in" if _stands_in(*here[code]) else "before" if _stands_before(*here[code]) else ""
                if where:
                    told = f"the call of the note stands {where} the sentence, not behind it."
                    message = f"In the target of «{short(text_of(segment.source))}» {told}"
                    yield at_unit(RULE, subject, name, message)


def _around(pieces: Sequence[Piece]) -> dict[str | None, tuple[str, str]]:
    """The text before and behind each code that stands alone."""
    return {
        piece.id: (text_of(tuple(pieces[:at])), text_of(tuple(pieces[at + 1 :])))
        for at, piece in enumerate(pieces)
        if piece.kind == "place"
    }


def _follows(before: str, after: str) -> bool:
    """Whether a call stands behind the mark that ends its sentence."""
    return before.rstrip(" \u00a0\u202f\"'’”»)")[-1:] in tuple(ENDS) and not WORD.search(after)


def _stands_in(before: str, after: str) -> bool:
    """Whether a call stands in a sentence that goes on behind it."""
    words = len(WORD.findall(MARK.split(after)[0]))
    return words >= LEAST and bool(WORD.search(before)) and before.rstrip()[-1:] not in ENDS


def _stands_before(before: str, after: str) -> bool:
    """Whether a call stands before all that its sentence says."""
    return not before.strip() and len(WORD.findall(after)) >= LEAST


def _called(target: str) -> Example:
    call = '<ph id="1" subType="pariter:note"/>'
    return targets(f"We count the bees in May.{call}", target.format(call))


RULE = Rule(
    id="unit-calls",
    title="The call of a note that follows a sentence follows it in the translation",
    severity=Severity.WARNING,
    clauses=(),
    looks={Format.XLIFF: look},
    fix="Move the call to the end of the sentence in the translation tool.",
    good=(
        _called("Nous comptons les abeilles en mai.{}"),
        _called("Nous comptons les abeilles en mai{}."),
        targets('May<ph id="1" subType="x:note"/> is when we count.', 'Mai<ph id="1" subType="x:note"/> : on compte.'),
    ),
    bad=(_called("Nous comptons{} les abeilles en mai."), _called("{}Nous comptons les abeilles en mai.")),
)
