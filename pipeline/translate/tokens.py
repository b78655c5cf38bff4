# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pieces of a unit while it still knows its places in the source."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.model import Term
from pipeline.translate.codes import Code

TEXT, OPEN, CLOSE, PLACE, LOCK, UNLOCK = "text", "open", "close", "place", "lock", "unlock"


@dataclass(frozen=True)
class Mark:
    """What is marked: ``protected`` (not to be translated) or ``term``; ``piece_text`` is the marked text."""

    kind: str
    term: Term | None = None
    piece_text: str = ""


@dataclass(frozen=True)
class Token:
    """A piece of a unit: text, one end of a pair of codes, a code that stands alone, or one end of a mark.

    ``start`` and ``end`` are its place in the source, -1 where there is none. ``exact``: the text is the
    source's slice, so that offsets into one are offsets into the other.
    """

    kind: str
    text: str = ""
    code: Code | None = None
    mark: Mark | None = None
    start: int = -1
    end: int = -1
    exact: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What identity means for a token: its text, or its code's id."""
        if self.kind == TEXT:
            return TEXT, self.text
        return self.kind, self.code.id if self.code else ""


@dataclass(frozen=True)
class Part:
    """A sentence (``segment``) or the white space between two (not ``segment``)."""

    id: str
    tokens: tuple[Token, ...]
    segment: bool = True

    @property
    def text(self) -> str:
        """The part as a reader gets it, codes that stand alone as their text."""
        return "".join(token.code.text if token.kind == PLACE and token.code else token.text for token in self.tokens)


def cut_token(token: Token, offset: int) -> tuple[Token, Token]:
    """A text token as two. Where it is not the source's slice, no place inside it is known."""
    if offset in (0, len(token.text)):
        empty = replace(token, text="", start=-1, end=-1)
        return (empty, token) if offset == 0 else (token, empty)
    middle = token.start + offset if token.exact else -1
    first = replace(token, text=token.text[:offset], end=middle if token.exact else token.end)
    second = replace(token, text=token.text[offset:], start=middle if token.exact else token.start)
    if not token.exact:
        first, second = replace(first, start=-1, end=-1), replace(second, start=-1, end=-1)
    return first, second
