# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page in plain language shows the original beside each part, leads to the text that prevails, and claims no more.

What it does
: On a page in plain language or with reading aids: looks for the original beside each plain part, for a link to the
  text that prevails, and for the words that name another standard («easy to read»).

Why it matters
: A plain text explains an original and does not replace it (WCAG 3.1.5). A reader who doubts a sentence must find what
  it stands for. «Easy to read» is a promise to people with learning difficulties, who test such texts themselves; a
  text in plain language was not made or tested so.

Example
: A part without ``<details class="original">``, or a page that calls itself «Leichte Sprache», is bad.

Fix
: Publish the page again; if it happens again, report it: the page is made by program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from pipeline.checks.examples import plain_page
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.beside import of_class, said
from pipeline.checks.web.editions import names_of, stem
from pipeline.model import Edition, Finding, Format, Severity
from pipeline.outline.companions import is_plain_page
from pipeline.outline.words import classes

EASY = re.compile(
    r"\b(easy[- ]to[- ]read|easy[- ]read|leichte[rn]? sprache|leicht zu lesen|falc|facile à (lire|comprendre)"
    r"|lectura fácil|fácil (lectura|de leer|de ler)|leitura fácil|lettura facile|facile da leggere|lectura fàcil"
    r"|makkelijk (te )?lezen|lättläst\w*|lettlest|letlæst|selkokiel\w*|tekst łatwy do czytania|лёгкий для чтения)\b"
    r"|سهل القراءة|易读|易讀|קריאה קלה",
    re.IGNORECASE,
)
"""What texts are called that are made for, and tested by, people with learning difficulties."""
ABOUT = ("page-header", "page-footer", "kind", "notice", "fact")


def look(subject: Subject) -> Iterator[Finding]:
    """What the page shows beside its text, and what it says of itself."""
    if not is_plain_page(subject.data):
        raise NotApplicable("no page in plain language")
    root = subject.html
    pairs = of_class(root, "pair")
    for number, pair in enumerate(pairs, 1):
        yield from _pair(subject, pair, number)
    links = [link for box in of_class(root, "first") for link in box.iter("a") if link.get("href")]
    if (pairs or links) and not any(_leads_to_original(link.get("href", ""), subject) for link in links):
        yield RULE.fail(subject, "No link leads to the text that prevails.")
    own = _own_words(subject.edition)
    for text in _says_of_itself(root):
        found = EASY.search(text)
        if found and found[0].casefold() not in own:
            message = f"The page calls itself «{found[0]}»: that is another standard, and nobody has tested it so."
            yield RULE.fail(subject, message)


def _pair(subject: Subject, pair: etree._Element, number: int) -> Iterator[Finding]:
    """A plain part and its original."""
    texts = of_class(pair, "plain-text")
    beside = [body for one in pair if "original" in classes(one) for body in of_class(one, "original-text")]
    block = subject.block_of(texts[0][0]) if texts and len(texts[0]) else ""
    if not any(said(body) or body.find(".//img") is not None for body in beside):
        yield RULE.fail(subject, f"Part {number} has no original beside it.", place=f"part {number}", block=block)


def _leads_to_original(target: str, subject: Subject) -> bool:
    """Whether a link leads to the original on this page, or to a page of it: of this document where it is known."""
    edition = subject.edition
    here = subject.page.ids.get(target.removeprefix("#")) if target.startswith("#") else None
    if edition is None or (here is not None and "original" in classes(here)):
        return True
    path = urlsplit(target).path
    beside = not target.startswith("#") and f"/{edition.original_lang}/" in f"/{path}"
    return beside and path.endswith(".html") and not path.endswith(".plain.html") and stem(path) in names_of(subject)


def _own_words(edition: Edition | None) -> str:
    """What the author says of the document: a claim in it is no claim of the page."""
    if edition is None:
        return ""
    meta = edition.document.meta
    return " ".join((meta.title, meta.subtitle, meta.description, *meta.subjects)).casefold()


def _says_of_itself(root: etree._Element) -> Iterator[str]:
    for one in root.iter("title", "meta"):
        yield one.get("content") or one.text or ""
    for name in ABOUT:
        for one in of_class(root, name):
            if not any("plain-text" in classes(above) for above in one.iterancestors()):
                yield said(one)


def _example(
    *, original: str = "Bees perform dances.", link: bool = True, kind: str = "Plain language"
) -> Example:
    """A page of one part."""
    way = '<a href="../en/bees.html">Read the original text</a>' if link else ""
    body = f'<div class="original-text"><p>{original}</p></div>'
    beside = f'<details class="original"><summary>Original text</summary>{body}</details>' if original else ""
    return plain_page(
        f'<div class="first"><p class="kind">{kind}</p><p class="notice">{way}</p></div>'
        f'<div class="pair"><div class="plain-text"><p>Bees dance.</p></div>{beside}</div>'
    )


RULE = Rule(
    id="plain-page",
    title="The page in plain language shows the original beside each part, and claims no more than it is",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.5",),
    looks={Format.HTML: look},
    fix="Publish the page again.",
    good=(_example(),),
    bad=(
        _example(original=""),
        _example(link=False),
        _example(kind="Easy to read"),
        _example(kind="Lectura fácil"),
    ),
)
