# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a PDF says of itself agrees with itself.

What it does
: Compares the language in the metadata (dc:language) with the language of the file, and the two dates with each other.

Why it matters
: Libraries, search engines and archives read the metadata only. A file filed under another
  language does not reach its readers.

Example
: The catalogue says that the file is English, its metadata say French.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.examples_pdf import XMP, pdf
from pipeline.checks.pdf.metadata import titles_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

DATE = re.compile(r"(\d{4})-?(\d\d)?-?(\d\d)?")


def look(subject: Subject) -> Iterator[Finding]:
    """The metadata as readers of it get them."""
    if subject.pdf.Root.get("/Metadata") is None:
        raise NotApplicable("no metadata")
    given = subject.outline.meta
    own, said = given.get("lang", ""), given.get("dc:language", "")
    if own and said and subject.expected is None and own.lower() not in [lang.lower() for lang in _list(said)]:
        yield RULE.fail(subject, f"The metadata say that the language is «{said}»; the file says «{own}».")
    titles = titles_of(subject)
    told_in = {text for lang, text in titles.items() if lang == "x-default" or lang == own.lower()}
    if own and len(told_in) > 1:
        message = "The title is another for readers that ask for the file's language: " + ", ".join(sorted(told_in))
        yield RULE.fail(subject, message[:300])
    made, changed = _day(given.get("created", "")), _day(given.get("changed", ""))
    if made and changed and changed < made[: len(changed)]:
        told = f"The file was changed ({given['changed'][:10]}) before it was made ({given['created'][:10]})."
        yield RULE.fail(subject, told, severity=Severity.WARNING)


def _list(text: str) -> list[str]:
    return [item.strip() for item in text.split(";")]


def _day(text: str) -> tuple[int, ...]:
    """Year, month and day of a date, as far as it has them."""
    found = DATE.match(text)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _xmp(*properties: str) -> str:
    return XMP.replace("<dc:title>", "".join(properties) + "<dc:title>").replace(
        "xmlns:dc=", 'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc='
    )


TWO = XMP.replace("</rdf:li>", '</rdf:li><rdf:li xml:lang="en">On wasps</rdf:li>', 1)
GERMAN = "<dc:language><rdf:Bag><rdf:li>de</rdf:li></rdf:Bag></dc:language>"
MADE = "<xmp:CreateDate>2024-05-01</xmp:CreateDate>"
CHANGED = "<xmp:ModifyDate>2014-05-01</xmp:ModifyDate>"

RULE = Rule(
    id="pdf-metadata",
    title="What a PDF says of itself agrees with itself",
    severity=Severity.ERROR,
    clauses=("PDF/UA-2 8.11.1", "WCAG 3.1.1"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(), pdf(xmp=_xmp(MADE))),
    bad=(
        pdf(xmp=_xmp(GERMAN)),
        pdf(xmp=TWO),
        pdf(xmp=_xmp(MADE, CHANGED)),
    ),
)
