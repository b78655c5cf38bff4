# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which elements own which in the accessibility tree, as far as the roles with required owners need it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.once import once
from pipeline.checks.web.roles import role
from pipeline.checks.web.view import View

TRANSPARENT = frozenset({"generic", "none", ""})


def owned(view: View, element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The elements that ``element`` owns, through elements that have no role of their own."""
    stack = [*reversed(children(view, element))]
    while stack:
        child = stack.pop()
        if not isinstance(child.tag, str) or not view.exposed(child):
            continue
        kind = role(view, child)
        if kind in TRANSPARENT:
            stack.extend(reversed(children(view, child)))
        else:
            yield child, kind


def children(view: View, element: etree._Element) -> list[etree._Element]:
    """The child elements, and those that ``aria-owns`` names."""
    ids = view.page.ids
    more = [ids[name] for name in element.get("aria-owns", "").split() if name in ids and ids[name] is not element]
    return [child for child in element if isinstance(child.tag, str)] + more


def owner(view: View, element: etree._Element) -> tuple[etree._Element | None, str]:
    """The nearest element above (or by ``aria-owns``) that has a role."""
    here: etree._Element | None = _claimed_by(view, element)
    steps = 0
    while here is not None and steps < 4000:
        kind = role(view, here)
        if kind not in TRANSPARENT:
            return here, kind
        here = _claimed_by(view, here)
        steps += 1
    return None, ""


def _claimed_by(view: View, element: etree._Element) -> etree._Element | None:
    other = _owners(view).get(element.get("id", ""))
    return other if other is not None else element.getparent()


@once
def _owners(view: View) -> dict[str, etree._Element]:
    """The elements that own others by ``aria-owns``, by the ids of these."""
    return {name: e for e in view.elements() for name in e.get("aria-owns", "").split()}
