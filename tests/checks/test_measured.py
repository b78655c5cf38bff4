# SPDX-License-Identifier: AGPL-3.0-or-later
"""Our own rules keep what was measured on the shared test sets."""

from __future__ import annotations

import pytest

from tests.checks.measure import act, epub, pdf_clauses
from tests.corpora import corpora


@pytest.mark.slow
def test_act_recall_and_precision() -> None:
    true, false, missed, _ = act(corpora("act"))
    assert true / (true + missed) >= 0.92
    assert true / (true + false) >= 0.99


@pytest.mark.slow
def test_seeded_books() -> None:
    found, faulty, alarms = epub(corpora("epub-faults"))
    assert alarms == 0
    assert found >= 0.92 * faulty


@pytest.mark.slow
def test_pdf_corpus() -> None:
    rows = pdf_clauses(corpora("verapdf")).values()
    assert sum(row[3] for row in rows) == 0
    assert sum(row[1] for row in rows) >= 0.9 * sum(row[0] for row in rows)
