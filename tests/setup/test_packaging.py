# SPDX-License-Identifier: AGPL-3.0-or-later
"""The hook, the action, the workflow and the container file say what the product really has."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def help_of(command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", command, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_hook_calls_what_there_is() -> None:
    (hook,) = load(".pre-commit-hooks.yaml")
    program, command, option, value = hook["entry"].split()
    assert (program, value) == ("pariter", "none")
    assert option in help_of(command)
    for name in ("a.pdf", "b.epub", "c.html", "d.xlf", "e.xliff"):
        assert re.search(hook["files"], name)
    assert not re.search(hook["files"], "f.md")


def test_the_action_calls_what_there_is_and_no_input_is_a_command() -> None:
    action = load("action.yml")
    check = action["runs"]["steps"][1]
    assert "${{" not in check["run"]
    assert set(check["env"]) == {"FILES", "SOURCE", "VALIDATORS", "FAIL_ON", "STRICT", "SARIF"}
    known = help_of("check")
    for option in re.findall(r"--[a-z-]+[a-z]", check["run"]):
        assert option in known, option
    for option in ("github", "sarif"):
        assert (ROOT / "pipeline" / "report" / f"{option}.py").is_file()


def test_the_container_has_all_that_is_copied() -> None:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    kept = (ROOT / ".containerignore").read_text(encoding="utf-8").split()
    for line in re.findall(r"^COPY (.*) \S+$", text, re.MULTILINE):
        for name in line.split():
            assert (ROOT / name).exists(), name
            assert f"!{name}" in kept, name


@pytest.mark.parametrize("name", ["action.yml", "Containerfile", ".github/workflows/test.yml"])
def test_the_same_system_packages_are_named_everywhere(name: str) -> None:
    from pipeline.tools.engines import PANGO_PACKAGES

    text = (ROOT / name).read_text(encoding="utf-8")
    if "libpango" in text:
        assert all(package in text for package in PANGO_PACKAGES)
    assert "python3-venv" in text
