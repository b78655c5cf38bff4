# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text that changed after it was translated: those who publish are told, and so are the readers, where it matters."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree as lxml_etree

from pipeline.checks.rules import (
    pages_of_pdf,
    parity_language,
    parity_links,
    parity_lists,
    parity_notes,
    parity_structure,
    parity_tables,
    parity_text,
)
from pipeline.checks.subject import Subject
from pipeline.document.text import all_blocks, text_of
from pipeline.labels import labels
from pipeline.model import Edition, Format, Role
from pipeline.outline.expected import expected
from pipeline.semantic import build
from pipeline.translate.merge import merge
from pipeline.writers import epub, html, xliff
from pipeline.writers.pdf import lay_out
from pipeline.writers.resources import Resources
from tests.flow.test_registers import command
from tests.make import document

etree: Any = lxml_etree
BEFORE = """\
# Berths

You pay the fee within 20 days.[^fee]

## Winter

- [ ] Boats lie on land.
- The crane costs $15 a day.

| Boat | Fee |
|---|---|
| Dinghy | 4 |
| Ketch | 9 |

Cleat

:   A thing to tie a rope to.

[^fee]: It is due on 3 May 2026.
"""
AFTER = (
    BEFORE.replace("20 days", "30 days").replace("$15 a day", "$18 a day").replace("3 May", "4 May")
    .replace("Boats lie", "All boats lie") + "\nA new rule.\n\nAnother.\n"
)  # fmt: skip
STALE = "El original ha cambiado desde que se tradujo esta parte."
MISSING = "Aún sin traducir: se muestra en inglés."


def translated(data: bytes) -> bytes:
    """A file for translators with what may pass for Spanish."""
    root = etree.fromstring(data)
    for segment in root.iter("{*}segment"):
        source = next(segment.iterchildren("{*}source"))
        for old in list(segment.iterchildren("{*}target")):
            segment.remove(old)
        target = etree.fromstring(etree.tostring(source, with_tail=False))
        target.tag = str(source.tag).replace("}source", "}target")
        for part in target.iter():
            part.text = part.text and part.text.replace("e", "é")
            part.tail = part.tail and part.tail.replace("e", "é")
        segment.append(target)
        segment.set("state", "translated")
    return bytes(etree.tostring(root))


def edition(lang: str = "es", *, stale: Sequence[str] = (), missing: Sequence[str] = (), text: str = BEFORE) -> Edition:
    """The edition of a text of which the parts with these words are out of date, or not translated."""
    original = document(text)
    made = merge(original, translated(xliff.write(original, target=lang))).edition()

    def named(words: Sequence[str]) -> frozenset[str]:
        blocks = all_blocks(original)
        return frozenset(block.id for block in blocks if any(text_of(block).startswith(word) for word in words))

    return replace(made, stale=named(stale), untranslated=named(missing))


RULES = (parity_text, parity_links, parity_structure, parity_lists, parity_notes, parity_tables, parity_language)
ALL = ("You pay", "Winter", "Boats", "Ketch", "Cleat", "It is due")


def tree_of(made: Edition) -> Any:
    return build(made)


def notices(tree: Any) -> list[tuple[str, str]]:
    """Each notice at a part: its words, and what it is in."""
    found = [p for p in tree.iter("{*}p") if "notice" in p.get("class", "")]
    places = [(p.text, etree.QName(p.getparent()).localname) for p in found]
    return [one for one in places if one[1] != "header"]


def test_each_part_that_is_out_of_date_says_so() -> None:
    tree = tree_of(edition(stale=ALL))
    places = ["article", "section", "li", "section", "section", "aside"]
    assert notices(tree) == [(STALE, place) for place in places]
    table = next(tree.iter("{*}table"))
    assert table.getprevious().text == STALE and not list(table.iter("{*}p"))
    assert next(tree.iter("{*}dl")).getprevious().text == STALE


def test_the_first_of_parts_that_are_not_translated_says_so() -> None:
    tree = tree_of(edition(missing=("Boats", "The crane", "Cleat")))
    assert notices(tree) == [(MISSING, "li"), (MISSING, "section")]


def test_a_heading_has_its_notice_behind_it_and_a_task_its_box_in_its_words() -> None:
    tree = tree_of(edition(stale=ALL))
    heading = next(tree.iter("{*}h2"))
    assert heading.text == "Wintér" and heading.getnext().text == STALE
    notice, words = next(li for li in tree.iter("{*}li") if li.get("class") == "task")
    assert notice.text == STALE and words[0].get("role") == "img"


@pytest.mark.parametrize("lang", ["es", "ar", "eu"])
@pytest.mark.parametrize("format", [Format.HTML, Format.EPUB, Format.PDF])
def test_every_format_reads_back_with_its_notices(format: Format, lang: str) -> None:
    """In Basque we have no words of our own: the notices are English, and say so."""
    made = edition(lang, stale=ALL, missing=("The crane",))
    tree = build(made)
    if format is Format.HTML:
        data = html.write(tree, made, Resources(Path()), links=())
    elif format is Format.EPUB:
        data = epub.write(tree, made, lay_out(tree, made, Resources(Path())), Resources(Path()))
    else:
        data = lay_out(tree, made, Resources(Path())).pdf
    subject = Subject(format, f"x.{format.value}", data, expected=expected(made, format), edition=made)
    words = labels(lang)("stale_part")
    assert [node.text for node in subject.outline.root.walk()].count(words) == len(ALL)
    for rule in RULES:
        if format in rule.RULE.looks:
            assert [found.message for found in rule.RULE.looks[format](subject)] == [], rule.__name__


