# SPDX-License-Identifier: AGPL-3.0-or-later
"""An EPUB as its readers get it: the documents of the spine in order, the navigation, and what it claims.

Nothing is unpacked to the disk; sizes are bounded, so that a small file cannot become a huge one.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import unquote

from pipeline.model import Format, Node, Outline, Role
from pipeline.model.namespaces import XML_LANG
from pipeline.outline.markup import name, parse_html, parse_xml
from pipeline.outline.words import roles
from pipeline.outline.xhtml import Context, Reader, fold

MOST_FILES = 20_000
LARGEST_FILE = 64 * 2**20
LARGEST_TOTAL = 256 * 2**20
BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError, zlib.error)
DC = "{http://purl.org/dc/elements/1.1/}"
PLURAL = {"creator": "creators", "subject": "subjects"}
KEPT = ("title", "creator", "subject", "publisher", "date", "description", "rights", "identifier", "language")


@dataclass
class _Book:
    """The archive while it is read: how much was unpacked, and what was wrong."""

    archive: zipfile.ZipFile
    problems: dict[str, None] = field(default_factory=dict)
    unpacked: int = 0

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None, and a problem, if it is missing, broken or too large."""
        try:
            info = self.archive.getinfo(path)
        except KeyError:
            self.problems[f"{path} is missing"] = None
            return None
        if info.file_size > LARGEST_FILE or self.unpacked + info.file_size > LARGEST_TOTAL:
            self.problems[f"{path} unpacks to too much"] = None
            return None
        try:
            with self.archive.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except BROKEN as error:
            self.problems[f"{path} cannot be unpacked: {error}"] = None
            return None
        self.unpacked += len(data)
        return data

    def xml(self, path: str) -> Any:
        """The root of an XML file; what is not well-formed is read as HTML, and said."""
        data = self.read(path)
        if data is None:
            return None
        root, problem = parse_xml(data)
        if problem:
            self.problems[f"{path}: {problem}"] = None
        if root is None and path.endswith((".xhtml", ".html", ".htm")):
            root, _ = parse_html(data)
        return root


