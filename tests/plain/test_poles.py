# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which of two gets which value, where the plain text has other words for both of them."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard
from pipeline.plain.numbers.poles import poles

PAIRS = [
    (
        "The repair takes two weeks for minor damage and six weeks for major damage.",
        "Small holes are mended in two weeks. Big ones take six weeks.",
        "Small holes are mended in six weeks. Big ones take two weeks.",
    ),
    (
        "The employer contributes 9 per cent and the employee 7 per cent of the wage.",
        "The worker pays in 7% of the wage. The firm pays 9%.",
        "The worker pays in 9% of the wage. The firm pays 7%.",
    ),
    (
        "The card is valid for ten years for adults and for six years for minors.",
        "An adult's card is good for ten years, and that of a child for six.",
        "A child's card is good for ten years, and that of an adult for six.",
    ),
    (
        "The survey counted 57 damaged boats in the upper harbour and 18 in the lower harbour.",
        "57 boats in the upper harbour had damage. In the lower one there were 18.",
        "57 boats in the lower harbour had damage. In the upper one there were 18.",
    ),
    (
        "The grant amounts to 80 per cent of the rent during the first ten weeks and to 60 per cent thereafter.",
        "For the first 10 weeks we pay 80% of the rent. From then on you get 60%.",
        "For the first 10 weeks we pay 60% of the rent. From then on you get 80%.",
    ),
    (
        "The harbour board bears 70 per cent of the cost of moorings, the skipper bearing the rest.",
        "When moorings are laid, the harbour board pays 70% of the cost. The skipper pays 30%.",
        "When moorings are laid, the skipper pays 70% of the cost. The harbour board pays 30%.",
    ),
]


@pytest.mark.parametrize(("original", "right", "wrong"), PAIRS)
def test_who_gets_which(original: str, right: str, wrong: str) -> None:
    told = [
        any(one.kind == "numbers" and not one.weak for one in guard(original, plain).differences)
        for plain in (right, wrong)
    ]
    assert told == [False, True]


def test_a_text_with_both_poles_tells_none() -> None:
    assert list(poles("for adults and children")) == []
    assert [pole for _, pole in poles("for grown-ups")] == [1]
