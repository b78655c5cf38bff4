# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tags of the rich document say what its source says, in both profiles."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from pipeline.checks.pdf.ink import inks
from pipeline.checks.subject import Subject
from pipeline.model import Format, Node, Role
from pipeline.outline.expected import expected
from pipeline.outline.pdf import picture, read
from tests.golden import check_golden
from tests.pdf.made import as_text, find, layout, pdf, rich

TOLD = ("label", "start", "checked", "headers", "rows", "columns", "group", "alt", "target", "expansion", "tex")


def told(node: Node, into: list[str]) -> list[str]:
    """What a reader is told, part by part: sections, contents and ways back apart, which a format may add."""
    if node.attrs.get("kind") in ("back", "toc", "bookmarks"):
        return into
    if node.role not in (Role.SECTION, Role.DOCUMENT):
        attrs = {key: node.attrs[key] for key in TOLD if node.attrs.get(key)}
        if node.role is Role.FORMULA:
            attrs.pop("alt", None)  # its words are the format's own
        into.append(f"{node.role} {node.level} {node.text!r} {node.lang} {node.dir} {sorted(attrs.items())}")
    for child in node.children:
        told(child, into)
    return into


@pytest.mark.parametrize("profile", ["ua-2", "ua-1"])
def test_every_part_is_read_back_as_the_document_has_it(profile: str) -> None:
    actual = read(layout(profile).pdf)
    assert not actual.problems
    assert told(actual.root, []) == told(expected(rich(), Format.PDF).root, [])


def test_tag_tree_as_text() -> None:
    check_golden("pdf-rich-tags.txt", as_text(read(layout().pdf).root))


def test_metadata_says_whose_and_what() -> None:
    meta = read(layout().pdf).meta
    assert meta["title"] == "Water in the valley: a report for tests"
    assert meta["lang"] == "en"
    assert meta["creators"] == "A. Example; B. Sample"
    assert meta["claims"].split("; ")[0] == "PDF/UA-2"
    assert len(meta["claims"].split("; ")) == 3
    assert meta["display-title"] == meta["marked"] == meta["outline"] == "yes"
    assert meta["pdf-version"] == "2.0"
    assert read(layout("ua-1").pdf).meta["claims"] == "PDF/UA-1"


@cache
def opened(profile: str) -> pikepdf.Pdf:
    """The rich document's PDF, open as long as its objects are looked at."""
    return pikepdf.open(BytesIO(layout(profile).pdf))


def structure(profile: str = "ua-2") -> list[Any]:
    """All structure elements of the rich document."""
    found: list[Any] = []
    stack = [opened(profile).Root.StructTreeRoot.K[0]]
    while stack:
        element = stack.pop()
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            found.append(element)
            kids: Any = element.get("/K", [])
            stack.extend(reversed(list(kids) if isinstance(kids, pikepdf.Array) else [kids]))
    return found


@pytest.mark.parametrize("profile", ["ua-2", "ua-1"])
def test_hardly_any_element_without_meaning(profile: str) -> None:
    types = [str(element.S) for element in structure(profile)]
    noise = sum(one in ("/Span", "/NonStruct", "/Div") for one in types)
    assert noise / len(types) < 0.05


def test_notes_and_their_calls_refer_to_each_other() -> None:
    elements = structure()
    notes = [element for element in elements if str(element.S) == "/FENote"]
    assert len(notes) == 2
    for note in notes:
        calls = [ref for ref in note.Ref if str(ref.S) == "/Link"]
        assert calls
        assert all(any(back.objgen == note.objgen for back in call.Ref) for call in calls)
    assert sorted(len(note.Ref) for note in notes) == [1, 2]  # one is called twice


def test_links_have_words_quadrilaterals_and_a_structure_destination() -> None:
    pdf = opened("ua-2")
    annotations = [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]
    assert annotations
    for annotation in annotations:
        assert str(annotation.Contents).strip()
        assert not re.fullmatch(r"#?fn(ref)?-?\d+", str(annotation.Contents))
        assert len(annotation.QuadPoints) % 8 == 0
        action = annotation.A
        if str(action.S) == "/GoTo":
            assert "/S" in action.SD[0]
            assert str(action.D[0].Type) == "/Page"
    wrapped = [one for one in annotations if "rather long name" in str(one.Contents)]
    assert len(wrapped) == 1
    assert len(wrapped[0].QuadPoints) == 16  # two lines, one annotation


