# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command line: a contract that others script against. Engines are imported inside the commands, so that
``--help`` is quick."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
import typer.exceptions
from typer import Argument, Option

from pipeline.errors import Exit, InputError

if TYPE_CHECKING:
    from pipeline.model import Severity

app = typer.Typer(
    name="pariter",
    help="One Markdown source, the same document for everyone: publish, check, clean, translate.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Level(StrEnum):
    """Severities by their names."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Pdf(StrEnum):
    """Targets of the PDF."""

    UA1 = "ua-1"
    UA2 = "ua-2"


Paths = Annotated[list[Path], Argument(help="A folder with source.md, a folder of such folders, or Markdown files.")]
FailOn = Annotated[Level, Option(help="Exit with 1 for findings of this level or above.")]
Strict = Annotated[bool, Option("--strict", help="Exit with 3 when something could not be looked at.")]
Json = Annotated[bool, Option("--json", help="Answer as JSON.")]
Validators = Annotated[str, Option(help="Reference validators to run: auto, all, none, or names with commas.")]


def run_command(arguments: Sequence[str]) -> int:
    """Run one command. Out: its exit code; wrong usage is 2."""
    try:
        answer = app(args=list(arguments), standalone_mode=False)
    except typer.Abort:
        return int(Exit.INTERRUPTED)
    except typer.exceptions.TyperException as error:
        return _usage(error)
    return int(answer) if isinstance(answer, int) else int(Exit.CLEAN)


def _usage(error: Exception) -> int:
    """Tell wrong usage in one line; without any command, the help is what was wanted."""
    tell = getattr(error, "format_message", lambda: str(error))
    said = " ".join(tell().split()).replace(": Value error, ", ": ")  # the library's name for it says nothing more
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(tell())
    else:
        see = f" See «{context.command_path} --help»." if context is not None else ""
        print(f"pariter: {said}{see}", file=sys.stderr)
    return int(Exit.INPUT)


@app.command()
def publish(
    paths: Paths,
    out: Annotated[Path, Option(help="The folder to publish into.")] = Path("build"),
    formats: Annotated[str, Option(help="Formats with commas: pdf,epub,html,xliff,plain,large,brf,pef.")] = "",
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

    options = Options(
        out, _formats(formats), pdf.value if pdf else "", archive, _names(to), jobs, validators, cluster
    )
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


xliff = typer.Typer(
    help="Send texts to translators and take their translations back.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(xliff, name="xliff")
One = Annotated[Path, Argument(help="A folder with source.md, or a Markdown file.")]


@xliff.command("export")
def xliff_export(
    path: One,
    to: Annotated[str, Option(help="The language to translate into, such as fr.")],
    profile: Annotated[str, Option(help="2.0, 2.1, 2.2, 1.2 or 1.2-omegat.")] = "2.0",
    previous: Annotated[list[Path] | None, Option("--from", help="An older XLIFF or TMX to take over from.")] = None,
    srx: Annotated[Path | None, Option(help="Your own segmentation rules.")] = None,
    output: Annotated[Path | None, Option("-o", "--output", help="Where the file goes.")] = None,
    hand_off: Annotated[bool, Option("--hand-off", help="All that a translator needs, as a ZIP.")] = False,
) -> int:
    """Write the file that a translator works on, and count the words to do."""
    from pipeline.commands import translating

    translating.export(path, to, profile, previous or [], srx, output, hand_off=hand_off)
    return Exit.CLEAN


@xliff.command("merge")
def xliff_merge(
    path: One,
    file: Annotated[Path, Argument(help="The translated XLIFF file.")],
    output: Annotated[Path | None, Option("-o", "--output", help="Only write the merged Markdown here.")] = None,
) -> int:
    """Check a translation and store it; «publish» then makes every format in its language."""
    from pipeline.commands import translating

    translating.merge(path, file, output)
    return Exit.CLEAN


@xliff.command("status")
def xliff_status(path: One, json: Json = False) -> int:
    """Say how far each translation is: words done, out of date, missing."""
    from pipeline.commands import translating

    translating.status(path, as_json=json)
    return Exit.CLEAN


plain = typer.Typer(
    help="The text in plain language: write, check, suggest.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(plain, name="plain")


@plain.command("init")
def plain_init(path: One) -> int:
    """Write plain.md to fill in, or add the blocks that are missing in it."""
    from pipeline.commands import plain as work

    print(work.init_plain(path))
    return Exit.CLEAN


@plain.command("check")
def plain_check(path: One, json: Json = False, fail_on: FailOn = Level.ERROR) -> int:
    """Compare the plain text with its original, and measure it."""
    from pipeline.commands import plain as work
    from pipeline.model import Outcome

    found = [one.severity for one in work.check_plain(path, as_json=json) if one.outcome is Outcome.FAIL]
    return Exit.FINDINGS if any(one >= severity(fail_on) for one in found) else Exit.CLEAN


@plain.command("suggest")
def plain_suggest(path: One, most: Annotated[int, Option(min=1, help="How many sentences to list.")] = 20) -> int:
    """List the hardest sentences first, and what might be done about each. Nothing is changed."""
    from pipeline.commands import plain as work

    work.suggest_plain(path, most=most)
    return Exit.CLEAN


@plain.command("accept")
def plain_accept(path: One, keys: Annotated[list[str], Argument(help="The names of suggestions.")]) -> int:
    """Put suggestions into plain.md; each is logged and can be taken back."""
    from pipeline.commands import plain as work

    work.accept_plain(path, keys)
    return Exit.CLEAN


@plain.command("undo")
def plain_undo(path: One, number: Annotated[int, Option(min=1, help="How many to take back.")] = 1) -> int:
    """Take the last accepted suggestions back, to the byte."""
    from pipeline.commands import plain as work

    work.undo_plain(path, number)
    return Exit.CLEAN


@plain.command("renew")
def plain_renew(path: One, blocks: Annotated[list[str], Argument(help="Ids of blocks of the original.")]) -> int:
    """Say that plain blocks fit what the original says now."""
    from pipeline.commands import plain as work

    work.renew_plain(path, blocks)
    return Exit.CLEAN


def severity(level: Level) -> Severity:
    """The severity that a level on the command line names."""
    from pipeline.model import Severity as Levels

    return Levels[level.name]


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
