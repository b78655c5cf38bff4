# SPDX-License-Identifier: AGPL-3.0-or-later
"""Figures and formulas of a PDF have a text.

What it does
: Finds figures and formulas without an alternative or replacement text, and alternatives that are a file name or say
  what the caption says.

Why it matters
: Without it a screen reader says "graphic".

Example
: A Figure without ``Alt``.

Fix
: Write what the picture tells in the square brackets: ``![Requests grew](chart.png)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.look import alike, at, block_of, place, text_in
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, InlineKind, Severity

FILE_NAME = re.compile(r"\S+\.(png|jpe?g|gif|svg|webp|bmp|tiff?|pdf|eps)", re.IGNORECASE)


def look(subject: Subject) -> Iterator[Finding]:
    """Figures and formulas."""
    found = [tag for tag in tree_of(subject).tags if tag.type in ("Figure", "Formula")]
    if not found:
        raise NotApplicable("no figures or formulas")
    for tag in found:
        alt = tag.text("Alt")
        if alt is None and tag.text("ActualText") is None and not _said_otherwise(subject, tag):
            told = f"This {tag.type.lower()} has no text alternative."
            known = block_of(subject, tag) or _block_in_order(subject, tag, found)
            yield RULE.fail(subject, told, place=place(subject, tag), block=known)
        elif alt is not None and tag.type == "Figure" and not alt.strip() and not tag.text("ActualText"):
            yield at(RULE, subject, tag, "The text alternative of this figure is empty.")
        elif alt and FILE_NAME.fullmatch(alt.strip()):
            yield at(RULE, subject, tag, f"The alternative «{alt[:40]}» is a file name.")
        elif alt and alike(alt, _caption(subject, tag)):
            told = f"The alternative «{alt[:40]}» says what the caption says, so it is heard twice."
            yield at(RULE, subject, tag, told, severity=Severity.WARNING)


def _block_in_order(subject: Subject, tag: Tag, found: Sequence[Tag]) -> str:
    """The block of the source with the picture that a figure without words shows, where both have as many pictures."""
    figures = [one for one in found if one.type == "Figure"]
    blocks = [block for block, piece in subject.inlines(InlineKind.IMAGE) if "decorative" not in piece.attr.classes]
    return blocks[figures.index(tag)] if tag in figures and len(figures) == len(blocks) else ""


def _caption(subject: Subject, tag: Tag) -> str:
    """The words of a figure's caption, which stands in it or beside it."""
    around = tag.above.kids if tag.above is not None and len(tag.above.kids) == 2 else ()
    caption = next((kid for kid in (*tag.kids, *around) if kid.type == "Caption"), None)
    return "".join(text_in(subject, one) for one in caption.walk()) if caption is not None else ""


def _said_otherwise(subject: Subject, tag: Tag) -> bool:
    """In PDF/UA-2 a formula may be said by MathML: tags below it, or a file that belongs to it."""
    if not claims_two(subject) or tag.type != "Formula":
        return False
    return tag.obj.get("/AF") is not None or any("MathML" in kid.namespace for kid in tag.kids)


RULE = Rule(
    id="pdf-alt",
    title="Figures and formulas of a PDF have a text",
    severity=Severity.ERROR,
    clauses=(
        "PDF/UA-1 7.3", "PDF/UA-1 7.7", "PDF/UA-2 8.2.5.28", "WCAG 1.1.1", "Matterhorn 13-004",
        "Matterhorn 17-002",
    ),
    looks={Format.PDF: look},
    fix="Write what the picture tells in the square brackets.",
    foreign="Write what the picture tells as the alternative text (Alt) of its tag.",
    good=(
        pdf(("Document", ("Figure", {"Alt": "Requests grew"}, 0))),
        pdf(("Document", ("Figure", {"Alt": "Two bees on a flower"}, 0, ("Caption", 1)))),
    ),
    bad=(
        pdf(("Document", ("Figure", 0))),
        pdf(("Document", ("Figure", {"Alt": "chart.png"}, 0))),
        pdf(("Document", ("Figure", {"Alt": "Bees."}, 0, ("Caption", 1)))),
    ),
    question="Does each text alternative tell what the picture tells in its place?",
)
