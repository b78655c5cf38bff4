# SPDX-License-Identifier: AGPL-3.0-or-later
"""heading-levels: no level is skipped on the way down."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.scan import Kind, Scan


def find(scan: Scan) -> Iterator[Fix]:
    """Headings more than one level below the one they stand under; what stands under them follows."""
    stack: list[tuple[int, int]] = []  # (level as written, level as it should be)
    for block in scan.blocks:
        if block.kind not in (Kind.HEADING, Kind.SETEXT):
            continue
        level = block.level
        while stack and stack[-1][0] >= level:
            stack.pop()
        right = stack[-1][1] + 1 if stack else level
        stack.append((level, right))
        if right < level and block.kind is Kind.HEADING:
            start = block.start + block.indent
            reason = f"Level {level} follows level {stack[-2][1] if len(stack) > 1 else 0}: one is skipped."
            yield Fix((Edit(start, start + level, "#" * right),), reason, 0.95)


RULE = Rule("heading-levels", "Closes gaps between heading levels.", find)
