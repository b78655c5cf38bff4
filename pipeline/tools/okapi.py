# SPDX-License-Identifier: AGPL-3.0-or-later
"""Okapi's XLIFF library: an independent validator of XLIFF 2.0 and 2.1, called inside our Java child.

It stops at the first fault, so a report holds one item at most. It does not know XLIFF 1.2, nor the namespaces of
2.2: of such a file it says that it cannot judge, which is no pass and no failure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.tools import jars, java
from pipeline.tools.base import Status, ToolReport
from pipeline.tools.java_tool import JavaTool
from pipeline.tools.samples import xliff

NAME = "Okapi"
NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
PREFIX = "Recognized prefixes are"
LIMIT = "Okapi judges XLIFF 2.0 and 2.1 only"


class Engine:
    """The Java side: one for the life of the child."""

    def __init__(self, classes: Any) -> None:
        self.classes = classes
        classes.enter()
        self._reader = classes("net.sf.okapi.lib.xliff2.reader.XLIFFReader")
        names = ("XLIFFException", "InvalidParameterException")
        self._faults = tuple(classes(f"net.sf.okapi.lib.xliff2.{name}") for name in names)
        self.version = f"{NAME} {jars.OKAPI[0].version}"

    @staticmethod
    def jars() -> tuple[Path, ...]:
        """What its class loader holds."""
        return jars.paths(jars.OKAPI)

    def judge(self, path: str, options: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - it has no profiles
        """Read one file with every check that the library has."""
        data = Path(path).read_bytes()
        if (verdict := _before(data)) is not None:
            return verdict
        units = 0
        reader = self._reader(self._reader.VALIDATION_MAXIMAL)
        try:
            reader.open(self.classes("java.io.ByteArrayInputStream")(data))
            while reader.hasNext():
                units += bool(reader.next().isUnit())
        except self._faults as error:
            message = str(error.getMessage())
            if PREFIX in message:  # XLIFF 2.1, 4.8.4: extensions have prefixes of their own
                return {"status": Status.OUTSIDE, "note": "Okapi stopped at an extension's prefix"}
            return {"items": [_item(message)], "raw": message}
        finally:
            reader.close()
        return {"raw": f"valid: {units} units, {int(reader.getWarningCount())} warnings"}


def _before(data: bytes) -> dict[str, Any] | None:
    """What is answered without the library: for entities that would read other files, and for other versions."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        item = {"rule": "xml", "message": f"not well-formed: {error.msg}", "line": line, "column": column}
        return {"items": [item | {"clauses": ["XML 1.0"]}], "raw": str(error)}
    if b"<!DOCTYPE" in data:
        return {"status": Status.UNREADABLE, "note": "a document type declaration is not taken"}
    namespace = etree.QName(root).namespace
    if namespace != NAMESPACE:
        said = f"this file's namespace is «{namespace}»" if namespace else "this file has no namespace"
        return {"status": Status.OUTSIDE, "note": f"{LIMIT}; {said}"}
    return None


def _item(message: str) -> dict[str, Any]:
    """The library's message, taken apart: some lines of where it was, then what is wrong."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    text = " ".join(line for line in lines if not line.startswith(("Error in ", "Last element read")))
    unit = re.search(r"<file> id='([^']*)'(?:, <unit> id='([^']*)')?", message)
    found = re.search(r"lineNumber: (\d+); columnNumber: (\d+);\s*(.*)", text, re.DOTALL)
    line, column, text = (int(found[1]), int(found[2]), found[3]) if found else (0, 0, text)
    constraint = re.match(r"(cvc-[\w.-]+):", text)
    return {
        "rule": constraint[1] if constraint else "xliff",
        "message": text or message,
        "place": "/".join(part for part in unit.groups() if part) if unit else "",
        "line": line,
        "column": column,
        "clauses": ["XLIFF 2.1"],
    }


_TOOL = JavaTool(
    name=NAME,
    module="okapi",
    version=lambda: jars.OKAPI[0].version,
    licence="Apache-2.0",
    judges="xliff",
    sample=lambda _, good: xliff("2.0", good=good),
    command=lambda file, _: f"net.sf.okapi.lib.xliff2.reader.XLIFFReader (all checks) {file}",
    suffix=".xlf",
)
probe = _TOOL.probe


def run(files: Sequence[Path], *, seconds: float = java.FILE_SECONDS) -> tuple[ToolReport, ...]:
    """Check each of ``files``; a report for each. Nothing is raised: what could not be looked at says so."""
    return _TOOL.run(files, ("",), seconds)
