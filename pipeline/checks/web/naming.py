# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the rules about accessible names have in common: elements of some roles must have a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from pipeline.checks.once import once
from pipeline.checks.web.names import name
from pipeline.checks.web.roles import role
from pipeline.checks.web.view import View


def of_role(view: View, *roles: str) -> Iterator[etree._Element]:
    """The elements with one of these roles that assistive technology is given."""
    known = by_role(view)
    places = [place for each in roles for place in known.get(each, ())]
    for place in sorted(places) if len(roles) > 1 else places:
        element = view.page.elements[place]
        if view.exposed(element):
            yield element


@once
def by_role(view: View) -> Mapping[str, Sequence[int]]:
    """Where among the elements of a page those of each role stand."""
    found: dict[str, list[int]] = {}
    for place, element in enumerate(view.page.elements):
        found.setdefault(role(view, element), []).append(place)
    return found


def nameless(view: View, element: etree._Element) -> bool:
    """Whether an element has no accessible name."""
    return not name(view, element)
