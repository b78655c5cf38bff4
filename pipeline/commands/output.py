# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a command's result goes: a file, or standard output ("-"), which then holds nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline import store

STANDARD = Path("-")


def deliver(path: Path | None, data: bytes) -> None:
    """Write ``data`` to a file, whole or not at all, or to standard output. Raises WriteError."""
    if path is None or path == STANDARD:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        store.write_file(path, data)


def tell(text: str, path: Path | None) -> None:
    """Say something about the result, beside it where that goes to standard output."""
    print(text, file=sys.stderr if path is None or path == STANDARD else sys.stdout)
