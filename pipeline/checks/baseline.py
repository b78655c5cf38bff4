# SPDX-License-Identifier: AGPL-3.0-or-later
"""A baseline: findings that are known and accepted for now, so that only new ones fail a build.

The file is JSON with one entry a finding and a reason that a person may write; it is kept sorted, so that
its history reads well.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import InputError
from pipeline.model import Finding, Outcome

if TYPE_CHECKING:
    from pipeline.checks.engine import Result


def fingerprint(finding: Finding) -> str:
    """What makes a finding the same one in the next run: rule, file, block (else place), message; no line,
    since lines move with every edit."""
    parts = (finding.rule, Path(finding.file).name, finding.block or finding.place, finding.message)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings: how often each may occur."""

    known: tuple[tuple[str, int], ...] = ()

    def split(self, result: Result) -> Result:
        """The result with known failures set apart. What was not looked at is never known."""
        left = Counter(dict(self.known))
        new: list[Finding] = []
        known: list[Finding] = []
        for finding in result.findings:
            mark = fingerprint(finding)
            if finding.outcome is not Outcome.NOT_LOOKED_AT and left[mark] > 0:
                left[mark] -= 1
                known.append(finding)
            else:
                new.append(finding)
        return replace(result, findings=tuple(new), known=(*result.known, *known))


def load(path: Path) -> Baseline:
    """Read a baseline file. Raises InputError if it is not one."""
    try:
        entries = json.loads(path.read_text("utf-8"))["findings"]
        counted = Counter(str(entry["fingerprint"]) for entry in entries)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", "Give a baseline file.", file=path) from None
    except (ValueError, KeyError, TypeError):
        raise InputError("this is no baseline file.", "Write one with --write-baseline.", file=path) from None
    return Baseline(tuple(sorted(counted.items())))


def dump(result: Result) -> str:
    """The text of a baseline file that accepts every failure of ``result``."""
    entries = [
        {"fingerprint": fingerprint(f), "rule": f.rule, "file": f.file, "message": f.message, "reason": ""}
        for f in (*result.findings, *result.known)
        if f.outcome is Outcome.FAIL
    ]
    entries.sort(key=lambda entry: (entry["rule"], entry["file"], entry["fingerprint"]))
    return json.dumps({"version": 1, "findings": entries}, ensure_ascii=False, indent=1) + "\n"
