# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a check answers: findings, and a verdict of each rule on each file."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Finding, Outcome, Severity
from pipeline.tools.base import ToolReport


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule (or validator) answered for one file. ``count`` is the number of its findings; ``note``
    says why it did not look. ``tool`` is "pariter" or the validator with its version."""

    rule: str
    file: str
    outcome: Outcome
    count: int = 0
    note: str = ""
    tool: str = "pariter"


@dataclass(frozen=True, slots=True)
class Result:
    """All answers of a check. ``known`` are findings that a baseline file already lists; ``reports`` are the
    validators' own answers."""

    findings: tuple[Finding, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    known: tuple[Finding, ...] = ()
    reports: tuple[ToolReport, ...] = ()

    def failures(self, level: Severity = Severity.WARNING) -> tuple[Finding, ...]:
        """The findings that fail at ``level`` or above."""
        return tuple(f for f in self.findings if f.outcome is Outcome.FAIL and f.severity >= level)

    @property
    def unlooked(self) -> tuple[Verdict, ...]:
        """What nobody looked at: never a pass, and a failure when strict."""
        return tuple(v for v in self.verdicts if v.outcome is Outcome.NOT_LOOKED_AT)

    def plus(self, other: Result) -> Result:
        """Both results as one."""
        return Result(
            self.findings + other.findings,
            self.verdicts + other.verdicts,
            self.known + other.known,
            self.reports + other.reports,
        )
