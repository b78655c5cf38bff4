# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small files for the examples of the rules: a page around a fragment, a book around a few files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.checks.rule import Example
from pipeline.model import Block, BlockKind, Document, Edition, Format, Meta

CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
METADATA = (
    '<dc:identifier id="id">urn:example:1</dc:identifier><dc:title>On bees</dc:title><dc:language>en</dc:language>'
    '<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>'
    '<meta property="schema:accessMode">textual</meta>'
    '<meta property="schema:accessModeSufficient">textual</meta>'
    '<meta property="schema:accessibilityFeature">tableOfContents</meta>'
    '<meta property="schema:accessibilityHazard">none</meta>'
    '<meta property="schema:accessibilitySummary">Text with headings; checked by machine only.</meta>'
)
BODY = '<section id="bees"><h1>Bees</h1><p>Bees dance.</p></section>'
TOC = '<nav epub:type="toc" role="doc-toc" aria-label="Contents"><ol><li><a href="c1.xhtml">Bees</a></li></ol></nav>'
LANDMARKS = (
    '<nav epub:type="landmarks" aria-label="Landmarks" hidden="hidden"><ol>'
    '<li><a epub:type="bodymatter" href="c1.xhtml">Start</a></li></ol></nav>'
)


def sourced(made: Example, *blocks: Block, path: Path = Path("bees.md")) -> Example:
    """An example that has a source: a document in English with a title and these blocks, at ``path``."""
    title = Block(BlockKind.HEADING, "title", level=1)
    document = Document("bees", Meta("On bees"), title, blocks, "", "d", path.parent, path)
    return replace(made, edition=Edition(document, "en", "ltr"))


def page(body: str, *, head: str = "", lang: str = "en", title: str = "On bees", note: str = "") -> Example:
    """A web page around ``body``."""
    language = f' lang="{lang}"' if lang else ""
    name = f"<title>{title}</title>" if title else ""
    text = f"<!DOCTYPE html><html{language}><head>{name}{head}</head><body>{body}</body></html>"
    return Example(Format.HTML, text.encode(), note=note)


def plain_page(body: str) -> Example:
    """A page in plain language with ``body`` in its main part."""
    html = '<!DOCTYPE html><html lang="en"><head><title>Bees</title></head><body class="plain-page"><main>'
    return raw(f"{html}{body}</main></body></html>")


def raw(html: str, note: str = "") -> Example:
    """A web page as it is written here."""
    return Example(Format.HTML, html.encode(), note=note)


def xhtml(body: str, *, title: str = "Bees", head: str = "", lang: str = "en") -> str:
    """A content document of a book."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops" lang="{lang}" xml:lang="{lang}"><head><title>{title}</title>{head}'
        f"</head><body>{body}</body></html>"
    )


def book(
    body: str = BODY,
    *,
    metadata: str = METADATA,
    nav: str = TOC + LANDMARKS,
    head: str = "",
    title: str = "Bees",
    package: str = ' xml:lang="en"',
    files: Mapping[str, str] | None = None,
    loose: bool = False,
    note: str = "",
) -> Example:
    """A book with one chapter. ``files`` are added (by path in EPUB/, into the manifest and, when XHTML and not
    ``loose``, the spine)."""

    def data() -> bytes:
        more = dict(files or {})
        items = "".join(
            f'<item id="f{i}" href="{name}" media-type="{_type(name)}"/>' for i, name in enumerate(more, start=1)
        )
        ordered = [i for i, name in enumerate(more, start=1) if name.endswith("xhtml") and not loose]
        refs = "".join(f'<itemref idref="f{i}"/>' for i in ordered)
        opf = (
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0"'
            f' unique-identifier="id"{package}><metadata>{metadata}</metadata><manifest>'
            '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
            f'<item id="c1" href="c1.xhtml" media-type="application/xhtml+xml"/>{items}</manifest>'
            f'<spine><itemref idref="c1"/>{refs}</spine></package>'
        )
        parts = {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "EPUB/package.opf": opf,
            "EPUB/nav.xhtml": xhtml(nav, title="Contents"),
            "EPUB/c1.xhtml": xhtml(body, title=title, head=head),
        } | {f"EPUB/{name}": text for name, text in more.items()}
        return _zipped(parts)

    return Example(Format.EPUB, data, note=note)


def _type(name: str) -> str:
    kinds = {"xhtml": "application/xhtml+xml", "css": "text/css", "svg": "image/svg+xml", "png": "image/png"}
    return kinds.get(name.rpartition(".")[2], "application/octet-stream")


def _zipped(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()
