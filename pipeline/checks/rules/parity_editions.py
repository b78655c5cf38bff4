# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page leads to the other files of its own document.

What it does
: Looks at the links by which a page names the document in other formats and languages, in its head and in its data:
  whether they bear the document's name, and whether the kind of file is the one that they say.

Why it matters
: Who needs the large print or the book gets an error, or another document.

Example
: ``<link rel="alternate" type="application/pdf" href="minutes.pdf">`` in the page of a report.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from pipeline.checks.examples import page, sourced
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.editions import names_of, stem
from pipeline.checks.web.tags import primary
from pipeline.model import Finding, Format, Severity

TYPES = {"application/pdf": ".pdf", "application/epub+zip": ".epub", "text/html": ".html",
         "application/xliff+xml": ".xlf"}  # fmt: skip
KINDS = frozenset({*TYPES.values(), ".brf"})
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

def look(subject: Subject) -> Iterator[Finding]:
    """Links to files beside this one."""
    if subject.edition is None:
        raise NotApplicable("the source of this file is not known")
    links = [*_alternates(subject), *_encodings(subject)]
    yield from _languages(subject)
    if not links:
        raise NotApplicable("the page names no other files of its document")
    names = names_of(subject)
    told: set[str] = set()
    for href, kind in links:
        path = urlsplit(href)
        suffix = PurePosixPath(unquote(path.path)).suffix.lower()
        if path.scheme or path.netloc or suffix not in KINDS or href in told:
            continue
        if stem(href) not in names:
            told.add(href)
            yield RULE.fail(subject, f"«{href[:80]}» is named as a form of the document, and is of another name.")
        elif kind in TYPES and TYPES[kind] != suffix:
            told.add(href)
            yield RULE.fail(subject, f"«{href[:80]}» is said to be {kind}, and is none by its name.")


def _languages(subject: Subject) -> Iterator[Finding]:
    """Links of the head into the folder of another language than they say."""
    for link in subject.html.iter("link"):
        said, href = link.get("hreflang", "").strip(), link.get("href", "").strip()
        folder = PurePosixPath(urlsplit(href).path).parent.name
        if "alternate" not in link.get("rel", "").lower().split() or not said or urlsplit(href).scheme:
            continue
        if LANGUAGE.fullmatch(folder) and primary(folder) != primary(said):
            message = f"«{href[:80]}» is said to be in {said[:20]}, and lies among the files in {folder}."
            yield RULE.fail(subject, message)


def _alternates(subject: Subject) -> Iterator[tuple[str, str]]:
    """(address, type) of the links in the head."""
    for link in subject.html.iter("link"):
        if "alternate" in link.get("rel", "").lower().split():
            yield link.get("href", "").strip(), link.get("type", "").strip().lower()


def _encodings(subject: Subject) -> Iterator[tuple[str, str]]:
    """(address, type) of the files that the data of the page name."""
    for script in subject.html.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            data: Any = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        files = data.get("encoding") if isinstance(data, Mapping) else None
        for one in files if isinstance(files, list) else ():
            if isinstance(one, Mapping) and isinstance(one.get("contentUrl"), str):
                yield one["contentUrl"], str(one.get("encodingFormat", ""))


def _named(href: str, lang: str = "") -> Example:
    said = f' hreflang="{lang}"' if lang else ""
    made = page("<p>Bees</p>", head=f'<link rel="alternate" type="application/pdf"{said} href="{href}">')
    return sourced(made)


RULE = Rule(
    id="parity-editions",
    title="A page leads to the other files of its own document",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 2.4.4"),
    looks={Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    good=(_named("bees.pdf"), _named("../fr/bees.pdf", "fr-CA"), _named("../fr/bees.large.pdf"), _named("https://example.org/wasps.pdf")),
    bad=(_named("wasps.pdf"), _named("bees.epub"), _named("../fr/bees.pdf", "de")),
)
