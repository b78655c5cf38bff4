# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small PDFs for the examples of the rules: a page of tagged words, built from a tree written as tuples.

``("Document", ("P", 0), ("Figure", {"Alt": "A bee"}, 1))``: a type, then properties, marked content by number, kids.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

from pipeline.checks.rule import Example
from pipeline.model import Format

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt>'
    '<rdf:li xml:lang="x-default">On bees</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>'
)
XMP_2 = XMP.replace("<pdfuaid:part>1<", "<pdfuaid:rev>2024</pdfuaid:rev><pdfuaid:part>2<")
UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff>"
    " endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange endcmap end end"
)
Change = Callable[[Any], None]
TREE: tuple[Any, ...] = ("Document", ("H1", 0), ("P", 1))


def pdf(tree: tuple[Any, ...] = TREE, change: Change | None = None, *, xmp: str = XMP, note: str = "") -> Example:
    """A PDF/UA-1 file with one page that paints one word for each number in ``tree``; ``change`` spoils it."""

    def data() -> bytes:
        import pikepdf

        made = pikepdf.new()
        page = made.add_blank_page(page_size=(200, 200))
        root = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        numbers: list[tuple[int, Any]] = []
        root.K = pikepdf.Array([_element(made, tree, root, page.obj, numbers)])
        order = sorted(numbers, key=lambda pair: pair[0])
        parents = made.make_indirect(pikepdf.Array([element for _, element in order]))
        root.ParentTree = made.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array([0, parents])))
        page.obj.StructParents = 0
        page.obj.Tabs = pikepdf.Name.S
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=_font(made)))
        page.obj.Contents = made.make_stream("\n".join(_word(number) for number, _ in order).encode())
        catalogue = made.Root
        catalogue.StructTreeRoot = root
        catalogue.MarkInfo = pikepdf.Dictionary(Marked=True)
        catalogue.Lang = pikepdf.String("en")
        catalogue.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        catalogue.Metadata = made.make_stream(xmp.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        if change is not None:
            change(made)
        out = io.BytesIO()
        made.save(out, deterministic_id=True)
        return out.getvalue()

    return Example(Format.PDF, data, note=note)


def _word(number: int) -> str:
    return f"/Span <</MCID {number}>> BDC BT /F1 12 Tf 20 {180 - 14 * number} Td (Bees) Tj ET EMC"


def _element(made: Any, tree: tuple[Any, ...], parent: Any, page: Any, numbers: list[tuple[int, Any]]) -> Any:
    import pikepdf

    kind = pikepdf.Name(f"/{tree[0]}")
    element = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=kind, P=parent))
    kids: list[Any] = []
    for item in tree[1:]:
        if isinstance(item, int):
            element.Pg = page
            numbers.append((item, element))
            kids.append(item)
        elif isinstance(item, Mapping):
            for key, value in item.items():
                element[f"/{key}"] = _value(value)
        else:
            kids.append(_element(made, item, element, page, numbers))
    if kids:
        element.K = pikepdf.Array(kids)
    return element


def _value(value: Any) -> Any:
    import pikepdf

    if isinstance(value, Mapping):
        return pikepdf.Dictionary({f"/{key}": _value(one) for key, one in value.items()})
    if isinstance(value, str):
        return pikepdf.Name(value) if value.startswith("/") else pikepdf.String(value)
    if isinstance(value, list):
        return pikepdf.Array([_value(one) for one in value])
    return value


def _font(made: Any) -> Any:
    """A Type 3 font, whose glyphs are in the file by their nature."""
    import pikepdf

    box = made.make_stream(b"500 0 0 0 400 400 d1 0 0 400 400 re f")
    names = pikepdf.Array([66, pikepdf.Name.B, 101, pikepdf.Name.e, 115, pikepdf.Name.s])
    return made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FontBBox=pikepdf.Array([0, 0, 500, 500]),
            FontMatrix=pikepdf.Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=66, LastChar=115,
            Widths=pikepdf.Array([500] * 50), CharProcs=pikepdf.Dictionary(B=box, e=box, s=box),
            Encoding=pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=names),
            Resources=pikepdf.Dictionary(), ToUnicode=made.make_stream(UNICODE.encode()),
        )
    )  # fmt: skip


def tags(made: Any, name: str) -> list[Any]:
    """The structure elements of a type in a file that is being made, to be changed."""
    stack, found = [made.Root.StructTreeRoot.K[0]], []
    while stack:
        element = stack.pop()
        if str(element.get("/S", "")) == f"/{name}":
            found.append(element)
        stack.extend(kid for kid in reversed(list(element.get("/K", ()))) if not isinstance(kid, int) and "/S" in kid)
    return found


def refer(made: Any, one: Any, other: Any) -> None:
    """Let a structure element of a file that is being made refer to another (``Ref``)."""
    import pikepdf

    one.Ref = pikepdf.Array([other])
    made.Root.Version = pikepdf.Name("/2.0")


def annotate(made: Any, annotation: Any) -> None:
    """Put an annotation on the page of a file that is being made, and into its first Link tag."""
    import pikepdf

    kept = made.make_indirect(annotation)
    made.pages[0].obj.Annots = pikepdf.Array([kept])
    owner = tags(made, "Link")[0]
    reference = pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=kept, Pg=made.pages[0].obj)
    owner.K = pikepdf.Array([*owner.K, reference])
