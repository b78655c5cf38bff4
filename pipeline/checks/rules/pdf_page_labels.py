# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page labels of a PDF are the numbers of its pages.

What it does
: Reads the label of each page as readers show it. In a file whose source is known they count 1, 2, 3 to the last
  page, and where most pages print their number, all that print one do. In any other file a range may have its own
  style, prefix and start, but no label may stand twice, and no range may go on in the style of the one before it with a
  gap; and where the pages print their numbers, the labels are those.

Why it matters
: «Go to page 12» must lead everybody to the page on which 12 is printed.

Example
: The labels begin again with 1 on the third page, so that there are two pages 1.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.fonts import texts_of
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Node, Outline, Role, Severity
from pipeline.outline.pdf_meta import page_labels

MOST_SHOWN = 5
NUMBER = re.compile(r"(?<!\d)\d{1,6}(?!\d)")
FEWEST = 2
"""On fewer pages a number in a running head may be anything."""


def look(subject: Subject) -> Iterator[Finding]:
    """The labels of all pages."""
    labelled = subject.pdf.Root.get("/PageLabels") is not None
    known = subject.expected is not None
    if not labelled and not (known and len(subject.pdf.pages) > 1):
        raise NotApplicable("the PDF has no page labels")
    if not labelled:
        yield RULE.fail(subject, f"The {len(subject.pdf.pages)} pages of the PDF have no labels.")
        return
    labels = page_labels(subject.pdf)
    if known:
        yield from _counted(subject, labels)
        yield from _misprinted(subject)
    else:
        yield from _told_apart(subject, labels)
        yield from _as_printed(subject, labels)


def _counted(subject: Subject, labels: Sequence[str]) -> Iterator[Finding]:
    """Differences from 1, 2, 3…: the first tells of all that follow."""
    wrong = [(number, label) for number, label in enumerate(labels, start=1) if label != str(number)]
    if wrong:
        number, label = wrong[0]
        more = f", and so on for {len(wrong)} pages" if len(wrong) > 1 else ""
        told = f"Page {number} is labelled «{label}»{more}; the pages of the document count from 1."
        yield RULE.fail(subject, told, place=f"page {number}")


def _told_apart(subject: Subject, labels: Sequence[str]) -> Iterator[Finding]:
    twice = [label for label, count in Counter(labels).items() if count > 1 and label]
    if twice:
        shown = ", ".join(f"«{label}»" for label in twice[:MOST_SHOWN])
        yield RULE.fail(subject, f"Several pages have the same label: {shown}.")
    for number, (before, label) in enumerate(pairwise(labels), start=2):
        if before.isdecimal() and label.isdecimal() and int(label) > int(before) + 1:
            told = f"The labels jump from {before} to {label}."
            yield RULE.fail(subject, told, place=f"page {number}")


def _as_printed(subject: Subject, labels: Sequence[str]) -> Iterator[Finding]:
    """The first page whose label is not the number that it prints in its running head or foot."""
    printed = _printed(subject)
    if len(printed) < FEWEST:
        return
    if all(labels[page] in {str(n) for n in numbers} for page, numbers in printed.items()):
        return
    start, first = next(iter(printed.items()))
    for number in sorted(first):
        if all(number - start + page in numbers for page, numbers in printed.items()):
            wrong = next(page for page in printed if labels[page] != str(number - start + page))
            message = f"Page {number - start + wrong}, as it is printed, has the label «{labels[wrong][:20]}»."
            yield RULE.fail(subject, message, place=f"page {wrong + 1} of the file")
            return


def _misprinted(subject: Subject) -> Iterator[Finding]:
    """Pages of a document that print another number than theirs, where most print their own."""
    printed = _printed(subject)
    wrong = [page for page, numbers in printed.items() if page + 1 not in numbers]
    if len(printed) < FEWEST or len(wrong) * 2 > len(printed):
        return
    for page in wrong:
        shown = ", ".join(map(str, sorted(printed[page])))
        yield RULE.fail(subject, f"Page {page + 1} prints the number {shown[:40]}.", place=f"page {page + 1}")


def _printed(subject: Subject) -> dict[int, set[int]]:
    """The numbers in what is decoration on each page that has any."""
    texts: dict[int, list[str]] = defaultdict(list)
    for paint, text in zip(subject.content.paints, texts_of(subject), strict=True):
        if text is not None and paint.artifact:
            texts[paint.page].append(text)
    found = {page: {int(number) for number in NUMBER.findall(" ".join(parts))} for page, parts in texts.items()}
    return {page: numbers for page, numbers in found.items() if numbers}


def _numbered(start: int, *printed: int) -> Any:
    """Two pages that print these numbers, with labels from ``start``."""

    def change(made: Any) -> None:
        import pikepdf

        font = made.pages[0].obj.Resources.Font.F1
        name = pikepdf.Name
        font.Encoding.Differences = pikepdf.Array([49, name.s, name.B, name.e, 66, name.B, 101, name.e, 115, name.s])
        made.pages.append(made.pages[0])
        for number, page in zip(printed, made.pages, strict=True):
            foot = f"/Artifact BMC BT /F1 9 Tf 9 9 Td ({number}) Tj ET EMC".encode()
            page.obj.Contents = made.make_stream(page.obj.Contents.read_bytes() + b" " + foot)
        labels = pikepdf.Dictionary(S=pikepdf.Name.D, St=start)
        made.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, labels]))

    return change


def _known(*printed: int) -> Example:
    """A PDF of a known source that prints these numbers on its pages 1 and 2."""
    outline = Outline(Format.PDF, Node(Role.DOCUMENT))
    return replace(pdf(change=_numbered(1, *printed)), expected=outline)


def _labels(*ranges: tuple[int, dict[str, Any]]) -> Any:
    """Four pages with ranges of labels."""

    def change(made: Any) -> None:
        import pikepdf

        for _ in range(3):
            made.add_blank_page(page_size=(200, 200))
        numbers: list[Any] = []
        for start, entries in ranges:
            numbers += [start, pikepdf.Dictionary({f"/{key}": value for key, value in entries.items()})]
        made.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(numbers))

    return change


def _style(name: str, **more: Any) -> dict[str, Any]:
    import pikepdf

    return {"S": pikepdf.Name(f"/{name}"), **more}


RULE = Rule(
    id="pdf-page-labels",
    title="The page labels of a PDF are the numbers of its pages",
    severity=Severity.WARNING,
    clauses=("PDF/UA-2 8.6", "WCAG 2.4.5", "EN 301 549 10.2.4.5"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(
        pdf(change=_labels((0, _style("D")))),
        pdf(change=_labels((0, _style("r")), (2, _style("D")))),
        pdf(change=_numbered(2, 2, 3)),
        _known(1, 2),
    ),
    bad=(
        pdf(change=_labels((0, _style("D")), (2, _style("D")))),
        pdf(change=_labels((0, _style("D")), (3, _style("D", St=40)))),
        pdf(change=_numbered(1, 2, 3)),
        _known(1, 3),
    ),
)
