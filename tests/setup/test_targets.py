# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the Makefile calls is there: no target that leads nowhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_every_command_and_option_exists() -> None:
    helps: dict[str, str] = {}
    for command, rest in re.findall(r"\$\(PARITER\) ([a-z]+)(.*)", TEXT):
        if command not in helps:
            done = subprocess.run(
                [sys.executable, "-m", "pipeline", command, "--help"],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, f"pariter has no command {command}"
            helps[command] = done.stdout
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest):
            assert option in helps[command], f"pariter {command} has no option {option}"
    assert {"publish", "check", "clean", "doctor"} <= set(helps)


def test_every_module_exists() -> None:
    modules = re.findall(r"\$\(BIN\)/python -m ([\w.]+)", TEXT)
    assert modules
    for module in modules:
        assert util.find_spec(module) is not None, module


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
@pytest.mark.parametrize(("said", "set_"), [(("DOC=", "OUT="), {}), ((), {"DOC": "", "OUT": ""}), ((), {})])
def test_what_is_set_to_nothing_is_not_set(said: tuple[str, ...], set_: dict[str, str]) -> None:
    told = subprocess.run(
        ["make", "-n", "publish", *said], cwd=ROOT, env=os.environ | set_, capture_output=True, text=True, check=True
    )
    assert 'publish "seeds" --out "build"' in told.stdout
