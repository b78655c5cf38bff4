# SPDX-License-Identifier: AGPL-3.0-or-later
"""What has the focus can be seen.

What it does
: Finds links, buttons and fields from which the styles take the outline of the focus away, without putting another
  sign in its place.

Why it matters
: Who works with the keyboard does not know where on the page they are.

Example
: ``:focus { outline: none }``

Fix
: Keep the outline, or give another sign of at least 3 to 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, web
from pipeline.checks.web.names import name
from pipeline.checks.web.sheets import Declaration
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

OUTLINES = ("outline", "outline-style", "outline-width", "outline-color")
FOCUS = re.compile(r":focus(?:-visible)?(?![\w-])")
SIGNS = re.compile(
    r"^(?:border(?!-radius)|background|box-shadow|text-decoration|text-shadow|filter|transform|color|font-|opacity|"
    r"top|left|inset|clip)"
)
ZERO = re.compile(r"0(?:px|em|rem|%)?|none|hidden|transparent")


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Where some style takes an outline away: what can be reached by keyboard, and what its focus looks like."""
    targets = [element for element in view.elements() if view.tabbable(element)]
    if not targets:
        raise NotApplicable("nothing takes the focus")
    declared = [d for _, d in view.styles.declared]
    if not any(d.name in OUTLINES and _is_nothing(d.value) for d in declared):
        return
    styled = _in_focus(view, [d for d in declared if FOCUS.search(d.selector)], frozenset(targets))
    lost = [element for element in targets if _unseen(view, element, styled.get(element, []))]
    if lost:
        more = f", and on {len(lost) - 1} more" if len(lost) > 1 else ""
        yield at(RULE, subject, view, lost[0], f"The focus cannot be seen on «{name(view, lost[0])[:40]}»{more}.")


def _is_nothing(value: str) -> bool:
    return any(ZERO.fullmatch(word) for word in value.split())


def _in_focus(view: View, declared: list[Declaration], targets: frozenset[Any]) -> dict[Any, list[Declaration]]:
    """What styles give each target while it has the focus, the strongest last."""
    import cssselect2

    matcher = cssselect2.Matcher()
    for declaration in declared:
        for part in declaration.selector.split(","):
            last = re.split(r"[\s>+~]+", part.strip())[-1]
            if not FOCUS.search(last) or ":not(" in part or "(" in FOCUS.sub("", last):
                continue
            bare = FOCUS.sub("", part.strip())
            bare = bare if bare and bare[-1] not in " >+~" else f"{bare}*"
            try:
                for selector in cssselect2.compile_selector_list(bare):
                    matcher.add_selector(selector, declaration)
            except (cssselect2.SelectorError, ValueError, NotImplementedError):
                continue
    found: dict[Any, list[Declaration]] = {}
    for wrapper in cssselect2.ElementWrapper.from_html_root(view.page.root).iter_subtree():
        if wrapper.etree_element in targets:
            matches = sorted(matcher.match(wrapper), key=lambda one: (one[3].important, one[0], one[1]))
            found[wrapper.etree_element] = [declaration for _, _, _, declaration in matches]
    return found


def _unseen(view: View, element: etree._Element, styled: list[Declaration]) -> bool:
    if any(SIGNS.match(d.name) and d.value not in ("none", "inherit", "0") for d in styled):
        return False
    given = [(key, view.styles.own(element, key)) for key in OUTLINES] + [(d.name, d.value) for d in styled]
    drawn = [value for key, value in given if key in OUTLINES and key != "outline-color" and value]
    colour = [value for key, value in given if key == "outline-color" and value]
    return any(values and _is_nothing(values[-1]) for values in (drawn, colour))


LINK = "<p><a href='https://example.org/'>Bees</a></p>"

RULE = Rule(
    id="focus-visible",
    title="What has the focus can be seen",
    severity=Severity.ERROR,
    clauses=("WCAG 2.4.7", "Failure F78"),
    looks=web(look),
    fix="Keep the outline of the focus, or give another sign.",
    good=(
        page(LINK),
        page(LINK, head="<style>:focus { outline: 2px solid } main:focus { outline: none }</style>"),
        page(LINK, head="<style>a { outline: none } a:focus-visible { outline: 2px solid blue }</style>"),
        page(LINK, head="<style>a:focus { outline: none; box-shadow: 0 0 0 3px #000 }</style>"),
        page(LINK, head="<style>a:focus:not(:focus-visible) { outline: none }</style>"),
    ),
    bad=(
        page(LINK, head="<style>:focus-visible { outline: none }</style>"),
        page(LINK, head="<style>p a:focus { outline: 0 }</style>"),
        page(LINK, head="<style>:focus { outline: 2px solid; border-radius: 2px } a:focus { outline: none }</style>"),
        page(LINK, head="<style>a { outline: 0 }</style>"),
    ),
)
