# SPDX-License-Identifier: AGPL-3.0-or-later
"""A finding about a plain text: in its file, with its line, and with the source block that it is about."""

from __future__ import annotations

from pipeline.model import Finding, Outcome, Severity
from pipeline.plain.authored.source import PlainText


def finding(
    plain: PlainText, rule: str, message: str, fix: str, *, line: int = 0, block: str = "",
    severity: Severity = Severity.ERROR, outcome: Outcome = Outcome.FAIL, clauses: tuple[str, ...] = (),
) -> Finding:  # fmt: skip
    """In: the rule, what is wrong, what to do, the line in ``plain.md``, the id of the source block."""
    return Finding(
        rule, outcome, severity, message, fix, source=plain.document.path.name, line=line, block=block, clauses=clauses
    )
