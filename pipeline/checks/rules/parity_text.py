# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every word of the source is in the file, once, in order, and nothing else is.

What it does
: Reads the file back and compares its text, part by part, with the document: words lost, added, doubled, run
  together or broken, and parts that stand in another place.

Why it matters
: Layout engines lose the space between two lines and leave hyphens inside words; whoever hears the file or
  copies from it gets other words than whoever sees it. No validator notices, since none knows the source.

Example
: The source says «both Iraq and Syria», the PDF's tags say «bothIraq and Syria».

Fix
: Report it with the source: the writer of this format has a fault. Until then publish the other formats.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.checks.lines import line_of_listing
from pipeline.checks.parity.compare import Comparison, Part, compare, fold, short, without_formulas, words_differ
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.parity.phrases import inner
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, InlineKind, Node, Role, Severity

FORMULA, SOFT_HYPHEN, ZERO_WIDTH = "\ufffc", "\u00ad", "\u200b"
UNSEEN = re.compile(f"{SOFT_HYPHEN}|(?<=[^\\W\\d_]){ZERO_WIDTH}(?=[^\\W\\d_])")
"""Places where a word may be cut. Between other signs, as in an address, that is no fault."""
NEXT = 2
DRAWN = frozenset({Role.FIGURE, Role.IMAGE, Role.FORMULA})


def look(subject: Subject) -> Iterator[Finding]:
    """The texts of all parts, side by side."""
    found = compare(subject)
    for problem in found.problems:
        yield RULE.fail(subject, f"The file cannot be read whole: {problem}")
    moved = _moved(found)
    twice = {part.text: part.block for part in found.expected}
    before = ""
    for a, b in found.pairs:
        wanted = found.expected[a] if a is not None else None
        given = found.actual[b] if b is not None else None
        if wanted is None and given is not None:
            yield from _added(subject, given, moved, twice.get(given.text) or before)
        elif given is None and wanted is not None:
            yield _missing(subject, wanted, moved)
        elif wanted is not None and given is not None and wanted.text != given.text:
            message = f"In «{short(wanted.text, 40)}» {words_differ(wanted.text, given.text)}."
            line = _line(subject, wanted, given)
            yield RULE.fail(subject, message, place=given.node.place, block=wanted.block, line=line)
        if wanted is not None and given is not None:
            yield from _replaced(subject, wanted, given)
            if wanted.text == given.text and subject.format is not Format.PDF:
                yield from _between(subject, wanted, given)
        before = wanted.block if wanted is not None else before


def _replaced(subject: Subject, wanted: Part, given: Part) -> Iterator[Finding]:
    """Texts in whose place a reader of a PDF is told another (Alt)."""
    if subject.format is not Format.PDF or given.node.role in DRAWN:
        return
    for node in (given.node, *inner(given.node)):
        said = fold(node.attrs.get("alt", ""))
        if said and node.role not in DRAWN and said != fold(node.text):
            message = f"«{short(fold(node.text), 40)}» is told as «{short(said, 40)}»."
            yield RULE.fail(subject, message, place=given.node.place, block=wanted.block)


def _between(subject: Subject, wanted: Part, given: Part) -> Iterator[Finding]:
    """Words that touch a formula, or stand apart from it, other than in the source; and hyphens that are not seen."""
    message = ""
    if any(child.role is Role.FORMULA for child in inner(wanted.node)):
        there, here = (without_formulas(node, FORMULA) for node in (wanted.node, given.node))
        if there != here and there.count(FORMULA) == here.count(FORMULA):
            message = f"In «{short(wanted.text, 40)}» a space beside a formula is lost, or one was added."
    if UNSEEN.search(given.node.text) and not UNSEEN.search(wanted.node.text):
        word = next(word for word in given.node.text.split() if UNSEEN.search(word))
        cut = re.sub(f"[{SOFT_HYPHEN}{ZERO_WIDTH}]", "|", word)
        message = f"In «{short(wanted.text, 40)}» signs that are not seen break «{short(cut, 40)}»."
    if message:
        yield RULE.fail(subject, message, place=given.node.place, block=wanted.block)


def _line(subject: Subject, wanted: Part, given: Part) -> int:
    """The first line of program text that differs; 0 for other text, which is known by its block."""
    start = subject.line(wanted.block)
    if wanted.node.role is not Role.CODE or not start or subject.edition is None:
        return 0
    return line_of_listing(subject.edition.document.source, start, wanted.text, given.text)


def _moved(found: Comparison) -> Counter[str]:
    """Texts that are missing in one place and stand in another."""
    missing = Counter(found.expected[a].text for a, b in found.pairs if a is not None and b is None)
    added = Counter(found.actual[b].text for a, b in found.pairs if a is None and b is not None)
    return missing & added


def _missing(subject: Subject, wanted: Part, moved: Counter[str]) -> Finding:
    text = short(wanted.text, 60)
    if moved[wanted.text]:
        return RULE.fail(subject, f"«{text}» stands in another place than in the source.", block=wanted.block)
    if kind := _beside(subject.outline.root, wanted.text):
        message = f"«{text}» stands beside the text here (in a part that is «{kind}»), and not where it belongs."
        return RULE.fail(subject, message, block=wanted.block)
    return RULE.fail(subject, f"«{text}» is missing.", block=wanted.block)


def _beside(root: Node, text: str) -> str:
    """The kind of the landmark beside the text in which a text stands (a note that is called none); empty if none."""
    for mark in root.walk():
        beside = mark.role is Role.LANDMARK and mark.attrs.get("kind") not in ("main", "", None)
        if beside and any(fold(node.text) == text for node in mark.walk()):
            return mark.attrs["kind"]
    return ""


def _added(subject: Subject, given: Part, moved: Counter[str], near: str) -> Iterator[Finding]:
    """Text that is too much; its line is that of the same text, or of what stands before it."""
    if moved[given.text]:
        return  # told where it is missing
    text = short(given.text, 60)
    if given.node.role in (Role.FIGURE, Role.IMAGE):
        near = _picture_after(subject, near) or near
    yield RULE.fail(subject, f"«{text}» is not in the source, or stands twice.", place=given.node.place, block=near)


def _picture_after(subject: Subject, block: str) -> str:
    """The next block of the source with a picture, right behind a block: a decoration that is told as a picture."""
    names = list(subject.blocks)
    following = names[names.index(block) + 1 :] if block in subject.blocks else []
    near = following[:NEXT]
    return next((n for n in near if any(i.kind is InlineKind.IMAGE for i in subject.blocks[n].inlines)), "")


RULE = Rule(
    id="parity-text",
    title="Every word of the source, once and in order",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.3.2"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(pair([paragraph("One."), paragraph("Two.")], [paragraph("One."), paragraph("Two.")]),),
    bad=(
        pair([paragraph("both Iraq and")], [paragraph("bothIraq and")]),
        pair([paragraph("One."), paragraph("Two.")], [paragraph("Two."), paragraph("One.")]),
        pair([paragraph("One."), paragraph("Two.")], [paragraph("One.")]),
        pair([paragraph("One.")], [paragraph("One."), paragraph("One.")]),
        pair([paragraph("One.")], [part(Role.PARAGRAPH, "One.", alt="Two.")]),
        pair([paragraph("the Coalition")], [paragraph("the Coali-tion")]),
        pair([paragraph("the Coalition")], [paragraph("the Coali\u00adtion")], Format.HTML),
        pair(
            [paragraph("about x^2 bees", part(Role.FORMULA, "x^2"))],
            [paragraph("aboutx^2 bees", part(Role.FORMULA, "x^2"))],
            Format.EPUB,
        ),
    ),
)
