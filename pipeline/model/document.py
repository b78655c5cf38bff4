# SPDX-License-Identifier: AGPL-3.0-or-later
"""The document, and its editions: one in each language and register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.model.findings import Finding
from pipeline.model.text import Block
from pipeline.model.words import Register


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary in ``document.yaml``: also what translators must not change."""

    term: str
    definition: str = ""
    translate: bool = True
    translations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a publication. Empty means unknown; nothing is ever filled in by guess but the title
    (the only H1) and the language (of the text), and then ``guessed`` names the field."""

    title: str
    lang: str = "en"
    dir: str = "ltr"
    subtitle: str = ""
    creators: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    modified: str = ""
    version: str = ""
    subjects: tuple[str, ...] = ()
    description: str = ""
    identifier: str = ""
    rights: str = ""
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The parsed clean source. ``source`` is that text: positions point into it.

    ``title`` is a HEADING of level 1 that is printed once, before ``blocks``: the only H1 of the source, which
    then is not among the blocks, or the title of the metadata (without a position). ``own_stem`` is what its files are
    called where that is not its name, which it shares with another text of the same publication.
    """

    name: str
    meta: Meta
    title: Block
    blocks: tuple[Block, ...]
    source: str
    digest: str
    folder: Path
    path: Path
    terms: tuple[Term, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    notices: tuple[Finding, ...] = ()  # what reading found: markup that was refused, ids used twice
    own_stem: str = ""

    @property
    def stem(self) -> str:
        """The name of its files, without their endings."""
        return self.own_stem or self.name


@dataclass(frozen=True, slots=True)
class Edition:
    """The document in one language and one register.

    ``document`` carries the edition's own text under the original's block ids. ``untranslated`` and ``stale``
    are ids of blocks whose text is still the original's, or was translated from an older one. ``siblings``
    are the other editions of the publication as (language, register).

    A translation of the text in plain language says in which language that is (``translated_from``), whether a person
    has compared that text with the original (``unreviewed``), and for which blocks of the original it was written
    before they changed (``behind``; of the plain text itself these are ``stale``).
    """

    document: Document
    lang: str
    dir: str
    register: Register = Register.ORIGINAL
    original_lang: str = ""
    draft: bool = False
    untranslated: frozenset[str] = frozenset()
    stale: frozenset[str] = frozenset()
    siblings: tuple[tuple[str, Register], ...] = ()
    translated_from: str = ""
    unreviewed: bool = False
    behind: frozenset[str] = frozenset()
