# SPDX-License-Identifier: AGPL-3.0-or-later
"""What several rules ask of a file or a page is worked out once, and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Owner = TypeVar("Owner")
Made = TypeVar("Made")


def once(make: Callable[[Owner], Made]) -> Callable[[Owner], Made]:
    """``make``, whose answer for an object is kept with that object, as long as it lives. An error is not kept."""
    key = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def kept(owner: Owner) -> Made:
        known = owner.__dict__
        if key not in known:
            known[key] = make(owner)
        answer: Made = known[key]
        return answer

    return kept
