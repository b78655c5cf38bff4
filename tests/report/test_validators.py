# SPDX-License-Identifier: AGPL-3.0-or-later
"""Validators as verdicts and findings: only one that looked can pass anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.checks import validators
from pipeline.checks.result import Result
from pipeline.checks.subject import Subject
from pipeline.errors import InputError
from pipeline.model import Format, Node, Outcome, Outline, Role, Severity
from pipeline.tools import ace, axe, epubcheck, nu, verapdf
from pipeline.tools.base import Item, Probe, Status, ToolReport
from tests.report.pdf import one_page

PAGE = Subject(Format.HTML, "en/-a.html", b"<!DOCTYPE html><html lang=en><title>A</title><h1 id=h-1>A</h1>")
Answers = Callable[[Path], Sequence[ToolReport]]


def answering(monkeypatch: pytest.MonkeyPatch, make: Callable[[Path, str], ToolReport], module: Any = nu) -> None:
    def run(files: Sequence[Path], *, profiles: Sequence[str] = ("",)) -> tuple[ToolReport, ...]:
        return tuple(make(file, profile) for file in files for profile in profiles)

    monkeypatch.setattr(module, "run", run)


def run_nu(monkeypatch: pytest.MonkeyPatch, **values: Any) -> Result:
    made: dict[str, Any] = {"status": Status.OK, "proven": True, "version": "Nu 1"} | values
    answering(monkeypatch, lambda file, _: ToolReport("Nu Html Checker", str(file), **made))
    return validators.run_validators([PAGE], "nu")


def test_a_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    verdict = run_nu(monkeypatch).verdicts[0]
    assert (verdict.outcome, verdict.file, verdict.tool) == (Outcome.PASS, "en/-a.html", "Nu 1")


def test_advice_is_told_and_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run_nu(monkeypatch, items=(Item("html-advice", "Use less.", Severity.NOTE),))
    assert result.verdicts[0].outcome is Outcome.PASS
    assert [f.severity for f in result.findings] == [Severity.NOTE]


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.OK])
def test_whoever_did_not_look_passes_nothing(monkeypatch: pytest.MonkeyPatch, status: Status) -> None:
    result = run_nu(monkeypatch, status=status, note="because")
    assert result.verdicts[0].outcome is Outcome.NOT_LOOKED_AT and "because" in result.verdicts[0].note
    assert result.findings == () and len(result.unlooked) == 1


def test_an_unproven_tool_passes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run_nu(monkeypatch, proven=False)
    assert result.verdicts[0].outcome is Outcome.NOT_LOOKED_AT and result.verdicts[0].note


def test_a_crash_of_ours_is_no_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(file: Path, profile: str) -> ToolReport:
        raise ValueError("boom")

    answering(monkeypatch, crash)
    result = validators.run_validators([PAGE], "nu")
    assert [v.outcome for v in result.verdicts] == [Outcome.NOT_LOOKED_AT]
    assert "boom" in result.verdicts[0].note


def test_no_answer_for_a_file_is_no_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nu, "run", lambda files: ())
    result = validators.run_validators([PAGE], "nu")
    assert [(v.outcome, v.note) for v in result.verdicts] == [(Outcome.NOT_LOOKED_AT, "it gave no answer")]


def test_findings_speak_of_the_file_and_not_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def fails(file: Path, profile: str) -> ToolReport:
        seen.append(file.name)
        item = Item("html", f"wrong in {file}", line=1, column=3, count=2, clauses=("HTML",))
        return ToolReport("Nu", str(file), Status.OK, "Nu 1", f"vnu {file}", items=(item,), raw=str(file), proven=True)

    answering(monkeypatch, fails)
    result = validators.run_validators([PAGE], "nu")
    finding, report = result.findings[0], result.reports[0]
    assert finding.message == "wrong in en/-a.html (2 times)." and finding.rule == "nu:html"
    assert finding.place == "line 1, column 3" and finding.tool == "Nu 1" and finding.clauses == ("HTML",)
    assert (report.command, report.raw, report.file) == ("vnu en/-a.html", "en/-a.html", "en/-a.html")
    assert result.verdicts[0].outcome is Outcome.FAIL
    assert seen == ["a.html"], "no name that could be taken for an option"


def test_every_condition_of_axe_has_its_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Item("color-contrast", "see", outcome=Outcome.NEEDS_PERSON)
    answering(
        monkeypatch,
        lambda file, profile: ToolReport(
            "axe-core", str(file), Status.OK, "axe 4", profile=profile, items=(ask,) * (profile == "dark"), proven=True
        ),
        axe,
    )
    result = validators.run_validators([PAGE], "axe-core")
    assert {v.rule: v.outcome for v in result.verdicts} == {
        "axe:light": Outcome.PASS, "axe:dark": Outcome.NEEDS_PERSON, "axe:320px": Outcome.PASS
    }  # fmt: skip


def test_which_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (nu, ace, axe):
        monkeypatch.setattr(module, "probe", lambda: Probe("browser", present=False))
    assert [t.slug for t in validators.chosen("auto")] == ["page-validation", "verapdf", "epubcheck", "okapi"]
    monkeypatch.setattr(axe, "probe", lambda: Probe("axe-core", present=True))
    assert [t.slug for t in validators.chosen("auto")][-1] == "axe", "what is installed looks"
    assert len(validators.chosen("all")) == 7 and validators.chosen("none") == ()
    assert [t.slug for t in validators.chosen("axe-core, veraPDF")] == ["axe", "verapdf"]
    with pytest.raises(InputError, match="no validator «pac»"):
        validators.chosen("pac")


def test_only_tools_for_the_files_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epubcheck, "run", lambda files: pytest.fail("there is no EPUB"))
    assert validators.run_validators([PAGE], "verapdf,epubcheck") == Result()


def test_profiles_are_what_the_file_claims() -> None:
    assert validators.TOOLS[1].profiles(Subject(Format.PDF, "a.pdf", one_page())) == ("ua1",)
    assert validators.TOOLS[0].profiles(Subject(Format.PDF, "a.pdf", b"no PDF")) == ("ua1",)
    claims = "PDF/UA-2; PDF/A-4f; http://pdfa.org/declarations/wtpdf/#accessibility1.0"
    read = Outline(Format.PDF, Node(Role.DOCUMENT), {"claims": claims, "pdf-version": "2.0"})
    subject = Subject(Format.PDF, "a.pdf", b"", read=read)
    assert validators.TOOLS[1].profiles(subject) == ("ua2", "wt1a", "4")
    assert validators.TOOLS[0].profiles(subject) == ()


@pytest.mark.java
def test_verapdf_finds_and_names_a_fault() -> None:
    if not verapdf.probe().present:
        pytest.skip("veraPDF is not installed")
    subject = Subject(Format.PDF, "a.pdf", one_page())
    result = validators.run_validators([subject], "verapdf")
    assert result.verdicts[0].outcome is Outcome.FAIL
    assert "verapdf:7.21.4.1-1" in {f.rule for f in result.findings}
    assert result.reports[0].command == "verapdf --flavour ua1 a.pdf"
