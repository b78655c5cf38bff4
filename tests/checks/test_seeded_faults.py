# SPDX-License-Identifier: AGPL-3.0-or-later
"""Single faults seeded into good outputs of all four formats: found by our own rules alone, by the right kind of rule,
on the right line of the Markdown; and no alarm on the undamaged files."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import flow
from pipeline.checks import Subject, check
from pipeline.model import Finding, Format, Outcome, Severity
from pipeline.publication import Options, find_tasks
from pipeline.subjects import subjects_of
from tests.mutators import pdf_faults, web_faults, xliff_faults
from tests.mutators.document import line_of, write_document
from tests.mutators.fault import Fault

FAULTS = [*web_faults.faults(), *pdf_faults.faults(), *xliff_faults.faults()]
# Which rules may find a class of faults: any of them is the right one.
RIGHT = {
    "language": r"lang|direction|parity-(language|metadata)|unit|xliff|epub-frame",
    "title": r"title|parity|contents|toc|heading|epub-frame",
    "headings": r"heading|parity|toc|lang|pdf-nesting",
    "lists": r"list|parity|pdf-(nesting|types|content|said)",
    "tables": r"table|header|parity|pdf-(nesting|content)",
    "images": r"alt|image|parity|epub-(claims|frame)|pdf-content",
    "links": r"link|page-ways|tabindex|focus-visible|parity|pdf-(annotations|tab-order|content|parents)|label-in-name",
    "notes": r"note|text-hidden|parity|epub-type-role|broken-link|pdf-(annotations|content|goals|nesting)",
    "order": r"parity|css-order|list|toc|note|pdf|epub-package",
    "words": r"parity|aria-hidden|unit|xliff|pdf-(layers|content|unicode|notes|nesting)",
    "contrast": r"contrast|pdf-visible",
    "marks": r"parity|abbreviation|math|epub-claims|pdf-(alt|types)",
    "metadata": r"epub|html-claims|page-about|page-charset|access-summary|parity|pdf-|title|toc",
    "pages": r"page-list|orientation|pdf-direction|parity-book|epub|broken-link|pdf-page-labels",
    "contents": r"toc|text-hidden|epub|broken-link|parity|pdf-(bookmarks|contents|goals)",
    "segments": r"unit|xliff|parity",
    "codes": r"unit|xliff|parity",
    "ids": r"unit|xliff|parity|page-ways",
    "targets": r"unit|xliff|parity",
    "units": r"unit|xliff|parity",
}
# What is found without its line, and why; kept short, and each must go one day.
NO_LINE: set[str] = set()


@pytest.fixture(scope="module")
def subjects(tmp_path_factory: pytest.TempPathFactory) -> dict[Format, Subject]:
    folder = write_document(tmp_path_factory.mktemp("seeded") / "bees")
    made = flow.make(find_tasks([folder])[0], Options(formats=("pdf", "epub", "html", "xliff")))
    return {subject.format: subject for subject in subjects_of(made)}


@pytest.fixture(scope="module")
def undamaged(subjects: dict[Format, Subject]) -> dict[Format, Counter[tuple[str, str]]]:
    found = {format: check([subject]).findings for format, subject in subjects.items()}
    return {format: Counter((f.rule, f.message) for f in findings) for format, findings in found.items()}


def failures(findings: tuple[Finding, ...]) -> list[Finding]:
    return [f for f in findings if f.outcome is Outcome.FAIL and f.severity >= Severity.WARNING]


@pytest.mark.slow
@pytest.mark.parametrize("format", list(Format))
def test_no_alarm_on_the_undamaged(subjects: dict[Format, Subject], format: Format) -> None:
    result = check([subjects[format]])
    assert failures(result.findings) == []
    assert [v for v in result.verdicts if v.outcome is Outcome.NOT_LOOKED_AT] == []


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_found(
    fault: Fault, subjects: dict[Format, Subject], undamaged: dict[Format, Counter[tuple[str, str]]]
) -> None:
    before = subjects[fault.format]
    result = check([replace(before, data=fault.change(before.data), read=None)])
    known = Counter(undamaged[fault.format])
    new = [f for f in failures(result.findings) if not _take(known, (f.rule, f.message))]
    assert new, "no rule sees it"
    right = [f for f in new if re.search(RIGHT[fault.kind], f.rule)]
    assert right, [f.rule for f in new]
    if fault.near and fault.id not in NO_LINE:
        assert line_of(fault.near) in {f.line for f in new}, [(f.rule, f.line) for f in new]


def _take(known: Counter[tuple[str, str]], key: tuple[str, str]) -> bool:
    known[key] -= 1
    return known[key] >= 0


def test_at_least_five_of_each_class() -> None:
    assert all(count >= 5 for count in Counter(fault.kind for fault in FAULTS).values())
    assert {fault.kind for fault in FAULTS} == set(RIGHT)


def test_the_document_has_a_folder(tmp_path: Path) -> None:
    assert (write_document(tmp_path / "x") / "source.md").is_file()
