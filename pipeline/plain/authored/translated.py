# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plain edition for translators, and their translation as a plain edition again.

What ``plain.md`` has for its readers beside its text (the summary, for whom it is, why parts are left out, the
glossary) becomes blocks for translators, whose ids no block of the text has. Coming back, it is taken out of these
blocks again: every writer and reader of the page works with a translated plain text as with the one that was written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.document.front import FrontLine, said_of_part
from pipeline.document.text import text_of, walk
from pipeline.model import Attr, Block, BlockKind, Document, Edition, Inline, InlineKind, Pos, Term
from pipeline.model.namespaces import OWN_ID
from pipeline.plain.authored.align import Index
from pipeline.plain.authored.edition import PlainEdition
from pipeline.plain.authored.listed import laid_out, runs
from pipeline.plain.authored.source import Front, PlainBlock

SUMMARY, AUDIENCE, REASON, WORDS = (f"{OWN_ID}{name}" for name in ("summary", "audience", "reason", "original"))
"""Classes of blocks, by which translators are told what they are (``translate/places.py``)."""


def to_translate(edition: PlainEdition) -> Document:
    """All that a translator of a plain edition gets, as a document."""
    front, text = edition.text.front, edition.document
    lines = front.lines
    before = [
        _block(name, SUMMARY, said, lines.get(f"summary:{number}", lines.get("summary", 0)))
        for number, (name, said) in enumerate(_summary(front), 1)
    ]
    if front.audience:
        before.append(_block(f"{OWN_ID}audience", AUDIENCE, front.audience, lines.get("audience", 0)))
    blocks: list[Block] = []
    for run, own in laid_out(runs(edition.text, Index.of(edition.beside.document)), text.blocks):
        blocks += own
        if run.parts[0].omitted and run.parts[0].reason:
            blocks.append(_block(_reason(run.parts[0]), REASON, run.parts[0].reason, run.parts[0].line))
    listed = tuple(part for term in _terms(text) for part in _entry(term, front))
    behind = (Block(BlockKind.DEFINITIONS, f"{OWN_ID}glossary", blocks=listed),) if listed else ()
    # Of a text with a summary the description is the summary, which is a part of the text here.
    meta = replace(text.meta, description="") if front.summary else text.meta
    return replace(text, meta=meta, blocks=(*before, *blocks, *behind))


@dataclass(frozen=True, slots=True)
class Translated:
    """What came back of ``to_translate``: the document with translated texts, and the ids of its blocks that are not
    translated yet, or whose text has changed since; and whether no translator has reviewed it."""

    document: Document
    untranslated: frozenset[str]
    stale: frozenset[str]
    draft: bool


def from_translation(edition: PlainEdition, made: Translated, beside: Edition) -> PlainEdition:
    """The plain edition in the language of a translation. In: the plain edition that was translated, what came back,
    and the edition whose text is to stand beside it."""
    taken = _Taken(edition, made, beside.lang == made.document.meta.lang)
    front, terms, parts = taken.front(), taken.terms(), tuple(map(taken.part, edition.text.blocks))
    front = replace(front, foreign=taken.foreign, outdated=frozenset(taken.outdated))
    own = made.document
    meta = replace(own.meta, description=" ".join(front.summary) or own.meta.description)
    blocks = tuple(block for block in own.blocks if not block.id.startswith(OWN_ID))
    document = replace(own, meta=meta, blocks=blocks, terms=terms)
    return replace(
        edition, document=document, lang=meta.lang, dir=meta.dir, draft=made.draft, untranslated=made.untranslated,
        stale=made.stale, behind=edition.stale, translated_from=edition.lang, unreviewed=not front.is_reviewed,
        text=replace(edition.text, front=front, blocks=parts), beside=beside,
    )  # fmt: skip


def notice_at(edition: Edition, front: Front, name: str) -> FrontLine | None:
    """What a translation says before a part that is beside its text (summary, audience, glossary, ``reason:ID``)."""
    untranslated, stale = said_of_part(edition)
    if _has(front.outdated, name):
        return stale
    return untranslated if _has(front.foreign, name) else None


def _has(names: Iterable[str], wanted: str) -> bool:
    return any(f"{name}:".startswith(f"{wanted}:") for name in names)


def beside_label(edition: Edition) -> str:
    """The label of what stands beside the text: the original, or a translation of it."""
    is_translated = isinstance(edition, PlainEdition) and edition.beside.lang != edition.original_lang
    return "original_translated" if is_translated else "original"


