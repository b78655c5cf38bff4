# SPDX-License-Identifier: AGPL-3.0-or-later
"""The codes and marks of a unit stand for what the document has there.

What it does
: Compares each code with the document: its markup (the address of a link), its kind, the units of its texts, how it is
  shown, whether it may be deleted or copied; and what is protected, the terms and their entries in the glossary.

Why it matters
: A link whose address was changed in the file leads elsewhere in the translation; a protected name comes back
  translated.

Example
: The data of a link says ``](#fees)`` where the document says ``](#dates)``.

Fix
: Export the file again from the source; unchanged segments keep their translation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.checks.page import local
from pipeline.checks.parity.units import at_unit, short, units_of
from pipeline.checks.parity.xliff_examples import UNIT, paragraph
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.translate.codes import Code
from pipeline.translate.pieces import FileUnit
from pipeline.translate.unit import Unit, glossary_of

CODES = ("pc", "sc", "ec", "ph")
OLD_CODES = ("g", "it", "x", "bx", "ex", "bpt", "ept", "ph")
SHOWN = {
    "type": "kind", "subType": "kind", "subFlows": "list of units", "subFlowsStart": "list of units",
    "disp": "description", "dispStart": "description", "dispEnd": "description", "equiv": "text", "dir": "direction",
    "canCopy": "right to copy", "canDelete": "right to delete", "canReorder": "right to move",
    "canOverlap": "right to overlap",
}  # fmt: skip


def look(subject: Subject) -> Iterator[Finding]:
    """Unit by unit: codes, then marks and glossary."""
    sides = units_of(subject)
    for unit, element in sides.marked():
        told: set[str] = set()
        for what in (*_codes(unit, element), *_marks(unit, element), *_rights(unit, element)):
            if what not in told:
                told.add(what)
                yield _fault(subject, unit, what)
    for element in subject.xml.iter("{*}trans-unit"):
        name = str(element.get("id", "")).rpartition(".s-")[0]
        if name in sides.wanted:
            for what in dict.fromkeys(_old_codes(sides.wanted[name], element)):
                yield _fault(subject, sides.wanted[name], what)
    for unit, found in sides.pairs():
        for what in _kept(unit, found):
            yield _fault(subject, unit, what)
    target = sides.file.target_lang
    for unit, element in sides.marked():
        for what in _glossary(unit, element, sides.document.terms, target):
            yield _fault(subject, unit, what)


def _fault(subject: Subject, unit: Unit, what: str) -> Finding:
    return at_unit(RULE, subject, unit.id, f"In «{short(unit.text)}» {what}")


def _contents(element: Any, *names: str) -> Iterator[Any]:
    """The sources or targets of a unit's own segments, without those of matches."""
    for part in element:
        if isinstance(part.tag, str) and local(part) in ("segment", "ignorable"):
            yield from (child for child in part if isinstance(child.tag, str) and local(child) in names)


def _codes(unit: Unit, element: Any) -> Iterator[str]:
    """What each code stands for; of one that is another, the first difference says enough."""
    data = {str(entry.get("id", "")): "".join(entry.itertext()) for entry in element.iter("{*}data")}
    known = {code.id: code for code in unit.codes}
    told: set[str] = set()
    for content in _contents(element, "source", "target"):
        for inline in content.iter(*(f"{{*}}{name}" for name in CODES)):
            code = known.get(str(inline.get("startRef") or inline.get("id") or ""))
            if code is None or code.id in told:
                continue
            for what in (*_data(inline, code, data), *_said(inline, code)):
                told.add(code.id)
                yield what
                break


def _kept(unit: Unit, found: FileUnit) -> Iterator[str]:
    """The codes of a unit of which all is translated: each is in the targets once."""
    real = [segment for segment in found.segments if not segment.ignorable]
    if not real or any(not segment.target for segment in real):
        return
    given = Counter(
        piece.id for segment in real for piece in segment.target or () if piece.kind in ("open", "place")
    )
    for code in unit.codes:
        if given[code.id] != 1:
            how = f"stands {given[code.id]} times" if given[code.id] else "is missing"
            yield f"a code ({code.word}) {how} in the target."


def _data(inline: Any, code: Code, data: Mapping[str, str]) -> Iterator[str]:
    wanted = {"dataRef": code.opening}
    if local(inline) == "pc":
        wanted = {"dataRefStart": code.opening, "dataRefEnd": code.closing}
    elif local(inline) == "ec":
        wanted = {"dataRef": code.closing}
    for name, own in wanted.items():
        said = data.get(str(inline.get(name, "")), "")
        if said != own:
            yield f"a code ({code.word}) stands for «{said[:60] or 'nothing'}»; in the document it is «{own[:60]}»."


def _said(inline: Any, code: Code) -> Iterator[str]:
    flows, around = " ".join(code.flows), (f"[{code.word}]", f"[/{code.word}]")
    own = {"type": code.type, "subType": code.subtype, "canCopy": "no", "canDelete": "no", "canReorder": "",
           "canOverlap": ""}  # fmt: skip
    if local(inline) == "pc":
        own |= {"subFlowsStart": flows, "dispStart": around[0], "dispEnd": around[1], "dir": code.inline.dir}
    elif local(inline) == "ph":
        own |= {"subFlows": flows, "equiv": code.text, "disp": code.text if code.text.strip() else around[0]}
    elif local(inline) == "sc":
        own |= {"subFlows": flows, "disp": around[0], "dir": code.inline.dir}
    else:
        own |= {"disp": around[1]}
    for name, wanted in own.items():
        said = str(inline.get(name, ""))
        if " ".join(said.split()) == " ".join(wanted.split()) or (said in ("", "yes") and wanted == ""):
            continue
        yield f"the {SHOWN[name]} of a code ({code.word}) is «{said[:60] or 'not said'}»; it should be «{wanted[:60]}»."


