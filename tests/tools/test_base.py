# SPDX-License-Identifier: AGPL-3.0-or-later
"""A tool that did not look can never be mistaken for one that passed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Outcome, Severity
from pipeline.tools.base import RAW_LIMIT, Item, Status, ToolReport, clean_environment, cut, not_looked

ITEMS = st.lists(
    st.builds(
        Item,
        rule=st.text(),
        message=st.text(),
        severity=st.sampled_from(Severity),
        outcome=st.sampled_from([Outcome.FAIL, Outcome.NEEDS_PERSON]),
    )
)


@given(st.sampled_from(Status), st.booleans(), ITEMS)
def test_only_a_proven_tool_that_looked_can_pass(status: Status, proven: bool, items: list[Item]) -> None:
    report = ToolReport("t", "f", status, items=tuple(items), proven=proven)
    if report.passed:
        assert status is Status.OK
        assert proven
        assert not any(i.outcome is Outcome.FAIL and i.severity >= Severity.WARNING for i in items)
    if status is not Status.OK or not proven:
        assert not report.looked


def test_a_report_is_unproven_unless_someone_says_otherwise() -> None:
    assert not ToolReport("t", "f", Status.OK).passed


def test_not_looked_says_so_of_each_file() -> None:
    reports = not_looked("t", [Path("a"), Path("b")], Status.MISSING, "Install it.", profile="p")
    assert [(r.file, r.status, r.note, r.profile, r.passed) for r in reports] == [
        ("a", Status.MISSING, "Install it.", "p", False),
        ("b", Status.MISSING, "Install it.", "p", False),
    ]


def test_raw_output_is_bounded() -> None:
    assert cut("x" * RAW_LIMIT) == "x" * RAW_LIMIT
    assert len(cut("x" * (RAW_LIMIT * 2))) < RAW_LIMIT + 100
    assert cut("x" * (RAW_LIMIT + 5)).endswith("… cut: 5 more characters")


@pytest.mark.parametrize(
    "name", ["http_proxy", "HTTPS_PROXY", "ALL_PROXY", "JAVA_TOOL_OPTIONS", "NODE_OPTIONS", "LD_PRELOAD", "PYTHONPATH"]
)
def test_the_surroundings_cannot_steer_a_tool(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "anything")
    assert name not in clean_environment()
    assert clean_environment({"PYTHONPATH": "here"})["PYTHONPATH"] == "here"


def test_a_child_looks_for_its_jars_where_we_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("PARITER_TOOLS", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
        assert clean_environment()[name] == str(tmp_path)
