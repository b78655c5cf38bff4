# SPDX-License-Identifier: AGPL-3.0-or-later
"""SARIF 2.1.0 (OASIS standard): findings for code review, each at its line of the Markdown.

A failure is a result of kind "fail", a question one of kind "review"; what nobody looked at is a notification of
the invocation, which then says that it was not successful for those checks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from pipeline.checks.baseline import fingerprint
from pipeline.checks.engine import all_rules
from pipeline.checks.result import Verdict
from pipeline.model import Finding, Outcome, Severity
from pipeline.report.model import ReportInput, inside, program_version, where

KIND = "sarif"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def write(report: ReportInput) -> bytes:
    """The log: one run of this tool, the validators as its extensions."""
    told = [f for f in (*report.result.findings, *report.result.known) if f.outcome is not Outcome.NOT_LOOKED_AT]
    known = {id(finding) for finding in report.result.known}
    rules = _rules(told)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "pariter", "semanticVersion": program_version(), "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(finding, index, known=id(finding) in known) for finding in told],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _rules(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    ours = {rule.id: rule for rule in all_rules()}
    described: dict[str, dict[str, Any]] = {}
    for finding in findings:
        rule = ours.get(finding.rule)
        title = rule.title if rule else f"{finding.tool}: {finding.rule.partition(':')[2] or finding.rule}"
        described.setdefault(
            finding.rule,
            {
                "id": finding.rule,
                "shortDescription": {"text": title},
                "help": {"text": (rule.fix if rule else finding.fix) or title},
                "defaultConfiguration": {"level": LEVELS[rule.severity if rule else finding.severity]},
                "properties": {"tags": list(rule.clauses if rule else finding.clauses)},
            },
        )
    return [described[rule] for rule in sorted(described)]


def _result(finding: Finding, index: dict[str, int], *, known: bool) -> dict[str, Any]:
    asks = finding.outcome is Outcome.NEEDS_PERSON
    text = finding.message + (f" Fix: {finding.fix}" if finding.fix else "")
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "kind": "review" if asks else "fail",
        "level": "none" if asks else LEVELS[finding.severity],
        "message": {"text": text},
        "locations": _locations(finding),
        "partialFingerprints": {"pariter/v1": fingerprint(finding)},
        "properties": {"clauses": list(finding.clauses), "tool": finding.tool, "place": finding.place},
    }
    if known:
        result["suppressions"] = [{"kind": "external", "justification": "listed in the baseline file"}]
    return result


def _locations(finding: Finding) -> list[dict[str, Any]]:
    """The Markdown line, with the checked file as the logical place; the checked file alone where no line is known;
    none where no file is named."""
    file, line = where(finding)
    if not file:
        return []
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(file)}}}
    if line:
        location["physicalLocation"]["region"] = {"startLine": line}
    if told := inside(finding):
        location["logicalLocations"] = [{"fullyQualifiedName": told}]
    return [location]


def _uri(file: str) -> str:
    return PurePath(file).as_uri() if PurePath(file).is_absolute() else quote(file)


def _invocation(report: ReportInput) -> dict[str, Any]:
    return {
        "executionSuccessful": not report.unlooked,
        "toolExecutionNotifications": [_notification(verdict) for verdict in report.unlooked],
    }


def _notification(verdict: Verdict) -> dict[str, Any]:
    return {
        "level": "warning",
        "message": {"text": f"Not looked at: {verdict.rule}, {verdict.file}: {verdict.note}".rstrip(": ")},
        "associatedRule": {"id": verdict.rule},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(verdict.file)}}}],
    }
