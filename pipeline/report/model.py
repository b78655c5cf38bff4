# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every report is made from: the files, what was found, what was repaired, how long it took."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import metadata
from pathlib import Path, PurePath
from typing import Any

from pipeline.checks.engine import all_rules
from pipeline.checks.result import Result, Verdict
from pipeline.checks.rule import Rule
from pipeline.checks.subject import Subject
from pipeline.errors import PariterError
from pipeline.model import Cleaned, Finding, Format, Outcome, Register, Severity
from pipeline.report.contents import absent
from pipeline.settings import Settings


@dataclass(frozen=True)
class ReportFile:
    """A file that was checked."""

    file: str
    format: Format
    data: bytes
    lang: str = ""
    register: Register = Register.ORIGINAL

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """What the file says of its own conformance: PDF/UA and PDF/A, declarations, ``dcterms:conformsTo``."""
        return claims_of(Subject(self.format, self.file, self.data))

    @cached_property
    def lacks(self) -> frozenset[str]:
        """What it holds nothing of: kinds of content (``report.contents.KINDS``)."""
        return absent(Subject(self.format, self.file, self.data))

    @property
    def sha256(self) -> str:
        """The file's digest in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class ReportInput:
    """Everything that a report may tell.

    ``source`` is the Markdown's name, ``text`` the Markdown as its author has it; both empty when the source
    is not known. ``others`` are files of the publication that no rule reads. ``seconds`` is wall time by step;
    ``plain`` is the editor's report of the plain text (``pipeline.plain.report``), None if there is none.
    """

    name: str
    files: tuple[ReportFile, ...]
    result: Result
    title: str = ""
    lang: str = ""
    source: str = ""
    text: str = ""
    digest: str = ""
    cleaned: Cleaned | None = None
    settings: Settings = field(default_factory=Settings)
    seconds: Mapping[str, float] = field(default_factory=dict)
    plain: Mapping[str, Any] | None = None
    others: tuple[str, ...] = ()

    @cached_property
    def formats(self) -> tuple[Format, ...]:
        """The formats of the files, in the order of the model."""
        return tuple(format for format in Format if any(f.format is format for f in self.files))

    @cached_property
    def failures(self) -> tuple[Finding, ...]:
        """What failed, the worst first, then as it was found."""
        return tuple(sorted(self._of(Outcome.FAIL), key=lambda f: -f.severity))

    @cached_property
    def questions(self) -> tuple[Finding, ...]:
        """What only a person can decide."""
        return self._of(Outcome.NEEDS_PERSON)

    @property
    def unlooked(self) -> tuple[Verdict, ...]:
        """What nobody looked at."""
        return self.result.unlooked

    def _of(self, outcome: Outcome) -> tuple[Finding, ...]:
        return tuple(f for f in self.result.findings if f.outcome is outcome)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Our own rules that gave an answer."""
        asked = {verdict.rule for verdict in self.result.verdicts if verdict.tool == "pariter"}
        return tuple(rule for rule in all_rules() if rule.id in asked)

    def of(self, format: Format) -> tuple[ReportFile, ...]:
        """The files of one format."""
        return tuple(file for file in self.files if file.format is format)

    def format_of(self, file: str) -> Format | None:
        """The format of a file of this report, by its name."""
        return next((f.format for f in self.files if f.file == file), None)

    def count(self, severity: Severity) -> int:
        """How many failures are of just this severity."""
        return sum(f.severity is severity for f in self.failures)

    @cached_property
    def summary(self) -> dict[str, int]:
        """All answers counted."""
        outcomes = [verdict.outcome for verdict in self.result.verdicts]
        return {
            "errors": self.count(Severity.ERROR),
            "warnings": self.count(Severity.WARNING),
            "notes": self.count(Severity.NOTE),
            "questions": len(self.questions),
            "not_looked_at": len(self.unlooked),
            "passed": outcomes.count(Outcome.PASS),
            "not_applicable": outcomes.count(Outcome.NOT_APPLICABLE),
            "known": len(self.result.known),
        }


def claims_of(subject: Subject) -> tuple[str, ...]:
    """What a file claims to conform to; nothing if it cannot be read."""
    from pipeline.outline.pdf_meta import metadata as pdf_metadata

    try:
        if subject.format is Format.PDF:
            found = pdf_metadata(subject.pdf).get("claims", "").split("; ")
        elif subject.format is Format.EPUB:
            found = list(subject.epub.metadata("dcterms:conformsTo"))
        else:
            return ()
    except (PariterError, ValueError, TypeError, AttributeError, KeyError, RuntimeError):
        return ()
    return tuple(claim for claim in found if claim)


def program_version() -> str:
    """The version of this program, as installed."""
    try:
        return metadata.version("pariter")
    except metadata.PackageNotFoundError:
        return "0"


def inside(finding: Finding) -> str:
    """The checked file and the place in it; a place that begins with the file's name says both."""
    if finding.file and finding.place.startswith(finding.file):
        return finding.place
    return ", ".join(part for part in (finding.file, finding.place) if part)


def causes(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Findings by what is to be mended: what the same rule says in the same words of the same line of the Markdown
    is one cause, however many files show it; without a line, what it says of the same file, in however many places: of
    each page of a PDF that names no language. What a validator notes and nobody can mend is one cause wherever it is
    said. The order is kept."""
    found: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        known_line = bool(finding.line and finding.source)
        place: tuple[object, ...] = (finding.source, finding.line) if known_line else (finding.file,)
        if finding.severity is Severity.NOTE and not finding.fix:
            place = ()
        known = (*place, finding.rule, finding.severity, finding.message, finding.fix)
        found.setdefault(known, []).append(finding)
    return tuple(map(tuple, found.values()))


def places(cause: Sequence[Finding]) -> str:
    """Where a cause shows: the first place whole, then the other files by name."""
    first = cause[0]
    others = dict.fromkeys(finding.file for finding in cause if finding.file and finding.file != first.file)
    return "; also in ".join(part for part in (inside(first), ", ".join(others)) if part)


def where(finding: Finding) -> tuple[str, int]:
    """The file and line that an editor is to open: the Markdown's where it is known, else the checked file's
    with line 0. A path below the current folder is told from there."""
    path = finding.source if finding.line and finding.source else finding.file
    pure = PurePath(path)
    if pure.is_absolute() and pure.is_relative_to(Path.cwd()):
        pure = pure.relative_to(Path.cwd())
    return pure.as_posix() if path else "", finding.line if finding.source else 0
