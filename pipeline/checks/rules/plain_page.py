# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page in plain language shows the original beside each part, leads to the text that prevails, and claims no more.

What it does
: On a page in plain language or with reading aids: looks for the original beside each plain part, for a link to the
  text that prevails, and for the words that name another standard («easy to read»). Where words that differ are shown,
  they must be those of the two texts.

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

from lxml import etree

from pipeline.checks.page import local
from pipeline.checks.parity.compare import fold, words_differ
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Edition, Finding, Format, Severity
from pipeline.outline.companions import is_plain_page
from pipeline.outline.words import classes, is_back, is_call

EASY = re.compile(
    r"\b(easy[- ]to[- ]read|easy[- ]read|leichte[rn]? sprache|leicht zu lesen|falc|facile à (lire|comprendre)"
    r"|lectura fácil|fácil (lectura|de leer|de ler)|leitura fácil|lettura facile|facile da leggere|lectura fàcil"
    r"|makkelijk (te )?lezen|lättläst\w*|lettlest|letlæst|selkokiel\w*|tekst łatwy do czytania|лёгкий для чтения)\b"
    r"|سهل القراءة|易读|易讀|קריאה קלה",
    re.IGNORECASE,
)
"""What texts are called that are made for, and tested by, people with learning difficulties."""
ABOUT = ("page-header", "page-footer", "kind", "notice", "fact")
APART = frozenset({
    "p", "li", "div", "ul", "ol", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "table", "caption", "tr",
    "td", "th", "pre", "aside", "section", "h1", "h2", "h3", "h4", "h5", "h6", "br",
})  # fmt: skip


def look(subject: Subject) -> Iterator[Finding]:
    """What the page shows beside its text, and what it says of itself."""
    if not is_plain_page(subject.data):
        raise NotApplicable("no page in plain language")
    root = subject.html
    pairs = _of_class(root, "pair")
    for number, pair in enumerate(pairs, 1):
        yield from _pair(subject, pair, number)
    links = [link for box in _of_class(root, "first") for link in box.iter("a") if link.get("href")]
    if pairs and not any(_leads_to_original(link.get("href", ""), subject.edition) for link in links):
        yield RULE.fail(subject, "No link leads to the text that prevails.")
    own = _own_words(subject.edition)
    for said in _says_of_itself(root):
        found = EASY.search(said)
        if found and found[0].casefold() not in own:
            message = f"The page calls itself «{found[0]}»: that is another standard, and nobody has tested it so."
            yield RULE.fail(subject, message)


def _pair(subject: Subject, pair: etree._Element, number: int) -> Iterator[Finding]:
    """A plain part: its original, and the words of both that are shown as different."""
    texts = _of_class(pair, "plain-text")
    beside = [body for one in pair if "original" in classes(one) for body in _of_class(one, "original-text")]
    block = subject.block_of(texts[0][0]) if texts and len(texts[0]) else ""
    if not any(_text(body) or body.find(".//img") is not None for body in beside):
        yield RULE.fail(subject, f"Part {number} has no original beside it.", place=f"part {number}", block=block)
        return
    marked = " ".join(_text(one) for one in _of_class(pair, "marked"))
    wanted = " ".join(text for one in (*beside, *texts) if (text := _text(one)))
    if marked and fold(marked) != fold(wanted):
        message = f"In part {number}, of the words that differ: {words_differ(fold(wanted), fold(marked))}."
        yield RULE.fail(subject, message, place=f"part {number}", block=block)


def _leads_to_original(target: str, edition: Edition | None) -> bool:
    """Whether a link leads to the original on this page, or to a page of it: of this document where it is known."""
    if target == "#original-text" or edition is None:
        return True
    return not target.startswith("#") and f"/{edition.original_lang}/" in f"/{target}"


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
        for one in _of_class(root, name):
            if not any("plain-text" in classes(above) for above in one.iterancestors()):
                yield _text(one)


def _of_class(root: etree._Element, name: str) -> list[etree._Element]:
    return [one for one in root.iter() if name in classes(one)]


def _text(part: etree._Element) -> str:
    """The text as read, blocks apart, without calls of notes, ways back, and the label of the original."""
    return fold("".join(_pieces(part)))


def _pieces(part: etree._Element) -> Iterator[str]:
    if not isinstance(part.tag, str) or is_call(part) or is_back(part) or "original-label" in classes(part):
        return
    if local(part) == "math":
        yield part.get("alttext") or part.get("data-tex") or ""
        return
    yield part.text or ""
    for child in part:
        yield from _pieces(child)
        if local(child) in APART:
            yield " "
        yield child.tail or ""


def _example(
    *, original: str = "Bees perform dances.", link: bool = True, kind: str = "Plain language", marked: str = ""
) -> Example:
    """A page of one part."""
    way = '<a href="../en/bees.html">Read the original text</a>' if link else ""
    shown = f'<details class="differences"><p class="marked">{marked}</p><p class="marked">Bees dance.</p></details>'
    body = f'<div class="original-text"><p>{original}</p></div>{shown if marked else ""}'
    beside = f'<details class="original"><summary>Original text</summary>{body}</details>' if original else ""
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>Bees</title></head><body class="plain-page"><main>'
        f'<div class="first"><p class="kind">{kind}</p><p class="notice">{way}</p></div>'
        f'<div class="pair"><div class="plain-text"><p>Bees dance.</p></div>{beside}</div></main></body></html>'
    )
    return Example(Format.HTML, page.encode())


RULE = Rule(
    id="plain-page",
    title="The page in plain language shows the original beside each part, and claims no more than it is",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.5",),
    looks={Format.HTML: look},
    fix="Publish the page again.",
    good=(_example(), _example(marked="Bees <mark>perform</mark> dances.")),
    bad=(
        _example(original=""),
        _example(link=False),
        _example(kind="Easy to read"),
        _example(kind="Lectura fácil"),
        _example(marked="Bees performdances."),
    ),
)
