# SPDX-License-Identifier: AGPL-3.0-or-later
"""The ways out of a page, and past its beginning, lead where they say.

What it does
: In a page of ours: the link past the beginning leads to the text, the link to the publication leads to its page, and
  each link to another language or format leads to that file, says its language and is named like it. What the head of
  the page names as the document in another language or format is linked in the page too. The page has a main part, and
  its navigations have names.

Why it matters
: The head is read by programs only. Who needs the page in French, the book or the braille finds it by these links, and
  who works without a mouse passes the navigation by the first one.

Example
: The link «Skip to the text» leads to the contents; «polski» leads to the page in English.

Fix
: Make the page anew: its frame is made by program.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from lxml import etree

from pipeline.checks.examples import page, sourced
from pipeline.checks.page import text
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.editions import names_of, stem
from pipeline.checks.web.look import at, quoted, web
from pipeline.checks.web.names import name
from pipeline.checks.web.tags import primary
from pipeline.checks.web.targets import target_of
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity
from pipeline.outline.companions import is_plain_page
from pipeline.outline.words import classes

HOME = "index.html"
PAGE = "text/html"
PLAIN = ".plain."
"""What stands in the name of a page in plain language."""


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """The link past the beginning, the link to the publication, and those to the other files of the document."""
    if subject.edition is None or not subject.ours:
        raise NotApplicable("no page of ours")
    if next(view.page.root.iter("main"), None) is None:
        yield at(RULE, subject, view, view.page.body, "No part of the page is its main part («main»).")
    navs = list(view.page.root.iter("nav"))
    for nav in navs if len(navs) > 1 else ():
        if not name(view, nav):
            yield at(RULE, subject, view, nav, "A part for navigation has no name, and there are several.")
    links = [link for link in view.page.root.iter("a") if link.get("href") is not None]
    for link in links:
        if "skip" in classes(link) and not _leads_to_text(subject, view, link):
            message = "The link past the beginning of the page does not lead to its text."
            yield at(RULE, subject, view, link, message)
        if _is_in(link, "home") and PurePosixPath(urlsplit(link.get("href", "")).path).name != HOME:
            message = f"The link to the page of the publication leads to {quoted(link.get('href', ''))}."
            yield at(RULE, subject, view, link, message)
    heads = {link.get("href", "").strip(): link for link in view.page.root.iter("link") if _is_alternate(link)}
    listed = [link for link in links if _is_in(link, "languages") or _is_in(link, "files")]
    for link in listed:
        yield from _way(subject, view, link, heads)
    yield from _lost(subject, view, heads, {link.get("href", "").strip() for link in listed})


def _is_in(link: etree._Element, name: str) -> bool:
    return any(name in classes(above) for above in link.iterancestors())


def _is_alternate(link: etree._Element) -> bool:
    return "alternate" in link.get("rel", "").lower().split()


def _leads_to_text(subject: Subject, view: View, link: etree._Element) -> bool:
    """Whether a link leads to the main part, to the title in it, or to a place that holds it. What leads nowhere is
    told by another rule."""
    target = target_of(subject, view.page, link.get("href", ""))
    if target is None:
        return True
    main = next(view.page.root.iter("main"), None)
    if main is None:
        return True
    title = next(main.iter("h1"), main)
    return target is title or main in target.iter() or title in target.iter()


def _way(
    subject: Subject, view: View, link: etree._Element, heads: Mapping[str, etree._Element]
) -> Iterator[Finding]:
    """A link to another language, register or format, beside what the head says of that file."""
    href, said = link.get("href", "").strip(), quoted(text(link), 40)
    named = heads.get(href)
    if named is None:
        if not href.startswith("#") and stem(href) not in names_of(subject):
            message = f"The link {said} leads to {quoted(href)}, which the head does not name."
            yield at(RULE, subject, view, link, message)
        elif link.get("aria-current") != "page":
            yield at(RULE, subject, view, link, f"The link {said} does not say that it leads to this page.")
        return
    if link.get("aria-current"):
        yield at(RULE, subject, view, link, f"The link {said} says that it is this page, and leads to another.")
    if primary(link.get("hreflang", "")) != primary(named.get("hreflang", "")):
        lang = link.get("hreflang", "")[:20] or "no language"
        message = f"The link {said} says {lang} of a file in {named.get('hreflang', '')[:20]}."
        yield at(RULE, subject, view, link, message)
    title = named.get("title", "")
    # The register is said in the language of the page there, the title in that of the page here. Other formats are
    # those of the page's own text.
    called, _, register = text(link).partition(" – ")
    other = PLAIN in href and not (_is_in(link, "files") and is_plain_page(subject.data))
    if title and (called not in title or bool(register) != other):
        yield at(RULE, subject, view, link, f"The link {said} leads to {quoted(title)}.")


def _lost(
    subject: Subject, view: View, heads: Mapping[str, etree._Element], linked: set[str]
) -> Iterator[Finding]:
    """Files that the head names and no link of the page leads to: pages in all languages, other files in its own."""
    own = subject.edition.lang if subject.edition is not None else ""
    for href, named in heads.items():
        wanted = named.get("type") == PAGE or named.get("hreflang") == own
        if wanted and href not in linked:
            message = f"The head names {quoted(named.get('title') or href)}, and no link of the page leads there."
            yield at(RULE, subject, view, view.page.body, message)


def _page(
    *, skip: str = "#main", home: str = "../index.html", file: str = "../pl/bees.html", title: str = "Web page, polski",
    link: str | None = None, lang: str = "pl", called: str = "polski", current: str = ' aria-current="page"',
    label: str = "Languages", main: str = "main", ways: str = "languages", kind: str = "",
) -> Example:  # fmt: skip
    """A page in English of a document that is there in Polish, as ``file`` with that ``title``."""
    link = file if link is None else link
    way = f'<li><a href="{link}" hreflang="{lang}">{called}</a></li>' if link else ""
    here = f'<li><a href="#document" hreflang="en"{current}>English</a></li>'
    body = (
        f'<a class="skip" href="{skip}">Skip to the text</a><p class="home"><a href="{home}">About</a></p>'
        f'<nav class="{ways}" aria-label="{label}" id="nav"><ul>{way}{here}</ul></nav>'
        '<nav aria-label="Contents"><a href="#document">On bees</a></nav>'
        f'<{main} id="main"><article id="document"><h1>On bees</h1><p>Bees dance.</p></article></{main}>'
    )
    head = f'<link rel="alternate" type="text/html" hreflang="pl" href="{file}" title="{title}">'
    made = page(body, head=head)
    assert isinstance(made.data, bytes)
    return sourced(replace(made, data=made.data.replace(b"<body>", f"<body{kind}>".encode())))


PLAINLY = _page(file="../pl/bees.plain.html", title="Web page, Plain language, polski", called="polski – Prosty język")
BOOK = {"file": "bees.plain.epub", "title": "EPUB, Plain language, polski", "called": "EPUB", "ways": "files"}

RULE = Rule(
    id="page-ways",
    title="The ways out of a page, and past its beginning, lead where they say",
    severity=Severity.ERROR,
    clauses=("WCAG 2.4.1", "WCAG 2.4.4", "WCAG 2.4.5"),
    looks=web(look, epub=False),
    fix="Make the page anew: its frame is made by program.",
    good=(_page(), PLAINLY, _page(**BOOK, kind=' class="plain-page"')),
    bad=(
        _page(skip="#nav"),
        _page(home="#"),
        _page(link="../pl/wasps.html"),
        _page(lang="de"),
        _page(called="English"),
        _page(called="polski – Prosty język"),
        _page(label=""),
        _page(main="div"),
        _page(link=""),
        _page(current=""),
        _page(**BOOK),
    ),
)
