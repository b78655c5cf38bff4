# SPDX-License-Identifier: AGPL-3.0-or-later
"""Wrong values of options and settings: one line that says where, and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cli import run_command
from pipeline.errors import PariterError
from pipeline.loading import load_document
from pipeline.publication import find_tasks

WRONG = [
    (["publish", "a.md", "--jobs", "0"], "--jobs: write 1 or more, not «0»."),
    (["publish", "a.md", "--jobs", "two"], "--jobs: write a whole number, not «two»."),
    (["clean", "a.md", "--threshold", "2"], "--threshold: write 1 or less, not «2»."),
    (["clean", "a.md", "--threshold", "high"], "--threshold: write a number, not «high»."),
    (["publish", "a.md", "--jobs"], "Option '--jobs' requires an argument."),
]


@pytest.mark.parametrize(("arguments", "told"), WRONG)
def test_a_wrong_value_of_an_option(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(arguments) == 2
    assert capsys.readouterr().err.startswith(f"pariter: {told}")


def test_no_command_at_all_is_answered_with_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command([]) == 2
    assert "Usage: " in capsys.readouterr().out


HOUSE = [
    ('[tool.pariter.repairs]\nforce = ["nothing-like-it"]\n', "nothing-like-it"),
    ('[tool.pariter.repairs]\nrefuse = ["empty-heading:900"]\n', "no line 900"),
    ('[tool.pariter]\nformats = ["docx"]\n', "docx"),
    ('[tool.pariter]\nlanguages = ["xx_"]\n', "xx_"),
    ('[tool.pariter]\nlanguage = "no language"\n', "no language tag"),
]


@pytest.mark.parametrize(("house", "told"), HOUSE)
def test_a_wrong_setting_of_the_house_style_is_told_with_its_file(tmp_path: Path, house: str, told: str) -> None:
    (tmp_path / "pyproject.toml").write_text(house, "utf-8")
    [task] = find_tasks([seed(tmp_path)])
    with pytest.raises(PariterError, match=told) as caught:
        load_document(task, {})
    assert caught.value.one_line().startswith(f"{tmp_path / 'pyproject.toml'}: ")


def test_what_the_command_line_says_is_no_setting_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.pariter]\nformats = ["pdf"]\n', "utf-8")
    [task] = find_tasks([seed(tmp_path)])
    with pytest.raises(PariterError, match="docx") as caught:
        load_document(task, {"formats": ("docx",)})
    assert "pyproject" not in caught.value.one_line()


def seed(folder: Path) -> Path:
    (folder / "boats").mkdir()
    (folder / "boats" / "source.md").write_text("# Boats\n\nThey are let.\n", "utf-8")
    (folder / "boats" / "document.yaml").write_text("title: Boats\n", "utf-8")
    return folder / "boats"
