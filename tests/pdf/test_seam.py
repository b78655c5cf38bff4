# SPDX-License-Identifier: AGPL-3.0-or-later
"""What we use of the inside of WeasyPrint and pydyf is where we think it is. If one of these fails, the layout
engine moved it: the files pipeline/writers/pdf/seam*.py are the only ones to change."""

from __future__ import annotations

import inspect
import re
from xml.etree import ElementTree as ET

import pydyf
import pytest
import weasyprint
import weasyprint.css as styles
import weasyprint.pdf as engine
from weasyprint import document, layout
from weasyprint.css.targets import TargetCollector
from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout import LayoutContext, page
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf.stream import Stream

from pipeline.writers.pdf import seam, seam_marks, seam_pace
from tests.pdf.made import pdf


def test_version_is_the_one_that_the_seam_was_made_for() -> None:
    assert weasyprint.__version__ == seam.TESTED_WITH


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("add_tags", ["pdf", "document", "pdf_version", "page_streams"]),
        ("build_fonts_dictionary", ["pdf", "fonts", "compress", "subset", "options"]),
    ],
)
def test_functions_that_are_replaced(name: str, parameters: list[str]) -> None:
    assert list(inspect.signature(getattr(engine, name)).parameters) == parameters
    assert name in inspect.getsource(engine.generate_pdf)


def test_a_stream_ends_as_we_know_it() -> None:
    assert isinstance(pydyf.Stream.data, property)
    assert pydyf.Stream([b"q Q"]).data.endswith(b"\nq Q" + seam.STREAM_END)


def test_pages_of_a_pdf_and_their_references() -> None:
    assert isinstance(pydyf.PDF.page_references, property)
    made = pydyf.PDF()
    made.add_page(pydyf.Dictionary({"Type": "/Page"}))
    assert made.page_references == (b"%d 0 R" % made.pages["Kids"][0],)


@pytest.mark.parametrize(("name", "parameters"), [("marked", ["self", "box", "tag"]), ("artifact", ["self"])])
def test_marked_content_begins_and_ends_in_two_functions_of_a_stream(name: str, parameters: list[str]) -> None:
    assert list(inspect.signature(getattr(Stream, name)).parameters) == parameters
    source = inspect.getsource(weasyprint.pdf.stream)
    assert source.count("begin_marked_content") == source.count("end_marked_content") == 2


def test_marks_say_where_they_stand_in_their_stream() -> None:
    made = Stream({}, (0, 0, 1, 1), {}, {}, {}, {}, None)
    box = object()
    with seam_marks.artifact(made), made.stacked():
        made.stroke()
    with seam_marks.marked(made, box, "Span"):
        made.fill()
    mark = made._tags[box]
    assert made.stream == [b"/Artifact\nBMC", b"q", b"S", b"Q", b"EMC", b"", b"f", b"EMC"]
    assert (mark.items is made.stream, mark.number, mark.tag, mark.at, mark.end) == (True, 0, "Span", 5, 7)


def test_an_object_of_ours_has_what_is_asked_of_an_object() -> None:
    asked = set(re.findall(r"\b(?:obj|object_)\.(\w+)", inspect.getsource(pydyf.PDF))) - {"indirect"}
    made = seam.Written(b"<<>>")
    assert {name for name in asked if hasattr(made, name)} == asked
    file = pydyf.PDF()
    file.add_object(made)
    assert made.reference == b"%d 0 R" % (len(file.objects) - 1)


def test_boxes_have_what_is_read_of_them() -> None:
    for name in ("TextBox", "ReplacedBox", "LineBox", "MarginBox", "FootnoteAreaBox", "TableRowGroupBox", "PageBox"):
        assert hasattr(boxes, name)
    assert boxes.TableRowGroupBox.is_header is False
    assert boxes.TableRowGroupBox.is_footer is False
    assert boxes.Box.is_leader is False
    assert "_box" in inspect.getsource(AbsolutePlaceholder)


def test_pages_are_painted_one_by_one_and_their_links_are_lists() -> None:
    assert list(inspect.signature(Page.paint).parameters) == ["self", "stream", "scale"]
    page = weasyprint.HTML(string="<h1 id=a>A title</h1><a href='#a'>A link</a>").render().pages[0]
    assert type(page._page_box) is boxes.PageBox
    assert len(page.links) == len(page.anchors) == len(page.bookmarks) == 1
    source = inspect.getsource(engine.generate_pdf)
    assert source.index("resolve_links(document.pages)") < source.index("page.paint(stream, scale)")


