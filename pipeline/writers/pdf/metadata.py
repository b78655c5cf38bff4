# SPDX-License-Identifier: AGPL-3.0-or-later
"""XMP, document information and output intent: what the file says of itself.

Sources: ISO 14289-1, 5 and ISO 14289-2, 5 (PDF/UA identification), PDF Declarations 1.0 and Well-Tagged PDF 1.0
(both declarations), ISO 19005-2, 6.6 and ISO 19005-4, 6.7 (PDF/A), ISO 16684-1 (XMP, Dublin Core).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pipeline.model import Meta

TOOL = "pariter"
WTPDF = ("http://pdfa.org/declarations/wtpdf#accessibility1.0", "http://pdfa.org/declarations/wtpdf#reuse1.0")
SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/", "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfd": "http://pdfa.org/declarations/", "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#", "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "xml": "http://www.w3.org/XML/1998/namespace",
}  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?$")
# A file that claims PDF/A-2 has to describe every property that PDF/A-2 does not know.
_UA_SCHEMA = (
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{SPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li>"
    "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


def add(pdf: Any, meta: Meta, lang: str, *, old: bool, archive: bool, producer: str) -> None:
    """Write the metadata of a file and, for archives, its output intent."""
    import pydyf

    packet = xmp(meta, lang, old=old, archive=archive, producer=producer)
    stream = pydyf.Stream([packet], {"Type": "/Metadata", "Subtype": "/XML"}, compress=False)
    pdf.add_object(stream)
    pdf.catalog["Metadata"] = stream.reference
    pdf.catalog["Lang"] = pydyf.String(lang)
    pdf.info.clear()
    if old:  # PDF 2.0 keeps all of this in the XMP; PDF/A-4 forbids it here (ISO 19005-4, 6.1.3)
        pdf.info["Title"] = pydyf.String(meta.title)
        pdf.info["Producer"] = pydyf.String(producer)
        pdf.info["Creator"] = pydyf.String(TOOL)
        if meta.creators:
            pdf.info["Author"] = pydyf.String("; ".join(meta.creators))
        for key, value in (("CreationDate", meta.date), ("ModDate", meta.modified or meta.date)):
            if _DATE.match(value):
                pdf.info[key] = pydyf.String(pdf_date(value))
    for intent in pdf.catalog.get("OutputIntents", ()):
        intent["S"] = "/GTS_PDFA1"


def xmp(meta: Meta, lang: str, *, old: bool, archive: bool, producer: str) -> bytes:
    """The XMP packet."""
    parts = [_ua(old), "" if old else _declarations()]
    if archive:
        parts.append(_archive(old))
    parts += [_dublin_core(meta, lang), _tool(meta, producer)]
    names = " ".join(f"xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in SPACES.items() if prefix != "xml")
    body = "".join(parts)
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f'<rdf:RDF {names}>\n<rdf:Description rdf:about="">\n{body}</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n'
        '<?xpacket end="r"?>'
    )
    return text.encode("utf-8")


def _ua(old: bool) -> str:
    if old:
        return "<pdfuaid:part>1</pdfuaid:part>\n"
    return "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>\n"


def _declarations() -> str:
    listed = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>{escape(uri)}</pdfd:conformsTo></rdf:li>' for uri in WTPDF
    )
    return f"<pdfd:declarations><rdf:Bag>{listed}</rdf:Bag></pdfd:declarations>\n"


def _archive(old: bool) -> str:
    if old:
        return f"<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n{_UA_SCHEMA}\n"
    return "<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>\n"


def _dublin_core(meta: Meta, lang: str) -> str:
    parts = ["<dc:format>application/pdf</dc:format>\n", _alternatives("title", meta.title, lang)]
    parts.append(_list("language", "Bag", (lang,)))
    parts.append(_list("creator", "Seq", meta.creators))
    parts.append(_list("publisher", "Bag", (meta.publisher,)))
    parts.append(_list("subject", "Bag", meta.subjects))
    parts.append(_alternatives("description", meta.description, lang))
    parts.append(_alternatives("rights", meta.rights, lang))
    parts.append(_list("date", "Seq", (meta.date,) if _DATE.match(meta.date) else ()))
    if meta.identifier:
        parts.append(f"<dc:identifier>{escape(meta.identifier)}</dc:identifier>\n")
    return "".join(parts)


def _alternatives(name: str, text: str, lang: str) -> str:
    if not text:
        return ""
    items = "".join(f"<rdf:li xml:lang={quoteattr(tag)}>{escape(text)}</rdf:li>" for tag in ("x-default", lang))
    return f"<dc:{name}><rdf:Alt>{items}</rdf:Alt></dc:{name}>\n"


def _list(name: str, kind: str, values: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values if value)
    return f"<dc:{name}><rdf:{kind}>{items}</rdf:{kind}></dc:{name}>\n" if items else ""


def _tool(meta: Meta, producer: str) -> str:
    parts = [f"<pdf:Producer>{escape(producer)}</pdf:Producer>\n", f"<xmp:CreatorTool>{TOOL}</xmp:CreatorTool>\n"]
    if meta.subjects:
        parts.append(f"<pdf:Keywords>{escape('; '.join(meta.subjects))}</pdf:Keywords>\n")
    for name, value in (("CreateDate", meta.date), ("ModifyDate", meta.modified or meta.date)):
        if _DATE.match(value):
            parts.append(f"<xmp:{name}>{value}</xmp:{name}>\n")
    return "".join(parts)


def pdf_date(value: str) -> str:
    """An ISO 8601 date as PDF writes it (ISO 32000-2, 7.9.4)."""
    match = _DATE.match(value)
    if match is None:
        return ""
    *digits, zone = match.groups()
    text = "D:" + "".join(part or "" for part in digits)
    return text + (zone or "").replace(":", "'") if zone != "Z" else text + "Z"
