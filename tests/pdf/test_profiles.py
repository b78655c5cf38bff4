# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reference validators on the rich document: every profile that a file claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.tools import page_validation, verapdf
from pipeline.tools.base import Status
from tests.pdf.made import layout

CLAIMED = [
    ("ua-2", False, ("ua2", "wt1a", "wt1r")),
    ("ua-1", False, ("ua1",)),
    ("ua-2", True, ("ua2", "4")),
    ("ua-1", True, ("ua1", "2a")),
]


@pytest.mark.java
@pytest.mark.slow
@pytest.mark.parametrize(("profile", "archive", "claims"), CLAIMED, ids=str)
def test_verapdf_passes(tmp_path: Path, profile: str, archive: bool, claims: tuple[str, ...]) -> None:
    path = tmp_path / "rich.pdf"
    path.write_bytes(layout(profile, archive).pdf)
    for report in verapdf.run([path], profiles=claims):
        if report.status is Status.MISSING:
            pytest.skip(report.note)
        assert report.status is Status.OK, report.note
        assert [(item.rule, item.message) for item in report.items] == []
        assert report.passed


@pytest.mark.slow
def test_page_validation_passes_for_pdf_ua_1(tmp_path: Path) -> None:
    path = tmp_path / "rich.pdf"
    path.write_bytes(layout("ua-1").pdf)
    (report,) = page_validation.run([path])
    assert report.status is Status.OK, report.note
    assert [(item.rule, item.message) for item in report.items if item.outcome.value == "fail"] == []
