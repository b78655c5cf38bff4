# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links, fields and other annotations of a PDF are tagged and say what they are.

What it does
: Finds annotations that no tag refers to, or that stand in the wrong tag (a link outside of Link, a field outside of
  Form), that have no description, and kinds that must not be there.

Why it matters
: The keyboard reaches the link, but the screen reader says nothing.

Example
: A link without ``Contents``.

Fix
: Make the PDF anew from its source; write where a link leads as its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import annotate, pdf
from pipeline.checks.pdf.annotations import annots, on_page, seen
from pipeline.checks.pdf.look import at, block_of
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.pdf.tree import Tag, Tree, tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

UNTAGGED = frozenset({"/PrinterMark", "/Popup"})
FORBIDDEN = frozenset({"/TrapNet"})
FORBIDDEN_TWO = frozenset({"/TrapNet", "/Sound", "/Movie"})
INVISIBLE, NO_VIEW, TOGGLE = 1, 32, 256
OWNERS = {"/Link": ("Link",), "/Widget": ("Form",)}


def look(subject: Subject) -> Iterator[Finding]:
    """Annotations that are shown."""
    listed = [(number, a) for number, a in annots(subject) if seen(a) and on_page(subject, number, a)]
    try:
        tree: Tree | None = tree_of(subject)
    except NotApplicable:
        tree = None
    if not listed and not any(tag.objects for tag in (tree.tags if tree else ())):
        raise NotApplicable("no annotations")
    two = claims_two(subject)
    for tag in tree.tags if tree and two else ():
        if tag.type == "Form" and sum(str(o.get("/Subtype", "")) == "/Widget" for o in tag.objects) > 1:
            yield at(RULE, subject, tag, "One Form stands for several fields.")
        if tag.type == "Link" and len({_target(o) for o in tag.objects if str(o.get("/Subtype", "")) == "/Link"}) > 1:
            yield at(RULE, subject, tag, "One Link stands for links to several places.")
    placed = {a.objgen for _, a in annots(subject)}
    for tag in tree.tags if tree else ():
        for item in tag.objects:
            if two and str(item.get("/Subtype", "")) == "/Popup" and tag.type != "Artifact":
                yield at(RULE, subject, tag, "A pop-up, which only shows the words of another annotation, is tagged.")
            if tag.type in ("Link", "Form", "Annot") and str(item.get("/Subtype", "")) and item.objgen not in placed:
                yield at(RULE, subject, tag, f"The annotation of this {tag.raw} is on no page: nobody can follow it.")
    for number, annotation in listed:
        owner = tree.referred.get(annotation.objgen) if tree else None
        for message in _faults(annotation, owner, two=two):
            block = block_of(subject, owner) if owner is not None else ""
            yield RULE.fail(subject, message, place=f"page {number}", block=block)


def _faults(annotation: Any, owner: Tag | None, *, two: bool) -> Iterator[str]:
    kind = str(annotation.get("/Subtype", ""))
    name = kind[1:]
    if two and owner is not None and owner.type != "Artifact" and _unseen(annotation):
        yield f"An annotation ({name}) that nobody sees is tagged as content."
    if kind in (FORBIDDEN_TWO if two else FORBIDDEN):
        yield f"The PDF has an annotation of the kind {name}, which must not be."
        return
    if kind == "/PrinterMark":
        if owner is not None:
            yield "A mark for printers is tagged as content."
        return
    if kind in UNTAGGED:
        return
    if owner is None:
        yield f"An annotation ({name}) is in no tag."
        return
    wanted = OWNERS.get(kind, ("Annot",))
    around = (owner, *owner.ancestors())
    if not any(tag.type in wanted for tag in around):
        yield f"An annotation ({name}) stands in {owner.raw}, not in {wanted[0]}."
    if not _described(annotation, owner, kind, two=two):
        yield f"An annotation ({name}) has no description."


def _described(annotation: Any, owner: Tag, kind: str, *, two: bool) -> bool:
    if str(annotation.get("/Contents", "")).strip() and (kind != "/Widget" or two):
        return True
    if kind == "/Widget":
        return bool(_label(annotation).strip()) or bool((owner.text("Alt") or "").strip())
    if kind == "/Link":
        return two
    return bool((owner.text("Alt") or "").strip())


def _label(widget: Any) -> str:
    """The label of the field that a widget belongs to: of the field, for a mere widget (without T) has none."""
    here, steps = widget, 0
    while here is not None and steps < 50:
        above = here.get("/Parent")
        label = str(here.get("/TU", ""))
        if label.strip() and ("/T" in here or above is None):
            return label
        here, steps = above, steps + 1
    return ""


def _unseen(annotation: Any) -> bool:
    """Invisible, or not in the view for good (ISO 14289-2, 8.9.2.2)."""
    flags = int(annotation.get("/F", 0))
    return bool(flags & INVISIBLE or (flags & NO_VIEW and not flags & TOGGLE))


def _target(link: Any) -> bytes:
    """Where a link leads, as something that can be compared."""
    action = link.get("/A")
    if action is None:
        place = link.get("/Dest")
    else:
        place = next((action[key] for key in ("/URI", "/SD", "/D", "/F") if key in action), action)
    return place.unparse() if hasattr(place, "unparse") else repr(place).encode()


def _link(described: bool) -> Any:
    def change(made: Any) -> None:
        import pikepdf

        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=pikepdf.Array([0, 0, 9, 9]))
        if described:
            link.Contents = pikepdf.String("The report")
        annotate(made, link)

    return change


TREE = ("Document", ("P", ("Link", 0)))

RULE = Rule(
    id="pdf-annotations",
    title="Links, fields and other annotations of a PDF are tagged and say what they are",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.18", "PDF/UA-2 8.9", "PDF/UA-2 8.10", "WCAG 4.1.2", "WCAG 2.4.4", "Matterhorn 28-002",
             "Matterhorn 28-004", "Matterhorn 28-005", "Matterhorn 28-006", "Matterhorn 28-007", "Matterhorn 28-010",
             "Matterhorn 28-011", "Matterhorn 28-012", "Matterhorn 28-017"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(TREE, _link(True)),),
    bad=(pdf(TREE, _link(False)),),
)
