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

from collections import Counter
from collections.abc import Iterator

from pipeline.checks.parity.compare import Comparison, Part, compare, short, words_differ
from pipeline.checks.parity.examples import pair, paragraph
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """The texts of all parts, side by side."""
    found = compare(subject)
    for problem in found.problems:
        yield RULE.fail(subject, f"The file cannot be read whole: {problem}")
    moved = _moved(found)
    for a, b in found.pairs:
        wanted = found.expected[a] if a is not None else None
        given = found.actual[b] if b is not None else None
        if wanted is None and given is not None:
            yield from _added(subject, given, moved)
        elif given is None and wanted is not None:
            yield _missing(subject, wanted, moved)
        elif wanted is not None and given is not None and wanted.text != given.text:
            message = f"In «{short(wanted.text, 40)}» {words_differ(wanted.text, given.text)}."
            yield RULE.fail(subject, message, place=given.node.place, block=wanted.block)


def _moved(found: Comparison) -> Counter[str]:
    """Texts that are missing in one place and stand in another."""
    missing = Counter(found.expected[a].text for a, b in found.pairs if a is not None and b is None)
    added = Counter(found.actual[b].text for a, b in found.pairs if a is None and b is not None)
    return missing & added


def _missing(subject: Subject, wanted: Part, moved: Counter[str]) -> Finding:
    text = short(wanted.text, 60)
    if moved[wanted.text]:
        return RULE.fail(subject, f"«{text}» stands in another place than in the source.", block=wanted.block)
    return RULE.fail(subject, f"«{text}» is missing.", block=wanted.block)


def _added(subject: Subject, given: Part, moved: Counter[str]) -> Iterator[Finding]:
    if moved[given.text]:
        return  # told where it is missing
    text = short(given.text, 60)
    yield RULE.fail(subject, f"«{text}» is not in the source, or stands twice.", place=given.node.place)


RULE = Rule(
    id="parity-text",
    title="Every word of the source, once and in order",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.3.2"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    good=(pair([paragraph("One."), paragraph("Two.")], [paragraph("One."), paragraph("Two.")]),),
    bad=(
        pair([paragraph("both Iraq and")], [paragraph("bothIraq and")]),
        pair([paragraph("One."), paragraph("Two.")], [paragraph("Two."), paragraph("One.")]),
        pair([paragraph("One."), paragraph("Two.")], [paragraph("One.")]),
        pair([paragraph("One.")], [paragraph("One."), paragraph("One.")]),
        pair([paragraph("the Coalition")], [paragraph("the Coali-tion")]),
    ),
)
