# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a PDF says of itself agrees with itself and with the document.

What it does
: Compares the authors, subjects, description and rights in the metadata with the document, the language in the
  metadata (dc:language) with the language of the file, and the two dates with each other.

Why it matters
: Libraries, search engines and archives read the metadata only. An author left out is not found; a file filed under
  another language does not reach its readers.

Example
: The catalogue says that the file is English, its metadata say French.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.examples_pdf import XMP, pdf
from pipeline.checks.parity.compare import fold, short
from pipeline.checks.parity.examples import pair, paragraph
from pipeline.checks.rule import Example, Rule, Subject
from pipeline.model import Finding, Format, Severity

NAMES = {"creators": "authors", "subjects": "subjects", "description": "description", "rights": "rights"}
DATE = re.compile(r"(\d{4})-?(\d\d)?-?(\d\d)?")


def look(subject: Subject) -> Iterator[Finding]:
    """The metadata as readers of it get them."""
    given = subject.outline.meta
    wanted = subject.expected.meta if subject.expected is not None else {}
    for key, name in NAMES.items():
        if key in wanted and _list(given.get(key, "")) != _list(wanted[key]):
            said = short(given.get(key, ""), 60) or "nothing"
            yield RULE.fail(subject, f"The metadata give «{said}» as the {name}; it is «{short(wanted[key], 60)}».")
    own, said = given.get("lang", ""), given.get("xmp-lang", "")
    if own and said and own.lower() not in [lang.lower() for lang in _list(said)]:
        yield RULE.fail(subject, f"The metadata say that the language is «{said}»; the file says «{own}».")
    made, changed = _day(given.get("created", "")), _day(given.get("changed", ""))
    if made and changed and changed < made[: len(changed)]:
        told = f"The file was changed ({given['changed'][:10]}) before it was made ({given['created'][:10]})."
        yield RULE.fail(subject, told, severity=Severity.WARNING)


def _list(text: str) -> list[str]:
    return [fold(item) for item in text.split(";")]


def _day(text: str) -> tuple[int, ...]:
    """Year, month and day of a date, as far as it has them."""
    found = DATE.match(text)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _meta(wanted: dict[str, str], given: dict[str, str]) -> Example:
    return pair([paragraph("x")], [paragraph("x")], wanted_meta=wanted, given_meta=given)


def _xmp(*properties: str) -> str:
    return XMP.replace("<dc:title>", "".join(properties) + "<dc:title>").replace(
        "xmlns:dc=", 'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc='
    )


GERMAN = "<dc:language><rdf:Bag><rdf:li>de</rdf:li></rdf:Bag></dc:language>"
MADE = "<xmp:CreateDate>2024-05-01</xmp:CreateDate>"
CHANGED = "<xmp:ModifyDate>2014-05-01</xmp:ModifyDate>"

RULE = Rule(
    id="pdf-metadata",
    title="What a PDF says of itself agrees with itself and with the document",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "PDF/UA-2 8.11.1", "WCAG 3.1.1"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(), _meta({"creators": "Ada; Bo"}, {"creators": "Ada; Bo"}), pdf(xmp=_xmp(MADE))),
    bad=(
        _meta({"creators": "Ada; Bo"}, {"creators": "Ada"}),
        pdf(xmp=_xmp(GERMAN)),
        pdf(xmp=_xmp(MADE, CHANGED)),
    ),
)
