# SPDX-License-Identifier: AGPL-3.0-or-later
"""Front matter above an extracted text changes nothing below it."""

from __future__ import annotations

import pytest

from pipeline.clean import clean, restore
from pipeline.clean.front_matter import front_of, title_in

PAGE = (
    "Harbour rules {number} of 3\n\nBoats moor at the north\npier from the first of May to the last day of\n"
    "September, and at the\nsouth pier in the other months of the year.\n\n• Lamps are lit at dusk.\n\n"
    "• Nets are dry by noon.\n\n"
)
EXTRACTED = "\f".join(PAGE.format(number=number) for number in (1, 2, 3))
FRONT = "---\nlang: en\n---\n\n"


def test_an_extracted_text_is_cleaned_as_it_is_without_front_matter() -> None:
    plain, fronted = clean(EXTRACTED), clean(FRONT + EXTRACTED)
    assert plain.repairs
    assert fronted.text == FRONT + plain.text
    assert [one.rule for one in fronted.repairs] == [one.rule for one in plain.repairs]
    for one, other in zip(plain.repairs, fronted.repairs, strict=True):
        assert (other.line, other.start, other.before) == (one.line + 4, one.start + len(FRONT), one.before)
        assert (FRONT + EXTRACTED)[other.start : other.end] == other.before
    assert clean(fronted.text).text == fronted.text


def test_its_repairs_can_be_refused_by_line_and_taken_back() -> None:
    whole = clean(FRONT + EXTRACTED)
    heads = [one for one in whole.repairs if one.rule == "running-heads"]
    refused = clean(FRONT + EXTRACTED, refuse=[f"running-heads:{heads[0].line}"])
    assert heads[0].line not in [one.line for one in refused.repairs if one.rule == "running-heads"]
    assert restore(whole.text, whole.repairs) == FRONT + EXTRACTED


@pytest.mark.parametrize(
    ("text", "front", "title"),
    [
        ("---\ntitle: Rules\n---\n\nText.\n", "---\ntitle: Rules\n---\n\n", "Rules"),
        ('---\r\ntitle: "Rules: all"\r\n...\r\nText.\r\n', '---\r\ntitle: "Rules: all"\r\n...\r\n', "Rules: all"),
        ("---\n\nA rule above a text.\n\n---\n", "", ""),
        ("Text.\n\n---\nlang: en\n---\n", "", ""),
        ("---\nlang: en\nnever closed\n", "", ""),
    ],
)
def test_what_is_front_matter(text: str, front: str, title: str) -> None:
    assert front_of(text) == front
    assert title_in(front) == title