def test_outline_follows_the_headings_and_knows_their_elements() -> None:
    pdf = opened("ua-2")
    entries: list[tuple[int, str, str]] = []

    def gather(item: Any, depth: int) -> None:
        while item is not None:
            assert "/Dest" not in item
            entries.append((depth, str(item.Title), str(item.SE.S)))
            gather(item.get("/First"), depth + 1)
            item = item.get("/Next")

    gather(pdf.Root.Outlines.First, 1)
    assert entries[0] == (1, "Water in the valley: a report for tests", "/Title")
    assert entries[1:4] == [(1, "What this is", "/H1"), (2, "Lists of every kind", "/H2"), (1, "Numbers", "/H1")]
    assert "A heading with code and a word in it" in [title for _, title, _ in entries]


def test_contents_refer_to_the_headings() -> None:
    entries = [element for element in structure() if str(element.S) == "/TOCI"]
    assert len(entries) == 7
    assert all(str(entry.Ref[0].S) in ("/H1", "/H2", "/H3") for entry in entries)


def test_running_heads_and_repeated_table_heads_are_artifacts() -> None:
    made = read(layout().pdf)
    words = [node.text for node in made.root.walk()]
    assert words.count("Measured every day") == 1
    pdf = opened("ua-2")
    content = pdf.pages[4].Contents.read_bytes()
    assert re.search(rb"/Type\s*/Pagination\s*/Subtype\s*/Header", content)
    assert re.search(rb"/Type\s*/Pagination\s*/Subtype\s*/Footer", content)


def test_formulas_have_words_tex_and_mathml() -> None:
    formulas = [element for element in structure() if str(element.S) == "/Formula"]
    assert str(formulas[0].Alt) == "E equals m c squared"
    assert str(formulas[0].ActualText) == "E = mc^2"
    file = formulas[0].AF[0]
    assert str(file.AFRelationship) == "/Supplement"
    mathml = file.EF.F.read_bytes()
    assert b"<msup>" in mathml
    assert b"annotation" not in mathml
    assert all("/AF" not in element for element in structure("ua-1"))


def test_headers_of_cells_under_spans() -> None:
    cells = {node.text: node.attrs for node in find(read(layout().pdf), "cell")}
    assert cells["dry"]["headers"] == "Upper bridge | High | Spring | Low | Autumn"
    assert cells["dry"]["columns"] == "2"


def test_pages_begin_where_the_text_does() -> None:
    pages = layout().pages
    assert [page.label for page in pages] == [str(number) for number in range(1, len(pages) + 1)]
    assert pages[0].block == "title"
    texts = {node.attrs.get("id"): node.text for node in expected(rich(), Format.PDF).root.walk()}
    second = pages[1]
    assert 0 < second.offset < len(texts[second.block])
    assert texts[second.block][second.offset - 1] == " "


def test_picture_has_a_box_for_every_element_with_content() -> None:
    drawn = picture(layout().pdf)
    assert len(drawn.pages) == len(layout().pages)
    assert abs(drawn.pages[0][0] - 595.28) < 0.5
    numbers = [tag.number for tag in drawn.tags]
    assert numbers == sorted(numbers)
    for tag in drawn.tags:
        width, height = drawn.pages[tag.page]
        left, bottom, right, top = tag.box
        assert -1 <= left <= right <= width + 1
        assert -1 <= bottom <= top <= height + 1
    assert drawn.tags[0].role == "Title"
    assert any(tag.role == "Figure" and tag.text.startswith("Bars for") for tag in drawn.tags)


@pytest.mark.parametrize(
    ("lang", "other"), [("ar", "# Visitors from abroad {lang=en dir=ltr}"), ("en", "# زوار {lang=ar dir=rtl}")]
)
def test_pages_of_the_contents_stand_in_one_column_whatever_way_an_entry_runs(lang: str, other: str) -> None:
    text = f"Words.\n\n# One\n\nA.\n\n{other}\n\nB.\n\n# Three\n\nC.\n"
    found = inks(Subject(Format.PDF, "a.pdf", pdf(text, lang=lang)))
    pages = [ink.box for ink in found if ink.text.strip() == "1" and ink.box is not None]
    assert len(pages) == 3
    assert max(box[0] for box in pages) - min(box[0] for box in pages) < 0.1
    entries = [node for node in read(pdf(text, lang=lang)).root.walk() if node.role is Role.CONTENTS_ITEM]
    ways = {"ar": "rtl", "en": "ltr"}
    assert [(entry.lang, entry.dir) for entry in entries[:3] if entry.lang != lang] == [
        (word, ways[word]) for word in ways if word != lang
    ]
