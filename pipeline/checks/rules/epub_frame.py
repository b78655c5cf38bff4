# SPDX-License-Identifier: AGPL-3.0-or-later
"""The frame of a book (its identity, its last change, its cover, its page of contents) is that of the document.

What it does
: In the package document: an identifier that is made of zeros or is no UUID though it says so. In a book of ours also:
  a last change before the day of the text, the language of the summary of accessibility, the title of the page of
  contents, the document's title in the alternative and in the drawing of the cover.

Why it matters
: Reading systems keep notes and the place of reading by the identifier, and take a book with an older change for the
  old one. The cover is what a reader looks for among books.

Example
: ``urn:uuid:00000000-0000-0000-0000-000000000000`` is the identifier of every book that has none.

Fix
: Make the book anew: its frame is made by program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.checks.book import OPF
from pipeline.checks.examples import BODY, LANDMARKS, METADATA, TOC, book, sourced
from pipeline.checks.page import SVG, parse_xml, text
from pipeline.checks.parity.compare import fold, short
from pipeline.checks.rule import Example, Rule, Subject
from pipeline.checks.web.contents import HEADINGS
from pipeline.checks.web.tags import primary
from pipeline.labels import labels
from pipeline.model import Block, BlockKind, Finding, Format, Meta, Severity
from pipeline.model.namespaces import XML_LANG

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
LONGEST = 120
"""So much of a title is looked for on a cover, in letters: what is too long for it is cut."""
EXAMPLE = "56e3c8bd-4b85-5c18-ab02-80fda9b19f6b"
UNKNOWN = date(1970, 1, 1)
"""What stands for a change of which nothing is known."""


def look(subject: Subject) -> Iterator[Finding]:
    """The identifier and the last change; of a book of ours what its writer adds to the text."""
    for said in subject.epub.metadata("dc:identifier"):
        name = said.lower().removeprefix("urn:uuid:")
        if said.lower().startswith("urn:uuid:") and (not UUID.fullmatch(name) or not name.strip("0-")):
            yield _fail(subject, f"The identifier «{said[:60]}» is that of no book.")
    if subject.edition is not None and subject.ours:
        yield from _changed(subject, subject.edition.document.meta)
        yield from _summary(subject, subject.edition.lang)
        yield from _navigation(subject)
        yield from _cover(subject, fold(subject.edition.document.meta.title))


def _fail(subject: Subject, message: str, place: str = "") -> Finding:
    return RULE.fail(subject, message, place=place or subject.epub.opf)


def _changed(subject: Subject, meta: Meta) -> Iterator[Finding]:
    """A last change before the day of the text, where the document does not say so itself. The change is told in
    universal time, so that it may be of the day before."""
    changed, dated = (_day(next(iter(subject.epub.metadata(key)), "")) for key in ("dcterms:modified", "dc:date"))
    if changed is None or dated is None or meta.modified or changed == UNKNOWN:
        return
    if changed < dated - timedelta(days=1):
        yield _fail(subject, f"The last change is said to be of {changed}, before the book's date, {dated}.")


def _day(text: str) -> date | None:
    """The day of an ISO 8601 date; None where it is not whole, or none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _summary(subject: Subject, lang: str) -> Iterator[Finding]:
    """The language that is said of the summary of accessibility, which is in the words of the product."""
    for one in subject.epub.package.iterfind(f"{OPF}metadata/{OPF}meta"):
        said = one.get(XML_LANG, "")
        if one.get("property") == "schema:accessibilitySummary" and said and primary(said) != labels(lang).lang:
            message = f"The summary of accessibility is marked as {said[:20]}; it is in {labels(lang).lang}."
            yield _fail(subject, message)


def _navigation(subject: Subject) -> Iterator[Finding]:
    """The title of the page of contents: what its heading says."""
    nav = subject.epub.nav
    heading = next((one for one in nav.root.iter(*HEADINGS)), None) if nav is not None else None
    title = next((text(one) for one in nav.root.iter("title")), "") if nav is not None else ""
    if nav is not None and heading is not None and title and text(heading) not in title:
        own = short(text(heading), 40)
        message = f"The page of contents has the title «{short(title, 40)}», and its heading is «{own}»."
        yield _fail(subject, message, nav.name)


def _cover(subject: Subject, title: str) -> Iterator[Finding]:
    """The title in the alternative of the cover and in its drawing."""
    for page in subject.pages:
        for image in page.root.iter("img"):
            told = fold(image.get("alt", ""))
            if image.get("role") == "doc-cover" and told and title not in told:
                message = f"The alternative of the cover, «{short(told)}», does not give the title."
                yield _fail(subject, message, page.name)
    for part in subject.epub.manifest.values():
        if "cover-image" in part.properties and part.media_type == "image/svg+xml":
            shown = _drawn(subject, part.name)
            if shown and _bare(title)[:LONGEST] not in _bare(shown):
                yield _fail(subject, f"The cover shows «{short(shown)}», and not the title.", part.name)


def _drawn(subject: Subject, name: str) -> str:
    """The texts of a drawing; none of one that is not in the book, which is another rule's."""
    if not subject.epub.has(name):
        return ""
    return " ".join(text(one) for one in parse_xml(subject.epub.read(name), name).iter(f"{SVG}text"))


def _bare(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _ours(*, metadata: str = METADATA, nav: str = TOC + LANDMARKS, alt: str = "Cover: On bees") -> Example:
    """A book of a known source, with a cover."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><text>On bees</text></svg>'
    cover = f'<p><img src="cover.svg" role="doc-cover" alt="{alt}"/></p>'
    made = book(cover + BODY, metadata=metadata, nav=nav, files={"cover.svg": drawing})
    return sourced(made, Block(BlockKind.HEADING, "bees", level=1))


NIL = METADATA.replace("urn:example:1", "urn:uuid:00000000-0000-0000-0000-000000000000")
LATER = METADATA + "<dc:date>2026-05-01</dc:date>"
SAID = 'property="schema:accessibilitySummary"'

RULE = Rule(
    id="epub-frame",
    title="The frame of a book is that of the document",
    severity=Severity.ERROR,
    clauses=("EPUB 3.3 5.5.3", "EN 301 549 5.4", "WCAG 1.1.1", "WCAG 2.4.2"),
    looks={Format.EPUB: look},
    fix="Make the book anew: its frame is made by program.",
    foreign="Give the book an identifier of its own, and the day of its last change.",
    good=(
        book(),
        book(metadata=LATER),
        book(metadata=METADATA.replace("urn:example:1", f"urn:uuid:{EXAMPLE}")),
        _ours(),
    ),
    bad=(
        book(metadata=NIL),
        _ours(metadata=LATER),
        _ours(metadata=METADATA.replace(SAID, f'{SAID} xml:lang="fr"')),
        _ours(nav="<h1>Wasps</h1>" + TOC + LANDMARKS),
        _ours(alt="Cover: Wasps"),
    ),
)
