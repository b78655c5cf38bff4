# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list says how it counts, and a task whether it is done, as in the source.

What it does
: Compares the kind of numbers that each list of a PDF names (1, a, iv, bullets) with the document, and the words for
  the state of each task.

Why it matters
: A screen reader says «list with numbers» and counts itself where the label is not read; and it reads the words of a
  task, not the drawing of its box.

Example
: A numbered list says that it has bullets; a ticked box says «Not done».

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.parity.alignment import align
from pipeline.checks.parity.compare import fold, short
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.labels import labels
from pipeline.model import Finding, Format, Node, Role, Severity

COUNTED = frozenset({"decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"})
NAMES = {
    "decimal": "numbers", "lower-alpha": "letters", "upper-alpha": "capital letters", "lower-roman": "Roman numbers",
    "upper-roman": "capital Roman numbers",
}  # fmt: skip


def look(subject: Subject) -> Iterator[Finding]:
    """Every list and every task that stands on both sides."""
    if subject.expected is None:
        raise NotApplicable("the source of this file is not known")
    wanted = _of(subject.expected.root, Role.LIST)
    if not wanted:
        raise NotApplicable("no lists")
    for a, b in _pairs(wanted, _of(subject.outline.root, Role.LIST)):
        there, here = a.attrs.get("style", ""), b.attrs.get("style", "")
        if (there in COUNTED or here in COUNTED) and there != here:
            text = short(_first(a), 40)
            told = f"The list that begins with «{text}» counts with {_named(there)} and says here {_named(here)}."
            yield RULE.fail(subject, told, place=b.place, block=_block(a))
    for a, b in _pairs(_of(subject.expected.root, Role.ITEM), _of(subject.outline.root, Role.ITEM)):
        yield from _state(subject, a, b)


def _state(subject: Subject, wanted: Node, given: Node) -> Iterator[Finding]:
    """The words for a task's state, where the file gives words."""
    checked, said = wanted.attrs.get("checked", ""), given.attrs.get("state", "")
    if not checked or not said:
        return
    words = labels(wanted.lang)
    if fold(said) == fold(words("not_done" if checked == "yes" else "done")):
        told = f"The task «{short(_first(wanted), 40)}» says «{short(said, 30)}»; in the source it is otherwise."
        yield RULE.fail(subject, told, place=given.place, block=wanted.attrs.get("id", ""))


def _of(root: Node, role: Role) -> list[Node]:
    return [node for node in root.walk() if node.role is role]


def _pairs(wanted: list[Node], given: list[Node]) -> list[tuple[Node, Node]]:
    pairs = align([_first(node) for node in wanted], [_first(node) for node in given])
    return [(wanted[a], given[b]) for a, b in pairs if a is not None and b is not None]


def _first(node: Node) -> str:
    return next((fold(inner.text) for inner in node.walk() if fold(inner.text)), "")


def _block(node: Node) -> str:
    """The block of a list's first words, whose line is the list's."""
    return next((inner.attrs["id"] for inner in node.walk() if fold(inner.text) and inner.attrs.get("id")), "")


def _named(style: str) -> str:
    return NAMES.get(style, "bullets" if style else "nothing")


def _list(style: str, checked: str = "", state: str = "") -> Node:
    return part(Role.LIST, "", part(Role.ITEM, "", paragraph("Item"), checked=checked, state=state), style=style)


RULE = Rule(
    id="parity-numbering",
    title="A list says how it counts, and a task whether it is done",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "PDF/UA-2 8.2.5.25", "WCAG 1.3.1"),
    looks={Format.PDF: look},
    fix="Report it with the source: the writer of this format has a fault.",
    good=(
        pair([_list("decimal")], [_list("decimal")]),
        pair([_list("disc")], [_list("circle")]),
        pair([_list("disc", checked="yes")], [_list("disc", checked="yes", state="Done")]),
    ),
    bad=(
        pair([_list("decimal")], [_list("disc")]),
        pair([_list("lower-roman")], [_list("decimal")]),
        pair([_list("disc", checked="yes")], [_list("disc", checked="yes", state="Not done")]),
    ),
)
