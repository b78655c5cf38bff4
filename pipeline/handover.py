# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is handed out beside the artifacts: the clean text, the log of repairs, reports and pages of links."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from pipeline import indexes, report, translations
from pipeline.checks.result import Result
from pipeline.checks.subject import Subject
from pipeline.checks.validators import results_by_file
from pipeline.document.line_map import line_map
from pipeline.editions import read_plain, without_text
from pipeline.model import Finding, Outcome, Register, Severity
from pipeline.publication import Checked, Made, Options, Task
from pipeline.report.evidence import statement_page
from pipeline.report.model import ReportFile, ReportInput

if TYPE_CHECKING:
    from pipeline.plain.check import Checked as PlainChecked


def files_of(made: Made, result: Result, older: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """All files of one publication, by their path in its folder; ``older`` are files of other formats that stay."""
    files = {**(older or {}), **{artifact.file: artifact.data for artifact in made.artifacts}}
    files["clean.md"] = made.cleaned.text.encode()
    files["repairs.json"] = repairs_json(made)
    told = report_input(made, result)
    files |= report.files(told)
    files["statement.html"] = statement_page(told)
    return files | {"index.html": indexes.page(made, files)}


def report_input(made: Made, result: Result) -> ReportInput:
    """What the reports of one publication are made from. They name the source by its file name alone, so that
    they are the same wherever it lies."""
    artifacts = [(a, a.format) for a in made.artifacts if a.format is not None]
    return ReportInput(
        name=made.task.name,
        files=tuple(ReportFile(a.file, format, a.data, a.lang, a.register) for a, format in artifacts),
        result=result,
        title=made.document.meta.title,
        lang=made.document.meta.lang,
        source=made.source.path.name,
        text=made.source.text,
        digest=made.source.digest,
        cleaned=made.cleaned,
        settings=made.settings,
        seconds=made.seconds,
        plain=_plain_report(made),
        others=tuple(artifact.file for artifact in made.artifacts if artifact.format is None),
    )


def plain_findings(made: Made) -> tuple[Finding, ...]:
    """What checking the plain text against its original found, if there is an edition of it."""
    checked = _plain_checked(made)
    return checked.findings if checked else ()


def translation_findings(made: Made) -> tuple[Finding, ...]:
    """What those who publish must know of translations that are out of date or not complete."""
    lines = line_map(made.source.text, made.document.source)
    return tuple(translations.findings(made.document, made.editions, lines))


def not_made(made: Made) -> tuple[Finding, ...]:
    """A finding for each format that was asked for and needs a plain text, where there is none."""
    source = str(made.document.path)
    fix = f"Write it: pariter plain init {source}."
    return tuple(
        Finding("format-missing", Outcome.FAIL, Severity.ERROR, f"There is no plain text to make {name} of.", fix,
                source=source)
        for name in without_text(made.document, made.settings)
    )  # fmt: skip


def _plain_report(made: Made) -> Mapping[str, Any] | None:
    """The editor's report of the plain text, if there is an edition of it."""
    from pipeline.plain.report import report_data

    checked = _plain_checked(made)
    return report_data(checked) if checked else None


def _plain_checked(made: Made) -> PlainChecked | None:
    if not any(edition.register is Register.PLAIN for edition in made.editions):
        return None
    from pipeline.plain.check import check

    lines = line_map(made.source.text, made.document.source)
    return check(made.document, read_plain(made.document), made.settings, lines)


def repairs_json(made: Made) -> bytes:
    """Every repair that was made, proposed or only reported, as data."""
    log = {
        "source": made.source.path.name,
        "sha256": made.source.digest,
        "made": [asdict(repair) for repair in made.cleaned.repairs],
        "proposed": [asdict(repair) for repair in made.cleaned.proposals],
        "reported": [asdict(repair) for repair in made.cleaned.notices],
    }
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode()


def get_ready(options: Options) -> None:
    """Let the Java validators start while the documents are made: their start takes as long as a layout."""
    if options.validators != "none":
        from pipeline.tools import java

        java.warm_up()


def validate(checked: Sequence[Checked], options: Options) -> Mapping[Task, Result]:
    """The documents' results with what the reference validators say, all documents in one run of each tool.

    Raises InputError for a validator that does not exist.
    """
    subjects = [(item.made, subject) for item in checked for subject in _plain_subjects(item.made)]
    start = time.perf_counter()
    answers = results_by_file([subject for _, subject in subjects], options.validators)
    seconds = time.perf_counter() - start
    results = {item.made.task: item.result for item in checked}
    for (made, _), answer in zip(subjects, answers, strict=True):
        results[made.task] = results[made.task].plus(at_original(answer, made))
    for item in checked:
        item.made.seconds["validate (all documents together)"] = seconds
    return results


def _plain_subjects(made: Made) -> Iterator[Subject]:
    """The artifacts as validators see them: bytes, and the edition for the lines of the Markdown."""
    by_name = {(edition.lang, edition.register): edition for edition in made.editions}
    for artifact in made.artifacts:
        if artifact.format is not None:
            edition = by_name.get((artifact.lang, artifact.register))
            yield Subject(artifact.format, artifact.file, artifact.data, edition=edition)


def at_original(result: Result, made: Made) -> Result:
    """The result with lines of the Markdown as its author has it, in place of the clean text's."""
    lines = line_map(made.source.text, made.document.source)

    def moved(finding: Finding) -> Finding:
        ours = finding.source == str(made.document.path) and 0 < finding.line < len(lines)
        return replace(finding, line=lines[finding.line]) if ours else finding

    return replace(result, findings=tuple(moved(finding) for finding in result.findings))

