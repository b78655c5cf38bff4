# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a PDF claims beside PDF/UA has something behind it.

What it does
: Finds claims of PDF/A without the colour profile that PDF/A asks for, and declarations of WCAG without the person
  or body that stands for them.

Why it matters
: An archive or a buyer relies on the claim.

Example
: «PDF/A-3a» in the metadata of a file without an output intent.

Fix
: Make the PDF anew; claim only what was checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import XMP, pdf
from pipeline.checks.pdf.look import xmp
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

ARCHIVE = "{http://www.aiim.org/pdfa/ns/id/}"
DECLARED = re.compile(
    r"<pdfd:conformsTo>([^<]*wcag[^<]*)</pdfd:conformsTo>(.*?)(?=<pdfd:conformsTo>|</pdfd:declarations>|$)",
    re.DOTALL | re.IGNORECASE,
)
STANDS_FOR = re.compile(r"pdfd:claimBy>\s*[^<\s]")


def look(subject: Subject) -> Iterator[Finding]:
    """PDF/A (ISO 19005), and PDF Declarations of WCAG."""
    part = xmp(subject).get(f"{ARCHIVE}part", "")
    stream = subject.pdf.Root.get("/Metadata")
    declared = DECLARED.findall(stream.read_bytes().decode("utf-8", "replace")) if stream is not None else []
    if not part and not declared:
        raise NotApplicable("no such claims")
    if part and not any(str(intent.get("/S", "")) == "/GTS_PDFA1" for intent in _intents(subject)):
        yield RULE.fail(subject, f"The PDF claims PDF/A-{part[:5]} and has no output intent of PDF/A.")
    for claim, rest in declared:
        if not STANDS_FOR.search(rest):
            yield RULE.fail(subject, f"The PDF declares «{claim.strip()[:80]}», and nobody stands for it.")


def _intents(subject: Subject) -> list[Any]:
    import pikepdf

    listed = subject.pdf.Root.get("/OutputIntents")
    return [one for one in listed if isinstance(one, pikepdf.Dictionary)] if isinstance(listed, pikepdf.Array) else []


def _claim(xml: str) -> str:
    return XMP.replace("<dc:title>", f"{xml}<dc:title>")


DECLARATION = (
    '<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfd:conformsTo>http://pdfa.org/declarations#wcag2.2AA</pdfd:conformsTo></rdf:li></rdf:Bag></pdfd:declarations>"
)

RULE = Rule(
    id="pdf-claims",
    title="What a PDF claims has something behind it",
    severity=Severity.ERROR,
    clauses=("PDF/UA-2 6", "EN 301 549 5.4"),
    looks={Format.PDF: look},
    fix="Make the PDF anew; claim only what was checked.",
    good=(pdf(),),
    bad=(
        pdf(xmp=_claim('<pdfaid:part xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">3</pdfaid:part>')),
        pdf(xmp=_claim(DECLARATION)),
    ),
)
