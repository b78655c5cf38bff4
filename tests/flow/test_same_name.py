# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents of one name in two folders, published one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flow.test_registers import command


def two_years(folder: Path) -> None:
    for year in ("2030", "2031"):
        (folder / year).mkdir()
        (folder / year / "fees.md").write_text(f"---\nlang: en\n---\n\n# Fees of {year}\n\nTen pounds.\n", "utf-8")


def publish(path: str) -> int:
    return command("publish", path, "--formats", "html", "--validators", "none", "--out", "out")


def test_the_second_is_not_taken_for_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    two_years(tmp_path)
    page = tmp_path / "out" / "fees" / "en" / "fees.html"
    for year in ("2030", "2031", "2030"):
        assert publish(f"{year}/fees.md") == 0
        assert "fees: published in" in capsys.readouterr().out
        assert f"Fees of {year}" in page.read_text("utf-8")
    assert publish("2030/fees.md") == 0
    assert "fees: unchanged in" in capsys.readouterr().out


def test_a_document_that_takes_the_place_of_another_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever publishes two folders into one would else find only the second, and never learn why."""
    monkeypatch.chdir(tmp_path)
    two_years(tmp_path)
    publish("2030/fees.md")
    assert "takes the place" not in capsys.readouterr().err
    publish("2031/fees.md")
    told = "takes the place of 2030/fees.md in out/fees. Rename one of the two, or choose another --out."
    assert capsys.readouterr().err == f"pariter: fees: {told}\n"
    publish("2031/fees.md")
    (tmp_path / "2031" / "fees.md").write_text("---\nlang: en\n---\n\n# Fees\n\nNone.\n", "utf-8")
    publish("2031/fees.md")
    (tmp_path / "2031").rename(tmp_path / "2032")  # the same text elsewhere is the same document
    publish("2032/fees.md")
    assert "takes the place" not in capsys.readouterr().err
