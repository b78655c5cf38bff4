# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every text of the source is shown.

What it does
: Finds texts of the document, calls of its notes and the contents of its page that the styles hide: not displayed,
  invisible, moved away, or of no size.

Why it matters
: Some readers get the words and others do not.

Example
: ``<span style="font-size: 0">not</span>``

Fix
: Remove the style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page, sourced
from pipeline.checks.page import text
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted, web
from pipeline.checks.web.view import View
from pipeline.model import Block, BlockKind, Finding, Format, Severity
from pipeline.outline.markup import name
from pipeline.outline.words import NEVER_READ, classes, is_back, is_call, is_withheld

SMALLEST = 1.0
ALNUM = re.compile(r"[^\W_]")
APART = frozenset({"math", "svg", "nav"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with words of their own in a block of the source; what attributes hide is parity's."""
    if not subject.blocks:
        raise NotApplicable("the source of this file is not known")
    told: set[str] = set()
    for element in view.page.inside:
        words = " ".join([element.text or "", *(child.tail or "" for child in element)])
        if not ALNUM.search(words) or name(element) in NEVER_READ:
            continue
        block = _block(subject, element)
        if not block or block in told:
            continue
        if not view.visible(element) or view.styles.font_px(element) < SMALLEST:
            told.add(block)
            yield at(RULE, subject, view, element, f"The styles hide {quoted(words, 40)}.")
    yield from _around(subject, view)
    yield from _calls(subject, view)
    yield from _contents(subject, view)


def _around(subject: Subject, view: View) -> Iterator[Finding]:
    """What a page in plain language says of itself, and its glossary; once for each kind."""
    told: set[str] = set()
    boxes = view.page.root.iter("p", "li", "dt", "dd", "h2") if subject.wanted_sides else ()
    for element in boxes:
        around = {kind for one in (element, *element.iterancestors()) for kind in classes(one)}
        kind = next((name for name in ("first", "glossary") if name in around), "")
        if kind and kind not in told and not _by_attribute(element) and not _is_seen(view, element) and text(element):
            told.add(kind)
            yield at(RULE, subject, view, element, f"The styles hide {quoted(text(element), 40)}.")


def _calls(subject: Subject, view: View) -> Iterator[Finding]:
    """Calls of notes that the styles hide, once for each block: without them nobody knows that there is a note."""
    told: set[str] = set()
    for call in view.page.root.iter("a"):
        if is_call(call) and not _by_attribute(call) and not _is_seen(view, call):
            block = subject.block_of(call)
            if block not in told:
                told.add(block)
                yield at(RULE, subject, view, call, f"The styles hide the call of a note, {quoted(text(call), 20)}.")


def _contents(subject: Subject, view: View) -> Iterator[Finding]:
    """The contents of a page. Those of a book are shown by the reading system too, and may be hidden in the text."""
    for nav in view.page.root.iter("nav") if subject.format is Format.HTML else ():
        links = [link for link in nav.iter("a") if link.get("href", "").startswith("#")]
        closed = any(above.tag == "details" for above in nav.iterancestors())
        if len(links) > 1 and not closed and not _by_attribute(nav) and not any(view.shown(link) for link in links):
            yield at(RULE, subject, view, nav, "The styles hide the contents of the page.")


def _is_seen(view: View, element: etree._Element) -> bool:
    """Whether the words in an element are seen; a call is the number in its raised part."""
    return any(
        view.visible(e) and view.styles.font_px(e) >= SMALLEST
        for e in element.iter()
        if isinstance(e.tag, str) and (e.text or "").strip()
    )


def _by_attribute(element: etree._Element) -> bool:
    """Whether an attribute hides it, which parity tells."""
    return any(map(is_withheld, (element, *element.iterancestors())))


def _block(subject: Subject, element: etree._Element) -> str:
    """The block of the source in which an element stands; none for what formats add to it, or attributes hide."""
    here: etree._Element | None = element
    found = ""
    if _by_attribute(element):
        return ""
    while here is not None:
        kind = name(here)
        closed = kind == "details" and "original" not in classes(here)
        if closed or kind in APART or (kind == "a" and (is_back(here) or is_call(here))):
            return ""
        own = here.get("id")
        if not found and own and (own in subject.blocks or subject.named_beside(own)):
            found = own
        if kind == "details":
            return found  # what holds the original of a part is a block of the plain text, and not of what it says
        here = here.getparent()
    return found


def _shown(html: str) -> Example:
    return sourced(page(html), Block(BlockKind.PARAGRAPH, "p-1"))


CALL = "<p id='p-1'>Bees dance.<a class='call' role='doc-noteref' href='#n'><sup>1</sup></a></p><p id='n'>Do they?</p>"
TOC = "<nav role='doc-toc' aria-label='Contents'><a href='#p-1'>Bees</a> <a href='#q'>Hives</a></nav>"
BESIDE = (
    "<ul><li id='p-1'><p>Bees dance.</p><details class='original'><summary>Original text</summary>"
    "<p style='display:none'>Original text</p><p>They dance.</p></details></li></ul>"
)

RULE = Rule(
    id="text-hidden",
    title="Every text of the source is shown",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.3.1"),
    looks=web(look),
    fix="Remove the style that hides it.",
    good=(
        _shown("<p id='p-1'>Bees dance.</p>"),
        _shown(CALL),
        _shown(f"{TOC}<p id='p-1'>Bees dance.</p>"),
        _shown(BESIDE),
    ),
    bad=(
        _shown("<p id='p-1'>Bees <span style='font-size:0'>never</span> dance.</p>"),
        _shown("<style>.x{visibility:hidden}</style><p id='p-1' class='x'>Bees dance.</p>"),
        _shown(f"<style>.call {{ display: none }}</style>{CALL}"),
        _shown(f"<style>nav {{ display: none }}</style>{TOC}<p id='p-1'>Bees dance.</p>"),
    ),
)
