# SPDX-License-Identifier: AGPL-3.0-or-later
"""Talking to a child process that answers a line of JSON for each line of JSON, and outliving it.

For tools that are started for a run and get many files: a file on which the child crashes, hangs or answers
nonsense is told from the others, which then go to a new child.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.tools import isolation
from pipeline.tools.base import Status, clean_environment

LONGEST_LINE = 64_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """What came for one request: a status, the answer (when OK), why not (when not), and the wall time."""

    status: Status
    answer: Mapping[str, Any]
    note: str = ""
    seconds: float = 0.0


def ask(
    command: Sequence[str],
    requests: Sequence[Mapping[str, Any]],
    *,
    seconds: float,
    environment: Mapping[str, str] | None = None,
) -> list[Line]:
    """The child's answers to ``requests``, in their order, each within ``seconds``."""
    answers: list[Line] = []
    while len(answers) < len(requests):
        before = len(answers)
        with _Child(command, environment) as child:
            for request in requests[before:]:
                line = child.ask(request, seconds)
                answers.append(line)
                if line.status in (Status.CRASHED, Status.TIMED_OUT):
                    break  # this child is lost; the rest goes to a new one
    return answers


class _Child:
    def __init__(self, command: Sequence[str], environment: Mapping[str, str] | None) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="pariter-", ignore_cleanup_errors=True)
        self._errors = (Path(self._folder.name) / "errors").open("w+b")
        self._buffer = b""
        self._hangs = False
        self._process = subprocess.Popen(
            [*isolation.prefix(), *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=clean_environment({"TMPDIR": self._folder.name} | dict(environment or {})),
            start_new_session=True,  # so that its own children (Chromium) end with it
        )

    def __enter__(self) -> _Child:
        return self

    def __exit__(self, *_: object) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if stream:
                    stream.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(0 if self._hangs else 5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._errors.close()
        self._folder.cleanup()

    def ask(self, request: Mapping[str, Any], seconds: float) -> Line:
        began = time.monotonic()
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        try:
            stdin.write(json.dumps(request).encode() + b"\n")
            stdin.flush()
        except OSError:
            return Line(Status.CRASHED, {}, f"it ended: {self._last_words()}")
        with selectors.DefaultSelector() as selector:
            selector.register(stdout, selectors.EVENT_READ)
            while b"\n" not in self._buffer:
                left = began + seconds - time.monotonic()
                if left <= 0 or not selector.select(left):
                    self._hangs = True
                    return Line(Status.TIMED_OUT, {}, f"no answer in {seconds:g} seconds", seconds)
                part = os.read(stdout.fileno(), 1 << 20)
                self._buffer += part
                if not part or len(self._buffer) > LONGEST_LINE:
                    return Line(Status.CRASHED, {}, f"it ended: {self._last_words()}", time.monotonic() - began)
        first, _, self._buffer = self._buffer.partition(b"\n")
        return _line(first, time.monotonic() - began)

    def _last_words(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        self._errors.seek(0)
        lines = self._errors.read(20_000).decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:300] if lines else f"exit code {self._process.poll()}"


def _line(data: bytes, seconds: float) -> Line:
    try:
        answer = json.loads(data)
    except ValueError:
        return Line(Status.CRASHED, {}, f"its answer cannot be read: {data[:100]!r}", seconds)
    if not isinstance(answer, dict):
        return Line(Status.CRASHED, {}, "its answer cannot be read", seconds)
    if error := answer.get("error"):
        return Line(Status.UNREADABLE, answer, " ".join(str(error).split())[:300], seconds)
    return Line(Status.OK, answer, "", seconds)
