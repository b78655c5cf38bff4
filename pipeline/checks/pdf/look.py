# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the rules look at a PDF: places of tags, pages of the file, annotations."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.checks.once import once
from pipeline.checks.pdf.tree import Tag
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Severity
from pipeline.model.namespaces import XML_LANG

WHOLE = frozenset({"Document", "Part", "Art", "Sect", "Div", "DocumentFragment", "Aside"})
IN_LINES = frozenset({"Link", "Reference", "Span", "Em", "Strong", "Quote", "Code"})
UNREAD = frozenset({"Lbl", "Note", "FENote"})
DIGITS = "0123456789"
MOST_BOOKMARKS = 100_000
SHORTEST = 10
"""How many letters a text must have to be known by its beginning."""


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
    pages = page_numbers(subject)
    for one in tag.walk():
        page = one.obj.get("/Pg")
        if page is not None and page.objgen in pages:
            return pages[page.objgen]
        for key, _ in one.content:
            if key in pages:
                return pages[key]
    return 0


@once
def page_numbers(subject: Subject) -> Mapping[tuple[int, int], int]:
    """The pages of the file by their objects, with their numbers from 1."""
    return {page.obj.objgen: number for number, page in enumerate(subject.pdf.pages, start=1)}


def at(rule: Rule, subject: Subject, tag: Tag, message: str, *, severity: Severity | None = None) -> Finding:
    """A failure of a tag, with the block of the source that it is about."""
    return rule.fail(
        subject, message, place=place(subject, tag), block=block_of(subject, tag), severity=severity
    )


def block_of(subject: Subject, tag: Tag) -> str:
    """The block of the source that a tag stands for or in: by its ID, else by the text in it or around it."""
    if not subject.blocks:
        return ""
    for one in (tag, *tag.ancestors()):
        if one.text("ID") in subject.blocks:
            return one.text("ID") or ""
    for one in _unlabelled(tag) if tag.type != "Lbl" else ():
        text = text_in(subject, one) if one.content else ""
        if tag.type in IN_LINES and len(_start(text)) < SHORTEST:
            continue  # a number in a line may be all of a cell elsewhere: what is around it is surer
        if text and (found := _block_of_text(subject, text)):
            return found
    for one in tag.ancestors():
        if one.type in WHOLE:
            return ""
        if found := _block_of_text(subject, read_text(subject, one)):
            return found
    return ""


def _unlabelled(tag: Tag) -> Iterator[Tag]:
    """A tag and what is in it, without labels: their numbers are no text of the source."""
    stack = [tag]
    while stack:
        one = stack.pop()
        if one.type != "Lbl":
            yield one
            stack.extend(reversed(one.kids))


def block_like(subject: Subject, text: str) -> str:
    """The block of the source that begins as ``text`` does; empty if none or several do."""
    return _block_of_text(subject, text) if subject.blocks else ""


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same but for case, white space, punctuation and a number before one of them."""
    return bare(one) == bare(other)


def bare(text: str) -> str:
    """What ``alike`` compares: the letters and digits without a number before them (a number alone stays)."""
    letters = _letters(text)
    return letters.lstrip(DIGITS) or letters


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def _block_of_text(subject: Subject, text: str) -> str:
    """The block that a text begins like; of a text that is cut short (by a formula), the only one that goes on so."""
    known, start = _texts(subject), _start(text)
    if start in known:
        return known[start]
    if len(start) < SHORTEST:
        return ""
    alike = [block for other, block in known.items() if other.startswith(start[:SHORTEST])]
    return alike[0] if len(alike) == 1 else ""


def text_in(subject: Subject, tag: Tag) -> str:
    """The text of a tag's own marked content, or what is said instead, without spaces; letters that nobody can know are
    left out."""
    known = _pieces(subject)
    return "".join("".join(known.get(key, ())) for key in tag.content).replace(" ", "")


@once
def _pieces(subject: Subject) -> dict[tuple[tuple[int, int], int], list[str]]:
    """The texts of all marked contents, piece by piece."""
    from pipeline.checks.pdf.fonts import texts_of

    found: dict[tuple[tuple[int, int], int], list[str]] = {}
    for paint, text in zip(subject.content.paints, texts_of(subject), strict=True):
        mark = paint.mark
        if mark is None:
            continue
        if paint.marks.said is not None:
            found[mark.stream, mark.mcid] = [paint.marks.said.actual or ""]
        elif text is not None:
            found.setdefault((mark.stream, mark.mcid), []).append(text)
    return found


def read_text(subject: Subject, tag: Tag) -> str:
    """The text of a tag in its order with all that is in it, without spaces: what is said instead (ActualText) where
    something is, and without labels and notes."""
    said = tag.text("ActualText")
    if said is not None:
        return said.replace(" ", "")
    known = _pieces(subject)
    parts: list[str] = []
    content, kids = iter(tag.content), iter(tag.kids)
    for is_content in tag.order:
        if is_content:
            parts.extend(known.get(next(content), ()))
        elif (kid := next(kids)).type not in UNREAD:
            parts.append(read_text(subject, kid))
    return "".join(parts).replace(" ", "")


def _start(text: str) -> str:
    return "".join(text.split())[:40]


@once
def _texts(subject: Subject) -> dict[str, str]:
    """The blocks of the source by the beginning of their text; what two blocks begin with is nobody's."""
    from pipeline.document import text_of

    found: dict[str, str] = {}
    for name, block in subject.blocks.items():
        start = _start(text_of(block)) if not block.blocks else ""
        if start:
            found[start] = "" if start in found and found[start] != block.id else name if name == "title" else block.id
    return found


