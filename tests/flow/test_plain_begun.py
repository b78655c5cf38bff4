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
    text = (tmp_path / "fees.plain.md").read_text("utf-8")
    home = text[: text.index("mooring facilities")].count("\n")
    assert told[1].startswith(f"fees.md:3 (for fees.plain.md:{home}): ") and "mooring facilities" in told[1]
    file = tmp_path / "fees.plain.md"
    file.write_text(text.replace("at noon. -->\n\n", "at noon. -->\n\nBoats go at noon.\n", 1), "utf-8")
    assert command("plain", "suggest", "fees.md") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("fees.plain.md:") and told[0].endswith("Boats go at noon.")
    assert "fees.plain.md: parts without text: 1. The hardest sentences of their original:" in told
    (left,) = (line for line in told if line.startswith("fees.md:"))
    assert left.startswith(f"fees.md:3 (for fees.plain.md:{home}): ")


def test_a_grade_is_named_only_where_a_formula_gives_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tasas.md").write_text("---\nlang: es\n---\n\n# Tasas\n\nEl pago se hará en el n.º 4.\n", "utf-8")
    assert command("plain", "suggest", "tasas.md") == 0
    assert capsys.readouterr().out.startswith("tasas.md:7: 8 words: El pago se hará en el n.º 4.")
