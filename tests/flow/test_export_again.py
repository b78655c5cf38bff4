# SPDX-License-Identifier: AGPL-3.0-or-later
"""A second export does not write over what a translator has done since the first."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from tests.flow.test_out_of_date import translated
from tests.flow.test_registers import command

EXPORT = ("xliff", "export", "berths", "--to", "es")


@pytest.fixture
def worked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file for translators that one has worked on, and has not been taken back."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "berths"
    folder.mkdir()
    (folder / "document.yaml").write_text("lang: en\n", "utf-8")
    (folder / "source.md").write_text("# Berths\n\nThe fee is due in June.\n\nBoats leave at noon.\n", "utf-8")
    assert command(*EXPORT) == 0
    file = tmp_path / "berths.es.xlf"
    assert command(*EXPORT) == 0  # nothing is in it yet
    file.write_bytes(translated(file.read_bytes()))
    return file


def test_it_is_refused_and_says_what_to_do(worked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = worked.read_bytes()
    capsys.readouterr()
    assert command(*EXPORT) == 2
    said = capsys.readouterr().err
    assert worked.read_bytes() == before
    assert "berths.es.xlf: it holds 3 translations that are not stored." in said and "xliff merge" in said


@pytest.mark.parametrize("more", [("--from", "berths.es.xlf"), ("-o", "other.xlf"), ("--hand-off",)])
def test_other_ways_out_are_free(worked: Path, more: tuple[str, ...]) -> None:
    assert command(*EXPORT, *more) == 0
    assert "léavé" in html.unescape(worked.read_text("utf-8"))


def test_what_is_stored_may_be_written_again(worked: Path) -> None:
    assert command("xliff", "merge", "berths", "berths.es.xlf") == 0
    source = worked.parent / "berths" / "source.md"
    source.write_text(source.read_text("utf-8").replace("noon", "two"), "utf-8")
    assert command(*EXPORT) == 0
    assert "léavé" in html.unescape(worked.read_text("utf-8"))