def read(data: bytes) -> Outline:
    """The outline of an EPUB. What cannot be read is said in ``problems``; nothing is raised."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        return _nothing(f"this is no EPUB: {error}")
    if len(archive.infolist()) > MOST_FILES:
        return _nothing(f"more than {MOST_FILES} files")
    book = _Book(archive)
    path = _package_path(book)
    package = book.xml(path) if path else None
    if package is None:
        return Outline(Format.EPUB, Node(Role.DOCUMENT), {}, tuple(book.problems) or ("no package document",))
    return _outline(book, package, path)


def _nothing(problem: str) -> Outline:
    return Outline(Format.EPUB, Node(Role.DOCUMENT), {}, (problem,))


def _package_path(book: _Book) -> str:
    container = book.xml("META-INF/container.xml")
    for element in container.iter() if container is not None else ():
        if name(element) == "rootfile":
            return posixpath.normpath(unquote(element.get("full-path") or ""))
    return ""


class _Item(NamedTuple):
    path: str
    media_type: str
    properties: frozenset[str]


def _outline(book: _Book, package: Any, path: str) -> Outline:
    items = _manifest(package, posixpath.dirname(path))
    order = _spine(package, items, book)
    nav = next((item for item in items.values() if "nav" in item.properties), None)
    documents: list[tuple[str, Any]] = []
    for item in dict.fromkeys([*order, *([nav] if nav is not None else [])]):
        root = book.xml(item.path)
        if root is not None:
            documents.append((item.path, root))
    reader = Reader(documents)
    if nav is not None:
        reader.page_names = _page_names(reader, nav.path, dict(documents).get(nav.path))
    meta = _meta(package)
    lang = package.get(XML_LANG) or meta.get("lang", "")
    way = (package.get("dir") or "ltr").lower()
    nodes: list[Node] = []
    for file, root in documents:
        if nav is not None and file == nav.path:
            nodes.extend(_navigation(reader, file, root))
        else:
            nodes.extend(reader.document(file, root)[0])
    if nav is None:
        book.problems["no navigation document"] = None
    meta["files"] = "; ".join(file for file, _ in documents)
    titles = [fold("".join(one.itertext())) for _, root in documents for one in root.iter() if name(one) == "title"]
    meta["titles"] = "; ".join(titles)
    top = Node(Role.DOCUMENT, "", tuple(nodes), 0, meta.get("lang") or lang, _direction(package, way))
    return Outline(Format.EPUB, top, meta, (*book.problems, *reader.problems))


def _direction(package: Any, way: str) -> str:
    spine = next((part for part in package if name(part) == "spine"), None)
    progress = (spine.get("page-progression-direction") or "").lower() if spine is not None else ""
    return progress if progress in ("ltr", "rtl") else way if way in ("ltr", "rtl") else "ltr"


def _manifest(package: Any, folder: str) -> Mapping[str, _Item]:
    found: dict[str, _Item] = {}
    for part in package.iter():
        if name(part) == "item":
            path = posixpath.normpath(posixpath.join(folder, unquote(part.get("href") or "")))
            properties = frozenset((part.get("properties") or "").split())
            found.setdefault(part.get("id") or "", _Item(path, part.get("media-type") or "", properties))
    return found


def _spine(package: Any, items: Mapping[str, _Item], book: _Book) -> list[_Item]:
    order: list[_Item] = []
    for part in package.iter():
        if name(part) == "itemref":
            item = items.get(part.get("idref") or "")
            if item is None:
                book.problems[f"the spine names {part.get('idref')}, which the manifest lacks"] = None
            elif item.media_type in ("application/xhtml+xml", "text/html", "application/x-dtbook+xml"):
                order.append(item)
    if not order:
        book.problems["the spine is empty"] = None
    return order


def _navigation(reader: Reader, file: str, root: Any) -> list[Node]:
    """The contents, page list and landmarks, hidden ones too: reading systems show them in their own way."""
    base = Context(file=file)
    nodes = []
    for element in root.iter():
        if name(element) == "nav":
            nodes.append(reader.contents(element, _around(element, base)))
    return nodes


def _page_names(reader: Reader, file: str, root: Any) -> dict[tuple[str, str], str]:
    """What the page list calls each page break, by the place it leads to."""
    found: dict[tuple[str, str], str] = {}
    for element in root.iter() if root is not None else ():
        if name(element) == "nav" and roles(element) & {"doc-pagelist", "page-list"}:
            for link in element.iter():
                if name(link) == "a" and link.get("href"):
                    found.setdefault(reader.resolve(file, link.get("href")), fold("".join(link.itertext())))
    return found


def _around(element: Any, base: Context) -> Context:
    """The language and direction that an element is in."""
    lang = way = ""
    here = element
    while here is not None:
        lang = lang or here.get("lang") or here.get(XML_LANG) or ""
        way = way or (here.get("dir") or "").lower()
        here = here.getparent()
    return Context(lang or base.lang, way or base.dir, base.file)


def _meta(package: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    holder = next((part for part in package if name(part) == "metadata"), package)
    unique = package.get("unique-identifier") or ""
    for part in holder.iter():
        text = fold(part.text or "") if isinstance(part.tag, str) else ""
        if not text or part is holder:
            continue
        if part.tag.startswith(DC) and name(part) in KEPT:
            key = PLURAL.get(name(part), "lang" if name(part) == "language" else name(part))
            if key == "identifier" and unique and part.get("id") not in (None, unique):
                continue
            found[key] = "; ".join(one for one in (found.get(key), text) if one) if key in PLURAL.values() else (
                found.get(key) or text
            )  # fmt: skip
        elif name(part) == "meta" and part.get("property"):
            key = part.get("property").rpartition(":")[2]
            key = {"date": "certifiedOn"}.get(key, key) if part.get("refines") else key
            found[key] = "; ".join(one for one in (found.get(key), text) if one)
    return found