def annots(subject: Subject) -> Iterator[tuple[int, Any]]:
    """The annotations of all pages with the page's number from 1."""
    import pikepdf

    for number, page in enumerate(subject.pdf.pages, start=1):
        listed = page.obj.get("/Annots")
        for annotation in listed if isinstance(listed, pikepdf.Array) else ():
            if isinstance(annotation, pikepdf.Dictionary):
                yield number, annotation


def targets(link: Tag) -> Iterator[tuple[int, int]]:
    """The object numbers of the tags to which the annotations of a Link lead (structure destinations only)."""
    for annotation in link.objects:
        found = structure_target(annotation)
        if found is not None:
            yield found


def structure_target(item: Any) -> tuple[int, int] | None:
    """The object number of the tag to which an annotation or a bookmark leads; None if it leads to none."""
    import pikepdf

    action = item.get("/A") if isinstance(item, pikepdf.Dictionary) else None
    place = action.get("/SD") if isinstance(action, pikepdf.Dictionary) else None
    if not isinstance(place, pikepdf.Array) or not len(place) or not isinstance(place[0], pikepdf.Dictionary):
        return None
    number: tuple[int, int] = place[0].objgen
    return number if number != (0, 0) and "/S" in place[0] else None


def bookmarks(subject: Subject) -> Iterator[tuple[Any, int]]:
    """The bookmarks in the order of their tree, each with its depth from 1; a tree that runs in circles ends."""
    top = subject.pdf.Root.get("/Outlines")
    stack: list[tuple[Any, int]] = [(top.get("/First") if top is not None else None, 1)]
    steps = 0
    while stack and steps < MOST_BOOKMARKS:
        item, depth = stack.pop()
        steps += 1
        if item is None:
            continue
        yield item, depth
        stack += [(item.get("/Next"), depth), (item.get("/First"), depth + 1)]


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


@once
def xmp(subject: Subject) -> dict[str, str]:
    """The simple properties of the XMP metadata by their expanded names; ``""`` is there when it could be read."""
    return _read_xmp(subject)


def default_only(subject: Subject) -> bool:
    """Whether a text of the XMP metadata is in no language but the default one (PDF/UA-1, 7.2: that of the file)."""
    root = _xmp_root(subject)
    rdf = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
    for texts in root.iter(f"{rdf}Alt") if root is not None else ():
        langs = {one.get(XML_LANG, "").lower() for one in texts.iter(f"{rdf}li")}
        if langs == {"x-default"}:
            return True
    return False


def titles_of(subject: Subject) -> dict[str, str]:
    """The title in the XMP metadata by language in small letters; empty where it has no languages."""
    root = _xmp_root(subject)
    title = root.find(".//{http://purl.org/dc/elements/1.1/}title") if root is not None else None
    if title is None:
        return {}
    return {
        one.get(XML_LANG, "").lower(): " ".join((one.text or "").split())
        for one in title.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")
    }


def _xmp_root(subject: Subject) -> Any:
    """The root of the XMP metadata; None if they cannot be read."""
    import pikepdf

    from pipeline.checks.page import parse_xml
    from pipeline.errors import InputError

    stream = subject.pdf.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return None
    data = stream.read_bytes()
    begin, end = data.find(b"<?xpacket begin"), data.rfind(b"<?xpacket end")
    if begin >= 0:
        data = data[data.find(b"?>", begin) + 2 : end if end > 0 else None].strip()
    try:
        return parse_xml(data, "XMP")
    except InputError:
        return None


def _read_xmp(subject: Subject) -> dict[str, str]:
    from lxml import etree

    root = _xmp_root(subject)
    if root is None:
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
