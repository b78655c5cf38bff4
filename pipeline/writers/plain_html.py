# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page in plain language, and the page of the original with reading aids where there is no plain text.

The plain text is the main text; the original of each part stands beside it on wide screens and opens on demand on
narrow ones, without any script. What differs is shown on request. The original prevails, and the page says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline import labels
from pipeline.model import Edition
from pipeline.model.namespaces import OWN_ID
from pipeline.plain.beside import Compared, measure_document
from pipeline.plain.check import Checked
from pipeline.plain.measure import minutes_of
from pipeline.plain.passages import passages
from pipeline.plain.source import PlainBlock, PlainText
from pipeline.semantic import build
from pipeline.writers import html, markup
from pipeline.writers.glossary import Glossary
from pipeline.writers.markup import Link, element, local, q
from pipeline.writers.originals import Originals
from pipeline.writers.pairs import in_its_tongue, marked, tongue
from pipeline.writers.resources import Resources

STYLES = ("plain.css",)


def write(
    edition: Edition,
    original: Edition,
    plain: PlainText,
    checked: Checked,
    resources: Resources,
    *,
    links: Sequence[Link] = (),
    authoritative: str = "",
    contact: str = "",
    home: str = "",
    statement: str = "",
) -> bytes:
    """The bytes of ``NAME.plain.html``.

    In: the plain edition and the original, the plain text and what checking it gave, the images, the other files,
    and the address of the authoritative text ("" leads to the original inside of this page).
    """
    words = labels.labels(edition.lang)
    tree, source = build(edition), Originals(build(original), edition.lang)
    entries = markup.contents(tree)
    glossary = Glossary((*plain.front.glossary, *original.document.terms), plain.front.originals, edition, words)
    article = _article(tree)
    compared = {pair.part.stands_for: pair for pair in checked.compared}
    for number, part in enumerate(plain.blocks, 1):
        article.append(_part(part, number, tree, source, compared.get(part.stands_for), edition, words, glossary))
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
    glossary = Glossary(original.document.terms, (), original, words)
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
    review: str = ""
    summary: tuple[str, ...] = ()
    audience: str = ""


def _facts(edition: Edition, original: Edition, plain: PlainText, checked: Checked, words: labels.Labels) -> _Facts:
    ours, theirs = checked.measures.grade, checked.original.grade
    lines = [words("plain_time", minutes=_minutes(edition))]
    if ours is not None and theirs is not None and edition.lang == original.lang:
        grade, before = (labels.number(value, words.lang) for value in (ours, theirs))
        lines.append(words("plain_grade", grade=grade, original=before))
    who, when = plain.front.reviewed
    reviewed = words("plain_reviewed", who=who, when=labels.date(when, words.lang))
    return _Facts(
        kind=words("plain"), notice=words("plain_prevails"), lines=tuple(lines),
        review=reviewed if plain.front.is_reviewed else words("plain_draft"),
        summary=plain.front.summary, audience=plain.front.audience,
    )  # fmt: skip


def _box(facts: _Facts, edition: Edition, words: labels.Labels, authoritative: str) -> etree._Element:
    """The box above the text."""
    box = element("div", class_="first")
    box.append(_label("p", facts.kind, edition, words, "kind"))
    notice = _label("p", facts.notice, edition, words, "notice")
    if authoritative:
        notice.text = f"{facts.notice} "
        notice.append(element("a", words("plain_authoritative"), href=authoritative))
    box.append(notice)
    if facts.review:
        box.append(_label("p", facts.review, edition, words, "notice"))
    if facts.summary:
        section = element("section", class_="summary", aria_labelledby="summary-title")
        heading = _label("h2", words("plain_summary"), edition, words)
        heading.set("id", "summary-title")
        items = element("ul")
        items.extend([element("li", text) for text in facts.summary])
        section.extend((heading, items))
        box.append(section)
    if facts.audience:
        line = _label("span", words("plain_audience"), edition, words)
        line.tail = f" {facts.audience}"
        holder = element("p", class_="fact")
        holder.append(line)
        box.append(holder)
    box.extend([_label("p", line, edition, words, "fact") for line in facts.lines])
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


