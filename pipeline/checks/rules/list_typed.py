# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list is marked as one, not typed.

What it does
: Finds paragraphs or lines in a row that begin with typed numbers ("1.", "2.") or bullets, and items of lists whose
  text begins with a typed number again.

Why it matters
: Screen readers say "list with 3 items" and let people skip it; typed numbers are only text.

Example
: ``<p>1. Check</p><p>2. Send</p>`` is bad.

Fix
: Leave an empty line before the list, and begin each item with a number and one space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, quoted, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

NUMBER = re.compile(r"\(?(\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]\s+\S")
BULLET = re.compile(r"[•◦▪‣·●■□∙*–—-]\s+\S")
HARD_BULLET = re.compile(r"[•◦▪‣●■∙]\s*\S")


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Paragraphs, and items."""
    for element in found(e for e in view.page.body.iter("p", "li", "div") if view.exposed(e) and _own(e)):
        shown = text(element)
        if element.tag == "li":
            # The contents repeat headings, and a heading may well begin with its number.
            if element.find("a") is not None and next(element.iterancestors("nav"), None) is not None:
                continue
            if HARD_BULLET.match(shown) or (_number(shown) and _number(_beside(element))):
                yield at(RULE, subject, view, element, f"The item begins with a typed mark: {quoted(shown, 30)}.")
        elif HARD_BULLET.match(shown) or _run(element, shown) or _lines(element):
            yield at(RULE, subject, view, element, f"This is a list only by its looks: {quoted(shown, 40)}.")


def _own(element: etree._Element) -> bool:
    return not any(child.tag in ("p", "div", "ul", "ol", "table", "section", "dl", "h1", "h2") for child in element)


def _number(shown: str) -> str:
    match = NUMBER.match(shown)
    return match[1] if match else ""


def _beside(element: etree._Element) -> str:
    other = element.getnext() if element.getnext() is not None else element.getprevious()
    return text(other) if other is not None and isinstance(other.tag, str) else ""


def _run(element: etree._Element, shown: str) -> bool:
    """Whether the next paragraph goes on counting, or this is the first of a run of bullets."""
    after, before = element.getnext(), element.getprevious()
    follows = text(after) if after is not None and after.tag == element.tag else ""
    precedes = text(before) if before is not None and before.tag == element.tag else ""
    if BULLET.match(shown):
        return bool(BULLET.match(follows)) and not BULLET.match(precedes)
    mine, next_one = _number(shown), _number(follows)
    if mine.isdigit() and _goes_on(element, int(mine)):
        return True
    if not mine or not next_one:
        return False
    if mine.isdigit() and next_one.isdigit():
        return int(next_one) == int(mine) + 1 and _number(precedes) != str(int(mine) - 1)
    return len(mine) == len(next_one) == 1 and ord(next_one) == ord(mine) + 1 and mine.lower() == "a"


def _goes_on(element: etree._Element, number: int) -> bool:
    """Whether the paragraph counts on from a real list right before it."""
    before = element.getprevious()
    while before is not None and before.tag != "ol" and not (text(before) or (before.tail or "").strip()):
        before = before.getprevious()
    if before is None or before.tag != "ol":
        return False
    start = before.get("start", "1").strip()
    first = int(start) if start.isdigit() and len(start) < 9 else 1
    return number == first + sum(child.tag == "li" for child in before)


def _lines(element: etree._Element) -> bool:
    """Whether lines parted by breaks each begin with a mark."""
    starts = [element.text or "", *((br.tail or "") for br in element.iter("br"))]
    starts = [start.strip() for start in starts if start.strip()]
    return len(starts) > 1 and all(BULLET.match(s) or NUMBER.match(s) for s in starts)


RULE = Rule(
    id="list-typed",
    title="A list is marked as one, not typed",
    severity=Severity.WARNING,
    clauses=("WCAG 1.3.1", "Technique H48"),
    looks=web(look),
    fix="Leave an empty line before the list, and begin each item with a number or dash and one space.",
    good=(
        page("<ol><li>Check</li><li>Send</li></ol>"),
        page("<p>1. FC Bees won.</p><p>It was late.</p>"),
        page('<nav><ol><li><a href="#a">1. Scope</a></li><li><a href="#b">2. Terms</a></li></ol></nav>'),
    ),
    bad=(
        page("<p>1. Check</p><p>2. Send</p>"),
        page("<p>• Check</p>"),
        page("<p>- Check<br>- Send</p>"),
        page("<ol><li>a</li><li>b</li></ol><p>3. c and so on</p>"),
    ),
)
