# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing in a PDF keeps assistive technology out.

What it does
: Finds security settings that forbid reading by assistive technology, dynamic XFA forms, and files that open a web page
  or a program when they are opened.

Why it matters
: The screen reader is refused, or finds another document.

Example
: Encryption without the permission for accessibility.

Fix
: Make the PDF anew without a password and without XFA.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity

ACCESSIBLE = 1 << 9


def look(subject: Subject) -> Iterator[Finding]:
    """Encryption, what happens when the file is opened, and XFA."""
    encryption = subject.pdf.trailer.get("/Encrypt")
    if encryption is not None and not int(encryption.get("/P", 0)) & ACCESSIBLE:
        yield RULE.fail(subject, "The PDF's security keeps assistive technology out.")
    if _opening(subject) in ("/URI", "/Launch"):
        yield RULE.fail(subject, "Opening the PDF opens something else.", severity=Severity.WARNING)
    form = subject.pdf.Root.get("/AcroForm")
    xfa = form.get("/XFA") if form is not None else None
    if xfa is not None and (claims_two(subject) or (b"dynamicRender" in (data := _bytes(xfa)) and b"required" in data)):
        yield RULE.fail(subject, "The PDF has a dynamic XFA form.")


def _opening(subject: Subject) -> str:
    """What kind of action the file does when it is opened; empty for none, and for a mere place in it."""
    import pikepdf

    action = subject.pdf.Root.get("/OpenAction")
    return str(action.get("/S", "")) if isinstance(action, pikepdf.Dictionary) else ""


def _bytes(xfa: Any) -> bytes:
    import pikepdf

    parts = xfa if isinstance(xfa, pikepdf.Array) else [xfa]
    return b"".join(part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream))


def _dynamic(made: Any) -> None:
    import pikepdf

    stream = made.make_stream(b"<config><dynamicRender>required</dynamicRender></config>")
    made.Root.AcroForm = pikepdf.Dictionary(XFA=stream, Fields=pikepdf.Array())


def _elsewhere(made: Any) -> None:
    import pikepdf

    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org/")


RULE = Rule(
    id="pdf-open",
    title="Nothing in a PDF keeps assistive technology out",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.15", "PDF/UA-1 7.16", "PDF/UA-2 8.10.1", "WCAG 3.2.1", "Matterhorn 25-001",
             "Matterhorn 26-001", "Matterhorn 26-002"),
    looks={Format.PDF: look},
    fix="Make the PDF anew without a password and without XFA.",
    good=(pdf(),),
    bad=(pdf(change=_dynamic), pdf(change=_elsewhere)),
)
