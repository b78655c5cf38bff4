# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter check``: files, folders and patterns of anybody; exit codes; baseline; watching."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import run_command
from pipeline.commands.watching import expand, follow
from pipeline.errors import Exit, InputError

GOOD = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A fine day</title></head><body><main>'
    "<h1>A fine day</h1><p>The sun is out, and people walk along the river.</p></main></body></html>"
)
NO_LANG = GOOD.replace(' lang="en"', "")
QUIET = ("--validators", "none")


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str, str], Path]:
    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


Page = Callable[[str, str], Path]


def test_exit_codes(page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["check", str(page("good.html", GOOD)), *QUIET]) == Exit.CLEAN
    assert "summary: 0 errors" in capsys.readouterr().out
    assert run_command(["check", str(page("bad.html", NO_LANG)), *QUIET]) == Exit.FINDINGS
    assert "error: page-lang: " in capsys.readouterr().out


def test_strict_fails_for_what_was_not_looked_at(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.tools import nu
    from pipeline.tools.base import Status, not_looked

    monkeypatch.setattr(nu, "run", lambda files: not_looked("Nu", files, Status.MISSING, "not here"))
    path = str(page("good.html", GOOD))
    assert run_command(["check", path, "--validators", "nu"]) == Exit.CLEAN
    assert run_command(["check", path, "--validators", "nu", "--strict"]) == Exit.TOOL_MISSING


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [("none.html", None, "no such file"), ("a.html", b"", "is empty"), ("a.pdf", b"\0\1\2", "no PDF, EPUB")],
)
def test_bad_input_is_told_in_one_line(tmp_path: Path, name: str, data: bytes | None, why: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=why):
        run_command(["check", str(tmp_path / name), *QUIET])


def test_a_broken_file_is_no_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type")
    assert run_command(["check", str(tmp_path / "cut.pdf"), *QUIET]) == Exit.FINDINGS
    assert "error: readable: A reader gets nothing of this file" in capsys.readouterr().out


def test_folders_and_patterns(page: Page, tmp_path: Path) -> None:
    paths = [page("a/one.html", GOOD), page("a/b/two.xhtml", GOOD), page("a/.hidden/x.html", GOOD), page("a/n.txt", "")]
    assert expand([str(tmp_path / "a")]) == (paths[1], paths[0])
    assert expand([str(tmp_path / "a" / "**" / "*.html")])[-1] == paths[0]
    assert expand([str(paths[0]), str(tmp_path / "a")]) == (paths[0], paths[1])
    for pattern in ("*.epub", "empty"):
        (tmp_path / "empty").mkdir(exist_ok=True)
        with pytest.raises(InputError):
            expand([str(tmp_path / pattern)])


