# SPDX-License-Identifier: AGPL-3.0-or-later
"""Chromium: where it is, and how it is started so that it is alone, fresh and without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

from pipeline.tools.base import Probe, clean_environment

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
REMEDY = "Install it (Debian: sudo apt install chromium; Ubuntu: sudo snap install chromium), or set PARITER_CHROMIUM."
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--disable-component-update",
    "--disable-background-networking",
    "--disable-domain-reliability",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    # No name can be looked up and every connection goes to a proxy on a port where nobody listens: a page
    # under check cannot call out, even where no network namespace can be had.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
)


def flags() -> tuple[str, ...]:
    """The flags to start it with; its own sandbox is left out only for root, where it cannot start with it."""
    return (*FLAGS, "--no-sandbox") if os.geteuid() == 0 else FLAGS


@cache
def _version_of(program: str) -> str:
    try:
        done = subprocess.run(
            [program, "--version"], env=clean_environment(), capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 and any(c.isdigit() for c in done.stdout) else ""


def find() -> Path | None:
    """The program, if one is there that runs (Ubuntu's «chromium-browser» only says to use snap)."""
    chosen = os.environ.get("PARITER_CHROMIUM", "")
    for name in (chosen,) if chosen else NAMES:
        program = shutil.which(name)
        if program and _version_of(program):
            return Path(program)
    return None


def version() -> str:
    """What it calls itself, with its version ("" when it is not there)."""
    program = find()
    return _version_of(str(program)) if program else ""


def probe() -> Probe:
    """Whether Chromium is there."""
    where = find()
    return Probe(
        tool="Chromium",
        present=where is not None,
        version=version(),
        where=str(where or ""),
        remedy="" if where else REMEDY,
        licence="BSD-3-Clause",
        judges=("html", "epub"),
    )
