# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter check``: any PDF, EPUB, HTML or XLIFF, ours or others', with or without the Markdown it was made from."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline import store
from pipeline.checks import baseline as baselines
from pipeline.checks.engine import check
from pipeline.checks.result import Result
from pipeline.checks.subject import Subject
from pipeline.checks.validators import chosen, results_by_file, sum_of
from pipeline.commands.origins import moved, origin_of, subject_of
from pipeline.commands.watching import expand, follow
from pipeline.errors import Exit, InputError, PariterError
from pipeline.model import Finding, Format, Outcome, Register, Severity
from pipeline.outline.companions import companion
from pipeline.report.model import ReportFile, ReportInput


def check_files(
    files: Sequence[str],
    source: Path | None,
    *,
    as_json: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    reports: Sequence[str],
    watch: bool,
    validators: str,
    fail_on: Severity,
    strict: bool,
) -> int:
    """Check files, folders and patterns; print lines or JSON, write reports. Out: the exit code.

    Raises InputError for what cannot be used, WriteError for a report that cannot be written.
    """
    asked = [_report_kind(text) for text in reports]
    chosen(validators)

    def once() -> int:
        known = baselines.load(baseline) if baseline is not None else None
        report = report_of(expand(files), source, validators)
        result = known.split(report.result) if known is not None else report.result
        report = replace(report, result=result)
        if write_baseline is not None:
            store.write_file(write_baseline, baselines.dump(result).encode())
        for kind, file in asked:
            store.write_file(file, _write(kind, report))
        _print(report, as_json=as_json)
        return exit_code(result, fail_on, strict=strict)

    if not watch:
        return once()
    return follow(once, lambda: [*expand(files), *([source] if source else [])])


def _report_kind(text: str) -> tuple[str, Path]:
    from pipeline.report import kinds

    kind, _, file = text.partition("=")
    if kind not in kinds() or not file:
        raise InputError(f"«{text}» names no report.", f"Write kind=file; kinds are {', '.join(kinds())}.")
    return kind, Path(file)


def _write(kind: str, report: ReportInput) -> bytes:
    from pipeline import report as reports

    return reports.write(kind, report)


def _print(report: ReportInput, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.buffer.write(_write("json", report))
        sys.stdout.buffer.flush()
        return
    from pipeline.report.terminal import lines

    for line in lines(report.result):
        print(line)
    sys.stdout.flush()


def exit_code(result: Result, fail_on: Severity, *, strict: bool) -> int:
    """What failed counts before what was not looked at."""
    if result.failures(fail_on):
        return Exit.FINDINGS
    return Exit.TOOL_MISSING if strict and result.unlooked else Exit.CLEAN


def report_of(files: Sequence[Path], source: Path | None, validators: str) -> ReportInput:
    """Check the files and give what reports are made from."""
    start = time.perf_counter()
    origin = origin_of(source) if source is not None else None
    subjects = [subject_of(path, origin) for path in files]
    results = [moved(_look(subject), origin) for subject in subjects]
    if origin is not None:
        results.append(moved(Result(origin.notices), origin))
        results += [Result((finding,)) for subject in subjects for finding in _not_compared(subject)]
    checked = time.perf_counter()
    # Fresh subjects: what rules have parsed is not kept while the validators run.
    bare = [Subject(s.format, s.file, s.data, edition=s.edition) for s in subjects]
    results += [moved(result, origin) for result in results_by_file(bare, validators)]
    seconds = {"check": checked - start, "validate": time.perf_counter() - checked}
    return ReportInput(
        name=files[0].name if len(files) == 1 else f"{len(files)} files",
        files=tuple(_file(subject) for subject in subjects),
        result=sum_of(results),
        title=origin.editions[0].document.meta.title if origin else "",
        lang=origin.editions[0].lang if origin else "",
        source=str(origin.path) if origin else "",
        text=origin.text if origin else "",
        digest=origin.digest if origin else "",
        seconds=seconds,
    )


def _file(subject: Subject) -> ReportFile:
    lang = subject.edition.lang if subject.edition else ""
    register = subject.edition.register if subject.edition else Register.ORIGINAL
    return ReportFile(subject.file, subject.format, subject.data, lang, register)


def _look(subject: Subject) -> Result:
    """Our own rules; a file that no reader can open is a failure, whatever rules say of it."""
    result = check([subject])
    problem = _unreadable(subject)
    if not problem:
        return result
    finding = Finding(
        "readable", Outcome.FAIL, Severity.ERROR, f"A reader gets nothing of this file: {problem}",
        "Make the file anew.", subject.file,
    )  # fmt: skip
    return replace(result, findings=(finding, *result.findings))


def _not_compared(subject: Subject) -> Iterator[Finding]:
    """A page of ours that only tells of a document has nothing to compare, nor has another document: that is said."""
    kind = companion(subject.data) if subject.format is Format.HTML else ""
    if kind:
        yield Finding(
            "not-compared", Outcome.FAIL, Severity.NOTE,
            f"This is a {kind}, not the document: its text was not compared.",
            "Check the document's own files too.", subject.file,
        )  # fmt: skip
    elif subject.read is not None and subject.edition is None:
        yield Finding(
            "another-document", Outcome.FAIL, Severity.ERROR,
            "Hardly anything of the source is in this file: it was not compared.",
            "Give the source that it was made from, or its translation beside it.", subject.file,
        )  # fmt: skip


def _unreadable(subject: Subject) -> str:
    """Why a reader gets nothing at all of a file; empty if it gets something."""
    try:
        outline = subject.outline
    except PariterError as error:
        return error.what
    nothing = not outline.root.children and not outline.root.text
    return outline.problems[0] if nothing and outline.problems else ""
