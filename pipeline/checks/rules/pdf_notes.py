# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every note of a PDF can be told from the others, and leads back to its call.

What it does
: Finds notes without an ID, two notes with one ID, and (PDF/UA-2) footnotes that nothing refers to, or that do not
  refer to what calls them. In a file whose source is known every footnote has an ID, in PDF 2.0 too. Follows the link
  of each call to its note, and the link in each note's label back to its call.

Why it matters
: Readers jump from the call to its note; without an ID there is nothing to jump to.

Example
: A Note without ``ID``.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples import sourced
from pipeline.checks.examples_pdf import XMP_2, pdf, refer, tags
from pipeline.checks.pdf.annotations import targets
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.model.namespaces import PDF2

FEW = 3


def look(subject: Subject) -> Iterator[Finding]:
    """Notes of both versions of PDF."""
    tags = tree_of(subject).tags
    notes = [tag for tag in tags if tag.type in ("Note", "FENote")]
    if not notes:
        raise NotApplicable("no notes")
    ids = Counter(tag.text("ID") for tag in notes if tag.text("ID"))
    two = claims_two(subject)
    yield from _kinds(subject, notes)
    calls: dict[tuple[int, int], list[Tag]] = {}
    for tag in tags:
        for ref in _references(tag):
            calls.setdefault(ref, []).append(tag)
    for tag in notes:
        name = tag.text("ID")
        if not name and (tag.type == "Note" or subject.blocks):
            needed = Severity.ERROR if tag.type == "Note" else Severity.WARNING  # PDF 2.0 can refer without it
            yield at(RULE, subject, tag, "This note has no ID.", severity=needed)
        elif name and ids[name] > 1:
            yield at(RULE, subject, tag, f"Two notes have the ID «{name[:40]}».")
        if two and tag.type == "FENote" and tag.namespace == PDF2 and tag.obj.objgen not in calls:
            yield at(RULE, subject, tag, "Nothing refers to this note.")
        elif two and tag.type == "FENote" and tag.namespace == PDF2 and not _references(tag):
            yield at(RULE, subject, tag, "This note does not refer to its call.")
        if two and tag.type == "Note":
            yield at(RULE, subject, tag, "PDF/UA-2 has no Note; it is a FENote.")
        yield from _ways(subject, tag, [call for call in calls.get(tag.obj.objgen, ()) if call.type == "Link"])


def _kinds(subject: Subject, notes: list[Tag]) -> Iterator[Finding]:
    """Notes that say that they are of another kind than the rest (ISO 32000-2, table 382: NoteType)."""
    kinds = [str(note.attribute("NoteType") or "").lstrip("/") for note in notes]
    usual, times = Counter(kinds).most_common(1)[0]
    if len(notes) >= FEW and times >= len(notes) - 1 and usual:
        for note, kind in zip(notes, kinds, strict=True):
            if kind and kind != usual:
                told = f"This note says that it is of the kind {kind[:20]}; all others are {usual[:20]}."
                yield at(RULE, subject, note, told, severity=Severity.WARNING)


def _ways(subject: Subject, note: Tag, calls: list[Tag]) -> Iterator[Finding]:
    """A call leads to the note that it refers to, and the link in a note's label back to one of its calls."""
    if not calls:
        return
    for call in calls:
        if any(target != note.obj.objgen for target in targets(call)):
            yield at(RULE, subject, call, "This call refers to one note and leads to another.")
    places = {tag.obj.objgen for call in calls for tag in (call, *call.walk(), *call.ancestors())}
    own = [tag for label in note.kids if label.type == "Lbl" for tag in label.walk() if tag.type == "Link"]
    if any(target not in places for link in own for target in targets(link)):
        yield at(RULE, subject, note, "The way back from this note leads elsewhere than to its call.")
    referred = _references(note)
    if referred and not places & set(referred):
        yield at(RULE, subject, note, "This note refers to another place than its call.")


def _references(tag: Tag) -> list[tuple[int, int]]:
    return [ref.objgen for ref in tag.obj.get("/Ref", ()) if hasattr(ref, "objgen")]


def _kind(last: str) -> Example:
    kinds = ("/Footnote", "/Footnote", last)
    notes = [("FENote", {"ID": f"n{n}", "A": {"O": "/FENote", "NoteType": kinds[n]}}, n) for n in range(3)]
    return pdf(("Document", *notes))


def _two(back: bool, *, name: str = "n") -> Example:
    """A file of PDF 2.0 with a note and its call, which refer to each other."""

    def change(made: Any) -> None:
        import pikepdf

        call, note = tags(made, "Link")[0], tags(made, "FENote")[0]
        note.NS = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Namespace, NS=pikepdf.String(PDF2)))
        refer(made, call, note)
        if back:
            refer(made, note, call)

    tree = ("Document", ("P", 0, ("Link", 1)), ("FENote", {"ID": name} if name else {}, 2))
    return pdf(tree, change, xmp=XMP_2)


RULE = Rule(
    id="pdf-notes",
    title="Every note of a PDF can be told from the others",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.9", "PDF/UA-2 8.2.5.14", "WCAG 1.3.1", "Matterhorn 19-003", "Matterhorn 19-004"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(
        pdf(("Document", ("P", 0, ("Note", {"ID": "n1"}, 1)))),
        _two(True),
        _two(True, name=""),
        sourced(_two(True)),
        _kind("/Footnote"),
    ),
    bad=(
        pdf(("Document", ("P", 0, ("Note", 1)))),
        pdf(("Document", ("Note", {"ID": "n"}, 0), ("Note", {"ID": "n"}, 1))),
        _two(False),
        _kind("/Endnote"),
        sourced(_two(True, name="")),
    ),
)
