# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pieces of a page that are more than lines: labels with boxes, pictures in links and headings, running heads."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pipeline.model import Layout, Role
from pipeline.outline.pdf import read
from pipeline.semantic import build
from pipeline.writers.pdf import lay_out
from pipeline.writers.resources import Resources
from tests.pdf.made import edition, find, outline, pdf

RICH = Path(__file__).parent / "rich"


def with_pictures(text: str) -> Layout:
    made = edition(text, RICH)
    return lay_out(build(made), made, Resources(RICH))


@pytest.mark.parametrize("profile", ["ua-2", "ua-1"])
def test_a_numbered_task_has_its_number_and_its_state(profile: str) -> None:
    made = outline("# T\n\n3) [ ] Oil the gate\n4) [x] Count the boats\n5) Go home\n", profile)
    items = [tuple(map(node.attrs.get, ("label", "checked", "state"))) for node in find(made, "item")]
    assert items == [("3)", "no", "Not done"), ("4)", "yes", "Done"), ("5)", None, None)]
    (tasks,) = find(made, "list")
    assert tasks.attrs["start"] == "3"


def test_a_task_without_a_number_has_its_state_alone() -> None:
    items = find(outline("# T\n\n- [x] Paint the mast\n"), "item")
    assert [(node.attrs.get("label"), node.attrs.get("checked")) for node in items] == [(None, "yes")]


def test_a_link_around_a_picture_covers_it() -> None:
    text = "# T\n\n[![Leaf](leaf.svg){width=4cm}](https://example.org/leaf)\n\nAnd [one ![Leaf](leaf.svg) more](https://example.org/x).\n"
    with pikepdf.open(BytesIO(with_pictures(text).pdf)) as made:
        annotations = [one for page in made.pages for one in page.Annots]
        figures: list[Any] = [o for o in made.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        assert len(annotations) == len(figures) == 2
        for annotation, figure in zip(annotations, figures, strict=True):
            left, bottom, right, top = map(float, annotation.Rect)
            box = next(one for one in figure.A if "/BBox" in one) if isinstance(figure.A, pikepdf.Array) else figure.A
            at = [float(number) for number in box.BBox]
            assert left <= at[0] + 0.01
            assert bottom <= at[1] + 0.01
            assert right >= at[2] - 0.01
            assert top >= at[3] - 0.01
        assert len(annotations[0].QuadPoints) == 8  # the strip of the text line is no part of its own


def margins(data: bytes, page: int) -> tuple[float, float]:
    """How far the letters of a page keep from the upper and the right edge of the paper, in points."""
    import pypdfium2 as pdfium  # type: ignore[import-untyped]

    sheet = pdfium.PdfDocument(data)[page]
    words = sheet.get_textpage()
    boxes = [words.get_charbox(index) for index in range(words.count_chars())]
    return sheet.get_height() - max(box[3] for box in boxes), sheet.get_width() - max(box[2] for box in boxes)


@pytest.mark.parametrize("title", ["Weirs and locks " * 40, "Wehr" * 150], ids=["words", "one word"])
def test_a_long_title_stays_on_the_paper_above_the_pages(title: str) -> None:
    text = f"---\ntitle: {title}\nlang: en\n---\n\n" + "The gate is shut at night.\n\n" * 60
    top, right = margins(pdf(text), 1)
    assert top > 20
    assert right > 60


def test_a_heading_of_a_picture_alone_is_listed_by_what_it_shows() -> None:
    text = "---\ntitle: Trees\nlang: en\n---\n\n## ![A leaf](leaf.svg)\n\nGreen.\n\n## Bark\n\nBrown.\n\n## Root\n"
    made = read(with_pictures(text).pdf)
    listed = [(node.role.value, [child.text for child in node.walk() if child.role is Role.CONTENTS_ITEM])
              for node in made.root.walk() if node.role is Role.CONTENTS]  # fmt: skip
    assert listed == [("contents", ["A leaf", "Bark", "Root"]), ("contents", ["Trees", "A leaf", "Bark", "Root"])]


def test_a_title_of_a_picture_alone_names_the_file() -> None:
    assert read(with_pictures("# ![Friends of the lime tree](leaf.svg)\n\nGreen.\n").pdf).meta["title"] == (
        "Friends of the lime tree"
    )


def test_the_long_description_of_a_picture_and_what_is_struck_out_are_shown() -> None:
    picture = '![A leaf](leaf.svg){longdesc="#told"}'
    text = f"# T\n\n{picture}\n\n::: {{#told}}\nIt has five points.\n:::\n\nNow ~~three~~ four.\n"
    made = read(with_pictures(text).pdf)
    (figure,) = find(made, "figure")
    assert figure.attrs["details"] == "It has five points."
    assert [node.text for node in find(made, "deleted")] == ["three"]
