# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation of the text in plain language: out to translators, back, published, and told where it does not fit."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree as lxml_etree
from lxml import html as parser

from pipeline.companions import companions, plain_of, translations_of
from pipeline.document.text import text_of, walk
from pipeline.plain.authored.edition import plain_edition
from pipeline.plain.authored.translated import Translated, from_translation, to_translate
from pipeline.translate.merge import merge
from pipeline.writers import xliff
from tests.flow.test_registers import command
from tests.plain.samples import ORIGINAL, TEXTS, lake, plain_markdown, read_text

etree: Any = lxml_etree
FRONT = """---
title: Rules for the lake
summary: [The lake has rules., They protect people and birds.]
audience: Families who visit the lake.
glossary:
  - {term: nest, definition: The home that a bird builds., original: nesting}
reviewed: {who: A. Person, when: 2024-05-01}
---
"""
KEPT = {begin: text for begin, text in TEXTS.items() if begin != "The lake"}
FRENCH = {
    "Rules for the lake": "Règles du lac",
    "The lake has rules.": "Le lac a des règles.",
    "They protect people and birds.": "Elles protègent les gens et les oiseaux.",
    "Families who visit the lake.": "Les familles qui viennent au lac.",
    "nest": "nid",
    "The home that a bird builds.": "La maison qu’un oiseau construit.",
    "nesting": "qui nichent",
    "It is said above.": "C’est dit plus haut.",
    "Children must not go into the lake before 8 o'clock.": "Les enfants n’entrent pas dans le lac avant 8 heures.",
    "Visitors may park only with prior permission.": "Les visiteurs ne se garent qu’avec une autorisation.",
    "The council of Harlow says again that it commits to keep at least 30 boats ready.":
        "Le conseil de Harlow redit qu’il s’engage à tenir prêts au moins 30 bateaux.",
    "All visitors should respect the birds on their nests.":
        "Tous les visiteurs devraient respecter les oiseaux sur leur nid.",
    "Children must not enter the lake before 8 o'clock, and visitors may park only with prior permission.":
        "Les enfants ne doivent pas pénétrer dans le lac avant 8 heures, et nul ne stationne sans autorisation.",
    "The council of Harlow reiterates its commitment to keep at least 30 boats available.":
        "Le conseil de Harlow réitère son engagement de maintenir au moins 30 bateaux disponibles.",
    "All visitors should respect the nesting birds.": "Tous devraient respecter les oiseaux qui nichent.",
    "The lake is closed in December.": "Le lac est fermé en décembre.",
}  # fmt: skip
ARABIC = {
    "Rules for the lake": "قواعد البحيرة", "The lake has rules.": "للبحيرة قواعد.",
    "They protect people and birds.": "وهي تحمي الناس والطيور.",
    "Families who visit the lake.": "العائلات التي تزور البحيرة.", "nest": "عش",
    "The home that a bird builds.": "البيت الذي يبنيه الطائر.", "nesting": "المعششة",
    "It is said above.": "قيل هذا أعلاه.",
    "Children must not go into the lake before 8 o'clock.": "يجب ألا يدخل الأطفال البحيرة قبل الساعة 8.",
    "Visitors may park only with prior permission.": "لا يجوز للزوار وقوف سياراتهم إلا بإذن مسبق.",
    "The council of Harlow says again that it commits to keep at least 30 boats ready.":
        "يقول مجلس هارلو مرة أخرى إنه يلتزم بإبقاء 30 قاربا على الأقل جاهزة.",
    "All visitors should respect the birds on their nests.": "ينبغي لجميع الزوار احترام الطيور في أعشاشها.",
}  # fmt: skip
STALE = "L’original a changé depuis la traduction de cette partie."
MISSING = "Pas encore traduit : affiché en anglais."


