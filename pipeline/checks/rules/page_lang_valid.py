# SPDX-License-Identifier: AGPL-3.0-or-later
"""The language of a page is one that exists.

What it does
: Finds pages whose ``lang`` does not begin with a registered language code.

Why it matters
: No voice can be chosen for a language that does not exist.

Example
: ``lang="english"`` is bad, ``lang="en"`` is good.

Fix
: Write a code such as en, fr, de-CH in ``document.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, web
from pipeline.checks.web.tags import known
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """The html element, if it has a language."""
    root = view.page.root
    said = root.get("lang", "").strip()
    if root.tag != "html" or not said:
        raise NotApplicable("no language is said")
    if not known(said):
        yield at(RULE, subject, view, root, f"There is no language «{said[:40]}».")


RULE = Rule(
    id="page-lang-valid",
    title="The language of a page is one that exists",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.1", "ACT bf051a"),
    looks=web(look),
    fix="Write a language code such as en, fr, de-CH.",
    good=(page("<p>x</p>", lang="de-CH"),),
    bad=(page("<p>x</p>", lang="english"), page("<p>x</p>", lang="xx")),
)
