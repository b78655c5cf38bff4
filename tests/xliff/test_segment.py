# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sentences end where they end: legal texts in ten languages, odd texts, a translator's own rules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.translate import srx
from pipeline.translate.segment import boundaries, sentences
from tests.xliff.sentences import LEGAL


@pytest.mark.parametrize("lang", LEGAL)
def test_legal_sentences(lang: str) -> None:
    for row in LEGAL[lang]:
        wanted = tuple(part.strip() for part in row.split("|"))
        assert sentences(row.replace("|", ""), lang) == wanted


@pytest.mark.parametrize(
    ("text", "lang", "cuts"),
    [
        ("Article 2. Principles", "en", 0),
        ("Sección quinta. De las multas", "es", 0),
        ("Disposición final primera. Entrada en vigor", "es", 0),
        ("§ 12. Fristen der Ämter. Wer fragt?", "de", 1),
        ("1.2. Who pays? Who asks?", "en", 1),
        ("Who pays? The owner.", "en", 1),
        ("This is how the fees are made. And who pays.", "en", 1),
    ],
)
def test_the_ordinal_of_a_heading_stays_with_its_text(text: str, lang: str, cuts: int) -> None:
    assert len(boundaries(text, lang, heading=True)) == cuts
    assert len(boundaries(text, lang)) >= cuts


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(max_size=300), st.sampled_from(["en", "fr", "ar", "zh", "sv", "xx"]))
def test_cuts_lose_nothing(text: str, lang: str) -> None:
    cuts = boundaries(text, lang)
    assert list(cuts) == sorted(set(cuts))
    assert all(0 < cut < len(text) for cut in cuts)
    assert "".join("".join(sentences(text, lang)).split()) == "".join(text.split())


def test_long_and_strange_texts_end() -> None:
    assert sentences("a. " * 20_000, "en")
    assert len(sentences("This is a sentence. " * 2_000, "en")) == 2_000
    assert sentences("(" * 20_000, "en")


RULES = """<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/><body>
<languagerules><languagerule languagerulename="all"><rule break="no"><beforebreak>\\bfoo\\.</beforebreak>
<afterbreak>\\s</afterbreak></rule><rule break="yes"><beforebreak>[.;]</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body>
</srx>"""


def test_rules_of_a_translator() -> None:
    rules = srx.read(RULES.encode())
    assert sentences("One; two foo. three. Four", "en", rules) == ("One;", "two foo. three.", "Four")


def test_rules_that_are_wrong_are_named() -> None:
    with pytest.raises(InputError, match="SRX"):
        srx.read(b"<srx/>")
    with pytest.raises(InputError, match="not understood"):
        srx.read(RULES.replace("[.;]", "[.;").encode())
    slow = srx.read(RULES.replace("[.;]", "(a+)+$").encode())
    with pytest.raises(InputError, match="too long"):
        slow.boundaries("a" * 5_000 + "b " + "a" * 5_000 + "b", "en")
