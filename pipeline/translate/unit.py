# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translator's unit: what of a document is translated as one, with its codes and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Block, Inline, Term
from pipeline.translate.codes import Code
from pipeline.translate.tokens import TEXT, Part, Token
from pipeline.translate.words import count_words

# Characters that no XML name has (XML 1.0, 2.3, production 4a).
_NOT_NAME = re.compile(
    r"[^-.:0-9A-Za-z_\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040"
    r"\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]"
)


@dataclass(frozen=True)
class Section:
    """Where in the document: the id of the heading and the headings above and with it."""

    id: str
    path: tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """What is translated as one.

    ``role`` is text, alt, link-title, expansion, meta or fixed (shown, never translated). ``name`` is what of
    the block or the document it is ("title" of the metadata, the short form of an abbreviation).
    """

    id: str
    role: str
    parts: tuple[Part, ...]
    codes: tuple[Code, ...]
    section: Section
    block: Block | None = None
    inline: Inline | None = None
    name: str = ""
    where: str = ""
    lang: str = ""
    dir: str = ""
    limit: str = ""

    @property
    def translate(self) -> bool:
        """Whether a translator may change it."""
        return self.role != "fixed"

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens, parts joined."""
        return tuple(token for part in self.parts for token in part.tokens)

    @property
    def text(self) -> str:
        """The source text."""
        return "".join(part.text for part in self.parts)

    @property
    def words(self) -> int:
        """Words to translate."""
        return count_words("".join(t.text for t in self.tokens if t.kind == TEXT)) if self.translate else 0


def nmtoken(identifier: str) -> str:
    """An id as an XML name token; two ids never become one."""
    return _NOT_NAME.sub(lambda c: f"_x{ord(c.group()):X}_", identifier)


def glossary_of(unit: Unit, terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms of the glossary that the unit's source holds."""
    marked = {token.mark.term.term for token in unit.tokens if token.mark is not None and token.mark.term is not None}
    return tuple(term for term in terms if term.term in marked)
