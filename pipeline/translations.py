# SPDX-License-Identifier: AGPL-3.0-or-later
"""What publishing tells of translations that do not fit their text any more, or not yet.

The editions themselves say it to their readers (``document/front.py``); this is for those who publish them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline import labels
from pipeline.checks.rules.unit_numbers import differences
from pipeline.document.text import all_blocks, text_of
from pipeline.editions import for_translators
from pipeline.model import Block, Document, Edition, Finding, Outcome, Register, Severity
from pipeline.plain.authored.edition import PlainEdition

SHOWN = 5
"""How many lines a finding names."""


def findings(document: Document, editions: Sequence[Edition], lines: Sequence[int]) -> Iterator[Finding]:
    """A warning for each translation, of the text or of its plain text, of which parts are out of date or missing, with
    their count and first lines; and one for each part that is out of date and has other numbers than its text.

    ``lines`` is the author's line for each line of the document's source (``line_map``).
    """
    plain = next((one for one in editions if isinstance(one, PlainEdition) and not one.translated_from), None)
    for edition in editions:
        if edition.translated_from and plain is not None:
            yield from _of_edition(for_translators(plain), edition, ())
        elif edition.register is Register.ORIGINAL and edition.lang != document.meta.lang:
            yield from _of_edition(document, edition, lines)


def _of_edition(document: Document, edition: Edition, lines: Sequence[int]) -> Iterator[Finding]:
    """Of one translation. In: the document that it is a translation of."""
    blocks = {block.id: block for block in all_blocks(document)}
    stale = _in_order(blocks, edition.stale)
    missing = _in_order(blocks, edition.untranslated - edition.stale)
    tongue = labels.language_name(edition.lang, "en")
    text, which = ("plain text", f"plain edition in {tongue}") if edition.translated_from else (
        "original", f"edition in {tongue}"
    )  # fmt: skip
    if stale:
        what = f"The {text} has changed since {_parts(stale)} of the {which} "
        what += f"{_was(stale)} translated: {_where(stale, lines)}."
        yield _finding(document, "translation-stale", what, _again(edition), stale[0])
    if missing:
        what = f"{_parts(missing)} of the {which} {_is(missing)} not translated: "
        what += f"{_where(missing, lines)}."
        yield _finding(document, "translation-missing", what, _again(edition), missing[0])
    yield from _numbers(document, edition, stale, tongue)


def _numbers(document: Document, edition: Edition, stale: Sequence[Block], tongue: str) -> Iterator[Finding]:
    """Parts whose old translation is published with numbers that their text no longer has."""
    printed = {block.id: block for block in all_blocks(edition.document)}
    for block in (block for block in stale if block.id in printed):
        source, target = text_of(block), text_of(printed[block.id])
        for what in differences(source, target, document.meta.lang, edition.lang):
            told = f"The translation into {tongue} is of an older text: it {what}"
            yield _finding(document, "translation-numbers", told, _again(edition), block)


def _in_order(blocks: dict[str, Block], wanted: Collection[str]) -> list[Block]:
    """By their lines: a note stands where it is written, not where it is called."""
    found = [block for name, block in blocks.items() if name in wanted]
    return sorted(found, key=lambda block: block.pos.line if block.pos is not None else 0)


def _parts(blocks: Sequence[Block]) -> str:
    return f"{len(blocks)} part{'s' if len(blocks) != 1 else ''}"


def _was(blocks: Sequence[Block]) -> str:
    return "were" if len(blocks) != 1 else "was"


def _is(blocks: Sequence[Block]) -> str:
    return "are" if len(blocks) != 1 else "is"


def _where(blocks: Sequence[Block], lines: Sequence[int]) -> str:
    """The first lines of the author's text on which the blocks stand; parts of the settings have none."""
    own = [block.pos.line for block in blocks if block.pos is not None]
    found = list(dict.fromkeys(lines[line] if 0 < line < len(lines) else line for line in own))
    if not found:
        return "the title"
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return f"line{'s' if len(found) > 1 else ''} {', '.join(map(str, found[:SHOWN]))}{more}"


def _again(edition: Edition) -> str:
    which = f"{edition.lang} --plain" if edition.translated_from else edition.lang
    return (
        f"Send out a new file (pariter xliff export … --to {which}; what still fits is in it), and take the "
        "translation back (pariter xliff merge)."
    )


def _finding(document: Document, rule: str, message: str, fix: str, block: Block) -> Finding:
    line = block.pos.line if block.pos is not None else 0
    source = str(document.path)
    return Finding(rule, Outcome.FAIL, Severity.WARNING, message, fix, source=source, line=line, block=block.id)
