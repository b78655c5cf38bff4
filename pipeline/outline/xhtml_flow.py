# SPDX-License-Identifier: AGPL-3.0-or-later
"""Containers of markup as runs of text and blocks, in order; what a block is, ``xhtml`` says."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.model import Node, Role
from pipeline.outline.markup import name
from pipeline.outline.words import BLOCKS, INLINE, is_back, is_box, is_call, is_hidden, roles
from pipeline.outline.xhtml_base import Context, Run, fold
from pipeline.outline.xhtml_inline import Inlines


class Flow(Inlines, ABC):
    """Reads what stands in a container."""

    @abstractmethod
    def _block(self, element: Any, context: Context) -> list[Node]:
        """The nodes of one block."""

    def _flow(self, element: Any, context: Context) -> list[Node]:
        """A container of blocks: text that stands bare in it is a paragraph."""
        nodes: list[Node] = []
        for run, block in self._pieces(element, context):
            if run is not None:
                text = run.text()
                if text or any(node.role is not Role.PAGE_BREAK for node in run.nodes):
                    node = Node(Role.PARAGRAPH, text, tuple(run.nodes), 0, context.lang, context.dir)
                    nodes.append(replace(node, attrs={"kind": "bare"}, place=self._place(element, context)))
                else:
                    nodes.extend(run.nodes)
            elif block is not None:
                nodes.extend(self._block(block, self._inner(block, context)))
        return nodes

    def _mixed(self, element: Any, context: Context) -> tuple[str, list[Node]]:
        """A bearer of text that may hold blocks too (item, cell, definition): its own text, and all nodes."""
        texts: list[str] = []
        nodes: list[Node] = []
        offset = 0
        for run, block in self._pieces(element, context):
            if run is not None:
                texts.append(run.text())
                nodes.extend(_shifted(run.nodes, offset))
                offset += len(fold("".join(run.plain))) + bool(offset)
            elif block is not None:
                nodes.extend(self._block(block, self._inner(block, context)))
        return " ".join(text for text in texts if text), nodes

    def _pieces(self, element: Any, context: Context) -> Iterator[tuple[Run | None, Any]]:
        """Runs of inline content and blocks, in order."""
        run = Run()
        run.add(element.text)
        for child in element:
            if is_hidden(child) or is_box(child):
                run.add(child.tail)
            elif self._is_block(child):
                yield run, None
                yield None, child
                run = Run()
                run.add(child.tail)
            else:
                self._inline(child, context, run)
                run.add(child.tail)
        yield run, None

    def _is_block(self, element: Any) -> bool:
        kind = name(element)
        if not kind or is_call(element) or is_back(element):
            return False
        if "doc-pagebreak" in roles(element):
            return False
        if kind in INLINE:
            # A link or a span around whole blocks is no part of a line.
            may_wrap = kind in ("a", "ins", "del", "span", "label")
            return may_wrap and any(name(child) in BLOCKS for child in element.iter())
        return kind in BLOCKS


def _shifted(nodes: Sequence[Node], by: int) -> list[Node]:
    """Page breaks of a later run count from the start of the whole text."""
    if not by:
        return list(nodes)
    return [
        replace(node, attrs={**node.attrs, "offset": str(int(node.attrs["offset"]) + by + 1)})
        if node.role is Role.PAGE_BREAK else node
        for node in nodes
    ]  # fmt: skip
