# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF claims no standard that it plainly does not meet, and none that nobody has looked at.

What it does
: Holds the claim of PDF/A against what the standard asks of any file (its version of PDF, its level, an output intent,
  no encryption), and looks for declarations of conformance, such as with WCAG, that do not say who made them. In a file
  whose source is known, no such declaration stands but those of WTPDF, which the tool makes itself, always both.

Why it matters
: Whoever gets the file trusts its claims. WCAG cannot be decided by a machine alone: a claim needs somebody who looked.

Example
: The metadata of a file of PDF 2.0 say PDF/A-3a; or they say WCAG 2.1 AAA, and nobody tested it.

Fix
: Make the PDF anew from its source, or add who claims it, and when.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.checks.examples_pdf import XMP, XMP_2, pdf
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Node, Outline, Role, Severity

LEVELS = {"1": ("a", "b"), "2": ("a", "b", "u"), "3": ("a", "b", "u"), "4": ("", "e", "f")}
OWN = "http://pdfa.org/declarations/wtpdf"
MAKER = "pariter"
WTPDF = ("accessibility", "reuse")
"""The two parts that a file of PDF 2.0 declares where the tool makes it."""


def look(subject: Subject) -> Iterator[Finding]:
    """What the metadata claim."""
    meta = subject.outline.meta
    claims = [claim for claim in meta.get("claims", "").split("; ") if claim]
    if not claims:
        raise NotApplicable("the PDF claims nothing")
    archive = meta.get("archive", "")
    if archive:
        for why in _archive(subject, archive[:1], archive[1:]):
            yield RULE.fail(subject, f"The file claims PDF/A-{archive}, but {why}.")
    own = [claim for claim in claims if claim.startswith(OWN)]
    ours = own or ("PDF/UA-2" in claims and meta.get("producer", "").startswith(MAKER))
    for kind in WTPDF if ours and subject.expected is not None else ():
        if not any(kind in claim for claim in own):
            told = f"The file does not declare that it keeps WTPDF for {kind}, as each file of PDF 2.0 from here does."
            yield RULE.fail(subject, told, severity=Severity.WARNING)
    declared = [claim for claim in claims if not claim.startswith(("PDF/", OWN))]
    signed = set(meta.get("signed-claims", "").split("; "))
    for claim in declared:
        if subject.expected is not None or claim not in signed:
            told = f"The file declares that it conforms to «{claim[:80]}», and nothing says who looked."
            yield RULE.fail(subject, told)


def _archive(subject: Subject, part: str, level: str) -> Iterator[str]:
    """Why a file is no PDF/A of that part, by what can be seen at once (ISO 19005-1 to -4)."""
    if part not in LEVELS:
        yield "there is no such part"
        return
    if level not in LEVELS[part]:
        yield f"part {part} has no level «{level or 'none'}»"
    version = str(subject.pdf.pdf_version)
    if version.startswith("2") is not (part == "4"):
        yield f"it is a file of PDF {version}"
    if level == "a" and subject.pdf.Root.get("/StructTreeRoot") is None:
        yield "it has no tags"
    if subject.pdf.is_encrypted:
        yield "it is encrypted"
    intents = subject.pdf.Root.get("/OutputIntents", ())
    if not any(str(intent.get("/S", "")) == "/GTS_PDFA1" for intent in intents):
        yield "it has no output intent of PDF/A, which its colours need"


def _claim(*more: str, xmp: str = XMP) -> str:
    return xmp.replace("<pdfuaid:part>", "".join(more) + "<pdfuaid:part>").replace(
        "xmlns:dc=",
        'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfd="http://pdfa.org/declarations/" xmlns:dc=',
    )


def _declared(name: str, claim: str = "") -> str:
    return (
        '<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType="Resource">'
        f"<pdfd:conformsTo>{name}</pdfd:conformsTo>{claim}</rdf:li></rdf:Bag></pdfd:declarations>"
    )


SIGNED = (
    '<pdfd:claimData><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfd:claimBy>Testing house</pdfd:claimBy>'
    "<pdfd:claimDate>2025-01-07</pdfd:claimDate></rdf:li></rdf:Bag></pdfd:claimData>"
)
WCAG = "http://www.w3.org/TR/WCAG22/"


def _known(more: str, xmp: str = XMP) -> Example:
    """A file whose source is known, with something more in its metadata."""
    return replace(pdf(xmp=_claim(more, xmp=xmp)), expected=Outline(Format.PDF, Node(Role.DOCUMENT), {}))


RULE = Rule(
    id="pdf-claims",
    title="A PDF claims no standard that it does not meet or that nobody has looked at",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "PDF/UA-2 6.1"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source, or add who claims it, and when.",
    good=(
        pdf(),
        pdf(xmp=_claim(_declared(WCAG, SIGNED))),
        pdf(xmp=_claim(_declared(f"{OWN}#accessibility1.0"))),
        _known(_declared(f"{OWN}#accessibility1.0") + _declared(f"{OWN}#reuse1.0")),
    ),
    bad=(
        pdf(xmp=_claim("<pdfaid:part>4</pdfaid:part>")),
        pdf(xmp=_claim("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>X</pdfaid:conformance>")),
        pdf(xmp=_claim(_declared(WCAG))),
        _known(_declared(f"{OWN}#accessibility1.0")),
        _known(f"<pdf:Producer xmlns:pdf='http://ns.adobe.com/pdf/1.3/'>{MAKER}</pdf:Producer>", XMP_2),
    ),
)
