# SPDX-License-Identifier: AGPL-3.0-or-later
"""veraPDF: the reference validator of PDF/UA-1, PDF/UA-2, WTPDF 1.0 and PDF/A, called inside our Java child.

Its item's rule is clause and test number of the profile ("7.1-9"), its place the path of objects to the failure.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.tools import jars, java
from pipeline.tools.base import Status, ToolReport
from pipeline.tools.java_tool import JavaTool
from pipeline.tools.samples import pdf

NAME = "veraPDF"
FAILURES_SHOWN = 200
PROFILES: Mapping[str, str] = {
    "ua1": "PDF/UA-1",
    "ua2": "PDF/UA-2",
    "wt1a": "WTPDF 1.0 Accessibility",
    "wt1r": "WTPDF 1.0 Reuse",
    "1a": "PDF/A-1a",
    "1b": "PDF/A-1b",
    "2a": "PDF/A-2a",
    "2b": "PDF/A-2b",
    "2u": "PDF/A-2u",
    "3a": "PDF/A-3a",
    "3b": "PDF/A-3b",
    "3u": "PDF/A-3u",
    "4": "PDF/A-4",
}
"""The names of the profiles, and the standards that they stand for."""


class Engine:
    """The Java side: one for the life of the child, safe to use from several threads."""

    def __init__(self, classes: Any) -> None:
        self.classes = classes
        classes.enter()
        classes("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self._foundry = classes("org.verapdf.pdfa.Foundries").defaultInstance()
        self._flavours = classes("org.verapdf.pdfa.flavours.PDFAFlavour")
        details = classes("org.verapdf.gf.foundry.VeraFoundry").getReleaseDetails()
        self.version = f"{NAME} {details.getVersion()}"

    @staticmethod
    def jars() -> tuple[Path, ...]:
        """What its class loader holds."""
        return jars.paths(jars.VERAPDF)

    def judge(self, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
        """Validate one file against ``options["profile"]``."""
        flavour = self._flavours.byFlavourId(options["profile"])
        if str(flavour.getId()) != options["profile"]:
            return {"status": Status.UNREADABLE, "note": f"veraPDF has no profile «{options['profile']}»"}
        file = self.classes("java.io.File")(path)
        try:
            parser = self._foundry.createParser(file, flavour)
        except Exception as error:  # noqa: BLE001 - Java's: a file that is no PDF, or is locked by a password
            return {"status": Status.UNREADABLE, "note": f"not a PDF that can be read: {_first_line(error)}"}
        try:
            validator = self._foundry.createValidator(flavour, FAILURES_SHOWN, False, True, False)
            result = validator.validate(parser)
            return _result(result, options["profile"])
        finally:
            parser.close()


def _result(result: Any, profile: str) -> dict[str, Any]:
    end = str(result.getJobEndStatus().name())
    if end != "NORMAL":
        return {"status": Status.CRASHED, "note": f"validation ended early: {end}"}
    first: dict[tuple[str, str, int], Any] = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus().name()) == "FAILED":
            first.setdefault(_key(assertion.getRuleId()), assertion)
    counts = {_key(entry.getKey()): int(entry.getValue()) for entry in result.getFailedChecks().entrySet()}
    items = [_item(PROFILES[profile], key, first.get(key), count) for key, count in sorted(counts.items())]
    compliant = bool(result.isCompliant())
    if compliant is bool(items):
        return {"status": Status.UNREADABLE, "note": "the verdict contradicts the list of failures"}
    summary = {
        "profile": profile,
        "compliant": compliant,
        "checks": int(result.getTotalAssertions()),
        "failures": items,
    }
    return {"items": items, "raw": json.dumps(summary, ensure_ascii=False, indent=1)}


def _key(rule: Any) -> tuple[str, str, int]:
    """A rule as standard, clause and test number."""
    return str(rule.getSpecification().getId()), str(rule.getClause()), int(rule.getTestNumber())


def _item(standard: str, key: tuple[str, str, int], assertion: Any, count: int) -> dict[str, Any]:
    _, clause, test = key
    message = place = description = ""
    if assertion is not None:
        message = str(assertion.getErrorMessage() or assertion.getMessage() or "")
        description = str(assertion.getMessage() or "")
        place = str(assertion.getLocation().getContext())
    return {
        "rule": f"{clause}-{test}",
        "message": message or description or f"clause {clause}, test {test} fails",
        "place": place,
        "count": count,
        "clauses": [f"{standard} {clause}"],
        "help": description,
    }


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:300]


_TOOL = JavaTool(
    name=NAME,
    module="verapdf",
    version=lambda: jars.VERAPDF[0].version,
    licence="GPL-3.0-or-later or MPL-2.0",
    judges="pdf",
    sample=lambda profile, good: pdf(profile, good=good),
    command=lambda file, profile: f"verapdf --flavour {profile} {file}",
)
probe = _TOOL.probe


def run(
    files: Sequence[Path], *, profiles: Sequence[str] = ("ua1",), seconds: float = java.FILE_SECONDS
) -> tuple[ToolReport, ...]:
    """Validate each of ``files`` against each of ``profiles`` (names in PROFILES).

    Out: a report for each file and profile, file by file. Nothing is raised: what could not be looked at says so.
    """
    return _TOOL.run(files, profiles, seconds)
