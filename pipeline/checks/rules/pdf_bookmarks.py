# SPDX-License-Identifier: AGPL-3.0-or-later
"""The bookmarks of a PDF are its headings.

What it does
: Compares the bookmarks with the headings: words, order and levels. A file with bookmarks for some headings of a
  level has them for all of that level. A bookmark that leads to a heading leads to the one that it names. Where most
  bookmarks are no headings, they are a list of their own, and this is only noted.

Why it matters
: Many people go through a PDF by its bookmarks alone, on a screen or by ear.

Example
: The third heading is "Costs", the third bookmark says "Results".

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.parity.compare import fold
from pipeline.checks.parity.headings import listed, told, without_calls
from pipeline.checks.pdf.annotations import bookmarks, structure_target
from pipeline.checks.pdf.look import alike, block_like, read_text
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity

DIGIT = re.compile(r"\d")
HEADING = re.compile(r"H\d*$|Title$")
FEW = 3
"""Up to so many headings a file can do without bookmarks."""


class Bookmark(NamedTuple):
    """A bookmark: its title, how deep it stands (from 1), and the numbers of the tags to which it leads."""

    title: str
    depth: int
    targets: tuple[tuple[int, int], ...] = ()


def look(subject: Subject) -> Iterator[Finding]:
    """All bookmarks beside all headings."""
    spoken = told(subject.outline.root)
    marks = [mark._replace(title=spoken.get(fold(mark.title), mark.title)) for mark in _bookmarks(subject)]
    headings = [
        n if without_calls(n) else replace(n, text=listed(n))
        for n in subject.outline.root.walk()
        if n.role in (Role.HEADING, Role.TITLE) and listed(n)
    ]
    if not marks:
        if len(headings) <= FEW:
            raise NotApplicable("few headings and no bookmarks")
        message = f"The file has {len(headings)} headings and no bookmarks."
        yield RULE.fail(subject, message, severity=Severity.NOTE)
        return
    pairs = _paired(marks, headings)
    if len(pairs) * 2 < len(marks):
        message = f"{len(marks) - len(pairs)} of {len(marks)} bookmarks are no headings of the file."
        yield RULE.fail(subject, message, place="bookmarks", severity=Severity.NOTE)
        return
    yield from _words(subject, marks, headings, pairs)
    yield from _levels(subject, marks, headings, pairs)
    yield from _targets(subject, marks, headings)


def _paired(marks: Sequence[Bookmark], headings: Sequence[Node]) -> dict[int, int]:
    """Bookmarks and their headings by number: each bookmark the next heading that says the same."""
    pairs: dict[int, int] = {}
    reached = 0
    for number, mark in enumerate(marks):
        ahead = range(reached, len(headings))
        found = next((other for other in ahead if _says(mark, headings[other])), None)
        if found is not None:
            pairs[number] = found
            reached = found + 1
    return pairs


def _says(mark: Bookmark, heading: Node) -> bool:
    """Whether they say the same. A bookmark leaves out the call of a note, which is a number or a sign."""
    if alike(mark.title, heading.text):
        return True
    called = any(part.role is Role.NOTE_CALL for part in heading.walk())
    return called and alike(DIGIT.sub("", mark.title), DIGIT.sub("", heading.text))


def _words(
    subject: Subject, marks: Sequence[Bookmark], headings: Sequence[Node], pairs: dict[int, int]
) -> Iterator[Finding]:
    for number, mark in enumerate(marks):
        if number in pairs:
            continue
        elsewhere = any(_says(mark, heading) for heading in headings)
        said = "stands elsewhere in the order of the headings" if elsewhere else "is no heading"
        block = block_like(subject, mark.title)
        yield RULE.fail(subject, f"The bookmark «{mark.title[:60]}» {said}.", place="bookmarks", block=block)
    covered = {headings[number].level for number in pairs.values() if headings[number].role is Role.HEADING}
    for number, heading in enumerate(headings):
        if number not in pairs.values() and heading.role is Role.HEADING and heading.level in covered:
            message = f"The heading «{heading.text[:60]}» has no bookmark; others of its level have one."
            yield RULE.fail(subject, message, place=heading.place, block=block_like(subject, heading.text))


def _levels(
    subject: Subject, marks: Sequence[Bookmark], headings: Sequence[Node], pairs: dict[int, int]
) -> Iterator[Finding]:
    """Bookmarks that stand under another heading than theirs does."""
    above: list[tuple[int, int]] = []  # (depth of the bookmark, level of its heading) of those that are open
    for number, other in sorted(pairs.items()):
        mark, heading = marks[number], headings[other]
        if heading.role is Role.TITLE or not heading.level:
            continue
        while above and above[-1][1] >= heading.level:
            above.pop()
        if above and mark.depth <= above[-1][0]:
            message = f"The bookmark «{mark.title[:60]}» is not below that of the heading above it."
            yield RULE.fail(subject, message, place="bookmarks", block=block_like(subject, heading.text))
        above.append((mark.depth, heading.level))


def _targets(subject: Subject, marks: Sequence[Bookmark], headings: Sequence[Node]) -> Iterator[Finding]:
    """Bookmarks that lead to a heading of another name."""
    if not any(mark.targets for mark in marks):
        return
    spaced = {"".join(heading.text.split()): heading.text for heading in headings}
    titles = {
        tag.obj.objgen: text
        for tag in tree_of(subject).tags
        if HEADING.match(tag.type) and (text := read_text(subject, tag))
        # One that says nothing but the number of a note is named by its picture.
        and (DIGIT.sub("", text) or not any(part.type == "Figure" for part in tag.walk()))
    }
    for mark in marks:
        for there in dict.fromkeys(filter(None, (titles.get(target, "") for target in mark.targets))):
            if alike(mark.title, there) or alike(DIGIT.sub("", mark.title), DIGIT.sub("", there)):
                continue
            message = f"The bookmark «{mark.title[:60]}» leads to the heading «{spaced.get(there, there)[:60]}»."
            yield RULE.fail(subject, message, place="bookmarks", block=block_like(subject, mark.title))


def _leads(item: Any) -> Iterator[tuple[int, int]]:
    """The tags to which a bookmark leads, by its action and by its element (SE)."""
    element, target = item.get("/SE"), structure_target(item)
    if target is not None:
        yield target
    if element is not None and hasattr(element, "objgen"):
        yield element.objgen


def _bookmarks(subject: Subject) -> Iterator[Bookmark]:
    for item, depth in bookmarks(subject):
        yield Bookmark(str(item.get("/Title", "")).strip(), depth, tuple(_leads(item)))


def _marked(*titles: str) -> Any:
    def change(made: Any) -> None:
        with made.open_outline() as outline:
            import pikepdf

            outline.root.extend(pikepdf.OutlineItem(title, 0) for title in titles)

    return change


TREE = ("Document", ("H1", {"ActualText": "Bees"}, 0), ("P", 1), ("H1", {"ActualText": "Hives"}, 2))

RULE = Rule(
    id="pdf-bookmarks",
    title="The bookmarks of a PDF are its headings",
    severity=Severity.WARNING,
    clauses=("PDF/UA-1 7.17", "WCAG 2.4.5", "Matterhorn 27-001"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(), pdf(TREE, _marked("1. Bees", "Hives"))),
    bad=(pdf(TREE, _marked("Bees", "Honey")), pdf(TREE, _marked("Hives", "Bees")), pdf(TREE, _marked("Bees"))),
)
