# SPDX-License-Identifier: AGPL-3.0-or-later
"""The promises that rules guard, and how each was kept in each format: the first table of a report.

A rule belongs to the first promise whose words are in its id, else to that of its first clause. A new rule needs
no entry here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.checks.engine import all_rules
from pipeline.checks.result import Verdict
from pipeline.model import Finding, Format, Outcome, Severity
from pipeline.report.model import ReportInput


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise to readers: ``words`` of rule ids and ``clauses`` (as regular expressions) lead to it. ``in_units``: of
    a translation file it is answered by the promise to translators."""

    id: str
    title: str
    words: tuple[str, ...]
    clauses: tuple[str, ...] = ()
    in_units: bool = False


VALIDATORS = Promise("validators", "Reference validators agree", ())
OTHER = Promise("other", "Everything else", ())
PROMISES = (
    Promise("parity", "Same words, same structure and same order as the source", ("parity", "another"),
            (r"EN 301 549 5\.4",), in_units=True),
    Promise("language", "Languages and directions are marked", ("lang", "language", "direction"),
            (r"WCAG 3\.1\.[12]",)),
    Promise("metadata", "Title and metadata say what is true", ("title", "metadata", "claim", "claims", "accessmode"),
            (r"WCAG 2\.4\.2", r"EPUB A11Y 1\.1 [23]", r"PDF/UA-[12] (5|7\.1)\b")),
    Promise("headings", "Headings show the structure", ("heading", "headings"), (r"WCAG 2\.4\.(6|10)",)),
    Promise("lists", "Lists are lists and count as the source does", ("list", "lists", "number", "numbering", "item")),
    Promise("tables", "Tables have headers that can be heard", ("table", "tables", "header", "headers", "cell"),
            (r"PDF/UA-1 7\.5",)),
    Promise("images", "Pictures have text alternatives",
            ("image", "images", "alt", "svg", "figure", "object", "decorative", "picture"), (r"WCAG 1\.1\.1",)),
    Promise("notes", "Notes can be followed there and back", ("note", "notes", "footnote")),
    Promise("links", "Links say where they lead, and lead there", ("link", "links", "target", "url"),
            (r"WCAG 2\.4\.4", r"WCAG 2\.4\.9"), in_units=True),
    Promise("navigation", "Contents, pages and landmarks lead through the document",
            ("contents", "nav", "page-list", "pagelist", "landmark", "outline", "bookmark", "toc", "skip"),
            (r"WCAG 2\.4\.[15]\b",)),
    Promise("reading", "The reading order is that of the text", ("order", "orientation"), (r"WCAG 1\.3\.[24]",),
            in_units=True),
    Promise("colour", "Text can be seen, enlarged and restyled",
            ("contrast", "colour", "color", "spacing", "reflow", "viewport", "zoom", "resize"), (r"WCAG 1\.4\.",)),
    Promise("plain", "Abbreviations are explained, a plain text keeps to its measures",
            ("abbreviation", "grade", "plain", "sentence", "reading-level"),
            (r"WCAG 3\.1\.[3-5]",)),
    Promise("translation", "Translators get every word, and nothing else",
            ("xliff", "segment", "segments", "unit", "units", "code", "codes"), (r"XLIFF",)),
    Promise("keyboard", "It can be used by keyboard, without time limits or motion",
            ("focus", "tabindex", "refresh", "autoplay"), (r"WCAG 2\.[123]\.", r"WCAG 3\.2\.")),
    Promise("names", "Controls and parts have names and roles", ("name", "role", "aria", "form", "id", "ids"),
            (r"WCAG 4\.1\.", r"WCAG 2\.5\.3", r"WCAG 1\.3\.5", r"WAI-ARIA", r"WCAG 3\.3\.")),
    Promise("structure", "Parts are marked as what they are", ("tag", "tags", "tagged"), (r"WCAG 1\.3\.1",
            r"PDF/UA")),
    Promise("files", "Files are sound", ("file", "readable", "well", "valid", "script"),
            (r"EPUB 3", r"PDF/A", r"HTML")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """How a promise was kept in one format, over all files of it."""

    outcome: Outcome
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A promise with its cells; a format for which no rule looks has none."""

    promise: Promise
    cells: Mapping[Format, Cell]
    rules: tuple[str, ...]


def promise_of(rule: str, clauses: Iterable[str] = ()) -> Promise:
    """The promise that a rule guards, by its id and its clauses."""
    if ":" in rule or rule in VALIDATOR_RULES:
        return VALIDATORS
    words = set(rule.split("-"))
    # A comparison of lists with the source speaks of lists: what is left is the promise of the same words.
    for promise in (*PROMISES[1:], PROMISES[0]):
        if any(word in words or ("-" in word and word in rule) for word in promise.words):
            return promise
    for clause in clauses:
        for promise in PROMISES:
            if any(re.match(pattern, clause) for pattern in promise.clauses):
                return promise
    return OTHER


VALIDATOR_RULES = frozenset({"verapdf", "page-validation", "epubcheck", "okapi", "nu", "ace", "axe"})


def table(report: ReportInput) -> tuple[Row, ...]:
    """The rows of promises that any rule or validator looked at, in their order."""
    clauses = {rule.id: rule.clauses for rule in all_rules()}
    by_promise: dict[Promise, list[Verdict]] = {}
    for verdict in report.result.verdicts:
        by_promise.setdefault(promise_of(verdict.rule, clauses.get(verdict.rule, ())), []).append(verdict)
    found: dict[Promise, list[Finding]] = {}
    for finding in report.result.findings:
        found.setdefault(promise_of(finding.rule, finding.clauses), []).append(finding)
    rows = []
    for promise in (*PROMISES, OTHER, VALIDATORS):
        verdicts, findings = by_promise.get(promise, []), found.get(promise, [])
        cells = {f: cell for f in report.formats if (cell := _cell(report, f, verdicts, findings)) is not None}
        if cells:
            rows.append(Row(promise, cells, tuple(dict.fromkeys(verdict.rule for verdict in verdicts))))
    return tuple(rows)


def silence(row: Row, format: Format, rows: Iterable[Row]) -> str:
    """Why a row has no cell for a format: what another row says of it, or that no check looks."""
    told = (one.promise.title for one in rows if one.promise.id == "translation" and format in one.cells)
    title = next(told, "") if row.promise.in_units and format is Format.XLIFF else ""
    return f"see “{title}”" if title else "no check looks at this"


def _cell(
    report: ReportInput, format: Format, verdicts: Iterable[Verdict], findings: Iterable[Finding]
) -> Cell | None:
    asked = [verdict.outcome for verdict in verdicts if report.format_of(verdict.file) is format]
    if not asked:
        return None
    here = [finding for finding in findings if report.format_of(finding.file) is format]
    failed = [finding.severity for finding in here if finding.outcome is Outcome.FAIL]
    counts = {
        "errors": failed.count(Severity.ERROR),
        "warnings": failed.count(Severity.WARNING),
        "notes": failed.count(Severity.NOTE),
        "questions": sum(finding.outcome is Outcome.NEEDS_PERSON for finding in here),
        "not_looked_at": asked.count(Outcome.NOT_LOOKED_AT),
        "passed": asked.count(Outcome.PASS),
        "not_applicable": asked.count(Outcome.NOT_APPLICABLE),
    }
    return Cell(_worst(counts), counts)


def _worst(counts: Mapping[str, int]) -> Outcome:
    if counts["errors"] or counts["warnings"]:
        return Outcome.FAIL
    if counts["not_looked_at"]:
        return Outcome.NOT_LOOKED_AT
    if counts["questions"]:
        return Outcome.NEEDS_PERSON
    return Outcome.PASS if counts["passed"] or counts["notes"] else Outcome.NOT_APPLICABLE
