# SPDX-License-Identifier: AGPL-3.0-or-later
"""Faults of a tagged PDF: single changes to its objects."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

from pipeline.model import Format
from tests.mutators.fault import Fault, NotThereError

Change = Callable[[Any], None]
RIGHTS = b'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">None</rdf:li></rdf:Alt></dc:rights>'


def faults() -> Iterator[Fault]:
    """All faults of the PDF."""
    listed: tuple[tuple[str, str, Change, str], ...] = (
        ("language", "document", lambda pdf: _delete(pdf.Root, "/Lang"), ""),
        ("language", "document-wrong", lambda pdf: _set(pdf.Root, "/Lang", "fr"), ""),
        ("language", "phrase", lambda pdf: _delete(_with(pdf, "/Lang", "fr"), "/Lang"), "This report says"),
        ("language", "block", lambda pdf: _delete(_with(pdf, "/Lang", "ar"), "/Lang"), "هذا نص"),
        ("language", "block-wrong", lambda pdf: _set(_with(pdf, "/Lang", "ar"), "/Lang", "he"), "هذا نص"),
        ("title", "metadata", _no_metadata, ""),
        ("title", "hidden", lambda pdf: _delete(pdf.Root, "/ViewerPreferences"), ""),
        ("title", "other", _other_title, ""),
        ("title", "not-shown", lambda pdf: _set_raw(pdf.Root.ViewerPreferences, "/DisplayDocTitle", False), ""),
        ("title", "heading", lambda pdf: _retype(_first(pdf, "/Title", "/H1"), "/P"), "# Report on bees"),
        ("headings", "level", lambda pdf: _retype(_first(pdf, "/H3"), "/H4"), "### Details"),
        ("headings", "paragraph", lambda pdf: _retype(_first(pdf, "/H2"), "/P"), "## Lists"),
        ("headings", "invented", lambda pdf: _retype(_last(pdf, "/P"), "/H2"), ""),
        ("headings", "lost", lambda pdf: _cut(_first(pdf, "/H3")), "### Details"),
        ("headings", "skipped", lambda pdf: _retype(_first(pdf, "/H2"), "/H5"), "## Lists"),
        ("lists", "no-list", lambda pdf: _retype(_first(pdf, "/L"), "/Sect"), "1. First item"),
        ("lists", "item", lambda pdf: _retype(_first(pdf, "/LI"), "/Div"), "1. First item"),
        ("lists", "label-lost", lambda pdf: _cut(_inside(_first(pdf, "/LI"), "/Lbl")), "1. First item"),
        ("lists", "item-lost", lambda pdf: _cut(_first(pdf, "/LI")), "1. First item"),
        ("lists", "body", lambda pdf: _retype(_first(pdf, "/LBody"), "/P"), "1. First item"),
        ("tables", "cell", lambda pdf: _retype(_first(pdf, "/TH"), "/TD"), "| Office"),
        ("tables", "row-lost", lambda pdf: _cut(_last(pdf, "/TR")), "| South"),
        ("tables", "cell-lost", lambda pdf: _cut(_last(pdf, "/TD")), "| South"),
        ("tables", "no-table", lambda pdf: _retype(_first(pdf, "/Table"), "/Sect"), "| Office"),
        ("tables", "scope", lambda pdf: _delete(_first(pdf, "/TH"), "/A"), "| Office"),
        ("tables", "head", lambda pdf: _retype(_first(pdf, "/THead"), "/TBody"), "| Office"),
        ("order", "formula", lambda pdf: _before_text(_last(pdf, "/Formula")), "$$d"),
        ("images", "no-alt", lambda pdf: _delete(_first(pdf, "/Figure"), "/Alt"), "![A bar chart"),
        ("images", "empty-alt", lambda pdf: _set(_first(pdf, "/Figure"), "/Alt", ""), "![A bar chart"),
        ("images", "file-name", lambda pdf: _set(_first(pdf, "/Figure"), "/Alt", "chart.png"), "![A bar chart"),
        ("images", "other-alt", lambda pdf: _set(_first(pdf, "/Figure"), "/Alt", "A pie"), "![A bar chart"),
        ("images", "lost", lambda pdf: _cut(_first(pdf, "/Figure")), "![A bar chart"),
        ("links", "no-tag", lambda pdf: _retype(_inside(_text(pdf), "/Link"), "/Span"), "This report says"),
        ("links", "nowhere", _no_action, ""),
        ("links", "target", _other_uri, "This report says"),
        ("links", "tab-order", lambda pdf: _delete(pdf.pages[0].obj, "/Tabs"), ""),
        ("links", "lost", lambda pdf: _cut(_inside(_text(pdf), "/Link")), "This report says"),
        ("notes", "no-note", lambda pdf: _retype(_first(pdf, "/Note", "/FENote"), "/Sect"), "[^1]: A short"),
        ("notes", "unreferred", _unreferred, ""),
        ("notes", "lost", lambda pdf: _cut(_first(pdf, "/Note", "/FENote")), "[^1]: A short"),
        ("notes", "same-id", _same_ids, ""),
        ("notes", "annotation", _no_annotation, "This report says"),
        ("order", "paragraphs", lambda pdf: _exchange(_last(pdf, "/P")), ""),
        ("order", "items", lambda pdf: _exchange(_first(pdf, "/LI").K[-1].get("/P"), first=True), "1. First item"),
        ("order", "cells", lambda pdf: _exchange(_last(pdf, "/TD")), "| South"),
        ("order", "rows", lambda pdf: _exchange(_last(pdf, "/TR")), "| North"),
        ("order", "document", _turn, "# Report on bees"),
        ("words", "lost", lambda pdf: _cut(_last(pdf, "/P")), ""),
        ("words", "artifact", _artifact, "# Report on bees"),
        ("words", "replaced", lambda pdf: _set(_last(pdf, "/P"), "/ActualText", "Nothing"), ""),
        ("words", "unread", _no_unicode, ""),
        ("words", "doubled", _twice, ""),
        ("metadata", "part", _no_part, ""),
        ("metadata", "untagged", lambda pdf: _delete(pdf.Root, "/MarkInfo"), ""),
        ("metadata", "suspects", lambda pdf: _set_raw(pdf.Root.MarkInfo, "/Suspects", True), ""),
        ("metadata", "no-tree", lambda pdf: _delete(pdf.Root, "/StructTreeRoot"), ""),
        ("metadata", "type", lambda pdf: _retype(_first(pdf, "/BlockQuote"), "/Zitat"), "> A quotation"),
        ("marks", "expansion", lambda pdf: _delete(_with(pdf, "/E", "United Nations"), "/E"), "The UN agreed"),
        ("marks", "quotation", lambda pdf: _retype(_first(pdf, "/BlockQuote"), "/Sect"), "> A quotation"),
        ("marks", "code", lambda pdf: _retype(_first(pdf, "/Code"), "/Span"), "Inline `code`"),
        ("marks", "formula", _unsaid_formula, "The formula is"),
        ("marks", "strong", lambda pdf: _retype(_first(pdf, "/Strong"), "/Span"), "This report says"),
        ("links", "hidden", _hidden_link, "This report says"),
        ("links", "told", lambda pdf: _set(_inside(_text(pdf), "/Link"), "/Alt", "wasps"), "This report says"),
        ("words", "told", lambda pdf: _set(_last(pdf, "/P"), "/Alt", "Nothing"), ""),
        ("words", "layer", lambda pdf: _layer(pdf, _first(pdf, "/BlockQuote")), "> A quotation"),
        ("images", "unpainted", _no_image, "![A bar chart"),
        ("contents", "bookmark-dead", lambda pdf: _dead(_bookmarks(pdf)[-1]), ""),
        ("marks", "formula-displayed", lambda pdf: _cut(_last(pdf, "/Formula")), "$$d"),
        ("marks", "formula-unsaid", lambda pdf: _delete(_first(pdf, "/Formula"), "/Alt"), "The formula is"),
        ("marks", "formula-tex", lambda pdf: _delete(_first(pdf, "/Formula"), "/ActualText"), "The formula is"),
        ("order", "section", lambda pdf: _retype(_last(pdf, "/Sect"), "/P"), ""),
        ("marks", "formula-words", lambda pdf: _set(_first(pdf, "/Formula"), "/Alt", "a plus b"), "The formula is"),
        ("marks", "formula-symbol", lambda pdf: _set(_last(pdf, "/mi"), "/ActualText", "w"), "$$d"),
        ("marks", "formula-lifted", lambda pdf: _retype(_first(pdf, "/msup"), "/msub"), "The formula is"),
        *_painted(),
        *_around(),
    )
    for kind, name, change, near in listed:
        yield Fault(kind, Format.PDF, name, _applied(change), near)


def _painted() -> Iterator[tuple[str, str, Change, str]]:
    """Faults of how a paragraph and a heading are painted."""
    programs = {
        "pale": "0.8 g", "white": "1 g", "yellow": "1 0.9 0.3 rg", "unpainted": "3 Tr", "squeezed": "5 Tz",
        "print-colours": "0 0 0.2 0.1 k", "named-space": "/DeviceRGB cs 0.9 0.9 0.9 sc", "tiny": "0.1 0 0 0.1 0 0 cm",
        "outside": "1 0 0 1 5000 0 cm", "cut": "0 0 1 1 re W n",
    }  # fmt: skip
    for name, program in programs.items():
        yield "contrast", name, lambda pdf, p=program: _paint(pdf, _first(pdf, "/BlockQuote"), p), "> A quotation"  # type: ignore[misc]
    yield "contrast", "heading", lambda pdf: _paint(pdf, _first(pdf, "/H3"), "0.95 g"), "### Details"
    yield "contrast", "faint", lambda pdf: _faint(pdf, _first(pdf, "/BlockQuote")), "> A quotation"
    yield "contrast", "covered", _covered, "# Report on bees"
    yield "contrast", "dark-box", lambda pdf: _paint(pdf, _first(pdf, "/H3"), "0 0 2000 2000 re f"), "### Details"


def _around() -> Iterator[tuple[str, str, Change, str]]:
    """Faults of what leads through the file: labels of pages, bookmarks, contents, parents, claims."""
    yield "pages", "labels-start", lambda pdf: _labels(pdf, 0, {"/S": "/D", "/St": 3}), ""
    yield "pages", "labels-roman", lambda pdf: _labels(pdf, 0, {"/S": "/r"}), ""
    yield "pages", "labels-prefix", lambda pdf: _labels(pdf, 0, {"/S": "/D", "/P": "B"}), ""
    yield "pages", "labels-again", lambda pdf: _labels(pdf, 0, {"/S": "/D"}, 1, {"/S": "/D"}), ""
    yield "pages", "labels-jump", lambda pdf: _labels(pdf, 0, {"/S": "/D"}, 1, {"/S": "/D", "/St": 12}), ""
    yield "pages", "labels-lost", lambda pdf: _delete(pdf.Root, "/PageLabels"), ""
    yield "pages", "direction", _to_the_left, ""
    yield "contents", "bookmark-renamed", lambda pdf: _set(_bookmarks(pdf)[-1], "/Title", "Money"), ""
    yield "contents", "bookmarks-crossed", lambda pdf: _cross(*_bookmarks(pdf)[-2:], "/A", "/SE"), ""
    yield "contents", "bookmark-action", lambda pdf: _cross(*_bookmarks(pdf)[-2:], "/A"), ""
    yield "contents", "bookmarks-lost", lambda pdf: _delete(pdf.Root, "/Outlines"), ""
    yield "contents", "bookmark-lost", _no_bookmark, ""
    yield "metadata", "archive", lambda pdf: _claim(pdf, b"<pdfaid:part>3</pdfaid:part>"), ""
    yield "metadata", "declared", lambda pdf: _replace(pdf, b"wtpdf#reuse1.0", b"wcag#2.2AAA"), ""
    yield "metadata", "dates", lambda pdf: _claim(pdf, b"<xmp:ModifyDate>1999-01-01</xmp:ModifyDate>"), ""
    yield "metadata", "parents", _other_parents, ""
    yield "metadata", "ids", lambda pdf: _delete(pdf.Root.StructTreeRoot, "/IDTree"), ""
    yield "links", "elsewhere", _moved_link, "This report says"
    yield "links", "rectangle", lambda pdf: _moved_link(pdf, quads=True), "This report says"
    yield "links", "unparented", _unparented_link, "This report says"
    yield "metadata", "no-parents", lambda pdf: _delete(pdf.Root.StructTreeRoot, "/ParentTree"), ""
    yield "metadata", "rights", lambda pdf: _claim(pdf, RIGHTS), ""
    yield "links", "undescribed", _undescribed_link, "This report says"
    yield "metadata", "reuse", lambda pdf: _replace(pdf, b"wtpdf#reuse1.0", b"wtpdf#accessibility1.0"), ""
    yield "metadata", "declarations", lambda pdf: _replace(pdf, b"/wtpdf#", b"/other#"), ""
    yield "contents", "reference", lambda pdf: _delete(_first(pdf, "/TOCI"), "/Ref"), ""
    yield "notes", "way-back", _crossed_ways, "[^1]: A short"
    yield "notes", "way-back-page", _crossed_pages, "[^1]: A short"
    yield "contents", "bookmark-page", lambda pdf: _cross(*(item.A for item in _bookmarks(pdf)[-2:]), "/D"), ""
    yield "contents", "bookmark-unknown", lambda pdf: _set(_bookmarks(pdf)[-1].A, "/D", "nowhere"), ""
    yield "pages", "turned", lambda pdf: _set_raw(pdf.pages[0].obj, "/Rotate", 90), ""
    yield "metadata", "page-number", lambda pdf: _delete(pdf.pages[0].obj, "/StructParents"), ""
    yield "links", "off-page", _off_page, "This report says"
    yield "notes", "no-reference", lambda pdf: _delete(_first(pdf, "/FENote"), "/Ref"), "[^1]: A short"
    yield "notes", "no-id", lambda pdf: _delete(_first(pdf, "/FENote"), "/ID"), "[^1]: A short"
    yield "images", "description", lambda pdf: _delete(_first(pdf, "/Figure"), "/Ref"), "![A bar chart"
    yield "lists", "printed-label", lambda pdf: _says(pdf, _inside(_first(pdf, "/LI"), "/Lbl"), "4."), "1. First item"
    yield "lists", "kind", lambda pdf: _set_raw(_first(pdf, "/L").A, "/ListNumbering", _name("/Disc")), "1. First item"


def _applied(change: Change) -> Callable[[bytes], bytes]:
    def apply(data: bytes) -> bytes:
        import pikepdf

        with pikepdf.open(io.BytesIO(data)) as pdf:
            change(pdf)
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True)
            return out.getvalue()

    return apply


def _tags(pdf: Any) -> list[Any]:
    found, stack = [], [pdf.Root.StructTreeRoot]
    while stack:
        item = stack.pop()
        if "/S" in item:
            found.append(item)
        stack.extend(reversed(_kids(item)))
    return found


def _kids(item: Any) -> list[Any]:
    import pikepdf

    value = item.get("/K")
    items = list(value) if isinstance(value, pikepdf.Array) else [] if value is None else [value]
    return [kid for kid in items if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _first(pdf: Any, *names: str) -> Any:
    tag = next((tag for tag in _tags(pdf) if str(tag.S) in names), None)
    if tag is None:
        raise NotThereError(names[0])
    return tag


def _last(pdf: Any, name: str) -> Any:
    tag = next((tag for tag in reversed(_tags(pdf)) if str(tag.S) == name), None)
    if tag is None:
        raise NotThereError(name)
    return tag


def _inside(tag: Any, name: str) -> Any:
    """The first tag of a type in another."""
    stack = list(reversed(_kids(tag)))
    while stack:
        item = stack.pop()
        if str(item.S) == name:
            return item
        stack.extend(reversed(_kids(item)))
    raise NotThereError(name)


def _text(pdf: Any) -> Any:
    """The paragraph with the strong word: the first of the text."""
    strong = _first(pdf, "/Strong")
    return strong.P


def _unsaid_formula(pdf: Any) -> None:
    tag = _first(pdf, "/Formula")
    _delete(tag, "/Alt")
    for key in ("/ActualText", "/AF"):
        if key in tag:
            del tag[key]


def _with(pdf: Any, key: str, value: str) -> Any:
    tag = next((tag for tag in _tags(pdf) if str(tag.get(key, "")) == value), None)
    if tag is None:
        raise NotThereError(f"{key} {value}")
    return tag


def _delete(item: Any, key: str) -> None:
    if key not in item:
        raise NotThereError(key)
    del item[key]


def _to_the_left(pdf: Any) -> None:
    import pikepdf

    pdf.Root.ViewerPreferences["/Direction"] = pikepdf.Name.R2L


def _set(item: Any, key: str, value: str) -> None:
    import pikepdf

    item[key] = pikepdf.String(value)


def _set_raw(item: Any, key: str, value: Any) -> None:
    item[key] = value


def _retype(tag: Any, name: str) -> None:
    import pikepdf

    tag.S = pikepdf.Name(name)
    if "/NS" in tag:
        del tag["/NS"]


def _cut(tag: Any) -> None:
    import pikepdf

    parent = tag.P
    kids = parent.K if isinstance(parent.K, pikepdf.Array) else pikepdf.Array([parent.K])
    parent.K = pikepdf.Array([kid for kid in kids if not (hasattr(kid, "objgen") and kid.objgen == tag.objgen)])


def _exchange(tag: Any, *, first: bool = False) -> None:
    """The last two tags of a parent, or the first two, change places."""
    import pikepdf

    parent = tag.P
    kids = list(parent.K)
    places = [i for i, kid in enumerate(kids) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    if len(places) < 2:
        raise NotThereError("two tags in one parent")
    a, b = places[:2] if first else places[-2:]
    kids[a], kids[b] = kids[b], kids[a]
    parent.K = pikepdf.Array(kids)


def _before_text(tag: Any) -> None:
    """The paragraph around a tag goes before the one before it."""
    import pikepdf

    tag = tag.P if str(tag.P.S) == "/P" else tag
    kids = list(tag.P.K)
    at = next(i for i, kid in enumerate(kids) if hasattr(kid, "objgen") and kid.objgen == tag.objgen)
    if not at:
        raise NotThereError("a paragraph before it")
    kids[at - 1], kids[at] = kids[at], kids[at - 1]
    tag.P.K = pikepdf.Array(kids)


def _turn(pdf: Any) -> None:
    import pikepdf

    top = _kids(pdf.Root.StructTreeRoot)[0]
    top.K = pikepdf.Array(list(reversed(list(top.K))))


def _twice(pdf: Any) -> None:
    import pikepdf

    tag = _last(pdf, "/P")
    tag.P.K = pikepdf.Array([*tag.P.K, tag])
    copy = pdf.make_indirect(pikepdf.Dictionary(dict(tag.items())))
    tag.P.K[-1] = copy


def _no_metadata(pdf: Any) -> None:
    _delete(pdf.Root, "/Metadata")


def _other_title(pdf: Any) -> None:
    stream = pdf.Root.Metadata
    data = stream.read_bytes().replace(b"Report on bees", b"draft2.docx")
    stream.write(data)
    if "/Title" in pdf.docinfo:
        pdf.docinfo["/Title"] = "draft2.docx"


def _no_part(pdf: Any) -> None:
    stream = pdf.Root.Metadata
    data = stream.read_bytes().replace(b"pdfuaid:part", b"pdfuaid:port")
    stream.write(data)


def _no_action(pdf: Any) -> None:
    """The link to the web leads nowhere."""
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            if "/A" in annotation and "/URI" in annotation["/A"]:
                del annotation["/A"]
                return
    raise NotThereError("/A")


def _unreferred(pdf: Any) -> None:
    """Nothing refers to the notes any more: no Ref in PDF 2.0, no ID in PDF 1.7."""
    note = _first(pdf, "/Note", "/FENote")
    if str(note.S) == "/Note":
        _delete(note, "/ID")
        return
    for tag in _tags(pdf):
        if "/Ref" in tag:
            del tag["/Ref"]


def _other_uri(pdf: Any) -> None:
    import pikepdf

    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            action = annotation.get("/A")
            if action is not None and "/URI" in action:
                action.URI = pikepdf.String("https://example.org/wasps")
                return
    raise NotThereError("/URI")


def _no_annotation(pdf: Any) -> None:
    """The link of the first paragraph is no longer joined to its annotation."""
    import pikepdf

    tag = _inside(_text(pdf), "/Link")
    kids = tag.K if isinstance(tag.K, pikepdf.Array) else pikepdf.Array([tag.K])
    kept = [kid for kid in kids if not (isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type")) == "/OBJR")]
    if len(kept) == len(kids):
        raise NotThereError("/OBJR")
    tag.K = pikepdf.Array(kept)


def _same_ids(pdf: Any) -> None:
    notes = [tag for tag in _tags(pdf) if str(tag.S) in ("/Note", "/FENote")]
    if len(notes) < 2:
        raise NotThereError("two notes")
    notes[1].ID = notes[0].ID


def _artifact(pdf: Any) -> None:
    page = pdf.pages[0].obj
    data = page.Contents.read_bytes()
    start = data.index(b"/MCID")
    begin = data.rindex(b"/", 0, data.rindex(b"<<", 0, start))
    end = data.index(b"BDC", start)
    page.Contents = pdf.make_stream(data[:begin] + b"/Artifact BMC" + data[end + 3 :])


def _no_unicode(pdf: Any) -> None:
    for page in pdf.pages:
        for font in page.obj.Resources.Font.values():
            if "/ToUnicode" in font:
                del font["/ToUnicode"]
                return
    raise NotThereError("/ToUnicode")


def _name(text: str) -> Any:
    import pikepdf

    return pikepdf.Name(text)


def _piece(pdf: Any, tag: Any) -> tuple[Any, int, int]:
    """The page of a tag's first marked content, and where that begins and ends in the page's program."""
    while not isinstance(_first_kid(tag), int):
        tag = _kids(tag)[0]
    page = tag.Pg
    data = page.Contents.read_bytes()
    start = re.search(rb"/MCID %d\b[^>]*>>\s*BDC" % int(_first_kid(tag)), data)
    if start is None:
        raise NotThereError("marked content")
    return page, start.start(), data.index(b"EMC", start.end())


def _first_kid(tag: Any) -> Any:
    import pikepdf

    return tag.K[0] if isinstance(tag.K, pikepdf.Array) else tag.K


def _paint(pdf: Any, tag: Any, program: str) -> None:
    """Put a program before the first text of a tag, and take its effect away after it."""
    page, start, end = _piece(pdf, tag)
    data = page.Contents.read_bytes()
    piece = data[start:end].replace(b"BT\n", b"q " + program.encode() + b"\nBT\n").replace(b"ET\n", b"ET Q\n")
    page.Contents = pdf.make_stream(data[:start] + piece + data[end:])


def _faint(pdf: Any, tag: Any) -> None:
    import pikepdf

    page, _, _ = _piece(pdf, tag)
    page.Resources.ExtGState["/faint"] = pikepdf.Dictionary(ca=0.15)
    _paint(pdf, tag, "/faint gs")


def _covered(pdf: Any) -> None:
    """A white box over the first page."""
    page = pdf.pages[0].obj
    cover = b"\nQ Q Q Q Q q /Artifact BMC 1 g 0 0 3000 3000 re f EMC Q"
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + cover)


def _says(pdf: Any, tag: Any, text: str) -> None:
    """A piece of a page says something else than it shows."""
    page, start, _ = _piece(pdf, tag)
    data = page.Contents.read_bytes()
    begin = data.rindex(b"<<", 0, start + 1)
    close = data.index(b">>", begin)
    number = re.search(rb"/MCID \d+", data[begin:close])
    assert number is not None
    entries = number[0] + f" /ActualText ({text})".encode()
    page.Contents = pdf.make_stream(data[: begin + 2] + entries + data[close:])


def _labels(pdf: Any, *ranges: Any) -> None:
    import pikepdf

    def value(item: Any) -> Any:
        return pikepdf.Name(item) if isinstance(item, str) and item.startswith("/") else item

    numbers = [
        item if isinstance(item, int) else pikepdf.Dictionary({key: value(one) for key, one in item.items()})
        for item in ranges
    ]
    pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(numbers))


def _bookmarks(pdf: Any) -> list[Any]:
    found, stack = [], [pdf.Root.Outlines.get("/First")]
    while stack:
        item = stack.pop()
        if item is not None:
            found.append(item)
            stack += [item.get("/Next"), item.get("/First")]
    if len(found) < 2:
        raise NotThereError("two bookmarks")
    return found


def _cross(one: Any, other: Any, *keys: str) -> None:
    for key in keys:
        if key in one and key in other:
            one[key], other[key] = other[key], one[key]


def _no_bookmark(pdf: Any) -> None:
    first = pdf.Root.Outlines.First
    first = first.get("/First", first)
    following = first.Next
    first.Title = following.Title
    for key in ("/A", "/SE", "/First", "/Last"):
        if key in following:
            first[key] = following[key]
        elif key in first:
            del first[key]
    if "/Next" in following:
        first.Next = following.Next
    else:
        del first["/Next"]


def _replace(pdf: Any, old: bytes, new: bytes) -> None:
    data = pdf.Root.Metadata.read_bytes()
    if old not in data:
        raise NotThereError(old.decode())
    pdf.Root.Metadata.write(data.replace(old, new))


def _claim(pdf: Any, claim: bytes) -> None:
    _replace(pdf, b"<pdfuaid:part>", claim + b"<pdfuaid:part>")


def _other_parents(pdf: Any) -> None:
    """The content of a page leads back to the tags one place further."""
    import pikepdf

    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    at = next(n for n in range(1, len(numbers), 2) if isinstance(numbers[n], pikepdf.Array) and len(numbers[n]) > 2)
    numbers[at] = pikepdf.Array([*list(numbers[at])[1:], numbers[at][0]])


def _undescribed_link(pdf: Any) -> None:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            if "/A" in annotation and "/URI" in annotation["/A"]:
                del annotation["/Contents"]
                return
    raise NotThereError("a link")


def _unparented_link(pdf: Any) -> None:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            if "/A" in annotation and "/URI" in annotation["/A"]:
                del annotation["/StructParent"]
                return
    raise NotThereError("a link")


def _moved_link(pdf: Any, *, quads: bool = False) -> None:
    import pikepdf

    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            if "/A" in annotation and "/URI" in annotation["/A"]:
                annotation.Rect = pikepdf.Array([5, 5, 15, 15])
                if "/QuadPoints" in annotation and not quads:
                    del annotation["/QuadPoints"]
                return
    raise NotThereError("a link")


def _off_page(pdf: Any) -> None:
    """Of the place of a link only the beginning is on its page."""
    import pikepdf

    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            if "/A" in annotation and "/URI" in annotation["/A"]:
                left, low, _, high = annotation.Rect
                annotation.Rect = pikepdf.Array([left, low, page.obj.MediaBox[2] + 900, high])
                if "/QuadPoints" in annotation:
                    del annotation["/QuadPoints"]
                return
    raise NotThereError("a link")


def _crossed_ways(pdf: Any) -> None:
    """The way back from one note is that of the next."""
    ways = _ways_back(pdf)
    ways[0].A = ways[1].A


def _crossed_pages(pdf: Any) -> None:
    """The way back from one note leads to its tag, and on the page to where that of the next one leads."""
    ways = _ways_back(pdf)
    ways[0].A.D = ways[1].A.D


def _ways_back(pdf: Any) -> list[Any]:
    ways = [
        annotation
        for page in pdf.pages
        for annotation in page.obj.get("/Annots", ())
        if str(annotation.get("/Contents", "")).startswith("Back to the text")
    ]
    if len(ways) < 2:
        raise NotThereError("two ways back")
    return ways


def _hidden_link(pdf: Any) -> None:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            if "/A" in annotation and "/URI" in annotation["/A"]:
                annotation.F = int(annotation.get("/F", 0)) | 2
                return
    raise NotThereError("a link")


def _layer(pdf: Any, tag: Any) -> None:
    """Put the first words of a tag on a layer that is switched off."""
    import pikepdf

    page, start, end = _piece(pdf, tag)
    data = page.Contents.read_bytes()
    group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Hidden"))
    usual = pikepdf.Dictionary(Name="Usual", OFF=pikepdf.Array([group]))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([group]), D=usual)
    page.Resources.Properties = pikepdf.Dictionary(layer=group)
    inner = data.index(b"BDC", start) + 3
    page.Contents = pdf.make_stream(data[:inner] + b"\n/OC /layer BDC" + data[inner:end] + b"EMC\n" + data[end:])


def _no_image(pdf: Any) -> None:
    """The picture of a Figure is painted no more; its tag stays."""
    page, start, end = _piece(pdf, _first(pdf, "/Figure"))
    data = page.Contents.read_bytes()
    piece = re.sub(rb"/\S+ Do\b", b"", data[start:end])
    if piece == data[start:end]:
        raise NotThereError("Do")
    page.Contents = pdf.make_stream(data[:start] + piece + data[end:])


def _dead(item: Any) -> None:
    for key in ("/A", "/SE", "/Dest"):
        if key in item:
            del item[key]
