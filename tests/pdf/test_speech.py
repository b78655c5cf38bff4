# SPDX-License-Identifier: AGPL-3.0-or-later
"""Formulas in words."""

from __future__ import annotations

import pytest
from lxml import etree

from pipeline import speech

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
