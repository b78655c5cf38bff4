# SPDX-License-Identifier: AGPL-3.0-or-later
"""The numbers and bullets that a list shows are those of the source.

What it does
: Works out what the styles paint before each item of a numbered list (``list-style``, ``::marker``, counters) and
  compares it with the label in the document. An item without a number shows a bullet, or something in its stead.

Why it matters
: "See (e)" leads nowhere where the list shows "5." or nothing at all, and nobody who listens would notice.

Example
: ``ol { list-style: none }``

Fix
: Remove the style, or let it count as the source does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.checks.examples import page, sourced
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, web
from pipeline.checks.web.view import View
from pipeline.model import Block, BlockKind, Finding, Severity
from pipeline.outline.lists import STYLES, counter, numbers, style

LATIN = {"lower-latin": "lower-alpha", "upper-latin": "upper-alpha"}
KNOWN = frozenset(STYLES.values())
STRING = r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\''
PIECE = re.compile(rf"\s*(?:({STRING})|counter\(\s*list-item\s*(?:,\s*([\w-]+)\s*)?\))\s*")
ESCAPED = re.compile(r"\\[0-9a-fA-F]{1,6}\s?|\\.")
INVISIBLE = ("transparent", "rgba(0,0,0,0)")


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Each shown item with a label."""
    lists = [element for element in view.page.inside if element.tag in ("ol", "ul")]
    if not subject.blocks or not lists:
        raise NotApplicable("no list of a known source")
    for plain in lists:
        if plain.tag == "ul":
            yield from _without_bullets(subject, view, plain)
    for ordered in (element for element in lists if element.tag == "ol"):
        for item, number in numbers(ordered):
            block = _written(subject, item)
            if block is None or not block.label or block.checked is not None or not view.visible(item):
                continue
            shown = _painted(view, ordered, item, number)
            if shown is not None and _bare(shown) != _bare(block.label):
                what = f"shows «{shown.strip()}»" if shown.strip() else "shows no label"
                yield at(RULE, subject, view, item, f"The item «{block.label}» {what} by its styles.")


def _written(subject: Subject, item: etree._Element) -> Block | None:
    """The item of the source that an item of the page is, by its own id: none for one that only stands in it."""
    owner, name = subject.owner_of(item)
    return owner.blocks.get(name) if name and item.get("id", "").endswith(name) else None


def _without_bullets(subject: Subject, view: View, plain: etree._Element) -> Iterator[Finding]:
    """The first item of a list that shows no bullet, and nothing in its stead."""
    for item in plain:
        block = _written(subject, item) if item.tag == "li" else None
        if block is None or block.kind is not BlockKind.ITEM or block.checked is not None or not view.visible(item):
            continue
        if view.styles.own(item, "content", "before") in NOTHING and _painted(view, plain, item, 1) == "":
            told = at(RULE, subject, view, item, "The items of this list show no bullets by their styles.")
            yield replace(told, severity=Severity.WARNING)  # the words are all there, in their list
        return


NOTHING = ("", "none", "normal", '""', "''")


def _bare(label: str) -> str:
    return "".join(label.split())


def _painted(view: View, ordered: etree._Element, item: etree._Element, number: int) -> str | None:
    """What stands before an item; None where only a browser can tell."""
    own = view.styles.own
    if any("list-item" in own(node, name) for node in (ordered, item) for name in COUNTERS):
        return None
    if own(item, "content", "before") not in NOTHING:
        return None  # something is painted there in the marker's stead, or beside it
    if own(item, "display") not in ("", "list-item", "inherit", "initial", "unset", "revert"):
        return ""
    if own(item, "font-size", "marker") in ("0", "0px", "0em", "0rem", "0%"):
        return ""
    if own(item, "color", "marker").replace(" ", "") in INVISIBLE:
        return ""
    content = own(item, "content", "marker")
    if content and content != "normal":
        return "" if content == "none" else _content(content, number)
    return _by_type(_type(view, ordered, item), number)


COUNTERS = ("counter-reset", "counter-set", "counter-increment")


def _content(value: str, number: int) -> str | None:
    """The text of a marker's ``content``; None for functions that are not known here."""
    found, at_ = [], 0
    while at_ < len(value):
        piece = PIECE.match(value, at_)
        if piece is None:
            return None
        if piece[1] is not None:
            found.append(ESCAPED.sub(" ", piece[1][1:-1]))
        else:
            counting = LATIN.get(piece[2] or "decimal", piece[2] or "decimal")
            if counting not in KNOWN:
                return None
            found.append(counter(number, counting))
        at_ = piece.end()
    return "".join(found)


def _type(view: View, ordered: etree._Element, item: etree._Element) -> str:
    """The list-style-type in force: of the item, of the list, else what the markup says."""
    for node in (item, ordered):
        own = view.styles.own(node, "list-style-type") or _of_shorthand(view.styles.own(node, "list-style"))
        if own and own not in ("inherit", "unset", "revert", "initial"):
            return own
    return style(ordered)


def _of_shorthand(value: str) -> str:
    words = [word for word in value.split() if word not in ("inside", "outside") and not word.startswith("url(")]
    return words[-1] if words else "disc" if value else ""


def _by_type(kind: str, number: int) -> str | None:
    if kind == "none":
        return ""
    if kind in ("disc", "circle", "square"):
        return "•"
    if re.fullmatch(STRING, kind):
        return kind[1:-1]
    kind = LATIN.get(kind, kind)
    return f"{counter(number, kind)}." if kind in KNOWN else None


def _counted(css: str, label: str = "1.") -> Example:
    made = page("<ol><li id='i-1'>Bees</li></ol>", head=f"<style>{css}</style>")
    return sourced(made, Block(BlockKind.ITEM, "i-1", label=label))


def _pointed(css: str) -> Example:
    made = page("<ul><li id='i-1'>Bees</li></ul>", head=f"<style>{css}</style>")
    return sourced(made, Block(BlockKind.ITEM, "i-1"))


RULE = Rule(
    id="list-painted",
    title="The numbers and bullets that a list shows are those of the source",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.3.1"),
    looks=web(look),
    fix="Remove the style, or let it count as the source does.",
    good=(
        _counted("ol { margin: 0 }"),
        _counted("li::marker { content: '(' counter(list-item, lower-alpha) ') ' }", "(a)"),
        _counted("ol { list-style: lower-latin inside }", "a."),
        _pointed("ul { list-style: square }"),
        _pointed("ul { list-style: none } li::before { content: '– ' }"),
    ),
    bad=(
        _counted("ol { list-style: none !important }"),
        _counted("li::marker { content: '(' counter(list-item) ') ' }", "(a)"),
        _counted("li { display: block }"),
        _counted("ol { list-style-type: square }"),
        _pointed("ul { list-style: none }"),
    ),
)
