# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each picture is the one that stands there in the source.

What it does
: Compares the pictures of a page or book with the files that the document names: the same bytes, or the same picture
  stored in another way, which is not broken. A drawing is told by its shapes. In a PDF each Figure shows something.

Why it matters
: The alternative and the caption of one picture beside another tell something false, and only to some readers.

Example
: The plan stands over the caption of the chart, and the chart over that of the plan.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from pipeline.checks.examples import page, sourced
from pipeline.checks.parity.compare import compare, fold, short
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.parity.figures import figures
from pipeline.checks.parity.phrases import phrases
from pipeline.checks.rule import Example, Rule, Subject
from pipeline.checks.web.look import at, views
from pipeline.checks.web.pictures import UNLIKE, can_be_shown, data_of, likeness, size_of, source_file
from pipeline.checks.web.sheets import length
from pipeline.checks.web.view import View
from pipeline.model import (
    Block,
    BlockKind,
    Finding,
    Format,
    Inline,
    InlineKind,
    Node,
    Role,
    Severity,
)


def look(subject: Subject) -> Iterator[Finding]:
    """The pictures of each block in their order, where the file has as many as the source."""
    if subject.edition is None or subject.expected is not None:
        yield from look_tags(subject)
    wanted = _wanted(subject)
    if not wanted or subject.edition is None:
        return
    sources: dict[str, bytes] = {}
    for name in (name for names in wanted.values() for name in names):
        data = source_file(subject.edition.document.folder, name)
        if data:
            sources[name] = data
    for block, shown in _given(subject).items():
        names = wanted.get(block, [])
        for name, (view, image) in zip(names, shown, strict=True) if len(names) == len(shown) else ():
            data = data_of(subject, view.page.name, image)
            message = ""
            if name in sources and (data or _is_held(subject, image)):
                message = _difference(name, data, sources)
            own_size = size_of(sources.get(name, b"")) or (0, 0)
            if not message and _is_speck(view, image, own_size):
                message = f"The picture of {name} is too small here for anybody to see it."
            if message:
                yield at(RULE, subject, view, image, message)


def _is_speck(view: View, image: etree._Element, own_size: tuple[int, int]) -> bool:
    """Whether a picture is a pixel or two wide or high by its styles or its attributes, and its file is not."""
    for key, pixels in zip(("width", "height"), own_size, strict=True):
        if 0 < pixels <= SPECK:
            continue
        styled = length(view.styles.value(image, key) or "", 16.0, -1.0)
        own = image.get(key, "")
        if 0 <= styled <= SPECK or (styled < 0 and own.isdecimal() and int(own) <= SPECK):
            return True
    return False


def look_tags(subject: Subject) -> Iterator[Finding]:
    """The pictures in the lines of each part; and that each Figure of a PDF shows something."""
    for wanted, given in compare(subject).both():
        for phrase in phrases(wanted.node, given.node, _key):
            alt = short(fold(phrase.attrs.get("alt", "")), 40)
            message = f"In «{short(wanted.text, 40)}» the picture «{alt}» is not here."
            yield RULE.fail(subject, message, place=given.node.place, block=wanted.block)


def _key(node: Node) -> str:
    return f"image:{fold(node.attrs.get('alt', ''))}" if node.role is Role.IMAGE else ""


def look_pdf(subject: Subject) -> Iterator[Finding]:
    """The pictures of a PDF: those in lines, and what each Figure shows."""
    yield from look_tags(subject)
    for message, where, block in figures(subject):
        yield RULE.fail(subject, message, place=where, block=block)


def _is_held(subject: Subject, image: etree._Element) -> bool:
    """Whether a picture must be in the file: in a book always, in a page where it says so."""
    return subject.format is Format.EPUB or image.get("src", "").strip()[:5].lower() == "data:"


def _wanted(subject: Subject) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, piece in subject.inlines(InlineKind.IMAGE):
        found.setdefault(key, []).append(piece.target)
    return found


def _given(subject: Subject) -> dict[str, list[tuple[View, etree._Element]]]:
    found: dict[str, list[tuple[View, etree._Element]]] = {}
    for view in views(subject):
        for element in view.page.inside:
            if element.tag == "img":
                found.setdefault(subject.block_of(element), []).append((view, element))
    return found


def _difference(name: str, data: bytes, sources: Mapping[str, bytes]) -> str:
    if data == sources[name]:
        return ""
    if not can_be_shown(data) and can_be_shown(sources[name]):
        return f"The picture here, {name} in the source, is not in the file or is broken."
    own = likeness(data, sources[name])
    for other, theirs in sources.items():
        if theirs != sources[name] and (data == theirs or (likeness(data, theirs) or 0.0) > max(own or 0.0, UNLIKE)):
            return f"The picture here is that of {other}, not {name}."
    return f"The picture here is not that of {name}." if own is not None and own < UNLIKE else ""


SPECK = 3
BEE = Path(__file__).parents[1] / "web" / "bee.svg"


def _shown(radius: int, size: str = "") -> Example:
    """A page with a drawing of that radius, where the source names one of radius 4."""
    drawing = BEE.read_text("utf-8").replace('r="4"', f'r="{radius}"').replace("M2 2", f"M{radius - 2} 2")
    made = page(f"<p id='p-1'><img alt='A bee'{size} src='data:image/svg+xml,{quote(drawing)}'></p>")
    block = Block(BlockKind.PARAGRAPH, "p-1", inlines=(Inline(InlineKind.IMAGE, "A bee", target=BEE.name),))
    return sourced(made, block, path=BEE.parent / "bees.md")


RULE = Rule(
    id="parity-pictures",
    title="Each picture is the one of the source",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.1.1"),
    looks={Format.HTML: look, Format.EPUB: look, Format.PDF: look_pdf},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(_shown(4),),
    bad=(
        _shown(7), _shown(4, " width='1' height='1'"), _shown(4, " style='height:1px'"),
        pair([paragraph("x", part(Role.IMAGE, alt="A bee"))], [paragraph("x")]),
    ),
)
