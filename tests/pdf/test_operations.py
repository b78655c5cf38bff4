# SPDX-License-Identifier: AGPL-3.0-or-later
"""Content streams: plain lines are read as pikepdf reads them, and all others by pikepdf."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.outline import pdf_operations as reading

NUMBERS = st.sampled_from(["0", "1", "-12", "+3.5", "0.066667", ".5", "-.25", "7.", "841.889764"])
HEX = st.sampled_from(["<>", "<0041>", "<00410042>", "<41>", "<4142AB>", "<005c>", "<00ff>"])
LINES = st.one_of(
    st.builds("{} {} {} rg".format, NUMBERS, NUMBERS, NUMBERS),
    st.builds("1 0 0 -1 {}  {} Tm".format, NUMBERS, NUMBERS),
    st.builds("{} Ts".format, NUMBERS),
    st.builds("[{}{}{}] TJ".format, HEX, NUMBERS, HEX),
    st.builds("[ {} {} ]TJ".format, HEX, NUMBERS),
    st.builds("{} Tj".format, HEX),
    st.builds("/{} {} Tf".format, st.sampled_from(["F1", "a1.0", "A+B_c-9"]), NUMBERS),
    st.builds("/Span\n<</MCID {}>>\nBDC".format, st.integers(0, 10**9 - 1)),
    st.builds("/Artifact\n<</Type /{}/Subtype (a) /N [1 2]>>\nBDC".format, st.sampled_from(["Pagination", "Layout"])),
    st.sampled_from(["q", "Q", "BT", "ET", "EMC", "f*", "T*", "n", "/Im0 Do", "/a1 gs", "/P BMC", "/Cs1 cs", "", "  "]),
)
OWNER = pikepdf.new()
OTHERS = st.sampled_from(
    ["(a) Tj", "% BT", "/Span <</MCID 3>> BDC", "[1 2] 0 d", "q\r", "[<00\n41>] TJ", "q Q", "1", "/A", "/A#42 gs",
     "<0 0> Tj", "(", "BI", "<</A"]
)  # fmt: skip


def _stream(lines: list[str]) -> Any:
    return OWNER.make_stream("\n".join(lines).encode())


def _told(operations: Any) -> list[tuple[str, Any]]:
    told: list[tuple[str, Any]] = []
    for name, operands in operations:
        shown = name in reading.TEXTS
        told.append(("TJ", b"".join(operands)) if shown else (name, [_plain(one) for one in operands]))
    return told


def _plain(value: Any) -> Any:
    if isinstance(value, pikepdf.Dictionary | dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, pikepdf.Array):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, pikepdf.Object) else float(value)


@settings(deadline=None)
@given(st.lists(LINES, max_size=8))
def test_plain_lines_are_read_as_pikepdf_reads_them(lines: list[str]) -> None:
    stream = _stream(lines)
    assert reading.of_lines(stream.read_bytes()) is not None
    assert _told(reading.operations(stream)) == _told(reading.parsed(stream))


@settings(deadline=None)
@given(st.lists(st.one_of(LINES, OTHERS), max_size=6))
def test_all_others_are_read_by_pikepdf(lines: list[str]) -> None:
    stream = _stream(lines)
    try:
        wanted = _told(reading.parsed(stream))
    except pikepdf.PdfError:
        with pytest.raises(pikepdf.PdfError):
            reading.operations(stream)
        return
    assert _told(reading.operations(stream)) == wanted


def test_codes_of_two_bytes_are_one_text() -> None:
    lines = ["[<0041>-3<00420043>] TJ", "[<41>-3<4243>] TJ"]
    assert [codes for _, codes in reading.operations(_stream(lines))] == [(b"\0A\0B\0C",), (b"A", b"BC")]
