# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which files a command is given, and when they change."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.errors import InputError, PariterError
from pipeline.outline import SUFFIXES

LOOK_EVERY = 0.5


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
