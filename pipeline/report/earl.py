# SPDX-License-Identifier: AGPL-3.0-or-later
"""EARL 1.0 (W3C Evaluation and Report Language) as JSON-LD: one assertion for each rule or validator and file.

A machine's answers are ``earl:automatic``; a question is ``earl:cantTell``, what nobody looked at
``earl:untested``. Answers that a person recorded in the settings are ``earl:manual``, with name and date.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pipeline.checks.engine import all_rules
from pipeline.checks.result import Verdict
from pipeline.model import Finding, Outcome
from pipeline.report.model import ReportInput, program_version

KIND = "earl"
OUTCOMES = {
    Outcome.PASS: "earl:passed", Outcome.FAIL: "earl:failed", Outcome.NEEDS_PERSON: "earl:cantTell",
    Outcome.NOT_APPLICABLE: "earl:inapplicable", Outcome.NOT_LOOKED_AT: "earl:untested",
}  # fmt: skip
ANSWERS = {
    "supports": "earl:passed", "partially-supports": "earl:failed", "does-not-support": "earl:failed",
    "not-applicable": "earl:inapplicable",
}  # fmt: skip
CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "foaf": "http://xmlns.com/foaf/0.1/",
}


def write(report: ReportInput) -> bytes:
    """The graph, UTF-8."""
    tools = sorted({verdict.tool for verdict in report.result.verdicts} | {"pariter"})
    graph = [*(_assertor(tool) for tool in tools), *_subjects(report), *_tests(report), *_asserted(report)]
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")


def _assertor(tool: str) -> dict[str, Any]:
    name, _, version = tool.partition(" ") if tool != "pariter" else (tool, "", program_version())
    return {"@id": _id("tool", tool), "@type": ["earl:Assertor", "earl:Software"], "doap:name": name,
            "doap:release": version}  # fmt: skip


def _subjects(report: ReportInput) -> Iterator[dict[str, Any]]:
    for file in report.files:
        yield {"@id": _id("file", file.file), "@type": "earl:TestSubject", "dct:title": file.file,
               "dct:identifier": f"sha256:{file.sha256}", "dct:format": file.format.value}  # fmt: skip


def _tests(report: ReportInput) -> Iterator[dict[str, Any]]:
    ours = {rule.id: rule for rule in all_rules()}
    for name in dict.fromkeys(verdict.rule for verdict in report.result.verdicts):
        rule = ours.get(name)
        test = {"@id": _id("rule", name), "@type": "earl:TestCase", "dct:title": rule.title if rule else name}
        yield test | ({"dct:isPartOf": list(rule.clauses)} if rule and rule.clauses else {})


def _asserted(report: ReportInput) -> Iterator[dict[str, Any]]:
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.result.findings:
        found.setdefault((finding.file, finding.rule), []).append(finding)
    for verdict in report.result.verdicts:
        told = found.get((verdict.file, verdict.rule), [])
        if verdict.tool != "pariter":
            told = [f for f in report.result.findings if (f.file, f.tool) == (verdict.file, verdict.tool)]
        yield _assertion(verdict, told)
    for criterion, answer in sorted(report.settings.answers.items()):
        yield {
            "@type": "earl:Assertion",
            "earl:assertedBy": {"@type": ["earl:Assertor", "foaf:Person"], "foaf:name": answer.who},
            "earl:subject": [{"@id": _id("file", file.file)} for file in report.files],
            "earl:test": {"@type": "earl:TestRequirement", "dct:title": criterion},
            "earl:mode": {"@id": "earl:manual"},
            "earl:result": {
                "@type": "earl:TestResult", "earl:outcome": {"@id": ANSWERS[answer.answer]}, "dct:date": answer.when,
                "dct:description": ": ".join(part for part in (answer.answer, answer.note) if part),
            },
        }  # fmt: skip


def _assertion(verdict: Verdict, found: list[Finding]) -> dict[str, Any]:
    result: dict[str, Any] = {"@type": "earl:TestResult", "earl:outcome": {"@id": OUTCOMES[verdict.outcome]}}
    messages = [finding.message for finding in found[:50]] or ([verdict.note] if verdict.note else [])
    if messages:
        result["dct:description"] = messages
    if pointers := list(dict.fromkeys(finding.place for finding in found[:50] if finding.place)):
        result["earl:pointer"] = pointers
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": {"@id": _id("tool", verdict.tool)},
        "earl:subject": {"@id": _id("file", verdict.file)},
        "earl:test": {"@id": _id("rule", verdict.rule)},
        "earl:mode": {"@id": "earl:automatic"},
        "earl:result": result,
    }


def _id(kind: str, name: str) -> str:
    """A blank node's name: letters, digits and hyphens only."""
    return f"_:{kind}-" + "".join(char if char.isascii() and char.isalnum() else f"-{ord(char):x}-" for char in name)