class _Taken:
    """Takes what stands beside the text out of a translation, and notes what of it is not translated or outdated."""

    def __init__(self, edition: PlainEdition, made: Translated, words: bool) -> None:
        self.edition = edition
        self.made = made
        self.words = words  # whether what stands beside has words of the translation's language
        self.found = {block.id: text_of(block.inlines) for block in walk(made.document.blocks)}
        self.foreign: dict[str, tuple[str, str]] = {}
        self.outdated: set[str] = set()
        terms = (term.term for term in _terms(edition.document))
        self.named = {term: self._said(_name("term", term), term, f"glossary:{term}") for term in terms}

    def _said(self, block: str, written: str, name: str) -> str:
        """The translation of what is written, or what is written where there is none."""
        if block in self.made.stale:
            self.outdated.add(name)
        if block in self.made.untranslated or not self.found.get(block):
            self.foreign[name] = (self.edition.lang, self.edition.dir)
            return written
        return self.found[block]

    def front(self) -> Front:
        """The front matter, translated but for names of persons."""
        front = self.edition.text.front
        summary = tuple(
            self._said(name, text, f"summary:{number}") for number, (name, text) in enumerate(_summary(front), 1)
        )
        audience = self._said(f"{OWN_ID}audience", front.audience, "audience") if front.audience else ""
        originals = tuple(
            (self.named[term], self.found[_name("words", term)]) for term, _ in front.originals
            if self.words and self._is_there(_name("words", term))
        )  # fmt: skip
        lines = {_renamed(name, self.named): line for name, line in front.lines.items()}
        terms = tuple(term for term in self.terms() if term.definition)
        return replace(
            front, summary=summary, audience=audience, glossary=terms, originals=originals, lines=lines,
            title=text_of(self.made.document.title), lang=self.made.document.meta.lang,
        )  # fmt: skip

    def terms(self) -> tuple[Term, ...]:
        """The glossary; two terms that are one word in the translation are one, with both definitions. Terms without a
        definition stay, for they only say what is not to be changed."""
        done: dict[str, Term] = {}
        for term in map(self._term, _terms(self.edition.document)):
            said = dict.fromkeys((done[term.term].definition, term.definition) if term.term in done else ())
            done[term.term] = replace(term, definition=" ".join(said) or term.definition)
        return (*done.values(), *(term for term in self.edition.document.terms if not term.definition))

    def _term(self, term: Term) -> Term:
        named = self.named[term.term]
        said = self._said(_name("definition", term.term), term.definition, f"glossary:{named}:definition")
        return replace(term, term=named, definition=said)

    def _is_there(self, block: str) -> bool:
        return block in self.found and block not in self.made.untranslated

    def part(self, part: PlainBlock) -> PlainBlock:
        """A plain block, with why it is left out."""
        if not part.omitted or not part.reason:
            return part
        return replace(part, reason=self._said(_reason(part), part.reason, f"reason:{part.stands_for[0]}"))


def _summary(front: Front) -> Iterator[tuple[str, str]]:
    """(id, text) of each part of the summary. An id by what it says: one that is put between is not taken for the one
    that stood there before."""
    for text in dict.fromkeys(front.summary):
        yield f"{SUMMARY}.{hashlib.sha256(text.encode()).hexdigest()[:8]}", text


def _terms(document: Document) -> tuple[Term, ...]:
    """The terms that are explained; of two with one name the first."""
    known: dict[str, Term] = {}
    for term in document.terms:
        if term.definition:
            known.setdefault(term.term, term)
    return tuple(known.values())


def _entry(term: Term, front: Front) -> Iterator[Block]:
    line = front.lines.get(f"glossary:{term.term}", 0)
    yield replace(_block(_name("term", term.term), "", term.term, line), kind=BlockKind.TERM)
    said = [_block(_name("definition", term.term), "", term.definition, line)]
    if words := dict(front.originals).get(term.term):
        said.append(_block(_name("words", term.term), WORDS, words, line))
    yield from (Block(BlockKind.DEFINITION, f"{block.id}-of", blocks=(block,)) for block in said)


def _name(kind: str, term: str) -> str:
    return f"{OWN_ID}{kind}.{term}"


def _reason(part: PlainBlock) -> str:
    return f"{REASON}.{part.stands_for[0]}"


def _renamed(name: str, named: Mapping[str, str]) -> str:
    """The name of a line, by the translated term."""
    key, _, rest = name.partition(":")
    term = next((term for term in named if key == "glossary" and f"{rest}:".startswith(f"{term}:")), "")
    return f"glossary:{named[term]}{rest[len(term) :]}" if term else name


def _block(name: str, kind: str, text: str, line: int) -> Block:
    """A paragraph of what stands on a line of ``plain.md`` (0: not known), but not as Markdown."""
    attr = Attr((kind,)) if kind else Attr()
    pos = Pos(0, 0, line) if line else None
    return Block(BlockKind.PARAGRAPH, name, (Inline(InlineKind.TEXT, text),), attr=attr, pos=pos)
