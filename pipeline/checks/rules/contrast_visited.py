# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links that were followed stand out from what is behind them too.

What it does
: Where the styles give visited links a colour: works out its contrast, for one link of each kind, in light and, where
  the styles have one, dark.

Why it matters
: After a visit the link is read again, and may then be too pale to read.

Example
: ``a:visited { color: #cdbfe2 }`` on white has 1.7 to 1.

Fix
: Choose a darker colour for links that were visited.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.colour import background, contrast, over, parse
from pipeline.checks.web.look import at, quoted, web
from pipeline.checks.web.reading import is_large, least_contrast, schemes
from pipeline.checks.web.sheets import blocks, matcher
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

VISITED = ":visited"


class _Colour(NamedTuple):
    """A colour of visited links: the selector, and where it stands in the cascade but for its specificity."""

    selector: Any
    rank: tuple[bool, int]
    value: str


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """One link of each kind, in each scheme that the styles have."""
    sheets = tuple(sheet for _, sheet in view.styles.sheets())
    if not _colours(sheets, "light") and not _colours(sheets, "dark"):
        raise NotApplicable("no colour for links that were visited")
    for shown in schemes(view):
        yield from _in(subject, shown, sheets)


def _in(subject: Subject, view: View, sheets: tuple[str, ...]) -> Iterator[Finding]:
    colours = _colours(sheets, view.styles.scheme)
    known: set[object] = set()
    for link in view.page.root.iter("a") if colours else ():
        around = tuple(above.get("class") for above in link.iterancestors() if above.get("class"))
        kind = (link.get("class"), link.get("style"), around)
        if kind in known or not link.get("href") or not text(link) or not view.visible(link):
            continue
        known.add(kind)
        back = background(view, link)
        value = _in_force(_wrapped(link), colours, sheets, view.styles.scheme) if back is not None else ""
        front = parse(view.styles.filled(link, value)) if value else None
        if front is None or back is None:
            continue
        least = least_contrast(is_large(view, link))
        ratio = contrast(over(front, back), back)
        if ratio < least - 0.005:
            scheme = " in the dark scheme" if view.styles.scheme == "dark" else ""
            shown = f"has a contrast of {ratio:.1f} to 1{scheme}; it needs {least:g} to 1."
            yield at(RULE, subject, view, link, f"The link {quoted(text(link), 40)}, once it was visited, {shown}")


def _wrapped(element: etree._Element) -> Any:
    """An element as selectors are asked about it, with what is around it and before it."""
    import cssselect2

    path = [element, *element.iterancestors()][::-1]
    found = cssselect2.ElementWrapper.from_html_root(path[0])
    for one in path[1:]:
        found = next(child for child in found.iter_children() if child.etree_element is one)
    return found


@lru_cache(maxsize=16)  # the pages of a book have the same sheets
def _colours(sheets: tuple[str, ...], scheme: str) -> tuple[_Colour, ...]:
    """The colours that the sheets give visited links, in their order."""
    every = (block for sheet in sheets if VISITED in sheet for block in blocks(sheet, scheme))
    return tuple(
        # Nobody can ask whether a link was visited; any link may have been.
        _Colour(selector, (declared.important, number), declared.value)
        for number, block in enumerate(every)
        for declared in block.declarations
        if declared.name == "color" and VISITED in declared.selector
        for selector in _as_unvisited(declared.selector)
    )


@lru_cache(maxsize=256)  # the schemes have the same selectors
def _as_unvisited(selector: str) -> tuple[Any, ...]:
    import cssselect2

    return tuple(cssselect2.compile_selector_list(selector.replace(VISITED, ":link")))


def _in_force(wrapper: Any, colours: Sequence[_Colour], sheets: tuple[str, ...], scheme: str) -> str:
    """The colour of a visited link; empty where a selector for all links is more specific."""
    matched = [
        (one.rank[0], one.selector.specificity, one.rank[1], one.value)
        for one in colours
        if one.selector.pseudo_element is None and one.selector.test(wrapper)
    ]
    usual = [
        (declared.important, specificity)
        for specificity, _, pseudo, block in matcher(sheets).match(wrapper)
        for declared in block.declarations
        if not pseudo and scheme in block.schemes and declared.name == "color"
    ]
    best = max(matched, default=None)
    return best[-1] if best is not None and (not usual or best[:2] >= max(usual)) else ""


def _visited(css: str) -> Any:
    return page("<p>See <a href='#b'>the bees</a>.</p><p id='b'>Bees.</p>", head=f"<style>{css}</style>")


RULE = Rule(
    id="contrast-visited",
    title="Links that were followed stand out from what is behind them too",
    severity=Severity.ERROR,
    clauses=("WCAG 1.4.3",),
    looks=web(look),
    fix="Choose a darker colour for links that were visited.",
    good=(
        _visited("a:visited { color: #56367f }"),
        _visited("p a:link { color: #00327a } a:visited { color: #cdbfe2 }"),
    ),
    bad=(
        _visited("a:visited { color: #cdbfe2 }"),
        _visited(":root { --v: #cdbfe2 } a:visited { color: var(--v) }"),
        _visited("a:visited { color: #333 } @media (prefers-color-scheme: dark) { :root { color-scheme: dark } }"),
    ),
)
