# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each unit of a translation file is that of its text: words, codes, what the codes stand for, what may be changed.

What it does
: Compares every unit with the document's text: its words and codes in order, the markup, kind and texts that belong
  to each code, what is protected, and that no unit is missing or of another document.

Why it matters
: A link whose address was changed in the file leads elsewhere in the translation; code that is open to translation
  comes back translated.

Example
: The data of a link says ``](#fees)`` where the document says ``](#dates)``.

Fix
: Export the file again from the source; unchanged segments keep their translation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Block, BlockKind, Document, Edition, Finding, Format, Inline, InlineKind, Meta, Pos, Severity
from pipeline.translate import bilingual
from pipeline.translate.fit import same_source
from pipeline.translate.leverage import as_pieces
from pipeline.translate.pieces import Bilingual, FileUnit
from pipeline.translate.units import Unit, units

CODES = ("pc", "sc", "ec", "ph")
KINDS = {"type": "kind", "subType": "kind", "subFlows": "texts", "subFlowsStart": "texts"}


def look(subject: Subject) -> Iterator[Finding]:
    """The file as a whole, then unit by unit."""
    if subject.edition is None:
        raise NotApplicable("the source of this file is not known")
    document = subject.edition.document
    file = bilingual.read(subject.data, subject.file)
    wanted = {unit.id: unit for unit in units(document)}
    yield from _file(subject, document, file)
    elements = {str(e.get("id", "")): e for e in subject.xml.iter("{*}unit")}
    for name, unit in wanted.items():
        if name not in file.units:
            yield _fault(subject, unit, f"The text «{unit.text[:60]}» is in no unit.")
            continue
        yield from _unit(subject, unit, file.units[name])
        if name in elements:
            yield from _rights(subject, unit, elements[name])
            yield from _codes(subject, unit, elements[name])
    for name in file.units:
        if name not in wanted:
            yield RULE.fail(subject, f"The unit {name[:60]} is of no text of the document.", place=f"unit {name}")


def _file(subject: Subject, document: Document, file: Bilingual) -> Iterator[Finding]:
    title = " ".join(document.meta.title.split())
    for what, said, own in (
        ("document", file.original, document.name),
        ("text of the document", file.digest, document.digest),
        ("title", " ".join(file.meta.get("source-title", "").split()), title),
    ):
        if said and said != own:
            message = f"The file was made from another {what}: «{said[:60]}», not «{own[:60]}»."
            yield RULE.fail(subject, message, severity=Severity.WARNING)


def _fault(subject: Subject, unit: Unit, message: str) -> Finding:
    block = unit.block.id if unit.block is not None else ""
    return RULE.fail(subject, message, place=f"unit {unit.id}", block=block)


def _unit(subject: Subject, unit: Unit, found: FileUnit) -> Iterator[Finding]:
    if same_source(unit, found):
        return
    there = "".join(piece.text for piece in as_pieces(unit.tokens) if piece.kind == "text")
    here = "".join(piece.text for piece in found.source if piece.kind == "text")
    if "".join(there.split()) != "".join(here.split()):
        yield _fault(subject, unit, f"The unit says «{here[:60]}», the document «{there[:60]}».")
    else:
        yield _fault(subject, unit, f"In «{there[:60]}» the codes are not where they are in the document.")


def _rights(subject: Subject, unit: Unit, element: Any) -> Iterator[Finding]:
    """What a translator may change."""
    open_ = element.get("translate", "yes") != "no"
    if open_ != unit.translate:
        what = "is closed to translators" if unit.translate else "is open to translators, who must not change it"
        yield _fault(subject, unit, f"«{unit.text[:60]}» {what}.")
    wanted = sum(token.kind == "lock" and token.mark is not None and token.mark.kind == "protected"
                 for token in unit.tokens)  # fmt: skip
    given = sum(
        mark.get("translate") == "no" for source in element.iter("{*}source") for mark in source.iter("{*}mrk", "{*}sm")
    )
    if wanted != given:
        message = f"In «{unit.text[:60]}» {given} pieces are protected; in the document it is {wanted}."
        yield _fault(subject, unit, message)


def _codes(subject: Subject, unit: Unit, element: Any) -> Iterator[Finding]:
    """What each code of XLIFF 2 stands for, in sources and targets, as far as the file says it."""
    data = {str(entry.get("id", "")): "".join(entry.itertext()) for entry in element.iter("{*}data")}
    known = {code.id: code for code in unit.codes}
    told: set[str] = set()
    for part in element.iter("{*}source", "{*}target"):
        if str(part.tag).rpartition("}")[0] != str(element.tag).rpartition("}")[0]:
            continue  # of a match, which has codes of its own
        for inline in part.iter(*(f"{{*}}{name}" for name in CODES)):
            code = known.get(str(inline.get("startRef") or inline.get("id") or ""))
            if code is None:
                continue
            own = {"type": code.type, "subType": code.subtype, "subFlows": " ".join(code.flows),
                   "subFlowsStart": " ".join(code.flows)}  # fmt: skip
            for what in _differences(inline, data, (code.opening, code.closing), own):
                if what not in told:
                    told.add(what)
                    yield _fault(subject, unit, f"In «{unit.text[:60]}» {what}")


def _differences(
    inline: Any, data: Mapping[str, str], markup: tuple[str, str], own: Mapping[str, str]
) -> Iterator[str]:
    closing = str(inline.tag).endswith("}ec")
    for name, wanted in (
        ("dataRef", markup[1] if closing else markup[0]), ("dataRefStart", markup[0]), ("dataRefEnd", markup[1])
    ):  # fmt: skip
        said = data.get(inline.get(name, ""))
        if said is not None and said != wanted:
            yield f"a code stands for «{said[:40]}»; in the document it is «{wanted[:40]}»."
    for name, what in KINDS.items():
        said = inline.get(name)
        if said is not None and said.split() != own[name].split():
            yield f"the {what} of a code is «{said[:40]}»; it should be «{own[name][:40]}»."


def _made(data: str, text: str = "Bees") -> Example:
    source = "**Bees**"
    words = Inline(InlineKind.TEXT, "Bees", pos=Pos(2, 6, 1))
    strong = Inline(InlineKind.STRONG, children=(words,), pos=Pos(0, 8, 1))
    title = Block(BlockKind.HEADING, "title", level=1)
    block = Block(BlockKind.PARAGRAPH, "p-1", (strong,), pos=Pos(0, 8, 1))
    here = Path("bees.md")
    document = Document("bees", Meta("On bees"), title, (block,), source, "d", here.parent, here)
    file = (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><file id="f"><unit id="p-1">'
        f'<originalData><data id="d1">{data}</data><data id="d1e">**</data></originalData><segment><source>'
        f'<pc id="1" dataRefStart="d1" dataRefEnd="d1e">{text}</pc></source></segment></unit></file></xliff>'
    )
    return Example(Format.XLIFF, file.encode(), edition=Edition(document, "en", "ltr"))


RULE = Rule(
    id="parity-units",
    title="Each unit is that of its text",
    severity=Severity.ERROR,
    clauses=("XLIFF 2.1 4.2.2.7", "XLIFF 2.1 4.3.1.35"),
    looks={Format.XLIFF: look},
    fix="Export the file again from the source; unchanged segments keep their translation.",
    good=(_made("**"),),
    bad=(_made("*"), _made("**", "Wasps")),
)
