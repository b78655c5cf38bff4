# SPDX-License-Identifier: AGPL-3.0-or-later
"""The file's own title, language and date are those of the document.

What it does
: Compares what the file says of itself with the document's title, language, publisher, authors and date.

Why it matters
: The title is what a screen reader says first and what stands in the list of open windows.

Example
: The PDF's title is «Microsoft Word - final2.docx».

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.checks.parity.compare import fold
from pipeline.checks.parity.examples import pair, paragraph
from pipeline.checks.parity.file_facts import file_facts
from pipeline.checks.parity.xliff_examples import edition
from pipeline.checks.parity.xliff_examples import paragraph as unit
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Register, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """All that the document says of itself; and what only the file says, where that must not be."""
    if subject.expected is None:
        raise NotApplicable("the source of this file is not known")
    wanted, given = subject.expected.meta, subject.outline.meta
    for key, own in wanted.items():
        said = given.get(key, "")
        same = said.lower() == own.lower() if key == "lang" else fold(said) == fold(own)
        if not same and not (key == "date" and said.startswith(own)):
            message = f"The file gives «{said or 'nothing'}» as its {key}; the document's is «{own}»."
            yield RULE.fail(subject, message, block="title" if key in ("title", "lang") else "")
    for key, what in ALSO.items():
        said, own = given.get(key, ""), wanted.get(what, "")
        said = said.replace("_", "-") if key == "og:locale" else said
        if said and fold(said).lower() != fold(own).lower() and not (what == "date" and own and said.startswith(own)):
            message = f"The file gives «{said}» as its {key}; the document's {what} is «{own or 'nothing'}»."
            yield RULE.fail(subject, message)
    yield from _identifier(subject, given.get("identifier", ""))
    yield from _own_facts(subject, given)
    if subject.format is Format.HTML:
        yield from _head(subject, given, wanted)
    for what in DATA if any(key.startswith("data:") for key in given) else ():
        if wanted.get(what) and f"data:{what}" not in given:
            yield RULE.fail(subject, f"The structured data of the page does not name the document's {what}.")
    if any(key.startswith("data:") for key in given) and wanted.get("lang") and not given.get("inLanguage"):
        yield RULE.fail(subject, "The structured data of the page does not say the document's language.")
    if given.get("creators") and not wanted.get("creators"):
        yield RULE.fail(subject, f"The file names {given['creators']} as its author; the document names none.")


def _own_facts(subject: Subject, given: Mapping[str, str]) -> Iterator[Finding]:
    """What only some formats have a place for, and translations have as the original has it."""
    if subject.edition is None:
        return
    structured = any(key.startswith("data:") for key in given)
    for what in FACTS.get(subject.format, ()):
        said, own = given.get(what, ""), str(getattr(subject.edition.document.meta, what))
        if fold(said) != fold(own) and (said or structured or subject.format is not Format.HTML):
            message = f"The file gives «{said or 'nothing'}» as its {what}; the document's is «{own or 'nothing'}»."
            yield RULE.fail(subject, message)


def _head(subject: Subject, given: Mapping[str, str], wanted: Mapping[str, str]) -> Iterator[Finding]:
    """What the head of a page must say too, since programs that list or share pages read nothing else."""
    lost = [key for key in given.get("unsaid", "").split("; ") if key in wanted] if subject.ours else []
    if any(given.get(key) for key in SHARED):
        lost += [what for key, what in SHARED.items() if wanted.get(what) and not given.get(key) and what not in lost]
    for what in lost:
        message = f"The head of the page does not give the document's {what}; only its structured data do."
        yield RULE.fail(subject, message, severity=Severity.WARNING)


def _identifier(subject: Subject, said: str) -> Iterator[Finding]:
    """The identifier of the publication; its translations and plain texts are works with identifiers of their own."""
    edition = subject.edition
    if edition is None or not said or edition.register is not Register.ORIGINAL:
        return
    own = edition.document.meta.identifier
    if own and edition.lang == (edition.original_lang or edition.lang) and fold(said) != fold(own):
        yield RULE.fail(subject, f"The file gives «{said}» as its identifier; the document's is «{own}».")


def look_units(subject: Subject) -> Iterator[Finding]:
    """What a translation file says of the whole document."""
    for message in file_facts(subject):
        yield RULE.fail(subject, message, severity=Severity.WARNING)


ALSO = {
    "info:title": "title", "info:creators": "creators", "inLanguage": "lang", "dc:language": "lang",
    "og:locale": "lang", "og:title": "title", "og:description": "description",
    "published": "date", "data:title": "title", "data:description": "description", "data:date": "date",
    "data:publisher": "publisher", "data:creators": "creators", "data:subjects": "subjects",
}  # fmt: skip
"""Where a file says the same in a second place."""
SHARED = {"og:title": "title", "og:description": "description", "published": "date"}
"""What a page says for those who share it, where it says any of it."""
FACTS: Mapping[Format, tuple[str, ...]] = {
    Format.PDF: ("rights",), Format.EPUB: ("rights",), Format.HTML: ("version", "modified"),
}  # fmt: skip
"""What else a format says of a text; a web page says its rights below the text (``page-about``)."""
DATA = ("title", "description", "date", "publisher", "creators", "subjects")
"""What structured data about a text say of it, where they say anything."""


RULE = Rule(
    id="parity-metadata",
    title="The file says of itself what the document is",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 2.4.2", "WCAG 3.1.1"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look, Format.XLIFF: look_units},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(pair([paragraph("x")], [paragraph("x")], wanted_meta={"title": "A"}, given_meta={"title": "A"}),),
    bad=(
        pair([paragraph("x")], [paragraph("x")], wanted_meta={"title": "A"}, given_meta={"title": "final2.docx"}),
        replace(unit(), edition=replace(edition(), siblings=(("fr-CA", Register.ORIGINAL),))),
        unit(file='<mda:metadata><mda:metaGroup><mda:meta type="words">9</mda:meta></mda:metaGroup></mda:metadata>'),
        pair([paragraph("x")], [paragraph("x")], wanted_meta={"lang": "fr"}, given_meta={"lang": "en"}),
        pair([paragraph("x")], [paragraph("x")], wanted_meta={"publisher": "Bee press"},
             given_meta={"publisher": "Bee press", "data:publisher": "Wasp press"}),
        pair([paragraph("x")], [paragraph("x")], wanted_meta={"publisher": "Bee press"},
             given_meta={"publisher": "Bee press", "data:title": "On bees"}),
        pair([paragraph("x")], [paragraph("x")], Format.HTML, wanted_meta={"title": "On bees", "date": "2026-05-01"},
             given_meta={"title": "On bees", "date": "2026-05-01", "og:title": "On bees"}),
        pair([paragraph("x")], [paragraph("x")], Format.HTML, wanted_meta={"description": "Bees."},
             given_meta={"description": "Bees.", "data:description": "Bees.", "unsaid": "description"}),
        pair([paragraph("x")], [paragraph("x")], wanted_meta={"lang": "en"},
             given_meta={"lang": "en", "data:title": "On bees"}),
    ),
)
