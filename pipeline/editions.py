# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which editions a document has: the original, one for each translation stored beside it, and the plain one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.companions import plain_of, translation_of, translations_of
from pipeline.errors import InputError
from pipeline.model import Document, Edition, Format, Register, Source
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.plain.authored.edition import PlainEdition
    from pipeline.plain.authored.source import PlainText

PLAIN_FORMATS = ("plain", "plain-pdf", "plain-epub", "plain-xliff")


def editions_of(document: Document, settings: Settings) -> tuple[Edition, ...]:
    """The editions to publish, the original first, each knowing its siblings.

    Raises InputError for a translation or plain text that cannot be read.
    """
    meta = document.meta
    found = [Edition(document, meta.lang, meta.dir, Register.ORIGINAL, original_lang=meta.lang)]
    found.extend(_translations(document, settings))
    if plain_path(document).is_file() and any(name in settings.formats for name in PLAIN_FORMATS):
        found.extend(_plain(document, settings, found))
    elif settings.formats and set(settings.formats) == set(without_text(document, settings)):
        name, path = settings.formats[0], plain_path(document)
        raise InputError(f"there is no plain text to make {name} of.", f"Write it: pariter plain init {document.path}.",
                         file=path)  # fmt: skip
    names = [(edition.lang, edition.register) for edition in found]
    return tuple(
        replace(edition, siblings=tuple(name for name in names if name != (edition.lang, edition.register)))
        for edition in found
    )


def plain_path(document: Document) -> Path:
    """Where the plain text of a document is, or would be."""
    return plain_of(document.path)


def without_text(document: Document, settings: Settings) -> tuple[str, ...]:
    """The formats that are asked for and need a plain text, where there is none. The page has another form then."""
    if plain_path(document).is_file():
        return ()
    return tuple(name for name in settings.formats if name in PLAIN_FORMATS and name != "plain")


def _translations(document: Document, settings: Settings) -> Iterator[Edition]:
    for lang, path in stored_translations(document):
        if lang.lower() != document.meta.lang.lower():
            from pipeline.translate.merge import merge

            data = read_bytes(path)
            yield merge(document, data, strict=False, states=settings.publishable_states, file=path).edition()


def stored_translations(document: Document) -> Iterator[tuple[str, Path]]:
    """(language, file) of each stored translation."""
    return translations_of(document.path)


def translation_path(document: Document, lang: str) -> Path:
    """Where the translation into ``lang`` is stored. Raises InputError for what is no language tag."""
    if not lang or not all(part.isalnum() and part.isascii() for part in lang.split("-")):
        raise InputError(f"«{lang}» is no language tag.", "Write one such as fr or zh-Hans.")
    return translation_of(document.path, lang)


def _plain(document: Document, settings: Settings, others: Sequence[Edition]) -> Iterator[Edition]:
    """The edition in plain language and its translations; beside each its own language's edition if there is one."""
    from pipeline.plain.authored.translated import Translated, from_translation
    from pipeline.translate.merge import merge

    plain = plain_of_document(document)
    yield plain
    beside = {edition.lang.lower(): edition for edition in others}
    for lang, path in stored_translations(plain.document):
        if lang.lower() != plain.lang.lower():
            made = merge(
                for_translators(plain), read_bytes(path), strict=False, states=settings.publishable_states, file=path
            )
            back = Translated(made.document, made.untranslated, made.stale, made.draft)
            yield from_translation(plain, back, beside.get(made.lang.lower(), others[0]))


def plain_of_document(document: Document) -> PlainEdition:
    """The edition in plain language. Raises InputError when there is no plain text, or it cannot be read."""
    from pipeline.plain.authored.edition import plain_edition

    return plain_edition(document, read_plain(document))


def for_translators(plain: PlainEdition) -> Document:
    """The plain text as translators get it, with its summary, its reasons and its glossary."""
    from pipeline.plain.authored.translated import to_translate

    return to_translate(plain)


def in_file(edition: Edition, format: Format) -> Edition:
    """An edition as a file of ``format`` holds it: a PDF, a book or a file for translators of the plain one has its
    summary and its glossary in the text."""
    from pipeline.plain.authored.edition import PlainEdition

    if not isinstance(edition, PlainEdition):
        return edition
    if format is Format.XLIFF:
        return replace(edition, document=for_translators(edition))
    if format in (Format.PDF, Format.EPUB):
        from pipeline.plain.authored.in_full import in_full

        return in_full(edition, edition.text, edition.beside.document)
    return edition


def read_plain(document: Document) -> PlainText:
    """The plain text beside a document. Raises InputError when it cannot be read."""
    from pipeline.document.source import read_source

    path = plain_path(document)
    if not path.exists():
        remedy = f"Let «pariter plain init {document.path}» write it."
        raise InputError("there is no plain text yet.", remedy, file=path)
    source = read_source(path, folder=document.folder, name=document.name)
    known = _READ.get(path)
    if known is None or known[:2] != (source, document):
        from pipeline.plain.authored.source import read

        known = _READ[path] = (source, document, read(source, document))
        while len(_READ) > MOST_READ:
            del _READ[next(iter(_READ))]
    return known[2]


MOST_READ = 4
_READ: dict[Path, tuple[Source, Document, PlainText]] = {}
"""The plain texts that were read last: writing a page, checking it and the guard each ask for one, and parsing costs as
much as checking the page."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that belongs to a document. Raises InputError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", "Check its permissions.", file=path) from None
