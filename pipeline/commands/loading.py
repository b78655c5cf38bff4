# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one document that a command works on."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import InputError
from pipeline.loading import Loaded, load_document
from pipeline.publication import find_tasks

__all__ = ["Loaded", "one_document"]


def one_document(path: Path) -> Loaded:
    """The one document at ``path`` (as in ``publish``). Raises InputError for none or several."""
    tasks = find_tasks((path,))
    if len(tasks) != 1:
        raise InputError("there are several documents here.", "Name one of them.", file=path)
    return load_document(tasks[0], {})
