# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the metadata of a PDF say (XMP): its titles, and which part of PDF/UA it claims."""

from __future__ import annotations

from typing import Any

from pipeline.checks.once import once
from pipeline.checks.rule import Subject
from pipeline.model.namespaces import XML_LANG

TITLE = "{http://purl.org/dc/elements/1.1/}title"
"""The expanded name of the title, as Dublin Core has it."""


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
    title = root.find(f".//{TITLE}") if root is not None else None
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
