# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of the book: XHTML documents and images."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from pipeline.model import Edition
from pipeline.model.namespaces import MATHML, OPS, XHTML, XML_LANG
from pipeline.writers.markup import element
from pipeline.writers.resources import Resources

# The stubs of lxml know no default namespace in such a mapping.
NAMESPACES: dict[str, str] = {None: XHTML, "epub": OPS}  # type: ignore[dict-item]
SUFFIX = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/svg+xml": "svg"}


@dataclass(frozen=True, slots=True)
class File:
    """A file of the book: name in the book's folder, id in the manifest, media type, bytes, properties. ``tree``
    is there for documents, so that what is said of them can be read off them."""

    name: str
    id: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()
    tree: etree._Element | None = None


def page(title: str, body: etree._Element, edition: Edition, lang: str = "", way: str = "") -> etree._Element:
    """An ``html`` element with head and ``body``."""
    language, direction = lang or edition.lang, way or edition.dir
    root = etree.Element(f"{{{XHTML}}}html", nsmap=NAMESPACES)
    root.set("lang", language)
    root.set(XML_LANG, language)
    root.set("dir", direction)
    head = element("head")
    head.append(element("meta", charset="utf-8"))
    head.append(element("title", title))
    head.append(element("meta", name="viewport", content="width=device-width, initial-scale=1"))
    head.append(element("link", rel="stylesheet", type="text/css", href="style.css"))
    root.append(head)
    root.append(body)
    return root


def serialise(root: etree._Element) -> bytes:
    """XML bytes of a document, with namespaces declared once, at the top."""
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES, keep_ns_prefixes=["epub"])
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>") + b"\n"


def document(
    name: str, title: str, body: etree._Element, edition: Edition, lang: str = "", way: str = ""
) -> File:
    """An XHTML file of the book with the properties that its content asks for."""
    root = page(title, body, edition, lang, way)
    properties = ("mathml",) if next(root.iter(f"{{{MATHML}}}math"), None) is not None else ()
    return File(name, name.removesuffix(".xhtml"), "application/xhtml+xml", serialise(root), properties, root)


def collect_images(tree: etree._Element, resources: Resources) -> tuple[File, ...]:
    """The images that ``tree`` shows; their ``src`` is changed to where they are in the book."""
    found: dict[str, File] = {}
    for image in tree.iter(f"{{{XHTML}}}img"):
        src = image.get("src") or ""
        if src not in found:
            resource = resources.read(src)
            number = len(found) + 1
            stem = re.sub(r"[^a-z0-9]+", "-", resource.name.rpartition(".")[0].lower()).strip("-")[:40]
            name = f"images/{'-'.join(part for part in (str(number), stem) if part)}.{SUFFIX[resource.media_type]}"
            found[src] = File(name, f"image-{number}", resource.media_type, resource.data)
        image.set("src", found[src].name)
    return tuple(found.values())
