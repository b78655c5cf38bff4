# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clean source to document: pandoc's AST with positions, islands, ids.

``parse`` is the whole room; the other names are what its neighbours use of it.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.addresses import link_addresses
from pipeline.document.attributes import give
from pipeline.document.blanks import tell_blanks
from pipeline.document.blocks import read_blocks
from pipeline.document.context import Context
from pipeline.document.dates import iso
from pipeline.document.emoji import tell_emoji
from pipeline.document.finish import Finisher
from pipeline.document.foreign import tell_foreign
from pipeline.document.given import home, tell_settings
from pipeline.document.ids import IdTable, assign, refusal, table_of
from pipeline.document.islands import prepare
from pipeline.document.language import canonical, direction, guess, is_tag
from pipeline.document.links import follow
from pipeline.document.notes import Circles, tell_notes
from pipeline.document.numbers import count_notes
from pipeline.document.orders import follow_orders
from pipeline.document.ordinals import tell_ordinals
from pipeline.document.positions import Lines
from pipeline.document.rows import tell_lost_cells
from pipeline.document.slips import tell_slips
from pipeline.document.source import split_front_matter
from pipeline.document.text import all_blocks, fold, text_of, title_of, walk, walk_inlines
from pipeline.document.titles import name_of, of_setting
from pipeline.document.unread import tell_unread
from pipeline.document.unseen import tell_captions
from pipeline.document.values import tell_values
from pipeline.errors import InputError, SettingsError
from pipeline.labels import labels
from pipeline.model import Block, BlockKind, Document, Inline, InlineKind, Meta, Severity, Source, Term
from pipeline.settings import Settings
from pipeline.tools import pandoc

__all__ = [
    "IdTable", "all_blocks", "direction", "name_of", "parse", "table_of", "text_of", "title_of", "walk", "walk_inlines"
]  # fmt: skip

_UNKNOWN = IdTable()


def parse(source: Source, settings: Settings, known: IdTable = _UNKNOWN) -> Document:
    """The document that a clean source is.

    In: the source, its settings, and the ids that its blocks had. Raises InputError for what cannot be read.
    """
    _front, text = split_front_matter(source.text, source.path)
    prepared = prepare(text)
    context = Context(
        Lines(text), str(source.path), line_blocks=prepared.line_blocks, islands=prepared.islands
    )
    try:
        circles = Circles(prepared.text)
        read = circles.closed(pandoc.read(circles.opened(prepared.text))["blocks"])
        blocks = give(read_blocks(read, context), prepared.attributes, context)
    except RecursionError:
        raise InputError("the text is nested too deeply.", "Take some levels out.", file=source.path) from None
    except InputError as error:
        raise error if error.file else InputError(error.what, error.remedy, file=source.path) from None
    blocks = follow_orders(blocks, context)
    if not blocks:
        raise InputError("there is no text in it.", "Write some text into it.", file=source.path)
    tell_settings(settings, source, context)
    tell_notes(blocks, context)
    tell_unread(blocks, context)
    tell_blanks(blocks, context)
    tell_slips(blocks, context)
    tell_values(blocks, context)
    tell_captions(blocks, context)
    tell_lost_cells(blocks, context)
    tell_foreign(blocks, context)
    tell_emoji(blocks, context)
    blocks = link_addresses(blocks)
    abbreviations = dict(settings.abbreviations) | dict(prepared.abbreviations)
    lang = canonical(settings.lang or guess(text))
    if not is_tag(lang):
        raise SettingsError(f"lang: «{lang}» is no language tag.", "Write one such as fr or zh-Hans.", file=source.path)
    tell_ordinals(blocks, lang, context)
    writing = settings.dir or direction(lang)
    blocks = Finisher(lang, writing, abbreviations, context).blocks(blocks)
    title, blocks, guessed = _title(blocks, settings, source)
    if guessed:
        told = f"No title is given: «{fold(title_of(title))[:60]}» is taken."
        severity = Severity.NOTE if title.pos else Severity.WARNING
        context.notice("no-title", told, f"Write title: in {home(source)}.", title.pos, severity)
    if not settings.lang:
        guessed = (*guessed, "lang")
        told = f"No language is given: {lang} is taken from the words."
        context.notice("no-language", told, f"Write lang: in {home(source)}.", None, Severity.NOTE)
    if labels(lang).lang != lang.partition("-")[0].lower():
        told = f"What we put into a document (Contents, Notes, Page) is in English: we have no words in {lang}."
        context.notice("no-labels", told, "Ask us for them; one file with these words adds them.", None, Severity.NOTE)
    title, *rest = assign(
        count_notes((title, *blocks)),
        known,
        lambda written, block: context.notice(*refusal(written), block.pos),
    )
    title, *rest = follow((title, *rest))
    return Document(
        name=source.name,
        meta=_meta(settings, name_of(title, lang), lang, writing, guessed),
        title=title,
        blocks=tuple(rest),
        source=source.text,
        digest=source.digest,
        folder=source.folder,
        path=source.path,
        terms=tuple(Term(t.term, t.definition, t.translate, t.translations) for t in settings.terms),
        abbreviations=tuple(sorted(abbreviations.items())),
        notices=tuple(context.notices),
    )


def _title(
    blocks: tuple[Block, ...], settings: Settings, source: Source
) -> tuple[Block, tuple[Block, ...], tuple[str, ...]]:
    """The title as a heading, the blocks without it, and whether it was guessed.

    The metadata's title counts; an only H1 that says the same is that title and is not printed again, and so is a
    heading at the very beginning that says the same, if no other is on a higher level. Without either, a heading at the
    very beginning is the title, on the same condition; else the first heading, or the first words, name the document
    and stay where they are.
    """
    top = [block for block in blocks if block.kind is BlockKind.HEADING and block.level == 1]
    only = top[0] if len(top) == 1 else None
    if only is not None and (not settings.title or _says_the_same(only, settings.title)):
        rest = tuple(block for block in blocks if block is not only)
        return only, rest, ()
    headings = [block for block in walk(blocks) if block.kind is BlockKind.HEADING]
    first = headings[0] if headings else None
    opens = first is not None and first is blocks[0] and first.level <= min(block.level for block in headings)
    if first is not None and opens and (not settings.title or _says_the_same(first, settings.title)):
        return replace(first, level=1), blocks[1:], () if settings.title else ("title",)
    if settings.title:
        return replace(_heading(""), inlines=of_setting(settings.title)), blocks, ()
    words = title_of(first) if first is not None else _first_words(blocks) or source.name
    return _heading(words), blocks, ("title",)


def _says_the_same(heading: Block, title: str) -> bool:
    def bare(text: str) -> str:
        return "".join(c for c in text.casefold() if c.isalnum())

    return bool(bare(title)) and bare(text_of(heading)) == bare(title)


def _heading(title: str) -> Block:
    return Block(BlockKind.HEADING, "", inlines=(Inline(InlineKind.TEXT, fold(title)),), level=1)


def _first_words(blocks: tuple[Block, ...]) -> str:
    words = next((text for text in map(text_of, blocks) if text), "").split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _meta(settings: Settings, title: str, lang: str, writing: str, guessed: tuple[str, ...]) -> Meta:
    return Meta(
        title=title,
        lang=lang,
        dir=writing,
        subtitle=settings.subtitle,
        creators=settings.creators,
        publisher=settings.publisher,
        date=iso(settings.date),
        modified=iso(settings.modified),
        version=settings.version,
        subjects=settings.subjects,
        description=settings.description,
        identifier=settings.identifier,
        rights=settings.rights,
        guessed=guessed,
    )