def test_json_goes_to_the_pipe_and_reports_to_files(
    page: Page, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    sarif = tmp_path / "out" / "r.sarif"
    sarif.parent.mkdir()
    path = str(page("bad.html", NO_LANG))
    assert run_command(["check", path, "--json", "--report", f"sarif={sarif}", *QUIET]) == Exit.FINDINGS
    data = json.loads(capfdbinary.readouterr().out)
    assert data["summary"]["errors"] == 1 and data["files"][0]["format"] == "html"
    assert json.loads(sarif.read_text("utf-8"))["runs"][0]["results"][0]["ruleId"] == "page-lang"


@pytest.mark.parametrize("report", ["pdf=x", "sarif", "sarif="])
def test_a_report_that_does_not_exist(page: Page, report: str) -> None:
    with pytest.raises(InputError, match="names no report"):
        run_command(["check", str(page("a.html", GOOD)), "--report", report, *QUIET])


def test_of_like_elements_only_the_new_one_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, known = tmp_path / "a.html", tmp_path / "known.json"
    image = '<p><img src="boat.png"></p>'
    text = "<!DOCTYPE html><html lang='en'><title>Boats</title><body><main><h1>Boats</h1>{}</main></body></html>"
    page.write_text(text.format(image), "utf-8")
    assert run_command(["check", str(page), "--write-baseline", str(known), *QUIET]) == Exit.FINDINGS
    page.write_text(text.format(image * 2), "utf-8")
    capsys.readouterr()
    assert run_command(["check", str(page), "--baseline", str(known), *QUIET]) == Exit.FINDINGS
    assert capsys.readouterr().out.count("error: image-name") == 1


def test_a_baseline_makes_only_new_findings_count(page: Page, tmp_path: Path) -> None:
    path, known = page("bad.html", NO_LANG), tmp_path / "known.json"
    assert run_command(["check", str(path), "--write-baseline", str(known), *QUIET]) == Exit.FINDINGS
    assert run_command(["check", str(path), "--baseline", str(known), *QUIET]) == Exit.CLEAN
    page("bad.html", NO_LANG.replace("<title>A fine day</title>", ""))
    assert run_command(["check", str(path), "--baseline", str(known), *QUIET]) == Exit.FINDINGS


def test_watching_checks_again_after_a_change(tmp_path: Path, page: Page) -> None:
    path = page("a.html", GOOD)
    rounds: list[bool] = []

    def pause(seconds: float) -> None:
        assert seconds > 0
        if len(rounds) == 1 and not (tmp_path / "done").exists():
            (tmp_path / "done").touch()
        elif len(rounds) == 1:
            page("a.html", NO_LANG + " ")
        elif len(rounds) == 2:
            path.unlink()
        else:
            raise KeyboardInterrupt

    def once() -> int:
        rounds.append(path.exists())
        if not path.exists():
            raise InputError("gone")
        return 0

    with pytest.raises(KeyboardInterrupt):
        follow(once, lambda: [path], pause=pause)
    assert rounds == [True, True, False]


def test_with_its_source_a_file_is_compared_with_it(page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    source = page("a.md", "# A fine day\n\nThe sun is out, and people walk along the river.\n")
    good, bad = page("a.html", GOOD), page("b.html", GOOD.replace("walk along", "run along"))
    run_command(["check", str(good), "--source", str(source), *QUIET])
    assert "walk" not in capsys.readouterr().out
    assert run_command(["check", str(bad), "--source", str(source), *QUIET]) == Exit.FINDINGS
    assert "a.md:3: error: parity-text: " in capsys.readouterr().out


NAMES = ["report.html", "index.html", "statement.html", "acr.html", "a.plain.html", "x.plain.htm"]


@pytest.mark.parametrize("name", NAMES)
def test_a_document_may_have_any_name(page: Page, capsys: pytest.CaptureFixture[str], name: str) -> None:
    source = page("a.md", "# A fine day\n\nThe sun is out, and people walk along the river.\n")
    bad = page(name, GOOD.replace("walk along", "run along"))
    assert run_command(["check", str(bad), "--source", str(source), *QUIET]) == Exit.FINDINGS
    assert "a.md:3: error: parity-text: " in capsys.readouterr().out


def test_the_source_in_a_folder_is_that_document_with_settings_and_without(tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    source = folder / "source.md"
    source.write_text("# A fine day\n\nThe sun is out, and people walk along the river.\n", "utf-8")
    run_command(["publish", str(folder), "--out", str(tmp_path / "out"), "--formats", "epub,xliff", *QUIET])
    made = tmp_path / "out" / "ferry" / "en"
    assert (folder / "ids.json").is_file()
    assert run_command(["check", str(made), "--source", str(source), "--fail-on", "warning", *QUIET]) == Exit.CLEAN


BEES = (
    "Each hive was opened in April, and its queen was seen. Two of them were weak after the cold, so they got sugar "
    "and a frame of brood from their strong neighbours. By June nobody could tell which they had been, and honey came "
    "from all. The boxes stand on stones, two feet above the grass, with their doors to the south."
)
RIVERS = (
    "Rain that falls on these hills runs down through chalk, takes thirty years to reach a spring, and then flows "
    "past mills which once ground flour for half a county. Trout lie under every bridge; anglers pay, herons and "
    "otters do not. Below Wick it is tidal, and barges used to wait there for high water."
)


def test_another_document_is_told_once_and_not_by_each_of_its_sentences(
    page: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    source = page("a.md", f"# A fine day\n\n{BEES}\n")
    other = page("b.html", GOOD.replace("The sun is out", RIVERS))
    assert run_command(["check", str(other), "--source", str(source), *QUIET]) == Exit.FINDINGS
    told = capsys.readouterr().out
    assert "error: another-document: Hardly anything of the source is in this file" in told
    assert "parity" not in told


def test_a_page_that_only_tells_of_a_document_is_not_compared_and_that_is_said(
    page: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = page("a.md", "# A fine day\n\nThe sun is out, and people walk along the river.\n")
    run_command(["publish", str(source), "--out", str(tmp_path / "out"), "--formats", "html", *QUIET])
    made = tmp_path / "out" / "a"
    (made / "report.html").rename(tmp_path / "other.html")
    capsys.readouterr()
    assert run_command(["check", str(tmp_path / "other.html"), "--source", str(source), *QUIET]) == Exit.CLEAN
    assert "note: not-compared: This is a check report, not the document" in capsys.readouterr().out
    for path in [made / "index.html", made / "en" / "a.html"]:
        assert run_command(["check", str(path), "--source", str(source), *QUIET]) == Exit.CLEAN


def test_a_plain_page_is_compared_with_the_plain_text_whatever_its_name(
    page: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = page("a.md", "# A fine day\n\nThe sun is out, and people walk along the river.\n")
    run_command(["publish", str(source), "--out", str(tmp_path / "out"), "--formats", "html,plain", *QUIET])
    made = (tmp_path / "out" / "a" / "en" / "a.plain.html").read_text("utf-8")
    good, bad = page("good.html", made), page("bad.html", made.replace("walk along", "run along"))
    capsys.readouterr()
    assert run_command(["check", str(good), "--source", str(source), *QUIET]) == Exit.CLEAN
    assert run_command(["check", str(bad), "--source", str(source), *QUIET]) == Exit.FINDINGS
    assert "a.md:3: error: parity-text: " in capsys.readouterr().out


def test_a_text_may_begin_with_a_note_or_a_formula(page: Page, tmp_path: Path) -> None:
    text = "---\ntitle: T\nlang: en\n---\n\nIf $a > 0$, call[^a] us, or do not.\n\nMore.\n\n[^a]: The note.\n"
    source = page("b.md", text)
    made = str(tmp_path / "made")
    assert run_command(["publish", str(source), "--out", made, "--formats", "epub", *QUIET]) == Exit.CLEAN
