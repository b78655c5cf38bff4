# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every language has every label, with the same blanks to fill in."""

from __future__ import annotations

import string
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from pipeline import labels as module
from pipeline.labels import date, direction, file_size, labels, language_name, languages, listed, own_name


def _words(name: str) -> dict[str, str]:
    return tomllib.loads((resources.files(module.__name__) / f"{name}.toml").read_text(encoding="utf-8"))


def _blanks(text: str) -> set[str | None]:
    return {part[1] for part in string.Formatter().parse(text) if part[1] is not None}


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Ada, Ben"), ("ar", "Ada، Ben"), ("ur-PK", "Ada، Ben"), ("zh-Hans", "Ada、Ben")]
)
def test_a_list_has_the_comma_of_its_language(lang: str, said: str) -> None:
    assert listed(("Ada", "Ben"), lang) == said


def test_the_ten_languages_are_there() -> None:
    assert {"en", "fr", "de", "es", "ar", "zh", "pt", "it", "nl", "ru"} <= set(languages())


@pytest.mark.parametrize("name", languages())
def test_a_language_is_complete(name: str) -> None:
    english, words = _words("en"), _words(name)
    assert set(words) == set(english)
    assert {key: _blanks(words[key]) for key in words} == {key: _blanks(english[key]) for key in english}
    assert all(value.strip() == value and value for value in words.values())


def test_a_region_uses_its_language_and_an_unknown_one_says_english() -> None:
    assert labels("fr-CA")("contents") == "Table des matières"
    assert labels("ar").dir == "rtl"
    assert (labels("sw").lang, labels("sw")("notes")) == ("en", "Notes")


def test_a_label_that_nobody_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        labels("en")("no such label")


@pytest.mark.parametrize(("tag", "way"), [("ar", "rtl"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("en", "ltr"),
                                          ("he-IL", "rtl"), ("zh-Hant-TW", "ltr"), ("ur", "rtl")])
def test_direction(tag: str, way: str) -> None:
    assert direction(tag) == way


def test_names_dates_and_sizes() -> None:
    assert language_name("fr", "en") == "French"
    assert own_name("ar") == "العربية"
    assert language_name("tlh-x", "en") == "tlh-x" or "Klingon" in language_name("tlh-x", "en")
    assert date("2019-11-14", "de") == "14. November 2019"
    assert date("2019-11", "en") == "November 2019"
    assert date("2019", "fr") == "2019"
    assert date("2019-11-14T10:00:00Z", "fr") == "14 novembre 2019"
    assert all(date(text, "en") == text for text in ("next week", "2019-13-40", "", "１２３４"))
    assert file_size(1_234_567, "en") == "1.2 MB"
    assert file_size(10, "en") == "1 kB"
    assert file_size(1_234_567, "de") == "1,2 MB"


def test_the_settings_page_names_the_languages_that_have_words() -> None:
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text("utf-8")
    assert all(language_name(lang, "en") in page for lang in languages())
