# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines are broken where the same words without emphasis are broken, and a link is where its line is."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.writers.pdf import seam_lines
from pipeline.writers.pdf.seam_pace import replaced
from tests.pdf.made import pdf

WORDS = ("Lifeboats", "at", "the", "harbour", "(north)", "«two»,", "keep-out", "of", "ropes.", "2")


def lines(body: str, width: int) -> list[str]:
    """The lines of a paragraph of this width, in pixels."""
    import weasyprint

    html = f"<html lang=en><body style='width:{width}px; font:16px Noto Sans'><p>{body}</p></body></html>"
    with replaced(*seam_lines.changes()):
        made = weasyprint.HTML(string=html).render(stylesheets=[weasyprint.CSS(string="@page { size: 900px }")])
    found: list[str] = []

    def walk(box: object) -> str:
        inner = "".join(walk(child) for child in getattr(box, "children", ())) or getattr(box, "text", "")
        if type(box).__name__ == "LineBox":
            found.append(inner.strip())
        return inner

    walk(made.pages[0]._page_box)
    return found


def test_a_first_word_does_not_stand_alone_before_emphasis() -> None:
    plain = "Authenticators used at AAL 3 SHALL be hardware modules validated at FIPS 140 Level 2 or higher."
    marked = plain.replace("FIPS 140", "<b style='font-weight:400'>FIPS 140</b>")
    for width in range(200, 700, 2):
        assert lines(marked, width) == lines(plain, width), width


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_first_word_does_not_stand_alone_before_a_space_that_does_not_break(space: str) -> None:
    plain = f"On the quay of the north harbour the ropes are kept dry, see «{space}Lifeboats at the harbour."
    marked = plain.replace("Lifeboats", "<b style='font-weight:400'>Lifeboats</b>")
    for width in range(200, 700, 2):
        assert lines(marked, width) == lines(plain, width), width


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.booleans()), min_size=8, max_size=30), st.integers(150, 700))
def test_marked_words_break_lines_no_otherwise(words: list[tuple[str, bool]], width: int) -> None:
    marked = " ".join(f"<span>{word}</span>" if is_marked else word for word, is_marked in words)
    assert lines(marked, width) == lines(" ".join(word for word, _ in words), width)


@pytest.mark.parametrize(("lang", "title", "first"), [("ar", "كتيّب الميناء", "الأوّل"), ("en", "Harbour book", "First")])
def test_a_line_of_the_contents_is_the_area_of_its_link(lang: str, title: str, first: str) -> None:
    sections = "".join(f"\n\n## {first} {number}\n\n{first}." for number in range(1, 7))
    made = pikepdf.open(io.BytesIO(pdf(f"# {title}{sections}\n", lang=lang)))
    areas = [[float(side) for side in link.Rect] for page in made.pages for link in page.get("/Annots", [])]
    left, right = 60, float(made.pages[0].MediaBox[2]) - 60
    assert len(areas) >= 6
    for area in areas:
        assert left < area[0] < area[2] < right
        assert area[2] - area[0] > 400


@pytest.mark.parametrize("mark", [".", ",", "…", "?", "”"])
def test_the_call_of_a_note_stays_with_its_word(mark: str) -> None:
    words = "The ropes of the north harbour are kept dry in the house beside the quay, where nobody sees"
    call = '<a class="note-call" href="#n"><sup>12</sup></a>'
    for width in range(200, 500, 3):
        assert all(not line.startswith("12") for line in lines(f"{words} them{mark}{call} More follows.", width)), width