def plain_text(texts: dict[str, str] = KEPT, front: str = FRONT) -> str:
    """The plain text of the lake; its last part is left out."""
    whole = plain_markdown(lake(), {**texts, "The lake": ""}, front)
    head, _, last = whole.rpartition("::: {.plain ")
    return head + "::: {.omitted " + last.replace("}\n", ' reason="It is said above."}\n', 1)


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "lake.md"
    path.write_text(f"---\nlang: en\n---\n\n{ORIGINAL}", encoding="utf-8")
    plain_of(path).write_text(plain_text(), encoding="utf-8")
    return path


def translate(file: str, words: dict[str, str], *, without: tuple[str, ...] = (), draft: bool = False) -> str:
    """The file with targets in its segments, but for those ``without``. Out: its name."""
    root = etree.parse(file).getroot()
    for segment in root.iter("{*}segment"):
        own = segment.find("{*}source")
        text = "".join(own.itertext())
        for old in segment.findall("{*}target"):
            segment.remove(old)
        if text in without:
            continue
        target = etree.SubElement(segment, own.tag.replace("}source", "}target"))
        target.text = words[text]
        segment.set("state", "translated")
        if draft:
            segment.set("subState", "pariter:draft")
    Path(file).write_bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))
    return file


def take_in(source: Path, lang: str, words: dict[str, str], *, plain: bool = True, **given: Any) -> int:
    """A translation, all the way by the commands."""
    file = f"lake{'.plain' if plain else ''}.{lang}.xlf"
    Path(file).unlink(missing_ok=True)
    assert command("xliff", "export", source.name, "--to", lang, *(["--plain"] if plain else [])) == 0
    return command("xliff", "merge", source.name, translate(file, words, **given))


def publish(source: Path, out: str = "out", formats: str = "html,plain") -> int:
    return command("publish", source.name, "--formats", formats, "--validators", "none", "--out", out)


def page(source: Path, lang: str = "fr") -> Any:
    return parser.parse(source.parent / "out" / "lake" / lang / "lake.plain.html").getroot()


