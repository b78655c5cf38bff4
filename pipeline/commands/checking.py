# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter check``: any PDF, EPUB, HTML or XLIFF, ours or others', with or without the Markdown it was made from."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import store
from pipeline.checks import baseline as baselines
from pipeline.checks.engine import check
from pipeline.checks.result import Result
from pipeline.checks.subject import Subject
from pipeline.checks.validators import chosen, results_by_file, sum_of
from pipeline.commands.reading import read_bytes
from pipeline.errors import Exit, InputError, PariterError
from pipeline.model import Edition, Finding, Format, Outcome, Outline, Register, Severity
from pipeline.outline import SUFFIXES, format_of
from pipeline.outline.companions import companion, is_paired, is_plain_page
from pipeline.report.model import ReportFile, ReportInput
from pipeline.subjects import sides_of

LOOK_EVERY = 0.5


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of files under check: its editions, and its text for the reports."""

    editions: tuple[Edition, ...]
    text: str
    digest: str
    path: Path
    lines: tuple[int, ...]


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


def expand(patterns: Sequence[str]) -> tuple[Path, ...]:
    """The files that paths, folders and patterns (``*``, ``**``) name, each once.

    A folder stands for all files in it with a suffix that we know. Raises InputError where there is none.
    """
    found: dict[Path, None] = {}
    for pattern in patterns:
        path = Path(pattern)
        names = [path]
        try:
            if path.is_dir():
                names = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and _seen(p, path))
            elif not path.exists() and any(char in pattern for char in "*?["):
                root = Path(path.anchor) if path.is_absolute() else Path()
                names = sorted(p for p in root.glob(str(path.relative_to(path.anchor))) if p.is_file())
        except (OSError, ValueError, NotImplementedError) as error:
            raise InputError(f"cannot be read: {error}.", "Check the path.", file=pattern) from None
        if not names:
            raise InputError("there is no PDF, EPUB, HTML or XLIFF here.", "Check the path.", file=pattern)
        found.update(dict.fromkeys(names))
    return tuple(found)


def _seen(path: Path, folder: Path) -> bool:
    return path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)


def report_of(files: Sequence[Path], source: Path | None, validators: str) -> ReportInput:
    """Check the files and give what reports are made from."""
    start = time.perf_counter()
    origin = _origin(source) if source is not None else None
    subjects = [_subject(path, origin) for path in files]
    results = [_moved(_look(subject), origin) for subject in subjects]
    if origin is not None:
        results += [Result((finding,)) for subject in subjects for finding in _not_compared(subject)]
    checked = time.perf_counter()
    # Fresh subjects: what rules have parsed is not kept while the validators run.
    bare = [Subject(s.format, s.file, s.data, edition=s.edition) for s in subjects]
    results += [_moved(result, origin) for result in results_by_file(bare, validators)]
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


def _subject(path: Path, origin: Origin | None) -> Subject:
    data = read_bytes(path)
    if not data:
        raise InputError("the file is empty.", "Give a file with something in it.", file=path)
    format = format_of(data, str(path))
    if origin is None or (format is Format.HTML and companion(data)):
        return Subject(format, str(path), data)
    from pipeline.outline import read
    from pipeline.outline.expected import expected

    bare = Subject(format, str(path), data)
    try:
        outline = read(data, format)
    except PariterError:
        return bare
    plain = is_paired(data) or ".plain." in path.name.removeprefix(origin.editions[0].document.name)
    edition = _edition(origin, outline.meta.get("lang", "") or outline.root.lang, plain=plain)
    if format is Format.HTML and is_plain_page(data):
        return replace(bare, read=outline, edition=edition, wanted_sides=sides_of(edition, origin.editions[0].document))
    whole = replace(bare, read=outline, edition=edition, expected=expected(edition, format))
    return replace(whole, peers=_beside(path)) if format is Format.EPUB else whole


def _beside(path: Path) -> Mapping[Format, Outline]:
    """The PDF of the same name beside a book: the pages that the book names are its pages."""
    from pipeline.outline import read

    other = path.with_suffix(".pdf")
    try:
        return {Format.PDF: read(read_bytes(other), Format.PDF)} if other.is_file() else {}
    except PariterError:
        return {}  # whoever checks the PDF is told what is wrong with it


def _edition(origin: Origin, lang: str, *, plain: bool) -> Edition:
    """The edition that a file is to hold: the plain one if it is named so and there is one, by language, the original
    if it says no language."""
    register = Register.PLAIN if plain else Register.ORIGINAL
    fitting = [e for e in origin.editions if e.register is register] or list(origin.editions)
    by_lang = [e for e in fitting if e.lang.lower() == lang.lower()]
    short = [e for e in fitting if e.lang.partition("-")[0].lower() == lang.partition("-")[0].lower()]
    return next(iter((*by_lang, *short, *fitting)))


def _look(subject: Subject) -> Result:
    """Our own rules; a file that no reader can open is a failure, whatever rules say of it."""
    result = check([subject])
    problem = _unreadable(subject)
    if not problem:
        return result
    finding = Finding(
        "readable", Outcome.FAIL, Severity.ERROR, f"The file cannot be read: {problem}",
        "Make the file anew.", subject.file,
    )  # fmt: skip
    return replace(result, findings=(finding, *result.findings))


def _not_compared(subject: Subject) -> Iterator[Finding]:
    """A page of ours that only tells of a document has nothing to compare, and that is said."""
    kind = companion(subject.data) if subject.format is Format.HTML else ""
    if kind:
        yield Finding(
            "not-compared", Outcome.FAIL, Severity.NOTE,
            f"This is a {kind}, not the document: its text was not compared.",
            "Check the document's own files too.", subject.file,
        )  # fmt: skip


def _unreadable(subject: Subject) -> str:
    """Why a reader gets nothing at all of a file; empty if it gets something."""
    try:
        outline = subject.outline
    except PariterError as error:
        return error.what
    nothing = not outline.root.children and not outline.root.text
    return outline.problems[0] if nothing and outline.problems else ""


def _origin(source: Path) -> Origin:
    """The Markdown, cleaned and parsed as for publishing."""
    from pipeline.commands.loading import one_document
    from pipeline.document.positions import line_map
    from pipeline.editions import editions_of

    loaded = one_document(source)
    document = loaded.document
    lines = tuple(line_map(loaded.source.text, document.source))
    editions = editions_of(document, loaded.settings)
    return Origin(editions, loaded.source.text, loaded.source.digest, loaded.source.path, lines)


def _moved(result: Result, origin: Origin | None) -> Result:
    """Lines of the Markdown as its author has it, in place of the clean text's."""
    if origin is None:
        return result

    def moved(finding: Finding) -> Finding:
        ours = finding.source == str(origin.path) and 0 < finding.line < len(origin.lines)
        return replace(finding, line=origin.lines[finding.line]) if ours else finding

    return replace(result, findings=tuple(moved(finding) for finding in result.findings))


def follow(
    once: Callable[[], int], watched: Callable[[], Sequence[Path]], *, pause: Callable[[float], None] = time.sleep
) -> int:
    """Check now and whenever a watched file changes, until interrupted (then ``pause`` raises).

    An error of one round is told and waits for the next change.
    """
    stamps: object = None
    while True:
        try:
            now: object = [_stamp(path) for path in watched()]
        except PariterError as error:
            now = error.one_line()
        if now != stamps:
            stamps = now
            try:
                once()
                print("watching: waiting for a change. Stop with Ctrl+C.", file=sys.stderr)
            except PariterError as error:
                print(f"pariter: {error.one_line()}", file=sys.stderr)
        pause(LOOK_EVERY)


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        found = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), found.st_mtime_ns, found.st_size
