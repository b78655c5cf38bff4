# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is asked of executors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many documents may be worked on at the same time (at most one each), and where: the address of a scheduler,
    or empty for this machine."""

    jobs: int
    cluster: str = ""
