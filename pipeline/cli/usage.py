# SPDX-License-Identifier: AGPL-3.0-or-later
"""Wrong usage, told in one line: what is wrong, and what to write."""

from __future__ import annotations

import re
import sys
from typing import Any

from pipeline.errors import Exit


def usage(error: Exception) -> int:
    """Tell wrong usage; without any command, the help is what was wanted. Out: the exit code."""
    tell = getattr(error, "format_message", lambda: str(error))
    if type(error).__name__ == "NoArgsIsHelpError":
        print(tell())
        return int(Exit.INPUT)
    # The library's name for its kind of error says nothing more.
    said = _of_number(error) or " ".join(tell().split()).replace(": Value error, ", ": ")
    context = getattr(error, "ctx", None)
    see = f" See «{context.command_path} --help»." if context is not None else ""
    print(f"pariter: {said}{'' if re.search(r'[.!?)]$', said) else '.'}{see}", file=sys.stderr)
    return int(Exit.INPUT)


def _of_number(error: Exception) -> str:
    """What is wrong with a number that an option was given; "" for other errors. The library that reads values tells it
    in the words of programmers, and has the kind of the error beside them."""
    every = getattr(error.__cause__, "errors", None)
    names = getattr(getattr(error, "param", None), "opts", None)
    if every is None or not names:
        return ""
    first: dict[str, Any] = every()[0]
    kind, given, bounds = str(first["type"]), first["input"], first.get("ctx", {})
    if kind == "greater_than_equal":
        wanted = f"{bounds['ge']:g} or more"
    elif kind == "less_than_equal":
        wanted = f"{bounds['le']:g} or less"
    elif kind.startswith("int_"):
        wanted = "a whole number"
    elif kind.startswith(("float_", "finite_")):
        wanted = "a number"
    else:
        return ""
    return f"{names[-1]}: write {wanted}, not «{given}»."
