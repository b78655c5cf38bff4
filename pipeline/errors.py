# SPDX-License-Identifier: AGPL-3.0-or-later
"""One exception for each cause of failure: its exit code, and a message that says what to do."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

MOST_TOLD = 20
"""How many things that are wrong with one file are told one by one."""


class Exit(IntEnum):
    """The exit codes of every command: a contract that others script against."""

    CLEAN = 0
    FINDINGS = 1
    INPUT = 2
    TOOL_MISSING = 3
    INTERNAL = 4
    INTERRUPTED = 130


class PariterError(Exception):
    """A failure that is told in one line: ``file:line: what happened. What to do.``

    In: what happened, what to do about it, and the file and line (from 1) where.
    """

    exit_code = Exit.INTERNAL

    def __init__(self, what: str, remedy: str = "", *, file: Path | str = "", line: int = 0) -> None:
        self.what = what
        self.remedy = remedy
        self.file = str(file)
        self.line = line
        super().__init__(self.one_line())

    def one_line(self) -> str:
        """The message as it is printed: always one line, whatever was put into it."""
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        text = f"{place}{self.what}" + (f" {self.remedy}" if self.remedy else "")
        return " ".join(text.split())

    def lines(self) -> tuple[str, ...]:
        """All that is printed: one line for each thing that is wrong."""
        return (self.one_line(),)

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel from workers to the parent with all that they say."""
        return _rebuilt, (type(self), self.what, self.remedy, self.file, self.line)


def _rebuilt(kind: type[PariterError], what: str, remedy: str, file: str, line: int) -> PariterError:
    return kind(what, remedy, file=file, line=line)


class InputError(PariterError):
    """What was given cannot be used: a missing, empty, binary, broken or forbidden input."""

    exit_code = Exit.INPUT


class SettingsError(InputError):
    """A setting is unknown in kind, has the wrong type, or its file is not YAML or TOML."""


class RefusedError(InputError):
    """The input asks for something that is never done: a file outside its folder, the network, script."""


class MergeError(InputError):
    """A translation does not fit the source; nothing was merged. ``others`` tell what else in the file does not fit."""

    others: tuple[MergeError, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """One line for each of the first units that do not fit, and how many more there are."""
        told = [error.one_line() for error in (self, *self.others)]
        left = len(told) - MOST_TOLD
        more = f"{self.file}: {left} more unit{'s do' if left != 1 else ' does'} not fit."
        return (*told[:MOST_TOLD], more) if left > 0 else tuple(told)


class ToolMissingError(PariterError):
    """A tool that was required is not there."""

    exit_code = Exit.TOOL_MISSING


class WriteError(PariterError):
    """An output could not be written; what was published before is untouched."""


class ToolFailedError(PariterError):
    """A tool that we depend on crashed, timed out or answered nonsense."""
