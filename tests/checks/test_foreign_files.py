# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that other programs made of a source are compared with it fairly, and their faults are not called ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.checks.engine import all_rules
from pipeline.checks.examples_pdf import pdf
from pipeline.checks.rule import ELSEWHERE, Rule
from pipeline.checks.rules import heading_order, parity_structure, parity_tables, parity_text, pdf_headings
from pipeline.checks.subject import Subject
from pipeline.model import Finding, Format, Role
from pipeline.outline.expected import expected
from pipeline.outline.html import read
from pipeline.semantic import build
from pipeline.writers import html
from pipeline.writers.resources import Resources
from tests.pdf.made import edition

TEXT = "# Boats\n\n- a skiff\n- a punt\n\n| Boat | Berth |\n|---|---|\n| Heron | 4 |\n\nThe end.\n"
PAGE = (
    "<!DOCTYPE html><html lang=en><head><title>Boats</title></head><body><main><h1 id=boats>Boats</h1>"
    "<ul><li>a skiff</li><li>a punt</li></ul><table><thead><tr><th>Boat</th><th>Berth</th></tr></thead>"
    "<tbody><tr><td>Heron</td><td>4</td></tr></tbody></table><p>{end}</p></main></body></html>"
)


def subject(data: bytes) -> Subject:
    made = edition(TEXT, lang="en")
    return Subject(Format.HTML, "boats.html", data, expected(made, Format.HTML), made)


def found(data: bytes) -> list[Finding]:
    about = subject(data)
    return [one for rule in (parity_structure, parity_tables, parity_text) for one in rule.look(about)]


def test_a_page_of_another_program_that_says_the_same_has_no_fault() -> None:
    assert [one for one in found(PAGE.format(end="The end.").encode()) if "Skip" not in one.message] == []


def test_a_fault_of_another_program_is_not_reported_to_us() -> None:
    told = [one for one in found(PAGE.format(end="The start.").encode()) if "end" in one.message.lower()]
    assert told and {one.fix for one in told} == {ELSEWHERE}


def test_a_fault_of_ours_is() -> None:
    made = edition(TEXT, lang="en")
    page = html.write(build(made), made, Resources(Path())).replace(b"The end.", b"The start.")
    assert subject(page).ours
    told = [one for one in found(page) if "end" in one.message.lower()]
    assert told and all(one.fix.startswith("Report it") for one in told)


@pytest.mark.parametrize(
    ("row", "headers"),
    [
        ("<th>Heron</th><td>4</td>", "row"),
        ("<th>Boat</th><th>Berth</th>", "col"),
        ("<th scope=col>A</th><td>4</td>", "col"),
    ],
)
def test_a_header_cell_without_a_scope_is_one_by_its_place(row: str, headers: str) -> None:
    outline = read(f"<html lang=en><body><table><tr>{row}</tr></table></body></html>".encode())
    scopes = [node.attrs["scope"] for node in outline.root.walk() if node.role is Role.HEADER]
    assert scopes and set(scopes) == {headers}


MARKDOWN = re.compile(r"square bracket|#|\]\(|\{\.|:::|document\.yaml|Markdown|\[\^|begins with a colon")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: str(rule.id))
def test_advice_for_a_file_without_a_source_does_not_speak_of_one(rule: Rule) -> None:
    for format in rule.looks:
        if format is not Format.XLIFF and not rule.fix.startswith("Report it"):
            remedy = rule.remedy(Subject(format, f"x.{format.value}", b""))
            assert rule.id == "broken-link" or not MARKDOWN.search(remedy), remedy


@pytest.mark.parametrize(("first", "second", "level"), [(1, 4, 2), (2, 4, 3), (3, 6, 4)])
def test_the_level_that_a_heading_should_have_is_named(first: int, second: int, level: int) -> None:
    page = f"<!DOCTYPE html><html lang=en><title>T</title><h{first}>A</h{first}><h{second}>B</h{second}>"
    (told,) = heading_order.look(Subject(Format.HTML, "x.html", page.encode()))
    assert f"write h{level}." in told.fix
    tags = pdf(("Document", *((f"H{one}", one - 1) for one in range(1, first + 1)), (f"H{second}", second - 1)))
    (told,) = pdf_headings.look(tags.subject())
    assert f"write H{level}." in told.fix
