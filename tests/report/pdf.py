# SPDX-License-Identifier: AGPL-3.0-or-later
"""A tagged page of two paragraphs, made by hand."""

from __future__ import annotations

import io


def one_page(*, claim: bool = False) -> bytes:
    """The PDF's bytes; with ``claim`` it says that it is PDF/UA-1."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name

    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    content = (
        b"/H1 <</MCID 0>> BDC BT /F1 20 Tf 72 700 Td (Title) Tj ET EMC\n"
        b"/P <</MCID 1>> BDC BT /F1 12 Tf 72 650 Td (Words) Tj ET EMC\n"
    )
    page = pdf.add_blank_page(page_size=(595, 842))
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    page.obj.Contents = pdf.make_stream(content)
    page.obj.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    parts = [
        pdf.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=document, Pg=page.obj, K=number))
        for number, kind in enumerate((Name.H1, Name.P))
    ]
    document.K = Array(parts)
    root.K = document
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array(parts)])))
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = "en"
    if claim:
        with pdf.open_metadata() as metadata:
            metadata["{http://www.aiim.org/pdfua/ns/id/}part"] = "1"
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()
