# SPDX-License-Identifier: AGPL-3.0-or-later
"""Points of a numbered section that were taken for chapters. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned

TEXT = "The board has written this down, and it binds whoever moors at the quay. " * 6
POINTS = ("1. Ropes", "2. Lamps", "3. Oil of the lamps", "4. Boats", "5. Bells")


def _body(mark: str, *, below: str = "## 2.2. Dues") -> str:
    points = "\n\n".join(f"{mark}{point}\n\n{TEXT}" for point in POINTS)
    return f"## 2.1. What is needed\n\n{TEXT}\n\n{points}\n\n{below}\n\n{TEXT}\n\n## 2.3. Ice\n\n{TEXT}"


@pytest.mark.parametrize("mark", ["### ", "#### ", ""])
def test_points_between_two_sections_that_go_on_are_items(mark: str) -> None:
    lines = _cleaned(_body(mark), title="# 2. Harbour").splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "## 2.1. What is needed", "## 2.2. Dues", "## 2.3. Ice",
    ]  # fmt: skip
    assert set(POINTS) <= {*lines}


@pytest.mark.parametrize(
    "body",
    [
        _body("### ", below="## 2.7. Dues"),  # nothing goes on from the section
        _body("### ").replace("## 2.1. ", "## ").replace("## 2.2. ", "## "),  # sections have no numbers
        _body("### ").replace("4. Boats", "9. Boats"),  # they do not count up
    ],
)
def test_other_numbers_head_what_follows_them(body: str) -> None:
    assert "### 2. Lamps" in _cleaned(body, title="# 2. Harbour")


def test_of_an_author_they_stay() -> None:
    text = f"# 2. Harbour\n\n{_body('### ')}\n"
    assert clean(text, lang="en").text.count("### ") == len(POINTS)
