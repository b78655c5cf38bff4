# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items that end with a semicolon and were run into one. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

PARTED = [
    "- Boats of the pilots;| Rafts of the town;| Barges of the board;\n- Lamps and oil.",
    "- Barges of the board;\n- Boats of the pilots; and| Rafts of the town.",
    "- the boats of the pilots;| the rafts of the town;\n- all lamps.",
]
WHOLE = [
    "- Boats of the pilots; these pay nothing;\n- Rafts of the town;\n- Lamps.",  # a sentence goes on
    "- the boats of the pilots; they pay nothing;\n- the rafts;\n- a lamp.",
    "- Boats of the pilots; Rafts of the town.\n- Lamps and oil.",  # no others end so
    "- See &lt;the pilots&gt; Boats of theirs;\n- Lamps and oil.",
    "- Boats (of the pilots; The town has none);\n- Lamps and oil.",
]


@pytest.mark.parametrize("body", PARTED)
def test_an_item_begins_behind_a_semicolon_as_the_others_do(body: str) -> None:
    assert cleaned(f"These pay:\n\n{body.replace('|', '')}") == f"These pay:\n\n{body.replace('| ', chr(10) + '- ')}"


@pytest.mark.parametrize("body", WHOLE)
def test_a_semicolon_inside_an_item_stays(body: str) -> None:
    assert cleaned(f"These pay:\n\n{body}") == f"These pay:\n\n{body}"


def test_an_author_s_item_stays() -> None:
    text = f"# Dues\n\nThese pay:\n\n{PARTED[0].replace('|', '')}\n"
    assert clean(text, lang="en").text == text
