# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands for the text in plain language."""

from __future__ import annotations

from typing import Annotated

import typer
from typer import Argument, Option

from pipeline.cli.options import FailOn, Json, Level, One, severity
from pipeline.errors import Exit

app = typer.Typer(
    help="The text in plain language: write, check, suggest.", no_args_is_help=True, rich_markup_mode=None
)


@app.command("init")
def plain_init(path: One) -> int:
    """Write plain.md to fill in, or add the blocks that are missing in it."""
    from pipeline.commands import plain as work

    print(work.init_plain(path))
    return Exit.CLEAN


@app.command("check")
def plain_check(path: One, json: Json = False, fail_on: FailOn = Level.ERROR) -> int:
    """Compare the plain text with its original, and measure it."""
    from pipeline.commands import plain as work
    from pipeline.model import Outcome

    found = [one.severity for one in work.check_plain(path, as_json=json) if one.outcome is Outcome.FAIL]
    return Exit.FINDINGS if any(one >= severity(fail_on) for one in found) else Exit.CLEAN


@app.command("suggest")
def plain_suggest(path: One, most: Annotated[int, Option(min=1, help="How many sentences to list.")] = 20) -> int:
    """List the hardest sentences first, and what might be done about each. Nothing is changed."""
    from pipeline.commands import plain as work

    work.suggest_plain(path, most=most)
    return Exit.CLEAN


@app.command("accept")
def plain_accept(path: One, keys: Annotated[list[str], Argument(help="The names of suggestions.")]) -> int:
    """Put suggestions into plain.md; each is logged and can be taken back."""
    from pipeline.commands import plain as work

    work.accept_plain(path, keys)
    return Exit.CLEAN


@app.command("undo")
def plain_undo(path: One, number: Annotated[int, Option(min=1, help="How many to take back.")] = 1) -> int:
    """Take the last accepted suggestions back, to the byte."""
    from pipeline.commands import plain as work

    work.undo_plain(path, number)
    return Exit.CLEAN


@app.command("renew")
def plain_renew(path: One, blocks: Annotated[list[str], Argument(help="Ids of blocks of the original.")]) -> int:
    """Say that plain blocks fit what the original says now."""
    from pipeline.commands import plain as work

    work.renew_plain(path, blocks)
    return Exit.CLEAN
