# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is needed fails with one line; what only checks need is said once and left out."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import ToolMissingError
from pipeline.tools import chromium, engines, install, jars, node

ROOT = Path(__file__).parents[2]


@pytest.fixture
def no_apt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.mark.usefixtures("no_apt")
def test_without_pango_and_without_root_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engines, "missing_libraries", lambda: ("libpango-1.0.so.0",))
    assert install.main(["system"]) == 3
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in said[0]


@pytest.mark.usefixtures("no_apt")
@pytest.mark.parametrize("step", ["jars", "node", "npm", "chromium", "braille", "schemas"])
def test_what_only_checks_need_is_said_once_and_left_out(
    step: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise ToolMissingError("It is not there.", "Get it.")

    monkeypatch.setenv("PARITER_TOOLS", str(tmp_path))
    monkeypatch.setattr(jars, "fetch", fail)
    monkeypatch.setattr(node, "install", fail)
    monkeypatch.setattr(install, "_pip", lambda *_: False)
    monkeypatch.setattr(chromium, "find", lambda: None)
    monkeypatch.setattr(node, "find", _nothing())
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert install.main([step]) == 0
    notes = [line for line in capsys.readouterr().err.splitlines() if line.startswith("setup: note: ")]
    assert len(notes) == 1


def _nothing() -> Any:
    def find() -> None:
        return None

    find.cache_clear = lambda: None  # type: ignore[attr-defined]
    return find


def test_apt_is_only_for_root(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("apt-get was run")

    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(subprocess, "run", never)
    assert not install.apt(("x",), "X")


def test_apt_tries_again_with_new_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        calls.append(" ".join(command[command.index("DPkg::Lock::Timeout=300") + 1 :]))
        return subprocess.CompletedProcess(command, 0 if len(calls) == 3 else 100, "", "E: no")

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(subprocess, "run", run)
    assert install.apt(("x",), "X")
    assert calls == ["install x", "update", "install x"]


def test_an_unknown_step_is_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert install.main(["everything"]) == 2
    assert install.main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_npm_packages_are_pinned_and_the_lock_names_no_registry() -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert all(re.fullmatch(r"\d[\d.]*", version) for version in package["dependencies"].values())
    assert lock["packages"][""]["dependencies"] == package["dependencies"]
    for name, entry in lock["packages"].items():
        if name:
            assert "resolved" not in entry, name
            assert entry["integrity"].startswith("sha512-"), name


def test_every_python_dependency_is_bounded_and_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    for requirement in (one for group in groups for one in group):
        name = re.split(r"[<>=\[;~! ]", requirement)[0]
        assert re.search(rf"^\| {re.escape(name)} \| \S", page, re.MULTILINE), f"{name} is not in dependencies.md"


def test_what_npm_brings_is_explained() -> None:
    page = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    for name in json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]:
        assert f"| {name} |" in page


def test_the_licence_is_the_one_that_is_declared() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text
    assert "Version 3, 19 November 2007" in text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "AGPL-3.0-or-later"


@pytest.mark.parametrize("folder", ["pipeline", "tests"])
def test_everything_that_is_imported_is_declared(folder: str) -> None:
    """A module that only happens to be in a developer's environment is missing on a fresh machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].items()
    groups = [project["dependencies"], *(v for k, v in extras if k != "dev" or folder == "tests")]
    declared = {_plain_name(re.split(r"[<>=\[;~! ]", one)[0]) for group in groups for one in group}
    owners = metadata.packages_distributions()
    undeclared = {
        f"{name} ({path.relative_to(ROOT)})"
        for path in (ROOT / folder).rglob("*.py")
        for name in _imports(path)
        if name not in sys.stdlib_module_names
        and name not in ("pipeline", "tests")
        and not declared & {_plain_name(owner) for owner in owners.get(name, [name])}
        and name not in BROUGHT
    }
    assert not undeclared


BROUGHT = {
    "pydyf": "weasyprint",
    "fontTools": "weasyprint",
    "tinyhtml5": "weasyprint",
    "annotated_types": "pydantic",
    "ziafont": "ziamath",
    "latex2mathml": "ziamath",
    "fontpkg": "fontpkg-noto-sans",
    "click": "typer",
    "markupsafe": "jinja2",
}
"""Modules that a declared package cannot be without, and that package."""


def _plain_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node_ in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node_, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node_.names}
        elif isinstance(node_, ast.ImportFrom) and node_.module and not node_.level:
            names.add(node_.module.split(".")[0])
    return names
