# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every kind of report tells everything: failures with line and fix, questions, and what nobody looked at."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from lxml import etree

from pipeline.checks.engine import check
from pipeline.checks.result import Result
from pipeline.checks.subject import Subject
from pipeline.errors import InputError
from pipeline.model import Format, Outcome
from pipeline.report import files, kinds, write
from pipeline.report.model import ReportFile
from pipeline.report.promises import Cell, Row, promise_of, silence
from pipeline.report.terminal import lines
from tests.report.samples import FAILED, REPORTS, VERDICTS, WARNED, report

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text("utf-8"))


def test_every_kind_is_there() -> None:
    assert {"earl", "github", "html", "json", "junit", "sarif", "text"} <= set(kinds())
    assert set(files(report())) == {"report.html", "report.json"}
    with pytest.raises(InputError, match="no report of the kind «pdf»"):
        write("pdf", report())


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_the_same_input_gives_the_same_bytes(kind: str) -> None:
    assert write(kind, report()) == write(kind, report())


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_what_was_not_looked_at_is_in_every_kind(kind: str) -> None:
    told = write(kind, report()).decode()
    assert "EPUBCheck is not installed." in told


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_nothing_to_report_is_no_crash(kind: str) -> None:
    write(kind, report(result=Result(), files=(), cleaned=None, text="", source="", settings=report().settings))


def test_terminal_lines() -> None:
    told = list(lines(report().result))
    assert told[0] == (
        "a.md:3: error: link-text: The link says «here» (en/a.html, #p-4). Fix: Write where the link leads."
    )
    assert told[1].startswith("en/a.epub: warning: table-caption: The table has no caption (c1.xhtml).")
    assert "\\u{1b}[31m" in told[2] and "\\u{202e}" in told[2]
    assert told[3].startswith("a.md:5: needs a person: alt-text: Does «A chart» say")
    assert told[4] == "not looked at: epubcheck: en/a.epub: EPUBCheck is not installed."
    assert told[5] == (
        "summary: 1 error, 1 warning, 1 note; 1 question for a person; 1 check not looked at; 1 check passed; "
        "1 not applicable."
    )
    assert not any("\x1b" in line or "\n" in line for line in told)


def test_one_cause_in_several_files_is_told_once() -> None:
    elsewhere = [replace(FAILED, file=name, place=f"{name}#p-4") for name in ("en/a.epub", "en/a.plain.html")]
    result = Result((FAILED, *elsewhere, WARNED, replace(WARNED, place="c2.xhtml")))
    told = list(lines(result))
    assert told[0] == (
        "a.md:3: error: link-text: The link says «here» (en/a.html, #p-4; also in en/a.epub, en/a.plain.html). "
        "Fix: Write where the link leads."
    )
    assert told[1].endswith("table-caption: The table has no caption (c1.xhtml; c2.xhtml). Fix: Write one.")
    assert len(told) == 3, "without a line, the same words of one file are one cause"
    assert told[-1].startswith("summary: 3 errors in 1 line, 2 warnings in 1 line")
    assert write("github", report(result=result)).decode().count("::error") == 1
    page = write("html", report(result=result)).decode()
    assert page.count("The link says") == 1 and "shown in 3 places" in page and "en/a.epub#p-4" in page


def test_many_places_of_one_cause_are_counted_and_other_files_stand_by_themselves() -> None:
    pages = [replace(WARNED, place=f"page {number}") for number in range(1, 43)]
    told = list(lines(Result((*pages, replace(WARNED, file="en/b.epub")))))
    assert told[0] == (
        "en/a.epub: warning: table-caption: The table has no caption (page 1; page 2; page 3; page 4 and 38 more "
        "places). Fix: Write one."
    )
    assert told[1].startswith("en/b.epub: warning: table-caption") and len(told) == 3
    page = write("html", report(result=Result(tuple(pages)))).decode()
    assert "shown in 42 places" in page and "page 42" in page


def test_json_keeps_its_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    data = json.loads(write("json", report()))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(data)] == []
    assert data["summary"]["not_looked_at"] == 1 and data["summary"]["errors"] == 1
    broken = data | {"verdicts": [data["verdicts"][5] | {"note": ""}]}
    assert list(Draft202012Validator(SCHEMA).iter_errors(broken)), "an unlooked check must say why"


def test_json_promises_are_never_kept_by_silence() -> None:
    promises = {row["id"]: row["formats"] for row in json.loads(write("json", report()))["promises"]}
    assert promises["validators"]["epub"]["outcome"] == "not-looked-at"
    assert promises["links"]["html"]["outcome"] == "fail"
    assert promises["images"]["html"]["outcome"] == "needs-person"


def test_sarif_points_to_the_markdown() -> None:
    run = json.loads(write("sarif", report()))["runs"][0]
    results = {result["ruleId"]: result for result in run["results"]}
    place = results["link-text"]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "docs/a.md"}, "region": {"startLine": 3}}
    assert results["link-text"]["level"] == "error" and results["link-text"]["kind"] == "fail"
    assert results["alt-text"]["kind"] == "review" and results["alt-text"]["level"] == "none"
    assert all(run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert run["invocations"][0]["executionSuccessful"] is False
    assert "EPUBCheck is not installed." in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_marks_known_findings() -> None:
    result = Result((), VERDICTS, (FAILED,), REPORTS)
    found = json.loads(write("sarif", report(result=result)))["runs"][0]["results"]
    assert [len(one.get("suppressions", [])) for one in found] == [1]


def test_junit_counts() -> None:
    root: Any = etree.fromstring(write("junit", report()))
    page = next(suite for suite in root if suite.get("name") == "en/a.html")
    state = {case.get("name"): [child.tag for child in case] for case in page}
    assert state["link-text"] == ["failure"] and state["alt-text"] == ["skipped"] and state["page-title"] == []
    book = next(suite for suite in root if suite.get("name") == "en/a.epub")
    assert book.get("errors") == "1" and book.get("failures") == "1"
    assert root.get("tests") == str(len(root.findall(".//testcase")))


def test_github_cannot_be_spoofed() -> None:
    told = write("github", report()).decode().splitlines()
    assert told[0].startswith("::error file=docs/a.md,line=3,title=link-text::The link says «here».")
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in told)
    assert len(told) == 5
    assert "%250A::error::" in next(line for line in told if "css-clip" in line)


