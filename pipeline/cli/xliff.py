# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands for translators' files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from pipeline.cli.options import Json, One
from pipeline.errors import Exit

app = typer.Typer(
    help="Send texts to translators and take their translations back.", no_args_is_help=True, rich_markup_mode=None
)


@app.command("export")
def xliff_export(
    path: One,
    to: Annotated[str, Option(help="The language to translate into, such as fr.")],
    profile: Annotated[str, Option(help="2.0, 2.1, 2.2, 1.2 or 1.2-omegat.")] = "2.0",
    previous: Annotated[list[Path] | None, Option("--from", help="An older XLIFF or TMX to take over from.")] = None,
    srx: Annotated[Path | None, Option(help="Your own segmentation rules.")] = None,
    output: Annotated[Path | None, Option("-o", "--output", help="Where the file goes.")] = None,
    hand_off: Annotated[bool, Option("--hand-off", help="All that a translator needs, as a ZIP.")] = False,
    plain: Annotated[bool, Option("--plain", help="The text in plain language, with summary and glossary.")] = False,
) -> int:
    """Write the file that a translator works on, and count the words to do."""
    from pipeline.commands import translating

    translating.export(path, to, profile, previous or [], srx, output, hand_off=hand_off, plain=plain)
    return Exit.CLEAN


@app.command("merge")
def xliff_merge(
    path: One,
    file: Annotated[Path, Argument(help="The translated XLIFF file.")],
    output: Annotated[Path | None, Option("-o", "--output", help="Only write the merged Markdown here.")] = None,
) -> int:
    """Check a translation and store it; «publish» then makes every format in its language."""
    from pipeline.commands import translating

    translating.merge(path, file, output)
    return Exit.CLEAN


@app.command("status")
def xliff_status(path: One, json: Json = False) -> int:
    """Say how far each translation is: words done, out of date, missing."""
    from pipeline.commands import translating

    translating.status(path, as_json=json)
    return Exit.CLEAN
