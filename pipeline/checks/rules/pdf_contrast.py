# SPDX-License-Identifier: AGPL-3.0-or-later
"""The texts of a PDF can be seen.

What it does
: Finds texts that are invisible, squeezed to nothing, or of a colour that nothing on their page gives a contrast of
  3 to 1. What a colour between is told apart by (4.5 to 1 for small text) is asked of a person: a PDF does not say
  what lies behind a text.

Why it matters
: Who sees the page does not get what a screen reader reads.

Example
: A paragraph in light grey on white.

Fix
: Choose a darker colour in your style file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.examples_pdf import Change, pdf
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.colour import WHITE, Rgba, contrast, over
from pipeline.model import Finding, Format, Severity
from pipeline.outline.pdf_content import Paint

LEAST = 3.0
NARROW = 40.0
UNSEEN = "This text is invisible."
INVISIBLE = frozenset({3, 7})


def look(subject: Subject) -> Iterator[Finding]:
    """Each tag with text, once for each fault."""
    tree = tree_of(subject)
    pages: dict[int, list[Paint]] = defaultdict(list)
    for paint in subject.content.paints:
        pages[paint.page].append(paint)
    if not any(paint.kind == "text" for paint in subject.content.paints):
        raise NotApplicable("no text")
    told: set[tuple[Tag, str]] = set()
    for paints in pages.values():
        pictures = any(paint.kind in ("image", "shading") for paint in paints)
        behind = [WHITE, *{p.colour for p in paints if p.kind == "path" and p.thick and p.colour is not None}]
        unknown = pictures or any(p.kind == "path" and p.thick and p.colour is None for p in paints)
        for paint in paints:
            message = _fault(paint, behind, pictures=pictures, unknown=unknown)
            mark = paint.mark
            owner = tree.owners.get((mark.stream, mark.mcid)) if mark is not None and message else None
            if message and owner is not None and (owner, message) not in told:
                told.add((owner, message))
                found = at(RULE, subject, owner, message)
                # In a file of others invisible text may be meant: what a scan says, a label beside a drawing.
                asked = message == UNSEEN and not subject.blocks
                yield RULE.ask(subject, message, place=found.place) if asked else found


def _fault(paint: Paint, behind: Sequence[Rgba], *, pictures: bool, unknown: bool) -> str:
    if paint.kind != "text" or paint.artifact:
        return ""
    if paint.mode in INVISIBLE:
        return "" if pictures else UNSEEN  # with a picture: recognised text of a scan
    if 0 < paint.stretch < NARROW:
        return f"This text is squeezed to {paint.stretch:g} per cent of its width."
    if paint.colour is None or unknown or paint.mode not in (0, 4):
        return ""
    best = max(contrast(over(paint.colour, back), back) for back in (over(one, WHITE) for one in behind))
    return f"The contrast of this text is {best:.1f} to 1 at best." if best < LEAST else ""


def _painted(before: bytes) -> Change:
    def change(made: object) -> None:
        import pikepdf

        if isinstance(made, pikepdf.Pdf):
            page = made.pages[0]
            page.obj.Contents = made.make_stream(before + b" " + page.obj.Contents.read_bytes())

    return change


RULE = Rule(
    id="pdf-contrast",
    title="The texts of a PDF can be seen",
    severity=Severity.ERROR,
    clauses=("WCAG 1.4.3",),
    looks={Format.PDF: look},
    fix="Choose a darker colour in your style file.",
    good=(pdf(), pdf(change=_painted(b"0.3 g"))),
    bad=(pdf(change=_painted(b"0.8 g")), pdf(change=_painted(b"3 Tz"))),
    # What only a person knows: whether it is meant.
    question="Has every text of the PDF enough contrast with what lies behind it?",
)
