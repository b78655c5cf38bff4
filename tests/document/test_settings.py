# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings that cannot be used: each is told, with the line on which it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import InputError, SettingsError
from pipeline.loading import load_document
from pipeline.publication import Task
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


def test_what_is_told_of_a_setting_has_its_file_and_line(tmp_path: Path) -> None:
    from pipeline.document import parse
    from pipeline.model import Source

    front = "---\nauthor: A\ndate: 12 March 2026\ncontact: the harbour\n---\n\n"
    alone = document(f"{front}# T\n\nText.\n", lang="en", contact="the harbour", folder=tmp_path)
    (date,) = (one for one in alone.notices if one.rule == "date-unread")
    assert (Path(date.source).name, date.line) == ("test.md", 3)
    (tmp_path / "document.yaml").write_text("lang: en\ncontact: the harbour\ndate: 12 March 2026\n", "utf-8")
    source = Source("t", tmp_path / "source.md", tmp_path, "# T\n\nText.\n", "")
    places = {one.rule: (Path(one.source).name, one.line) for one in parse(source, load(tmp_path, {}, {})).notices}
    assert places == {"date-unread": ("document.yaml", 3), "contact-unread": ("document.yaml", 2)}


def test_the_remedy_names_the_place_that_is_read(tmp_path: Path) -> None:
    """Beside a single file no document.yaml is read, so nobody is sent to write one."""
    from pipeline.document import parse
    from pipeline.model import Source

    for name, place in (("notes.md", "the front matter"), ("source.md", "document.yaml")):
        made = parse(Source("t", tmp_path / name, tmp_path, "Text of a harbour.\n\nMore.\n", ""), load(None, {}, {}))
        fixes = {one.rule: one.fix for one in made.notices}
        assert fixes["no-language"] == f"Write lang: in {place}." and fixes["no-title"] == f"Write title: in {place}."


@pytest.mark.parametrize(("given", "lang", "meant"), [
    ("12 March 2026", "en", "2026-03-12"), ("March 12, 2026", "de", "2026-03-12"), ("3. Mai 2026", "de", "2026-05-03"),
    ("le 1er août 2026", "fr", "2026-08-01"), ("Sept. 2026", "en", "2026-09"), ("12 марта 2026 г.", "ru", "2026-03-12"),
    ("2026年3月12日", "zh", "2026-03-12"), ("31.12.2024", "de", "2024-12-31"), ("31 June 2026", "en", "2024-12-31"),
    ("12/13 May 2026", "en", "2024-12-31"), ("in spring", "en", "2024-12-31"),
    ("May, or June 2026", "en", "2024-12-31"), ("7 juil. 2026", "fr", "2026-07-07"),
])  # fmt: skip
def test_the_date_that_was_meant_is_proposed(given: str, lang: str, meant: str) -> None:
    (told,) = (one for one in document("# T\n\nText.", lang=lang, date=given).notices if one.rule == "date-unread")
    assert told.fix == f"Write it as year, month and day: {meant}."


@pytest.mark.parametrize(("given", "usual"), [
    ("EN-us", "en-US"), ("ZH-HANS-cn", "zh-Hans-CN"), ("fr", "fr"), ("de_AT", "de-AT"),
])  # fmt: skip
def test_languages_are_the_same_in_any_case(given: str, usual: str) -> None:
    made = document("# T\n\n[Mot]{lang=FR-ca}", lang=given)
    assert made.meta.lang == usual
    (part,) = (piece.lang for piece in made.blocks[0].inlines)
    assert part == "fr-CA"


@pytest.mark.parametrize(("given", "told"), [
    ("archive: perhaps", "setting archive: write true or false, not «perhaps»."),
    ("level: AAAA", "setting level: write A, AA or AAA, not «AAAA»."),
    ("dir: up", "setting dir: write ltr or rtl, not «up»."),
    ("lang: no", "setting lang: write text (in quotation marks), not «false»."),
    ("title: [a]", "setting title: write text, not a list."),
    ("gates: {grade: low}", "setting gates.grade: write a number, not «low»."),
    ("gates: {longest_sentence: 2.5}", "setting gates.longest_sentence: write a whole number, not «2.5»."),
    ("gates: {grad: 5}", "setting gates.grad: there is no such setting."),
    ("terms: [berth]", "setting terms.0: write names and values, not «berth»."),
    ("terms: [{definition: x}]", "setting terms.0.term: is missing."),
    ("languages: {fr: yes}", "setting languages: write a list, not names and values."),
])  # fmt: skip
def test_what_is_wrong_with_a_value_is_said_in_plain_words(tmp_path: Path, given: str, told: str) -> None:
    assert told in wrong(tmp_path, given + "\n")


@pytest.mark.parametrize("given", ["2.1", "2.2"])
def test_the_edition_of_wcag_is_a_number_or_text(tmp_path: Path, given: str) -> None:
    for written in (given, f"'{given}'"):
        (tmp_path / "document.yaml").write_text(f"wcag: {written}\n", "utf-8")
        assert load(tmp_path, {}, {}).wcag == given


