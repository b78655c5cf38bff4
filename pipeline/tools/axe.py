# SPDX-License-Identifier: AGPL-3.0-or-later
"""axe-core in Chromium: an HTML page in a light and a dark colour scheme, and 320 CSS pixels wide.

What it calls a violation is a FAIL; what it calls incomplete NEEDS a PERSON. To the narrow page we add one
measurement of our own, because axe-core has no rule for WCAG 1.4.10: what sticks out of the window.
The page's scripts are not run, and it can load only what lies in its own folder.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.model import Outcome, Severity
from pipeline.tools import browser, chromium, lines, node, proof
from pipeline.tools.base import Item, Probe, Status, ToolReport, cut, not_looked
from pipeline.tools.samples import html

NAME = "axe-core"
FILE_SECONDS = 120.0
CONDITIONS = ("light", "dark", "320px")
"""The profiles: how the page is looked at. In the dark only what depends on colours is asked again."""


def version() -> str:
    """Its version ("" when it is not there)."""
    found = node.package(NAME)
    return str(json.loads(found.read_text(encoding="utf-8")).get("version", "")) if found else ""


def probe() -> Probe:
    """Whether axe-core, Node and Chromium are there."""
    return browser.probe(NAME, version(), "MPL-2.0", "html")


def run(
    files: Sequence[Path], *, profiles: Sequence[str] = CONDITIONS, seconds: float = FILE_SECONDS
) -> tuple[ToolReport, ...]:
    """Check each of ``files`` under each of ``profiles`` (of CONDITIONS).

    Out: a report for each file and condition, file by file. Nothing is raised: what could not be looked at says so.
    """
    asked = [(file, condition) for file in files for condition in profiles]
    here = probe()
    if not here.present:
        return tuple(r for f, c in asked for r in not_looked(NAME, [f], Status.MISSING, here.remedy, profile=c))
    # The known files go first, in the same browser: one start for all.
    with proof.known(".html", html(good=True), html(good=False)) as (good, bad):
        first = [(good, "light"), (bad, "light")]
        reports = _judge([*first, *asked], seconds)
    outcome = proof.outcome(*reports[:2])
    return tuple(proof.applied(report, outcome) for report in reports[2:])


def _judge(asked: Sequence[tuple[Path, str]], seconds: float) -> list[ToolReport]:
    requests = [{"file": str(file.resolve()), "condition": condition} for file, condition in asked]
    answers = browser.ask("axe", requests, seconds)
    return [_report(file, condition, line) for (file, condition), line in zip(asked, answers, strict=True)]


def _report(file: Path, condition: str, line: lines.Line) -> ToolReport:
    status, note = line.status, line.note
    items: tuple[Item, ...] = ()
    if status is Status.OK:
        try:
            items = tuple(_items(line.answer, condition))
        except (KeyError, TypeError, ValueError):
            status, note = Status.UNREADABLE, "its answer cannot be read"
    return ToolReport(
        tool=NAME,
        file=str(file),
        status=status,
        version=f"{NAME} {version()} in {chromium.version()}",
        command=f"axe-core, {condition}: {file}",
        profile=condition,
        items=items,
        raw=cut(json.dumps(line.answer, ensure_ascii=False, indent=1)) if line.answer else "",
        seconds=round(line.seconds, 3),
        note=note,
    )


def _items(answer: Mapping[str, Any], condition: str) -> list[Item]:
    found = [_item(rule, Outcome.FAIL, condition) for rule in answer["violations"]]
    found += [_item(rule, Outcome.NEEDS_PERSON, condition) for rule in answer["incomplete"]]
    if wide := answer["overflow"]:
        message = "at 320 CSS pixels this sticks out of the window: the page must be scrolled in two directions"
        found.append(
            Item("reflow", message, Severity.ERROR, place=str(wide[0]), count=len(wide), clauses=("WCAG 1.4.10",))
        )
    return found


def _item(rule: Mapping[str, Any], outcome: Outcome, condition: str) -> Item:
    clauses = clauses_of(rule["tags"])
    first = rule["nodes"][0] if rule["nodes"] else {"target": "", "why": ""}
    where = "" if condition == "light" else f" ({condition})"
    return Item(
        rule=str(rule["id"]),
        message=f"{rule['help']}{where}: {first['why']}".rstrip(": "),
        severity=Severity.ERROR if clauses else Severity.WARNING,
        outcome=outcome,
        place=str(first["target"]),
        count=int(rule["count"]),
        clauses=clauses,
        help=str(rule["helpUrl"]),
    )


def clauses_of(tags: Sequence[str]) -> tuple[str, ...]:
    """The clauses that axe-core's tags name: «wcag143» is WCAG 1.4.3, «EN-9.1.4.3» is EN 301 549 9.1.4.3.

    A rule without any is advice ("best-practice"), no requirement.
    """
    found = [f"WCAG {m[1]}.{m[2]}.{m[3]}" for tag in tags if (m := re.fullmatch(r"wcag(\d)(\d)(\d\d?)", tag))]
    return (*found, *(f"EN 301 549 {tag[3:]}" for tag in tags if re.fullmatch(r"EN-[\d.]+", tag)))
