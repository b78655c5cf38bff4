# SPDX-License-Identifier: AGPL-3.0-or-later
"""Values as a PDF writes them, against a reader that is not ours."""

from __future__ import annotations

import math

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers.pdf.syntax import array, number, string, value


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_text_reads_back_as_it_was_written(text: str) -> None:
    assert str(pikepdf.Object.parse(string(text))) == text


@given(st.floats(-1e6, 1e6))
def test_a_number_is_right_to_a_thousandth_and_has_no_exponent(given: float) -> None:
    written = number(given)
    assert math.isclose(float(written), given, abs_tol=0.0006)
    assert set(written) <= set(b"-.0123456789")
    assert written != b"-0"


def test_values_of_attributes() -> None:
    assert value("/Row") == b"/Row"
    assert value(3) == b"3"
    assert value((0.0, 1.5, -0.0004)) == b"[0 1.5 0]"
    assert array([]) == b"[]"
