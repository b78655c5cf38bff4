# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF says which standard of accessibility it keeps.

What it does
: Checks the PDF/UA identification in the metadata: its part, its revision, and the prefix that the standard asks for.

Why it matters
: Tools and archives know by it how to read the file.

Example
: ``pdfuaid:part`` is missing.

Fix
: Make the PDF anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples_pdf import XMP, pdf
from pipeline.checks.pdf.metadata import xmp
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity

UA = "{http://www.aiim.org/pdfua/ns/id/}"


def look(subject: Subject) -> Iterator[Finding]:
    """The identification schema of PDF/UA."""
    found = xmp(subject)
    part = found.get(f"{UA}part", "")
    if not part:
        yield RULE.fail(subject, "The PDF does not say that it keeps PDF/UA.")
        return
    if part == "1" and subject.pdf.pdf_version.startswith("2"):
        yield RULE.fail(subject, f"The PDF says PDF/UA-1, which is of PDF 1.7, but is PDF {subject.pdf.pdf_version}.")
    if part not in ("1", "2"):
        yield RULE.fail(subject, f"There is no part {part[:10]} of PDF/UA.")
    if part == "2" and not (found.get(f"{UA}rev", "").isdigit() and len(found[f"{UA}rev"]) == 4):
        yield RULE.fail(subject, "The PDF does not say which revision of PDF/UA-2 it keeps.")
    if part == "2" and not subject.pdf.pdf_version.startswith("2"):
        yield RULE.fail(subject, f"The PDF says PDF/UA-2, but is PDF {subject.pdf.pdf_version}.")
    for prefix in _prefixes(subject):
        if prefix != "pdfuaid":
            yield RULE.fail(subject, f"The PDF/UA identification has the prefix «{prefix[:20]}», not «pdfuaid».")


def _prefixes(subject: Subject) -> set[str]:
    """The prefixes under which the properties of the schema are written."""
    data = subject.pdf.Root.Metadata.read_bytes().decode("utf-8", "replace")
    import re

    names = re.findall(r'xmlns:([\w.-]+)\s*=\s*["\']http://www\.aiim\.org/pdfua/ns/id/["\']', data)
    return {name for name in names if re.search(rf"[<\s]{re.escape(name)}:(part|amd|corr|rev)\b", data)}


RULE = Rule(
    id="pdf-identifier",
    title="A PDF says which standard of accessibility it keeps",
    severity=Severity.WARNING,
    clauses=("PDF/UA-1 5", "PDF/UA-2 5", "Matterhorn 06-002"),
    looks={Format.PDF: look},
    fix="Make the PDF anew.",
    good=(pdf(),),
    bad=(pdf(xmp=XMP.replace("pdfuaid:part>1", "pdfuaid:part>")), pdf(xmp=XMP.replace("pdfuaid", "ua"))),
)
