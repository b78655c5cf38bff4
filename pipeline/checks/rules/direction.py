# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text from right to left runs from right to left.

What it does
: Finds blocks whose text is mostly Arabic, Hebrew and the like, and whose direction in force is left to right.

Why it matters
: Full stops, numbers and brackets stand on the wrong side; lists and tables are laid out the wrong way.

Example
: ``<p lang="ar">`` without ``dir="rtl"``.

Fix
: Write ``dir: rtl`` in ``document.yaml``, or ``::: {lang=ar dir=rtl}`` around the part.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted, web
from pipeline.checks.web.notes import is_back
from pipeline.checks.web.speech import RTL_SCRIPTS, scripts
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

BLOCKS = ("p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "blockquote")


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Blocks with text of a right-to-left script."""
    any_block = False
    for element in view.page.body.iter(*BLOCKS):
        if any(child.tag in (*BLOCKS, "ul", "ol", "table") for child in element):
            continue
        letters = scripts(text(element))
        right = sum(count for name, count in letters.items() if name in RTL_SCRIPTS)
        if right < 2 or right * 2 <= sum(letters.values()):
            continue
        any_block = True
        if _direction(view, _core(element)) != "rtl":
            message = f"{quoted(text(element), 40)} runs from right to left, but is marked to run from left to right."
            yield at(RULE, subject, view, element, message)
    if not any_block:
        raise NotApplicable("nothing runs from right to left")


def _core(element: etree._Element) -> etree._Element:
    """The element that holds all of the text: a list item may hold nothing but a link, which has the direction; a note
    nothing but marked words and the way back."""
    while not (element.text or "").strip():
        inner = [child for child in element if isinstance(child.tag, str) and not is_back(child)]
        if len(inner) != 1 or any((child.tail or "").strip() for child in element):
            break
        element = inner[0]
    return element


def _direction(view: View, element: etree._Element) -> str:
    here: etree._Element | None = element
    while here is not None:
        said = here.get("dir", "").lower()
        if said in ("ltr", "rtl"):
            return said
        if said == "auto" or here.tag == "bdi":
            return "rtl"
        here = here.getparent()
    return view.styles.value(element, "direction") or "ltr"


RULE = Rule(
    id="direction",
    title="Text from right to left runs from right to left",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.2", "Technique H34"),
    looks=web(look),
    fix="Write dir: rtl in document.yaml, or ::: {lang=ar dir=rtl} around the part.",
    foreign='Write dir="rtl" on the element.',
    good=(
        page("<p lang='ar' dir='rtl'>هذا نص عربي.</p>"),
        page("<ul><li><a href='ar.html' lang='ar' dir='rtl'>العربية</a></li></ul>"),
        page("<p><span lang='ar' dir='rtl'>هذا نص عربي.</span> <a href='#c' role='doc-backlink'>↩</a></p>"),
    ),
    bad=(
        page("<p lang='ar'>هذا نص عربي.</p>"),
        page("<p><span lang='ar' dir='rtl'>هذا نص</span> عربي. <a href='#c' role='doc-backlink'>↩</a></p>"),
    ),
)
