# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each picture leads to its long description.

What it does
: Looks whether a picture that has a long description in the source refers to it (``aria-details``), and to no other. In
  a book the description has to be in the same file: a reference cannot reach another.

Why it matters
: Whoever does not see the chart hears that its numbers are told in words, and goes there with one key.

Example
: The plan refers to the description of the chart.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page, sourced
from pipeline.checks.page import Page
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
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
                message = _difference(each, name, image.get("aria-details", "").split())
                if message:
                    shown = image.get("alt", "")[:40] or "without an alternative"
                    text = f"The picture «{shown}» {message}"
                    yield RULE.fail(subject, text, place=each.place(image), block=block)


def _difference(here: Page, name: str, said: list[str]) -> str:
    if name in said or (not name and not said):
        return ""
    if said:
        return f"refers to «{said[0][:40]}» as its long description; in the source that is «{name[:40] or 'nothing'}»."
    return "does not lead to its long description." if name in here.ids else ""


def _page(details: str) -> Example:
    picture = Inline(InlineKind.IMAGE, "Bees by year", target="bees.png", attr=Attr(pairs=(("longdesc", "#told"),)))
    figure = f"<figure id='f'><img src='bees.png' alt='Bees by year'{details}></figure>"
    made = page(f"{figure}<p id='told'>Two.</p><p id='x'>Three.</p>")
    return sourced(made, Block(BlockKind.FIGURE, "f", inlines=(picture,)), Block(BlockKind.PARAGRAPH, "told"))


RULE = Rule(
    id="parity-descriptions",
    title="Each picture leads to its long description",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.1.1"),
    looks={Format.HTML: look, Format.EPUB: look},
    fix="Report it with the source: the writer of this format has a fault.",
    good=(_page(" aria-details='told'"),),
    bad=(_page(""), _page(" aria-details='x'")),
)
