# SPDX-License-Identifier: AGPL-3.0-or-later
"""lettered-headings: a line with a letter that counts, set as a whole in italics or bold, is a heading as its like are.

An extractor marks "#### _a. Fees_" and "#### _b. Dues_", and leaves "_c. Lamps_" as a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Kind, Scan

_FEWEST = 2  # headings that are set and numbered so
_SET = re.compile(
    r"(?P<sign>\*{1,3}|_{1,2})(?P<label>\(?[a-zA-Z][.)])\s+[^\W\d_a-zß-öø-ÿ][^*\n]{1,100}?(?P=sign)"
    r"(?:\[\^\d{1,3}\]|\^[^\s^]{1,7}\^|<sup>.{1,20}</sup>)?\s*"
)


def find(scan: Scan) -> Iterator[Fix]:
    """Paragraphs of one line that are set and numbered as two headings or more are, in an extracted text."""
    if not scan.extracted:
        return
    levels: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for block in scan.blocks:
        if block.kind is Kind.HEADING and (found := _SET.fullmatch(scan.slice(block))):
            levels[_key(found)][block.level] += 1
    for block in scan.blocks if levels else ():
        found = _SET.fullmatch(scan.slice(block)) if block.kind is Kind.PARA and len(block.lines) == 1 else None
        known = levels.get(_key(found), Counter()) if found else Counter()
        if known.total() >= _FEWEST:
            level = known.most_common(1)[0][0]
            reason = "The line is set and numbered as headings are."
            yield Fix((Edit(block.start, block.body, f"{'#' * level} "),), reason, 0.92)


def _key(found: re.Match[str]) -> tuple[str, str]:
    """How a line is set, and what its label is but for the letter."""
    label = re.sub(r"[a-z]", "a", found["label"])
    return found["sign"][0] + str(len(found["sign"])), re.sub(r"[A-Z]", "A", label)


RULE = Rule(
    "lettered-headings", "Makes headings of lines that are set and lettered as headings are.", find,
    after="numbered-headings",
)
