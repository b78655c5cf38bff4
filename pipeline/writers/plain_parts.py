# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of the page in plain language: each plain text with its original beside it, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline import labels
from pipeline.model import Block, Edition
from pipeline.model.namespaces import OWN_ID
from pipeline.plain.authored.listed import Run
from pipeline.plain.authored.source import Front, PlainBlock
from pipeline.plain.authored.translated import beside_label, notice_at
from pipeline.plain.beside import Compared
from pipeline.writers import markup
from pipeline.writers.glossary import Glossary
from pipeline.writers.markup import element, local
from pipeline.writers.originals import Originals
from pipeline.writers.pairs import add_said, in_its_tongue, in_tongue, marked, tongue, with_notices


class Parts:
    """Makes the parts of one page, in their order. In: the semantic tree of the plain edition, the original of the
    page, what comparing them gave, the edition, what its front matter says, and the glossary of the page."""

    def __init__(
        self,
        tree: etree._Element,
        source: Originals,
        compared: Sequence[Compared],
        edition: Edition,
        front: Front,
        glossary: Glossary,
    ) -> None:
        self.tree = tree
        self.source = source
        self.compared = {pair.part.stands_for: pair for pair in compared}
        self.edition = edition
        self.words = labels.labels(edition.lang)
        self.front = front
        self.glossary = glossary
        self.found = {one.get("id", ""): one for one in tree.iter(etree.Element) if one.get("id")}
        self.count = 0

    def made(self, run: Run, blocks: Sequence[Block]) -> etree._Element:
        """The part of a plain block, or the list of those that are its items, each with its part inside. In: a run,
        and its blocks in the edition."""
        if run.list is None:
            return self._part(run.parts[0], blocks)
        holder = self._bare(self.found[blocks[0].id])
        for part, item in zip(run.parts, blocks[0].blocks, strict=True):
            made = self._bare(self.found[item.id])
            made.append(self._part(part, item.blocks, bare=run.counts_alike))
            holder.append(made)
        holder.set("class", f"{holder.get('class') or ''} pairs".strip())
        return holder

    def _bare(self, one: etree._Element) -> etree._Element:
        """A list or an item as it is in the tree, without what it holds."""
        made = in_its_tongue(markup.duplicate(one), one, self.tree)
        del made[:]
        return made

    def _part(self, part: PlainBlock, blocks: Sequence[Block], *, bare: bool = False) -> etree._Element:
        """One plain block with its original beside it; ``bare``: which is an item with the same mark."""
        edition, words = self.edition, self.words
        self.count += 1
        number = self.count
        made = element("div", class_="pair", id=f"{OWN_ID}part-{number}")
        text = element("div", class_="plain-text")
        made.append(text)
        top = [self.found[block.id] for block in blocks if block.id in self.found]
        for one in with_notices(top):
            text.append(in_its_tongue(markup.duplicate(one), one, self.tree))
        heading = next((one for one in text if local(one) in markup.HEADINGS), None)
        name = ("" if heading is None else markup.reading_text(heading)) or str(number)
        if part.omitted:
            text.extend(self._reason(part))
        if (edition.behind if edition.translated_from else edition.stale) & set(part.stands_for):
            text.append(label("p", words("plain_stale"), edition, words, "notice"))
        self.glossary.link(text, name)
        details = element("details", class_="original")
        if number == 1:
            details.set("id", f"{OWN_ID}original")
        called = words(beside_label(edition))
        opens = _summary(called, name, edition, words)
        if heading is not None and heading.get("lang"):
            in_tongue(opens[-1], (heading.get("lang", ""), heading.get("dir") or edition.dir))
        details.append(opens)
        body = self.source.part(part.stands_for, bare=bare)
        pair = self.compared.get(part.stands_for)
        differences = None if pair is None else _differences(pair, body, text, name, edition, words)
        body.insert(0, label("p", called, edition, words, "original-label"))
        if body.get("lang"):  # what is beside is in another language than the page
            in_tongue(body[0], (words.lang, words.dir))
        details.append(body)
        if differences is not None:
            details.append(differences)
        made.append(details)
        return made

    def _reason(self, part: PlainBlock) -> Iterator[etree._Element]:
        """Why a part is left out; marked where that is not translated yet."""
        name = f"reason:{part.stands_for[0]}"
        if said := notice_at(self.edition, self.front, name):
            yield label("p", said.text, self.edition, self.words, "notice")
        before, _, after = self.words("plain_omitted", reason="{reason}").partition("{reason}")
        made = label("p", before, self.edition, self.words, "notice")
        add_said(made, part.reason, self.front.foreign.get(name))
        add_said(made, after, None)
        yield made


def _summary(called: str, name: str, edition: Edition, words: labels.Labels) -> etree._Element:
    """The summary of a disclosure: its label, and for those who do not see where it stands, of which part."""
    summary = label("summary", called, edition, words)
    hidden = element("span", f": {name}", class_="of-part")
    if words.lang != edition.lang.partition("-")[0]:
        hidden.set("lang", edition.lang)
        hidden.set("dir", edition.dir)
    summary.append(hidden)
    return summary


def label(name: str, text: str, edition: Edition, words: labels.Labels, class_: str = "") -> etree._Element:
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
        details.append(label("p", words(key), edition, words, "legend"))
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
        details.append(label("p", words("plain_answered"), edition, words, "legend"))
        items = element("ul")
        for found, reason in answered:
            pairs = " → ".join(f"“{text}”" for text in (found.original, found.plain) if text)
            items.append(element("li", f"{pairs}: {reason}"))
        details.append(items)
    return details
