# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was missing when a single file was published, and came later: the publication is made anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.flow.test_registers import command

TEXT = "---\nlang: en\ntitle: Boats\n---\n\n# Boats\n\nNobody rows alone.\n\n![A red boat on the shore](boat.png)\n"


@pytest.fixture
def boats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "boats.md").write_text(TEXT, "utf-8")
    return tmp_path


def publish() -> int:
    return command("publish", "boats.md", "--formats", "html,plain", "--validators", "none", "--out", "out")


def test_a_picture(boats: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish() == 1
    assert "Image boat.png is missing" in capsys.readouterr().out
    Image.new("RGB", (60, 40), "red").save(boats / "boat.png")
    assert publish() == 0
    assert "boats: published in" in capsys.readouterr().out


def test_a_picture_that_went_is_told_by_who_checks_a_file_against_its_source(
    boats: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = boats / "boat.png"
    Image.new("RGB", (60, 40), "red").save(picture)
    publish()
    page = "out/boats/en/boats.html"
    check = ("check", page, "--source", "boats.md", "--validators", "none")
    assert command(*check) == 0
    picture.unlink()
    capsys.readouterr()
    assert command(*check) == 1
    told = capsys.readouterr().out
    assert "boats.md:10" in told and "Image boat.png is missing" in told


def test_a_plain_text_and_each_change_of_it(boats: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish()
    assert command("plain", "init", "boats.md") == 0
    publish()
    assert "boats: published in" in capsys.readouterr().out
    with (boats / "boats.plain.md").open("a", encoding="utf-8") as file:
        file.write("\n")
    publish()
    assert "boats: published in" in capsys.readouterr().out
    publish()
    assert "boats: unchanged in" in capsys.readouterr().out


def test_a_translation_and_each_change_of_it(boats: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish()
    assert command("xliff", "export", "boats.md", "--to", "fr", "-o", "boats.fr.xlf") == 0
    (boats / "translations").mkdir()
    stored = boats / "translations" / "boats.fr.xlf"
    stored.write_bytes((boats / "boats.fr.xlf").read_bytes())
    publish()
    assert "boats: published in" in capsys.readouterr().out
    assert (boats / "out" / "boats" / "fr").is_dir()
    stored.write_bytes(stored.read_bytes() + b"\n")
    publish()
    assert "boats: published in" in capsys.readouterr().out
    stored.unlink()
    publish()
    assert "boats: published in" in capsys.readouterr().out
    assert not (boats / "out" / "boats" / "fr").exists()
