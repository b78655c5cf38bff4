# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sentences that end with a full stop end with one in the translation.

What it does
: In a file whose other sentences keep the full stop at their end: finds targets that end in a letter where their source
  ends with a full stop.

Why it matters
: A screen reader runs such a sentence into the next; often it is the sign that the end of the sentence is gone too.

Example
: «A book waits until you open it.» is «Un livre attend que vous l’ouvriez» in the target.

Fix
: Write the end of the sentence in the translation tool.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.parity.units import at_unit, file_of, short
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.tags import primary
from pipeline.model import Finding, Format, Severity
from pipeline.translate.pieces import Piece

STOPS = (".", "。", "．", "।", "۔")
UNMARKED = frozenset("th lo km my bo dz".split())  # noqa: SIM905
"""Languages that end sentences without marks."""
LEAST = 8
"""How many sentences must keep their stop before one that has none is a slip."""
KEPT = 0.95
WORDS = 3
"""An abbreviation ends with a full stop too; a sentence has words."""


def look(subject: Subject) -> Iterator[Finding]:
    """The ends of all targets together."""
    file = file_of(subject)
    if primary(file.target_lang) in UNMARKED or primary(file.source_lang) in UNMARKED:
        raise NotApplicable("a language without full stops")
    ended = [
        (unit.id, _text(segment.source), _text(segment.target))
        for unit in file.units.values()
        for segment in unit.segments
        if segment.target and not segment.ignorable and _is_sentence(_text(segment.source))
    ]
    lost = [(name, source) for name, source, target in ended if target[-1:].isalnum()]
    if len(ended) < LEAST:
        raise NotApplicable("too few sentences to tell")
    if len(lost) > (1 - KEPT) * len(ended) and len(lost) > 1:
        return
    for name, source in lost:
        yield at_unit(RULE, subject, name, f"The target of «{short(source)}» has no full stop at its end.")


def _text(pieces: Sequence[Piece]) -> str:
    """The text without codes and closing marks at its end."""
    return "".join(piece.text for piece in pieces if piece.kind == "text").rstrip(" \u00a0\u202f\"'’”»)")


def _is_sentence(text: str) -> bool:
    first = next((c for c in text if c.isalpha()), "")
    return text.endswith(STOPS) and not text.endswith("...") and not first.islower() and len(text.split()) >= WORDS


def _file(last: str) -> Example:
    """Eight sentences with their stops, and one that ends with ``last``."""
    more = [("The bees dance here.", "Les abeilles dansent ici.")] * 8
    return targets("They sing all day.", f"Elles chantent toute la journée{last}", more=more)


RULE = Rule(
    id="unit-endings",
    title="Sentences that end with a full stop end with one in the translation",
    severity=Severity.WARNING,
    clauses=(),
    looks={Format.XLIFF: look},
    fix="Write the end of the sentence in the translation tool.",
    good=(_file("."), _file(" !"), targets("They sing all day.", "Elles chantent")),
    bad=(_file(""),),
)
