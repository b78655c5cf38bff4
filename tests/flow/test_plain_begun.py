# SPDX-License-Identifier: AGPL-3.0-or-later
"""A plain text that is only begun: help is there before its first sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flow.test_registers import command

TEXT = "# Fees\n\nThe utilisation of the mooring facilities necessitates prior authorisation.\n\nBoats leave at noon.\n"


def test_suggestions_begin_with_the_original(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fees.md").write_text(TEXT, "utf-8")
    assert command("plain", "init", "fees.md") == 0
    capsys.readouterr()
    assert command("plain", "suggest", "fees.md") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "fees.plain.md: no sentence is written yet. These are the hardest of the original:"
    assert told[1].startswith("fees.md:3: ") and "mooring facilities" in told[1]
    file = tmp_path / "fees.plain.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("at noon. -->\n\n", "at noon. -->\n\nBoats go at noon.\n", 1), "utf-8")
    assert command("plain", "suggest", "fees.md") == 0
    told = capsys.readouterr().out.splitlines()
    assert told and all(line.startswith(("fees.plain.md:", "  ")) for line in told)
