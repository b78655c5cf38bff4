# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reader of any tagged PDF: foreign, broken, hostile."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from pipeline.outline.pdf import picture, read
from tests.corpora import corpora
from tests.pdf.made import find, layout, outline, pdf


def broken(change: object) -> bytes:
    """A tagged PDF after ``change`` was made to it."""
    with pikepdf.open(BytesIO(pdf("# T\n\nSome words.\n\n- an item"))) as made:
        change(made)  # type: ignore[operator]
        out = BytesIO()
        made.save(out)
        return out.getvalue()


@pytest.mark.slow
def test_no_file_of_the_corpus_breaks_the_reader() -> None:
    files = sorted(corpora("verapdf").rglob("*.pdf"))
    assert files
    for path in files:
        data = path.read_bytes()
        outline, drawn = read(data), picture(data)
        assert isinstance(outline.problems, tuple), path
        assert drawn.pages or drawn.problems, path


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no pdf", b"%PDF-2.0\n1 0 obj\n<<>>\nendobj\ntrailer<<>>"])
def test_what_is_no_pdf_is_a_problem(data: bytes) -> None:
    made = read(data)
    assert made.problems
    assert not made.root.children


def test_a_file_without_tags_is_a_problem_and_nothing_is_invented() -> None:
    def untag(made: pikepdf.Pdf) -> None:
        del made.Root.StructTreeRoot

    made = read(broken(untag))
    assert "not tagged" in made.problems[0]
    assert not made.root.children


def test_a_tree_that_contains_itself_ends() -> None:
    def loop(made: pikepdf.Pdf) -> None:
        document = made.Root.StructTreeRoot.K[0]
        document.K.append(document)

    made = read(broken(loop))
    assert any("twice" in problem for problem in made.problems)
    assert find(made, "item")


def test_a_tree_of_endless_depth_is_read_as_far_as_it_goes() -> None:
    def nest(made: pikepdf.Pdf) -> None:
        inner = made.Root.StructTreeRoot.K[0]
        for _ in range(3000):
            deeper = made.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Div, K=pikepdf.Array()))
            inner.K.append(deeper)
            inner = deeper

    made = read(broken(nest))
    assert any("nested deeper" in problem for problem in made.problems)
    assert find(made, "paragraph")


def test_a_role_map_in_a_circle_ends() -> None:
    def circle(made: pikepdf.Pdf) -> None:
        root = made.Root.StructTreeRoot
        root.RoleMap = pikepdf.Dictionary(One=pikepdf.Name.Two, Two=pikepdf.Name.One)
        element = root.K[0].K[1]
        element.S = pikepdf.Name.One
        del element.NS

    made = read(broken(circle))
    assert any("circle" in problem for problem in made.problems)
    assert find(made, "other")[0].attrs["name"] == "One"


def test_roles_are_followed_through_the_map() -> None:
    def rename(made: pikepdf.Pdf) -> None:
        root = made.Root.StructTreeRoot
        root.RoleMap = pikepdf.Dictionary({"/Überschrift": pikepdf.Name.Kopf, "/Kopf": pikepdf.Name.H3})
        element = root.K[0].K[1]
        element.S = pikepdf.Name("/Überschrift")
        del element.NS

    heading = find(read(broken(rename)), "heading")[-1]
    assert (heading.level, heading.text) == (3, "Some words.")


def test_wrong_kinds_of_objects_do_not_break_it() -> None:
    def spoil(made: pikepdf.Pdf) -> None:
        root = made.Root.StructTreeRoot
        element = root.K[0].K[1]
        element.A = pikepdf.Array([1, pikepdf.Name.X, pikepdf.Dictionary(O=pikepdf.Name.Table, Headers=7, RowSpan="x")])
        element.Alt = 5
        element.Ref = pikepdf.Array([1, made.Root])
        root.K[0].K.append(pikepdf.Array([1]))
        root.K[0].K.append(pikepdf.Name.Nothing)
        made.Root.PageLabels = 3

    made = read(broken(spoil))
    assert made.problems
    assert find(made, "paragraph")


def test_words_that_run_together_are_told_as_they_are() -> None:
    def lose(made: pikepdf.Pdf) -> None:
        page = made.pages[0]
        content = page.Contents.read_bytes()
        page.Contents = made.make_stream(content.replace(b"Some", b"Some"))
        made.Root.StructTreeRoot.K[0].K[1].ActualText = "Somewords."

    assert find(read(broken(lose)), "paragraph")[0].text == "Somewords."


def test_text_outside_of_all_tags_is_a_problem() -> None:
    def stray(made: pikepdf.Pdf) -> None:
        content = made.pages[0].Contents.read_bytes()
        at = content.index(b"BDC")
        start = content.rindex(b"/Span", 0, at)
        end = content.index(b"EMC", at)
        made.pages[0].Contents = made.make_stream(content[:start] + content[at + 3 : end] + content[end + 3 :])

    assert any("in no tag" in problem for problem in read(broken(stray)).problems)


def test_the_picture_of_a_rich_file_numbers_tags_in_reading_order() -> None:
    texts = [tag.text for tag in picture(layout().pdf).tags]
    assert texts.index("Lists of every kind") < texts.index("A disc") < texts.index("The last disc")


def test_pages_in_the_middle_of_a_text_are_pages_too() -> None:
    made = outline("Text.\n\n```\n" + "one line\n" * 120 + "```\n")
    began = {node.attrs["page"] for node in made.root.walk() if "page" in node.attrs}
    assert made.pages == ("1", "2", "3", "4") and began < set(made.pages)
