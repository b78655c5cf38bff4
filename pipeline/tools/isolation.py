# SPDX-License-Identifier: AGPL-3.0-or-later
"""How tools are kept from the network: a network namespace with nothing in it, where the system allows one."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache

INSIDE = "in a network namespace with nothing in it"
OUTSIDE = "by proxies that are not there (this system allows no network namespace)"


@cache
def prefix() -> tuple[str, ...]:
    """What is put before a command so that it has no network; empty where that is not allowed.

    Root may do it as it is, others in a user namespace of their own, unless the system forbids that; tools then
    have only their own switches against it (Chromium, Java: a proxy on a port where nobody listens).
    """
    program = shutil.which("unshare")
    if program is None:
        return ()
    tries: list[tuple[str, ...]] = [(program, "--net")] if os.geteuid() == 0 else []
    tries.append((program, "--user", "--map-current-user", "--net"))
    return next((one for one in tries if _works(one)), ())


def _works(command: tuple[str, ...]) -> bool:
    try:
        done = subprocess.run([*command, "true"], capture_output=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def words() -> str:
    """How tools are kept from the network here, for people."""
    return INSIDE if prefix() else OUTSIDE
