# SPDX-License-Identifier: AGPL-3.0-or-later
"""What documents that nobody prepared for us hold, and how a reader of the tags gets it."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from pipeline.model import Format
from pipeline.outline.expected import expected
from tests.pdf.made import edition, find, outline, pdf

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
