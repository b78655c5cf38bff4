# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a translator is told of a unit: what it is, where it stands, what its codes are, where to see it."""

from __future__ import annotations

from pipeline.model import Document
from pipeline.model.namespaces import OWN_ID
from pipeline.translate.codes import note_for
from pipeline.translate.tokens import LOCK
from pipeline.translate.unit import Unit


def notes(unit: Unit, document: Document) -> tuple[tuple[str, str], ...]:
    """(category, text) for each note of a unit."""
    found = [("context", _context(unit))]
    if not unit.translate:
        found.append(("instruction", "Not to be translated: shown so that the text around it makes sense."))
    if unit.codes:
        found.append(("codes", "Codes: " + "; ".join(note_for(code) for code in unit.codes) + "."))
    kept = [t.mark.piece_text for t in unit.tokens if t.kind == LOCK and t.mark and t.mark.kind == "protected"]
    if kept:
        found.append(("instruction", "Keep as it is: " + "; ".join(dict.fromkeys(kept)) + "."))
    if unit.lang and unit.lang != document.meta.lang:
        text = f"This text is in {unit.lang}, the document in {document.meta.lang}: it may have to stay."
        found.append(("language", text))
    if unit.limit:
        found.append(("limit", f"At most {unit.limit} characters."))
    if unit.block is not None and not unit.block.id.startswith(OWN_ID):  # the page has that in places of its own
        found.append(("link", f"In the HTML edition: {document.stem}.html#{unit.block.id}"))
    return tuple(found)


def _context(unit: Unit) -> str:
    what = unit.where[:1].upper() + unit.where[1:] + "."
    path = " > ".join(text for text in unit.section.path if text)
    end = "" if path.endswith((".", "?", "!", "…", "؟")) else "."
    return f"{what} Section: {path}{end}" if path else what
