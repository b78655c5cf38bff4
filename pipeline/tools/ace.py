# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ace by DAISY: the accessibility checker of EPUB, with its own axe-core in Chromium.

Its item's rule is Ace's ("metadata-accessmode", "epub-lang", or a rule of axe-core). An Ace that exits normally has
not passed anything: what counts is its report.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.model import Severity
from pipeline.tools import browser, chromium, lines, node, proof
from pipeline.tools.axe import clauses_of
from pipeline.tools.base import Item, Probe, Status, ToolReport, cut, not_looked
from pipeline.tools.samples import epub

NAME = "Ace"
FILE_SECONDS = 300.0
SEVERITIES = {
    "critical": Severity.ERROR,
    "serious": Severity.ERROR,
    "moderate": Severity.WARNING,
    "minor": Severity.WARNING,
}


def version() -> str:
    """Its version ("" when it is not there)."""
    found = node.package("@daisy/ace-cli")
    return str(json.loads(found.read_text(encoding="utf-8")).get("version", "")) if found else ""


def probe() -> Probe:
    """Whether Ace, Node and Chromium are there."""
    return browser.probe(NAME, version(), "MIT", "epub")


def run(files: Sequence[Path], *, seconds: float = FILE_SECONDS) -> tuple[ToolReport, ...]:
    """Check each of ``files``; a report for each. Nothing is raised: what could not be looked at says so."""
    here = probe()
    if not here.present:
        return not_looked(NAME, files, Status.MISSING, here.remedy)
    with proof.known(".epub", epub(good=True), epub(good=False)) as (good, bad):
        reports = _judge([good, bad, *files], seconds)
    outcome = proof.outcome(*reports[:2])
    return tuple(proof.applied(report, outcome) for report in reports[2:])


def _judge(files: Sequence[Path], seconds: float) -> list[ToolReport]:
    answers = browser.ask("ace", [{"file": str(file.resolve())} for file in files], seconds)
    return [_report(file, line) for file, line in zip(files, answers, strict=True)]


def _report(file: Path, line: lines.Line) -> ToolReport:
    status, note = line.status, line.note
    items: tuple[Item, ...] = ()
    if status is Status.OK:
        try:
            items = tuple(_items(line.answer["report"]))
            verdict = line.answer["report"]["earl:result"]["earl:outcome"]
            if (verdict == "pass") is bool(items):
                status, note = Status.UNREADABLE, "the verdict contradicts the list of failures"
        except (KeyError, TypeError, ValueError):
            status, note = Status.UNREADABLE, "its answer cannot be read"
    return ToolReport(
        tool=NAME,
        file=str(file),
        status=status,
        version=f"{NAME} {version()} in {chromium.version()}",
        command=f"ace-cli --exiterror2 --outdir OUT {file}",
        items=items,
        raw=cut(json.dumps(line.answer, ensure_ascii=False, indent=1)) if line.answer else "",
        seconds=round(line.seconds, 3),
        note=note,
    )


def _items(report: Mapping[str, Any]) -> list[Item]:
    """One item for each rule and file of the EPUB that Ace asserts to fail."""
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for document in report["assertions"]:
        subject = str(document["earl:testSubject"]["url"])
        for assertion in document["assertions"]:
            if assertion["earl:result"]["earl:outcome"] == "fail":
                found.setdefault((subject, str(assertion["earl:test"]["dct:title"])), []).append(assertion)
    return [_item(subject, rule, failed) for (subject, rule), failed in sorted(found.items())]


def _item(subject: str, rule: str, failed: Sequence[Mapping[str, Any]]) -> Item:
    test, result = failed[0]["earl:test"], failed[0]["earl:result"]
    pointer = (result.get("earl:pointer") or {}).get("cfi") or []
    return Item(
        rule=rule,
        message=f"{test['help']['dct:title']}: {result['dct:description']}",
        severity=SEVERITIES.get(test.get("earl:impact", ""), Severity.ERROR),
        place=subject + (f"#{pointer[0]}" if pointer else ""),
        count=len(failed),
        clauses=clauses_of(test.get("rulesetTags", ())) or ("EPUB A11Y 1.1",),
        help=str(test["help"].get("url", "")),
    )
