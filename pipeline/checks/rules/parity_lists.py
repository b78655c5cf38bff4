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

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.checks.parity.compare import Part, compare, fold, short
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.rule import Rule, Subject
from pipeline.labels import labels
from pipeline.model import Finding, Format, Node, Outline, Role, Severity

NUMBERED = frozenset({"decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"})


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
    yield from _styles(subject, found.both())
    yield from _tasks(subject)


def _styles(subject: Subject, pairs: Iterable[tuple[Part, Part]]) -> Iterator[Finding]:
    """How the innermost list of each first part counts, as the format says it."""
    told: set[int] = set()
    for wanted, given in pairs:
        there, here = wanted.list, given.list
        if there is None or here is None or id(there) in told:
            continue
        if not here.attrs.get("style") and subject.format is not Format.PDF:
            continue  # what counts without saying how does so by its style sheet
        told.add(id(there))
        own, said = there.attrs.get("style", ""), here.attrs.get("style", "")
        if (own in NUMBERED or said in NUMBERED) and own != said:
            text, how = short(wanted.text, 50), said or "nothing"
            message = f"The list of «{text}» counts as {how} here and as {own} in the source."
            yield RULE.fail(subject, message, place=given.node.place, block=wanted.block)


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
        block = _first_other(_items(subject.expected), _items(subject.outline))
        yield RULE.fail(subject, f"The tasks of the source ({count}) are told otherwise here ({here}).", block=block)
    said = _told(subject.outline.root)
    turned = any(words("not_done") in said["yes", lang] or words("done") in said["no", lang]
                 for _, lang in said for words in (labels(lang),))  # fmt: skip
    states = {box: frozenset(word for (own, _), words in said.items() if own == box for word in words)
              for box in ("yes", "no")}  # fmt: skip
    if turned or states["yes"] & states["no"] or any(len(words) > 1 for words in said.values()):
        told = ", ".join(sorted(states["yes"] | states["no"]))
        yield RULE.fail(
            subject, f"What is said of tasks contradicts their boxes: {told}.", block=_contradicted(subject)
        )


def _first_other(wanted: Sequence[Node], given: Sequence[Node]) -> str:
    """The first task that is not told here, or told otherwise, by its words."""
    here = Counter((_words(node), node.attrs["checked"]) for node in given)
    for node in wanted:
        here[_words(node), node.attrs["checked"]] -= 1
        if here[_words(node), node.attrs["checked"]] < 0:
            return node.attrs.get("id", "")
    return ""


def _words(item: Node) -> str:
    return next((fold(node.text) for node in item.walk() if fold(node.text)), "")


def _contradicted(subject: Subject) -> str:
    """The first task of which something else is said than of most that have its box."""
    wanted, given = _items(subject.expected), _items(subject.outline)
    usual = {key: Counter(node.attrs.get("state", "") for node in given if _kind(node) == key).most_common(1)
             for key in map(_kind, given)}  # fmt: skip
    for task, here in zip(wanted, given, strict=False):
        said = here.attrs.get("state", "")
        opposite = labels(_kind(here)[1])("not_done" if here.attrs["checked"] == "yes" else "done")
        if said == opposite or said != usual[_kind(here)][0][0]:
            return task.attrs.get("id", "")
    return ""


def _items(outline: Outline | None) -> list[Node]:
    nodes = outline.root.walk() if outline is not None else ()
    return [node for node in nodes if node.role is Role.ITEM and node.attrs.get("checked")]


def _told(root: Node) -> Mapping[tuple[str, str], set[str]]:
    """What is said of tasks that are done, and of those that are not, in each language."""
    found: dict[tuple[str, str], set[str]] = {}
    for node in root.walk():
        if node.role is Role.ITEM and node.attrs.get("checked") in ("yes", "no") and node.attrs.get("state"):
            for box in ("yes", "no"):
                found.setdefault((box, _kind(node)[1]), set())
            found[_kind(node)].add(node.attrs["state"])
    return found


def _kind(task: Node) -> tuple[str, str]:
    """The box of a task, and the language in which its state is said."""
    return task.attrs["checked"], task.attrs.get("state_lang") or task.lang


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
    sides=True,
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
