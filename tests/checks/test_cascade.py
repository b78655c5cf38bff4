# SPDX-License-Identifier: AGPL-3.0-or-later
"""What sheets give each element, in each scheme."""

from __future__ import annotations

from unittest.mock import patch

from lxml import html

from pipeline.checks.page import Page
from pipeline.checks.web import cascade
from pipeline.checks.web.css import Styles

SHEET = """
p { color: black; margin: 0 } .x { color: red } p { color: navy !important }
p::before { content: "•" }
@media (prefers-color-scheme: dark) { p { margin: 1em } .y { opacity: 0.5 } }
@media (prefers-color-scheme: light) { .y { order: 2 } }
@media print { p { display: none } }
"""


def styles(body: str, scheme: str = "light") -> Styles:
    root = html.document_fromstring(f"<html><head><style>{SHEET}</style></head><body>{body}</body></html>")
    return Styles(Page("a.html", root), scheme)


def test_each_scheme_has_its_own_values() -> None:
    light = styles("<p class='x y'>Bees</p>")
    dark = Styles(light.page, "dark")
    [bees] = light.page.root.iter("p")
    assert light.given(bees) == {"color": "navy", "margin": "0", "order": "2"}
    assert dark.given(bees) == {"color": "navy", "margin": "1em", "opacity": "0.5"}
    assert light.own(bees, "content", "before") == dark.own(bees, "content", "before") == '"•"'


def test_a_property_is_spoken_of_in_the_scheme_that_has_it() -> None:
    light = styles("<p class='y'>Bees</p>")
    assert not light.speaks_of("opacity") and Styles(light.page, "dark").speaks_of("opacity")
    assert light.speaks_of("content") and not light.speaks_of("display")


def test_elements_that_the_same_rules_match_are_put_in_order_once() -> None:
    made = styles("<p>Bees</p><p>Wasps</p><p style='color: green'>Ants</p>")
    with patch.object(cascade, "_in_force", wraps=cascade._in_force) as put:
        values = [made.given(one) for one in made.page.root.iter("p")]
    assert values[0] is values[1] and values[2] == {"color": "navy", "margin": "0"}
    assert put.call_count == 4  # two kinds of elements, two schemes


def test_an_attribute_is_stronger_than_rules_that_are_not_important() -> None:
    made = styles("<p style='margin: 2px; color: green'>Bees</p>")
    [bees] = made.page.root.iter("p")
    assert made.given(bees) == {"color": "navy", "margin": "2px"}
