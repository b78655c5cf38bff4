# SPDX-License-Identifier: AGPL-3.0-or-later
"""A claim of conformance is exact, and somebody stands for it.

What it does
: Checks that a claim of conformance is one of the strings that the standard gives, and that it names who certifies it.

Why it matters
: Law and shops read this string; a claim for which nobody stands is worth nothing.

Example
: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA+" is bad.

Fix
: Claim conformance only after a person has checked, and write who and when under ``reviews`` in ``document.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.book import OPF
from pipeline.checks.examples import METADATA, book, sourced
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.labels import labels
from pipeline.model import Finding, Format, Severity

EXACT = re.compile(r"EPUB Accessibility 1\.[12] - WCAG 2\.[012] Level (A|AA|AAA)")
OLD = re.compile(r"https?://www\.idpf\.org/epub/a11y/accessibility-20170105\.html#wcag-(a|aa|aaa)")


def look(subject: Subject) -> Iterator[Finding]:
    """Claims of conformance and who certifies them."""
    book_ = subject.epub
    claims = [
        (element, " ".join((element.text or "").split()) or element.get("href", ""))
        for element in book_.package.iterfind(f"{OPF}metadata/*")
        if isinstance(element.tag, str) and "dcterms:conformsTo" in (element.get("property"), element.get("rel"))
    ]
    if not claims and subject.edition is not None and any(book_.metadata("a11y:certifiedBy")):
        yield RULE.fail(subject, "Somebody is named who certifies conformance, and none is claimed.", place=book_.opf)
    elif not claims:
        raise NotApplicable("the book claims no conformance")
    refined = {e.get("refines", "").lstrip("#") for e in book_.package.iterfind(f"{OPF}metadata/{OPF}meta")
               if e.get("property") == "a11y:certifiedBy" and (e.text or "").strip()}  # fmt: skip
    for element, value in claims:
        if value.startswith(("EPUB Accessibility", "EPUB-A11Y")) or "wcag" in value.lower() or "a11y" in value.lower():
            if not EXACT.fullmatch(value) and not OLD.fullmatch(value):
                yield RULE.fail(subject, f"«{value[:80]}» is no claim that the standard knows.", place=book_.opf)
            if element.get("id", "") not in refined and not (refined & {""}):
                yield RULE.fail(subject, "Nobody is named who certifies the conformance.", place=book_.opf)
            elif _denied(subject):
                message = "The book claims conformance, and its summary says that nobody has checked it."
                yield RULE.fail(subject, message, place=book_.opf)


def _denied(subject: Subject) -> bool:
    """Whether the summary of accessibility has our sentence for a file that no person has found to conform."""
    meta = subject.outline.meta
    lang = subject.edition.lang if subject.edition is not None else meta.get("lang", "")
    said = " ".join(meta.get("accessibilitySummary", "").split())
    return bool(lang) and " ".join(labels(lang)("a11y_auto").split()) in said


CLAIM = '<meta property="dcterms:conformsTo" id="c">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>'
WHO = '<meta property="a11y:certifiedBy" refines="#c">Office for Bees</meta>'

RULE = Rule(
    id="epub-conformance",
    title="A claim of conformance is exact, and somebody stands for it",
    severity=Severity.ERROR,
    clauses=("EPUB A11Y 1.1 3.5.2", "EPUB A11Y 1.1 3.5.3"),
    looks={Format.EPUB: look},
    fix="Claim conformance only after a person has checked; write who and when under reviews in document.yaml.",
    foreign="Claim conformance only after a person has checked; name who certifies it in the package document.",
    good=(book(metadata=METADATA + CLAIM + WHO),),
    bad=(
        book(metadata=METADATA + CLAIM),
        sourced(book(metadata=METADATA + WHO.replace(' refines="#c"', ""))),
        book(metadata=METADATA.replace("checked by machine only.", labels("en")("a11y_auto")) + CLAIM + WHO),
        book(metadata=METADATA + CLAIM.replace("AA<", "AA+<") + WHO),
    ),
    question="Has a person checked what the claim of conformance says?",
)
