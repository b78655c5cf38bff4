# SPDX-License-Identifier: AGPL-3.0-or-later
"""Terms in a text lead to what they mean, and the glossary leads back to them.

What it does
: On a page with a glossary: follows each term in the text to its entry, and each use that an entry lists back to the
  term. The first use of a term in each part leads to its entry; every use is listed, under the name of its part.

Why it matters
: Who does not know a word follows it and comes back. A term that leads to another entry explains the wrong word.

Example
: «vessel» leads to what «quay» means.

Fix
: Publish the page again; if it happens again, report it: the glossary is linked by program.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.checks.examples import plain_page
from pipeline.checks.page import elements, text
from pipeline.checks.parity.compare import short
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.beside import of_class, said
from pipeline.checks.web.look import at, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity
from pipeline.outline.companions import is_plain_page
from pipeline.outline.words import classes
from pipeline.plain.authored import terms as places

UNLINKED = frozenset({
    "a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "summary", "math", "dfn", "q", "mark",
})  # fmt: skip
"""In what no term is linked: links, headings, and what is not said by the text itself."""


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """The terms of the text and the entries of the glossary."""
    root = view.page.root
    entries = {
        one.get("id", ""): one
        for section in of_class(root, "glossary")
        for one in section.iter("dt")
        if one.get("id")
    }
    if not is_plain_page(subject.data) or not entries:
        raise NotApplicable("no page with a glossary")
    lang = subject.edition.lang if subject.edition is not None else root.get("lang", "")
    uses = [link for link in root.iter("a") if "term" in classes(link)]
    for link in uses:
        entry = entries.get(link.get("href", "").removeprefix("#"))
        if entry is not None and not _is(text(link), text(entry), lang):
            message = f"«{short(text(link), 40)}» leads to what «{short(text(entry), 40)}» means."
            yield at(RULE, subject, view, link, message)
    yield from _back(subject, view, entries, uses)
    for part in of_class(root, "plain-text") or of_class(root, "document"):
        yield from _unlinked(subject, view, part, entries, lang)


def _is(said_: str, term: str, lang: str) -> bool:
    """Whether words are a term, or its plural."""
    pattern = places.pattern([term], lang)
    return pattern is not None and pattern.fullmatch(said_) is not None


def _back(
    subject: Subject, view: View, entries: Mapping[str, etree._Element], uses: list[etree._Element]
) -> Iterator[Finding]:
    """The ways from the entries back to the text."""
    lines = subject.wanted_sides[0].lines if subject.wanted_sides else {}
    by_id = {link.get("id"): link for link in uses if link.get("id")}
    listed: set[str] = set()
    numbers = {pair: number for number, pair in enumerate(of_class(view.page.root, "pair"), 1)}
    for name, entry in entries.items():
        links = [link for one in _entry(entry) if "uses" in classes(one) for link in one.iter("a")]
        for at_, link in enumerate(links, 1):
            use = link.get("href", "").removeprefix("#")
            listed.add(use)
            term = by_id.get(use)
            if term is not None and term.get("href") != f"#{name}":
                message = f"The entry «{short(text(entry), 40)}» leads back to another term, «{short(text(term), 40)}»."
            elif term is not None and text(link) != (wanted := f"{text(entry)}: {_part_of(term, numbers) or at_}"):
                message = f"The way back to «{short(wanted, 60)}» is called «{short(text(link), 60)}»."
            else:
                continue
            line = lines.get(f"front:glossary:{text(entry)}") or lines.get("front:glossary", 0)
            yield RULE.fail(subject, message, place=view.page.place(link), line=line)
    for link in uses:
        led = entries.get(link.get("href", "").removeprefix("#"))
        if led is not None and link.get("id", "") not in listed:
            message = f"The entry «{short(text(led), 40)}» does not lead back to this use of it."
            yield at(RULE, subject, view, link, message)


def _entry(term: etree._Element) -> Iterator[etree._Element]:
    """What an entry says: all up to the next one."""
    for one in term.itersiblings():
        if one.tag == "dt":
            return
        yield one


def _part_of(link: etree._Element, numbers: Mapping[etree._Element, int]) -> str:
    """What the part is called in which a term stands: by its heading, or its number; empty in a text without parts.
    ``numbers``: of all parts."""
    pair = next((above for above in link.iterancestors() if "pair" in classes(above)), None)
    if pair is None:
        return ""
    heads = (one for part in of_class(pair, "plain-text") for one in part if one.tag in UNLINKED)
    name = next((said(one) for one in heads if one.tag[0] == "h"), "")
    return name or str(numbers[pair])


def _unlinked(
    subject: Subject, view: View, part: etree._Element, entries: Mapping[str, etree._Element], lang: str
) -> Iterator[Finding]:
    """The first uses of terms in a part that lead nowhere."""
    terms = {text(entry): name for name, entry in entries.items()}
    pattern = places.pattern(terms, lang)
    linked = {link.get("href", "") for link in part.iter("a") if "term" in classes(link)}
    if pattern is None:
        return
    for one in elements(part):
        around = [one, *one.iterancestors()]
        if any(each.tag in UNLINKED or not classes(each).isdisjoint(("glossary", "first")) for each in around):
            continue
        if one.tag == "abbr" and not places.which(text(one), terms):
            continue  # a term in a shortened name is not that term
        for words in (one.text, *(child.tail for child in one)):
            for match in pattern.finditer(words or ""):
                name = f"#{terms[places.which(match['term'], terms)]}"
                if name not in linked:
                    linked.add(name)
                    message = f"«{short(match.group(), 40)}» is in the glossary, and does not lead to it here."
                    yield at(RULE, subject, view, one, message)


def _example(
    *, way: str = '<a class="term" id="use-1-1" href="#term-1">Hives</a>', back: str = "#use-1-1",
    called: str = "hive: 1", listed: bool = True,
) -> Example:  # fmt: skip
    """A page of one part and two terms."""
    uses = f'<dd class="uses">Used in: <a href="{back}">{called}</a></dd>' if listed else ""
    other = '<dd class="uses">Used in: <a href="#use-2-1">bee: 1</a></dd>'
    return plain_page(
        f'<div class="pair"><div class="plain-text"><p>{way} hold <a class="term" id="use-2-1" href="#term-2">bees</a>'
        ".</p></div></div>"
        f'<section class="glossary"><h2>Glossary</h2><dl><dt id="term-2"><dfn>bee</dfn></dt><dd>An insect.</dd>{other}'
        f'<dt id="term-1"><dfn>hive</dfn></dt><dd>A house of insects.</dd>{uses}</dl></section>'
    )


RULE = Rule(
    id="plain-terms",
    title="Terms in a text lead to what they mean, and the glossary leads back to them",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.3", "WCAG 2.4.4"),
    looks=web(look, epub=False),
    fix="Publish the page again.",
    good=(_example(),),
    bad=(
        _example(way='<a class="term" id="use-1-1" href="#term-2">Hives</a>'),
        _example(way="Hives"),
        _example(back="#use-2-1"),
        _example(called="hive: 8"),
        _example(listed=False),
    ),
)
