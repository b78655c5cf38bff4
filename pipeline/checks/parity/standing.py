# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where formulas that stand by themselves stand: between which texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.checks.parity.compare import ADDED, INLINE, PARTS, fold, without_formulas
from pipeline.model import Node, Role


class Standing(NamedTuple):
    """A formula that is all of its paragraph, with the texts before and after it."""

    tex: str
    before: str
    after: str
    block: str


def standing(root: Node) -> tuple[list[Standing], frozenset[str]]:
    """The formulas that stand by themselves in reading order, notes left out, and all the texts around them."""
    parts = list(_parts(root))
    found: list[Standing] = []
    before = ""
    after = [""] * len(parts)
    for at in range(len(parts) - 2, -1, -1):
        following = parts[at + 1]
        after[at] = following[0] or after[at + 1]
    for at, (text, tex, block) in enumerate(parts):
        if tex:
            found.append(Standing(tex, before, after[at], block))
        before = text or before
    return found, frozenset(text for text, _, _ in parts if text)


def _parts(root: Node) -> Iterator[tuple[str, str, str]]:
    """(text, "", block) of each part with words, ("", TeX, block) of each that is nothing but a formula."""
    stack = [(root, "")]
    while stack:
        node, block = stack.pop()
        aside = node.role is Role.LANDMARK and node.attrs.get("kind") not in ("main", "", None)
        if node.role in ADDED or node.role is Role.NOTE or aside:
            continue
        block = node.attrs.get("block") or node.attrs.get("id") or block
        formulas = [node] if node.role is Role.FORMULA else [k for k in node.children if k.role is Role.FORMULA]
        text = "" if node.role in (Role.FORMULA, Role.FIGURE, Role.IMAGE) else without_formulas(node)
        if node.role in PARTS and fold(text):
            yield fold(text), "", block
        elif len(formulas) == 1 and formulas[0].attrs.get("tex"):
            yield "", "".join(formulas[0].attrs["tex"].split()), block
        stack.extend((child, block) for child in reversed(node.children) if child.role not in INLINE or _is_alone(node))


def _is_alone(node: Node) -> bool:
    """Whether the children of a node may be formulas that stand by themselves without a paragraph around them."""
    return node.role not in PARTS
