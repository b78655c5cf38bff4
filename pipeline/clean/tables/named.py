# SPDX-License-Identifier: AGPL-3.0-or-later
"""column-names: names that an extractor gave to columns without a name ("Col1") go; the cells are empty again.

A name says the place of its column, and stands in headers of tables alone. Only where pages prove an extraction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Block, Kind, Scan
from pipeline.clean.tables.mended import cells, is_pipe

_NAME = re.compile(r"(?<![^\s|])Col(\d{1,2})(?![^\s|])")


def find(scan: Scan) -> Iterator[Fix]:
    """Headers with cells that are called after their place."""
    if not scan.extracted or not _NAME.search(scan.text):
        return
    headers = [block for block in scan.blocks if block.kind is Kind.TABLE and is_pipe(block)]
    named = [(block, found) for block in headers if (found := _named(block))]
    if sum(len(found) for _, found in named) < len(_NAME.findall(scan.text)):
        return  # the text speaks of columns that are called so
    for block, found in named:
        start = block.lines[0].start
        edits = tuple(Edit(start + name.start(), start + name.end(), "") for name in found)
        deleted = " ".join(name.group() for name in found)
        yield Fix(edits, "Names that an extractor gave to columns without one.", 0.93, deleted=deleted)


def _named(block: Block) -> list[re.Match[str]]:
    """The names in a header that are nothing but the places of their columns."""
    row = cells(block.lines[0])
    wanted = {f"Col{place}" for place, cell in enumerate(row, start=1) if cell == f"Col{place}"}
    found = list(_NAME.finditer(block.lines[0].text))
    return found if len(found) == len(wanted) and {name.group() for name in found} == wanted else []


RULE = Rule("column-names", "Takes out names that an extractor gave to columns.", find, after="tables")
