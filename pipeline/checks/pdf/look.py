# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the rules look at a PDF: places of tags, pages of the file, annotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.pdf.tree import Tag
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding


def place(subject: Subject, tag: Tag) -> str:
    """Where a tag stands: its page, its path of types from the nearest with an id."""
    steps = [tag.raw]
    for above in tag.ancestors():
        steps.append(above.raw)
        if len(steps) > 5:
            break
    number = page_number(subject, tag)
    where = f"page {number} " if number else ""
    return f"{where}{'/'.join(reversed(steps))}"


def page_number(subject: Subject, tag: Tag) -> int:
    """The number of the page on which a tag begins, from 1; 0 if it cannot be known."""
    pages = subject.__dict__.setdefault("page-numbers", {})
    if not pages:
        pages.update({page.obj.objgen: number for number, page in enumerate(subject.pdf.pages, start=1)})
    for one in tag.walk():
        page = one.obj.get("/Pg")
        if page is not None and page.objgen in pages:
            return int(pages[page.objgen])
        for key, _ in one.content:
            if key in pages:
                return int(pages[key])
    return 0


def at(rule: Rule, subject: Subject, tag: Tag, message: str) -> Finding:
    """A failure of a tag; its block is found by the nearest id that is one of the source's."""
    block = ""
    for one in (tag, *tag.ancestors()):
        identifier = one.text("ID") or ""
        if identifier in subject.blocks:
            block = identifier
            break
    return rule.fail(subject, message, place=place(subject, tag), block=block)


def annots(subject: Subject) -> Iterator[tuple[int, Any]]:
    """The annotations of all pages with the page's number from 1."""
    import pikepdf

    for number, page in enumerate(subject.pdf.pages, start=1):
        listed = page.obj.get("/Annots")
        for annotation in listed if isinstance(listed, pikepdf.Array) else ():
            if isinstance(annotation, pikepdf.Dictionary):
                yield number, annotation


def seen(annotation: Any) -> bool:
    """Whether an annotation is shown: not hidden by its flags, nor a pop-up."""
    flags = int(annotation.get("/F", 0))
    return not flags & 2 and str(annotation.get("/Subtype", "")) != "/Popup"


def on_page(subject: Subject, number: int, annotation: Any) -> bool:
    """Whether an annotation lies at least in part on the visible page."""
    try:
        box = [float(value) for value in subject.pdf.pages[number - 1].cropbox]
        rect = [float(value) for value in annotation.get("/Rect", ())]
    except (TypeError, ValueError, AttributeError):
        return True
    if len(box) != 4 or len(rect) != 4:
        return True
    left, right = sorted((rect[0], rect[2]))
    low, high = sorted((rect[1], rect[3]))
    return not (right < box[0] or left > box[2] or high < box[1] or low > box[3])


def claims_two(subject: Subject) -> bool:
    """Whether the file is judged by PDF/UA-2: it claims it, or it is PDF 2.0 and claims nothing."""
    part = ua_part(subject)
    return part == "2" or (not part and subject.pdf.pdf_version.startswith("2"))


def ua_part(subject: Subject) -> str:
    """The part of PDF/UA that the metadata claims; empty if it claims none."""
    return xmp(subject).get("{http://www.aiim.org/pdfua/ns/id/}part", "")


def xmp(subject: Subject) -> dict[str, str]:
    """The simple properties of the XMP metadata by their expanded names; ``""`` is there when it could be read."""
    kept = subject.__dict__.get("xmp")
    if kept is None:
        kept = _read_xmp(subject)
        subject.__dict__["xmp"] = kept
    found: dict[str, str] = kept
    return found


def _read_xmp(subject: Subject) -> dict[str, str]:
    import pikepdf
    from lxml import etree

    from pipeline.checks.page import parse_xml
    from pipeline.errors import InputError

    stream = subject.pdf.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return {}
    data = stream.read_bytes()
    begin, end = data.find(b"<?xpacket begin"), data.rfind(b"<?xpacket end")
    if begin >= 0:
        data = data[data.find(b"?>", begin) + 2 : end if end > 0 else None].strip()
    try:
        root = parse_xml(data, "XMP")
    except InputError:
        return {}
    rdf = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
    found = {"": "read"}
    for description in root.iter(f"{rdf}Description"):
        for name, value in description.attrib.items():
            found[str(name)] = str(value).strip()
        for child in description:
            if isinstance(child.tag, str):
                items = [i.text or "" for i in child.iter(f"{rdf}li")] or [etree.tostring(child, method="text",
                         encoding="unicode", with_tail=False)]  # fmt: skip
                found[child.tag] = "; ".join(" ".join(str(i).split()) for i in items)
    return found
