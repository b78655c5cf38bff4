# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a format says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.model import Format

if TYPE_CHECKING:
    from pipeline.writers.desk import Desk


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: what its files end in, what they are checked as (None: by nothing of ours), how one is made from what
    is on the desk, its media type (empty: pages do not list it by itself), its place among the others on pages, and
    whether the pages of an edition link it."""

    suffix: str
    format: Format | None
    write: Callable[[Desk], bytes]
    media_type: str
    place: int
    linked: bool = True
