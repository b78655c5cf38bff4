# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where pages begin: pieces of a text are counted as the text itself would be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers.pdf.starts import Count


@given(st.lists(st.text("ab \n", max_size=5), max_size=12))
def test_pieces_count_as_their_text(pieces: list[str]) -> None:
    count, before = Count(), ""
    for piece in pieces:
        folded = " ".join(before.split())
        assert count.next == len(folded) + bool(folded and before[-1:].isspace())
        count.add(piece)
        before += piece
