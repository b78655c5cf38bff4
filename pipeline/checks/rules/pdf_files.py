# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files inside a PDF have a name and a description.

What it does
: Finds embedded files without their two file names, and (PDF/UA-2) without a description; media without alternatives.

Why it matters
: Nobody knows what the attachment is.

Example
: A file specification without ``UF``.

Fix
: Make the PDF anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.annotations import annots
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """File specifications with an embedded file, and media clips."""
    import pikepdf

    specifications, clips = _in_annotations(subject)
    for item in subject.pdf.objects:
        if isinstance(item, pikepdf.Dictionary):
            if "/EF" in item:
                specifications.append(item)
            if str(item.get("/S", "")) == "/MCD":
                clips.append(item)
    if not specifications and not clips:
        raise NotApplicable("no files inside")
    for item in specifications:
        if not str(item.get("/F", "")) or not str(item.get("/UF", "")):
            yield RULE.fail(subject, "A file inside the PDF has not both of its names.")
        needed = "/AFRelationship" not in item or _attached(subject)
        if claims_two(subject) and needed and not str(item.get("/Desc", "")).strip():
            yield RULE.fail(subject, "A file inside the PDF has no description.")
    for item in clips:
        if not str(item.get("/CT", "")):
            yield RULE.fail(subject, "A film or sound does not say its type.")
        if "/Alt" not in item:
            yield RULE.fail(subject, "A film or sound has no text alternative.")


def _in_annotations(subject: Subject) -> tuple[list[Any], list[Any]]:
    """File specifications and media clips that are no objects of their own, but written into annotations."""
    import pikepdf

    specifications, clips = [], []
    for _, annotation in annots(subject):
        held = annotation.get("/FS")
        if _is_inside(held) and "/EF" in held:
            specifications.append(held)
        clip = annotation.get("/A")
        for key in ("/R", "/C"):
            clip = clip.get(key) if isinstance(clip, pikepdf.Dictionary) else None
        if _is_inside(clip) and str(clip.get("/S", "")) == "/MCD":
            clips.append(clip)
    return specifications, clips


def _is_inside(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Dictionary) and not value.is_indirect


def _attached(subject: Subject) -> bool:
    names = subject.pdf.Root.get("/Names")
    return names is not None and names.get("/EmbeddedFiles") is not None


def _file(made: Any) -> None:
    import pikepdf

    file = pikepdf.Dictionary(F=made.make_stream(b"x", Type=pikepdf.Name.EmbeddedFile))
    made.Root.AF = pikepdf.Array([made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Filespec, EF=file))])


RULE = Rule(
    id="pdf-files",
    title="Files inside a PDF have a name and a description",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.11", "PDF/UA-1 7.18.6.2", "PDF/UA-2 8.14.1", "Matterhorn 21-001",
             "Matterhorn 28-014", "Matterhorn 28-015", "Matterhorn 28-016"),
    looks={Format.PDF: look},
    fix="Make the PDF anew.",
    good=(pdf(),),
    bad=(pdf(change=_file),),
)
