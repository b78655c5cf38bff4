# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a PDF says of itself: XMP, document information, catalog; and the labels of its pages."""

from __future__ import annotations

from typing import Any

NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/", "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfd": "http://pdfa.org/declarations/", "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}  # fmt: skip
DUBLIN_CORE = {
    "title": "title", "creator": "creators", "publisher": "publisher", "subject": "subjects",
    "description": "description", "rights": "rights", "date": "date", "identifier": "identifier",
    "language": "dc:language",
}  # fmt: skip
INFO = {"Title": "title", "Author": "creators"}
MAX_XMP = 4 * 2**20
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def metadata(pdf: Any) -> dict[str, str]:
    """The file's own metadata under the names of ``Meta`` (``info:…`` as the old dictionary has them), and what it
    claims: ``claims`` (PDF/UA, PDF/A, declarations; ``signed-claims`` those that somebody signed), ``archive`` (part
    and level of PDF/A), ``version``, ``marked``, ``display-title``, ``producer``."""
    found: dict[str, str] = {"pdf-version": str(pdf.pdf_version)}
    for key, name in INFO.items():
        value = pdf.trailer.get("/Info", {}).get(f"/{key}") if "/Info" in pdf.trailer else None
        if value is not None and str(value):
            found[name] = found[f"info:{name}"] = str(value)
    found.update(_xmp(pdf))
    lang = pdf.Root.get("/Lang")
    if lang is not None:
        found["lang"] = str(lang)
    preferences = pdf.Root.get("/ViewerPreferences")
    shown = preferences.get("/DisplayDocTitle") if preferences is not None else None
    found["display-title"] = "yes" if shown is True else "no"
    mark = pdf.Root.get("/MarkInfo")
    found["marked"] = "yes" if mark is not None and mark.get("/Marked") is True else "no"
    found["outline"] = "yes" if pdf.Root.get("/Outlines") is not None else "no"
    return found


def _xmp(pdf: Any) -> dict[str, str]:
    from lxml import etree

    stream = pdf.Root.get("/Metadata")
    if stream is None or not hasattr(stream, "read_bytes"):
        return {}
    data = stream.read_bytes()[:MAX_XMP]
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    found: dict[str, str] = {}
    for key, name in DUBLIN_CORE.items():
        element = root.find(f".//dc:{key}", NS)
        if element is None:
            continue
        items = [item.text or "" for item in element.iterfind(".//rdf:li", NS)] or [element.text or ""]
        single = element.find("rdf:Alt", NS) is not None
        found[name] = items[0] if single else "; ".join(item for item in items if item)
    found["claims"] = "; ".join(_claims(root))
    producer = _value(root, "pdf", "Producer")
    if producer:
        found["producer"] = producer
    found["created"], found["changed"] = _value(root, "xmp", "CreateDate"), _value(root, "xmp", "ModifyDate")
    found["signed-claims"] = "; ".join(_signed(root))
    found["archive"] = _value(root, "pdfaid", "part") + _value(root, "pdfaid", "conformance").lower()
    return {key: value for key, value in found.items() if value}


def _claims(root: Any) -> list[str]:
    claims = []
    if part := _value(root, "pdfuaid", "part"):
        claims.append(f"PDF/UA-{part}")
    if part := _value(root, "pdfaid", "part"):
        claims.append(f"PDF/A-{part}{_value(root, 'pdfaid', 'conformance').lower()}")
    claims.extend((element.text or "").strip() for element in root.iterfind(".//pdfd:conformsTo", NS))
    return claims


def _signed(root: Any) -> list[str]:
    """The declarations that say by whom they are made (PDF Declarations, 5.3)."""
    found = []
    for element in root.iterfind(".//pdfd:conformsTo", NS):
        around = element.getparent()
        by = around.find(".//pdfd:claimBy", NS) if around is not None else None
        if by is not None and (by.text or "").strip():
            found.append((element.text or "").strip())
    return found


def _value(root: Any, prefix: str, name: str) -> str:
    """A property, written as an element or as an attribute of a description."""
    element = root.find(f".//{prefix}:{name}", NS)
    if element is not None:
        return (element.text or "").strip()
    key = f"{{{NS[prefix]}}}{name}"
    return next((item.get(key) for item in root.iterfind(".//rdf:Description", NS) if item.get(key)), "")


def page_labels(pdf: Any) -> list[str]:
    """The label of each page, as readers show it (ISO 32000-2, 12.4.2)."""
    count = len(pdf.pages)
    try:
        ranges = sorted(_ranges(pdf.Root.get("/PageLabels"), 0))
    except Exception:  # noqa: BLE001 a broken tree labels nothing
        ranges = []
    labels = [str(index + 1) for index in range(count)]
    for position, (start, entry) in enumerate(ranges):
        end = ranges[position + 1][0] if position + 1 < len(ranges) else count
        style, prefix = str(entry.get("/S", ""))[1:], str(entry.get("/P", ""))
        first = int(entry.get("/St", 1))
        for index in range(max(0, start), min(end, count)):
            labels[index] = prefix + _number(first + index - start, style)
    return labels


def _ranges(node: Any, depth: int) -> list[tuple[int, Any]]:
    if node is None or depth > 20:
        return []
    numbers = list(node.get("/Nums", []))
    found = [(int(numbers[at]), numbers[at + 1]) for at in range(0, len(numbers) - 1, 2)]
    for kid in node.get("/Kids", []):
        found.extend(_ranges(kid, depth + 1))
    return found


def _number(value: int, style: str) -> str:
    if style == "D":
        return str(value)
    if style in ("R", "r"):
        text, left = "", max(0, min(value, 10_000))
        for size, digits in ROMAN:
            while left >= size:
                text, left = text + digits, left - size
        return text.upper() if style == "R" else text
    if style in ("A", "a"):
        letter = chr(ord("a") + (value - 1) % 26) * min(20, (value - 1) // 26 + 1)
        return letter.upper() if style == "A" else letter
    return ""
