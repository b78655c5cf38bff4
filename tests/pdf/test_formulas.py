# SPDX-License-Identifier: AGPL-3.0-or-later
"""The MathML of formulas as structure elements: written, read back, and found when it is changed."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pipeline.checks.parity.mathml import of_tex
from pipeline.checks.rules.parity_formulas import RULE
from pipeline.checks.subject import Subject
from pipeline.model import Edition, Format
from pipeline.outline.expected import expected
from pipeline.outline.pdf import picture, read
from pipeline.outline.pdf_content import read_content
from pipeline.semantic import build
from pipeline.tools import verapdf
from pipeline.tools.base import Status
from pipeline.writers.pdf import lay_out
from pipeline.writers.resources import Resources
from tests.pdf.made import edition, find

MATHML = "http://www.w3.org/1998/Math/MathML"
TEX = (
    r"E = mc^2", r"\frac{a+b}{2} \ne \sqrt{ab}", r"\sqrt[3]{x} + x_{i}^{2}", r"\sum_{k=1}^{n} k = \frac{n(n+1)}{2}",
    r"\begin{pmatrix} 1 & 0 \\ 0 & \mathbf{v} \end{pmatrix}", r"\int_0^\infty e^{-x}\,dx", r"\lim_{x \to 0} \sin x",
    r"f(x) = \begin{cases} 1 & \text{if it rains} \\ 0 & \text{else} \end{cases}", r"\hat{y} \approx \bar{x}",
    r"\overline{AB} \perp \underbrace{a + b}_{c}", r"\mathbb{R} \ni \alpha \mapsto 'x'", r"\cancel{x} \neq \boxed{y}",
    r"\begin{aligned} a &= b \\ c &= d \end{aligned}", r"\left( \frac{a}{b} \right] < 10{,}5\,\%", r"\phantom{xy} z",
    r"{}_2^4\mathrm{He}", r"\binom{n}{k} \text{ of } x < y \& z", r"\color{red}{u} + \operatorname{rank} A", r"\;",
)  # fmt: skip
SILENT = {"", "\u2061", "\u2062", "\u2063", "\u2064", "\u200b"}
CLAIMS = ("ua2", "wt1a", "wt1r")


@cache
def made() -> Edition:
    parts = [f"In a line ${tex}$ too.\n\n$${tex}$$\n" for tex in TEX]
    return edition("---\ntitle: Formulas\nlang: en\n---\n\n## On $x^2$\n\n" + "\n".join(parts))


@cache
def data(archive: bool = False, profile: str = "ua-2") -> bytes:
    return lay_out(build(made()), made(), Resources(Path()), profile=profile, archive=archive).pdf


def changed(change: Any, archive: bool = False) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data(archive))) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def elements(pdf: pikepdf.Pdf, name: str) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == f"/{name}"]


def told(file: bytes) -> list[str]:
    subject = Subject(Format.PDF, "made.pdf", file, expected(made(), Format.PDF), made())
    return [finding.message for finding in RULE.looks[Format.PDF](subject)]


@pytest.mark.parametrize("archive", [False, True])
def test_the_mathml_is_that_of_the_source(archive: bool) -> None:
    outline = read(data(archive))
    assert not outline.problems
    known = of_tex(TEX)
    formulas = find(outline, "formula")
    assert [node.attrs["tex"] for node in formulas] == ["x^2", *(tex for tex in TEX for _ in range(2))]
    drawn = [node for node in formulas[1:] if node.attrs["tex"] != r"\;"]  # a space alone has no drawing to deal out
    assert [node.attrs["mathml"] in known[node.attrs["tex"]] for node in drawn] == [True] * len(drawn)
    assert [f'display="{kind}"' in node.attrs["mathml"] for node, kind in
            zip(drawn, ["inline", "block"] * len(TEX), strict=False)] == [True] * len(drawn)  # fmt: skip
    assert told(data(archive)) == []


@pytest.mark.parametrize("archive", [False, True])
def test_an_archived_file_has_its_mathml_in_the_tags_alone(archive: bool) -> None:
    with pikepdf.open(io.BytesIO(data(archive))) as pdf:
        formulas = elements(pdf, "Formula")
        assert {"/AF" in formula for formula in formulas} == {not archive}
        assert len(elements(pdf, "math")) >= len(formulas) - 2
        for math in elements(pdf, "math"):
            assert (str(math.P.S), str(math.NS.NS)) == ("/Formula", MATHML)
            assert (str(math.A.O), str(math.A.NS.NS)) == ("/NSO", MATHML)
            assert str(math.A["/display"]) in ("inline", "block")


def test_pdf_17_has_no_elements_of_mathml() -> None:
    with pikepdf.open(io.BytesIO(data(profile="ua-1"))) as pdf:
        assert not elements(pdf, "math")


def test_each_symbol_has_what_was_drawn_of_it() -> None:
    with pikepdf.open(io.BytesIO(data())) as pdf:
        bare = [str(one.ActualText) for name in ("mi", "mn", "mo", "mtext") for one in elements(pdf, name)
                if "/K" not in one and str(one.ActualText).strip() not in SILENT]  # fmt: skip
        assert sorted(bare) == ["x", "x", "y", "y"]  # what a phantom keeps free
        content = read_content(pdf)
    assert not content.problems
    assert not [paint for paint in content.paints if not paint.marks]
    assert all(len([mark for mark in paint.marks if mark.mcid >= 0]) <= 1 for paint in content.paints)


def test_a_formula_is_one_tag_in_the_picture() -> None:
    tags = picture(data()).tags
    assert sum(tag.role == "Formula" for tag in tags) >= 2 * len(TEX) - 1
    assert not [tag.type for tag in tags if tag.type in ("mi", "mo", "mn", "math")]


@pytest.mark.parametrize("archive", [False, True])
def test_a_changed_symbol_is_found(archive: bool) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        symbol = next(one for one in elements(pdf, "mi") if str(one.ActualText) == "E")
        symbol.ActualText = pikepdf.String("F")

    file = changed(change, archive)
    assert told(file) == ["The formula «E=mc^2» has other MathML than it asks for: «F=mc2»."]
    assert bool(read(file).problems) is not archive  # the file beside it still says what it said


def test_a_changed_attribute_is_found() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        cell = next(one for one in elements(pdf, "mi") if "/mathvariant" in one.get("/A", {}))
        cell.A["/mathvariant"] = pikepdf.String("fraktur")

    assert len(told(changed(change))) == 1


def test_elements_that_are_no_mathml_are_read_without_harm() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        elements(pdf, "mi")[0].ActualText = pikepdf.String("a\x01b")
        elements(pdf, "mn")[0].S = pikepdf.Name("/2 <")
        first = elements(pdf, "mrow")[-1]
        first.K = pikepdf.Array([first])

    assert find(read(changed(change)), "formula")


@pytest.mark.java
@pytest.mark.slow
@pytest.mark.parametrize("archive", [False, True])
def test_verapdf_passes(tmp_path: Path, archive: bool) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(data(archive))
    for report in verapdf.run([path], profiles=(*CLAIMS, *(("4",) if archive else ()))):
        if report.status is Status.MISSING:
            pytest.skip(report.note)
        assert report.status is Status.OK, report.note
        assert [(item.rule, item.message) for item in report.items] == []
        assert report.passed