def test_targets_notes_and_styles_are_where_they_are_made_quick() -> None:
    parameters = list(inspect.signature(TargetCollector.cache_target_page_counters).parameters)
    assert parameters == ["self", "anchor_name", "page_counter_values", "page_maker_index", "page_maker"]
    source = inspect.getsource(TargetCollector.cache_target_page_counters)
    assert source.count("counter_lookup_items") == source.count("missing_target_counters") == 1
    assert TargetCollector().collecting
    assert document.TargetCollector is TargetCollector
    assert document.LayoutContext is LayoutContext
    uses = re.findall(r"\b(?:self|context)\.footnotes\b(?:\.(\w+))?", inspect.getsource(layout))
    assert {use for use in uses if use} == {"copy", "remove", "append"}
    assert next(iter(inspect.signature(styles.find_style_attributes).parameters)) == "tree"
    assert "in find_style_attributes(" in inspect.getsource(styles.StyleFor.__init__)
    tree = ET.fromstring("<html lang='en'><body><p id='a' style='color: red'>Some words.</p></body></html>")
    found = [(each[0], each[2][0].name) for each in styles.find_style_attributes(tree)]
    assert found == [((0, 0, 0), "-weasy-lang"), ((1, 0, 0), "color"), ((0, 0, 0), "-weasy-anchor")]
    source = inspect.getsource(page.set_page_type_computed_styles)
    asked = {"add_page_declarations", "set_computed_styles", "get_cascaded_styles"}
    assert set(re.findall(r"style_for\.(\w+)", source)) == asked


def _styles(css: str) -> styles.StyleFor:
    tree = weasyprint.HTML(string="<p>Some words.</p>")
    return styles.get_all_computed_styles(tree, user_stylesheets=[weasyprint.CSS(string=css)], font_config=None)


def test_a_page_sees_its_own_styles_among_all() -> None:
    made = _styles("@page { margin: 0; @top-left { color: red } } p { margin: 0 }")
    pages = [page.PageType("right", False, "", index, ()) for index in (0, 1, 0)]
    for one in pages:  # a page is made again when the pages it counts are more
        made.add_page_declarations(one)
        every = {key for key in made.get_cascaded_styles() if key[0] == one}
        found = seam_pace._PageStyles(made, one).get_cascaded_styles()
        assert set(found) == every and len(found) == len(every)
        assert {part for _, part in found} >= {None, "@top-left"}


def test_the_engine_is_as_it_was_after_a_layout() -> None:
    before = document.TargetCollector, document.LayoutContext, styles.find_style_attributes
    root = ET.fromstring("<html lang='en'><body><p>Some words.</p></body></html>")
    seam.render(root, "", {}, listed=set(), srgb=False)
    assert (document.TargetCollector, document.LayoutContext, styles.find_style_attributes) == before


def test_elements_that_are_set_alike_share_a_style_whatever_their_ids() -> None:
    root = ET.fromstring(
        "<html lang='en'><body><p id='a'>One.</p><p id='b'>Two.</p><p id='c'>Three.</p>"
        "<ul><li style='list-style-type: \"x\"'>a</li><li style='list-style-type: \"x\"'>b</li></ul></body></html>"
    )
    page = seam.render(root, "p { margin: 0 }", {}, listed={"c"}, srgb=False).pages[0]
    found = {box.element.text: box.style for box in page._page_box.descendants()
             if isinstance(box, boxes.BlockBox) and box.element is not None and box.element.text}  # fmt: skip
    assert found["One."] is found["Two."] is not found["Three."]
    assert found["a"] is found["b"]
    assert (found["One."]["anchor"], found["Three."]["anchor"]) == (None, "c")


def test_a_number_of_a_page_is_printed_anew_when_a_longer_one_moved_its_target() -> None:
    lines = "".join(f"<p>{number}</p>" for number in range(7))
    root = ET.fromstring(
        "<html lang='en'><body><p><a href='#last'><i style='display: inline-block; width: 191px'></i></a></p>"
        f"<p><a href='#next'>Next </a></p>{lines}<p id='next'>The tenth line.</p>"
        f"{'<p>More.</p>' * 100}<p id='last'>The end.</p></body></html>"
    )
    css = ("@page { size: 200px 100px; margin: 0 } body { margin: 0 } p { margin: 0; font-size: 10px; line-height: 1 } "
           "a::after { content: target-counter(attr(href), page) }")  # fmt: skip
    pages = seam.render(root, css, {}, listed={"next", "last"}, srgb=False).pages
    texts = [[box.text for box in page._page_box.descendants() if isinstance(box, boxes.TextBox)] for page in pages]
    assert texts[0][:3] == ["12", "Next ", "2"]  # the first, of two digits, takes a line of its own
    assert texts[1][0] == "The tenth line."


def test_a_pages_boxes_are_let_go_when_it_is_painted() -> None:
    root = ET.fromstring("<html lang='en'><body><p>Some words.</p></body></html>")
    document = seam.render(root, "", {}, listed=set(), srgb=False)
    seen: list[seam.Canvas] = []
    seam.write(document, seen.append, lambda _: None, placed=set(), version="2.0", srgb=False)
    assert [page._page_box for page in document.pages] == [None]
    assert [[leaf.text for leaf in leaves] for leaves in seen[0].painted.first] == [["Some words."]]
    assert [len(marks) for marks in seen[0].painted.marks] == [1]


def test_the_engine_is_as_before_after_a_file_was_written() -> None:
    def used() -> tuple[object, ...]:
        return (engine.add_tags, engine.build_fonts_dictionary, Page.paint, pydyf.PDF.page_references, Stream.marked,
                Stream.artifact)  # fmt: skip

    before = used()
    pdf("# Title\n\nSome words.")
    assert used() == before
    assert engine.add_tags.__module__ == "weasyprint.pdf.tags"
