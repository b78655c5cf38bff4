# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents of one name in two folders, published one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flow.test_registers import command


def publish(path: str) -> int:
    return command("publish", path, "--formats", "html", "--validators", "none", "--out", "out")


def test_the_second_is_not_taken_for_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for year in ("2030", "2031"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "fees.md").write_text(f"---\nlang: en\n---\n\n# Fees of {year}\n\nTen pounds.\n", "utf-8")
    page = tmp_path / "out" / "fees" / "en" / "fees.html"
    for year in ("2030", "2031", "2030"):
        assert publish(f"{year}/fees.md") == 0
        assert "fees: published in" in capsys.readouterr().out
        assert f"Fees of {year}" in page.read_text("utf-8")
    assert publish("2030/fees.md") == 0
    assert "fees: unchanged in" in capsys.readouterr().out
