# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text that a translator may not change, and terms of the glossary, marked in a unit's tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import Term
from pipeline.translate.tokens import LOCK, TEXT, UNLOCK, Mark, Token, cut_token

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"«»]*[\w/#=&]|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"


class Marker:
    """Marks the terms of a glossary and bare addresses."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = {term.term: term for term in terms if term.term.strip()}
        longest = sorted(self._terms, key=lambda word: (-len(word), word))
        words = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest)
        self._pattern = re.compile(f"{words}|{_ADDRESS}" if words else _ADDRESS)

    def mark(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """The tokens with marks around what was found in their text; nothing inside what is locked."""
        found: list[Token] = []
        locked = 0
        for token in tokens:
            locked += (token.kind == LOCK) - (token.kind == UNLOCK)
            if token.kind != TEXT or locked:
                found.append(token)
                continue
            rest, reached = token, 0
            for match in self._pattern.finditer(token.text) if len(token.text) < 100_000 else ():
                before, rest = cut_token(rest, match.start() - reached)
                inner, rest = cut_token(rest, match.end() - match.start())
                reached = match.end()
                term = self._terms.get(match.group())
                protected = term is None or not term.translate
                mark = Mark("protected" if protected else "term", term, match.group())
                if before.text:
                    found.append(before)
                found += [Token(LOCK, mark=mark), inner, Token(UNLOCK, mark=mark)]
            if rest.text or not token.text:
                found.append(rest)
        return tuple(found)
