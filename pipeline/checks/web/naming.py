# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the rules about accessible names have in common: elements of some roles must have a name."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.web.names import name
from pipeline.checks.web.roles import role
from pipeline.checks.web.view import View


def of_role(view: View, *roles: str) -> Iterator[etree._Element]:
    """The elements with one of these roles that assistive technology is given."""
    for element in view.elements():
        if role(view, element) in roles and view.exposed(element):
            yield element


def nameless(view: View, element: etree._Element) -> bool:
    """Whether an element has no accessible name."""
    return not name(view, element)
