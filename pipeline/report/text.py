# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lines of the terminal as a file."""

from __future__ import annotations

from pipeline.report.model import ReportInput
from pipeline.report.terminal import lines

KIND = "text"


def write(report: ReportInput) -> bytes:
    """The lines, UTF-8."""
    return "".join(f"{line}\n" for line in lines(report.result)).encode("utf-8", "backslashreplace")
