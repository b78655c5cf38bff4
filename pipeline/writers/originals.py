# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of the original for standing beside another text, with the notes that are called in them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from pipeline.labels import labels
from pipeline.writers import markup
from pipeline.writers.markup import element, local
from pipeline.writers.pairs import in_its_tongue, with_notices

PREFIX = "o-"
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-details", "headers", "for")
CALL, BACK = "doc-noteref", "doc-backlink"


class Originals:
    """The original of a page, part by part. In: its semantic tree, and the language of the page."""

    def __init__(self, tree: etree._Element, lang: str) -> None:
        self.tree = tree
        self.lang = lang
        self.found = {one.get("id", ""): one for one in tree.iter(etree.Element) if one.get("id")}
        self.title = next((one for one in tree.iter(etree.Element) if "title" in markup.classes(one)), None)
        self.name = labels(tree.get("lang") or lang)("original")
        self.noted: set[str] = set()

    def part(self, ids: Sequence[str], *, bare: bool = False) -> etree._Element:
        """The blocks ``ids``, copied for standing beside another text: ids and links inside lead to the copies,
        headings are paragraphs (the page's contents are those of the main text), an item of a list stands in a list of
        its own that counts on; ``bare``: in none, since the other text is the item and has its mark. The notes that
        are called in them first follow."""
        body = element("div", class_="original-text")
        if (self.tree.get("lang") or self.lang) != self.lang:
            body.set("lang", self.tree.get("lang", ""))
            body.set("dir", self.tree.get("dir") or "ltr")
        for name in ids:
            found = self.found.get(name, self.title)
            for one in with_notices(() if found is None else (found,)):
                body.append(in_its_tongue(self._copy(one, bare=bare), one, self.tree))
        for note in self._notes(body):
            body.append(note)
        return body

    def finish(self, page: etree._Element) -> None:
        """What refers to a part that is not beside anything refers to what of it is there, or to nothing. In: the page
        with all its parts, which is changed."""
        there = {one.get("id") for one in page.iter(etree.Element) if one.get("id")}
        for one in page.iter(etree.Element):
            for key in REFERENCES:
                names = (one.get(key) or "").split()
                if any(name.startswith(PREFIX) and name not in there for name in names):
                    kept = [led for name in names if (led := self._led(name, there))]
                    _set(one, key, " ".join(kept))
            target = one.get("href") or ""
            if target.startswith(f"#{PREFIX}") and target[1:] not in there:
                self._lead(one, self._led(target[1:], there))

    def _lead(self, link: etree._Element, name: str) -> None:
        if name:
            link.set("href", f"#{name}")
            return
        parent = link.getparent()
        if link.get("role") == BACK and parent is not None and not link.tail:
            parent.remove(link)
            return
        link.tag = markup.q("span")
        for key in ("href", "role", "aria-label"):
            _set(link, key, "")

    def _led(self, name: str, there: set[str | None]) -> str:
        """The id of the copy, or of the first part of it that was copied; empty if none was."""
        if name in there or not name.startswith(PREFIX):
            return name
        source = self.found.get(name.removeprefix(PREFIX))
        inside = source.iter(etree.Element) if source is not None else iter(())
        return next((own for one in inside if (own := PREFIX + (one.get("id") or "")) in there), "")

    def _notes(self, body: etree._Element) -> list[etree._Element]:
        """Copies of the notes that are called in a part and stand in none before it, and of those called in these."""
        made: list[etree._Element] = []
        around = [body]
        while around:
            calls = [one for one in around.pop(0).iter(etree.Element) if one.get("role") == CALL]
            for name in ((call.get("href") or "").removeprefix(f"#{PREFIX}") for call in calls):
                if name in self.found and name not in self.noted:
                    self.noted.add(name)
                    made.append(in_its_tongue(self._copy(self.found[name]), self.found[name], self.tree))
                    around.append(made[-1])
        return made

    def _copy(self, one: etree._Element, *, bare: bool = False) -> etree._Element:
        made = markup.duplicate(one)
        if local(made) == "li" and bare:
            made.tag = markup.q("div")
            for key in ("value", "data-label", "data-checked"):
                _set(made, key, "")
        elif local(made) == "li":
            made = _in_list(one, made)
        elif local(made) in ("dt", "dd"):  # beside each other, in different parts, they are no list
            made.tag = markup.q("p" if local(made) == "dt" else "div")
        for part in made.iter(etree.Element):
            if local(part) in markup.HEADINGS:
                part.tag = markup.q("p")
                part.set("class", "original-heading")
            if part.get("id"):
                part.set("id", PREFIX + part.get("id", ""))
            for key in REFERENCES:
                if part.get(key):
                    part.set(key, " ".join(PREFIX + name for name in part.get(key, "").split()))
            if (part.get("href") or "").startswith("#"):
                part.set("href", f"#{PREFIX}{part.get('href', '')[1:]}")
            if part.get("role") in (CALL, BACK) and part.get("aria-label"):
                # The notes of the page's own text have such names too, and lead elsewhere (WCAG 2.4.9).
                part.set("aria-label", f"{part.get('aria-label')} ({self.name})")
        return made


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


def _set(one: etree._Element, key: str, value: str) -> None:
    """Give an attribute a value; an empty one takes it away."""
    if value:
        one.set(key, value)
    elif key in one.attrib:
        del one.attrib[key]