def test_earl_outcomes() -> None:
    graph = json.loads(write("earl", report()))["@graph"]
    by_test = {
        (a["earl:test"]["@id"], a["earl:subject"]["@id"]): a["earl:result"]["earl:outcome"]["@id"]
        for a in graph
        if a["@type"] == "earl:Assertion"
    }
    assert set(by_test.values()) == {
        "earl:passed", "earl:failed", "earl:cantTell", "earl:inapplicable", "earl:untested"
    }  # fmt: skip
    known = {node["@id"] for node in graph if "@id" in node}
    assert {test for test, _ in by_test} | {subject for _, subject in by_test} <= known


def test_a_promise_that_translators_get_is_not_said_to_be_looked_at_by_nobody() -> None:
    cell = Cell(Outcome.PASS, {})
    words, notes, units = (
        Row(promise_of(rule), {format: cell}, ())
        for rule, format in (("parity-text", Format.HTML), ("note-back", Format.HTML), ("parity-units", Format.XLIFF))
    )
    assert units.promise.title in silence(words, Format.XLIFF, (words, notes, units))
    assert silence(notes, Format.XLIFF, (words, notes, units)) == "no check looks at this"
    assert silence(words, Format.XLIFF, (words, notes)) == "no check looks at this"
    assert silence(words, Format.PDF, (words, notes, units)) == "no check looks at this"


def test_the_page_escapes_and_quotes() -> None:
    page = write("html", report()).decode()
    assert "<script>" not in page and "⟨U+001B⟩" in page
    assert '<code>a.md</code>, line 3:</p>\n<p class="text" lang="en" dir="ltr">Read it [here](#a).</p>' in page
    assert page.index('id="promises"') < page.index('id="findings"') < page.index('id="questions"')


def test_the_page_keeps_our_own_rules() -> None:
    page = write("html", report())
    result = check([Subject(Format.HTML, "report.html", page)])
    assert [f for f in result.findings if f.outcome is Outcome.FAIL] == []
    assert result.unlooked == ()


def test_the_page_says_nothing_by_colour_or_place_alone() -> None:
    page: Any = etree.HTML(write("html", report()))
    failed = page.xpath("//section[@aria-labelledby='findings']//li/p")
    assert [re.match(r"(Error|Warning|Note), ", "".join(p.itertext())) is not None for p in failed] == [True] * 3
    assert page.xpath("//table[not(caption)] | //img[not(@alt)] | //td[not(normalize-space())]") == []


def test_pages_of_a_pdf() -> None:
    from tests.report.pdf import one_page

    data = one_page()
    file = ReportFile("en/a.pdf", Format.PDF, data, "en")
    found = FAILED.__class__(
        "pdf-alt", Outcome.FAIL, FAILED.severity, "No alternative.", "Write one.", "en/a.pdf", "page 1"
    )
    page: Any = etree.HTML(write("html", report(files=(file,), result=Result((found,)))))
    section = page.xpath("//section[@aria-labelledby='pages']")[0]
    assert "Page 1: " in "".join(section.xpath(".//summary")[0].itertext())
    assert "No alternative." in "".join(section.itertext())
    boxes = section.xpath(".//span[contains(@class, 'box')]//b/text()")
    listed = section.xpath(".//details//li/p[not(@lang)]/text()")
    assert boxes and [b.split()[0] for b in boxes] == [text.split(",")[0] for text in listed]
    assert section.xpath(".//img/@src")[0].startswith("data:image/png;base64,")


def test_what_files_claim_is_told() -> None:
    from tests.report.pdf import one_page

    assert ReportFile("a.pdf", Format.PDF, one_page()).claims == ()
    assert ReportFile("b.epub", Format.EPUB, b"PK").claims == ()
    assert ReportFile("c.pdf", Format.PDF, one_page(claim=True)).claims == ("PDF/UA-1",)


def test_a_finding_without_a_file_has_no_made_up_place() -> None:
    lost = FAILED.__class__("duplicate-id", Outcome.FAIL, FAILED.severity, "Two blocks have one id.")
    made = report(result=Result((lost,)))
    assert json.loads(write("sarif", made))["runs"][0]["results"][0]["locations"] == []
    assert write("github", made).decode() == "::error title=duplicate-id::Two blocks have one id.\n"


def test_boxes_do_not_take_the_styles_of_text() -> None:
    style = (Path(__file__).parents[2] / "pipeline" / "report" / "templates" / "report.css").read_text("utf-8")
    from pipeline.report.pages import KINDS

    assert all(f".is-{kind} " in style for kind, _ in KINDS)
    assert not re.search(r"\.is-text", style)


def test_a_file_is_named_once() -> None:
    found = FAILED.__class__(
        "link-text", Outcome.FAIL, FAILED.severity, "Bad", "Mend.", "en/a.html", "en/a.html#p-4", "a.md", 3
    )
    told = next(lines(Result((found,))))
    assert told == "a.md:3: error: link-text: Bad (en/a.html#p-4). Fix: Mend."
    other = FAILED.__class__("r", Outcome.FAIL, FAILED.severity, "Bad.", "", "a.html", "a.html#x")
    assert next(lines(Result((other,)))) == "a.html: error: r: Bad (x)."
