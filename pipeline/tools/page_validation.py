# SPDX-License-Identifier: AGPL-3.0-or-later
"""page-validation: PDF/UA-1 (and PDF/A-1 to 3) without Java, fast enough to run on every file.

It runs in a child process, because a validator that crashes must not take us along.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from pipeline.model import Severity
from pipeline.tools import lines, proof
from pipeline.tools.base import Item, Probe, Status, ToolReport, cut, not_looked
from pipeline.tools.samples import pdf

NAME = "page-validation"
FILE_SECONDS = 120.0
REMEDY = "Run «make setup»."
PROFILES: Mapping[str, str] = {
    "ua1": "PDF/UA-1",
    "1a": "PDF/A-1a",
    "1b": "PDF/A-1b",
    "2a": "PDF/A-2a",
    "2b": "PDF/A-2b",
    "2u": "PDF/A-2u",
    "3a": "PDF/A-3a",
    "3b": "PDF/A-3b",
    "3u": "PDF/A-3u",
}
"""The names of the profiles, and the standards that they stand for."""


def version() -> str:
    """Its version ("" when it is not there)."""
    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        return ""


def probe() -> Probe:
    """Whether it is there."""
    found = version()
    return Probe(NAME, bool(found), found, licence="MIT", judges=("pdf",), remedy="" if found else REMEDY)


def run(
    files: Sequence[Path], *, profiles: Sequence[str] = ("ua1",), seconds: float = FILE_SECONDS
) -> tuple[ToolReport, ...]:
    """Validate each of ``files`` against each of ``profiles`` (names in PROFILES).

    Out: a report for each file and profile, file by file. Nothing is raised: what could not be looked at says so.
    """
    asked = [(file, profile) for file in files for profile in profiles]
    if not version():
        return tuple(r for f, p in asked for r in not_looked(NAME, [f], Status.MISSING, REMEDY, profile=p))
    proofs = {profile: _proof(profile, seconds) for profile in dict.fromkeys(profiles)}
    return tuple(proof.applied(report, proofs[report.profile]) for report in _judge(asked, seconds))


def _proof(profile: str, seconds: float) -> proof.Proof:
    good, bad = pdf(profile, good=True), pdf(profile, good=False)
    return proof.prove(f"{NAME} {profile}", ".pdf", good, bad, lambda file: _judge([(file, profile)], seconds)[0])


def _judge(asked: Sequence[tuple[Path, str]], seconds: float) -> list[ToolReport]:
    command = [sys.executable, "-P", "-m", "pipeline.tools.page_validation"]
    requests = [{"file": str(file.resolve()), "profile": profile} for file, profile in asked]
    root = str(Path(__file__).resolve().parents[2])
    answers = lines.ask(command, requests, seconds=seconds, environment={"PYTHONPATH": root})
    return [_report(file, profile, line) for (file, profile), line in zip(asked, answers, strict=True)]


def _report(file: Path, profile: str, line: lines.Line) -> ToolReport:
    status, note = line.status, line.note
    items: tuple[Item, ...] = ()
    if status is Status.OK:
        try:
            items = tuple(_items(line.answer, PROFILES[profile]))
        except (KeyError, TypeError, ValueError):
            status, note = Status.UNREADABLE, "its answer cannot be read"
        if status is Status.OK and bool(line.answer["is_compliant"]) is bool(items):
            status, note = Status.UNREADABLE, "the verdict contradicts the list of failures"
    return ToolReport(
        tool=NAME,
        file=str(file),
        status=status,
        version=f"{NAME} {version()}",
        command=f"page --profile {profile} --format details {file}",
        profile=profile,
        items=items,
        raw=cut(json.dumps(line.answer, ensure_ascii=False, indent=1)) if line.answer else "",
        seconds=round(line.seconds, 3),
        note=note,
    )


def _items(answer: Mapping[str, Any], standard: str) -> list[Item]:
    """One item for each rule, with how often it failed."""
    counts: dict[str, list[Mapping[str, Any]]] = {}
    for failure in answer["failures"]:
        counts.setdefault(str(failure["rule"]), []).append(failure)
    return [
        Item(rule, first["message"], Severity.ERROR, place=first["place"], count=len(failed), clauses=(standard,))
        for rule, failed in sorted(counts.items())
        for first in failed[:1]
    ]


def _answer(request: Mapping[str, Any]) -> dict[str, Any]:
    import page

    try:
        report = page.validate_pdf(request["file"], profile=page.ValidationProfile(request["profile"]))
    except (page.PageError, OSError) as error:
        return {"error": f"{type(error).__name__}: {error}"}
    return {
        "is_compliant": bool(report.is_compliant),
        "failures": [
            {
                "rule": str(failure.rule_id),
                "message": str(failure.message),
                "place": f"object {failure.object_id.object_number}" if failure.object_id else "",
            }
            for failure in report.failures
        ],
    }


def main() -> None:
    """The child: a line of JSON in, a line of JSON out."""
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
