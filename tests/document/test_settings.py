# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings that cannot be used: each is told, with the line on which it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.settings import line_of, load
from tests.make import document


def wrong(folder: Path, text: str) -> str:
    (folder / "document.yaml").write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        load(folder, {}, {})
    return caught.value.one_line().removeprefix(f"{folder}/")


def test_every_wrong_setting_is_told_with_its_line(tmp_path: Path) -> None:
    told = wrong(tmp_path, "title: T\nlang: 12\n\npdf: ua-9\n")
    assert told.startswith("document.yaml:2: setting lang: ") and "; line 4: setting pdf: " in told


def test_a_wrong_part_of_a_setting_has_its_own_line(tmp_path: Path) -> None:
    reviews = "reviews:\n  - who: A\n    what: b\n  - who: A\n    when: c\n    what: [d]\n"
    told = wrong(tmp_path, reviews + "gates:\n  grade: x\n")
    assert told.startswith("document.yaml:2: setting reviews.0.when: ")
    assert "line 6: setting reviews.1.what: " in told and "line 8: setting gates.grade: " in told


def test_a_setting_of_the_house_style_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.pariter]\narchive = 'perhaps'\n", "utf-8")
    told = wrong(tmp_path, "lang: 12\n")
    assert told.startswith("pyproject.toml: setting archive: ") or "pyproject.toml: setting archive: " in told
    assert "setting lang: " in told and "document.yaml:1" in told


def test_synonyms_and_unknown_keys_have_lines(tmp_path: Path) -> None:
    file = tmp_path / "document.yaml"
    file.write_text("language: fr\nauthor: A\n", "utf-8")
    assert line_of(file, ("lang",)) == 1 and line_of(file, ("creators", 0)) == 2 and line_of(file, ("none",)) == 0


def test_an_unknown_key_is_told(tmp_path: Path) -> None:
    (tmp_path / "document.yaml").write_text("lang: en\narchiv: true\n", "utf-8")
    settings = load(tmp_path, {}, {})
    assert settings.unknown == ("document.yaml:2: archiv",)
    from pipeline.document import parse
    from pipeline.model import Source

    source = Source("t", tmp_path / "source.md", tmp_path, "# T\n\nText.\n", "")
    found = [one for one in parse(source, settings).notices if one.rule == "setting-unknown"]
    assert [(one.message, one.fix) for one in found] == [
        ("There is no setting «archiv» (document.yaml:2).", "Did you mean «archive»?")
    ]
    assert not any(one.rule == "setting-unknown" for one in document("# T\n\nText.\n", lang="en").notices)


@pytest.mark.parametrize(("given", "meant"), [
    ("2024", "2024"), ("2024-02", "2024-02"), ("2024-02-29", "2024-02-29"), ("2024-01-05 10:00:00 -0400", "2024-01-05"),
    ("2024-01-05T10:00:00Z", "2024-01-05"), ("2023-02-29", ""), ("31.12.2024", ""), ("tomorrow", ""), ("", ""),
])  # fmt: skip
def test_a_date_is_of_iso_8601_or_told(given: str, meant: str) -> None:
    made = document("# T\n\nText.", lang="en", date=given)
    assert made.meta.date == meant
    told = [notice for notice in made.notices if notice.rule == "date-unread"]
    assert bool(told) == bool(given and not meant)
    if given == "31.12.2024":
        assert "2024-12-31" in told[0].fix


@pytest.mark.parametrize(("given", "usual"), [
    ("EN-us", "en-US"), ("ZH-HANS-cn", "zh-Hans-CN"), ("fr", "fr"), ("de_AT", "de-AT"),
])  # fmt: skip
def test_languages_are_the_same_in_any_case(given: str, usual: str) -> None:
    made = document("# T\n\n[Mot]{lang=FR-ca}", lang=given)
    assert made.meta.lang == usual
    (part,) = (piece.lang for piece in made.blocks[0].inlines)
    assert part == "fr-CA"
