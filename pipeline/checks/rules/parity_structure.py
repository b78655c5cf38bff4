# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each part is what it is in the source: heading of its level, item of its list, cell of its table.

What it does
: Compares role, level, and the lists, quotes and tables around each part with the document.

Why it matters
: A heading that is only large text is not found by whoever jumps from heading to heading; a list cut in two is
  counted wrong.

Example
: A page break cuts a list of eight items into three lists of two, four and two.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.parity.compare import ADDED, Part, compare, short
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Role, level and surroundings of each part that stands on both sides."""
    found = compare(subject)
    for wanted, given in found.both():
        message = _difference(subject, wanted, given)
        if message:
            text = short(wanted.text, 60) or "An empty cell"
            yield RULE.fail(subject, f"«{text}» {message}.", place=given.node.place, block=wanted.block)
    yield from _cut_lists(subject)


def _difference(subject: Subject, wanted: Part, given: Part) -> str:
    if not _same_role(subject.format, wanted, given):
        return f"is a {wanted.node.role} in the source and a {given.node.role} here"
    if wanted.node.role is Role.HEADING and wanted.node.level != given.node.level:
        return f"is a heading of level {wanted.node.level} in the source and of level {given.node.level} here"
    if wanted.around != given.around:
        return f"stands in {_path(wanted.around)} in the source and in {_path(given.around)} here"
    return ""


def _same_role(format: Format, wanted: Part, given: Part) -> bool:
    roles = (wanted.node.role, given.node.role)
    if roles[0] is roles[1]:
        return True
    # HTML and EPUB have no role for a title: it is the first heading of level 1. So is PDF/UA-1's.
    if roles == (Role.TITLE, Role.HEADING):
        return given.node.level == 1
    # An item or a definition may hold its text itself or in a paragraph.
    loose = {Role.PARAGRAPH, Role.ITEM, Role.DEFINITION, Role.NOTE, Role.QUOTE}
    if set(roles) <= loose and wanted.around == given.around:
        return True
    return roles == (Role.IMAGE, Role.FIGURE) and format is Format.PDF


def _path(around: tuple[Role, ...]) -> str:
    return " in ".join(f"a {role}" for role in reversed(around)) or "the text itself"


def _cut_lists(subject: Subject) -> Iterator[Finding]:
    """Lists and tables that hold other parts together than in the source."""
    counts = _count(subject.expected.root if subject.expected else None), _count(subject.outline.root)
    for role in (Role.LIST, Role.TABLE, Role.QUOTE, Role.DEFINITIONS):
        a, b = counts[0].get(role, 0), counts[1].get(role, 0)
        if a != b:
            what = {Role.LIST: "lists", Role.TABLE: "tables", Role.QUOTE: "quotations"}.get(role, "definition lists")
            yield RULE.fail(subject, f"The source has {a} {what} and the file has {b}: some were cut or joined.")


def _count(root: Node | None) -> dict[Role, int]:
    counts: dict[Role, int] = {}
    stack = [root] if root is not None else []
    while stack:
        node = stack.pop()
        if node.role in ADDED or (node.role is Role.LANDMARK and node.attrs.get("kind") not in ("main", "", None)):
            continue
        counts[node.role] = counts.get(node.role, 0) + 1
        stack.extend(node.children)
    return counts


def _list(*items: str) -> Node:
    return part(Role.LIST, "", *(part(Role.ITEM, "", paragraph(item)) for item in items))


RULE = Rule(
    id="parity-structure",
    title="Each part is what it is in the source",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.3.1"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    good=(
        pair([part(Role.HEADING, "A", level=2)], [part(Role.HEADING, "A", level=2)]),
        pair([part(Role.TITLE, "A")], [part(Role.HEADING, "A", level=1)]),
    ),
    bad=(
        pair([part(Role.HEADING, "A", level=2)], [paragraph("A")]),
        pair([part(Role.HEADING, "A", level=2)], [part(Role.HEADING, "A", level=3)]),
        pair([_list("a", "b")], [_list("a"), _list("b")]),
    ),
)
