# SPDX-License-Identifier: AGPL-3.0-or-later
"""The EPUB: its files, navigation, pages, metadata, bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from pipeline.errors import InputError, RefusedError
from pipeline.labels import labels
from pipeline.model import Edition, Layout, Meta, PageStart, Register
from pipeline.semantic import build
from pipeline.settings import Review
from pipeline.writers import epub
from pipeline.writers.epub import cover, package, split
from pipeline.writers.markup import reading_text
from pipeline.writers.resources import Resources
from tests.book import rich
from tests.make import edition

X = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}type"
OPF = "{http://www.idpf.org/2007/opf}"


def book(tmp_path: Path, lang: str = "en", **options: object) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data(tmp_path, lang, **options)))


def data(tmp_path: Path, lang: str = "en", **options: object) -> bytes:
    folder = rich.images(tmp_path)
    pages = rich.layout() if lang == "en" else rich.arabic_layout()
    edition = options.pop("edition", rich.edition(folder, lang))
    assert isinstance(edition, Edition)
    return epub.write(rich.article(lang), edition, pages, Resources(folder), **options)  # type: ignore[arg-type]


def root(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(f"EPUB/{name}"))


def metas(archive: zipfile.ZipFile, name: str) -> list[str]:
    found = root(archive, "content.opf").iter(f"{OPF}meta")
    return [meta.text or "" for meta in found if meta.get("property") == name]


def test_the_mimetype_comes_first_and_is_stored(tmp_path: Path) -> None:
    first = book(tmp_path).infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")


def test_one_file_for_each_main_section_in_order(tmp_path: Path) -> None:
    package_file = root(book(tmp_path), "content.opf")
    hrefs = {item.get("id"): item.get("href") for item in package_file.iter(f"{OPF}item")}
    order = [hrefs[ref.get("idref")] for ref in package_file.iter(f"{OPF}itemref")]
    assert order == ["cover.xhtml", "nav.xhtml", "title.xhtml", "h-1.xhtml", "h-2.xhtml", "notes.xhtml"]


PARTED = {
    "::: {lang=fr}\n## Deux\n\nMot.\n:::\n\n## Three\n\nEnd.\n": ["two-0 en", "deux fr", "three en"],
    "::: {lang=fr #all}\nMot.\n\n## Deux\n\nMot.\n\n::: {lang=de}\n## Drei\n:::\n\n## Quatre\n\nMot.\n:::\n": [
        "two-0 en", "deux fr", "drei de", "quatre fr",
    ],
    "::: {.wrapper}\n::: {.body}\n## Deux\n:::\n\n::: {.body}\n## Trois\n\nMot.\n:::\n:::\n": [
        "two-0 en", "deux en", "trois en",
    ],
}


@pytest.mark.parametrize("text", PARTED)
def test_chapters_in_parts_with_attributes_are_files_too(text: str) -> None:
    """Texts in two languages have such parts, and what other programs make Markdown of: the book was one file."""
    made = edition(f"---\ntitle: T\nlang: en\n---\n\n## Two 0\n\nA word.\n\n{text}")
    tree = build(made)
    ids = sorted(one.get("id", "") for one in tree.iterdescendants() if one.get("id"))
    said = " ".join(reading_text(tree).split())
    title, *chapters = split.split(tree, labels("en"))
    assert [f"{one.name.removesuffix('.xhtml')} {one.lang}" for one in chapters] == PARTED[text]
    assert sorted(x.get("id", "") for one in (title, *chapters) for x in one.body.iter() if x.get("id")) == ids
    assert " ".join(" ".join(reading_text(one.body) for one in (title, *chapters)).split()) == said
    assert all(sum(x.get("role") == "doc-chapter" for x in one.body.iter()) == 1 for one in chapters)


def test_what_follows_a_part_in_another_language_is_in_that_of_the_text() -> None:
    text = "---\ntitle: T\nlang: en\n---\n\n::: {lang=ar}\n## باب\n\nكلمة.\n:::\n\nThe end.\n\n***\n"
    _, chapter = split.split(build(edition(text)), labels("en"))
    (end,) = (one for one in chapter.body.iter(f"{X}p") if one.text == "The end.")
    said = next((one.get("lang"), one.get("dir")) for one in end.iterancestors() if one.get("lang"))
    assert (chapter.lang, said) == ("ar", ("en", "ltr"))


def test_every_file_has_its_own_title_language_and_direction(tmp_path: Path) -> None:
    archive = book(tmp_path, "ar")
    for name, title in (("title.xhtml", "الماء للجميع"), ("h-1.xhtml", "ما وجدناه"), ("notes.xhtml", "الحواشي")):
        page = root(archive, name)
        assert page.findtext(f"{X}head/{X}title") == title
        assert (page.get("lang"), page.get("{http://www.w3.org/XML/1998/namespace}lang"), page.get("dir")) == (
            "ar", "ar", "rtl",
        )  # fmt: skip


def test_a_right_to_left_book_turns_its_pages_so(tmp_path: Path) -> None:
    package_file = root(book(tmp_path, "ar"), "content.opf")
    spine = package_file.find(f"{OPF}spine")
    assert spine is not None
    assert (package_file.get("dir"), spine.get("page-progression-direction")) == ("rtl", "rtl")


def _tree(listed: etree._Element) -> list[object]:
    found: list[object] = []
    for item in listed:
        below = item.find(f"{X}ol")
        link = item.find(f"{X}a")
        assert link is not None
        found.append(("".join(map(str, link.itertext())), link.get("href"), _tree(below) if below is not None else []))
    return found


def _nav(archive: zipfile.ZipFile, kind: str) -> list[object]:
    listed = root(archive, "nav.xhtml").find(f".//{X}nav[@id='{kind}']/{X}ol")
    assert listed is not None
    return _tree(listed)


def test_the_contents_are_the_headings_as_they_are_nested(tmp_path: Path) -> None:
    assert _nav(book(tmp_path), "toc") == [
        ("Water for everyone", "title.xhtml#title", []),
        ("What we found", "h-1.xhtml#h-1", [("Numbers", "h-1.xhtml#h-1-1", [])]),
        ("What must be done", "h-2.xhtml#h-2", [("A deeper level", "h-2.xhtml#h-2-1", [])]),
        ("Notes", "notes.xhtml#notes-title", []),
    ]


def test_the_page_list_is_the_pages_of_the_layout(tmp_path: Path) -> None:
    archive = book(tmp_path)
    pages = [(line[0], line[1]) for line in _nav(archive, "page-list")]  # type: ignore[index]
    assert pages == [
        ("1", "title.xhtml#page-1"), ("2", "title.xhtml#page-2"), ("3", "h-1.xhtml#page-3"),
        ("4", "h-1.xhtml#page-4"), ("5", "h-2.xhtml#page-5"),
    ]  # fmt: skip
    assert metas(archive, "pageBreakSource") == ["water.pdf"]


def test_a_page_break_stands_before_the_very_character(tmp_path: Path) -> None:
    page = root(book(tmp_path), "title.xhtml")
    mark = next(part for part in page.iter(f"{X}span") if part.get("id") == "page-2")
    assert (mark.get("role"), mark.get(OPS), mark.get("aria-label")) == ("doc-pagebreak", "pagebreak", "Page 2")
    assert (mark.tail or "").startswith("potable")
    # Its name is English though the words around it are French.
    assert mark.get("lang") == "en"


def test_notes_pop_up_and_lead_back(tmp_path: Path) -> None:
    archive = book(tmp_path)
    call = next(part for part in root(archive, "title.xhtml").iter(f"{X}a") if part.get("id") == "fnref-1")
    note = next(part for part in root(archive, "notes.xhtml").iter(f"{X}aside") if part.get("id") == "fn-1")
    back = next(part for part in note.iter(f"{X}a"))
    assert (call.get(OPS), call.get("role"), call.get("href")) == ("noteref", "doc-noteref", "notes.xhtml#fn-1")
    assert (note.get(OPS), note.get("role")) == ("footnote", "doc-footnote")
    assert (back.get(OPS), back.get("href")) == ("backlink", "title.xhtml#fnref-1")


def test_links_between_files_follow_and_empty_ones_go(tmp_path: Path) -> None:
    folder = rich.images(tmp_path)
    tree = rich.article()
    link = next(part for part in tree.iter(f"{X}a") if part.get("href") == "https://example.org/wells")
    link.set("href", "/wells/")
    made = epub.write(tree, rich.edition(folder), rich.layout(), Resources(folder))
    page = root(zipfile.ZipFile(io.BytesIO(made)), "title.xhtml")
    hrefs = {"".join(map(str, part.itertext())): part.get("href") for part in page.iter(f"{X}a")}
    assert hrefs["the second part"] == "h-2.xhtml#h-2"
    assert hrefs["the register of wells"] is None


def test_accessibility_metadata_say_what_is_there(tmp_path: Path) -> None:
    rich_book, plain_book = book(tmp_path), book(tmp_path, "ar")
    features = metas(rich_book, "schema:accessibilityFeature")
    assert {"alternativeText", "longDescription", "MathML", "describedMath", "pageBreakMarkers"} <= set(features)
    less = set(metas(plain_book, "schema:accessibilityFeature"))
    assert not less & {"longDescription", "MathML", "describedMath"}
    assert metas(rich_book, "schema:accessMode") == ["textual", "visual"]
    assert metas(rich_book, "schema:accessModeSufficient") == ["textual", "textual,visual"]
    assert metas(rich_book, "schema:accessibilityHazard") == ["none"]
    assert "program" in metas(rich_book, "schema:accessibilitySummary")[0]


def test_a_picture_without_a_text_is_not_called_described(tmp_path: Path) -> None:
    folder = rich.images(tmp_path)
    tree = rich.article()
    image = next(tree.iter(f"{X}img"))
    image.set("alt", "")
    made = zipfile.ZipFile(io.BytesIO(epub.write(tree, rich.edition(folder), rich.layout(), Resources(folder))))
    assert "alternativeText" not in metas(made, "schema:accessibilityFeature")
    assert metas(made, "schema:accessModeSufficient") == ["textual,visual"]
    assert "1 pictures have no text alternative" in metas(made, "schema:accessibilitySummary")[0]


REVIEW = Review(who="A. Tester", when="2024-04-01", what="all of it",
                conforms_to="EPUB Accessibility 1.1 - WCAG 2.2 Level AA")  # fmt: skip


def test_conformance_is_claimed_only_from_a_recorded_check(tmp_path: Path) -> None:
    assert metas(book(tmp_path), "dcterms:conformsTo") == []
    checked = book(tmp_path, reviews=(REVIEW,))
    assert metas(checked, "dcterms:conformsTo") == [REVIEW.conforms_to]
    assert metas(checked, "a11y:certifiedBy") == ["A. Tester"]


@pytest.mark.parametrize(
    "change",
    [{"when": "2024-01-01"}, {"conforms_to": "WCAG 2.2 AA, more or less"}, {"conforms_to": ""}],
    ids=["older than the text", "not the standard's words", "no claim"],
)
def test_a_check_that_does_not_hold_claims_nothing(tmp_path: Path, change: dict[str, str]) -> None:
    made = book(tmp_path, reviews=(REVIEW.model_copy(update=change),))
    assert metas(made, "dcterms:conformsTo") == []
    assert metas(made, "a11y:certifiedBy") == []


def test_a_check_of_the_original_says_nothing_of_a_translation(tmp_path: Path) -> None:
    assert metas(book(tmp_path, "ar", reviews=(REVIEW,)), "a11y:certifiedBy") == []


def test_the_identifier_stays_over_corrections_and_differs_between_editions(tmp_path: Path) -> None:
    first = rich.edition(tmp_path)
    corrected = rich.edition(tmp_path, version="1.3", modified="2024-06-01", title="Water for all")
    plain = rich.edition(tmp_path, register=Register.PLAIN)
    arabic = rich.edition(tmp_path, "ar")
    assert package.identifier(first) == package.identifier(corrected)
    assert len({package.identifier(one) for one in (first, plain, arabic)}) == 3
    named = rich.edition(tmp_path, identifier="urn:isbn:9783161484100")
    assert package.identifier(named) == "urn:isbn:9783161484100"
    assert package.identifier(rich.edition(tmp_path, "ar", identifier="urn:isbn:9783161484100")).startswith("urn:uuid:")


@pytest.mark.parametrize(
    ("modified", "date", "said"),
    [("2024-05-06", "2024-03-02", "2024-05-06T00:00:00Z"), ("", "2024-03-02", "2024-03-02T00:00:00Z"),
     ("2024-05-06T12:00:00+02:00", "", "2024-05-06T10:00:00Z"), ("", "2024", "2024-01-01T00:00:00Z"),
     ("last week", "", "1970-01-01T00:00:00Z")],
)  # fmt: skip
def test_the_day_of_the_last_change_is_never_the_clock(tmp_path: Path, modified: str, date: str, said: str) -> None:
    made = book(tmp_path, edition=rich.edition(tmp_path, modified=modified, date=date))
    assert metas(made, "dcterms:modified") == [said]


def test_an_ncx_only_when_asked(tmp_path: Path) -> None:
    assert "EPUB/toc.ncx" not in book(tmp_path).namelist()
    with_ncx = book(tmp_path, ncx=True)
    ncx = root(with_ncx, "toc.ncx")
    points = ncx.iter("{http://www.daisy.org/z3986/2005/ncx/}navPoint")
    assert [point.get("playOrder") for point in points] == ["1", "2", "3", "4", "5", "6"]
    assert b'toc="ncx"' in with_ncx.read("EPUB/content.opf")


def test_styles_obey_the_reader(tmp_path: Path) -> None:
    css = book(tmp_path).read("EPUB/style.css").decode()
    rules = css.partition("body { font-family")[2].replace("color: inherit", "")  # links: the colour of the text
    assert not any(word in rules for word in ("px", "pt;", "color:", "!important", "position:"))


def test_fonts_are_only_those_that_are_used(tmp_path: Path) -> None:
    english = {name for name in book(tmp_path).namelist() if "/fonts/" in name}
    arabic = {name for name in book(tmp_path, "ar").namelist() if "/fonts/" in name}
    assert any("Atkinson" in name for name in english)
    assert any("Arabic" in name for name in arabic)
    assert not any("Mono" in name for name in arabic)


def test_an_image_outside_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = rich.images(tmp_path)
    for src, error in (("../secret.png", RefusedError), ("https://example.org/a.png", RefusedError),
                       ("images/gone.png", InputError)):  # fmt: skip
        tree = rich.article()
        next(tree.iter(f"{X}img")).set("src", src)
        with pytest.raises(error):
            epub.write(tree, rich.edition(folder), rich.layout(), Resources(folder))


def test_the_tree_is_not_touched(tmp_path: Path) -> None:
    folder = rich.images(tmp_path)
    tree = rich.article()
    before = etree.tostring(tree)
    epub.write(tree, rich.edition(folder), rich.layout(), Resources(folder))
    assert etree.tostring(tree) == before


SCRIPT = """
import sys, hashlib, pathlib
from tests.book import rich
from tests.make import edition
from pipeline.writers import epub
from pipeline.writers.resources import Resources
folder = pathlib.Path(sys.argv[1])
for lang, pages in (("en", rich.layout()), ("ar", rich.arabic_layout())):
    made = epub.write(rich.article(lang), rich.edition(folder, lang), pages, Resources(folder))
    print(hashlib.sha256(made).hexdigest())
