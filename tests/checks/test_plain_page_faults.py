# SPDX-License-Identifier: AGPL-3.0-or-later
"""Single faults seeded into the page in plain language, the original beside it, and the page with reading aids: found
by the right kind of rule, on the right line of the plain text or of the source; and no alarm on the good pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import flow
from pipeline.checks import Subject, check
from pipeline.model import Finding, Outcome, Severity
from pipeline.publication import Options, find_tasks
from pipeline.subjects import subjects_of
from tests.checks.test_seeded_faults import RIGHT
from tests.mutators import plain_faults
from tests.mutators.document import SOURCE, write_document
from tests.mutators.fault import Fault

PAIRED = [*plain_faults.of_text(), *plain_faults.of_original()]
AIDS = list(plain_faults.of_aids())
ALSO = {
    "ids": r"duplicate-id|broken-link|aria-reference|parity|page-ways", "title": r"metadata",
    "metadata": r"plain-page|page-about|html-claims",
    "words": r"plain-(page|differences)", "links": r"plain-(page|terms)|page-ways", "notes": r"parity",
    "marks": r"plain-differences", "contrast": r"text-hidden",
    "images": r"decorative", "contents": r"lang|page-ways",
}  # fmt: skip


def page_of(folder: Path, *formats: str) -> Subject:
    made = flow.make(find_tasks([folder])[0], Options(formats=formats))
    return next(subject for subject in subjects_of(made) if ".plain." in subject.file)


@pytest.fixture(scope="module")
def paired(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    return page_of(plain_faults.write_with_plain_text(tmp_path_factory.mktemp("paired") / "bees"), "html", "plain")


@pytest.fixture(scope="module")
def aids(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    return page_of(write_document(tmp_path_factory.mktemp("aids") / "bees"), "html", "plain")


def failures(subject: Subject) -> list[Finding]:
    return [f for f in check([subject]).findings if f.outcome is Outcome.FAIL and f.severity >= Severity.WARNING]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["paired", "aids"])
def test_no_alarm_on_the_undamaged(name: str, request: pytest.FixtureRequest) -> None:
    subject: Subject = request.getfixturevalue(name)
    assert len(subject.sides) == (2 if name == "paired" else 1)
    assert failures(subject) == []
    assert [v for v in check([subject]).verdicts if v.outcome is Outcome.NOT_LOOKED_AT] == []


@pytest.mark.slow
@pytest.mark.parametrize("fault", PAIRED, ids=lambda fault: fault.id)
def test_found_beside_each_other(fault: Fault, paired: Subject) -> None:
    assert paired.edition is not None
    _found(fault, paired, paired.edition.document.path.read_text("utf-8"), SOURCE)


@pytest.mark.slow
@pytest.mark.parametrize("fault", AIDS, ids=lambda fault: fault.id)
def test_found_with_reading_aids(fault: Fault, aids: Subject) -> None:
    _found(fault, aids, SOURCE)


def _found(fault: Fault, good: Subject, *texts: str) -> None:
    new = failures(replace(good, data=fault.change(good.data), read=None))
    assert new, "no rule sees it"
    right = rf"{RIGHT[fault.kind]}|{ALSO.get(fault.kind, RIGHT[fault.kind])}"
    assert [f for f in new if re.search(right, f.rule)], [f.rule for f in new]
    if fault.near:
        lines = {text[: text.index(fault.near)].count("\n") + 1 for text in texts if fault.near in text}
        assert lines & {f.line for f in new}, [(f.rule, f.line, f.message) for f in new]


def test_at_least_five_of_each_class() -> None:
    counts = Counter(fault.kind for fault in PAIRED)
    assert all(count >= 5 for count in counts.values()), counts
    assert set(counts) == set(RIGHT) - {"pages", "segments", "codes", "targets", "units"}