def _old_codes(unit: Unit, element: Any) -> Iterator[str]:
    """The codes of a trans-unit of XLIFF 1.2: kind and markup, as far as they are said."""
    known = {code.id: code for code in unit.codes}
    for content in (child for child in element if isinstance(child.tag, str) and local(child) in ("source", "target")):
        for inline in content.iter(*(f"{{*}}{name}" for name in OLD_CODES)):
            code = known.get(str(inline.get("rid") or inline.get("id") or ""))
            if code is None:
                continue
            alone, ends = local(inline) in ("x", "ph"), inline.get("pos") == "close"
            markup = code.closing if ends else code.text.replace("\n", " ") if alone and code.text else code.opening
            kind = "x-link" if alone and code.ctype == "link" else code.ctype
            for name, own in (("equiv-text", markup), ("ctype", kind)):
                said = inline.get(name)
                if said is not None and said.split() != own.split():
                    yield f"a code ({code.word}) says «{said[:60]}»; in the document it is «{own[:60]}»."


def _rights(unit: Unit, element: Any) -> Iterator[str]:
    """What a translator may change."""
    if (element.get("translate", "yes") != "no") != unit.translate:
        yield "all is closed to translators." if unit.translate else "all is open to translators; it must not be."
    elif not unit.translate and element.get("canResegment") != "no":
        yield "segments may be cut anew, though the text must not be changed."
    limit = next((v for k, v in element.attrib.items() if str(k).endswith("}sizeRestriction")), "")
    if str(limit) != unit.limit:
        yield f"the limit is {limit or 'not said'}; in the document it is {unit.limit or 'none'}."


def _marks(unit: Unit, element: Any) -> Iterator[str]:
    wanted: Counter[tuple[str, str]] = Counter()
    for token in unit.tokens:
        if token.kind == "lock" and token.mark is not None:
            wanted["no" if token.mark.kind == "protected" else "", " ".join(token.mark.piece_text.split())] += 1
    given: Counter[tuple[str, str]] = Counter()
    for source in _contents(element, "source"):
        for mark in source.iter("{*}mrk"):
            if mark.get("type") in (None, "generic", "term") and (mark.get("translate") or mark.get("type") == "term"):
                given["no" if mark.get("translate") == "no" else "", _text(mark)] += 1
        given.update(("no", "") for mark in source.iter("{*}sm") if mark.get("translate") == "no")
    spans = sum(count for (_, text), count in given.items() if not text)
    for (right, text), count in (wanted - given).items():
        if spans < count:  # the two ends of a mark may stand apart: what is between is not looked at
            yield f"«{text[:60]}» is no longer " + ("protected." if right else "marked as a term.")
    for (right, text), _ in (given - wanted).items():
        if right and text:
            yield f"«{text[:60]}» is protected; in the document it is not."


def _text(mark: Any) -> str:
    pieces: list[str] = [mark.text or ""]
    for child in mark:
        if isinstance(child.tag, str):
            pieces.append(child.get("equiv", "") or _text(child))
        pieces.append(child.tail or "")
    return " ".join("".join(pieces).split())


def _glossary(unit: Unit, element: Any, terms: Any, target: str) -> Iterator[str]:
    given = {}
    for entry in element.iter("{*}glossEntry"):
        texts = {local(child): " ".join("".join(child.itertext()).split()) for child in entry}
        given[texts.get("term", "")] = texts
    for term in glossary_of(unit, terms):
        entry = given.pop(" ".join(term.term.split()), None)
        if entry is None:
            yield f"the term «{term.term[:60]}» is not in the glossary."
            continue
        base = target.partition("-")[0].lower()
        own = term.term if not term.translate else term.translations.get(target) or term.translations.get(base, "")
        said = entry.get("translation", "")
        if target and said.split() != own.split():
            wanted = f"it should be «{own[:60]}»" if own else f"the document has no word in {target} for it"
            given_word = f"says «{said[:60]}»" if said else "has no word"
            yield f"the glossary {given_word} for the term «{term.term[:60]}»; {wanted}."
        if term.definition and entry.get("definition", "").split() != term.definition.split():
            yield f"the glossary defines the term «{term.term[:60]}» in other words."
    for name in given:
        yield f"the glossary has «{name[:60]}», which is no term of this text."


RULE = Rule(
    id="parity-codes",
    title="The codes of a unit stand for what the document has there",
    severity=Severity.ERROR,
    clauses=("XLIFF 2.1 4.2.3.1", "XLIFF 2.1 4.3.1.35", "XLIFF 2.1 4.7.2"),
    looks={Format.XLIFF: look},
    fix="Export the file again from the source; unchanged segments keep their translation.",
    good=(paragraph(UNIT.replace('type="fmt"', 'dispStart="[strong]" dispEnd="[/strong]" type="fmt"')),),
    bad=(
        paragraph(UNIT.replace('d1e">**', 'd1e">*')),
        paragraph(UNIT.replace("xlf:b", "xlf:i")),
        paragraph(UNIT.replace('dataRefEnd="d1e"', "")),
        paragraph(attributes=' translate="no"'),
        paragraph(UNIT.replace("</source>", "</source><target>Les abeilles dansent.</target>")),
    ),
)
