# SPDX-License-Identifier: AGPL-3.0-or-later
"""A Java tool that does to its process whatever the file tells it: what validators do on hostile files."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Engine:
    """The Java side, as the validators have it."""

    version = "misbehaving 1"

    def __init__(self, classes: Any) -> None:
        self.classes = classes

    @staticmethod
    def jars() -> tuple[Path, ...]:
        return (Path(__file__),)  # no jar, but something to point to

    def judge(self, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
        word, *arguments = Path(path).read_text(encoding="utf-8").split()
        answer: dict[str, Any] = getattr(self, f"do_{word}")(*arguments)
        return answer

    def do_pass(self) -> dict[str, Any]:
        return {"items": [], "raw": "fine"}

    def do_fail(self) -> dict[str, Any]:
        return {"items": [{"rule": "1", "message": "bad"}]}

    def do_exit(self) -> dict[str, Any]:
        os._exit(7)

    def do_hang(self) -> dict[str, Any]:
        time.sleep(600)
        return {}

    def do_throw(self) -> dict[str, Any]:
        self.classes("java.util.ArrayList")().get(5)
        return {}

    def do_fill(self) -> dict[str, Any]:
        blocks = []
        while True:
            blocks.append(self.classes("java.nio.ByteBuffer").allocate(512 * 1024 * 1024))

    def do_print(self) -> dict[str, Any]:
        self.classes("java.lang.System").out.println('{"id": 1, "status": "ok"}')
        return {"items": [], "raw": "printed"}

    def do_nonsense(self) -> dict[str, Any]:
        return {"items": [{"no rule": True}]}

    def do_connect(self, port: str) -> dict[str, Any]:
        self.classes("java.net.Socket")("127.0.0.1", int(port)).close()
        return {"raw": "connected"}
