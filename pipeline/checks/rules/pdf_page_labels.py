# SPDX-License-Identifier: AGPL-3.0-or-later
"""The labels of a PDF's pages are the numbers that are printed on them.

What it does
: Reads the numbers in the running heads and feet and compares them with the labels of the pages.

Why it matters
: «See page 12» leads whoever goes by the labels to another page than whoever reads the printed number.

Example
: The third page prints 3 and is labelled iii.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.outline.pdf_codes import Fonts
from pipeline.outline.pdf_meta import page_labels

NUMBER = re.compile(r"(?<!\d)\d{1,6}(?!\d)")
FEWEST = 2
"""On fewer pages a number in a running head may be anything."""


def look(subject: Subject) -> Iterator[Finding]:
    """The first page whose label is not the number that it prints."""
    printed = _printed(subject)
    labels = page_labels(subject.pdf)
    if len(printed) < FEWEST:
        raise NotApplicable("no printed page numbers")
    if all(labels[page] in {str(n) for n in numbers} for page, numbers in printed.items()):
        return
    start, first = next(iter(printed.items()))
    for number in sorted(first):
        if all(number - start + page in numbers for page, numbers in printed.items()):
            wrong = next(page for page in printed if labels[page] != str(number - start + page))
            message = f"Page {number - start + wrong}, as it is printed, has the label «{labels[wrong][:20]}»."
            yield RULE.fail(subject, message, place=f"page {wrong + 1} of the file")
            return


def _printed(subject: Subject) -> dict[int, set[int]]:
    """The numbers in what is decoration on each page that has any."""
    fonts = Fonts()
    texts: dict[int, list[str]] = defaultdict(list)
    for paint in subject.content.paints:
        if paint.kind == "text" and paint.artifact and paint.font is not None:
            try:
                texts[paint.page].append(fonts.decoded(paint))
            except Exception:  # noqa: BLE001, S112 a broken font: its text is not known
                continue
    found = {page: {int(number) for number in NUMBER.findall(" ".join(parts))} for page, parts in texts.items()}
    return {page: numbers for page, numbers in found.items() if numbers}


def _numbered(start: int) -> Any:
    """Two pages that print 2 and 3, with labels from ``start``."""

    def change(made: Any) -> None:
        import pikepdf

        font = made.pages[0].obj.Resources.Font.F1
        font.Encoding.Differences = pikepdf.Array([50, pikepdf.Name.B, pikepdf.Name.e, 66, pikepdf.Name.B,
                                                   101, pikepdf.Name.e, 115, pikepdf.Name.s])  # fmt: skip
        made.pages.append(made.pages[0])
        for number, page in enumerate(made.pages, start=2):
            foot = f"/Artifact BMC BT /F1 9 Tf 9 9 Td ({number}) Tj ET EMC".encode()
            page.obj.Contents = made.make_stream(page.obj.Contents.read_bytes() + b" " + foot)
        labels = pikepdf.Dictionary(S=pikepdf.Name.D, St=start)
        made.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, labels]))

    return change


RULE = Rule(
    id="pdf-page-labels",
    title="The labels of a PDF's pages are the numbers printed on them",
    severity=Severity.WARNING,
    clauses=("PDF/UA-2 8.12", "WCAG 2.4.5", "EPUB A11Y 1.1 3.4.1"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(change=_numbered(2)),),
    bad=(pdf(change=_numbered(1)),),
)