def flat(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_what_is_written_beside_the_text_goes_out_with_it_and_says_what_it_is(source: Path) -> None:
    assert command("xliff", "export", source.name, "--to", "fr", "--plain") == 0
    text = Path("lake.plain.fr.xlf").read_text("utf-8")
    for words in FRENCH.keys() & {"nest", "It is said above.", "Families who visit the lake.", "The lake has rules."}:
        assert re.search(rf"<source>(<mrk [^>]*>)?{re.escape(words)}", text), words
    for note in ("Summary before the text.", "For whom the text is.", "Why a part of the original is left out."):
        assert note in text
    assert "A. Person" not in text and text.count("The lake has rules.") == 1
    assert 'original="lake.plain"' in text


def test_a_page_in_plain_language_is_made_in_each_language(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take_in(source, "fr", FRENCH, draft=True) == 0 and take_in(source, "ar", ARABIC) == 0
    assert sorted(file.name for file in (source.parent / "translations").iterdir()) == [
        "lake.plain.ar.xlf", "lake.plain.fr.xlf",
    ]  # fmt: skip
    capsys.readouterr()
    assert publish(source) == 0 and publish(source, "again") == 0
    told = capsys.readouterr().out
    assert "translation-" not in told and "summary: 0 errors" in told
    for lang in ("en", "fr", "ar"):
        made = [(source.parent / out / "lake" / lang / "lake.plain.html").read_bytes() for out in ("out", "again")]
        assert made[0] == made[1]
    french = page(source)
    box = flat(french.xpath("//div[@class='first']")[0])
    for said in (
        "Le lac a des règles.", "Elles protègent les gens", "Pour qui : Les familles", "Temps de lecture : environ 1",
        "le texte original fait foi", "Projet de traduction : aucun traducteur ne l’a encore relu.",
        "La version dont ceci est la traduction a été comparée au texte original par A. Person le 1 mai 2024.",
    ):  # fmt: skip
        assert said in box, said
    assert "Niveau" not in box and "Comparé au texte" not in box  # what was not measured, or done, of this text
    assert french.xpath("//div[@class='first']//a/@href") == ["../en/lake.html"]
    assert "Raison : C’est dit plus haut." in flat(french.body)
    assert [flat(one) for one in french.xpath("//dl/*")][:2] == ["nid", "La maison qu’un oiseau construit."]
    assert "nesting" not in flat(french.xpath("//section[@class='glossary']")[0])  # that is no word of its original
    beside = french.xpath("//div[@class='original-text']")
    assert {(one.get("lang"), one.get("dir")) for one in beside} == {("en", "ltr")}
    labels = [one for body in beside for one in body if one.get("class") == "original-label"]
    assert {(flat(one), one.get("lang")) for one in labels} == {("Texte original", "fr")}
    assert not french.xpath("//details[@class='differences']") and page(source, "en").xpath("//details/details")
    arabic = page(source, "ar")
    assert arabic.get("dir") == "rtl" and "لمن:" in flat(arabic.body)
    assert "reviewed" not in flat(arabic.body) and "مسودة" not in flat(arabic.xpath("//div[@class='first']")[0])


def test_the_translated_original_stands_beside_it_where_there_is_one(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = "The lake is closed in December."
    assert take_in(source, "fr", FRENCH) == 0 and take_in(source, "fr", FRENCH, plain=False, without=(missing,)) == 0
    assert publish(source) == 0
    french = page(source)
    beside = french.xpath("//details[@class='original']")
    assert "Les enfants ne doivent pas pénétrer" in flat(beside[0])
    assert flat(beside[0].find("summary")) == "Texte original, traduit: 1"
    assert not french.xpath("//div[@class='original-text'][@lang]")
    (left,) = french.xpath(f"//div[@class='original-text']/p[text()='{missing}']")
    assert left.get("lang") == "en" and flat(left.getprevious()) == MISSING
    assert "Dans le texte original : “qui nichent”" in flat(french.body)
    assert "Niveau de lecture" not in flat(french.body)  # both are in one language, and neither was measured
    capsys.readouterr()
    for lang, file in (("fr", "lake.plain.html"), ("en", "lake.plain.html"), ("fr", "lake.html")):
        assert command("check", f"out/lake/{lang}/{file}", "--source", source.name, "--validators", "none") == 0
    assert "another-document" not in capsys.readouterr().out
    # A file of its own: the translations of the text itself are as they were.
    assert [lang for lang, _ in translations_of(source)] == ["fr"]
    assert {file.name for file in companions(source)} >= {"lake.fr.xlf", "lake.plain.fr.xlf"}


def test_what_changed_in_the_plain_text_and_what_is_not_translated_is_told(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = ("They protect people and birds.", "It is said above.", "The home that a bird builds.")
    assert take_in(source, "fr", FRENCH, without=missing) == 0
    assert "3 blocks are not translated yet" in capsys.readouterr().out
    changed = {**KEPT, "All visitors": "All 40 visitors should be kind to the birds."}
    front = FRONT.replace("Families who", "Families and schools who")
    plain_of(source).write_text(plain_text(changed, front), encoding="utf-8")
    publish(source)
    told = capsys.readouterr().out
    assert re.search(r"lake\.plain\.md:4: .*translation-stale: The plain text has changed since 2 parts", told), told
    assert "translation-missing: 3 parts of the plain edition in French are not translated: lines 3, 6," in told
    assert "translation-numbers: The translation into French is of an older text" in told
    assert "--to fr --plain" in told and "parity-" not in told
    french = page(source)
    notices = [(flat(one), one.getnext()) for one in french.xpath("//p[contains(@class, 'notice')]")]
    stale = [after for text, after in notices if text == STALE]
    assert [flat(one)[:22] for one in stale] == ["Pour qui : Les famille", "Tous les visiteurs dev"]
    untranslated = [flat(after)[:21] for text, after in notices if text == MISSING]
    assert untranslated == ["Le lac a des règles.T", "Cette partie du texte", "nidThe home that a bi"]
    for words in missing:
        (found,) = french.xpath(f"//*[text()='{words}']")
        assert found.get("lang") == "en" and found.get("dir") == "ltr"
    capsys.readouterr()
    assert command("xliff", "status", source.name) == 0
    told = capsys.readouterr().out
    assert re.search(r"^fr \(plain language\): \d+ of \d+ words done, 16 out of date, 15 missing\n$", told), told
    assert command("xliff", "status", source.name, "--json") == 0
    assert [(one["lang"], one["plain"]) for one in json.loads(capsys.readouterr().out)] == [("fr", True)]
    # What still fits is in the next file for translators.
    assert command("xliff", "export", source.name, "--to", "fr", "--plain", "-o", "next.xlf") == 0
    assert "Tous les visiteurs" in Path("next.xlf").read_text("utf-8")
    assert "in context: 0 words" not in capsys.readouterr().out


def test_a_part_whose_original_changed_is_told_in_the_translation_too(source: Path) -> None:
    assert take_in(source, "fr", FRENCH) == 0
    text = plain_of(source).read_text("utf-8")
    text = re.sub(r'(hash=")[0-9a-f]{8}', r"\g<1>00000000", text, count=1)
    plain_of(source).write_text(text.replace("It is said above.", "It is said at the top."), encoding="utf-8")
    publish(source)
    (pair,) = page(source).xpath("//div[@id='pariter-part-1']/div[@class='plain-text']")
    assert "Le texte original de cette partie a changé depuis l’écriture de cette version." in flat(pair)
    (notice,) = (one for one in page(source).xpath("//p[@class='notice']") if flat(one) == STALE)
    assert flat(notice.getnext()).endswith("Raison : C’est dit plus haut.")


def test_a_file_that_is_of_another_text_is_refused(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("xliff", "export", source.name, "--to", "fr", "--plain") == 0
    file = Path(translate("lake.plain.fr.xlf", FRENCH))
    given = file.read_text("utf-8")

    def merged(text: str, *more: str) -> str:
        Path("it.xlf").write_text(text, encoding="utf-8")
        capsys.readouterr()
        assert command("xliff", "merge", source.name, "it.xlf", *more) == 2
        told = capsys.readouterr().err
        assert not (source.parent / "translations").exists() and "Traceback" not in told
        return told

    assert "made from another document (sea.plain)" in merged(given.replace('"lake.plain"', '"sea.plain"'))
    assert "is not in the document" in merged(given.replace('"lake.plain"', '"lake"'))  # as of the original
    assert "not written as Markdown" in merged(given, "-o", "out.md")
    assert command("xliff", "export", source.name, "--to", "fr") == 0
    original = Path(translate("lake.fr.xlf", FRENCH)).read_text("utf-8")
    assert "is missing" in merged(original.replace('original="lake"', 'original="lake.plain"'))
    plain_of(source).unlink()
    assert "there is no plain text" in merged(given)
    assert command("xliff", "export", source.name, "--to", "de", "--plain") == 2


def test_a_translation_that_repeats_its_source_changes_nothing_but_the_language(tmp_path: Path) -> None:
    original = lake()
    plain = plain_edition(original, read_text(plain_text(), original))
    whole = to_translate(plain)
    file = tmp_path / "it.xlf"
    file.write_bytes(xliff.write(whole, target="fr"))
    merged = merge(whole, Path(translate(str(file), {text: text for text in FRENCH})).read_bytes())
    back = Translated(merged.document, merged.untranslated, merged.stale, merged.draft)
    made = from_translation(plain, back, plain.beside)
    assert [(block.id, block.kind, text_of(block)) for block in walk(made.document.blocks)] == [
        (block.id, block.kind, text_of(block)) for block in walk(plain.document.blocks)
    ]
    assert [part.reason for part in made.text.blocks] == [part.reason for part in plain.text.blocks]
    ours, theirs = plain.text.front, made.text.front
    assert (theirs.summary, theirs.audience, theirs.glossary) == (ours.summary, ours.audience, ours.glossary)
    assert not theirs.foreign and not theirs.outdated and not made.untranslated and not made.stale
    assert (made.lang, made.translated_from, made.document.meta.description) == ("fr", "en", " ".join(ours.summary))
