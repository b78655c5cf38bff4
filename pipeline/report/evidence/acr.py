# SPDX-License-Identifier: AGPL-3.0-or-later
"""An accessibility conformance report as OpenACR YAML: what a person said, and what machines found beside it.

A criterion that nobody judged has an empty level, which OpenACR's schema takes as unfinished; "not-evaluated" is
written for level AAA only, as its catalogue asks. "supports" is never filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.report.evidence.criteria import OPEN, Judged
from pipeline.report.model import ReportInput, program_version

CATALOGS = {"2.1": "2.4-edition-wcag-2.1-en", "2.2": "2.5-edition-wcag-2.2-en"}
CHAPTERS = {"A": "success_criteria_level_a", "AA": "success_criteria_level_aa", "AAA": "success_criteria_level_aaa"}


def openacr(report: ReportInput, results: Sequence[Judged], date: str) -> bytes:
    """The YAML document, UTF-8."""
    import yaml

    text = yaml.safe_dump(data(report, results, date), allow_unicode=True, sort_keys=False, width=1000)
    return text.encode()


def data(report: ReportInput, results: Sequence[Judged], date: str) -> dict[str, Any]:
    """The report under the names of OpenACR 0.1.0."""
    settings, contact = report.settings, report.settings.contact
    person = {"company_name": settings.publisher, "email": contact if "@" in contact else ""}
    if contact and "@" not in contact:
        person["website"] = contact
    chapters = {
        name: {"criteria": _criteria([r for r in results if r.criterion.level == level])}
        for level, name in CHAPTERS.items()
        if any(result.criterion.level == level for result in results)
    }
    return {
        "title": f"{report.title or report.name} Accessibility Conformance Report",
        "product": {
            "name": report.title or report.name,
            "version": settings.version or settings.modified or settings.date,
            "description": "; ".join(file.file for file in report.files),
        },
        "author": person,
        "vendor": dict(person),
        "report_date": date,
        "catalog": CATALOGS[settings.wcag],
        "notes": "An empty level means that no person has judged the criterion yet. What machines found is told in "
        "the notes; it is no judgement.",
        "evaluation_methods_used": methods(report),
        "chapters": chapters,
    }


def methods(report: ReportInput) -> str:
    """By whom and with what it was evaluated."""
    people = [f"{r.who} ({r.when}): {r.what}" for r in report.settings.reviews]
    tools = ", ".join(tools_of(report))
    return ". ".join([f"Automatic tests with {tools}", *people]) + "."


def tools_of(report: ReportInput) -> tuple[str, ...]:
    """The tools that looked, with their versions."""
    looked = (answer.version or answer.tool for answer in report.result.reports if answer.looked)
    return (f"pariter {program_version()}", *sorted(set(looked)))


def _criteria(results: Iterable[Judged]) -> list[dict[str, Any]]:
    by_number: dict[str, list[dict[str, Any]]] = {}
    for result in results:
        adherence = {"level": _level(result), "notes": notes(result)}
        by_number.setdefault(result.criterion.number, []).append({"name": result.component, "adherence": adherence})
    return [{"num": number, "components": components} for number, components in by_number.items()]


def _level(result: Judged) -> str:
    if result.level != OPEN:
        return result.level
    return "not-evaluated" if result.criterion.level == "AAA" else ""


def notes(result: Judged) -> str:
    """Who answered what and when, or that nobody did; then what machines found."""
    told = [f"{a.who}, {a.when}: {a.answer}{f'. {a.note}' if a.note else ''}." for a in result.answers]
    said = " ".join(told) or "Open: no person has judged this."
    if result.contradicted:
        said += " This contradicts what machines found."
    return f"{said} Machines: {' '.join(machine.words for machine in result.machines)}"
