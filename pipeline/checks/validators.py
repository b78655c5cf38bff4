# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reference validators in one run: all files, all tools at the same time, one Java child for all of Java.

What a tool says becomes findings under our own types. A tool that did not look (missing, crashed, too slow, an
answer that nobody can read, a failed self-test) gives the verdict "not looked at" and no finding: no pass.
"""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from pipeline.checks.engine import MOST_FINDINGS
from pipeline.checks.places import block_at, page_at
from pipeline.checks.result import Result, Verdict
from pipeline.checks.subject import Subject
from pipeline.errors import InputError, PariterError
from pipeline.model import Finding, Format, Outcome, Severity
from pipeline.tools.base import Item, Status, ToolReport


@dataclass(frozen=True, slots=True)
class Tool:
    """A validator: its module in ``tools``, the format that it judges, which profiles for a file (``("",)``:
    it has none), and whether it runs unless somebody asks for less: always, or where it is installed."""

    name: str
    module: str
    format: Format
    profiles: Callable[[Subject], tuple[str, ...]]
    always: bool

    @property
    def present(self) -> bool:
        """Whether it is installed here."""
        found: bool = importlib.import_module(f"pipeline.tools.{self.module}").probe().present
        return found

    @property
    def slug(self) -> str:
        """The name in rule ids and on the command line: "verapdf"."""
        return self.module.replace("_", "-")


def _claimed(subject: Subject) -> tuple[str, ...]:
    """veraPDF's profiles of what a PDF claims to be; PDF/UA by its version if it claims nothing of the kind."""
    claims, version = _claims(subject)
    found = ["ua2"] if any("PDF/UA-2" in c or "/ISO14289-2" in c for c in claims) else []
    if "PDF/UA-1" in claims:
        found.append("ua1")
    if not found:
        found.append("ua2" if version.startswith("2") else "ua1")
    found += ["wt1a"] if any("wtpdf" in c.lower() and "accessib" in c.lower() for c in claims) else []
    found += ["wt1r"] if any("wtpdf" in c.lower() and "reuse" in c.lower() for c in claims) else []
    archive = (c.removeprefix("PDF/A-") for c in claims if c.startswith("PDF/A-"))
    return (*found, *("4" if level.startswith("4") else level for level in archive))


def _claims(subject: Subject) -> tuple[list[str], str]:
    from pipeline.outline.pdf_meta import metadata

    try:
        meta = subject.read.meta if subject.read is not None else metadata(subject.pdf)
    except (PariterError, ValueError, TypeError, AttributeError, KeyError, RuntimeError):
        return [], ""
    return [claim for claim in meta.get("claims", "").split("; ") if claim], meta.get("pdf-version", "")


def _known(module: str) -> Callable[[Subject], tuple[str, ...]]:
    """The claimed profiles that a tool knows: it does not judge the others."""

    def profiles(subject: Subject) -> tuple[str, ...]:
        known = importlib.import_module(f"pipeline.tools.{module}").PROFILES
        return tuple(profile for profile in _claimed(subject) if profile in known)

    return profiles


def _plain(subject: Subject) -> tuple[str, ...]:
    del subject
    return ("",)


def _conditions(subject: Subject) -> tuple[str, ...]:
    del subject
    from pipeline.tools.axe import CONDITIONS

    return CONDITIONS


TOOLS = (
    Tool("page-validation", "page_validation", Format.PDF, _known("page_validation"), True),
    Tool("veraPDF", "verapdf", Format.PDF, _claimed, True),
    Tool("EPUBCheck", "epubcheck", Format.EPUB, _plain, True),
    Tool("Okapi", "okapi", Format.XLIFF, _plain, True),
    Tool("Nu Html Checker", "nu", Format.HTML, _plain, False),
    Tool("Ace", "ace", Format.EPUB, _plain, False),
    Tool("axe-core", "axe", Format.HTML, _conditions, False),
)


def chosen(which: str) -> tuple[Tool, ...]:
    """The tools that ``which`` names: auto, all, none, or names with commas. Raises InputError for others."""
    if which in ("auto", "all", "none", ""):
        return tuple(tool for tool in TOOLS if which == "all" or (which == "auto" and (tool.always or tool.present)))
    by_name = {alias: tool for tool in TOOLS for alias in (tool.slug, tool.name.lower())}
    names = [name.strip().lower() for name in which.split(",") if name.strip()]
    for name in names:
        if name not in by_name:
            known = ", ".join(tool.slug for tool in TOOLS)
            raise InputError(f"there is no validator «{name}».", f"Choose auto, all, none, or from {known}.")
    return tuple(dict.fromkeys(by_name[name] for name in names))


def run_validators(subjects: Sequence[Subject], which: str) -> Result:
    """What the validators that ``which`` names say of the files.

    The bytes are written to a private folder, which is gone afterwards; reports speak of the subjects' own names.
    Raises InputError for a validator that does not exist, and nothing else.
    """
    return sum_of(results_by_file(subjects, which))


def sum_of(results: Iterable[Result]) -> Result:
    """All the results as one."""
    total = Result()
    for result in results:
        total = total.plus(result)
    return total


def results_by_file(subjects: Sequence[Subject], which: str) -> tuple[Result, ...]:
    """As ``run_validators``, with a result for each subject, in their order."""
    tools = chosen(which)
    asked = [tool for tool in tools if any(subject.format is tool.format for subject in subjects)]
    if not asked:
        return tuple(Result() for _ in subjects)
    with tempfile.TemporaryDirectory(prefix="pariter-check-") as folder:
        files = [_write(Path(folder), number, subject) for number, subject in enumerate(subjects)]
        with ThreadPoolExecutor(len(asked)) as pool:
            answers = list(pool.map(lambda tool: _run(tool, subjects, files), asked))
    return tuple(sum_of(answer.get(number, Result()) for answer in answers) for number in range(len(subjects)))


