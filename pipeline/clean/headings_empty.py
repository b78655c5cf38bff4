# SPDX-License-Identifier: AGPL-3.0-or-later
"""empty-heading: a heading without words goes; so does one at the very end that heads nothing."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.letters import letters
from pipeline.clean.scan import Block, Kind, Scan


def find(scan: Scan) -> Iterator[Fix]:
    """Headings that head nothing, or say nothing."""
    blocks = scan.blocks
    for index, block in enumerate(blocks):
        if block.kind is not Kind.HEADING:
            continue
        text = scan.slice(block)
        last = index == len(blocks) - 1
        if not letters(text):
            yield _drop(scan, block, "The heading has no words.", "")
        elif last and any(other.kind is Kind.HEADING for other in blocks[:index]):
            yield _drop(scan, block, "The last heading has nothing under it.", scan.text[block.body : block.end])


def _drop(scan: Scan, block: Block, reason: str, deleted: str) -> Fix:
    """The heading goes with the blank lines before it; what stood before keeps its own line end."""
    before = scan.text[: block.start].rstrip()
    keep = len(before)
    line_end = scan.text[keep : keep + len(scan.eol)]
    start = keep + len(scan.eol) if before and line_end == scan.eol else keep
    rest = scan.text[block.lines[-1].stop :]
    if rest.strip():
        return Fix((Edit(block.start, block.lines[-1].stop, ""),), reason, 0.95, deleted=deleted)
    return Fix((Edit(start, len(scan.text), ""),), reason, 0.95, deleted=deleted)


RULE = Rule("empty-heading", "Drops a heading that says or heads nothing.", find)