def _part(
    part: PlainBlock,
    number: int,
    tree: etree._Element,
    source: Originals,
    pair: Compared | None,
    edition: Edition,
    words: labels.Labels,
    glossary: Glossary,
) -> etree._Element:
    """One plain block with its original beside it."""
    made = element("div", class_="pair", id=f"{OWN_ID}part-{number}")
    text = element("div", class_="plain-text")
    made.append(text)
    top = _top_elements(tree, part, edition)
    name = next((markup.reading_text(one) for one in top if local(one) in markup.HEADINGS), "") or str(number)
    for one in top:
        text.append(one)
    if part.omitted:
        text.append(_label("p", words("plain_omitted", reason=part.reason), edition, words, "notice"))
    if edition.stale & set(part.stands_for):
        text.append(_label("p", words("plain_stale"), edition, words, "notice"))
    glossary.link(text, name)
    details = element("details", class_="original")
    if number == 1:
        details.set("id", f"{OWN_ID}original")
    details.append(_summary(words("original"), name, edition, words))
    body = source.part(part.stands_for)
    differences = None if pair is None else _differences(pair, body, text, name, edition, words)
    body.insert(0, _label("p", words("original"), edition, words, "original-label"))
    details.append(body)
    if differences is not None:
        details.append(differences)
    made.append(details)
    return made


def _top_elements(tree: etree._Element, part: PlainBlock, edition: Edition) -> list[etree._Element]:
    """The elements of a plain block, without the sections that the semantic tree puts around headings."""
    places = {block.pos.start: block.id for block in edition.document.blocks if block.pos}
    names = [places[block.pos.start] for block in part.blocks if block.pos and block.pos.start in places]
    by_id = {one.get("id"): one for one in tree.iter(etree.Element) if one.get("id")}
    found = []
    for name in names:
        if name in by_id:
            found.append(in_its_tongue(markup.duplicate(by_id[name]), by_id[name], tree))
    return found


def _summary(label: str, name: str, edition: Edition, words: labels.Labels) -> etree._Element:
    """The summary of a disclosure: its label, and for those who do not see where it stands, of which part."""
    summary = _label("summary", label, edition, words)
    hidden = element("span", f": {name}", class_="of-part")
    if words.lang != edition.lang.partition("-")[0]:
        hidden.set("lang", edition.lang)
        hidden.set("dir", edition.dir)
    summary.append(hidden)
    return summary


def _label(name: str, text: str, edition: Edition, words: labels.Labels, class_: str = "") -> etree._Element:
    """An element with the product's own words, marked with their language where it is another one."""
    made = element(name, text)
    if class_:
        made.set("class", class_)
    if words.lang != edition.lang.partition("-")[0]:
        made.set("lang", words.lang)
        made.set("dir", words.dir)
    return made


def _differences(
    pair: Compared,
    original: etree._Element,
    plain: etree._Element,
    name: str,
    edition: Edition,
    words: labels.Labels,
) -> etree._Element:
    """What differs, on request: the words of each side that the other does not use, and answered findings."""
    details = element("details", class_="differences")
    details.append(_summary(words("plain_differs"), name, edition, words))
    for key, side, other in (("plain_differs_original", original, plain), ("plain_differs_plain", plain, original)):
        details.append(_label("p", words(key), edition, words, "legend"))
        lang, beside = side.get("lang") or edition.lang, markup.reading_text(other)
        for block in side:
            own = tongue(block, lang)
            text = marked(markup.reading_text(block), beside, own)
            if own != edition.lang:
                text.set("lang", own)
                text.set("dir", labels.direction(own))
            details.append(text)
    answered = [(found, reason) for found, reason in pair.differences if reason]
    if answered:
        details.append(_label("p", words("plain_answered"), edition, words, "legend"))
        items = element("ul")
        for found, reason in answered:
            pairs = " → ".join(f"“{text}”" for text in (found.original, found.plain) if text)
            items.append(element("li", f"{pairs}: {reason}"))
        details.append(items)
    return details


def _notes(tree: etree._Element, article: etree._Element) -> None:
    """The notes of the plain text, at its end."""
    for section in tree.iter(q("section")):
        if section.get("role") == "doc-endnotes":
            article.append(markup.duplicate(section))
            return
