# SPDX-License-Identifier: AGPL-3.0-or-later
"""The contents say what the headings say.

What it does
: Compares every entry of the contents with the heading that it leads to.

Why it matters
: Who chooses "Results" and lands under "Methods" does not know where they are.

Example
: The entry "Figures" leads to the heading "Tables".

Fix
: Make the file anew: pariter writes the contents from the headings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from pipeline.checks.examples import LANDMARKS, TOC, book
from pipeline.checks.page import MATHML, elements, local, text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.contents import contents, heading_at
from pipeline.checks.web.look import quoted
from pipeline.checks.web.names import name
from pipeline.checks.web.notes import is_call
from pipeline.checks.web.view import view_of
from pipeline.model import Finding, Format, Severity

NUMBERED = re.compile(r"(chapter|part|kapitel|chapitre|capítulo|capitolo|hoofdstuk|section)?[\sivxlc\d]*[a-z]?\s*")


def look(subject: Subject) -> Iterator[Finding]:
    """Entries that lead to a heading."""
    page, entries = contents(subject)
    by_root = {p.root: p for p in (*subject.pages, page)}
    for entry in entries:
        heading = heading_at(entry.target) if entry.target is not None else None
        owner = by_root.get(heading.getroottree().getroot()) if heading is not None else None
        if heading is None or owner is None:
            continue
        shown = name(view_of(owner), heading)
        if shown and not _same(entry.text, shown) and not _same(entry.text, _written(heading)):
            message = f"The contents say {quoted(entry.text, 40)}, the heading says {quoted(shown, 40)}."
            yield RULE.fail(subject, message, place=page.place(entry.element), block=subject.block_of(heading))


def _written(heading: etree._Element) -> str:
    """The words of a heading without the numbers of its notes, and its formulas as TeX: an entry may be plain text."""
    copy = deepcopy(heading)
    for formula in copy.iter(f"{MATHML}math", "math"):
        tex = formula.get("data-tex") or _annotation(formula)
        if tex:
            tail = formula.tail
            formula.clear()
            formula.text, formula.tail = tex, tail
    for call in [each for each in elements(copy) if is_call(each)]:
        call.text = ""
        for inner in list(call):
            call.remove(inner)
    return text(copy)


def _annotation(formula: etree._Element) -> str:
    found = (part for part in elements(formula) if local(part) == "annotation" and "tex" in part.get("encoding", ""))
    return next((text(part) for part in found), "")


def _same(entry: str, heading: str) -> bool:
    left, right = _plain(entry), _plain(heading)
    if left == right:
        return True
    if left.endswith(right):
        return NUMBERED.fullmatch(left[: -len(right)]) is not None
    return bool(left) and right.endswith(left) and NUMBERED.fullmatch(right[: -len(left)]) is not None


def _plain(value: str) -> str:
    folded = unicodedata.normalize("NFKC", value).casefold()
    return " ".join(re.sub(r"[^\w\s]+", " ", folded).split())


FORMULA = (
    "<h1 id='bees'>On <math xmlns='http://www.w3.org/1998/Math/MathML' alttext='x squared' data-tex='x^2'>"
    "<msup><mi>x</mi><mn>2</mn></msup></math></h1>"
)
RULE = Rule(
    id="toc-labels",
    title="The contents say what the headings say",
    severity=Severity.WARNING,
    clauses=("EPUB A11Y 1.1 3.3.2", "WCAG 2.4.5"),
    looks={Format.HTML: look, Format.EPUB: look},
    fix="Make the file anew: the contents are written from the headings.",
    foreign="Write in each entry of the contents what its heading says.",
    good=(
        book(),
        book(nav=TOC.replace(">Bees<", ">1. Bees<") + LANDMARKS),
        book("<h1 id='bees'>Bees <sup><a role='doc-noteref' href='#n'>1</a></sup></h1><p id='n'>A note.</p>"),
        book(FORMULA, nav=TOC.replace(">Bees<", ">On x^2<") + LANDMARKS),
    ),
    bad=(
        book(nav=TOC.replace(">Bees<", ">Wasps<") + LANDMARKS),
        book(FORMULA, nav=TOC.replace(">Bees<", ">On x^3<") + LANDMARKS),
    ),
)
