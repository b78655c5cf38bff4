# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a translation file says of itself and of the form of its units."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import BlockKind, Document
from pipeline.translate.unit import Unit

# The HTML element by which a tool shows a block (XLIFF 2.1, 5.4: the format style module).
FS = {
    BlockKind.PARAGRAPH: "p", BlockKind.TERM: "dt", BlockKind.CAPTION: "caption", BlockKind.CODE: "pre",
    BlockKind.LINE: "p", BlockKind.CELL: "td", BlockKind.FIGURE: "img",
}  # fmt: skip


TARGET = "target-language"


def facts(document: Document, found: Sequence[Unit], target: str = "") -> tuple[tuple[str, str], ...]:
    """Which text the file was made from, into which language it is to be translated, and how much there is to do."""
    segments = sum(part.segment for unit in found if unit.translate for part in unit.parts)
    return (
        ("source-digest", document.digest),
        ("source-title", document.meta.title),
        ("words", str(sum(unit.words for unit in found))),
        ("segments", str(segments)),
        *([(TARGET, target)] if target else []),
    )


def style_of(unit: Unit) -> str:
    """The element as which a tool shows the unit; empty for what is no block."""
    if unit.block is None or unit.role not in ("text", "fixed"):
        return ""
    if unit.block.kind is BlockKind.HEADING:
        return f"h{min(unit.block.level, 6)}"
    return FS.get(unit.block.kind, "")
