# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reference validators on known files: our samples, and other people's where they are beside the project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import ToolMissingError
from pipeline.model import Outcome, Severity
from pipeline.tools import VALIDATORS, ace, axe, epubcheck, jars, node, nu, okapi, page_validation, samples, verapdf
from pipeline.tools.base import Status, ToolReport
from tests.corpora import corpora

JAVA = pytest.mark.java
BROWSER = pytest.mark.browser


def need(tool: Any) -> None:
    """Skip, with the tool's own words, where it is not installed."""
    probe = tool.probe()
    if not probe.present:
        pytest.skip(f"{probe.tool} is not here: {probe.remedy}")


def write(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def verdicts(reports: Sequence[ToolReport]) -> list[bool]:
    """Whether each passed; every one of them must have been looked at."""
    assert [(r.file, r.status, r.note) for r in reports if not r.looked] == []
    return [r.passed for r in reports]


@pytest.mark.parametrize("profile", verapdf.PROFILES)
@JAVA
def test_verapdf_tells_good_from_bad(tmp_path: Path, profile: str) -> None:
    need(verapdf)
    files = [write(tmp_path, f"{good}.pdf", samples.pdf(profile, good=good)) for good in (True, False)]
    assert verdicts(verapdf.run(files, profiles=[profile])) == [True, False]


@pytest.mark.parametrize("profile", page_validation.PROFILES)
def test_page_validation_tells_good_from_bad(tmp_path: Path, profile: str) -> None:
    files = [write(tmp_path, f"{good}.pdf", samples.pdf(profile, good=good)) for good in (True, False)]
    assert verdicts(page_validation.run(files, profiles=[profile])) == [True, False]


@JAVA
def test_verapdf_says_rule_clause_place_and_how_often(tmp_path: Path) -> None:
    need(verapdf)
    figure = samples.pdf("ua1", good=True).replace(b"/Alt (A black square) ", b" " * 22)
    (report,) = verapdf.run([write(tmp_path, "no alt.pdf", figure)])
    (item,) = report.items
    assert (item.rule, item.clauses, item.count) == ("7.3-1", ("PDF/UA-1 7.3",), 1)
    assert "Figure" in item.place
    assert '"compliant": false' in report.raw
    assert report.version.startswith("veraPDF 1.")
    assert report.command.startswith("verapdf --flavour ua1 ")


@JAVA
def test_several_profiles_give_several_reports(tmp_path: Path) -> None:
    need(verapdf)
    file = write(tmp_path, "a.pdf", samples.pdf("ua2", good=True))
    reports = verapdf.run([file], profiles=["ua2", "ua1", "wt1a"])
    assert [(r.profile, r.passed) for r in reports] == [("ua2", True), ("ua1", False), ("wt1a", False)]


@JAVA
@pytest.mark.parametrize(("tool", "suffix"), [(verapdf, "pdf"), (epubcheck, "epub"), (okapi, "xlf")])
def test_rubbish_never_passes(tmp_path: Path, tool: Any, suffix: str) -> None:
    need(tool)
    entity = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>"
    rubbish = [b"", b"\0" * 1000, b"%PDF-1.7\n", b"PK\x03\x04", b"<", entity]
    files = [write(tmp_path, f"{number}.{suffix}", data) for number, data in enumerate(rubbish)]
    reports = tool.run([*files, tmp_path / "gone"])
    assert not any(r.passed for r in reports)
    assert all(r.status in (Status.OK, Status.UNREADABLE, Status.OUTSIDE) for r in reports)


def test_rubbish_never_passes_page_validation(tmp_path: Path) -> None:
    files = [write(tmp_path, f"{n}.pdf", data) for n, data in enumerate([b"", b"%PDF-1.7\n", b"\xff" * 99])]
    assert {r.status for r in page_validation.run([*files, tmp_path / "gone"])} == {Status.UNREADABLE}


@JAVA
def test_epubcheck_says_message_number_file_and_line(tmp_path: Path) -> None:
    need(epubcheck)
    (report,) = epubcheck.run([write(tmp_path, "bad.epub", samples.epub(good=False))])
    assert ("RSC-007", "nav.xhtml") in [(i.rule, i.place) for i in report.items]
    assert all(i.line for i in report.items if i.place)


@JAVA
def test_okapi_finds_the_id_that_is_used_twice_and_knows_its_limits(tmp_path: Path) -> None:
    need(okapi)
    old = b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>'
    new = samples.xliff("2.2", good=True).replace(b"document:2.0", b"document:2.2")
    files = [
        write(tmp_path, name, data)
        for name, data in [
            ("good.xlf", samples.xliff("2.1", good=True)),
            ("bad.xlf", samples.xliff("2.0", good=False)),
            ("1.2.xlf", old),
            ("2.2.xlf", new),
        ]
    ]
    reports = okapi.run(files)
    assert [r.status for r in reports] == [Status.OK, Status.OK, Status.OUTSIDE, Status.OUTSIDE]
    assert [r.passed for r in reports] == [True, False, False, False]
    assert "u1" in reports[1].items[0].message
    assert "2.0 and 2.1 only" in reports[2].note


@JAVA
@BROWSER
def test_what_nu_asks_to_consider_is_a_note(tmp_path: Path) -> None:
    need(nu)
    page = samples.html(good=True).replace(b"</main>", b"<section><h1>Two</h1><p>Words.</p></section></main>")
    (report,) = nu.run([write(tmp_path, "a.html", page)])
    assert {item.severity for item in report.items} == {Severity.NOTE}
    assert "h1" in report.items[0].message


@JAVA
@BROWSER
def test_nu_says_line_and_kind(tmp_path: Path) -> None:
    need(nu)
    page = b'<!DOCTYPE html>\n<html lang="en"><title>x</title>\n<body><p><img src="x.png"><br/></p></html>\n'
    (report,) = nu.run([write(tmp_path, "a.html", page)])
    assert [(i.severity, i.line) for i in report.items if "alt" in i.message] == [(Severity.ERROR, 3)]
    assert [i.severity for i in report.items if "slash" in i.message] == [Severity.NOTE]


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>
body {{ background: #fff; color: #000 }}
@media (prefers-color-scheme: dark) {{ body {{ background: #000; color: {dark} }} }}
.wide {{ width: {width} }}</style></head>
<body><main><h1>A page</h1><p class="wide">Some text.</p>{more}</main></body></html>
"""


def page(folder: Path, name: str, *, dark: str = "#fff", width: str = "auto", more: str = "") -> Path:
    return write(folder, name, PAGE.format(dark=dark, width=width, more=more).encode())


@BROWSER
def test_axe_looks_in_light_in_dark_and_narrow(tmp_path: Path) -> None:
    need(axe)
    files = [
        page(tmp_path, "good.html"),
        page(tmp_path, "dark.html", dark="#222"),
        page(tmp_path, "wide.html", width="900px"),
    ]
    reports = axe.run(files)
    assert verdicts(reports) == [True, True, True, True, False, True, True, True, False]
    assert [i.rule for i in reports[4].items] == ["color-contrast"]
    assert reports[4].items[0].clauses == ("WCAG 1.4.3", "EN 301 549 9.1.4.3")
    (reflow,) = reports[8].items
    assert (reflow.rule, reflow.clauses) == ("reflow", ("WCAG 1.4.10",))
    assert reflow.place == '<p class="wide">Some text.</p>'


@BROWSER
def test_axe_neither_runs_nor_fetches_what_a_page_asks_for(tmp_path: Path) -> None:
    need(axe)
    inner = tmp_path / "inner"
    inner.mkdir()
    write(tmp_path, "outside.css", b"h1 { display: none }")
    more = (
        '<script>document.querySelector("main").innerHTML = "<img src=x>"</script>'
        '<p onclick="1">More.</p><link rel="stylesheet" href="../outside.css">'
        '<img alt="a dot" src="http://127.0.0.1:9/x.png">'
    )
    reports = axe.run([page(inner, "active.html", more=more)], profiles=["light"])
    assert verdicts(reports) == [True]
    assert "outside.css" in reports[0].raw
    assert "127.0.0.1:9" in reports[0].raw


@BROWSER
def test_axe_leaves_to_people_what_it_cannot_decide(tmp_path: Path) -> None:
    need(axe)
    style = "background: linear-gradient(#fff, #000); color: #777"
    (report,) = axe.run([page(tmp_path, "a.html", more=f'<p style="{style}">On a gradient.</p>')], profiles=["light"])
    assert [(i.rule, i.outcome) for i in report.items] == [("color-contrast", Outcome.NEEDS_PERSON)]
    assert report.passed


@BROWSER
@pytest.mark.slow
def test_ace_tells_good_from_bad(tmp_path: Path) -> None:
    need(ace)
    files = [write(tmp_path, f"{good}.epub", samples.epub(good=good)) for good in (True, False)]
    reports = ace.run([*files, write(tmp_path, "rubbish.epub", b"PK"), tmp_path / "gone.epub"])
    assert [r.passed for r in reports] == [True, False, False, False]
    assert [r.status for r in reports] == [Status.OK, Status.OK, Status.UNREADABLE, Status.UNREADABLE]
    assert ("image-alt", ("WCAG 1.1.1",)) in [(i.rule, i.clauses[:1]) for i in reports[1].items]


@pytest.mark.parametrize("name", VALIDATORS)
def test_a_tool_that_is_missing_never_passes(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setenv("PARITER_TOOLS", str(empty))
    monkeypatch.setattr(page_validation, "version", lambda: "")
    monkeypatch.setattr(epubcheck, "_folder", lambda: None)
    tool = import_module(f"pipeline.tools.{name}")
    reports = tool.run([write(tmp_path, "a.pdf", samples.pdf("ua1", good=True))])
    assert reports
    assert all(r.status is Status.MISSING and not r.passed and r.note for r in reports)
    probe = tool.probe()
    assert not probe.present
    assert probe.remedy


@JAVA
@pytest.mark.slow
@pytest.mark.parametrize(
    ("tool", "folder", "profile"),
    [(verapdf, "PDF_UA-1", "ua1"), (verapdf, "PDF_UA-2", "ua2"), (page_validation, "PDF_UA-1", "ua1")],
)
def test_every_file_of_the_pdf_corpus_is_judged_as_its_name_says(tool: Any, folder: str, profile: str) -> None:
    need(tool)
    files = sorted((corpora("verapdf") / folder).rglob("*.pdf"))
    assert len(files) > 50
    reports = tool.run(files, profiles=[profile])
    assert [r.file for r in reports if not r.looked] == []
    assert [r.file for r in reports if r.passed is ("-fail-" in Path(r.file).name)] == []


@JAVA
@pytest.mark.slow
def test_okapi_on_the_xliff_test_suite() -> None:
    need(okapi)
    folder = corpora("xliff")
    lines = (folder / "expected.tsv").read_text(encoding="utf-8").splitlines()
    expected = {name: wanted for name, wanted, *_ in (line.split("\t") for line in lines) if name.startswith("2.1/")}
    reports = okapi.run([folder / name for name in expected])
    # It knows no prefixes of extensions, and then says that it cannot judge.
    assert {r.status for r in reports if not r.looked} <= {Status.OUTSIDE}
    pairs = [pair for pair in zip(expected.items(), reports, strict=True) if pair[1].looked]
    assert len(pairs) >= 0.95 * len(expected)
    wrong = [name for (name, wanted), report in pairs if report.passed is (wanted != "valid")]
    assert len(expected) - len(wrong) >= 0.95 * len(expected), wrong


def test_samples_are_the_same_bytes_every_time() -> None:
    makers: list[Callable[[], bytes]] = [
        lambda: samples.pdf("ua2", good=True),
        lambda: samples.epub(good=True),
        lambda: samples.html(good=False),
        lambda: samples.xliff("2.1", good=True),
    ]
    assert all(make() == make() for make in makers)


def test_jars_are_pinned_and_only_the_pinned_bytes_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARITER_TOOLS", str(tmp_path))
    import jgo.maven

    class Context:
        def __init__(self, repo_cache: Path, **_: object) -> None:
            self.file = repo_cache / "evil.jar"

        def __getattr__(self, _: str) -> Any:
            return lambda *_: self

        def resolve(self) -> Path:
            self.file.write_bytes(b"not what was pinned")
            return self.file

    monkeypatch.setattr(jgo.maven, "MavenContext", Context)
    with pytest.raises(ToolMissingError, match="not the pinned file"):
        jars.fetch(jars.VERAPDF)
    assert list((tmp_path / "jars").iterdir()) == []
    assert all(len(jar.sha256) == 64 and jar.version[0].isdigit() for jar in jars.ALL)


def test_an_installed_package_uses_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PARITER_TOOLS", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(jars, "__file__", str(tmp_path / "site-packages" / "pipeline" / "tools" / "jars.py"))
    assert jars.home() == tmp_path / "cache" / "pariter"
    assert node.home() == tmp_path / "cache" / "pariter" / "npm"