def load_seed(folder: Path, settings: str, text: str) -> str:
    """What loading a seed of these settings and this text says."""
    (folder / "document.yaml").write_text(settings, "utf-8")
    (folder / "source.md").write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        load_document(Task(folder / "source.md", True), {})
    return caught.value.one_line().removeprefix(f"{folder}/")


def test_a_language_that_is_none_is_told_with_the_file_and_line_that_say_it(tmp_path: Path) -> None:
    front = "---\ntitle: T\nlanguage: deutsch\n---\n\nText.\n"
    assert load_seed(tmp_path, "title: T\nlang: deutsch\n", "Text.\n").startswith("document.yaml:2: lang: «deutsch»")
    assert load_seed(tmp_path, "date: '2026'\n", front).startswith("source.md:3: lang: «deutsch»")
    assert load_seed(tmp_path, "lang: deutsch\n", front).startswith("document.yaml:1: lang: «deutsch»")
    told = load_seed(tmp_path, "lang: de\nlanguages: [spanish]\n", "Text.\n")
    assert told.startswith("document.yaml:2: there is no language «spanish».")


@pytest.mark.parametrize("text", [
    "---\ntitle: Berths\nlang: en\n\n# Berths\n\nA boat: tie it well.\n\n---\n\nMore: words.\n",
    "---\ntitle: Berths\nlang: en\n\nA boat lies here.\n",
    "---\ntitle: Berths\nlang: en\n# Berths\n\nA boat. It: lies.\n\n---\n\nMore.\n",
    "---\ntitle: Berths\nlang: en\n\n# Berths\n\n---\n\nMore.\n",
])  # fmt: skip
def test_front_matter_that_is_not_closed_says_what_is_missing(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        document(text)
    assert "the front matter is not closed" in caught.value.what and "---" in caught.value.remedy
    assert caught.value.line == 3


@pytest.mark.parametrize("text", [
    "---\n\nA boat: tie it well.\n\n---\n", "---\nNote: a boat lies here.\n\nMore.\n", "---\n\n# Berths\n\nA boat.\n",
    "---\ntitle: Berths\n\n# for print\nlang: en\n---\n\nA boat.\n",
    "---\ntitle: Berths\nabstract: |\n  A boat.\n\n  It: lies.\nlang: en\n---\n\nA boat.\n",
])  # fmt: skip
def test_a_rule_at_the_beginning_is_no_front_matter(text: str) -> None:
    assert document(text).blocks


@pytest.mark.parametrize(("text", "line"), [
    ("---\ntitle: Berths: two\nlang: en\n---\n\nA boat.\n", 2),
    ("---\ntitle: Berths\n\nabstract: |\n  A boat.\n\n  It: lies.\nlang: [en\n---\n\nA boat.\n", 9),
])  # fmt: skip
def test_a_wrong_line_of_front_matter_is_told_as_such(text: str, line: int) -> None:
    with pytest.raises(SettingsError) as caught:
        document(text)
    assert caught.value.line == line and "not YAML" in caught.value.what


@pytest.mark.parametrize(("settings", "told"), [
    ("lang: en\nformats: [pdf, docx]\n", "document.yaml:2: there is no format «docx». Choose from brf, "),
    ("lang: en\nformats: []\n", "document.yaml:2: formats: there is none in the list."),
    ("repairs: {refuse: [heading-level]}\n",
     "document.yaml:1: there is no repair «heading-level». Did you mean «heading-levels»?"),
    ("repairs: {force: ['emphasis:x']}\n", "document.yaml:1: «emphasis:x» names no line."),
    ("repairs: {force: ['emphasis:99']}\n", "document.yaml:1: repairs: the text has no line 99"),
])  # fmt: skip
def test_names_that_are_none_are_told_with_their_line(tmp_path: Path, settings: str, told: str) -> None:
    assert load_seed(tmp_path, settings, "# T\n\nText.\n").startswith(told)


def test_names_in_a_row_are_a_list(tmp_path: Path) -> None:
    (tmp_path / "document.yaml").write_text("formats: pdf html, epub\nlanguages: fr de\n", "utf-8")
    settings = load(tmp_path, {}, {})
    assert settings.formats == ("pdf", "html", "epub") and settings.languages == ("fr", "de")


@pytest.mark.parametrize(("given", "rules"), [
    ({"contact": "The harbour master"}, ["contact-unread"]), ({"contact": "help@example.org"}, []),
    ({"contact": "https://example.org/help"}, []), ({"contact": "example.org/help"}, ["contact-unread"]),
    ({"date": "2026-03-01", "modified": "2025-01-01"}, ["date-unread"]),
    ({"date": "2026-03-01", "modified": "2026"}, []),
    ({"date": "2026-03", "modified": "2026-03-01"}, []),
    ({"corrections": [{"date": "yesterday", "text": "A word."}]}, ["date-unread"]),
    ({"corrections": [{"date": "2026-04-02", "text": "A word."}]}, []),
])  # fmt: skip
def test_what_settings_say_is_looked_at(given: dict[str, object], rules: list[str]) -> None:
    notices = document("# T\n\nText.\n", lang="en", **given).notices  # type: ignore[arg-type]
    assert [notice.rule for notice in notices] == rules
