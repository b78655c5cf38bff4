# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a file holds nothing of: recordings, forms, motion, pictures, scripts or controls.

Many success criteria speak of these alone (``about`` in ``checks/standards/wcag.toml``). Where a file has none, the
person who answers is told so; the answer stays theirs. Absence is said only when every place was looked at where
such a thing could be: in doubt, and in a file that cannot be read, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pipeline.checks.page import elements, local
from pipeline.checks.subject import Subject
from pipeline.errors import PariterError
from pipeline.model import Format

if TYPE_CHECKING:
    import pikepdf
    from lxml import etree

KINDS = frozenset({"audio or video", "forms", "motion", "pictures", "scripts or controls"})
# Each of these can bring in anything.
OPAQUE = {"iframe", "object", "embed", "frame", "portal", "applet"}
ELEMENTS: dict[str, frozenset[str]] = {
    "script": KINDS,
    **dict.fromkeys(OPAQUE, KINDS),
    **dict.fromkeys(("audio", "video", "track"), frozenset({"audio or video", "scripts or controls", "motion"})),
    **dict.fromkeys(
        ("form", "input", "select", "textarea", "button", "option"), frozenset({"forms", "scripts or controls"})
    ),
    **dict.fromkeys(("details", "summary", "dialog"), frozenset({"scripts or controls"})),
    **dict.fromkeys(("img", "picture", "svg", "canvas", "math", "image"), frozenset({"pictures"})),
    **dict.fromkeys(("marquee", "blink", "animate", "animateTransform", "animateMotion", "set"), frozenset({"motion"})),
}
MOVES = re.compile(r"animation|transition|@keyframes|text-decoration[^;}]*blink", re.IGNORECASE)
PAINTS = re.compile(r"url\(|image-set\(", re.IGNORECASE)
FACES = re.compile(r"@font-face\s*\{[^}]*\}")
HANDLERS = re.compile(r"on[a-z]+|contenteditable|accesskey")
PDF_SUBTYPES = {
    "/Screen": KINDS, "/Movie": KINDS, "/RichMedia": KINDS, "/Sound": frozenset({"audio or video"}), "/3D": KINDS,
    "/Widget": frozenset({"forms", "scripts or controls"}), "/Image": frozenset({"pictures"}),
}  # fmt: skip
PDF_ACTIONS = {"/JavaScript", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute", "/GoTo3DView"}
PDF_PICTURES = {"/Figure", "/Formula"}
INLINE_IMAGE = re.compile(rb"(?:^|\s)BI\s.*?\sID\s", re.DOTALL)
"""An image written into the page itself (ISO 32000-2, 8.9.7)."""


def absent(subject: Subject) -> frozenset[str]:
    """The kinds (of KINDS) of which the file surely has nothing; none for a file that cannot be read."""
    try:
        if subject.format is Format.PDF:
            return KINDS - _in_pdf(subject.pdf)
        if subject.format in (Format.HTML, Format.EPUB):
            return KINDS - _in_pages(subject)
    except (PariterError, ValueError, TypeError, AttributeError, KeyError, RuntimeError, OSError):
        return frozenset()
    return frozenset()


def _in_pages(subject: Subject) -> frozenset[str]:
    found: set[str] = set()
    if subject.format is Format.EPUB:
        media = " ".join(part.media_type for part in subject.epub.manifest.values())
        found |= KINDS if "script" in media else set()
        found |= {"audio or video"} if re.search(r"audio/|video/|smil", media) else set()
        found |= {"pictures"} if "image/" in media else set()
    for page in subject.pages:
        for element in elements(page.root):
            found |= _in_element(element)
            if local(element) == "link" and "stylesheet" in element.get("rel", "") and not page.styles:
                found |= {"motion", "pictures"}  # a sheet outside the file, which we have not seen
        for _, sheet in page.styles:
            found |= _in_style(sheet)
    return frozenset(found)


def _in_element(element: etree._Element) -> set[str]:
    name = local(element)
    # Data for programs (JSON-LD) is a script element, but no script.
    found = set() if name == "script" and "json" in element.get("type", "") else set(ELEMENTS.get(name, ()))
    for attribute, value in element.attrib.items():
        if HANDLERS.fullmatch(str(attribute)) or "javascript:" in str(value).lower():
            found |= KINDS
        elif attribute == "style":
            found |= _in_style(str(value))
    return found | (_in_style(element.text or "") if name == "style" else set())


def _in_style(text: str) -> set[str]:
    kinds = {"motion"} if MOVES.search(text) else set()
    return kinds | ({"pictures"} if PAINTS.search(FACES.sub("", text)) else set())


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary | pikepdf.Stream]:
    """Every dictionary and stream of the file, those that stand inside others too."""
    import pikepdf

    stack: list[Any] = list(pdf.objects)
    while stack:
        held = stack.pop()
        if isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
            yield held
            inside = [child for _, child in held.items()]
        elif isinstance(held, pikepdf.Array):
            inside = list(held)
        else:
            continue
        containers = pikepdf.Dictionary | pikepdf.Array
        stack += [child for child in inside if isinstance(child, containers) and not child.is_indirect]


def _in_pdf(pdf: pikepdf.Pdf) -> frozenset[str]:
    import pikepdf

    # Without tags nobody can tell a drawing from a rule.
    found: set[str] = set() if "/StructTreeRoot" in pdf.Root else {"pictures"}
    found |= KINDS if "/AA" in pdf.Root or "/EmbeddedFiles" in pdf.Root.get("/Names", {}) else set()
    for held in _dictionaries(pdf):
        found |= PDF_SUBTYPES.get(str(held.get("/Subtype", "")), frozenset())
        found |= {"pictures"} if str(held.get("/S", "")) in PDF_PICTURES else set()
        if "/JS" in held or "/AA" in held or str(held.get("/S", "")) in PDF_ACTIONS:
            found |= KINDS
        if isinstance(held, pikepdf.Stream) and "pictures" not in found and held.get("/Type") is None:
            found |= {"pictures"} if INLINE_IMAGE.search(held.read_bytes()) else set()
    return frozenset(found)
