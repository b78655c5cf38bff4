# SPDX-License-Identifier: AGPL-3.0-or-later
"""Outlines that Markdown takes for words: «I. / A. / B. / II.», line under line with nothing between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document.counting import number_of

_MARK = re.compile(r"\s*\(?([IVXLCDM]{1,7}|[ivxlcdm]{1,7}|[A-Za-z]|[0-9]{1,3})[.)]\s+\S")
_STYLES = ("decimal", "upper-roman", "lower-roman", "upper-alpha", "lower-alpha")
OUTLINE = (
    "Leave a line empty before each level, indent it as far as the words above it, and put two blanks behind a capital"
    " letter: I.  First."
)


def is_outline(lines: Sequence[str]) -> bool:
    """Whether the lines of a paragraph count on two levels or more, each beginning with its first number, and one of
    them going on. Initials before names do not: they begin no level and go on in none."""
    marks = [found[1] for found in map(_MARK.match, lines) if found]
    return len(marks) >= max(3, len(lines) / 2) and bool(_MARK.match(lines[0])) and _counts(marks)


def _counts(marks: Sequence[str]) -> bool:
    """Whether each mark goes on in one of the levels that are open, or is the first of a new one: of its style, since
    no mark is the first number of two styles. «C» may be 3 or 100: what goes on is known by its level."""
    levels: list[tuple[str, int]] = []
    went_on, deepest = False, 0
    for mark in marks:
        numbers = {style: number_of(mark, style) for style in _STYLES}
        at = next((at for at, (style, last) in enumerate(levels) if numbers[style] == last + 1), -1)
        style = levels[at][0] if at >= 0 else next((style for style in _STYLES if numbers[style] == 1), "")
        if not style or (at < 0 and any(known == style for known, _ in levels)):
            return False
        levels[at if at >= 0 else len(levels) :] = [(style, numbers[style] or 1)]
        went_on, deepest = went_on or at >= 0, max(deepest, len(levels))
    return went_on and deepest > 1
