# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plain edition with all that ``plain.md`` has for its readers, for a file that holds it alone.

The page in plain language shows the summary, for whom the text is, why a part is left out and the glossary in places
of its own, beside the original. A PDF or a book has no such places: there they are blocks of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from pipeline.document.text import top_level
from pipeline.labels import Labels, labels
from pipeline.model import Attr, Block, BlockKind, Document, Edition, Inline, InlineKind, ListStyle, Term
from pipeline.model.namespaces import OWN_ID
from pipeline.plain.authored.align import Index
from pipeline.plain.authored.listed import laid_out, runs
from pipeline.plain.authored.source import PlainText
from pipeline.plain.authored.translated import notice_at


def in_full(edition: Edition, plain: PlainText, original: Document) -> Edition:
    """A plain edition (``plain_edition``) with the summary before its text, the reasons of what is left out in their
    places, and the glossary behind it. In: also the plain text and the original that it was made of."""
    made = _Making(edition, plain, original)
    blocks = (*made.before(), *made.text(), *made.behind())
    return replace(edition, document=replace(edition.document, blocks=blocks))


class _Making:
    """Blocks with the product's own words and the writer's, each with an id that no block of the text has."""

    def __init__(self, edition: Edition, plain: PlainText, original: Document) -> None:
        self.edition = edition
        self.plain = plain
        self.original = original
        self.words: Labels = labels(edition.lang)
        self.numbers = count(1)

    def before(self) -> Iterator[Block]:
        """What a reader must know, and for whom it is; apart, so that no part of the text is below its heading."""
        front = self.plain.front
        made: list[Block] = []
        if front.summary:
            items = [
                self._block(BlockKind.ITEM, blocks=(self._marked(text, f"summary:{number}"),))
                for number, text in enumerate(front.summary, 1)
            ]
            made.append(self._heading("summary", self.words("plain_summary")))
            made += self._notice("summary")
            made.append(self._block(BlockKind.LIST, blocks=items, list=ListStyle(tight=False)))
        if front.audience:
            label = self._own_inline(self.words("plain_audience"))
            text = (label, Inline(InlineKind.TEXT, " "), self._inline(front.audience, "audience"))
            made += self._notice("audience")
            made.append(self._block(BlockKind.PARAGRAPH, inlines=text))
        if made:
            yield replace(self._block(BlockKind.GROUP, blocks=made), attr=Attr(("pariter-summary",)))

    def text(self) -> Iterator[Block]:
        """The text, with why a part is left out where it would stand."""
        all_runs = runs(self.plain, Index.of(self.original))
        for run, blocks in laid_out(all_runs, self.edition.document.blocks):
            yield from blocks
            if run.parts[0].omitted:
                name = f"reason:{run.parts[0].stands_for[0]}"
                yield from self._notice(name)
                before, _, after = self.words("plain_omitted", reason="{reason}").partition("{reason}")
                said = (Inline(InlineKind.TEXT, before), self._inline(run.parts[0].reason, name))
                inlines = (*said, Inline(InlineKind.TEXT, after)) if after else said
                yield self._in_our_words(self._block(BlockKind.PARAGRAPH, inlines=inlines))
            if any(self.edition.behind & set(part.stands_for) for part in run.parts):
                yield self._in_our_words(self._paragraph(self.words("plain_stale")))

    def behind(self) -> Iterator[Block]:
        """The glossary: that of the plain text, then the original's, as on the page."""
        known: dict[str, Term] = {}
        for term in self.edition.document.terms:
            if term.definition:
                known.setdefault(term.term, term)
        if known:
            yield self._heading("glossary", self.words("glossary"))
            yield from self._notice("glossary")
            listed = [part for name in sorted(known, key=str.casefold) for part in self._term(known[name])]
            yield self._block(BlockKind.DEFINITIONS, blocks=listed)

    def _term(self, term: Term) -> Iterator[Block]:
        name = f"glossary:{term.term}"
        yield self._in_tongue(self._block(BlockKind.TERM, inlines=(Inline(InlineKind.TEXT, term.term),)), name)
        yield self._block(BlockKind.DEFINITION, blocks=(self._marked(term.definition, f"{name}:definition"),))
        if words := dict(self.plain.front.originals).get(term.term):
            said = self._paragraph(f"{self.words('plain_in_original')} “{words}”")
            yield self._block(BlockKind.DEFINITION, blocks=(self._in_our_words(said),))

    def _heading(self, name: str, text: str) -> Block:
        """A heading whose id stays, whatever stands before it: a file of the book may be called by it."""
        level = top_level(self.edition.document.blocks)
        inlines = (Inline(InlineKind.TEXT, text),)
        return self._in_our_words(Block(BlockKind.HEADING, f"{OWN_ID}{name}", inlines, level=level))

    def _notice(self, name: str) -> Iterator[Block]:
        """That a part is not translated yet, or has changed since."""
        if said := notice_at(self.edition, self.plain.front, name):
            yield self._in_our_words(self._paragraph(said.text))

    def _marked(self, text: str, name: str) -> Block:
        """What the writer says, marked where it is not translated yet."""
        return self._in_tongue(self._paragraph(text), name)

    def _in_tongue(self, block: Block, name: str) -> Block:
        lang, dir = self.plain.front.foreign.get(name, ("", ""))
        return replace(block, lang=lang, dir=dir)

    def _inline(self, text: str, name: str) -> Inline:
        lang, dir = self.plain.front.foreign.get(name, ("", ""))
        inner = Inline(InlineKind.TEXT, text)
        return Inline(InlineKind.SPAN, children=(inner,), lang=lang, dir=dir) if lang else inner

    def _paragraph(self, text: str) -> Block:
        return self._block(BlockKind.PARAGRAPH, inlines=(Inline(InlineKind.TEXT, text),))

    def _block(
        self, kind: BlockKind, *, inlines: tuple[Inline, ...] = (), blocks: Sequence[Block] = (),
        list: ListStyle | None = None,
    ) -> Block:  # fmt: skip
        return Block(kind, f"{OWN_ID}plain-{next(self.numbers)}", inlines, tuple(blocks), list=list)

    def _in_our_words(self, block: Block) -> Block:
        """A block marked with the language of the product's words where it is another one."""
        return replace(block, lang=self.words.lang, dir=self.words.dir) if self._foreign else block

    def _own_inline(self, text: str) -> Inline:
        inner = Inline(InlineKind.TEXT, text)
        if not self._foreign:
            return inner
        return Inline(InlineKind.SPAN, children=(inner,), lang=self.words.lang, dir=self.words.dir)

    @property
    def _foreign(self) -> bool:
        return self.words.lang != self.edition.lang.partition("-")[0]
