# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page in plain language, and the page of the original with reading aids where there is no plain text.

The plain text is the main text; the original of each part stands beside it on wide screens and opens on demand on
narrow ones, without any script. What differs is shown on request. The original prevails, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from pipeline import labels
from pipeline.document.front import front_lines
from pipeline.model import Edition
from pipeline.model.namespaces import OWN_ID
from pipeline.plain.authored.align import Index
from pipeline.plain.authored.listed import laid_out, runs
from pipeline.plain.authored.source import Front, PlainText
from pipeline.plain.authored.translated import notice_at
from pipeline.plain.beside import measure_document
from pipeline.plain.check import Checked
from pipeline.plain.measures.measure import minutes_of
from pipeline.plain.measures.passages import passages
from pipeline.semantic import build
from pipeline.writers import html, markup
from pipeline.writers.glossary import Glossary
from pipeline.writers.markup import Link, element, local, q
from pipeline.writers.originals import Originals
from pipeline.writers.pairs import add_said, in_tongue
from pipeline.writers.plain_parts import Parts, label
from pipeline.writers.resources import Resources

STYLES = ("plain.css",)


def write(
    edition: Edition,
    original: Edition,
    plain: PlainText,
    checked: Checked | None,
    resources: Resources,
    *,
    links: Sequence[Link] = (),
    authoritative: str = "",
    contact: str = "",
    home: str = "",
    statement: str = "",
) -> bytes:
    """The bytes of ``NAME.plain.html``.

    In: the plain edition and the one to stand beside it, the plain text and what checking it gave (None: of a
    translation nothing was measured), the images, the other files, and the address of the authoritative text ("" leads
    to the original inside of this page).
    """
    words = labels.labels(edition.lang)
    tree, source = build(edition), Originals(build(original), edition.lang)
    entries = markup.contents(tree)
    glossary = Glossary(edition.document.terms, plain.front, edition, words)
    article = _article(tree)
    parts = Parts(tree, source, checked.compared if checked else (), edition, plain.front, glossary)
    for run, blocks in laid_out(runs(plain, Index.of(original.document)), edition.document.blocks):
        article.append(parts.made(run, blocks))
    source.finish(article)
    _notes(tree, article)
    section, more = glossary.section()
    if section is not None:
        article.append(section)
        entries = (*entries, more)
    box = _box(_facts(edition, original, plain, checked, words), edition, words, authoritative or f"#{OWN_ID}original")
    article.insert(1 if len(article) and local(article[0]) == "header" else 0, box)
    return html.write(
        article, edition, resources, links=links, contact=contact, home=home, statement=statement,
        styles=STYLES, more={"entries": entries, "kind": words("plain")},
    )  # fmt: skip


def write_aids(
    original: Edition,
    resources: Resources,
    *,
    links: Sequence[Link] = (),
    authoritative: str = "",
    contact: str = "",
    home: str = "",
    statement: str = "",
) -> bytes:
    """The bytes of the original's page with reading aids: contents, explained words, reading time and grade. It
    is never called plain."""
    words = labels.labels(original.lang)
    tree = build(original)
    entries = markup.contents(tree)
    glossary = Glossary(original.document.terms, Front(), original, words)
    glossary.link(tree, "")
    section, more = glossary.section()
    if section is not None:
        tree.append(section)
        entries = (*entries, more)
    grade = measure_document(original.document).grade
    facts = _Facts(
        kind=words("aids_title"), notice=words("aids_notice"),
        lines=(
            words("plain_time", minutes=_minutes(original)),
            *(() if grade is None else (words("aids_grade", grade=labels.number(grade, words.lang)),)),
        ),
    )  # fmt: skip
    header = next((at for at, child in enumerate(tree) if local(child) == "header"), -1)
    tree.insert(header + 1, _box(facts, original, words, authoritative))
    return html.write(
        tree, original, resources, links=links, contact=contact, home=home, statement=statement,
        styles=STYLES, more={"entries": entries, "kind": words("aids_title")},
    )  # fmt: skip


