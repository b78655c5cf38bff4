# SPDX-License-Identifier: AGPL-3.0-or-later
"""When Python looks for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def few_collections() -> Iterator[None]:
    """Rare collections while a document is made and checked: it makes millions of objects that live to its end, and
    looking through them again and again costs more than the garbage."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*before)
