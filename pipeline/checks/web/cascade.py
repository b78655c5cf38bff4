# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the sheets of a page give each element, in every colour scheme at once.

cssselect2 matches the selectors; the declarations are sorted here (CSS Cascade 4: importance, specificity, order).
Elements that the same rules match get the same values, so that these are put in order once for all of them; and each
element is matched once for all schemes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, TypeAlias

from lxml import etree

from pipeline.checks.page import Page
from pipeline.checks.web.sheets import SCHEMES, Block, Declaration, declared_in, matcher

Matched: TypeAlias = tuple[Any, int, str | None, Block]
"""What matched an element: specificity of the selector, its number among all, its pseudo-element, the rule."""
Values: TypeAlias = Mapping[str, str]
ATTRIBUTE = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Cascade:
    """The values of one scheme, by property: those of elements, those of pseudo-elements by (element, name), and the
    names of all properties that have any."""

    own: dict[etree._Element, Values] = field(default_factory=dict)
    pseudos: dict[tuple[etree._Element, str], Values] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


def cascades(page: Page, sheets: tuple[str, ...]) -> Mapping[str, Cascade]:
    """The cascade of each scheme. In: a page, and the texts of all its sheets, in order. Kept with the page."""
    known = page.__dict__.setdefault(f"{__name__}.cascades", {})
    if sheets not in known:
        known[sheets] = _made(page, sheets)
    found: Mapping[str, Cascade] = known[sheets]
    return found


def _made(page: Page, sheets: tuple[str, ...]) -> Mapping[str, Cascade]:
    import cssselect2

    found = matcher(sheets)
    made = {scheme: Cascade() for scheme in SCHEMES}
    ordered: dict[Any, Mapping[str, Mapping[str, Values]]] = {}
    for wrapper in cssselect2.ElementWrapper.from_html_root(page.root).iter_subtree():
        element = wrapper.etree_element
        matched: list[Matched] = found.match(wrapper)
        inline = element.get("style") or ""
        if not matched and not inline:
            continue
        key = (inline, *(number for _, number, _, _ in matched))
        by_scheme = ordered.get(key)
        if by_scheme is None:
            by_scheme = ordered[key] = _by_scheme(matched, inline)
            for scheme, by_pseudo in by_scheme.items():
                made[scheme].names.update(*by_pseudo.values())
        for scheme, by_pseudo in by_scheme.items():
            cascade = made[scheme]
            for pseudo, values in by_pseudo.items():
                if pseudo:
                    cascade.pseudos[element, pseudo] = values
                else:
                    cascade.own[element] = values
    return made


def _by_scheme(matched: Iterable[Matched], inline: str) -> Mapping[str, Mapping[str, Values]]:
    """For each scheme, by pseudo-element ("" for the element itself), the values that are in force."""
    return {
        scheme: _in_force([one for one in matched if scheme in one[3].schemes], inline) for scheme in SCHEMES
    }


def _in_force(matched: Iterable[Matched], inline: str) -> Mapping[str, Values]:
    ranked: dict[str, list[tuple[Any, Declaration]]] = {}
    for specificity, order, pseudo, block in matched:
        for number, declaration in enumerate(block.declarations):
            rank = (declaration.important, False, specificity, order, number)
            ranked.setdefault(pseudo or "", []).append((rank, declaration))
    if inline:
        for number, declaration in enumerate(declared_in(inline, "style attribute", 0)):
            ranked.setdefault("", []).append(((declaration.important, True, ATTRIBUTE, 0, number), declaration))
    for pairs in ranked.values():
        pairs.sort(key=itemgetter(0))
    return {pseudo: {one.name: one.value for _, one in pairs} for pseudo, pairs in ranked.items()}