def test_a_notice_stands_on_the_page_of_its_part_and_the_pages_of_the_book_are_those_of_the_pdf() -> None:
    text = "".join(f"Word {number} of the harbour book says this.\n\n- The berth {number}.\n\n" for number in range(60))
    made = edition(stale=("Word", "The berth"), text=text)
    tree = build(made)
    layout = lay_out(tree, made, Resources(Path()))
    pdf = Subject(Format.PDF, "x.pdf", layout.pdf, edition=made).outline
    data = epub.write(tree, made, layout, Resources(Path()))
    book = Subject(Format.EPUB, "x.epub", data, edition=made, peers={Format.PDF: pdf})
    assert len(pdf.pages) > 3 and [found.message for found in pages_of_pdf.look(book)] == []
    said = [node for node in pdf.root.walk() if node.role is Role.PARAGRAPH and node.attrs.get("page")]
    torn = [one.text for one, other in pairwise(said) if one.text == STALE and one.attrs["page"] != other.attrs["page"]]
    assert torn == []


def test_a_notice_in_a_part_of_another_language_says_its_own() -> None:
    tree = tree_of(edition(stale=("Un mot",), text="One.\n\n::: {lang=fr}\nUn mot.\n:::\n"))
    (notice,) = [p for p in tree.iter("{*}p") if p.text == STALE]
    assert (notice.get("lang"), notice.getparent().get("lang")) == ("es", "fr")


@pytest.fixture
def seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A seed with a translation of what it said before."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "berths"
    folder.mkdir()
    (folder / "document.yaml").write_text("lang: en\n", "utf-8")
    (folder / "source.md").write_text(BEFORE, "utf-8")
    assert command("xliff", "export", "berths", "--to", "es", "-o", "es.xlf") == 0
    (tmp_path / "es.xlf").write_bytes(translated((tmp_path / "es.xlf").read_bytes()))
    assert command("xliff", "merge", "berths", "es.xlf") == 0
    return folder


def publish() -> int:
    return command("publish", "berths", "--formats", "html,epub,xliff", "--validators", "none", "--out", "out")


def told(folder: Path) -> list[dict[str, object]]:
    report = json.loads((folder.parent / "out/berths/report.json").read_text("utf-8"))
    return [one for one in report["findings"] if str(one["rule"]).startswith("translation-")]


def test_a_translation_that_fits_is_published_without_a_word(seed: Path) -> None:
    publish()
    assert told(seed) == []
    assert "notice" not in (seed.parent / "out/berths/index.html").read_text("utf-8").partition("<body")[2]


def test_publishing_tells_what_of_a_translation_is_out_of_date_and_missing(
    seed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (seed / "source.md").write_text(AFTER, "utf-8")
    publish()
    found = told(seed)
    messages = [str(one["message"]) for one in found]
    assert messages[:2] == [
        "The original has changed since 4 parts of the edition in Spanish were translated: lines 3, 7, 8, 19.",
        "2 parts of the edition in Spanish are not translated: lines 21, 23.",
    ]
    assert all(one["severity"] == "warning" and "--to es" in str(one["fix"]) for one in found)
    numbers = [(one["line"], one["message"]) for one in found if one["rule"] == "translation-numbers"]
    assert (3, "The translation into Spanish is of an older text: it lacks the number 30.") in numbers
    assert [line for line, _ in numbers] == [3, 8, 19]
    assert "4 parts of the edition in Spanish" in capsys.readouterr().out
    out = seed.parent / "out/berths"
    assert "4 parts of the edition in Spanish" in (out / "report.html").read_text("utf-8")
    index = (out / "index.html").read_text("utf-8")
    assert "The original has changed since parts of this document were translated." in index
    assert "not translated yet; they are shown in English" in index
    assert STALE in (out / "es/berths.html").read_text("utf-8")
    with zipfile.ZipFile(out / "es/berths.epub") as book:
        assert any(STALE.encode() in book.read(name) for name in book.namelist() if name.endswith(".xhtml"))


def merged(seed: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What merging the Spanish file says after a change of it."""
    file = seed.parent / "es.xlf"
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    capsys.readouterr()
    code = command("xliff", "merge", "berths", "es.xlf")
    told = capsys.readouterr()
    return code, told.out + told.err


def test_a_state_that_is_none_is_refused_with_its_unit(seed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored = (seed / "translations/es.xlf").read_bytes()
    code, told = merged(seed, 'state="translated"', 'state="done"', capsys)
    assert code == 2 and "«done» is no state" in told and "initial, translated, reviewed, final" in told
    assert (seed / "translations/es.xlf").read_bytes() == stored


def test_a_language_that_is_not_the_one_asked_for_is_told(seed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = merged(seed, 'trgLang="es"', 'trgLang="fr"', capsys)
    assert code == 2 and "exported to be translated into es, and says that it is in fr" in told
    assert not (seed / "translations/fr.xlf").exists()
    code, told = merged(seed, '<mda:meta type="target-language">es</mda:meta>', "", capsys)
    assert code == 0 and "its text reads as" in told


def test_a_translation_that_is_only_partly_there_is_counted(seed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seed / "document.yaml").write_text("lang: en\nlanguages: [fr]\npublishable_states: [translated]\n", "utf-8")
    code, told = merged(seed, 'state="translated"', 'state="initial"', capsys)
    assert code == 0 and "; 1 block is not translated yet" in told
    assert "1 translated segment is in the state «initial»" in told
    assert "asks for no translation into es (languages: fr)" in told
