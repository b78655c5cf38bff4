# SPDX-License-Identifier: AGPL-3.0-or-later
"""The evidence pack says what was done, by whom, and what was not: nothing is ever filled in."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from lxml import etree

from pipeline.checks.engine import check
from pipeline.checks.result import Result, Verdict
from pipeline.checks.subject import Subject
from pipeline.model import Finding, Format, Outcome, Severity
from pipeline.report.contents import KINDS, absent
from pipeline.report.evidence import files, last_day
from pipeline.report.evidence.answers import unasked
from pipeline.report.evidence.criteria import judged
from pipeline.report.evidence.statement import FOLDER, words
from pipeline.report.model import ReportFile, ReportInput
from pipeline.settings import Answer, Settings
from tests.report.pdf import one_page
from tests.report.samples import HTML, report

NOTE = "Read with a screen reader, and all of it was there for me."
YES = Answer(who="Ada Example", when="2026-01-02", answer="supports", note=NOTE)
NO = Answer(who="Ada Example", when="2026-01-03", answer="does-not-support", note="Three charts have none.")
PUBLISHED = {"en/a.html": HTML, "report.html": b"page", "report.json": b"{}"}


def pack(**settings: Any) -> dict[str, bytes]:
    return files(report(settings=Settings(**settings)), PUBLISHED)


def levels(made: dict[str, bytes]) -> dict[tuple[str, str], str]:
    acr = yaml.safe_load(made["openacr.yaml"])
    return {
        (criterion["num"], component["name"]): component["adherence"]["level"]
        for chapter in acr["chapters"].values()
        for criterion in chapter["criteria"]
        for component in criterion["components"]
    }


def test_without_answers_every_level_is_empty() -> None:
    found = levels(pack())
    assert set(found.values()) == {""} and len(found) == 2 * 55
    assert all(isinstance(number, str) for number, _ in found)


def test_an_answer_that_nothing_asks_for_is_told() -> None:
    asked = {"1.1.1": YES, "WCAG 1.1.1 PDF": YES, "Matterhorn 01-001": YES, "EPUB 2.2 accessMode": YES}
    strange = {"9.9.9": YES, "1.1.1 docx": YES, "2.4.9": NO, "Matterhorn 99": YES}
    assert unasked(report(settings=Settings(answers=asked | strange))) == tuple(strange)
    assert "2.4.9" not in unasked(report(settings=Settings(answers=strange, level="AAA")))


def test_not_evaluated_is_for_level_aaa_only() -> None:
    acr = yaml.safe_load(pack(level="AAA")["openacr.yaml"])["chapters"]
    given = {
        name: {c["adherence"]["level"] for criterion in chapter["criteria"] for c in criterion["components"]}
        for name, chapter in acr.items()
    }
    assert given == {
        "success_criteria_level_a": {""}, "success_criteria_level_aa": {""},
        "success_criteria_level_aaa": {"not-evaluated"},
    }  # fmt: skip


def test_an_answer_is_told_with_name_and_date() -> None:
    made = pack(answers={"1.3.2": YES})
    assert levels(made)["1.3.2", "web"] == "supports"
    told = yaml.safe_load(made["openacr.yaml"])["chapters"]["success_criteria_level_a"]["criteria"]
    note = next(c for c in told if c["num"] == "1.3.2")["components"][0]["adherence"]["notes"]
    assert note.startswith(f"Ada Example, 2026-01-02: supports. {NOTE}")
    assert "Ada Example, 2026-01-02: supports" in made["acr.html"].decode()


def test_an_answer_for_one_format_is_for_that_alone() -> None:
    assert levels(pack(answers={"1.1.1 epub": NO})) == levels(pack()) | {("1.1.1", "electronic-docs"): NO.answer}


def test_half_an_answer_is_none() -> None:
    both = (*report().files, ReportFile("en/a.pdf", Format.PDF, b"", "en"))
    one = report(files=both, settings=Settings(answers={"1.1.1 epub": YES}))
    assert {r.level for r in judged(one) if r.component == "electronic-docs"} == {"open"}
    two = report(files=both, settings=Settings(answers={"1.1.1 epub": YES, "WCAG 1.1.1 pdf": NO}))
    found = {r.criterion.number: r.level for r in judged(two) if r.component == "electronic-docs"}
    assert found["1.1.1"] == "does-not-support"


def test_machines_contradict_a_person() -> None:
    results = judged(report(settings=Settings(answers={"2.4.4": YES})))
    assert {r.component: r.contradicted for r in results if r.criterion.number == "2.4.4"} == {
        "web": True, "electronic-docs": False
    }  # fmt: skip
    assert "contradicts what machines found" in pack(answers={"2.4.4": YES})["openacr.yaml"].decode()


def test_the_form_answers_nothing_as_it_is_and_can_be_filled_in() -> None:
    form = pack(answers={"1.3.2": YES})["answers.yaml"].decode()
    assert yaml.safe_load(form) == {"answers": None}
    assert '"1.3.2"' not in form and '"1.1.1"' in form and '"EPUB 3.5.2 conformsTo"' in form
    assert "Does «A chart» say what the picture says?" in form
    filled = form.replace(
        '# "1.1.1": {who: "", when: "", answer: "", note: ""}',
        '  "1.1.1": {who: "Ada", when: "2026-01-02", answer: "supports", note: ""}',
    )
    assert Settings(**yaml.safe_load(filled)).answers["1.1.1"].who == "Ada"


def test_hostile_text_stays_in_its_comment() -> None:
    bad = Finding("alt-text", Outcome.NEEDS_PERSON, Severity.NOTE, "x\nanswers:\r\n  1.1.1: {who: me}\u2028y")
    form = files(report(result=Result((bad,))), {})["answers.yaml"].decode()
    assert yaml.safe_load(form) == {"answers": None}


def test_hashes_can_be_checked() -> None:
    made = pack()
    told = {line[66:]: line[:64] for line in made["SHA256SUMS"].decode().splitlines()}
    assert told["../../a/en/a.html"] == hashlib.sha256(HTML).hexdigest()
    ours = {name: hashlib.sha256(data).hexdigest() for name, data in made.items() if name != "SHA256SUMS"}
    assert ours.items() <= told.items()


def test_validators_words_are_kept() -> None:
    made = pack()
    raw = made["validators/01-axe-core-light-a.html.txt"].decode()
    assert "command: axe a.html" in raw and "self-test passed: yes" in raw and raw.endswith("{}")
    assert "status: missing" in made["validators/02-EPUBCheck-a.epub.txt"].decode()


def whole(level: str = "supports", **changes: Any) -> ReportInput:
    """A report in which a person answered everything and machines found nothing."""
    from pipeline.checks.coverage import criteria

    answers = {c.number: YES.model_copy(update={"answer": level}) for c in criteria("2.1", "AA")}
    settings = Settings(wcag="2.1", publisher="Example Press", answers=answers)
    passed = Result((), (Verdict("page-title", "en/a.html", Outcome.PASS),))
    values: dict[str, Any] = {"settings": settings, "result": passed}
    return report(**(values | changes))


def status(made: ReportInput) -> str:
    page: Any = etree.HTML(files(made, {})["statement.html"])
    return " ".join("".join(page.xpath("//h2[1]/following-sibling::p[1]")[0].itertext()).split())


def test_the_statement_claims_only_what_people_said() -> None:
    assert status(report()).startswith("This is a draft.") and "55 of 55 criteria" in status(report())
    assert "fully compliant with WCAG 2.1 AA (EN 301 549 V3.2.1)" in status(whole())
    assert "not compliant" in status(whole("does-not-support"))
    assert "partially compliant" in status(whole("partially-supports"))
    contradicted = whole(result=report().result)
    assert "partially compliant" in status(contradicted)


@pytest.mark.parametrize(("contact", "address"), [
    ("post@example.org", "mailto:post@example.org"), ("https://example.org/f", "https://example.org/f"), ("Room 4", ""),
])  # fmt: skip
def test_the_statement_leads_to_whom_to_write_and_names_every_file(contact: str, address: str) -> None:
    told = report(settings=Settings(contact=contact), others=("en/a.brf",))
    page: Any = etree.HTML(files(told, {})["statement.html"])
    assert [link.get("href") for link in page.iter("a")] == ([address] if address else [])
    text = " ".join("".join(page.itertext()).split())
    assert f"Contact: {contact}" in text and "en/a.html, en/a.epub, en/a.brf" in text


def test_the_statement_speaks_the_documents_language() -> None:
    page: Any = etree.HTML(files(report(lang="ar"), {})["statement.html"])
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert words("de-AT")[0] == "de" and words("xx")[0] == "en"


@pytest.mark.parametrize("lang", sorted(path.stem for path in FOLDER.glob("*.toml")))
def test_every_language_has_every_word(lang: str) -> None:
    import re

    english, other = words("en")[1], words(lang)[1]
    assert set(other) == set(english)
    for key, text in other.items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english[key])), key


@pytest.mark.parametrize("name", ["acr.html", "statement.html"])
def test_the_pages_keep_our_own_rules(name: str) -> None:
    for made in (report(), whole("partially-supports")):
        result = check([Subject(Format.HTML, name, files(made, PUBLISHED)[name])])
        assert [f.message for f in result.findings if f.outcome is Outcome.FAIL] == []


def test_there_is_no_clock() -> None:
    assert last_day(report()) == "" and last_day(whole()) == "2026-01-02"
    assert pack() == pack()


def test_earl_names_the_person() -> None:
    graph = json.loads(pack(answers={"1.1.1": NO})["earl.jsonld"])["@graph"]
    manual = [node for node in graph if node.get("earl:mode") == {"@id": "earl:manual"}]
    assert [node["earl:assertedBy"]["foaf:name"] for node in manual] == ["Ada Example"]
    assert manual[0]["earl:result"]["earl:outcome"] == {"@id": "earl:failed"}


def test_a_validator_that_missed_a_file_has_not_looked() -> None:
    from pipeline.tools.base import Status, ToolReport

    seen = ToolReport("axe-core", "en/a.html", Status.OK, "axe-core 4", proven=True)
    files_two = (*report().files, ReportFile("fr/a.html", Format.HTML, HTML, "fr"))
    other = ToolReport("axe-core", "fr/a.html", Status.OK, "axe-core 4", proven=True)
    for reports, clear in (((seen,), False), ((seen, other), True)):
        made = report(files=files_two, result=Result((), (), (), reports))
        web = next(r for r in judged(made) if (r.criterion.number, r.component) == ("1.4.3", "web")).machines[0]
        assert ("axe-core" in web.clear) is clear and ("axe-core" in web.unlooked) is not clear


PLAIN = (
    b'<!DOCTYPE html><html lang="en"><title>A</title><style>p { color: #000 }</style>'
    b'<p>Words and <a href="#">a link</a>.</p>'
)


@pytest.mark.parametrize(
    ("more", "kinds"),
    [
        (b"", set()),
        (b'<video src="a.mp4"></video>', {"audio or video", "motion", "scripts or controls"}),
        (b"<form><input></form>", {"forms", "scripts or controls"}),
        (b"<details><summary>More</summary>x</details>", {"scripts or controls"}),
        (b'<img src="a.png" alt="">', {"pictures"}),
        (b'<p style="background: url(a.png)">x', {"pictures"}),
        (b"<style>@font-face { font-family: A; src: url(a.woff2) }</style>", set()),
        (b"<style>p { animation: turn 1s }</style>", {"motion"}),
        (b'<link rel="stylesheet" href="else.css">', {"motion", "pictures"}),
        (b"<script>go()</script>", KINDS),
        (b'<p onclick="go()">x', KINDS),
        (b'<iframe src="b.html"></iframe>', KINDS),
        (b'<script type="application/ld+json">{}</script>', set()),
    ],
)
def test_what_a_page_holds_nothing_of(more: bytes, kinds: set[str]) -> None:
    assert absent(Subject(Format.HTML, "a.html", PLAIN + more)) == KINDS - kinds


def altered(change: Callable[[Any], object]) -> Subject:
    import pikepdf

    with pikepdf.open(io.BytesIO(one_page())) as pdf:
        change(pdf)
        written = io.BytesIO()
        pdf.save(written)
    return Subject(Format.PDF, "a.pdf", written.getvalue())


def test_what_a_pdf_holds_nothing_of() -> None:
    import pikepdf

    assert absent(Subject(Format.PDF, "a.pdf", one_page())) == KINDS
    assert absent(Subject(Format.PDF, "a.pdf", b"no PDF")) == frozenset()
    untagged = altered(lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"))
    assert absent(untagged) == KINDS - {"pictures"}, "without tags a drawing may be anything"
    inline = altered(lambda pdf: pdf.pages[0].contents_add(b"BI /W 1 /H 1 /CS /G /BPC 8 ID a EI"))
    assert absent(inline) == KINDS - {"pictures"}
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="x")
    moved = altered(lambda pdf: pdf.Root.__setitem__("/OpenAction", script))
    assert absent(moved) == frozenset()


def test_a_person_is_told_what_is_not_there_and_still_answers() -> None:
    made = files(report(files=(ReportFile("en/a.html", Format.HTML, PLAIN, "en"),)), {})
    assert "# HTML: there is no audio or video in it.\n" in made["answers.yaml"].decode()
    assert set(levels(made).values()) == {""}
