# SPDX-License-Identifier: AGPL-3.0-or-later
"""Examples for the rules about units: one paragraph with a strong word, and the XLIFF file of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.checks.rule import Example
from pipeline.model import Block, BlockKind, Document, Edition, Format, Inline, InlineKind, Meta, Pos
from pipeline.translate.units import units

CORE = "urn:oasis:names:tc:xliff:document:2.0"
UNIT = (
    '<originalData><data id="d1">**</data><data id="d1e">**</data></originalData><segment id="s-1"><source>'
    '<pc id="1" canCopy="no" canDelete="no" dataRefStart="d1" dataRefEnd="d1e" type="fmt" subType="xlf:b">Bees</pc>'
    " dance.</source></segment>"
)


def paragraph(unit: str = UNIT, *, file: str = "", attributes: str = "", name: str = "p-1") -> Example:
    """The file of the document «**Bees** dance.» with one unit: its content, what is added to the file element and to
    the unit's, its id."""
    data = (
        f'<xliff xmlns="{CORE}" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.0" srcLang="en"'
        f' trgLang="fr"><file id="f" xml:space="preserve">{file}<unit id="title"><segment><source>On bees</source>'
        f'</segment></unit><unit id="{name}"{attributes}>{unit}</unit></file></xliff>'
    )
    return Example(Format.XLIFF, data.encode(), edition=edition())


def targets(
    source: str,
    target: str,
    *,
    lang: str = "fr",
    state: str = "translated",
    before: str = "",
    source_lang: str = "en",
    more: Sequence[tuple[str, str]] = (),
) -> Example:
    """A file of unknown origin with one segment, English if nothing else is said, and its translation; ``more`` of both
    stand in units of their own."""
    others = "".join(
        f'<unit id="u{number}"><segment state="{state}"><source>{one}</source><target>{other}</target></segment></unit>'
        for number, (one, other) in enumerate(more, 2)
    )
    data = (
        f'<xliff xmlns="{CORE}" version="2.0" srcLang="{source_lang}" trgLang="{lang}"><file id="f">{before}'
        f'<unit id="u"><segment state="{state}"><source>{source}</source><target>{target}</target></segment></unit>'
        f"{others}</file></xliff>"
    )
    return Example(Format.XLIFF, data.encode())


def recorded(target: str, attributes: str, title: str = "Des abeilles", *, lang: str = "fr") -> Example:
    """The French file of the document «On bees», of which a draft is recorded (of the German one a translation): the
    target of its paragraph, the attributes of all segments, the target of its title."""

    def made() -> bytes:  # when it is asked for: segments are no matter of loading a rule
        named = [unit for unit in units(edition().document) if unit.parts]
        texts = (("On bees", title), ('<pc id="1">Bees</pc> dance.', target))
        body = "".join(
            f'<unit id="{unit.id}"><segment id="{unit.parts[0].id}"{attributes}><source>{source}</source>{given}'
            "</segment></unit>"
            for unit, (source, text) in zip(named, texts, strict=True)
            for given in [f"<target>{text}</target>" if text else ""]
        )
        head = f'<xliff xmlns="{CORE}" version="2.0" srcLang="en" trgLang="{lang}"><file id="f">'
        return f"{head}{body}</file></xliff>".encode()

    return Example(Format.XLIFF, made, edition=edition())


def edition() -> Edition:
    """The document of these examples."""
    source = "**Bees** dance."
    bees = Inline(InlineKind.TEXT, "Bees", pos=Pos(2, 6, 1))
    strong = Inline(InlineKind.STRONG, children=(bees,), pos=Pos(0, 8, 1))
    rest = Inline(InlineKind.TEXT, " dance.", pos=Pos(8, 15, 1))
    title = Block(BlockKind.HEADING, "title", (Inline(InlineKind.TEXT, "On bees"),), level=1)
    block = Block(BlockKind.PARAGRAPH, "p-1", (strong, rest), pos=Pos(0, 15, 1))
    here = Path(__file__).parent / "example" / "bees.md"  # beside it is its translation
    return Edition(Document("bees", Meta("On bees"), title, (block,), source, "d", here.parent, here), "en", "ltr")
