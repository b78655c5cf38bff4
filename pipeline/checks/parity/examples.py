# SPDX-License-Identifier: AGPL-3.0-or-later
"""Examples for the parity rules: what a document asks for and what a file gave, as small outlines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.checks.rule import Example
from pipeline.model import Format, Node, Outline, Role


def part(
    role: Role, text: str = "", *children: Node, level: int = 0, lang: str = "en", dir: str = "ltr", **attrs: str
) -> Node:
    """A node with its attributes as keywords."""
    return Node(role, text, children, level, lang, dir, attrs)


def paragraph(text: str, *children: Node, lang: str = "en", dir: str = "ltr") -> Node:
    """A paragraph, of English text unless something else is said."""
    return part(Role.PARAGRAPH, text, *children, lang=lang, dir=dir)


def pair(
    wanted: Sequence[Node],
    given: Sequence[Node],
    format: Format = Format.PDF,
    wanted_meta: Mapping[str, str] | None = None,
    given_meta: Mapping[str, str] | None = None,
) -> Example:
    """An example of a file that gives ``given`` where its source asks for ``wanted``."""
    roots = [Node(Role.DOCUMENT, "", tuple(nodes), 0, "en", "ltr") for nodes in (wanted, given)]
    return Example(
        format,
        b"-",
        expected=Outline(format, roots[0], wanted_meta or {}),
        read=Outline(format, roots[1], given_meta or {}),
    )
