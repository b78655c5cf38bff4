# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pandoc as a reader of Markdown: sandboxed, fed by standard input, with bounds on memory and time.

It never gets a file name, so no name can become an option, and ``--sandbox`` lets it read nothing else.
"""

from __future__ import annotations

import json
import resource
import subprocess
from functools import cache
from typing import Any

from pipeline.errors import InputError, ToolFailedError

MARKDOWN = "commonmark_x+sourcepos-smart-emoji-yaml_metadata_block"
ISLAND = "markdown-smart-raw_html-raw_tex-yaml_metadata_block-pandoc_title_block-citations-auto_identifiers"
HEAP = "512M"
CPU_SECONDS = 60
WALL_SECONDS = 180
HEAP_EXHAUSTED = 251


@cache
def _program() -> str:
    import pypandoc

    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        raise ToolFailedError("pandoc is not there.", "Install pypandoc_binary (make setup).") from None


def version() -> str:
    """Pandoc's version, as it says."""
    import pypandoc

    return str(pypandoc.get_pandoc_version())


def read(text: str, dialect: str = MARKDOWN) -> dict[str, Any]:
    """The pandoc AST of ``text`` as JSON data.

    Raises InputError when the text asks for more than the bounds, ToolFailedError for anything else.
    """
    try:
        parsed = json.loads(_run(text, ["--from", dialect, "--to", "json"]))
    except json.JSONDecodeError:
        raise ToolFailedError("pandoc answered something that is not JSON.", "Try again; then report it.") from None
    except RecursionError:
        raise InputError("the text is nested too deeply.", "Take a level or two out of its lists or quotes.") from None
    if not isinstance(parsed, dict):
        raise ToolFailedError("pandoc answered something that is no document.", "Try again; then report it.")
    return parsed


def write(ast: dict[str, Any], target: str, *options: str) -> str:
    """A pandoc AST written as ``target`` (used for MathML, never for Markdown)."""
    return _run(json.dumps(ast), ["--from", "json", "--to", target, *options])


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 5))


def _run(text: str, arguments: list[str]) -> str:
    command = [_program(), "+RTS", f"-M{HEAP}", "-RTS", "--sandbox", *arguments]
    try:
        done = subprocess.run(
            command, input=text.encode(), capture_output=True, timeout=WALL_SECONDS, preexec_fn=_limit, check=False
        )
    except subprocess.TimeoutExpired:
        raise InputError("the text takes pandoc too long to read.", "Split it, or simplify its nesting.") from None
    except OSError as error:
        raise ToolFailedError(f"pandoc cannot be started: {error.strerror}.", "Run «make setup» again.") from None
    if done.returncode in (HEAP_EXHAUSTED, 2) and b"eap" in done.stderr:
        raise InputError("the text takes pandoc too much memory.", "Split it, or simplify its nesting.")
    if done.returncode < 0:
        raise InputError("the text takes pandoc too long to read.", "Split it, or simplify its nesting.")
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ToolFailedError(f"pandoc failed: {reason[-1] if reason else done.returncode}.", "Report this text.")
    return done.stdout.decode("utf-8")
