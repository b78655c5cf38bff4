# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page says the encoding that it is in.

What it does
: Reads the encoding that a web page declares, and looks whether its letters are in UTF-8 all the same.

Why it matters
: Browsers believe what is declared. All letters with accents, and every other script, become signs without sense, on
  the screen and in a screen reader.

Example
: `<meta charset="iso-8859-1">` stands in a page that was saved as UTF-8.

Fix
: Write `<meta charset="utf-8">`, the first thing in the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
PREFIX = 1024
"""Browsers look for the declaration in so many bytes (HTML, 13.2.3.2)."""


def look(subject: Subject) -> Iterator[Finding]:
    """The declaration and the bytes."""
    if subject.data.isascii():
        raise NotApplicable("every encoding reads its letters alike")
    found = DECLARED.search(subject.data[:PREFIX])
    said = found[1].decode("ascii", "replace").lower() if found else ""
    try:
        subject.data.decode("utf-8")
    except UnicodeDecodeError:
        if said in ("utf-8", "utf8"):
            yield RULE.fail(subject, "The page says that it is in UTF-8, and it is not.")
        return
    if said and said not in ("utf-8", "utf8"):
        yield RULE.fail(subject, f"The page says that it is in {said[:20]}, and it is in UTF-8.")


def _said(charset: str) -> Example:
    return page("<p>L\u2019\u00e9t\u00e9</p>", head=f'<meta charset="{charset}"><title>L\u2019\u00e9t\u00e9</title>')


RULE = Rule(
    id="page-charset",
    title="A page says the encoding that it is in",
    severity=Severity.ERROR,
    clauses=("HTML 4.2.5.4",),
    looks={Format.HTML: look},
    fix='Write <meta charset="utf-8"> first in the head.',
    good=(_said("utf-8"),),
    bad=(_said("iso-8859-1"),),
)
