# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page in plain language as the texts that it shows: the plain text, and the original beside its parts."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from pipeline.model.namespaces import OWN_ID
from pipeline.outline.words import classes

PREFIX = "o-"
"""What the page puts before the ids of the original, which its own text has too."""

REFERENCES = ("id", "aria-labelledby", "aria-describedby", "aria-details", "headers", "for")

BESIDE = "beside:"
"""What is put before the name of a place beside the original to which a link in it leads: it has no such place."""

AROUND = ("lang", "dir", "hidden", "inert", "aria-hidden", "style")
"""What an element says for all that is in it."""

HELD = "held"
"""A name that no element of HTML has: what has it is taken off, and what it holds stays."""


def sides(root: etree._Element) -> tuple[etree._Element, ...]:
    """The texts of a parsed page, each as a page of its own that may be read like any other: first its text, with what
    it says of itself and its glossary, then the original beside its parts (empty where the page shows one text). In
    both a paragraph with the id of its part stands where a part begins, and ids are those of the source. The page is
    left as it is."""
    text = _page(root)
    beside = _page(root, empty=True)
    for pair in [one for one in text.iter("div") if "pair" in classes(one)]:
        beside.append(_mark(pair))
        for original in [one for one in pair.iter("div") if "original-text" in classes(one)]:
            beside.append(_bare_original(original))
        pair.insert(0, _mark(pair))
    _remove(one for one in text.iter("details") if "original" in classes(one))
    # Whether there is another page of the original to lead to is not for the document to say.
    _remove(one for one in text.iter("a") if _is_way_to_original(one))
    _remove(one for one in text.iter("dd") if "uses" in classes(one))
    for link in text.iter("a"):
        target = (link.get("href") or "").removeprefix("#").removeprefix(OWN_ID)
        if "term" in classes(link) and target.startswith("term-"):
            link.tag = HELD
    etree.strip_tags(text, HELD)
    return text.getroottree().getroot(), beside.getroottree().getroot()


def _is_way_to_original(link: etree._Element) -> bool:
    above = [classes(one) for one in link.iterancestors()]
    return bool(above) and "notice" in above[0] and any("first" in own for own in above)


def _page(root: etree._Element, *, empty: bool = False) -> etree._Element:
    """The body of a page that says the same of itself as ``root`` and has no head."""
    html = etree.Element("html")
    for key, value in root.attrib.items():
        html.set(key, value)
    body = root.find("body")
    made = etree.Element("body") if empty or body is None else copy.deepcopy(body)
    html.append(made)
    return made


def _mark(pair: etree._Element) -> etree._Element:
    mark = etree.Element("p")
    mark.text = (pair.get("id") or "part without an id").removeprefix(OWN_ID)
    return mark


def _bare_original(original: etree._Element) -> etree._Element:
    """The original of a part by itself, with what is said for it by what stands around it."""
    made = copy.deepcopy(original)
    made.tail = None
    for above in original.iterancestors():
        for key in AROUND:
            if above.get(key) is not None and made.get(key) is None:
                made.set(key, above.get(key, ""))
    _remove(one for one in made.iter("p") if "original-label" in classes(one))
    for one in made.iter(etree.Element):
        for key in REFERENCES:
            value = one.get(key)
            if value:
                one.set(key, " ".join(name.removeprefix(PREFIX) for name in value.split()))
        href = one.get("href") or ""
        if href.startswith("#"):
            led = href[1 + len(PREFIX) :] if href.startswith(f"#{PREFIX}") else f"{BESIDE}{href[1:]}"
            one.set("href", f"#{led}")
    return made


def _remove(found: Iterator[etree._Element]) -> None:
    for one in list(found):
        parent = one.getparent()
        if parent is None:
            continue
        if one.tail:  # words behind it stay
            before = one.getprevious()
            if before is None:
                parent.text = (parent.text or "") + one.tail
            else:
                before.tail = (before.tail or "") + one.tail
        parent.remove(one)
