# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the pages of a book show is in the book, and is of the kind that the book says.

What it does
: Follows the pictures, sounds, films and frames of all pages to the files of the book; compares the kind of each
  picture that the list of parts names with its first bytes, and what a page holds with the properties that are listed.

Why it matters
: A reading system shows nothing for a file that is missing, or is on the web while the reader is not. A picture of
  another kind than it is said to be may not be shown either.

Example
: `<img src="plan.png">` in a book that has no plan.png.

Fix
: Put the file beside the source, and publish anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from pipeline.checks.book import Part
from pipeline.checks.examples import BODY, book
from pipeline.checks.page import Page, elements
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, quoted, views
from pipeline.checks.web.view import View
from pipeline.model import Finding, Format, Severity
from pipeline.outline.markup import name

SHOWN = {"img": "src", "iframe": "src", "embed": "src", "track": "src", "input": "src", "object": "data"}
FOREIGN = frozenset({"audio", "video", "source"})
"""These may be on the web (EPUB 3.3, 3.6)."""
FIRST_BYTES = {
    "image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff", "image/gif": b"GIF8", "image/webp": b"RIFF",
}  # fmt: skip
PROPERTIES = {"math": "mathml", "svg": "svg", "script": "scripted", "form": "scripted"}


def look(subject: Subject) -> Iterator[Finding]:
    """All pages, then the list of parts."""
    blocks: dict[str, str] = {}
    for view in views(subject):
        for element in view.page.elements:
            yield from _shown(subject, view, element)
            if name(element) == "img" and element.get("src"):
                held, _ = subject.epub.resolve(view.page.name, element.get("src", ""))
                blocks.setdefault(held, subject.block_of(element))
    for part in subject.epub.manifest.values():
        yield from _kind(subject, part, blocks.get(part.name, ""))
    listed = {part.name: part for part in subject.epub.manifest.values()}
    for page in subject.pages:
        if page.name in listed:
            yield from _properties(subject, page, listed[page.name])


def _shown(subject: Subject, view: View, element: etree._Element) -> Iterator[Finding]:
    key = SHOWN.get(name(element)) or ("src" if name(element) in FOREIGN else "")
    href = (element.get(key) or "").strip() if key else ""
    scheme = urlsplit(href).scheme.lower() if href else "data"
    if scheme == "data":
        return
    if scheme or href.startswith("//"):
        if name(element) not in FOREIGN:
            yield at(RULE, subject, view, element, f"{quoted(href)} is on the web, not in the book.")
    elif not subject.epub.has(subject.epub.resolve(view.page.name, href)[0]):
        yield at(RULE, subject, view, element, f"{quoted(href)} is not in the book.")


def _kind(subject: Subject, part: Part, block: str) -> Iterator[Finding]:
    if not part.media_type.startswith("image/") or not subject.epub.has(part.name):
        return
    data, start = subject.epub.read(part.name)[:4], FIRST_BYTES.get(part.media_type, b"")
    other = any(data.startswith(first) for kind, first in FIRST_BYTES.items() if kind != part.media_type)
    if data and (other or not data.startswith(start)):
        told = f"The picture {part.name} is listed as {part.media_type}, and is of another kind."
        yield RULE.fail(subject, told, place=subject.epub.opf, block=block)


def _properties(subject: Subject, page: Page, part: Part) -> Iterator[Finding]:
    for tag in dict.fromkeys(name(element) for element in elements(page.root)):
        wanted = PROPERTIES.get(tag)
        if wanted and wanted not in part.properties:
            yield RULE.fail(subject, f"{part.name} has «{tag}», and is not listed as {wanted}.", place=subject.epub.opf,
                            severity=Severity.WARNING)  # fmt: skip


RULE = Rule(
    id="epub-resources",
    title="What a book shows is in it",
    severity=Severity.ERROR,
    clauses=("EPUB 3.3 RSC-007", "EPUB 3.3 RSC-006", "EPUB 3.3 OPF-014", "EPUB 3.3 OPF-029"),
    looks={Format.EPUB: look},
    fix="Put the file beside the source, and publish anew.",
    foreign="Put the file into the book, and its path and kind into the list of parts.",
    good=(book(),),
    bad=(
        book(BODY + "<p><img src='b.png' alt='A bee'/></p>"),
        book(BODY + "<p><img src='https://example.org/b.png' alt='A bee'/></p>"),
        book(BODY + "<p><img src='b.png' alt='A bee'/></p>", files={"b.png": "GIF89a"}),
        book(BODY + "<p><img src='b.svg' alt='A bee'/></p>", files={"b.svg": "GIF89a"}),
    ),
)
