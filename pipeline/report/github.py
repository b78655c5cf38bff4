# SPDX-License-Identifier: AGPL-3.0-or-later
"""Annotations as GitHub Actions reads them from a job's output: one workflow command a line.

Questions for a person are notices, what nobody looked at is a warning: neither is silent.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Finding, Severity
from pipeline.report.model import ReportInput, causes, places, where

KIND = "github"
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(report: ReportInput) -> bytes:
    """The commands, failures first."""
    lines = [_line(COMMANDS[cause[0].severity], cause, cause[0].rule) for cause in causes(report.failures)]
    lines += [_line("notice", [finding], f"needs a person: {finding.rule}") for finding in report.questions]
    lines += [
        f"::warning file={_value(verdict.file)},title={_value(f'not looked at: {verdict.rule}')}"
        f"::{_text(verdict.note or 'It could not be looked at.')}"
        for verdict in report.unlooked
    ]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _line(command: str, cause: Sequence[Finding], title: str) -> str:
    finding = cause[0]
    file, line = where(finding)
    place = f"file={_value(file)}{f',line={line}' if line else ''}," if file else ""
    told = places(cause)
    parts = (finding.message, f"({told})" if told and line else "", f"Fix: {finding.fix}" if finding.fix else "")
    return f"::{command} {place}title={_value(title)}::{_text(' '.join(part for part in parts if part))}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
