# SPDX-License-Identifier: AGPL-3.0-or-later
"""A caption that stands in the place of the alternative is told, for nobody sees it."""

from __future__ import annotations

import pytest

from tests.make import document


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Lead.\n\n![Abb. 3: Fees by year](bar.png)\n", [3]),
        ("![Figure 2. The weir](weir.png){width=50%}\n", [1]),
        ("![Fig. 1 – The weir](weir.png)\n\n![Рис. 4. Плотина](weir.png)\n", [1, 3]),
        ('![A weir with two gates](weir.png "Fig. 2: The weir")\n', []),
        ('![Fig. 2: The weir](weir.png){alt="A weir with two gates"}\n', []),
        ("![Fig leaves on a table, 3 of them](leaf.png)\n", []),
        ("![Map of the 12 harbours](map.png)\n", []),
        ("The sign ![Fig. 2: a weir](weir.png) is red.\n", []),
    ],
)
def test_a_caption_that_is_an_alternative(text: str, lines: list[int]) -> None:
    found = [notice for notice in document(text, title="T", lang="en").notices if notice.rule == "caption-unseen"]
    assert [notice.line for notice in found] == lines
