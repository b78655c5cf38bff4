# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table says what it shows.

What it does
: Finds tables without a caption or another name.

Why it matters
: Screen readers list tables; "table with 3 columns" does not say which.

Example
: A table without a line ``: Requests by office`` below it.

Fix
: Write a line below the table that begins with a colon and says what the table shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, quoted, web
from pipeline.checks.web.names import name
from pipeline.checks.web.roles import explicit
from pipeline.checks.web.typed_captions import typed_caption
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Tables that are tables to assistive technology."""
    tables = (t for t in view.page.body.iter("table") if explicit(t) == "" and view.exposed(t))
    for table in found(tables):
        if not name(view, table) and not _in_captioned_figure(table):
            beside = typed_caption(table)
            typed = f"{quoted(beside)} beside it is only a paragraph" if beside else ""
            yield at(RULE, subject, view, table, f"This table has no caption{typed and ': '}{typed}.")


def _in_captioned_figure(table: etree._Element) -> bool:
    parent = table.getparent()
    while parent is not None and parent.tag != "figure":
        parent = parent.getparent()
    caption = parent.find(".//figcaption") if parent is not None else None
    return caption is not None and bool(text(caption))


RULE = Rule(
    id="table-caption",
    title="A table says what it shows",
    severity=Severity.WARNING,
    clauses=("Technique H39",),
    looks=web(look),
    fix="Write a line below the table that begins with a colon and says what the table shows.",
    foreign="Write a caption element at the beginning of the table.",
    good=(page("<table><caption>Hours</caption><tr><th>a</th></tr><tr><td>1</td></tr></table>"),),
    bad=(page("<table><tr><th>a</th></tr><tr><td>1</td></tr></table>"),
         page("<p>Table 2. Hours</p><table><tr><th>a</th></tr><tr><td>1</td></tr></table>")),
)
