# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which painted piece holds which characters of the document, and where a reader needs a space.

White space is compared as CSS collapses it. Everything else of a text is painted somewhere, in its order, so
counting characters that are no white space aligns text and pieces through line ends and page breaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.writers.pdf.painted import Leaf


def solid(text: str) -> str:
    """``text`` without its white space."""
    return "".join(text.split())


def distribute(texts: Sequence[str], leaves: Sequence[Leaf]) -> list[list[Leaf]]:
    """The leaves of one element, in their order, dealt out to its texts (before, between, after children)."""
    shares: list[list[Leaf]] = [[] for _ in texts]
    if len(texts) == 1:
        shares[0] = list(leaves)
        return shares
    index = 0
    left = len(solid(texts[0]))
    for leaf in leaves:
        size = len(solid(leaf.text))
        if not size:
            continue  # white space alone is not painted
        while left <= 0 and index + 1 < len(texts):
            index += 1
            left = len(solid(texts[index]))
        shares[index].append(leaf)
        left -= size
    return shares


class Flow:
    """The inline content of one block: the last piece, and whether white space came after it."""

    def __init__(self) -> None:
        self.space = False
        self._last: Leaf | None = None

    def text(self, text: str, leaves: Sequence[Leaf], *, verbatim: bool) -> list[Leaf]:
        """The painted leaves of a text, each now saying which white space follows it."""
        if verbatim:
            return self._verbatim(text, leaves)
        painted = [leaf for leaf in leaves if leaf.text.strip()]
        if not painted:
            self.space = self.space or (bool(text) and text[:1].isspace())
            return []
        words = text.split()
        ends: list[int] = []
        total = 0
        for word in words:
            total += len(word)
            ends.append(total)
        if text[:1].isspace():
            self.space = True
        done = 0
        for leaf in painted:
            self._join(leaf)
            done += len(solid(leaf.text))
            at = bisect_left(ends, done)
            self.space = at < len(ends) and ends[at] == done and (at + 1 < len(ends) or text[-1:].isspace())
        return painted

    def generated(self, leaf: Leaf) -> None:
        """A piece that the style made, or an image that is read as text."""
        self._join(leaf)

    def _join(self, leaf: Leaf) -> None:
        last = self._last
        if last is not None and self.space and not leaf.text[:1].isspace():
            if not last.image:
                last.append = last.append or " "
            elif not leaf.image:
                leaf.prepend = " "
        elif last is not None and self.space and last.text[-1:].isspace() and not last.image:
            last.append = ""
        self._last, self.space = leaf, False

    def _verbatim(self, text: str, leaves: Sequence[Leaf]) -> list[Leaf]:
        """Program text keeps its line ends and indentation."""
        painted = [leaf for leaf in leaves if leaf.text.strip()]
        at = 0
        for index, leaf in enumerate(painted):
            leaf.verbatim = True
            line = leaf.text.strip()
            start = text.find(line, at)
            if start < 0:
                continue
            leaf.text = text[at if index == 0 else start : start + len(line)]
            if index:
                gap = text[at:start]
                if "\n" in gap:
                    last = painted[index - 1]
                    last.append = gap[: gap.rfind("\n") + 1]
                    leaf.text = gap[gap.rfind("\n") + 1 :] + line
                else:
                    leaf.text = gap + line
            at = start + len(line)
        return painted
