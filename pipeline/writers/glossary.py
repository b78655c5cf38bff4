# SPDX-License-Identifier: AGPL-3.0-or-later
"""The glossary of a page: terms in the text lead to their definitions, and these lead back to the text."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from pipeline.document.text import top_level
from pipeline.labels import Labels
from pipeline.model import Edition, Term
from pipeline.model.namespaces import OWN_ID
from pipeline.plain.authored import terms as places
from pipeline.plain.authored.source import Front
from pipeline.plain.authored.translated import notice_at
from pipeline.writers import markup
from pipeline.writers.markup import Entry, element, local
from pipeline.writers.pairs import in_tongue

NOT_IN = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "summary", "math", "dfn", "q", "mark"})
ID = f"{OWN_ID}glossary"


class Glossary:
    """The terms of an edition and where the page uses them. In: the terms (the first of two with one name counts), the
    front matter with the original's words for some of them, the edition, the labels."""

    def __init__(
        self, terms: Sequence[Term], front: Front, edition: Edition, words: Labels
    ) -> None:
        self.terms: dict[str, str] = {}
        for term in terms:
            if term.definition:
                self.terms.setdefault(term.term, term.definition)
        self.front = front
        self.originals = dict(front.originals)
        self.edition = edition
        self.words = words
        self.pattern = places.pattern(self.terms, edition.lang)
        self.uses: dict[str, list[tuple[str, str]]] = {name: [] for name in self.terms}
        self.numbers = {name: at for at, name in enumerate(self.terms, 1)}
        self.abbreviations: dict[str, str] = {}

    def link(self, part: etree._Element, name: str) -> None:
        """Link the first use of each term in ``part`` (changed in place: it is the page's own copy); ``name`` is
        what the way back is called."""
        for abbr in part.iter(markup.q("abbr")):
            self.abbreviations.setdefault(markup.reading_text(abbr), abbr.get("title") or "")
        if self.pattern is None:
            return
        done: set[str] = set()
        for one in list(part.iter(etree.Element)):
            if any(local(above) in NOT_IN for above in (one, *one.iterancestors())):
                continue
            if local(one) == "abbr":
                self._wrap(one, name, done)
                continue
            self._in_text(one, None, name, done)
            for child in list(one):
                self._in_text(one, child, name, done)

    def _use(self, term: str, name: str, done: set[str]) -> etree._Element | None:
        """The link for a use of a term, if it is the first in this part."""
        if not term or term in done:
            return None
        done.add(term)
        number = self.numbers[term]
        use = f"{OWN_ID}use-{number}-{len(self.uses[term]) + 1}"
        self.uses[term].append((use, name))
        return element("a", class_="term", id=use, href=f"#{OWN_ID}term-{number}")

    def _wrap(self, abbr: etree._Element, name: str, done: set[str]) -> None:
        link = self._use(places.which(markup.reading_text(abbr), self.terms), name, done)
        parent = abbr.getparent()
        if link is None or parent is None:
            return
        link.tail, abbr.tail = abbr.tail, None
        parent.replace(abbr, link)
        link.append(abbr)

    def _in_text(self, holder: etree._Element, after: etree._Element | None, name: str, done: set[str]) -> None:
        """Link terms in the text of ``holder``, or in the text that follows its child ``after``."""
        assert self.pattern is not None
        text = (holder.text if after is None else after.tail) or ""
        at = 0
        for match in self.pattern.finditer(text):
            link = self._use(places.which(match["term"], self.terms), name, done)
            if link is None:
                continue
            link.text = match.group()
            _set(holder, after, text[at : match.start()])
            holder.insert(0 if after is None else holder.index(after) + 1, link)
            after, at = link, match.end()
            link.tail = text[at:]

    def section(self) -> tuple[etree._Element | None, Entry]:
        """The glossary at the end of the page, and its line in the contents; None when there is nothing in it."""
        title = self.words("glossary")
        entry = Entry(ID, title, *self._tongue())
        abbreviations = {
            short: long
            for short, long in self.abbreviations.items()
            if long and not places.which(short, self.terms)
        }
        if not self.terms and not abbreviations:
            return None, entry
        made = element("section", class_="glossary", aria_labelledby=ID)
        level = top_level(self.edition.document.blocks)
        made.append(self._label(f"h{level}", title, id=ID))
        if self.terms:
            if said := notice_at(self.edition, self.front, "glossary"):
                made.append(self._label("p", said.text, class_="notice"))
            listed = element("dl")
            made.append(listed)
            for term in sorted(self.terms, key=str.casefold):
                self._term(listed, term)
        if abbreviations:
            made.append(self._label(f"h{min(level + 1, 6)}", self.words("abbreviations"), id=f"{OWN_ID}abbreviations"))
            listed = element("dl")
            made.append(listed)
            for short in sorted(abbreviations):
                listed.append(element("dt", short))
                listed.append(element("dd", abbreviations[short]))
        return made, entry

    def _term(self, listed: etree._Element, term: str) -> None:
        foreign = self.front.foreign
        name = in_tongue(
            element("dt", id=f"{OWN_ID}term-{self.numbers[term]}"), foreign.get(f"glossary:{term}")
        )
        name.append(element("dfn", term))
        text = in_tongue(element("dd", self.terms[term]), foreign.get(f"glossary:{term}:definition"))
        listed.extend((name, text))
        if self.originals.get(term):
            listed.append(
                self._label(
                    "dd", f"{self.words('plain_in_original')} “{self.originals[term]}”", class_="in-original"
                )
            )
        if self.uses[term]:
            back = self._label("dd", f"{self.words('plain_used')} ", class_="uses")
            for at, (use, part) in enumerate(self.uses[term]):
                link = element("a", href=f"#{use}")
                # Many terms lead to one part: for those who hear the links alone, each says its term.
                hidden = element("span", f"{term}: ", class_="of-part")
                hidden.tail = part or str(at + 1)
                link.append(hidden)
                link.tail = ", " if at + 1 < len(self.uses[term]) else None
                back.append(link)
            listed.append(back)

    def _label(self, name: str, text: str, **attributes: str) -> etree._Element:
        made = element(name, text, **attributes)
        lang, way = self._tongue()
        if lang:
            made.set("lang", lang)
            made.set("dir", way)
        return made

    def _tongue(self) -> tuple[str, str]:
        """Language and direction of the labels where they are not the page's."""
        same = self.words.lang == self.edition.lang.partition("-")[0]
        return ("", "") if same else (self.words.lang, self.words.dir)


def _set(holder: etree._Element, after: etree._Element | None, text: str) -> None:
    if after is None:
        holder.text = text or None
    else:
        after.tail = text or None
