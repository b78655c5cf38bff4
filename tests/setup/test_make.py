# SPDX-License-Identifier: AGPL-3.0-or-later
"""make sets itself up, is quick when nothing is to be done, and says in one line what it lacks."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TARGETS = ("help", "setup", "validators", "publish", "check", "repair", "watch", "test", "lint", "clean")
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder as a clone has it, as far as make looks at it, in a path with a space."""
    folder = tmp_path / "a clone"
    (folder / "pipeline" / "tools").mkdir(parents=True)
    (folder / "build").mkdir()
    for name in ("Makefile", "pyproject.toml", "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("jars.py", "multilingual_e5.py", "install.py", "schemas.py"):
        shutil.copy(ROOT / "pipeline" / "tools" / name, folder / "pipeline" / "tools" / name)
    return folder


def make(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    # A make of our own, not a part of the one that runs the tests.
    clean = {k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    command = ["make", *arguments]
    surroundings = clean | environment
    return subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False, timeout=60
    )


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def installed(folder: Path) -> None:
    """As after a set-up; the commands only say what they were given."""
    program(folder / ".venv" / "bin" / "python", 'echo python "$@"')
    program(folder / ".venv" / "bin" / "pariter", 'echo pariter "$@"')
    for stamp in (".wheels", ".ready", ".ready-test"):
        (folder / ".venv" / stamp).touch()


def test_help_is_the_default_and_names_every_target(checkout: Path) -> None:
    said = make(checkout).stdout
    rules = re.findall(r"^([a-z-]+):", (checkout / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(TARGETS) <= set(rules)
    for target in rules:
        assert re.search(rf"^ +{target} +\S", said, re.MULTILINE), target


def test_setup_once_and_in_this_order(checkout: Path) -> None:
    program(checkout / ".venv" / "bin" / "python", 'echo "$*"')
    program(checkout / ".venv" / "bin" / "pariter", 'echo pariter "$@"')
    first = make(checkout, "-j4", "publish").stdout.splitlines()
    assert first == [
        "-m pipeline.tools.install wheels",
        "-m pipeline.tools.install system jars model",
        "pariter publish seeds --out build",
    ]
    assert make(checkout, "publish").stdout.splitlines() == ["pariter publish seeds --out build"]
    assert make(checkout, "test").stdout.splitlines() == [
        "-m pipeline.tools.install dev node npm chromium braille schemas",
        "-m pytest -n 2 tests",
    ]
    assert make(checkout, "test").stdout.splitlines() == ["-m pytest -n 2 tests"]


def test_a_failed_step_is_tried_again(checkout: Path) -> None:
    program(checkout / ".venv" / "bin" / "python", "exit 3")
    assert make(checkout, "publish").returncode != 0
    program(checkout / ".venv" / "bin" / "python", 'echo "$*"')
    program(checkout / ".venv" / "bin" / "pariter", "true")
    assert "wheels" in make(checkout, "publish").stdout


def test_it_sets_up_again_when_dependencies_change(checkout: Path) -> None:
    installed(checkout)
    later = time.time() + 10
    os.utime(checkout / "pyproject.toml", (later, later))
    assert "install wheels" in make(checkout, "publish").stdout


def test_variables_reach_the_command_whatever_is_in_them(checkout: Path) -> None:
    installed(checkout)
    said = make(checkout, "publish", "DOC=my text.md", "FORMATS=pdf,html", "LANG_TO=fr,ar", "OUT=out put").stdout
    assert said.strip() == "pariter publish my text.md --out out put --formats pdf,html --to fr,ar"
    assert make(checkout, "check").stdout.strip() == "pariter check build"


def test_without_a_new_enough_python_one_line_says_so(checkout: Path, tmp_path: Path) -> None:
    old = program(tmp_path / "bin" / "python3", "exit 1")
    for name in ("python3.11", "python3.12", "python3.13", "python3.14"):
        program(tmp_path / "bin" / name, "exit 1")
    done = make(checkout, "setup", PATH=f"{old.parent}:/usr/bin:/bin", PYTHON="python3")
    assert done.returncode != 0
    assert [line for line in done.stderr.splitlines() if line.startswith("setup: ")] == [
        "setup: Python 3.11 or newer is missing. Install it, or say where it is: make PYTHON=/path/to/python3"
    ]
    assert "Traceback" not in done.stderr


def test_without_venv_one_line_says_so(checkout: Path, tmp_path: Path) -> None:
    bare = program(tmp_path / "bin" / "python3", 'case "$*" in *ensurepip*) exit 1;; esac')
    done = make(checkout, "setup", PYTHON=str(bare))
    assert done.returncode != 0
    assert "sudo apt install python3-venv" in done.stderr
    assert not (checkout / ".venv").exists()


def test_clean_empties_build_and_keeps_its_place(checkout: Path) -> None:
    (checkout / "build" / ".gitkeep").touch()
    (checkout / "build" / "a b" / "en").mkdir(parents=True)
    (checkout / "build" / "a b" / "en" / "x.pdf").touch()
    (checkout / "build" / ".hidden").touch()
    assert make(checkout, "clean").returncode == 0
    assert [p.name for p in (checkout / "build").iterdir()] == [".gitkeep"]


def test_ci_runs_the_readmes_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [line for line in script.splitlines() if "make" in line] == ["exec make test"]
