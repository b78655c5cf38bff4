# SPDX-License-Identifier: AGPL-3.0-or-later
"""What axe-core and Ace have in common: Node, the npm packages, Chromium, and the child that joins them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.tools import chromium, lines, node
from pipeline.tools.base import Probe

WORKER = Path(__file__).with_name("browser_worker.js")
GRACE = 30.0
"""How much longer than a file's own time we wait for the child, in seconds: it has a browser to start."""


def probe(tool: str, version: str, licence: str, judges: str) -> Probe:
    """Whether ``tool`` (whose npm package has ``version``), Node and Chromium are all there."""
    lacks = "" if version else node.REMEDY
    lacks = lacks or ("" if node.find() else node.REMEDY) or ("" if chromium.find() else chromium.REMEDY)
    return Probe(
        tool=tool,
        present=not lacks,
        version=version,
        where=str(node.home() / "node_modules") if version else "",
        remedy=lacks,
        licence=licence,
        judges=(judges,),
    )


def ask(tool: str, requests: Sequence[Mapping[str, Any]], seconds: float) -> list[lines.Line]:
    """The worker's answers, each file within ``seconds``. Call only when :func:`probe` says that all is there."""
    with tempfile.TemporaryDirectory(prefix="pariter-browser-", ignore_cleanup_errors=True) as folder:
        config = {
            "tool": tool,
            "program": str(chromium.find()),
            "flags": [*chromium.flags(), f"--user-data-dir={folder}/profile"],
            "seconds": seconds,
        }
        environment = {
            "NODE_PATH": str(node.home() / "node_modules"),
            "HOME": folder,  # so that no setting of the user has a say, and nothing is left in the home folder
            "XDG_CONFIG_HOME": folder,
            "XDG_CACHE_HOME": folder,
        }
        command = [str(node.find()), str(WORKER), json.dumps(config)]
        return lines.ask(command, requests, seconds=seconds + GRACE, environment=environment)
