# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page says below its text of the document is what the document says.

What it does
: Compares the list «About this document» at the end of a page of ours with the document's authors, publisher, dates,
  version, identifier and rights: each is there, and nothing else is.

Why it matters
: Who cites a text or asks its publisher reads it there; programs read the head of the page, and people do not.

Example
: The document is of 4 March 2026, and its page says «4 March 2025».

Fix
: Make the page anew: its frame is made by program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline import labels
from pipeline.checks.examples import page, sourced
from pipeline.checks.page import text
from pipeline.checks.parity.compare import fold, short
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Edition, Finding, Format, Register, Severity
from pipeline.outline.words import classes, is_withheld


def look(subject: Subject) -> Iterator[Finding]:
    """The names and values of the list, beside those of the document."""
    if subject.edition is None or not subject.ours:
        raise NotApplicable("no page of ours")
    wanted = _wanted(subject.edition)
    lists = [one for one in subject.html.iter("dl") if "about" in classes(one)]
    found = {name: value for one in lists if not _is_hidden(one) for name, value in _said(one)}
    if not lists and not wanted:
        raise NotApplicable("the document says nothing of itself")
    for name, value in wanted.items():
        said = found.pop(name, "")
        if said != value:
            message = f"Below the text the page gives «{short(said) or 'nothing'}» as «{name}»; it is «{short(value)}»."
            yield RULE.fail(subject, message)
    for name, value in found.items():
        yield RULE.fail(subject, f"Below the text the page says «{short(f'{name}: {value}')}»; the document does not.")


def _wanted(edition: Edition) -> dict[str, str]:
    """Names and values, in the language of the frame of the page."""
    words, meta = labels.labels(edition.lang), edition.document.meta
    # A date is written as the text is, or as the words around it where there are none in its language.
    written = edition.lang if words.lang == edition.lang.partition("-")[0].lower() else words.lang
    rows = {
        "author": labels.listed(meta.creators, edition.lang), "publisher": meta.publisher,
        "date": labels.date(meta.date, written), "modified": labels.date(meta.modified, written),
        "version": meta.version, "edition": words("plain") if edition.register is Register.PLAIN else "",
        "identifier": meta.identifier, "rights": meta.rights,
    }  # fmt: skip
    return {fold(words(key)): fold(value) for key, value in rows.items() if value}


def _said(listed: etree._Element) -> Iterator[tuple[str, str]]:
    name = ""
    for one in listed.iter("dt", "dd"):
        if one.tag == "dt":
            name = fold(text(one))
        else:
            yield name, fold(text(one))


def _is_hidden(listed: etree._Element) -> bool:
    return any(map(is_withheld, (listed, *listed.iterancestors())))


def _page(rows: str) -> Example:
    made = sourced(page(f'<main><h1>On bees</h1></main><footer><dl class="about">{rows}</dl></footer>'))
    assert made.edition is not None
    meta = replace(made.edition.document.meta, publisher="Bee press", date="2026-03-04")
    document = replace(made.edition.document, meta=meta)
    return replace(made, edition=replace(made.edition, document=document))


PRESS = "<div><dt>Publisher</dt><dd>Bee press</dd></div>"
DAY = "<div><dt>Date</dt><dd>March 4, 2026</dd></div>"

RULE = Rule(
    id="page-about",
    title="What a page says below its text of the document is what the document says",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4",),
    looks={Format.HTML: look},
    fix="Make the page anew: its frame is made by program.",
    good=(_page(PRESS + DAY),),
    bad=(
        _page(PRESS),
        _page(PRESS + DAY.replace("2026", "2025")),
        _page(PRESS + DAY + "<div><dt>Rights</dt><dd>All rights reserved</dd></div>"),
    ),
)
