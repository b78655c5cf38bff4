# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each picture leads to its long description.

What it does
: Looks whether a picture that has a long description in the source refers to it (``aria-details``; in PDF 2.0
  ``Ref``), and to no other. In a book the description has to be in the same file: a reference cannot reach another.

Why it matters
: Whoever does not see the chart hears that its numbers are told in words, and goes there with one key.

Example
: The plan refers to the description of the chart.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples import page, sourced
from pipeline.checks.examples_pdf import XMP_2, pdf, refer, tags
from pipeline.checks.page import Page
from pipeline.checks.parity.compare import fold, short
from pipeline.checks.pdf.look import block_like, place, read_text
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.document.text import walk
from pipeline.model import Attr, Block, BlockKind, Finding, Format, Inline, InlineKind, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """The pictures of each block that names a description, where the file has as many as the source."""
    wanted: dict[str, list[str]] = {}
    for block, piece in subject.inlines(InlineKind.IMAGE):
        wanted.setdefault(block, []).append(piece.attr.get("longdesc").removeprefix("#"))
    wanted = {block: names for block, names in wanted.items() if any(names)}
    if not wanted:
        raise NotApplicable("no picture of the source has a long description, or the source is not known")
    for each in subject.pages:
        for block, names in wanted.items():
            holder = each.ids.get(block)
            images = [] if holder is None else [i for i in holder.iter("img") if subject.block_of(i) == block]
            for name, image in zip(names, images, strict=True) if len(names) == len(images) else ():
                parts = {one.id for one in walk((subject.blocks[name],))} if name in subject.blocks else {name}
                message = _difference(each, name, parts, image.get("aria-details", "").split())
                if message:
                    shown = image.get("alt", "")[:40] or "without an alternative"
                    text = f"The picture «{shown}» {message}"
                    yield RULE.fail(subject, text, place=each.place(image), block=block)


def _difference(here: Page, name: str, parts: set[str], said: list[str]) -> str:
    """``parts`` are the blocks of the description: beside a plain text they may stand without what is around them."""
    if not parts.isdisjoint(said) or (not name and not said):
        return ""
    if said:
        return f"refers to «{said[0][:40]}» as its long description; in the source that is «{name[:40] or 'nothing'}»."
    return "does not lead to its long description." if not parts.isdisjoint(here.ids) else ""


def look_pdf(subject: Subject) -> Iterator[Finding]:
    """The Figures of a PDF 2.0, known by an alternative that no other picture has (ISO 32000-2, 14.7.2: ``Ref``)."""
    pictures: dict[str, list[tuple[str, str]]] = {}
    for block, piece in subject.inlines(InlineKind.IMAGE):
        named = piece.attr.get("longdesc").removeprefix("#")
        pictures.setdefault(fold(piece.text), []).append((block, named))
    if not any(named in subject.blocks for found in pictures.values() for _, named in found):
        raise NotApplicable("no picture of the source has a long description, or the source is not known")
    tree = tree_of(subject)
    if not claims_two(subject):
        raise NotApplicable("only PDF 2.0 can refer to a description")
    by_number = {tag.obj.objgen: tag for tag in tree.tags}
    for tag in tree.tags:
        found = pictures.get(fold(tag.text("Alt") or ""), []) if tag.type == "Figure" else []
        for block, named in found if len(found) == 1 and found[0][1] in subject.blocks else ():
            referred = [by_number[ref.objgen] for ref in tag.obj.get("/Ref", ()) if ref.objgen in by_number]
            if message := _referred(subject, named, referred):
                text = f"The picture «{short(tag.text('Alt') or '', 40)}» {message}"
                yield RULE.fail(subject, text, place=place(subject, tag), block=block)


def _referred(subject: Subject, named: str, tags: list[Tag]) -> str:
    if not tags:
        return "does not lead to its long description."
    parts = {block.id for block in walk((subject.blocks[named],))}
    led = [block_like(subject, read_text(subject, next(_with_text(tag), tag))) for tag in tags]
    if all(led) and not parts & set(led):
        return f"refers to «{led[0]}» as its long description; in the source that is «{named[:40]}»."
    return ""


def _with_text(tag: Tag) -> Iterator[Tag]:
    return (one for one in tag.walk() if one.content and one.type != "Lbl")


def _page(details: str) -> Example:
    figure = f"<figure id='f'><img src='bees.png' alt='Bees by year'{details}></figure>"
    return _sourced(page(f"{figure}<p id='told'>Bees</p><p id='x'>Three.</p>"))


def _sourced(made: Example) -> Example:
    picture = Inline(InlineKind.IMAGE, "Bees by year", target="bees.png", attr=Attr(pairs=(("longdesc", "#told"),)))
    blocks = (
        Block(BlockKind.FIGURE, "f", inlines=(picture,)),
        Block(BlockKind.PARAGRAPH, "told", inlines=(Inline(InlineKind.TEXT, "Bees"),)),
        Block(BlockKind.PARAGRAPH, "x", inlines=(Inline(InlineKind.TEXT, "Three."),)),
    )
    return sourced(made, *blocks)


def _tagged(refer_to: int) -> Example:
    """A file of PDF 2.0 with a Figure and two paragraphs, one of which the Figure refers to (0: none)."""

    def change(made: Any) -> None:
        if refer_to:
            refer(made, tags(made, "Figure")[0], tags(made, "P")[refer_to - 1])

    figure = ("Figure", {"Alt": "Bees by year"}, 0)
    return _sourced(pdf(("Document", figure, ("P", 1), ("P", {"ActualText": "Three."}, 2)), change, xmp=XMP_2))


RULE = Rule(
    id="parity-descriptions",
    title="Each picture leads to its long description",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.1.1"),
    looks={Format.HTML: look, Format.EPUB: look, Format.PDF: look_pdf},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(_page(" aria-details='told'"), _tagged(1)),
    bad=(_page(""), _page(" aria-details='x'"), _tagged(0), _tagged(2)),
)