def _write(folder: Path, number: int, subject: Subject) -> Path:
    """The subject's bytes in a folder of their own, under its own name (which tools repeat)."""
    suffix = {Format.XLIFF: ".xlf"}.get(subject.format, f".{subject.format.value}")
    name = PurePath(subject.file).name.lstrip("-.") or "file"
    place = folder / f"{number:04}"
    place.mkdir()
    file = place / (name if name.lower().endswith(suffix) else f"file{suffix}")
    file.write_bytes(subject.data)
    return file


def _run(tool: Tool, subjects: Sequence[Subject], files: Sequence[Path]) -> dict[int, Result]:
    """One tool on all its files, those with the same profiles in one call; its answers by number of the file."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, subject in enumerate(subjects):
        if subject.format is tool.format:
            groups.setdefault(tool.profiles(subject), []).append(number)
    results: dict[int, Result] = {}
    for profiles, numbers in groups.items():
        reports = _ask(tool, profiles, [files[number] for number in numbers])
        by_file = {str(files[number]): number for number in numbers}
        for report in reports:
            number = by_file[report.file]
            answer = result_of(tool, subjects[number], _renamed(report, files[number], subjects[number]))
            results[number] = results.get(number, Result()).plus(answer)
    return {number: replace(result, findings=_merged(result.findings)) for number, result in results.items()}


def _merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each fault once: what several profiles say of one place has the clauses of all of them."""
    merged: dict[Finding, list[str]] = {}
    for finding in findings:
        merged.setdefault(replace(finding, clauses=()), []).extend(finding.clauses)
    return tuple(replace(finding, clauses=tuple(dict.fromkeys(clauses))) for finding, clauses in merged.items())


def _ask(tool: Tool, profiles: tuple[str, ...], files: Sequence[Path]) -> tuple[ToolReport, ...]:
    """The tool's reports; whatever goes wrong in our own code is "crashed" for every file."""
    options: dict[str, Any] = {} if profiles == ("",) else {"profiles": profiles}
    if not profiles:
        return ()
    try:
        module = importlib.import_module(f"pipeline.tools.{tool.module}")
        reports: tuple[ToolReport, ...] = module.run(files, **options)
    except Exception as error:  # noqa: BLE001 a broken tool must not hide the others
        note = f"{type(error).__name__}: {error}"
        asked = ((str(file), profile) for file in files for profile in profiles)
        return tuple(ToolReport(tool.name, f, Status.CRASHED, profile=p, note=note) for f, p in asked)
    wanted = {(str(file), profile) for file in files for profile in profiles}
    silent = sorted(wanted - {(report.file, report.profile) for report in reports})
    missing = (ToolReport(tool.name, f, Status.UNREADABLE, profile=p, note="it gave no answer") for f, p in silent)
    return (*(report for report in reports if (report.file, report.profile) in wanted), *missing)


def _renamed(report: ToolReport, file: Path, subject: Subject) -> ToolReport:
    """The report with the subject's own name in place of the private file's."""

    def rename(text: str) -> str:
        return text.replace(str(file.resolve()), subject.file).replace(str(file), subject.file)

    items = tuple(replace(i, message=rename(i.message), place=rename(i.place)) for i in report.items)
    return replace(
        report, file=subject.file, command=rename(report.command), raw=rename(report.raw), note=rename(report.note),
        items=items,
    )  # fmt: skip


def result_of(tool: Tool, subject: Subject, report: ToolReport) -> Result:
    """One report as verdict and findings."""
    rule = f"{tool.slug}:{report.profile}" if report.profile else tool.slug
    version = report.version or report.tool
    if not report.looked:
        why = report.note or (str(report.status) if report.status is not Status.OK else "it did not prove itself")
        if report.status is Status.MISSING:
            why = f"{report.tool} is not installed. {report.note}".strip()
        unlooked = Verdict(rule, subject.file, Outcome.NOT_LOOKED_AT, note=" ".join(why.split())[:500], tool=version)
        return Result((), (unlooked,), (), (report,))
    findings = tuple(_finding(tool, subject, report, item) for item in report.items[:MOST_FINDINGS])
    outcomes = {i.outcome for i in report.items if i.outcome is not Outcome.FAIL or i.severity >= Severity.WARNING}
    ranked = (o for o in (Outcome.FAIL, Outcome.NOT_LOOKED_AT, Outcome.NEEDS_PERSON) if o in outcomes)
    verdict = Verdict(rule, subject.file, next(ranked, Outcome.PASS), len(report.items), tool=version)
    return Result(findings, (verdict,), (), (report,))


def _finding(tool: Tool, subject: Subject, report: ToolReport, item: Item) -> Finding:
    block = block_at(subject, tool.slug, item)
    line = subject.line(block)
    times = f" ({item.count} times)" if item.count > 1 else ""
    page = page_at(subject, item) if subject.format is Format.PDF else 0
    inside = (f"page {page}" if page else "", item.place)
    where = f"line {item.line}, column {item.column}" if item.line and item.column else f"line {item.line}"
    return Finding(
        rule=f"{tool.slug}:{item.rule}",
        outcome=item.outcome,
        severity=item.severity,
        message=f"{item.message.rstrip('.')}{times}.",
        fix=f"See {item.help}" if item.help.startswith("http") else "",
        file=subject.file,
        place=", ".join(part for part in (*inside, where if item.line else "") if part),
        source=subject.source if line else "",
        line=line,
        block=block,
        clauses=item.clauses,
        tool=report.version or report.tool,
    )
