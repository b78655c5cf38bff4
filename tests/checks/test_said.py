# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a PDF shows beside what it says in its stead."""

from __future__ import annotations

import pytest

from pipeline.checks.rules.pdf_said import _alike


@pytest.mark.parametrize(("said", "painted"), [
    ("21.500 €", "21.500 €"),
    ("H2O", "HO2"),  # the low figure is painted behind its line
    ("12.500", "12.500 ·"),
    ("من 3", "3 نم"),
    ("कुआँ 2", "कुओँ 2"),  # a glyph has the name of the letters for which it was first set
])  # fmt: skip
def test_alike(said: str, painted: str) -> None:
    assert _alike(said, painted)


@pytest.mark.parametrize(("said", "painted"), [
    ("importi fino a 21.500 euro", "importi fino a 12.500 euro"),
    ("Bees", "Wasps"),
    ("कुआँ 2", "कुआँ 3"),
])  # fmt: skip
def test_other(said: str, painted: str) -> None:
    assert not _alike(said, painted)
