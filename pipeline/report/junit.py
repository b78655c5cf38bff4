# SPDX-License-Identifier: AGPL-3.0-or-later
"""JUnit's XML, which every continuous integration reads: a suite for each file, a case for each rule in it.

Not applicable is "skipped"; not looked at is an error, never a pass; a question for a person is "skipped" with its
text, since no machine can pass it.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from pipeline.checks.result import Verdict
from pipeline.model import Finding, Outcome, Severity
from pipeline.report.model import ReportInput
from pipeline.report.terminal import failure_line

KIND = "junit"


def write(report: ReportInput) -> bytes:
    """The XML document."""
    root = etree.Element("testsuites", name=_clean(report.name))
    totals = [0, 0, 0, 0]
    names = dict.fromkeys([file.file for file in report.files] + [v.file for v in report.result.verdicts])
    by_key: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.result.findings:
        by_key.setdefault((finding.file, finding.rule), []).append(finding)
    for name in names:
        suite = etree.SubElement(root, "testsuite", name=_clean(name))
        verdicts = [verdict for verdict in report.result.verdicts if verdict.file == name]
        counts = [0, 0, 0, 0]
        answered: set[str] = set()
        for verdict in verdicts:
            answered.add(verdict.rule)
            found = by_key.get((name, verdict.rule), []) or _of_tool(report, verdict)
            _add(counts, _case(suite, verdict, found))
        for rule in (r for f, r in by_key if f == name and r not in answered and ":" not in r):
            failed = any(f.outcome is Outcome.FAIL for f in by_key[name, rule])
            outcome = Outcome.FAIL if failed else Outcome.NEEDS_PERSON
            _add(counts, _case(suite, Verdict(rule, name, outcome), by_key[name, rule]))
        _state(suite, counts)
        _add(totals, counts)
    source = [(key, found) for key, found in by_key.items() if key[0] not in names]
    if source:
        suite, counts = etree.SubElement(root, "testsuite", name=_clean(report.source or "source")), [0, 0, 0, 0]
        for (file, rule), found in source:
            _add(counts, _case(suite, Verdict(rule, file, Outcome.FAIL), found))
        _state(suite, counts)
        _add(totals, counts)
    _state(root, totals)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _of_tool(report: ReportInput, verdict: Verdict) -> list[Finding]:
    """What a validator found: its verdict bears the tool's name, its findings those of its rules."""
    if verdict.tool == "pariter":
        return []
    return [f for f in report.result.findings if f.tool == verdict.tool and f.file == verdict.file]


def _case(suite: etree._Element, verdict: Verdict, found: Sequence[Finding]) -> Sequence[int]:
    """Add a case. Out: how many tests, failures, errors and skipped ones it is."""
    case = etree.SubElement(suite, "testcase", name=_clean(verdict.rule), classname=_clean(verdict.file or "source"))
    failed = [f for f in found if f.outcome is Outcome.FAIL and f.severity >= Severity.WARNING]
    told = _clean("\n".join(failure_line([f]) for f in found))
    if verdict.outcome is Outcome.NOT_LOOKED_AT:
        etree.SubElement(case, "error", message=_clean(f"not looked at: {verdict.note}"))
        return 1, 0, 1, 0
    if failed:
        etree.SubElement(case, "failure", message=_clean(failed[0].message), type=verdict.rule).text = told
        return 1, 1, 0, 0
    if verdict.outcome in (Outcome.NEEDS_PERSON, Outcome.NOT_APPLICABLE):
        asks = verdict.outcome is Outcome.NEEDS_PERSON
        why = f"needs a person: {found[0].message if found else ''}" if asks else f"not applicable: {verdict.note}"
        etree.SubElement(case, "skipped", message=_clean(why.rstrip(": ")))
        return 1, 0, 0, 1
    if told:
        etree.SubElement(case, "system-out").text = told
    return 1, 0, 0, 0


def _add(totals: list[int], more: Sequence[int]) -> None:
    for number, value in enumerate(more):
        totals[number] += value


def _state(element: etree._Element, counts: Sequence[int]) -> None:
    for name, value in zip(("tests", "failures", "errors", "skipped"), counts, strict=True):
        element.set(name, str(value))


def _clean(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold."""
    return "".join(
        char if char in "\t\n\r" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char > "\uffff" else "�"
        for char in text
    )
