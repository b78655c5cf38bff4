# SPDX-License-Identifier: AGPL-3.0-or-later
"""When Python looks for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def few_collections(every: int = 100_000) -> Iterator[None]:
    """Rare collections, after ``every`` so many new objects, while a document is made and checked: it makes millions of
    objects that live to its end, and looking through them again and again costs more than the garbage. What lives at
    the end counts as old then, so that the next collection of the young does not look through all of it."""
    before = gc.get_threshold()
    gc.set_threshold(every, 50, 1000)
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*before)
