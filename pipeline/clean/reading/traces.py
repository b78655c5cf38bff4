# SPDX-License-Identifier: AGPL-3.0-or-later
"""What shows that a text is an extractor's where no page does: how it writes what nobody sees.

One ends nearly all of its lines with a single space; one sets two blank lines between nearly all paragraphs, whose
lines it leaves as the page has them. Authors do either by chance, and here and there.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LINES = 20  # of text, that end with a space
_GAPS = 12  # between paragraphs
_LONG = 40  # characters of a line that goes on in the next
_APART = re.compile(r"(?<=\S)\n(?P<blank>\n+)(?=[^\W_]|[*_\[(\"“«„])")  # no item, heading or row of a table follows
_RUNS_ON = re.compile(rf"^[^\W_].{{{_LONG},}}[^\W_]\n[a-zß-öø-ÿ]", re.M)


@lru_cache(maxsize=2)
def traced(origin: str) -> bool:
    """Whether a text as it came has the hand of an extractor."""
    return _trailing(origin) or _parted(origin)


def _trailing(origin: str) -> bool:
    """Whether nine of ten lines of text end with a single space."""
    lines = [line for line in origin.splitlines() if line.strip() and not line.startswith(("|", "```"))]
    ended = sum(line.endswith(" ") and not line.endswith("  ") for line in lines)
    return ended >= _LINES and ended * 10 >= len(lines) * 9


def _parted(origin: str) -> bool:
    """Whether four of five paragraphs stand two blank lines below what is above, and lines run on."""
    gaps = [len(found["blank"]) for found in _APART.finditer(origin)]
    wide = sum(blank == 2 for blank in gaps)
    return len(gaps) >= _GAPS and wide * 5 >= len(gaps) * 4 and len(_RUNS_ON.findall(origin)) >= _GAPS
