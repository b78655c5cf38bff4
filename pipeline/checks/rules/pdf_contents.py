# SPDX-License-Identifier: AGPL-3.0-or-later
"""An entry of a PDF's contents leads to its heading.

What it does
: Follows every entry of a tagged table of contents (TOCI) by its link: it leads somewhere, and what stands there says
  what the entry says; the page that it names is the one on which its heading stands; and it refers (Ref) to the same
  heading, in PDF/UA-2 always.

Why it matters
: Who chooses "Results" and is put under "Methods" does not know where they are.

Example
: The entry "Figures" leads to the heading "Tables".

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.checks.examples_pdf import XMP_2, pdf
from pipeline.checks.parity.compare import fold
from pipeline.checks.parity.headings import told
from pipeline.checks.pdf.annotations import targets
from pipeline.checks.pdf.look import alike, at, bare, block_like
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Every entry of every table of contents."""
    entries = [node for node in subject.outline.root.walk() if node.role is Role.CONTENTS_ITEM]
    if not entries:
        raise NotApplicable("no table of contents")
    headings = [node for node in subject.outline.root.walk() if node.role in (Role.HEADING, Role.TITLE)]
    titles = {bare(heading.text) for heading in headings} - {""}
    spoken = told(subject.outline.root)
    for entry in entries:
        target = entry.attrs.get("target", "")
        said = entry.text[:60]
        block = block_like(subject, entry.text)
        if not target and not entry.attrs.get("ref"):
            message = f"The entry «{said}» of the contents leads nowhere."
            yield RULE.fail(subject, message, place=entry.place, block=block, severity=Severity.NOTE)
        elif bare(target[1:]) in titles and not _same(spoken.get(fold(entry.text), entry.text), target[1:]):
            message = f"The entry «{said}» of the contents leads to «{target[1:61]}»."
            yield RULE.fail(subject, message, place=entry.place, block=block)
    if subject.expected is None:  # where the source is known, the contents are compared with that
        yield from _pages(subject, entries, headings)
    yield from _references(subject)


def _pages(subject: Subject, entries: Sequence[Node], headings: Sequence[Node]) -> Iterator[Finding]:
    """Entries whose printed page is not that of their heading. In a file of unknown source all printed numbers may
    differ by the same from the labels (a cover that does not count)."""
    found: list[tuple[Node, int, int]] = []
    named: dict[str, list[Node]] = defaultdict(list)
    for heading in headings:
        named[bare(heading.text)].append(heading)
    for entry in entries:
        words, number = _split(entry)
        there = named.get(bare(words), [])
        page = there[0].attrs.get("page", "") if len(there) == 1 else ""
        if number.isdecimal() and page.isdecimal():
            found.append((entry, int(number), int(page)))
    shifts = Counter(page - number for _, number, page in found)
    usual = shifts.most_common(1)[0][0] if shifts else 0
    for entry, printed, place in found:
        if place - printed != usual and shifts[usual] * 2 > len(found):
            message = f"The contents name page {printed} for «{_split(entry)[0][:60]}», which stands on page {place}."
            yield RULE.fail(subject, message, place=entry.place, block=block_like(subject, _split(entry)[0]))


def _split(entry: Node) -> tuple[str, str]:
    """The words of an entry and the number that it ends in."""
    if entry.attrs.get("number"):
        return entry.text, entry.attrs["number"]
    words, _, last = entry.text.rpartition(" ")
    return (words.rstrip(" .…·"), last) if words and last.isdecimal() else (entry.text, "")


def _references(subject: Subject) -> Iterator[Finding]:
    """Entries that refer (Ref) to one heading and lead to another."""
    two = claims_two(subject)
    for tag in tree_of(subject).tags:
        if tag.type != "TOCI":
            continue
        own = [kid for kid in tag.kids if kid.type != "TOC"]
        if two and not any("/Ref" in one.obj for one in (tag, *(inner for kid in own for inner in kid.walk()))):
            yield at(RULE, subject, tag, "An entry of the contents does not refer to what it names (Ref).")
        if "/Ref" not in tag.obj:
            continue
        links = [link for kid in own for link in kid.walk() if link.type == "Link"]
        referred = {ref.objgen for ref in tag.obj.Ref if hasattr(ref, "objgen")}
        if any(target not in referred for link in links for target in targets(link)):
            yield at(RULE, subject, tag, "An entry of the contents refers to one heading and leads to another.")


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
    bad=(
        pdf(_tree("How bees dance"), _linked),
        pdf(_tree("How bees dance")),
        pdf(_tree("What they eat 12"), _linked, xmp=XMP_2),
    ),
)
