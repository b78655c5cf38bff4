# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a file is of a source at all: beside another document nearly every sentence would be a finding."""

from __future__ import annotations

from pipeline.model import Outline

RUN = 8
"""How many letters in a row are compared. Texts of one language have up to a twelfth of such runs in common (156 pairs
of thirteen documents), a text and its edition nearly all."""
LEAST_SHARE = 0.15
FEWEST = 200
"""A text with fewer runs is too short to be judged."""


def is_of_another(given: Outline, wanted: Outline) -> bool:
    """Whether hardly anything of what a file says stands in what it must say. In: both outlines."""
    here, there = _runs(given), _runs(wanted)
    return min(len(here), len(there)) >= FEWEST and len(here & there) < LEAST_SHARE * len(here)


def _runs(outline: Outline) -> set[str]:
    text = "".join(node.text for node in outline.root.walk() if node.text)
    letters = "".join(filter(str.isalpha, text.casefold()))
    return {letters[at : at + RUN] for at in range(len(letters) - RUN + 1)}
