# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tokens into sentences and the white space between, each with an id by its content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from pipeline.model import InlineKind
from pipeline.translate import segment
from pipeline.translate.srx import Srx
from pipeline.translate.tokens import CLOSE, LOCK, PLACE, TEXT, UNLOCK, Part, Token, cut_token


def parts_of(tokens: Sequence[Token], lang: str, srx: Srx | None = None, *, heading: bool = False) -> tuple[Part, ...]:
    """The parts of a unit's tokens. In: the language of the text, a translator's own rules, whether it is a heading."""
    linear = "".join(_linear(token) for token in tokens)
    cuts = segment.boundaries(linear, lang, srx, heading=heading) if linear.strip() else ()
    return tuple(_named(_split(tokens, cuts)))


def _linear(token: Token) -> str:
    """A token as the segmenter sees it: codes take the place of a word, calls of notes that of nothing."""
    if token.kind == TEXT:
        return token.text
    if token.kind != PLACE or token.code is None or token.code.inline.kind is InlineKind.NOTE:
        return ""
    return " " if token.code.inline.kind is InlineKind.LINE_BREAK else "Xxxx"


def _split(tokens: Sequence[Token], cuts: Sequence[int]) -> list[list[Token]]:
    """Tokens cut at offsets into their linear text; ends of pairs and calls of notes stay with what they end."""
    groups: list[list[Token]] = [[]]
    reached = 0
    pending = list(cuts)
    locked = 0
    for whole in tokens:
        token = whole
        length = len(_linear(token))
        locked += (token.kind == LOCK) - (token.kind == UNLOCK)
        if locked or token.kind == UNLOCK:  # what is locked is never cut
            pending = [cut for cut in pending if not reached < cut < reached + length]
        trailing = locked > 0 and token.kind != LOCK
        trailing = trailing or token.kind in (CLOSE, UNLOCK) or (token.kind == PLACE and length == 0)
        if pending and reached >= pending[0] and not trailing:
            groups.append([])
            pending.pop(0)
        while pending and reached < pending[0] < reached + length and token.kind == TEXT:
            first, token = cut_token(token, pending[0] - reached)
            groups[-1].append(first)
            reached, length = pending.pop(0), len(token.text)
            groups.append([])
        groups[-1].append(token)
        reached += length
    return [group for group in groups if group]


def _named(groups: list[list[Token]]) -> Iterator[Part]:
    """Parts with ids by content; the white space that ends a sentence is a part of its own."""
    taken: set[str] = set()
    for index, group in enumerate(groups):
        tail: list[Token] = []
        last = index == len(groups) - 1
        while not last and len(group) > 1 and group[-1].kind == TEXT and not group[-1].text.strip():
            tail.insert(0, group.pop())
        if not last and group and group[-1].kind == TEXT and group[-1].text != group[-1].text.rstrip():
            body, space = cut_token(group[-1], len(group[-1].text.rstrip()))
            group[-1] = body
            tail.insert(0, space)
        digest = hashlib.sha256(_content(group).encode()).hexdigest()[:8]
        name, count = f"s-{digest}", 1
        while name in taken:
            count += 1
            name = f"s-{digest}.{count}"
        taken.add(name)
        yield Part(name, tuple(group))
        if tail:
            yield Part(f"w-{name[2:]}", tuple(tail), segment=False)


def _content(tokens: Sequence[Token]) -> str:
    return "\0".join(t.text if t.kind == TEXT else f"{t.kind}{t.code.signature if t.code else ''}" for t in tokens)
