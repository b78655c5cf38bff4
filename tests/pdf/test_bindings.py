# SPDX-License-Identifier: AGPL-3.0-or-later
"""Short words stay on the line of their number or name, and are read with a blank as before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers.pdf.bindings import bound, painted
from tests.pdf.made import find, outline


@pytest.mark.parametrize(("lang", "text", "shown"), [
    ("en", "See p. 14 and No. 5 of art. 3.", "See p.~14 and No.~5 of art.~3."),
    ("en-GB", "Mr. Hale, Dr Reed; St. Ives", "Mr.~Hale, Dr~Reed; St.~Ives"),
    ("en", "The weir is up. 14 boats wait. No. It is not.", "The weir is up. 14 boats wait. No. It is not."),
    ("fr", "Le n° 5, art. 3, p. 2 ; M. Élie", "Le n°~5, art.~3, p.~2 ; M.~Élie"),
    ("de", "Nach § 5 Abs. 2 S. 14, Nr. IV", "Nach §~5 Abs.~2 S.~14, Nr.~IV"),
    ("es", "El art. 7, pág. 3, n.º 2 y la Sra. Ríos", "El art.~7, pág.~3, n.º~2 y la Sra.~Ríos"),
    ("fi", "Katso § 4 ja p. 14.", "Katso §~4 ja p. 14."),
    ("", "p. 14", "p. 14"),
])  # fmt: skip
def test_what_is_bound(lang: str, text: str, shown: str) -> None:
    assert bound(text, lang) == shown.replace("~", "\u00a0")


@given(st.text(), st.sampled_from(["en", "fr", "de", "es", "it", "pt", "nl", "ar", ""]))
def test_nothing_else_changes(text: str, lang: str) -> None:
    changed = bound(text, lang)
    assert len(changed) == len(text)
    assert all(one == other or (one == " " and other == "\u00a0") for one, other in zip(text, changed, strict=True))


def test_program_text_is_painted_as_it_is() -> None:
    assert painted("p. 14\u00ad", "") == "p. 14" and painted("p. 14", "en") == "p.\u00a014"


def test_a_reader_gets_a_blank() -> None:
    text = "# T\n\n" + "All of it is told on p. 14 and in No. 5 of art. 3, as Mr. Hale says. " * 4 + "\n"
    [paragraph] = find(outline(text), "paragraph")
    assert "\u00a0" not in paragraph.text
    assert paragraph.text.count("on p. 14 and in No. 5 of art. 3, as Mr. Hale says.") == 4
