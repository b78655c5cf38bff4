# SPDX-License-Identifier: AGPL-3.0-or-later
"""A result with one of everything, made by hand: what every report has to tell."""

from __future__ import annotations

from pipeline.checks.result import Result, Verdict
from pipeline.model import Cleaned, Finding, Format, Outcome, Repair, Severity
from pipeline.report.model import ReportFile, ReportInput
from pipeline.settings import Settings
from pipeline.tools.base import Status, ToolReport

HTML = (
    b'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A report</title></head>'
    b"<body><main><h1>A report</h1><p>Read it <a href='#a'>here</a>.</p></main></body></html>"
)
FAILED = Finding(
    "link-text", Outcome.FAIL, Severity.ERROR, "The link says «here».", "Write where the link leads.", "en/a.html",
    "#p-4", "docs/a.md", 3, "p-4", ("WCAG 2.4.4",),
)  # fmt: skip
WARNED = Finding(
    "table-caption", Outcome.FAIL, Severity.WARNING, "The table has no caption", "Write one.", "en/a.epub", "c1.xhtml",
)  # fmt: skip
ASKED = Finding(
    "alt-text", Outcome.NEEDS_PERSON, Severity.NOTE, "Does «A chart» say what the picture says?", "", "en/a.html",
    "#f-1", "docs/a.md", 5, "f-1", ("WCAG 1.1.1",),
)  # fmt: skip
HOSTILE = Finding(
    "css-clip", Outcome.FAIL, Severity.NOTE, "\x1b[31m%0A::error::</pre><script>alert(1)</script>\n,:", "x\r\ny",
    "en/a.html", "\u202e", tool="axe-core 4",
)  # fmt: skip
VERDICTS = (
    Verdict("link-text", "en/a.html", Outcome.FAIL, 1),
    Verdict("alt-text", "en/a.html", Outcome.NEEDS_PERSON, 1),
    Verdict("page-title", "en/a.html", Outcome.PASS),
    Verdict("table-caption", "en/a.html", Outcome.NOT_APPLICABLE, note="there is no table"),
    Verdict("table-caption", "en/a.epub", Outcome.FAIL, 1),
    Verdict("epubcheck", "en/a.epub", Outcome.NOT_LOOKED_AT, note="EPUBCheck is not installed.", tool="EPUBCheck"),
    Verdict("axe:light", "en/a.html", Outcome.FAIL, 1, tool="axe-core 4"),
)
REPORTS = (
    ToolReport("axe-core", "en/a.html", Status.OK, "axe-core 4", "axe a.html", "light", raw="{}", proven=True),
    ToolReport("EPUBCheck", "en/a.epub", Status.MISSING, note="Run «make validators»."),
)
TEXT = "# A report\n\nRead it [here](#a).\n\n![A chart](c.png)\n"


def repair() -> Repair:
    """A repair of two lines."""
    return Repair("join-paragraphs", 3, 12, 20, "Read\n\nit", "Read it", "The sentence goes on.", 0.9)


def report(**changes: object) -> ReportInput:
    """The report on it; ``changes`` replace its fields."""
    values: dict[str, object] = {
        "name": "a",
        "files": (ReportFile("en/a.html", Format.HTML, HTML, "en"), ReportFile("en/a.epub", Format.EPUB, b"PK", "en")),
        "result": Result((FAILED, WARNED, ASKED, HOSTILE), VERDICTS, (), REPORTS),
        "title": "A report", "lang": "en", "source": "docs/a.md", "text": TEXT, "digest": "0" * 64,
        "cleaned": Cleaned(TEXT, (repair(),)), "settings": Settings(), "seconds": {"check": 0.25},
    }  # fmt: skip
    return ReportInput(**(values | changes))  # type: ignore[arg-type]
