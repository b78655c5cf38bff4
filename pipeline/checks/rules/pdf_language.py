# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every text of a PDF has a language, and one that exists.

What it does
: Checks the language of the document, of every tag and of marked content; and, where the document has none, finds
  texts,
  alternatives, bookmarks, notes of annotations and fields whose language nobody knows.

Why it matters
: A screen reader chooses its voice by it.

Example
: The catalogue has no ``Lang``, and neither have the tags.

Fix
: Write ``lang:`` in ``document.yaml`` and make the PDF anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples_pdf import TREE, XMP, pdf
from pipeline.checks.pdf.annotations import annots, seen
from pipeline.checks.pdf.language import document_language, in_force, well_formed
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.metadata import default_only
from pipeline.checks.pdf.tree import Tree, tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.outline.pdf_content import Content, Paint
from pipeline.outline.pdf_marks import Mark

TEXTS = {"Alt": "alternative", "ActualText": "replacement text", "E": "expansion"}


def look(subject: Subject) -> Iterator[Finding]:
    """Languages that are written, then texts that have none."""
    try:
        tree: Tree | None = tree_of(subject)
    except NotApplicable:
        tree = None
    content = subject.content
    own = document_language(subject)
    if "/Lang" in subject.pdf.Root and not well_formed(own):
        yield RULE.fail(subject, f"The PDF's language «{own[:40]}» does not exist.", block="title")
    for tag in tree.tags if tree else ():
        said = tag.text("Lang")
        if said is not None and not well_formed(said.strip()):
            yield at(RULE, subject, tag, f"The language «{said[:40]}» does not exist.")
    for _, mark in content.opened:
        if mark.lang and not well_formed(mark.lang):
            yield RULE.fail(subject, f"The language «{mark.lang[:40]}» of a phrase does not exist.")
    if not own:
        yield from _unknown(subject, tree, content)


def _unknown(subject: Subject, tree: Tree | None, content: Content) -> Iterator[Finding]:
    for tag in tree.tags if tree else ():
        for key, what in TEXTS.items():
            if tag.text(key) and not in_force(subject, tag):
                yield at(RULE, subject, tag, f"Nobody says in which language this {what} is.")
    if subject.pdf.Root.get("/Outlines") is not None and subject.pdf.Root.Outlines.get("/First") is not None:
        yield RULE.fail(subject, "Nobody says in which language the bookmarks are.", block="title")
    for number, annotation in annots(subject):
        owner = tree.referred.get(annotation.objgen) if tree else None
        for key, what in (("/Contents", "description"), ("/TU", "label of a field")):
            if seen(annotation) and str(annotation.get(key, "")).strip() and not in_force(subject, owner):
                message = f"Nobody says in which language this {what} is."
                yield RULE.fail(subject, message, place=f"page {number}")
    if default_only(subject):
        yield RULE.fail(subject, "Nobody says in which language the metadata are.", block="title")
    told: set[int] = set()
    for paint in content.paints:
        if paint.kind == "text" and paint.page not in told and not _spoken(subject, tree, paint):
            told.add(paint.page)
            yield RULE.fail(subject, "Nobody says in which language this text is.", place=f"page {paint.page + 1}")
    for around, mark in content.opened:
        spoken = mark.lang or any(m.lang for m in around) or _owned(subject, tree, (*around, mark))
        if (mark.alt or mark.actual is not None or mark.expansion) and not spoken:
            yield RULE.fail(subject, "Nobody says in which language a replacement text is.")


def _spoken(subject: Subject, tree: Tree | None, paint: Paint) -> bool:
    if paint.artifact or any(mark.lang for mark in paint.marks):
        return True
    return _owned(subject, tree, paint.marks)


def _owned(subject: Subject, tree: Tree | None, marks: tuple[object, ...]) -> bool:
    for mark in reversed(marks):
        if isinstance(mark, Mark) and mark.mcid >= 0 and tree is not None:
            owner = tree.owners.get((mark.stream, mark.mcid))
            if owner is not None:
                return bool(in_force(subject, owner))
    return False


def _no_language(made: object) -> None:
    import pikepdf

    if isinstance(made, pikepdf.Pdf):
        del made.Root["/Lang"]


RULE = Rule(
    id="pdf-language",
    title="Every text of a PDF has a language, and one that exists",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.2", "PDF/UA-2 8.4.4", "WCAG 3.1.1", "WCAG 3.1.2", "Matterhorn 11-001",
             "Matterhorn 11-002", "Matterhorn 11-003", "Matterhorn 11-004", "Matterhorn 11-005", "Matterhorn 11-006"),
    looks={Format.PDF: look},
    fix="Write lang: in document.yaml and make the PDF anew.",
    foreign="Write Lang in the document catalogue, or on the tag.",
    good=(
        pdf(),
        pdf(("Document", {"Lang": "en"}, ("P", 0)), change=_no_language, xmp=XMP.replace("x-default", "en")),
    ),
    bad=(
        pdf(("Document", {"Lang": "en"}, ("P", 0)), change=_no_language),
        pdf(change=_no_language), pdf((*TREE, ("P", {"Lang": "eng lish"}, 2))),
    ),
)
