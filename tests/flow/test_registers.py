# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a file is called is what it is; a format or a language that cannot be had is refused, never left out."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from pipeline.__main__ import run

TEXT = "---\ntitle: Tides\nlang: en\n---\n\nThe mole keeps the waves out.\n\n## Boats\n\nThey lie behind it.\n"


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "tides.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def command(*arguments: str) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["pariter", *arguments])
        return run()


def publish(source: Path, formats: str) -> int:
    return command("publish", source.name, "--formats", formats, "--validators", "none", "--out", "out")


def test_a_page_with_reading_aids_is_called_that_wherever_it_is_linked(source: Path) -> None:
    assert publish(source, "html,plain") == 0
    out = source.parent / "out"
    for page in (out / "tides" / "index.html", out / "index.html", out / "tides" / "en" / "tides.plain.html"):
        text = page.read_text("utf-8")
        assert "Plain language" not in text, page
        assert "Original text with reading aids" in text, page


def test_the_links_between_languages_and_registers_have_names_of_their_own(source: Path) -> None:
    assert publish(source, "html,plain") == 0
    page = (source.parent / "out" / "tides" / "en" / "tides.plain.html").read_text("utf-8")
    links = re.findall(r"<a href=\"([^\"]+)\" hreflang=\"en\"[^>]*>(.*?)</a>", page)
    names = [re.sub(r"<[^>]+>", "", name) for href, name in links if href.endswith("tides.html") or href == "#document"]
    assert "English" in names and "English – Original text with reading aids" in names
    assert names.count("English") == 1


def test_a_plain_format_alone_without_a_plain_text_is_an_input_error(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(source, "plain-pdf") == 2
    told = capsys.readouterr().err
    assert "no plain text" in told and "plain init" in told and told.count("\n") == 1
    assert not (source.parent / "out" / "tides").exists()


def test_a_plain_format_among_others_is_an_error_that_is_told(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(source, "html,plain-epub") == 1
    assert "error: format-missing: There is no plain text to make plain-epub of." in capsys.readouterr().out
    assert (source.parent / "out" / "tides" / "en" / "tides.html").is_file()


@pytest.mark.parametrize("lang", ["fr FR", "123", "zz", "xx-notalang", "../fr", "en", "EN"])
def test_a_language_that_is_none_or_the_text_s_own_is_refused(
    source: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("xliff", "export", source.name, "--to", lang) == 2
    assert not list(source.parent.rglob("*.xlf"))
    told = capsys.readouterr().err
    assert lang in told and told.count("\n") == 1


@pytest.mark.parametrize("lang", ["fr", "zh-Hans", "en-GB"])
def test_other_languages_are_not(source: Path, lang: str) -> None:
    assert command("xliff", "export", source.name, "--to", lang) == 0
    assert (source.parent / f"tides.{lang}.xlf").is_file()


def test_publishing_into_a_language_that_is_none_is_refused(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["publish", source.name, "--formats", "xliff", "--to", "../x", "--validators", "none", "--out", "out"]
    assert command(*arguments) == 2
    assert "no language" in capsys.readouterr().err