"""


def test_the_bytes_are_the_same_over_hash_seeds_time_zones_and_folders(tmp_path: Path) -> None:
    seen = set()
    for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo")):
        folder = rich.images(tmp_path / seed)
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run([sys.executable, "-c", SCRIPT, str(folder)], capture_output=True, check=True, text=True,
                              env=environment, cwd=Path(__file__).parents[2])  # fmt: skip
        seen.add(done.stdout)
    assert len(seen) == 1


def test_pages_that_only_the_pdf_has_begin_where_the_next_one_does(tmp_path: Path) -> None:
    folder = rich.images(tmp_path)
    starts = (PageStart(0, "i", "", 0), PageStart(1, "1", "title", 0), PageStart(2, "2", "gone", 3))
    made = epub.write(rich.article(), rich.edition(folder), Layout(b"", starts), Resources(folder))
    archive = zipfile.ZipFile(io.BytesIO(made))
    labels = [line[0] for line in _nav(archive, "page-list")]  # type: ignore[index]
    assert labels == ["i", "1", "2"]


def test_the_cover_says_in_words_what_it_shows(tmp_path: Path) -> None:
    image = next(root(book(tmp_path), "cover.xhtml").iter(f"{X}img"))
    assert image.get("alt") == "Cover: Water for everyone. Water office. March 2, 2024"


def test_a_long_title_keeps_its_place_on_the_cover(tmp_path: Path) -> None:
    edition = rich.edition(tmp_path)
    long = "A very long title about water and wells and everything that has to do with them, " * 4
    changed = replace(edition, document=replace(edition.document, meta=Meta(long.strip(), subtitle="Sub" * 30)))
    drawn = etree.fromstring(cover.svg(changed))
    texts = [part for part in drawn if str(part.tag).endswith("text")]
    assert all(0 < float(part.get("y") or "0") < cover.HEIGHT for part in texts)
    title_lines = [part.text or "" for part in texts if part.get("font-weight") == "700"]
    assert " ".join(title_lines) == long.strip()
    assert all(len(line) * 0.58 * float(texts[0].get("font-size") or "0") <= cover.WIDTH for line in title_lines)
