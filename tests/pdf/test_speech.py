# SPDX-License-Identifier: AGPL-3.0-or-later
"""Formulas in words."""

from __future__ import annotations

import pytest
from lxml import etree

from pipeline import speech
from pipeline.document.maths import mathml

MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML">{}</math>'
CASES = [
    ("<mi>x</mi><mo>+</mo><mn>1</mn>", "en", "x plus 1"),
    ("<msup><mi>x</mi><mn>2</mn></msup>", "en", "x squared"),
    ("<msup><mi>x</mi><mn>2</mn></msup>", "de", "x Quadrat"),
    ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "fr", "1 sur 2"),
    ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "en",
     "the fraction a plus b over 2, end of fraction"),
    ("<msqrt><mi>α</mi></msqrt>", "es", "la raíz cuadrada de alpha"),
    ("<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>f</mi>", "en", "the integral from 0 to 1 of f"),
    ("<mover><mi>z</mi><mo>¯</mo></mover>", "en", "z bar"),
    ("<mi>Ω</mi><mo>≤</mo><mi>ℝ</mi>", "en", "capital omega is less than or equal to R"),
    ("<mi>x</mi><mo>=</mo><mn>2</mn>", "ar", "x يساوي 2"),
    ("<mi>x</mi><mo>\u2062</mo><mi>y</mi>", "en", "x y"),
    ("<mi>x</mi>", "tlh", ""),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "lang", "wanted"), CASES)
def test_words(inner: str, lang: str, wanted: str) -> None:
    assert speech.words(etree.fromstring(MATH.format(inner)), lang) == wanted


def test_every_language_says_the_same_things() -> None:
    tables = {lang: speech._file(lang) for lang in speech.languages()}
    assert {"ar", "de", "en", "es", "fr", "zh"} <= set(tables)
    for lang, table in tables.items():
        for part in ("say", "signs", "letters", "accents"):
            assert set(table[part]) == set(tables["en"][part]), f"{lang} {part}"


def test_a_formula_nested_beyond_telling_is_left() -> None:
    deep = "<mrow>" * 100 + "<mi>x</mi>" + "</mrow>" * 100
    assert speech.words(etree.fromstring(MATH.format(deep)), "en") == ""


@pytest.mark.parametrize(
    ("tex", "lang", "wanted"),
    [
        (r"\begin{aligned} a &= b + c \\ d &= e \end{aligned}", "en",
         "line 1 of 2: a equals b plus c; line 2 of 2: d equals e"),
        (r"\begin{gathered} a = b \\ c = d \end{gathered}", "fr",
         "ligne 1 sur 2 : a égale b; ligne 2 sur 2 : c égale d"),
        (r"\begin{align} a &= b & c &= d \\ e &= f & g &= h \end{align}", "en",
         "line 1 of 2: a equals b, c equals d; line 2 of 2: e equals f, g equals h"),
        (r"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}", "de",
         "geschweifte Klammer auf Zeile 1 von 2: 1, x ist größer als 0; Zeile 2 von 2: 0, x ist kleiner oder gleich 0"),
        (r"\begin{aligned} x &= 1 \\ &\quad + 2 \end{aligned}", "en", "line 1 of 2: x equals 1; line 2 of 2: plus 2"),
        (r"\begin{eqnarray} a &=& b \\ c &=& d \end{eqnarray}", "zh",
         "第 1 行，共 2 行：a 等于 b; 第 2 行，共 2 行：c 等于 d"),
        (r"\left.\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}\right\} = z", "en",
         "line 1 of 2: x equals 1; line 2 of 2: y equals 2; end of lines close brace equals z"),
        (r"\begin{aligned} a &= b \end{aligned}", "en", "a equals b"),
        (r"\begin{matrix} 1 & -2 \\ 3 & 4 \end{matrix}", "en",
         "table of 2 rows and 2 columns: row 1: 1, minus 2; row 2: 3, 4; end of table"),
        (r"\begin{pmatrix} a = b \\ c \end{pmatrix}", "en",
         "open parenthesis table of 2 rows and 1 columns: row 1: a equals b; row 2: c; end of table close parenthesis"),
        (r"\begin{array}{rl} 1 & 2 \\ 3 & 4 \end{array}", "es",
         "tabla de 2 filas y 2 columnas: fila 1: 1, 2; fila 2: 3, 4; fin de la tabla"),
    ],
)  # fmt: skip
def test_equations_below_each_other_are_lines_and_a_matrix_is_a_table(tex: str, lang: str, wanted: str) -> None:
    assert speech.words(mathml([(tex, True)])[0], lang) == wanted


@pytest.mark.parametrize(("tex", "said"), [
    (r"P(A \mid B)", "P open parenthesis A vertical bar B close parenthesis"),
    (r"\{x \mid x > 0\}", "open brace x such that x is greater than 0 close brace"),
    (r"(2) \mid b", "open parenthesis 2 close parenthesis divides b"),
    (r"\|v\|", "double vertical bar v double vertical bar"),
    (r"x \parallel y", "x is parallel to y"),
    (r"\binom{n}{k}", "open parenthesis n choose k close parenthesis"),
    (r"\lim_{x \to 0} f", "lim over x to 0 of f"),
    (r"\lfloor x \rfloor", "open floor x close floor"),
    (r"3{,}5 + 1{,}000{,}000", "3,5 plus 1,000,000"),
    (r"x_1, 2", "x sub 1, 2"),
])  # fmt: skip
def test_what_signs_mean_in_their_place(tex: str, said: str) -> None:
    assert speech.words(mathml([(tex, False)])[0], "en") == said
