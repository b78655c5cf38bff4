# SPDX-License-Identifier: AGPL-3.0-or-later
"""What several commands are told in the same words."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

if TYPE_CHECKING:
    from pipeline.model import Severity


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
One = Annotated[Path, Argument(help="A folder with source.md, or a Markdown file.")]


def severity(level: Level) -> Severity:
    """The severity that a level on the command line names."""
    from pipeline.model import Severity as Levels

    return Levels[level.name]
