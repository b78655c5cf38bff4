# SPDX-License-Identifier: AGPL-3.0-or-later
"""An entry of a PDF's contents leads to its heading.

What it does
: Follows every entry of a tagged table of contents (TOCI) by its link: it leads somewhere, and what stands there says
  what the entry says.

Why it matters
: Who chooses "Results" and is put under "Methods" does not know where they are.

Example
: The entry "Figures" leads to the heading "Tables".

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.look import alike, block_like
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Role, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Every entry of every table of contents."""
    entries = [node for node in subject.outline.root.walk() if node.role is Role.CONTENTS_ITEM]
    if not entries:
        raise NotApplicable("no table of contents")
    headings = [node.text for node in subject.outline.root.walk() if node.role in (Role.HEADING, Role.TITLE)]
    for entry in entries:
        target = entry.attrs.get("target", "")
        said = entry.text[:60]
        block = block_like(subject, entry.text)
        if not target and not entry.attrs.get("ref"):
            told = f"The entry «{said}» of the contents leads nowhere."
            yield RULE.fail(subject, told, place=entry.place, block=block, severity=Severity.NOTE)
        elif any(alike(target[1:], heading) for heading in headings) and not _same(entry.text, target[1:]):
            told = f"The entry «{said}» of the contents leads to «{target[1:61]}»."
            yield RULE.fail(subject, told, place=entry.place, block=block)


def _same(entry: str, target: str) -> bool:
    """Whether they say the same; an entry may end in the number of its page."""
    words = entry.split()
    return alike(entry, target) or (len(words) > 1 and alike(" ".join(words[:-1]), target))


def _linked(made: Any) -> None:
    """The entry's link leads to the second heading."""
    import pikepdf

    from pipeline.checks.examples_pdf import tags

    target = pikepdf.Array([tags(made, "H1")[1], pikepdf.Name.Fit])
    action = pikepdf.Dictionary(S=pikepdf.Name.GoTo, SD=target)
    annotation = made.make_indirect(pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=action, Contents="x"))
    made.pages[0].obj.Annots = pikepdf.Array([annotation])
    link = tags(made, "Link")[0]
    link.K.append(pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=annotation, Pg=made.pages[0].obj))


def _tree(entry: str) -> tuple[Any, ...]:
    return (
        "Document", ("TOC", ("TOCI", ("Reference", ("Link", {"ActualText": entry}, 0)))),
        ("H1", {"ActualText": "How bees dance"}, 1), ("H1", {"ActualText": "What they eat"}, 2),
    )  # fmt: skip


RULE = Rule(
    id="pdf-contents",
    title="An entry of a PDF's contents leads to its heading",
    severity=Severity.WARNING,
    clauses=("PDF/UA-2 8.2.5.10", "WCAG 2.4.5"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(_tree("What they eat 12"), _linked), pdf(_tree("2. What they eat"), _linked)),
    bad=(pdf(_tree("How bees dance"), _linked), pdf(_tree("How bees dance"))),
)
