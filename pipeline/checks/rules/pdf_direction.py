# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF says which way its pages follow each other, as its text runs.

What it does
: Compares the direction in the viewer preferences with that of the source. Without one a PDF runs from left to right.

Why it matters
: Viewers that show two pages side by side put the first one on the side where reading begins, and turn pages the way
  that the text runs (ISO 32000-2, 12.2).

Example
: A text in Arabic without ``/Direction /R2L``: of two pages side by side the second stands where the first belongs.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pipeline.checks.examples import sourced
from pipeline.checks.examples_pdf import pdf
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

WAYS = {"ltr": "L2R", "rtl": "R2L"}
SAID = {"L2R": "from left to right", "R2L": "from right to left"}


def look(subject: Subject) -> Iterator[Finding]:
    """The direction of the file beside that of the edition."""
    if subject.edition is None:
        raise NotApplicable("the source of this file is not known")
    preferences = subject.pdf.Root.get("/ViewerPreferences")
    said = str(preferences.get("/Direction", "/L2R")).removeprefix("/") if preferences is not None else "L2R"
    wanted = WAYS.get(subject.edition.dir, "L2R")
    if said != wanted:
        message = f"The pages are said to follow each other {SAID.get(said, said[:20])}; the text runs {SAID[wanted]}."
        yield RULE.fail(subject, message, block="title")


def _file(dir: str, said: str = "") -> Example:
    """A PDF and the direction of its source."""

    def change(made: Any) -> None:
        import pikepdf

        if said:
            made.Root.ViewerPreferences = pikepdf.Dictionary(Direction=pikepdf.Name(f"/{said}"))

    example = sourced(pdf(change=change))
    assert example.edition is not None
    return replace(example, edition=replace(example.edition, dir=dir))


RULE = Rule(
    id="pdf-direction",
    title="A PDF says which way its pages follow each other",
    severity=Severity.WARNING,
    clauses=("EN 301 549 5.4",),
    looks={Format.PDF: look},
    fix="Report it with the source: the writer of this format has a fault.",
    good=(_file("ltr"), _file("rtl", "R2L")),
    bad=(_file("rtl"), _file("ltr", "R2L")),
)
