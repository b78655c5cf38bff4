# SPDX-License-Identifier: AGPL-3.0-or-later
"""The inline content of a unit as one stream of codes and markers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline.outline.xliff_ids import INLINE
from pipeline.outline.xliff_problem import name_of

CODES = frozenset({"ph", "pc", "sc", "ec"})


Token = tuple[str, etree._Element]  # ("open", pc), ("close", pc), or (name, element)


def present(contents: Sequence[etree._Element | None]) -> list[etree._Element]:
    """The contents that are there."""
    return [content for content in contents if content is not None]


def stream(contents: Sequence[etree._Element | None]) -> list[Token]:
    """Codes and markers in reading order; a spanning element gives an opening and a closing token."""
    tokens: list[Token] = []
    for content in present(contents):
        for event, element in etree.iterwalk(content, events=("start", "end")):
            name = name_of(element)
            if name in ("pc", "mrk"):
                tokens.append(("open" if event == "start" else "close", element))
            elif event == "start" and element is not content and name:
                tokens.append((name, element))
    return tokens


def inline(contents: Sequence[etree._Element | None]) -> Iterator[etree._Element]:
    """Every inline element of some contents, in order."""
    for content in present(contents):
        yield from (element for element in content.iter() if name_of(element) in INLINE)
