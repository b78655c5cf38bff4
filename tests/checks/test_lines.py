# SPDX-License-Identifier: AGPL-3.0-or-later
"""The line of a title that only the front matter has."""

from __future__ import annotations

import pytest

from pipeline.checks.lines import line_of_title


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("---\nlang: en\ntitle: On bees\n---\n\ntitle: no\n", 3),
        ("---\nlang: en\n---\ntitle: no\n", 0),
        ("Bees\n\ntitle: no\n", 0),
        ("", 0),
    ],
)
def test_the_line_of_the_title_in_the_front_matter(source: str, line: int) -> None:
    assert line_of_title(source) == line
