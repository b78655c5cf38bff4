# SPDX-License-Identifier: AGPL-3.0-or-later
"""What documents that nobody prepared for us hold, and how a reader of the tags gets it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.model import Format
from pipeline.outline.expected import expected
from pipeline.semantic import build
from pipeline.writers.pdf import lay_out
from pipeline.writers.resources import Resources
from tests.pdf.made import RICH, edition, find, outline, pdf

ODD = (
    "# T\n\n- [ ] Sweep the weir\n- [x] Oil the gate\n\nBroken maths $\\ce{H2O}$ and $\\notamacro{x}$.\n\n"
    "[Leer]( ) and [gone](#gone) and [é](https://example.org/é?q=“x”).\n\n$$a = b$$\n"
)


@pytest.mark.parametrize("profile", ["ua-2", "ua-1"])
def test_tasks_begin_with_their_words(profile: str) -> None:
    items = find(outline(ODD, profile), "item")
    assert [item.children[0].text for item in items] == ["Sweep the weir", "Oil the gate"]


@pytest.mark.parametrize("profile", ["ua-2", "ua-1"])
def test_a_formula_that_cannot_be_set_is_a_formula_in_its_own_words(profile: str) -> None:
    found = [node.attrs["tex"] for node in find(outline(ODD, profile), "formula")]
    assert found == ["\\ce{H2O}", "\\notamacro{x}", "a = b"]


def test_links_that_cannot_be_are_expected_to_be_none() -> None:
    wanted = [node.text for node in expected(edition(ODD), Format.PDF).root.walk() if node.role.value == "link"]
    assert wanted == [node.text for node in find(outline(ODD), "link")] == ["é"]


def test_a_formula_by_itself_is_placed_as_a_block() -> None:
    with pikepdf.open(BytesIO(pdf(ODD))) as opened:
        kinds = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Formula"]
        places = [re.findall(r"/Placement\W+(\w+)", repr(one.A))[0] for one in kinds]
    assert sorted(places) == ["Block", "Inline", "Inline"]


def inside(data: bytes) -> list[str]:
    """The boxes of all elements that lie beyond the edges of their page."""
    with pikepdf.open(BytesIO(data)) as opened:
        sizes = [(float(page.mediabox[2]), float(page.mediabox[3])) for page in opened.pages]
    beyond = []
    for number, (left, bottom, right, top, text) in runs(data):
        width, height = sizes[number]
        if left < 0 or bottom < 0 or right > width or top > height:
            beyond.append(text)
    return beyond


def runs(data: bytes) -> Iterator[tuple[int, tuple[float, float, float, float, str]]]:
    """Page and box of every piece of text that is painted, by a reader that is not ours."""
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for index in range(text.count_rects()):
                box = text.get_rect(index)
                yield number, (*box, text.get_text_bounded(*box))


COLUMNS = 16
WIDE = (
    "# T\n\n| " + " | ".join(f"Station{n}" for n in range(COLUMNS)) + " |\n" + "|---" * COLUMNS + "|\n"
    + ("| " + " | ".join("1234567890" for _ in range(COLUMNS)) + " |\n") * 2
)  # fmt: skip
ANCHORS = (
    "# T\n\n[Words]{#words} here, <a id='mark'></a>marked. See [one](#words), [two](#mark), [three](#head).\n\n"
    "<a name='head'></a>\n\n## A heading\n"
)


@pytest.mark.parametrize("profile", ["ua-2", "ua-1"])
def test_links_lead_to_words_and_anchors_that_an_author_names(profile: str) -> None:
    found = {node.text: node.attrs["target"] for node in find(outline(ANCHORS, profile), "link")}
    assert found["one"] == "#Words"
    assert found["two"].startswith("#Words here, marked")
    assert found["three"] == "#A heading"
    wanted = [node.attrs["target"] for node in expected(edition(ANCHORS), Format.PDF).root.walk()
              if node.role.value == "link"]  # fmt: skip
    assert wanted == list(found.values())


WORDS = "The keeper of the weir wrote down how high the water stood in the night and what had come down with it. "
TALL = f"# T\n\n| Day | What was seen |\n|---|---|\n| 1 | {WORDS * 60} |\n| 2 | Nothing |\n"
LONG = f"# T\n\nA call.[^a] More words.\n\n[^a]: {WORDS * 60}\n"
SUM = "# T\n\n$$" + " + ".join(f"a_{{{n}}}" for n in range(60)) + "$$\n"


def places(data: bytes, kind: str) -> list[list[float]]:
    """The BBox of every structure element of one kind."""
    with pikepdf.open(BytesIO(data)) as opened:
        return [
            [float(value) for value in attributes.BBox]
            for element in opened.objects if isinstance(element, pikepdf.Dictionary) and element.get("/S") == kind
            for attributes in (element.A if isinstance(element.A, pikepdf.Array) else [element.A])
            if "/BBox" in attributes
        ]  # fmt: skip


def test_a_formula_wider_than_the_page_is_made_smaller() -> None:
    ((left, bottom, right, top),) = places(pdf(SUM), "/Formula")
    assert 0 < left < right < 596
    assert 0 < top - bottom < 40


@pytest.mark.parametrize("text", [WIDE, TALL, LONG], ids=["wide", "tall", "long"])
def test_nothing_is_painted_beyond_the_page(text: str) -> None:
    assert not inside(pdf(text))


def test_a_table_wider_than_the_page_stands_on_a_turned_one() -> None:
    with pikepdf.open(BytesIO(pdf(WIDE))) as opened:
        assert any(page.mediabox[2] > page.mediabox[3] for page in opened.pages)


def numbers_table(columns: int) -> str:
    row = "| " + " | ".join(str(1_000_000 + 7919 * number) for number in range(columns)) + " |\n"
    head = "| " + " | ".join(f"Year {number}" for number in range(columns)) + " |\n"
    return head + "|---" * columns + "|\n" + row * 2


@pytest.mark.parametrize(("columns", "width"), [(6, 595), (10, 842), (15, 1191), (20, 1191), (28, 1684)])
@pytest.mark.parametrize("large", [False, True])
def test_no_number_of_a_wide_table_is_broken(columns: int, width: int, large: bool) -> None:
    made = edition(f"# T\n\nBefore it.\n\n{numbers_table(columns)}\nAfter it.\n")
    data = lay_out(build(made), made, Resources(Path()), large=large).pdf
    wanted = {str(1_000_000 + 7919 * number) for number in range(columns)}
    painted = {words.strip() for _, (*_, words) in runs(data)}
    if not (large and columns == 28):  # no sheet is large enough
        assert wanted <= painted
    assert not inside(data)
    with pikepdf.open(BytesIO(data)) as opened:
        sizes = [round(float(page.mediabox[2])) for page in opened.pages]
    assert {595} <= set(sizes) and sizes[-1] == 595  # what follows has lines of the usual length
    assert large or max(sizes) == width


def test_only_the_cell_breaks_whose_word_is_too_long() -> None:
    address = "https://www.example.org/" + "a/long/way/" * 12
    text = f"# T\n\n| Office | Address | Number |\n|---|---|---|\n| Mill | {address} | 1234567 |\n"
    data = pdf(text)
    with pikepdf.open(BytesIO(data)) as opened:
        assert {round(float(page.mediabox[2])) for page in opened.pages} == {595}
    assert not inside(data)
    assert {"Office", "1234567"} <= {words.strip() for _, (*_, words) in runs(data)}


@pytest.mark.parametrize("lead", ["", "> ", "  "], ids=["plain", "quote", "list"])
def test_a_heading_turns_the_page_with_its_table(lead: str) -> None:
    lines = ["## Many stations", "", *WIDE.splitlines()[2:], "", "After it."]
    text = "# T\n\nBefore it.\n\n" + ("- Item\n\n" if lead == "  " else "") + "\n".join(lead + line for line in lines)
    painted = [(number, words) for number, (*_, words) in runs(pdf(text))]
    (heading,) = [number for number, words in painted if "Many stations" in words]
    assert {number for number, words in painted if words.startswith("Stat")} == {heading}
    told = [node.text for node in find(outline(text), "paragraph")]
    assert [words for words in told if words in ("Before it.", "After it.")] == ["Before it.", "After it."]
    assert len(find(outline(text), "cell")) == 2 * COLUMNS


@pytest.mark.parametrize("above", range(20, 34, 2))
def test_a_short_table_stands_on_one_page_and_a_long_one_begins_where_it_is(above: int) -> None:
    def pages(rows: int) -> set[int]:
        table = "| Hour | Boat |\n|---|---|\n" + "".join(f"| row {number} | x |\n" for number in range(rows))
        text = "# T\n\n" + "A line of its own.\n\n" * above + table
        return {number for number, (*_, words) in runs(pdf(text)) if words.startswith("row ")}

    assert len(pages(6)) == 1
    assert len(pages(60)) > 1


def test_a_row_taller_than_the_page_is_one_row_under_its_head() -> None:
    rows = find(outline(TALL), "row")
    assert [len(row.children) for row in rows] == [2, 2, 2]
    first = next(number for number, (*_, text) in runs(pdf(TALL)) if "What was" in text)
    assert first == next(number for number, (*_, text) in runs(pdf(TALL)) if "keeper" in text)


def test_a_picture_has_the_size_that_its_author_wants(tmp_path: Path) -> None:
    chart = (RICH / "chart.svg").read_bytes()
    (tmp_path / "chart.svg").write_bytes(chart)
    made = edition("# T\n\n![Bars](chart.svg){width=3cm}\n\n![Bars too](chart.svg){height=1cm}\n", tmp_path)
    data = lay_out(build(made), made, Resources(tmp_path)).pdf
    boxes = places(data, "/Figure")
    widths = sorted(round((right - left) / 72 * 2.54, 1) for left, _, right, _ in boxes)
    heights = sorted(round((top - bottom) / 72 * 2.54, 1) for _, bottom, _, top in boxes)
    assert 3.0 in widths
    assert 1.0 in heights
