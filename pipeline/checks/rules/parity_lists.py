# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists count as in the source: the same labels, the same start, the same boxes ticked.

What it does
: Compares the label of each item (3., (a), iv) and the state of each task with the document.

Why it matters
: «See item 7» must lead everybody to the same item. A list that starts again after a page break sends readers of
  the file to another one.

Example
: Items 1 to 8 of the source are 1, 2, 1, 2, 3, 4, 1, 2 in the file.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.parity.compare import Part, compare, short
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """The labels of the items around each part, and the states of tasks."""
    found = compare(subject)
    for wanted, given in found.both():
        labels = _ordered(wanted)
        if labels != _same_places(wanted, given):
            shown = " ".join(filter(None, given.items)) or "no number"
            yield RULE.fail(
                subject,
                f"«{short(wanted.text, 50)}» is item {' '.join(labels)} in the source and has {shown} here.",
                place=given.node.place,
                block=wanted.block,
            )
    yield from _tasks(subject)


def _ordered(part: Part) -> list[str]:
    return [label for label in part.items if label]


def _same_places(wanted: Part, given: Part) -> list[str]:
    """The labels here of those items that have one in the source; a bullet's glyph is no label."""
    if len(wanted.items) != len(given.items):
        return [label for label in given.items if any(c.isalnum() for c in label)]
    return [here for there, here in zip(wanted.items, given.items, strict=True) if there]


def _tasks(subject: Subject) -> Iterator[Finding]:
    wanted = _states(subject.expected.root if subject.expected else None)
    given = _states(subject.outline.root)
    if wanted != given:
        count = f"{wanted.count('yes')} of {len(wanted)} done"
        here = f"{given.count('yes')} of {len(given)}" if given else "none"
        yield RULE.fail(subject, f"The tasks of the source ({count}) are told otherwise here ({here}).")


def _states(root: Node | None) -> list[str]:
    nodes = root.walk() if root is not None else ()
    return [node.attrs["checked"] for node in nodes if node.role is Role.ITEM and node.attrs.get("checked")]


def _list(*labels: str) -> Node:
    items = (part(Role.ITEM, "", paragraph(f"Item {n}"), label=label) for n, label in enumerate(labels))
    return part(Role.LIST, "", *items)


RULE = Rule(
    id="parity-lists",
    title="Lists count as in the source",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.3.1"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    good=(pair([_list("3.", "4.")], [_list("3.", "4.")]), pair([_list("", "")], [_list("•", "•")])),
    bad=(
        pair([_list("3.", "4.")], [_list("1.", "2.")]),
        pair([_list("(a)")], [_list("")]),
        pair(
            [part(Role.LIST, "", part(Role.ITEM, "", paragraph("x"), checked="yes"))],
            [part(Role.LIST, "", part(Role.ITEM, "", paragraph("x"), checked="no"))],
        ),
    ),
)
