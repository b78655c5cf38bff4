# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text of a PDF stands out from what is behind it.

What it does
: Works out the contrast of each text with the box or page behind it: at least 4.5 to 1, for text of 18 points or more
  3 to 1. Over pictures and patterns the contrast is not known, and nothing is said.

Why it matters
: One reader in twelve sees colours otherwise, and everybody gets older. Pale text is lost to them, and on a bad printer
  to all.

Example
: A note is set in light grey on white.

Fix
: Choose a darker colour in the style file, or a lighter box.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.ink import Ink, inks
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

NEEDED, LARGE_NEEDED, LARGE = 4.5, 3.0, 17.9
FAINTEST = 1.2
"""What is fainter is told by the rule of what cannot be seen at all."""


def look(subject: Subject) -> Iterator[Finding]:
    """Every text whose colours are known; each tag is told once."""
    judged = [(ink, ink.contrast) for ink in inks(subject) if ink.paint.mode != 3 and not ink.over]
    if not any(value is not None for _, value in judged):
        raise NotApplicable("no text whose colours are known")
    owners = tree_of(subject).owners
    told: set[int] = set()
    for ink, value in judged:
        if value is None or value < FAINTEST or value >= _needed(ink) - 0.005:
            continue
        mark = ink.paint.mark
        owner = owners.get((mark.stream, mark.mcid)) if mark is not None else None
        if owner is None or id(owner) in told:
            continue
        told.add(id(owner))
        message = f"«{ink.text.strip()[:50]}» has a contrast of {value:.2f} to 1; {_needed(ink):g} to 1 is needed."
        yield at(RULE, subject, owner, message)


def _needed(ink: Ink) -> float:
    return LARGE_NEEDED if ink.size >= LARGE else NEEDED


def _colour(program: str) -> Any:
    def change(made: Any) -> None:
        page = made.pages[0].obj
        page.Contents = made.make_stream(page.Contents.read_bytes().replace(b"BT", program.encode() + b" BT", 1))

    return change


RULE = Rule(
    id="pdf-contrast",
    title="The text of a PDF stands out from what is behind it",
    severity=Severity.WARNING,
    clauses=("WCAG 1.4.3", "EN 301 549 10.1.4.3", "Matterhorn 04-001"),
    looks={Format.PDF: look},
    fix="Choose a darker colour in the style file, or a lighter box.",
    good=(pdf(), pdf(change=_colour("0.4 g")), pdf(change=_colour("0 g 0 0 200 200 re f 0.7 g"))),
    bad=(pdf(change=_colour("0.7 g")), pdf(change=_colour("0 g 0 0 200 200 re f 0.3 g"))),
)
