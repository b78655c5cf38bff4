# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checking a plain text against its original: alignment, gates, meaning, review. Out: findings and measures.

Findings have ``source`` (the name of ``plain.md``) and the line in it; ``block`` is the source block's id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Document, Finding, Outcome, Severity
from pipeline.plain.authored.align import Index
from pipeline.plain.authored.answers import idle
from pipeline.plain.authored.findings import finding
from pipeline.plain.authored.order import moved, order_findings
from pipeline.plain.authored.source import PlainBlock, PlainText
from pipeline.plain.authored.written import written_findings
from pipeline.plain.beside import Compared, compare
from pipeline.plain.difference import Difference
from pipeline.plain.guard.compare import DIMENSIONS
from pipeline.plain.guard.read_together import OTHERWISE
from pipeline.plain.measures.gates import gate_findings
from pipeline.plain.measures.measure import Measures
from pipeline.settings import Gates, Settings

GRAVE = frozenset({"numbers", "dates", "negation", "modality"})


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked plain text: findings, the measures of both texts, the pairs, and what was not looked at."""

    findings: tuple[Finding, ...]
    measures: Measures
    original: Measures
    compared: tuple[Compared, ...]
    not_looked_at: tuple[str, ...]
    gates: Gates
    reviewed: tuple[str, str]


def check(document: Document, plain: PlainText, settings: Settings, lines: Sequence[int] = ()) -> Checked:
    """Everything that is said of a plain text.

    In: the original, the plain text, the settings of the document (gates, aliases), and for each line of the clean
    source the line of the source as its author has it (``document.line_map``; empty: the same).
    """
    index = Index.of(document)
    both = compare(document, plain, settings.aliases)
    elsewhere = moved(plain, index)
    found = (
        *plain.document.notices,  # markup that was left out, a note that is called and not there
        *written_findings(document, plain, index, lines),
        *order_findings(plain, index, elsewhere),
        *_meaning(plain, both.pairs),
        *idle(plain, index, _told(both.pairs), elsewhere, DIMENSIONS),
        *gate_findings(both.edition, plain, both.measures, settings.gates),
        *_review(plain),
    )
    return Checked(
        found, both.measures, both.original, both.pairs, both.not_looked_at, settings.gates, plain.front.reviewed
    )


def say(found: Difference) -> str:
    """A difference in words. The word itself may well stand in the other text, for something else."""
    if found.change == "exchanged":
        text = f"“{found.original}” has become “{found.plain}”."
    elif found.change == "lost":
        text = f"Nothing in the plain text stands for “{found.original}”."
    elif found.change == OTHERWISE:
        text = f"“{found.plain}” seems to say otherwise than “{found.original}”."
    else:
        text = f"Nothing in the original stands for “{found.plain}”."
    return text + (f" ({found.note})" if found.note else "")


def _meaning(plain: PlainText, pairs: Sequence[Compared]) -> Iterator[Finding]:
    for pair in pairs:
        open_ones = [found for found, reason in pair.differences if not reason]
        for found in open_ones:
            if not found.weak:
                yield finding(
                    plain, f"plain-meaning-{found.kind}", f"{found.kind.capitalize()}: {say(found)}",
                    "Correct the plain text, or sign it off in the front matter with a reason.",
                    line=pair.part.line, block=pair.part.stands_for[0],
                    severity=Severity.ERROR if found.kind in GRAVE else Severity.WARNING,
                )  # fmt: skip
        if hints := [f"{found.kind}: {say(found)}" for found in open_ones if found.weak]:
            yield finding(
                plain, "plain-look-again", f"Perhaps said otherwise. {' '.join(hints)}",
                "Look at it once more. If it says the same, nothing needs to be done.",
                line=pair.part.line, block=pair.part.stands_for[0], severity=Severity.NOTE,
                outcome=Outcome.NEEDS_PERSON,
            )  # fmt: skip


def _told(pairs: Sequence[Compared]) -> Iterator[tuple[PlainBlock, Sequence[Difference]]]:
    return ((pair.part, [found for found, _ in pair.differences]) for pair in pairs)


def _review(plain: PlainText) -> Iterator[Finding]:
    if not plain.front.is_reviewed:
        yield finding(
            plain, "plain-review", "No person has compared this plain text with the original yet: it is a draft.",
            "Let a person compare them, and put name and day under «reviewed».", line=1,
            severity=Severity.NOTE, outcome=Outcome.NEEDS_PERSON,
        )  # fmt: skip
