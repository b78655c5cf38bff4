# SPDX-License-Identifier: AGPL-3.0-or-later
"""Braille: pages of 40 cells and 25 lines, in which everything stands that the text says."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from pipeline.errors import ToolFailedError, ToolMissingError
from pipeline.writers import braille
from pipeline.writers.braille import liblouis
from tests.book import rich

installed = pytest.mark.skipif(shutil.which(liblouis.TOOL) is None, reason="liblouis-bin is not installed")


@installed
def test_pages_and_lines_have_their_size(tmp_path: Path) -> None:
    pages = braille.write_brf(rich.article(), rich.edition(tmp_path)).decode("ascii").split("\f")
    assert pages[-1] == ""
    assert len(pages) > 2
    for number, page in enumerate(pages[:-1], 1):
        lines = page.split("\r\n")
        assert len(lines) == braille.LINES + 1
        assert all(len(line) <= braille.CELLS for line in lines)
        assert lines[-2].strip() == "#" + "ABCDEFGHIJ"[number - 1]


@installed
def test_braille_says_what_the_text_says(tmp_path: Path) -> None:
    """Read back by liblouis, the words of the document are there, in their order."""
    text = braille.write_brf(rich.article(), rich.edition(tmp_path)).decode("ascii")
    pages = [" ".join(" ".join(page.split("\r\n")[: braille.LINES - 1]).split()) for page in text.split("\f")]
    cells = "\n".join("".join(chr(liblouis.FIRST + braille.ASCII.index(letter)) for letter in page) for page in pages)
    back = subprocess.run(
        [liblouis.TOOL, "--backward", "unicode.dis,en-ueb-g2.ctb"], input=cells, capture_output=True, check=True,
        text=True,
    ).stdout  # fmt: skip
    words = re.sub(r"\s+", " ", back).lower()
    place = 0
    for said in ("water for everyone", "clean water is a right", "what we found", "(c)", "wells by district",
                 "north; wells: 120", "figure: bar chart", "no one can live without water", "notes"):  # fmt: skip
        found = words.find(said, place)
        assert found >= 0, (said, words[place : place + 200])
        place = found


@installed
def test_another_language_goes_through_its_own_table(tmp_path: Path) -> None:
    cells = liblouis.translate([("the 12", "fr"), ("the 12", "en")], "en")
    assert cells[0] != cells[1]
    assert all(0x2800 <= ord(cell) < 0x2840 for line in cells for cell in line)


@installed
def test_a_character_without_braille_is_said_by_name() -> None:
    back = subprocess.run(
        [liblouis.TOOL, "--backward", "unicode.dis,en-ueb-g2.ctb"],
        input=liblouis.translate([("a ☃ b", "en")], "en")[0],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    assert "snowman" in back


@installed
@pytest.mark.parametrize(("text", "same"), [("Ana · Puerto", "Ana - Puerto"), ("A\u200eb\u2069c", "Abc")])
def test_a_separator_is_a_usual_sign_and_what_nobody_sees_is_nothing(text: str, same: str) -> None:
    assert liblouis.translate([(text, "es")], "es") == liblouis.translate([(same, "es")], "es")


@installed
def test_a_very_long_paragraph_is_whole() -> None:
    text = " ".join(f"word{number}" for number in range(2000))
    cells = liblouis.translate([(text, "en")], "en")[0]
    assert cells.count(chr(liblouis.FIRST)) == 1999
    assert len(liblouis.translate([("字" * 5000, "zh")], "zh")[0]) > 5000


@installed
def test_pef_is_well_formed_and_holds_the_same_pages(tmp_path: Path) -> None:
    edition = rich.edition(tmp_path, "ar")
    root = etree.fromstring(braille.write_pef(rich.article("ar"), edition))
    pages = list(root.iter("{http://www.daisy.org/ns/2008/pef}page"))
    brf = braille.write_brf(rich.article("ar"), edition).decode("ascii").split("\f")
    assert len(pages) == len(brf) - 1
    assert all(len(page) == braille.LINES for page in pages)


def test_without_liblouis_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(ToolMissingError, match="liblouis"):
        braille.write_brf(rich.article(), rich.edition(tmp_path))


def test_a_language_without_a_table_is_not_guessed() -> None:
    with pytest.raises(ToolMissingError, match="xx"):
        liblouis.translate([("a", "xx")], "xx")


def test_nonsense_from_the_tool_is_no_braille(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = tmp_path / liblouis.TOOL
    tool.write_text("#!/bin/sh\necho nonsense\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(ToolFailedError):
        liblouis.translate([("a", "en")], "en")


def test_lines_are_filled_and_long_words_cut() -> None:
    blank = chr(liblouis.FIRST)
    word = chr(liblouis.FIRST + 1)
    rows = list(braille._fill(blank.join([word * 30, word * 9, word * 100]), 2, 0))
    assert [len(row.strip(blank)) for row in rows] == [30, 9, 40, 40, 20]
    assert "".join(rows).count(word) == 139
