# SPDX-License-Identifier: AGPL-3.0-or-later
"""The engine never lets silence look like a pass."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.checks import NotApplicable, NotLooked, Rule, Subject, all_rules, baseline, check
from pipeline.errors import InputError
from pipeline.model import Finding, Format, Outcome, Severity


def rule(look: object) -> Rule:
    return Rule("r", "R", Severity.ERROR, ("WCAG 1.1.1",), {Format.HTML: look}, "mend")  # type: ignore[dict-item]


def outcome(look: object) -> Outcome:
    return check([Subject(Format.HTML, "a.html", b"<p>x")], rules=[rule(look)]).verdicts[0].outcome


def test_no_finding_is_a_pass() -> None:
    assert outcome(lambda subject: ()) is Outcome.PASS


def test_not_applicable() -> None:
    def look(subject: Subject) -> Iterable[Finding]:
        raise NotApplicable("no table")

    assert outcome(look) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("error", [NotLooked("why"), ValueError("boom"), RecursionError(), InputError("bad")])
def test_a_rule_that_cannot_look_has_not_looked(error: Exception) -> None:
    def look(subject: Subject) -> Iterable[Finding]:
        raise error

    result = check([Subject(Format.HTML, "a.html", b"")], rules=[rule(look)])
    assert [v.outcome for v in result.verdicts] == [Outcome.NOT_LOOKED_AT]
    assert result.findings[0].outcome is Outcome.NOT_LOOKED_AT
    assert result.unlooked


def test_a_broken_rule_does_not_hide_the_next() -> None:
    def broken(subject: Subject) -> Iterable[Finding]:
        raise KeyError("x")

    second = Rule("s", "S", Severity.ERROR, (), {Format.HTML: lambda s: [rule(None).fail(s, "bad")]}, "f")
    result = check([Subject(Format.HTML, "a.html", b"")], rules=[rule(broken), second])
    assert [v.outcome for v in result.verdicts] == [Outcome.NOT_LOOKED_AT, Outcome.FAIL]


def test_very_many_findings_are_counted_not_listed() -> None:
    r = rule(None)
    many = Rule("m", "M", Severity.ERROR, (), {Format.HTML: lambda s: [r.fail(s, f"{i}") for i in range(1000)]}, "")
    result = check([Subject(Format.HTML, "a.html", b"")], rules=[many])
    assert result.verdicts[0].count == 1000
    assert len(result.findings) == 201
    assert "800" in result.findings[-1].message


def test_a_baseline_sets_known_findings_apart(tmp_path: Path) -> None:
    r = rule(None)
    two = Rule("m", "M", Severity.ERROR, (), {Format.HTML: lambda s: [r.fail(s, "a"), r.fail(s, "b")]}, "")
    subject = Subject(Format.HTML, "a.html", b"")
    first = check([subject], rules=[two])
    path = tmp_path / "baseline.json"
    path.write_text(baseline.dump(first), "utf-8")
    again = check([subject], rules=[two], baseline=baseline.load(path))
    assert again.findings == () and len(again.known) == 2
    three = Rule("m", "M", Severity.ERROR, (), {Format.HTML: lambda s: [r.fail(s, "a"), r.fail(s, "c")]}, "")
    assert [f.message for f in check([subject], rules=[three], baseline=baseline.load(path)).findings] == ["c"]


def test_a_baseline_never_hides_what_was_not_looked_at(tmp_path: Path) -> None:
    def look(subject: Subject) -> Iterable[Finding]:
        raise NotLooked("gone")

    first = check([Subject(Format.HTML, "a.html", b"")], rules=[rule(look)])
    path = tmp_path / "b.json"
    path.write_text(baseline.dump(first), "utf-8")
    again = check([Subject(Format.HTML, "a.html", b"")], rules=[rule(look)], baseline=baseline.load(path))
    assert len(again.findings) == 1


def test_no_baseline_file_is_an_input_error(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text("[]", "utf-8")
    with pytest.raises(InputError):
        baseline.load(path)


def test_ids_of_rules_are_unique() -> None:
    ids = [r.id for r in all_rules()]
    assert len(ids) == len(set(ids))
