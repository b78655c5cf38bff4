# SPDX-License-Identifier: AGPL-3.0-or-later
"""bulleted-listings: lines of a listing that an extractor wrote as items, each in code, are one listing again.

It takes a listing of short lines for a list, and each line for an item set as code. A list of names is set so, too
(files, options), but an item that is a command with what it works on is a line that is typed. Only where pages prove an
extraction: an author who lists commands means a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Block, Scan

_CODE = re.compile(r"(?P<sign>`+)(?P<code>[^`]+)(?P=sign)[ \t]*")
_TYPED = re.compile(r"\S\s+\S")


def find(scan: Scan) -> Iterator[Fix]:
    """Runs of items that are code and nothing else."""
    if not scan.extracted or "`" not in scan.text:
        return
    run: list[tuple[Block, str]] = []
    for block in scan.blocks:
        code = _code(scan, block)
        if run and (not code or block.indent != run[0][0].indent):
            yield from _fixed(scan, run)
            run = []
        if code:
            run.append((block, code))
    yield from _fixed(scan, run)


def _code(scan: Scan, block: Block) -> str:
    """What an item with a bullet shows, where that is all code; nothing for any other block."""
    found = _CODE.fullmatch(scan.slice(block)) if block.bulleted else None
    return " ".join(row.strip() for row in found["code"].splitlines()) if found else ""


def _fixed(scan: Scan, run: Sequence[tuple[Block, str]]) -> Iterator[Fix]:
    """The run as a listing, where half of its lines at least are more than a name."""
    if not run or sum(bool(_TYPED.search(code)) for _, code in run) * 2 < len(run):
        return
    first, last = run[0][0], run[-1][0]
    indent = first.lines[0].text[: first.indent]
    listing = scan.eol.join(f"{indent}{row}" for row in ("```", *(code for _, code in run), "```"))
    apart = scan.break_above(first.start) + listing + scan.break_below(last.lines[-1].stop)
    edit = Edit(first.start, last.end, apart)
    yield Fix((edit,), "Lines that are typed, each in code, are a listing and no list.", 0.93)


RULE = Rule("bulleted-listings", "Makes listings of items that are lines of code.", find, after="code-comments")
