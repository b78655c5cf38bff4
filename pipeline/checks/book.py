# SPDX-License-Identifier: AGPL-3.0-or-later
"""An EPUB as a read-only view: its package document, manifest, spine, navigation and content documents.

Nothing is unpacked to the disk; sizes are bounded, so that a small file cannot become a huge one.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

from pipeline.checks.page import Page, from_xhtml, parse_xml
from pipeline.errors import InputError

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
MOST_FILES = 20_000
LARGEST_TOTAL = 1_000_000_000
LARGEST_FILE = 200_000_000


class Part(NamedTuple):
    """An entry of the manifest. ``name`` is its path in the archive."""

    id: str
    name: str
    media_type: str
    properties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Book:
    """The files of an EPUB. ``opf`` is the path of the package document."""

    file: str
    archive: zipfile.ZipFile
    opf: str

    def read(self, name: str) -> bytes:
        """The bytes of a file in the archive. Raises InputError if it is not there or too large."""
        try:
            info = self.archive.getinfo(name)
            if info.file_size > LARGEST_FILE:
                raise InputError(f"{name} is larger than 200 MB.", "Make it smaller.", file=self.file)
            return self.archive.read(info)
        except KeyError:
            raise InputError(f"{name} is not in the book.", "Add it, or remove its entry.", file=self.file) from None
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError) as error:
            raise InputError(f"{name} cannot be unpacked: {error}.", "Make the book anew.", file=self.file) from None

    def has(self, name: str) -> bool:
        """Whether the archive holds that file."""
        return name in self.names

    @cached_property
    def names(self) -> frozenset[str]:
        """The paths of all files in the archive."""
        return frozenset(self.archive.namelist())

    @cached_property
    def package(self) -> Any:
        """The root of the package document."""
        return parse_xml(self.read(self.opf), self.opf)

    @cached_property
    def manifest(self) -> Mapping[str, Part]:
        """The entries of the manifest by id."""
        folder = posixpath.dirname(self.opf)
        found = {}
        for item in self.package.iterfind(f"{OPF}manifest/{OPF}item"):
            name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
            properties = tuple(item.get("properties", "").split())
            found[item.get("id", "")] = Part(item.get("id", ""), name, item.get("media-type", ""), properties)
        return found

    @cached_property
    def spine(self) -> tuple[Part, ...]:
        """The content documents in reading order."""
        refs = self.package.iterfind(f"{OPF}spine/{OPF}itemref")
        return tuple(self.manifest[ref.get("idref", "")] for ref in refs if ref.get("idref", "") in self.manifest)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The content documents of the spine in reading order, parsed; the navigation document among them only
        if it is in the spine."""
        parts = [part for part in self.spine if part.media_type == "application/xhtml+xml"]
        return tuple(self.page(part.name) for part in parts if self.has(part.name))

    @cached_property
    def nav(self) -> Page | None:
        """The navigation document."""
        for part in self.manifest.values():
            if "nav" in part.properties and self.has(part.name):
                return self.page(part.name)
        return None

    @cached_property
    def _parsed(self) -> dict[str, Page]:
        return {}

    def page(self, name: str) -> Page:
        """A content document by its path; parsed once."""
        if name not in self._parsed:
            page = from_xhtml(self.read(name), name)
            self._parsed[name] = Page(name, page.root, self._styles(name, page.root), page.broken)
        return self._parsed[name]

    def resolve(self, base: str, href: str) -> tuple[str, str]:
        """The path in the archive and the fragment that a link of file ``base`` leads to."""
        path, _, fragment = href.partition("#")
        if not path:
            return base, unquote(fragment)
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(path))), unquote(fragment)

    def metadata(self, name: str) -> tuple[str, ...]:
        """The values of a metadata property ("dc:title", "schema:accessMode") in their order."""
        found = []
        for element in self.package.iterfind(f"{OPF}metadata/*"):
            if not isinstance(element.tag, str):
                continue
            key = "dc:" + element.tag.removeprefix(DC) if element.tag.startswith(DC) else element.get("property", "")
            if key == name and not element.get("refines"):
                found.append(" ".join((element.text or "").split()))
        if not found and name.startswith("schema:"):
            for element in self.package.iterfind(f"{OPF}metadata/{OPF}meta"):
                if element.get("name") == name:
                    found.append(" ".join(element.get("content", "").split()))
        return tuple(found)

    def _styles(self, name: str, root: etree._Element) -> tuple[tuple[str, str], ...]:
        found = []
        for link in root.iter("link"):
            if "stylesheet" in link.get("rel", "").lower().split():
                path, _ = self.resolve(name, link.get("href", ""))
                if self.has(path):
                    found.append((path, self.read(path).decode("utf-8", "replace")))
        return tuple(found)


def open_book(data: bytes, file: str) -> Book:
    """Open an EPUB. Raises InputError for what is none."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, EOFError) as error:
        raise InputError(f"this is no EPUB: {error}.", "Give an EPUB file.", file=file) from None
    infos = archive.infolist()
    if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > LARGEST_TOTAL:
        raise InputError("the archive unpacks to too much.", "Check where it comes from.", file=file)
    book = Book(file, archive, "")
    container = parse_xml(book.read("META-INF/container.xml"), "META-INF/container.xml")
    rootfile = next((e for e in container.iter("{urn:oasis:names:tc:opendocument:xmlns:container}rootfile")), None)
    if rootfile is None:
        raise InputError("the container names no package document.", "Make the book anew.", file=file)
    return Book(file, archive, str(rootfile.get("full-path", "")))
