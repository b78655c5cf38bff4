# SPDX-License-Identifier: AGPL-3.0-or-later
"""A book's parts are all there, and all listed.

What it does
: Finds files that the package document names and the book does not have, files that nobody names, content documents
  that are not well-formed, and missing identifier, title or date of change.

Why it matters
: Reading systems refuse the book, or leave out a chapter without a word.

Example
: The manifest names ``c2.xhtml``; there is no such file.

Fix
: Make the book anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.book import OPF
from pipeline.checks.examples import BODY, METADATA, book
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity

OUTSIDE = ("META-INF/", "mimetype")


def look(subject: Subject) -> Iterator[Finding]:
    """Manifest, spine, archive and the identity of the book."""
    book_ = subject.epub
    yield from _kind(subject)
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
    if not book_.spine:
        yield RULE.fail(subject, "The book has no content in its order.", place=book_.opf)
    for name in ("dc:identifier", "dcterms:modified"):
        if not any(book_.metadata(name)):
            yield RULE.fail(subject, f"The book has no {name}.", place=book_.opf)
    for page in subject.pages:
        if page.broken:
            yield RULE.fail(subject, f"{page.name} is {page.broken}", place=page.name)


def _kind(subject: Subject) -> Iterator[Finding]:
    """The file by which an archive is known (EPUB 3.3 OCF, 4.2.6.2)."""
    book_ = subject.epub
    if not book_.has("mimetype") or book_.read("mimetype").strip() != b"application/epub+zip":
        yield RULE.fail(subject, "The archive does not say that it is an EPUB.", place="mimetype")


RULE = Rule(
    id="epub-package",
    title="A book's parts are all there, and all listed",
    severity=Severity.ERROR,
    clauses=("EPUB 3.3 5", "EPUB 3.3 RSC-001"),
    looks={Format.EPUB: look},
    fix="Make the book anew.",
    good=(book(),),
    bad=(
        book(BODY + "<p>"),
        book(metadata=METADATA.replace("dcterms:modified", "dcterms:created")),
    ),
)