def _minutes(edition: Edition) -> int:
    return minutes_of(passages(edition.document.blocks))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What stands in the box above the text: what this page is, a notice, the state of review, the summary, for
    whom it is, and lines of facts (reading time, grade)."""

    kind: str
    notice: str
    lines: tuple[str, ...]
    states: tuple[str, ...] = ()
    front: Front = field(default_factory=Front)


def _facts(
    edition: Edition, original: Edition, plain: PlainText, checked: Checked | None, words: labels.Labels
) -> _Facts:
    ours, theirs = (checked.measures.grade, checked.original.grade) if checked else (None, None)
    lines = [words("plain_time", minutes=_minutes(edition))]
    if ours is not None and theirs is not None and edition.lang == original.lang:
        grade, before = (labels.number(value, words.lang) for value in (ours, theirs))
        lines.append(words("plain_grade", grade=grade, original=before))
    return _Facts(
        kind=words("plain"), notice=words("plain_prevails"), lines=tuple(lines),
        states=tuple(_states(edition, plain.front, words)), front=plain.front,
    )  # fmt: skip


def _states(edition: Edition, front: Front, words: labels.Labels) -> Iterator[str]:
    """Who compared the text with the original; of a translation, that it was the text it was made from, and what is
    said of every translation."""
    key = "plain_reviewed_before" if edition.translated_from else "plain_reviewed"
    who, when = front.reviewed
    if front.is_reviewed:
        yield words(key, who=who, when=labels.date(when, words.lang))
    elif not edition.translated_from:
        yield words("plain_draft")
    if edition.translated_from:
        yield from (line.text for line in front_lines(edition) if line.kind in ("draft", "untranslated", "stale"))


def _box(facts: _Facts, edition: Edition, words: labels.Labels, authoritative: str) -> etree._Element:
    """The box above the text."""
    box = element("div", class_="first")
    box.append(label("p", facts.kind, edition, words, "kind"))
    notice = label("p", facts.notice, edition, words, "notice")
    if authoritative:
        notice.text = f"{facts.notice} "
        notice.append(element("a", words("plain_authoritative"), href=authoritative))
    box.append(notice)
    box.extend([label("p", state, edition, words, "notice") for state in facts.states])
    front = facts.front
    if front.summary:
        section = element("section", class_="summary", aria_labelledby="summary-title")
        heading = label("h2", words("plain_summary"), edition, words)
        heading.set("id", "summary-title")
        section.append(heading)
        if said := notice_at(edition, front, "summary"):
            section.append(label("p", said.text, edition, words, "notice"))
        items = element("ul")
        for number, text in enumerate(front.summary, 1):
            items.append(in_tongue(element("li", text), front.foreign.get(f"summary:{number}")))
        section.append(items)
        box.append(section)
    if front.audience:
        if said := notice_at(edition, front, "audience"):
            box.append(label("p", said.text, edition, words, "notice"))
        line = label("span", words("plain_audience"), edition, words)
        holder = element("p", class_="fact")
        holder.append(line)
        add_said(holder, f" {front.audience}", front.foreign.get("audience"))
        box.append(holder)
    box.extend([label("p", line, edition, words, "fact") for line in facts.lines])
    return box


def _article(tree: etree._Element) -> etree._Element:
    """The article with its title only: what the box says is not said twice."""
    article = element("article", class_="document paired")
    for key in ("id", "lang", "dir"):
        article.set(key, tree.get(key) or "")
    header = next((child for child in tree if local(child) == "header"), None)
    if header is not None:
        header = markup.duplicate(header)
        for notice in [child for child in header if "notice" in markup.classes(child)]:
            header.remove(notice)
        article.append(header)
    return article


def _notes(tree: etree._Element, article: etree._Element) -> None:
    """The notes of the plain text, at its end."""
    for section in tree.iter(q("section")):
        if section.get("role") == "doc-endnotes":
            article.append(markup.duplicate(section))
            return
