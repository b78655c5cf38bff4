# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links in a text are told by more than their colour.

What it does
: Finds links in running text whose underline the styles take away, that nothing else sets off (a border, a background,
  weight, slope, something put before or behind), and whose colour is too near that of the text around: less than
  3 to 1.

Why it matters
: About one man in twelve sees colours otherwise; for them the link is a word like any other.

Example
: ``a { text-decoration: none }``

Fix
: Underline links in a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import elements, text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.colour import background, contrast, foreground
from pipeline.checks.web.look import at, quoted, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity
from pipeline.outline.words import is_back, is_call

HOLDERS = frozenset({"p", "li", "td", "th", "dd", "dt", "figcaption", "caption", "blockquote"})
LEAST = 3.0
FEWEST = 3
"""So many words beside its links make a text of a paragraph."""
CUES = ("border-bottom", "border", "background-color", "background-image", "font-style", "font-weight", "outline",
        "box-shadow", "font-family", "text-emphasis")  # fmt: skip
NOTHING = ("", "none", "0", "normal", "inherit", "initial", "unset", "transparent")


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Each link without an underline; the first of a page is told, with how many there are."""
    links = [element for element in view.page.inside if element.tag == "a" and element.get("href") is not None]
    if not links:
        raise NotApplicable("no links")
    plain = [
        one for one in links if not _marked(view, one) and _in_text(one) and view.visible(one) and _near(view, one)
    ]
    if plain:
        more = f", and {len(plain) - 1} more" if len(plain) > 1 else ""
        shown = f"The link {quoted(text(plain[0]), 40)}{more} is told from the text around only by its colour."
        yield at(RULE, subject, view, plain[0], shown)


def _marked(view: View, link: etree._Element) -> bool:
    """Whether something other than its colour sets a link off; calls of notes and pictures stand for themselves."""
    if is_call(link) or is_back(link) or next(link.iter("img", "sup", "button"), None) is not None:
        return True
    own = view.styles.own
    for node in (link, *(inner for inner in elements(link) if inner is not link)):
        line = f"{own(node, 'text-decoration')} {own(node, 'text-decoration-line')}".strip()
        if "underline" in line or (node is link and not line):
            return True
        if node is link and line.split()[0] in ("inherit", "initial", "unset", "revert"):
            return True
        if any(own(node, name) not in NOTHING for name in CUES):
            return True
    return any(view.styles.generated(link, pseudo).strip() for pseudo in ("before", "after"))


def _in_text(link: etree._Element) -> bool:
    """Whether a link stands among other words of its paragraph, not in a list of links."""
    here = link.getparent()
    while here is not None and here.tag not in HOLDERS:
        if here.tag in ("nav", "body", "header", "footer", "main"):
            return False
        here = here.getparent()
    if here is None or next(here.iterancestors("nav"), None) is not None:
        return False
    linked = sum(len(text(one).split()) for one in here.iter("a"))
    return len(text(here).split()) - linked >= FEWEST


def _near(view: View, link: etree._Element) -> bool:
    """Whether the colour of a link is too near that of the text in which it stands."""
    around = link.getparent()
    if around is None:
        return False
    back = background(view, around)
    if back is None:
        return False
    own, others = foreground(view, link, back), foreground(view, around, back)
    return own is not None and others is not None and contrast(own, others) < LEAST


TEXT = "<p>All bees dance, as <a href='https://example.org/'>the atlas of bees</a> says.</p>"

RULE = Rule(
    id="link-colour",
    title="Links in a text are told by more than their colour",
    severity=Severity.ERROR,
    clauses=("WCAG 1.4.1", "Failure F73"),
    looks=web(look),
    fix="Underline links in a text.",
    good=(
        page(TEXT),
        page(TEXT, head="<style>a { text-decoration: none; border-bottom: 1px solid }</style>"),
        page(
            TEXT,
            head="<style>a { text-decoration: none; color: #06c } p { color: #000 } a { font-weight: 700 }</style>",
        ),
        page(f"<nav>{TEXT}</nav>", head="<style>a { text-decoration: none }</style>"),
    ),
    bad=(
        page(TEXT, head="<style>a { text-decoration: none; color: #0b4a82 } p { color: #1a1a1a }</style>"),
        page(TEXT, head="<style>a { text-decoration-line: none; color: inherit }</style>"),
    ),
)
