# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Nu Html Checker: the reference validator of HTML, called inside our Java child.

``.html`` is read as HTML, ``.xhtml`` as XML. Its warnings are WARNING items; its remarks on style, and what
it asks an author to consider, are NOTE items.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import ToolMissingError
from pipeline.model import Severity
from pipeline.tools import java, node
from pipeline.tools.base import Status, ToolReport
from pipeline.tools.java_tool import JavaTool
from pipeline.tools.samples import html

NAME = "Nu Html Checker"


def _jar() -> Path | None:
    return node.package("vnu-jar", "build/dist/vnu.jar")


def _version() -> str:
    found = node.package("vnu-jar")
    return str(json.loads(found.read_text(encoding="utf-8")).get("version", "")) if found else ""


class Engine:
    """The Java side: one for the life of the child."""

    def __init__(self, classes: Any) -> None:
        self.classes = classes
        classes.enter()
        self._validator = classes("nu.validator.client.EmbeddedValidator")
        self._json = classes("nu.validator.client.EmbeddedValidator$OutputFormat").JSON
        self.version = f"{NAME} {_version()}"

    @staticmethod
    def jars() -> tuple[Path, ...]:
        """What its class loader holds."""
        jar = _jar()
        if jar is None:
            raise ToolMissingError("vnu.jar is not there.", "Run «make validators».")
        return (jar,)

    def judge(self, path: str, options: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - it has no profiles
        """Check one file; the raw answer is Nu's own JSON, without its copy of the file."""
        validator = self._validator()
        validator.setOutputFormat(self._json)
        answer = json.loads(str(validator.validate(self.classes("java.nio.file.Paths").get(path))))
        answer.pop("source", None)
        raw = json.dumps(answer, ensure_ascii=False, indent=1)
        if any(message["type"] == "non-document-error" for message in answer["messages"]):
            return {"status": Status.UNREADABLE, "note": str(answer["messages"][-1].get("message", "")), "raw": raw}
        return {"items": [_item(message) for message in answer["messages"]], "raw": raw}


def _item(message: Mapping[str, Any]) -> dict[str, Any]:
    severity = Severity.ERROR
    if message["type"] == "info":
        # «Consider using the h1 element as a top-level heading only»: HTML allows what is, and authors have reasons.
        advised = message.get("subType") != "warning" or str(message["message"]).startswith("Consider ")
        severity = Severity.NOTE if advised else Severity.WARNING
    return {
        "rule": "html" if severity is Severity.ERROR else "html-advice",
        "message": message["message"],
        "severity": severity,
        "place": message.get("extract", "")[:200],
        "line": message.get("lastLine", 0),
        "column": message.get("firstColumn", message.get("lastColumn", 0)),
        "clauses": ["HTML"],
    }


_TOOL = JavaTool(
    name=NAME,
    module="nu",
    version=_version,
    licence="MIT",
    judges="html",
    sample=lambda _, good: html(good=good),
    command=lambda file, _: f"vnu --format json {file}",
)
probe = _TOOL.probe


def run(files: Sequence[Path], *, seconds: float = java.FILE_SECONDS) -> tuple[ToolReport, ...]:
    """Check each of ``files``; a report for each. Nothing is raised: what could not be looked at says so."""
    return _TOOL.run(files, ("",), seconds)
