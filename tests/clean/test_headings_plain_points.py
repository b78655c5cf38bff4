# SPDX-License-Identifier: AGPL-3.0-or-later
"""Points below a colon in plain text, whose bullets were drawn: they head nothing. Written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES
from tests.clean.test_repairs import PLAIN_PART

FEET = [f"{cut}\n{rest}\n{PLAIN_PART}\n\nPage {n} of 3\n\n" for n, (cut, rest) in enumerate(PAGES, start=1)]
POINTS = ["Sound ropes and lamps", "A pilot who knows the channel", "Dry oars"]


def _read(lead: str, *points: str) -> list[str]:
    """The lines of a text with points below a lead, after cleaning."""
    parts = ["The State of the Roads", f"The towns\n\n{PLAIN_PART}", *FEET, f"The ferries\n\n{PLAIN_PART}"]
    text = "\n\n".join([*parts, lead, "\n".join(points), PLAIN_PART, f"The bridges\n\n{PLAIN_PART}"]) + "\n"
    return [line for line in clean(text, lang="en").text.splitlines() if line]


def test_points_below_a_colon_are_no_headings() -> None:
    read = _read("Whoever leaves by night needs:", *POINTS)
    assert {"## The ferries", "## The bridges"} <= {*read}
    assert {f"- {point}" for point in POINTS} <= {*read}


def test_points_below_an_item_are_no_headings() -> None:
    read = _read("1. No boat goes out.\n\n2. Whoever leaves by night needs:", *POINTS)
    assert not [line for line in read if line.startswith("#") and line.lstrip("# ") in POINTS]
