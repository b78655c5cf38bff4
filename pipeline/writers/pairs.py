# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of the original for standing beside another text, and two texts with their own words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from pipeline.plain import lexicon
from pipeline.plain.words import WORD, stem
from pipeline.writers import markup
from pipeline.writers.markup import element, local

PREFIX = "o-"
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-details", "headers", "for")


def part_of_original(tree: etree._Element, ids: Sequence[str], lang: str) -> etree._Element:
    """The blocks ``ids`` of a semantic tree, copied for standing beside another text: ids and links inside lead to
    the copies, headings are paragraphs (the page's contents are those of the main text), an item of a list stands
    in a list of its own that counts on."""
    body = element("div", class_="original-text")
    if (tree.get("lang") or lang) != lang:
        body.set("lang", tree.get("lang", ""))
        body.set("dir", tree.get("dir") or "ltr")
    found = {one.get("id"): one for one in tree.iter(etree.Element) if one.get("id")}
    title = next((one for one in tree.iter(etree.Element) if "title" in markup.classes(one)), None)
    for name in ids:
        one = found.get(name)
        if one is None and title is not None and name not in found:
            one = title
        if one is not None:
            body.append(in_its_tongue(_copy(one), one, tree))
    return body


def in_its_tongue(copy: etree._Element, one: etree._Element, tree: etree._Element) -> etree._Element:
    """A copy of a part of a tree that says the language and direction which the part has from what is around it."""
    for name in ("lang", "dir"):
        around = (each.get(name) for each in (one, *one.iterancestors()) if each is not tree)
        found = next((value for value in around if value), None)
        if found and found != tree.get(name) and not copy.get(name):
            copy.set(name, found)
    return copy


def tongue(element: etree._Element, lang: str) -> str:
    """The language of all that an element says, if it is one: its own, or that of the only thing in it."""
    lang = element.get("lang") or lang
    inside = [child for child in element if isinstance(child.tag, str)]
    around = [element.text, *(child.tail for child in element)]
    alone = len(inside) == 1 and not any(text and text.strip() for text in around)
    return tongue(inside[0], lang) if alone else lang


def _copy(one: etree._Element) -> etree._Element:
    made = markup.duplicate(one)
    if local(made) == "li":
        made = _in_list(one, made)
    for part in made.iter(etree.Element):
        if local(part) in markup.HEADINGS:
            part.tag = markup.q("p")
            part.set("class", "original-heading")
        if part.get("id"):
            part.set("id", PREFIX + part.get("id", ""))
        for key in REFERENCES:
            if part.get(key):
                part.set(key, " ".join(PREFIX + name for name in part.get(key, "").split()))
        _lead_inside(part)
    return made


def _lead_inside(part: etree._Element) -> None:
    """A call of a note in the copy leads nowhere (its note is in the original's own page): it keeps its number."""
    if part.get("role") in ("doc-noteref", "doc-backlink"):
        part.tag = markup.q("span")
        for key in ("href", "role", "aria-label"):
            if key in part.attrib:
                del part.attrib[key]
    elif (part.get("href") or "").startswith("#"):
        part.set("href", f"#{PREFIX}{part.get('href', '')[1:]}")


def _in_list(item: etree._Element, copy: etree._Element) -> etree._Element:
    parent = item.getparent()
    assert parent is not None
    kept = {key: value for key, value in parent.attrib.items() if key not in ("id", "start")}
    made = element(local(parent))
    for key, value in kept.items():
        made.set(key, value)
    if local(parent) == "ol":
        before = [child for child in parent if local(child) == "li"].index(item)
        made.set("start", item.get("value") or str(int(parent.get("start") or 1) + before))
    made.append(copy)
    return made


def marked(text: str, other: str, lang: str) -> etree._Element:
    """A paragraph of ``text`` in which runs of content words that ``other`` does not use are marked."""
    paragraph = element("p", class_="marked")
    data = lexicon.of(lang)
    common = data.function_words if data else frozenset()
    theirs = {stem(match.group(), lang) for match in WORD.finditer(other)}
    spans = [
        (match.start(), match.end()) for match in WORD.finditer(text)
        if match.group().lower() not in common and stem(match.group(), lang) not in theirs
    ]  # fmt: skip
    at = 0
    last: etree._Element | None = None
    for start, end in _joined(spans, text):
        last = _append(paragraph, last, text[at:start])
        last = element("mark", text[start:end])
        paragraph.append(last)
        at = end
    _append(paragraph, last, text[at:])
    return paragraph


def _joined(spans: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Neighbouring spans as one: a mark for each word would be read as so many marks."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and re.fullmatch(r"[\s-]+", text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _append(paragraph: etree._Element, last: etree._Element | None, text: str) -> etree._Element | None:
    if last is None:
        paragraph.text = (paragraph.text or "") + text
    else:
        last.tail = (last.tail or "") + text
    return last
