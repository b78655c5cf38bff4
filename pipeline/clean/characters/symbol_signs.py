# SPDX-License-Identifier: AGPL-3.0-or-later
"""symbol-signs: a sign of a symbol font that no list took is written as what was drawn: no other font has it.

Symbol and Wingdings have their bullets, ticks and arrows in the private use area, where a text says nothing without
its font. Bullets before items are ``typed-lists``' own; an item that has one and nothing else goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import unsaid
from pipeline.clean.reading.scan import Kind, Scan

_DRAWN = {
    "\uf06c": "•", "\uf0b7": "•", "\uf0a8": "•", "\uf06e": "▪", "\uf0a7": "▪", "\uf06f": "○", "\uf0d8": "▸",
    "\uf076": "❖", "\uf0fc": "✓", "\uf0e0": "→",
}  # fmt: skip
_SIGN = re.compile(f"[{''.join(_DRAWN)}]")


def find(scan: Scan) -> Iterator[Fix]:
    """Such signs outside code."""
    if not _SIGN.search(scan.text):
        return
    for block in scan.blocks:
        text = scan.slice(block).strip()
        if block.kind is Kind.ITEM and text in _DRAWN:
            end = block.end
            while scan.text[end : end + 1] in ("\r", "\n"):
                end += 1
            yield Fix((Edit(block.start, end, ""),), "An item has a bullet and no text.", 0.95, deleted=text)
            continue
        for found in _SIGN.finditer(scan.text, block.start, block.end):
            if not scan.protected(found.start()) and not unsaid.inside(scan, found.start()):
                now = _DRAWN[found.group()]
                yield Fix((Edit(found.start(), found.end(), now),), "No other font has this sign.", 0.95)


RULE = Rule("symbol-signs", "Writes signs of symbol fonts as what was drawn.", find, after="numbering")
