# SPDX-License-Identifier: AGPL-3.0-or-later
"""A book's parts are all there, and all listed.

What it does
: Finds files that the package document names and the book does not have, files that nobody names, content documents
  that are not well-formed or stand in no order and on no other page, a cover that is not marked as one, and missing
  identifier, title or date of change.

Why it matters
: Reading systems refuse the book, or leave out a chapter without a word.

Example
: The manifest names ``c2.xhtml``; there is no such file.

Fix
: Make the book anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pipeline.checks.book import OPF
from pipeline.checks.examples import BODY, METADATA, book, xhtml
from pipeline.checks.page import Page, text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.notes import types
from pipeline.model import Finding, Format, Severity

PAGE = "application/xhtml+xml"
OUTSIDE = ("META-INF/", "mimetype")

DC = "{http://purl.org/dc/elements/1.1/}"


def _identity(subject: Subject) -> Iterator[Finding]:
    """The identifier that the package names as that of the book."""
    package = subject.epub.package
    named = str(package.get("unique-identifier", ""))
    if not any(one.get("id") == named for one in package.iterfind(f"{OPF}metadata/{DC}identifier")):
        message = f"The book names «{named[:40]}» as its identifier, and has none of that id."
        yield RULE.fail(subject, message, place=subject.epub.opf)


def look(subject: Subject) -> Iterator[Finding]:
    """Manifest, spine, archive and the identity of the book."""
    book_ = subject.epub
    yield from _kind(subject)
    yield from _identity(subject)
    yield from _unreached(subject)
    yield from _cover(subject)
    listed = {part.name for part in book_.manifest.values()}
    for part in book_.manifest.values():
        if not book_.has(part.name) and "://" not in part.name and not part.name.startswith(("http:", "https:")):
            yield RULE.fail(subject, f"The book names {part.name}, but does not have it.", place=book_.opf)
        elif part.media_type.startswith("image/") and book_.has(part.name) and not book_.read(part.name):
            yield RULE.fail(subject, f"The picture {part.name} is empty.", place=part.name)
    for name in sorted(book_.names - listed):
        if not name.startswith(OUTSIDE) and name != book_.opf and not name.endswith("/"):
            message = f"The book has {name}, but does not name it."
            yield RULE.fail(subject, message, place=name, severity=Severity.WARNING)
    ids = set(book_.manifest)
    for ref in book_.package.iterfind(f"{OPF}spine/{OPF}itemref"):
        if ref.get("idref", "") not in ids:
            yield RULE.fail(subject, f"The order names {ref.get('idref', '')[:40]}, which is no part.", place=book_.opf)
    yield from _twice(subject)
    if not book_.spine:
        yield RULE.fail(subject, "The book has no content in its order.", place=book_.opf)
    for name in ("dc:identifier", "dcterms:modified"):
        if not any(book_.metadata(name)):
            yield RULE.fail(subject, f"The book has no {name}.", place=book_.opf)
    for page in subject.pages:
        if page.broken:
            yield RULE.fail(subject, f"{page.name} is {page.broken}", place=page.name)


def _twice(subject: Subject) -> Iterator[Finding]:
    """Parts that the order names more than once (EPUB 3.3, 5.7.1): readers meet the same chapter again."""
    refs = Counter(ref.get("idref", "") for ref in subject.epub.package.iterfind(f"{OPF}spine/{OPF}itemref"))
    pages = {page.name: page for page in subject.pages}
    for name in (name for name, times in refs.items() if times > 1 and name in subject.epub.manifest):
        part = subject.epub.manifest[name].name
        page = pages.get(part)
        heading = next((e for e in page.inside if e.tag in ("h1", "h2", "h3")), None) if page is not None else None
        block = subject.block_of(heading) if heading is not None else ""
        said = text(heading)[:60] if heading is not None else part
        message = f"«{said}» stands {refs[name]} times in the order of the book."
        yield RULE.fail(subject, message, place=part, block=block)


def _kind(subject: Subject) -> Iterator[Finding]:
    """The file by which an archive is known (EPUB 3.3 OCF, 4.2.6.2)."""
    book_ = subject.epub
    if not book_.has("mimetype") or book_.read("mimetype").strip() != b"application/epub+zip":
        yield RULE.fail(subject, "The archive does not say that it is an EPUB.", place="mimetype")


def _unreached(subject: Subject) -> Iterator[Finding]:
    """Pages that a reader never comes to: in no order (EPUB 3.3, 5.7.2), and not shown inside another page."""
    book_ = subject.epub
    inside = {book_.resolve(page.name, src)[0] for page in book_.pages for src in _framed(page)}
    for part in book_.manifest.values():
        is_page = part.media_type == PAGE and book_.has(part.name) and "nav" not in part.properties
        if is_page and part not in book_.spine and part.name not in inside:
            message = f"{part.name} is in no order: readers never come to it."
            yield RULE.fail(subject, message, place=book_.opf, severity=Severity.WARNING)


def _framed(page: Page) -> Iterator[str]:
    for element in page.root.iter("iframe", "object", "embed"):
        yield element.get("src") or element.get("data") or ""


def _cover(subject: Subject) -> Iterator[Finding]:
    """The picture of the cover page, by which shelves show the book (EPUB 3.3, D.5: ``cover-image``)."""
    book_ = subject.epub
    marked = any("cover-image" in part.properties for part in book_.manifest.values())
    if marked or any(meta.get("name") == "cover" for meta in book_.package.iterfind(f"{OPF}metadata/{OPF}meta")):
        return
    for page in book_.pages:
        picture = next((image for image in page.root.iter("img") if _is_cover(image)), None)
        if picture is not None:
            message = "The picture of the cover is not marked as cover-image: shelves do not show it."
            yield RULE.fail(subject, message, place=page.place(picture), severity=Severity.WARNING)
            return


def _is_cover(image: etree._Element) -> bool:
    around = (image, *image.iterancestors())
    return image.get("role") == "doc-cover" or any("cover" in types(one) for one in around)


COVER = '<section epub:type="cover" aria-label="Cover"><img src="bee.svg" alt="On bees" role="doc-cover"/></section>'
SVG = {"bee.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'}

RULE = Rule(
    id="epub-package",
    title="A book's parts are all there, and all listed",
    severity=Severity.ERROR,
    clauses=("EPUB 3.3 5", "EPUB 3.3 RSC-001"),
    looks={Format.EPUB: look},
    fix="Make the book anew.",
    good=(
        book(),
        book(BODY + COVER, files=SVG, metadata=METADATA + '<meta name="cover" content="f1"/>'),
        book(BODY + '<iframe src="c2.xhtml" title="Bees"></iframe>', files={"c2.xhtml": xhtml(BODY)}, loose=True),
    ),
    bad=(
        book(BODY + "<p>"),
        book(metadata=METADATA.replace('id="id"', 'id="isbn"')),
        book(metadata=METADATA.replace("dcterms:modified", "dcterms:created")),
        book(BODY + COVER, files=SVG),
        book(files={"c2.xhtml": xhtml(BODY)}, loose=True),
    ),
)
