# SPDX-License-Identifier: AGPL-3.0-or-later
"""A picture without an alternative is told for every format, with its line; what is made of it is no fault of ours."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from pipeline.cli import run_command


def png() -> bytes:
    """A picture of one white point."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")


def findings(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    (folder / "mole.png").write_bytes(png())
    source = folder / "mole.md"
    source.write_text(f"---\ntitle: Tides\nlang: en\n---\n\nThe mole keeps the waves out.\n\n{text}\n", "utf-8")
    arguments = ["publish", str(source), "--formats", "pdf,html,epub", "--validators", "none"]
    run_command([*arguments, "--out", str(folder / "out")])
    lines = capsys.readouterr().out.splitlines()
    return [line.removeprefix(f"{folder}/") for line in lines if " error: " in line or " warning: " in line]


@pytest.mark.parametrize("text", ["![](mole.png)", "It is lit, ![](mole.png) by night."])
def test_one_without_is_an_error_with_its_line_in_every_format(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = findings(tmp_path, text, capsys)
    assert {line.split(": ")[2] for line in found} == {"image-name", "pdf-alt"}
    assert all(line.startswith("mole.md:8: error: ") for line in found), found
    assert all(any(f"mole.{end}" in line for line in found) for end in ("pdf", "html", "epub")), found


@pytest.mark.parametrize(
    "text",
    ["![](mole.png){.decorative}", '![](mole.png){alt=""}', '<img src="mole.png" alt=""> It is lit.',
     '<p><img src="mole.png" alt=""></p>', "![A wall in the sea](mole.png)"],
)  # fmt: skip
def test_a_decoration_and_one_with_it_are_not(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert findings(tmp_path, text, capsys) == []
