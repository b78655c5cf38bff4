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

from collections import Counter
from collections.abc import Iterator

from pipeline.checks.parity.compare import ADDED, AROUND, Part, compare, fold, short
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity

LOOSE = frozenset({Role.PARAGRAPH, Role.ITEM, Role.DEFINITION, Role.NOTE, Role.QUOTE})


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
        return f"is {_a(wanted.node.role)} in the source and {_a(given.node.role)} here"
    if wanted.node.role is Role.HEADING and wanted.node.level != given.node.level:
        return f"is a heading of level {wanted.node.level} in the source and of level {given.node.level} here"
    if _inside(wanted) != _inside(given):
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
    if set(roles) <= LOOSE and _inside(wanted) == _inside(given):
        return True
    return roles == (Role.IMAGE, Role.FIGURE) and format is Format.PDF


def _path(around: tuple[Role, ...]) -> str:
    return " in ".join(map(_a, reversed(around))) or "the text itself"


def _a(role: Role) -> str:
    return f"{'an' if role[0] in 'aeiou' else 'a'} {role}"


def _inside(part: Part) -> tuple[Role, ...]:
    """What a text stands in: an item that holds its text itself is around it as it is around a paragraph."""
    return (*part.around, part.node.role) if part.node.role in LOOSE & AROUND else part.around


def _cut_lists(subject: Subject) -> Iterator[Finding]:
    """Lists, their items, definitions and tables that hold other parts together than in the source."""
    if subject.expected is None:
        return
    wanted, given = _holders(subject.expected.root), _holders(subject.outline.root)
    for role, what in HOLDERS.items():
        a, b = [text for kind, text in wanted if kind is role], [text for kind, text in given if kind is role]
        if len(a) != len(b):
            block = _where(subject.expected.root, role, Counter(a), Counter(b))
            message = f"The source has {len(a)} {what} and the file has {len(b)}: one was cut or joined."
            yield RULE.fail(subject, message, block=block)


HOLDERS = {
    Role.LIST: "lists", Role.TABLE: "tables", Role.QUOTE: "quotations", Role.DEFINITIONS: "definition lists",
    Role.ITEM: "items of lists", Role.TERM: "terms", Role.DEFINITION: "definitions",
}  # fmt: skip


def _holders(root: Node) -> list[tuple[Role, str]]:
    """Each list, item, table and quotation with the first text in it, in reading order; none without text."""
    found: list[tuple[Role, str]] = []
    stack = [root]
    while stack:
        node = stack.pop()
        if node.role in ADDED or (node.role is Role.LANDMARK and node.attrs.get("kind") not in ("main", "", None)):
            continue
        if node.role in HOLDERS and (text := _first_text(node)):
            found.append((node.role, text))
        stack.extend(reversed(node.children))
    return found


def _first_text(node: Node) -> str:
    return next((text for inner in node.walk() if (text := fold(inner.text))), "")


def _where(root: Node, role: Role, wanted: Counter[str], given: Counter[str]) -> str:
    """The block with which a part begins that stands by itself here, or no longer does."""
    more, fewer = given - wanted, wanted - given
    for node in root.walk():
        begins = node.role is role and _first_text(node) in fewer
        if node.attrs.get("id") and (begins or (node.text and fold(node.text) in more)):
            return node.attrs["id"]
    return ""


def _list(*items: str) -> Node:
    return part(Role.LIST, "", *(part(Role.ITEM, "", paragraph(item)) for item in items))


RULE = Rule(
    id="parity-structure",
    title="Each part is what it is in the source",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.3.1"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(
        pair([part(Role.HEADING, "A", level=2)], [part(Role.HEADING, "A", level=2)]),
        pair([part(Role.TITLE, "A")], [part(Role.HEADING, "A", level=1)]),
        pair([_list("a", "b")], [part(Role.LIST, "", part(Role.ITEM, "a"), part(Role.ITEM, "b"))], Format.EPUB),
        pair([_list("a", "b")], [part(Role.LIST, "", part(Role.ITEM, "a"), part(Role.ITEM, "b"))]),
    ),
    bad=(
        pair([part(Role.HEADING, "A", level=2)], [paragraph("A")]),
        pair([part(Role.HEADING, "A", level=2)], [part(Role.HEADING, "A", level=3)]),
        pair([_list("a", "b")], [_list("a"), _list("b")]),
        pair([paragraph("a")], [part(Role.LIST, "", part(Role.ITEM, "a"))], Format.EPUB),
        pair([_list("a", "b")], [part(Role.LIST, "", part(Role.ITEM, "", paragraph("a"), paragraph("b")))]),
    ),
)
