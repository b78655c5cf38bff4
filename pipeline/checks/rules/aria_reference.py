# SPDX-License-Identifier: AGPL-3.0-or-later
"""What names or describes an element is there.

What it does
: Finds ``aria-labelledby``, ``aria-describedby`` and ``aria-details`` that point to no id of the page.

Why it matters
: The name or the long description that they promise is not read.

Example
: ``<section aria-labelledby="intro">`` where no element has the id ``intro``.

Fix
: Correct the id, or remove the attribute.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.checks.examples import page, sourced
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.view import View
from pipeline.document.text import walk_inlines
from pipeline.model import Attr, Block, BlockKind, Finding, Inline, InlineKind, Severity

DESCRIBED = "Write ::: {{#{0}}} around the description, or correct longdesc."
NAMES = ("aria-labelledby", "aria-describedby", "aria-details")


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """References of elements that assistive technology is given; one id that is there is enough."""
    pairs = [(e, name) for e in view.elements() for name in NAMES if e.get(name, "").strip() and view.exposed(e)]
    found(element for element, _ in pairs)
    for element, name in pairs:
        given = element.get(name, "").strip()
        if any(identifier in view.page.ids for identifier in given.split()):
            continue
        if name == "aria-details" and _is_written(subject, given):
            message = f"longdesc leads to «#{given[:40]}», and no part of the text has that id."
            yield replace(at(RULE, subject, view, element, message), fix=DESCRIBED.format(given[:40]))
        else:
            message = f"{name} points to «{given[:40]}», which is not there."
            yield at(RULE, subject, view, element, message)


def _is_written(subject: Subject, given: str) -> bool:
    """Whether the author gave a picture this as its long description."""
    pieces = (piece for block in subject.blocks.values() for piece in walk_inlines(block.inlines))
    return any(piece.kind is InlineKind.IMAGE and piece.attr.get("longdesc").lstrip("#") == given for piece in pieces)


PICTURE = Inline(InlineKind.IMAGE, "Bees by year", target="bees.png", attr=Attr(pairs=(("longdesc", "#told"),)))
DRAWN = Block(BlockKind.PARAGRAPH, "p-1", inlines=(PICTURE,))


RULE = Rule(
    id="aria-reference",
    title="What names or describes an element is there",
    severity=Severity.WARNING,
    clauses=("WCAG 1.3.1", "WCAG 4.1.2"),
    looks=web(look),
    fix="Correct the id, or remove the attribute.",
    good=(page("<section aria-labelledby='a'><h2 id='a'>Bees</h2></section>"),),
    bad=(
        page("<section aria-labelledby='b'><h2 id='a'>Bees</h2></section>"),
        sourced(page("<p id='p-1'><img src='bees.png' alt='Bees by year' aria-details='told'></p>"), DRAWN),
    ),
)
