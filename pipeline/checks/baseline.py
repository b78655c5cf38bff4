# SPDX-License-Identifier: AGPL-3.0-or-later
"""A baseline: findings that are known and accepted for now, so that only new ones fail a build.

The file is JSON with one entry a finding and a reason that a person may write; it is kept sorted, so that
its history reads well.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.checks.result import Result
from pipeline.errors import InputError
from pipeline.model import Finding, Outcome

_COUNTED = re.compile(r"\[\d+\]")
"""The number of an element among its like, in a place."""


def fingerprint(finding: Finding) -> str:
    """What makes a finding the same one in the next run: rule, file, block (else place), message; no line,
    since lines move with every edit, and no number among like elements, since that changes when one is added."""
    where = finding.block or _COUNTED.sub("", finding.place)
    parts = (finding.rule, Path(finding.file).name, where, finding.message)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings: the fingerprint of each, and the place where it was (empty in files of older versions)."""

    known: tuple[tuple[str, str], ...] = ()

    def split(self, result: Result) -> Result:
        """The result with known failures set apart. What was not looked at is never known.

        A finding in the very place of a known one is that one; of the others with its fingerprint as many are known
        as are left."""
        left: dict[str, list[str]] = {}
        for mark, place in self.known:
            left.setdefault(mark, []).append(place)
        looked = (n for n, one in enumerate(result.findings) if one.outcome is not Outcome.NOT_LOOKED_AT)
        found = [(n, result.findings[n].place, left.get(fingerprint(result.findings[n]), [])) for n in looked]
        known: set[int] = set()
        for number, place, places in found:
            if place in places:
                places.remove(place)
                known.add(number)
        for number, _, places in found:
            if places and number not in known:
                places.pop()
                known.add(number)
        return replace(
            result,
            findings=tuple(one for n, one in enumerate(result.findings) if n not in known),
            known=(*result.known, *(result.findings[n] for n in sorted(known))),
        )


def load(path: Path) -> Baseline:
    """Read a baseline file. Raises InputError if it is not one."""
    try:
        entries = json.loads(path.read_text("utf-8"))["findings"]
        known = sorted((str(entry["fingerprint"]), str(entry.get("place", ""))) for entry in entries)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", "Give a baseline file.", file=path) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError("this is no baseline file.", "Write one with --write-baseline.", file=path) from None
    return Baseline(tuple(known))


def dump(result: Result) -> str:
    """The text of a baseline file that accepts every failure of ``result``."""
    entries = [
        {"fingerprint": fingerprint(f), "rule": f.rule, "file": f.file, "place": f.place,
         "message": f.message, "reason": ""}
        for f in (*result.findings, *result.known)
        if f.outcome is Outcome.FAIL
    ]
    entries.sort(key=lambda entry: (entry["rule"], entry["file"], entry["fingerprint"], entry["place"]))
    return json.dumps({"version": 1, "findings": entries}, ensure_ascii=False, indent=1) + "\n"
