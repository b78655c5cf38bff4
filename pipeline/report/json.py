# SPDX-License-Identifier: AGPL-3.0-or-later
"""The report as data, for programs. Its schema is ``docs/report.schema.json``; ``version`` changes with it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from pipeline.checks.result import Verdict
from pipeline.model import Finding, Repair
from pipeline.report.model import ReportFile, ReportInput, program_version
from pipeline.report.promises import Row, table
from pipeline.tools.base import ToolReport

KIND = "json"
VERSION = 1
RAW_SHOWN = 200_000


def write(report: ReportInput) -> bytes:
    """The report as JSON, UTF-8, with a line end at its end."""
    return (json.dumps(data(report), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def data(report: ReportInput) -> dict[str, Any]:
    """The report as plain data."""
    return {
        "format": "pariter-report",
        "version": VERSION,
        "program": {"name": "pariter", "version": program_version()},
        "name": report.name,
        "title": report.title,
        "lang": report.lang,
        "source": {"file": PurePath(report.source).name, "sha256": report.digest} if report.source else None,
        "files": [_file(file) for file in report.files],
        "summary": report.summary,
        "promises": [_promise(row) for row in table(report)],
        "findings": [finding_data(finding) for finding in report.result.findings],
        "known": [finding_data(finding) for finding in report.result.known],
        "verdicts": [_verdict(verdict) for verdict in report.result.verdicts],
        "validators": [_validator(answer) for answer in report.result.reports],
        "repairs": _repairs(report),
        "plain": report.plain,
        "seconds": {step: round(seconds, 3) for step, seconds in report.seconds.items()},
    }


def _file(file: ReportFile) -> dict[str, Any]:
    return {
        "file": file.file, "format": file.format.value, "lang": file.lang, "register": file.register.value,
        "size": len(file.data), "sha256": file.sha256, "claims": list(file.claims),
    }  # fmt: skip


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding under the names of the model; ``source`` without its folder."""
    return {
        "rule": finding.rule, "outcome": finding.outcome.value, "severity": finding.severity.name.lower(),
        "message": finding.message, "fix": finding.fix, "file": finding.file, "place": finding.place,
        "source": PurePath(finding.source).name, "line": finding.line, "block": finding.block,
        "clauses": list(finding.clauses), "tool": finding.tool,
    }  # fmt: skip


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "rule": verdict.rule, "file": verdict.file, "outcome": verdict.outcome.value, "count": verdict.count,
        "note": verdict.note, "tool": verdict.tool,
    }  # fmt: skip


def _promise(row: Row) -> dict[str, Any]:
    return {
        "id": row.promise.id,
        "promise": row.promise.title,
        "formats": {
            format.value: {"outcome": cell.outcome.value, **cell.counts} for format, cell in row.cells.items()
        },
    }


def _validator(answer: ToolReport) -> dict[str, Any]:
    return {
        "tool": answer.tool, "version": answer.version, "file": answer.file, "profile": answer.profile,
        "status": answer.status.value, "looked": answer.looked, "passed": answer.passed, "command": answer.command,
        "seconds": round(answer.seconds, 3), "note": answer.note, "raw": answer.raw[:RAW_SHOWN],
    }  # fmt: skip


def _repairs(report: ReportInput) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    cleaned = report.cleaned
    made, proposed, reported = (cleaned.repairs, cleaned.proposals, cleaned.notices) if cleaned else ((), (), ())
    return {
        name: [_repair(repair) for repair in repairs]
        for name, repairs in (("made", made), ("proposed", proposed), ("reported", reported))
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "rule": repair.rule, "line": repair.line, "before": repair.before, "after": repair.after,
        "reason": repair.reason, "confidence": repair.confidence, "deleted": repair.deleted, "moved": repair.moved,
    }  # fmt: skip
