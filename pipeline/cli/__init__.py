# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command line: a contract that others script against. Engines are imported inside the commands, so that
``--help`` is quick."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
import typer.exceptions
from typer import Argument, Option

from pipeline.cli import plain, xliff
from pipeline.cli.options import FailOn, Json, Level, Paths, Pdf, Strict, Validators, severity
from pipeline.cli.usage import usage
from pipeline.errors import Exit, InputError

app = typer.Typer(
    name="pariter",
    help="One Markdown source, the same document for everyone: publish, check, clean, translate.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(xliff.app, name="xliff")
app.add_typer(plain.app, name="plain")


FORMATS = "Formats with commas: pdf, epub, html, xliff, plain, plain-pdf, plain-epub, plain-xliff, large, brf, pef."


def run_command(arguments: Sequence[str]) -> int:
    """Run one command. Out: its exit code; wrong usage is 2."""
    try:
        answer = app(args=list(arguments), standalone_mode=False)
    except typer.Abort:
        return int(Exit.INTERRUPTED)
    except typer.exceptions.TyperException as error:
        return usage(error)
    return int(answer) if isinstance(answer, int) else int(Exit.CLEAN)


@app.command()
def publish(
    paths: Paths,
    out: Annotated[Path, Option(help="The folder to publish into.")] = Path("build"),
    formats: Annotated[str, Option(help=FORMATS)] = "",
    pdf: Annotated[Pdf | None, Option(help="What the PDF claims to be.")] = None,
    archive: Annotated[bool, Option("--archive", help="Make the PDF fit for archives as well (PDF/A).")] = False,
    to: Annotated[str, Option(help="Languages to translate into, with commas.")] = "",
    jobs: Annotated[int, Option(min=1, help="Documents to make at the same time.")] = 1,
    cluster: Annotated[str, Option(help="The address of a Dask scheduler to work on.")] = "",
    validators: Validators = "auto",
    fail_on: FailOn = Level.ERROR,
    strict: Strict = False,
) -> int:
    """Make every format of every edition, check each, and publish them together."""
    from pipeline.commands import publishing
    from pipeline.publication import Options

    options = Options(out, _formats(formats), pdf.value if pdf else "", archive, _names(to), jobs, validators, cluster)
    return publishing.run(paths, options, severity(fail_on), strict=strict)


@app.command()
def clean(
    file: Annotated[str, Argument(help="A Markdown file, or - for standard input.")],
    output: Annotated[Path | None, Option("-o", "--output", help="Where the clean text goes (-o FILE).")] = None,
    log: Annotated[Path | None, Option(help="Where the log of repairs goes, as JSON.")] = None,
    accept: Annotated[bool, Option("--accept", help="Store the clean text as the source.")] = False,
    lang: Annotated[str, Option(help="The language of the text, if it is not said in the text.")] = "",
    refuse: Annotated[list[str] | None, Option(help="A repair to refuse: rule, or rule:line.")] = None,
    force: Annotated[list[str] | None, Option(help="A repair to force: rule, or rule:line.")] = None,
    threshold: Annotated[float | None, Option(min=0, max=1, help="Make repairs from this confidence on.")] = None,
) -> int:
    """Repair an extracted text without losing a word of it."""
    from pipeline.commands.cleaning import clean_file

    clean_file(file, output, log, accept=accept, lang=lang, refuse=refuse or (), force=force or (), threshold=threshold)
    return Exit.CLEAN


@app.command()
def check(
    files: Annotated[list[str], Argument(help="PDF, EPUB, HTML or XLIFF files, folders or patterns.")],
    source: Annotated[Path | None, Option(help="The Markdown that the files were made from.")] = None,
    json: Json = False,
    baseline: Annotated[Path | None, Option(help="A file of known findings, which do not count.")] = None,
    write_baseline: Annotated[Path | None, Option(help="Write all findings of now as known ones.")] = None,
    report: Annotated[list[str] | None, Option(help="A report to write, as kind=file (sarif=findings.sarif).")] = None,
    watch: Annotated[bool, Option("--watch", help="Check again whenever a file changes.")] = False,
    validators: Validators = "auto",
    fail_on: FailOn = Level.ERROR,
    strict: Strict = False,
) -> int:
    """Check files, our own or others', with or without their source."""
    from pipeline.commands.checking import check_files

    return check_files(
        files, source, as_json=json, baseline=baseline, write_baseline=write_baseline, reports=report or (),
        watch=watch, validators=validators, fail_on=severity(fail_on), strict=strict,
    )  # fmt: skip


@app.command()
def evidence(
    paths: Paths,
    out: Annotated[Path, Option(help="The folder; the pack is written to OUT/evidence/NAME.")] = Path("build"),
    validators: Validators = "all",
    strict: Strict = False,
) -> int:
    """Write the evidence pack: OpenACR, accessibility statement, EARL, hashes, questions for a person."""
    from pipeline.commands.evidence import write_evidence

    return write_evidence(paths, out, validators=validators, strict=strict)


@app.command()
def outline(file: Path, json: Json = False) -> int:
    """Print what a reader of a file gets: the preview of a screen reader."""
    from pipeline.commands.reading import print_outline

    print_outline(file, as_json=json)
    return Exit.CLEAN


@app.command()
def rules(json: Json = False) -> int:
    """List the rules and what they guard."""
    from pipeline.commands.reading import print_rules

    print_rules(as_json=json)
    return Exit.CLEAN


@app.command()
def explain(rule: str) -> int:
    """Explain a rule: what it does, why it matters, an example, how to mend."""
    from pipeline.commands.reading import explain_rule

    explain_rule(rule)
    return Exit.CLEAN


@app.command()
def doctor(json: Json = False) -> int:
    """Say which tools are there, in which version, and how to get those that are missing."""
    from pipeline.commands.reading import print_tools

    print_tools(as_json=json)
    return Exit.CLEAN


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _formats(text: str) -> tuple[str, ...]:
    names = _names(text)
    if not names:
        return ()
    from pipeline.writers import formats

    known = formats.names()
    for name in names:
        if name not in known:
            raise InputError(f"there is no format «{name}».", f"Choose from {', '.join(sorted(known))}.")
    return names
