# SPDX-License-Identifier: AGPL-3.0-or-later
"""XLIFF 1.2, strict: a group for each unit, a trans-unit for each sentence, targets filled with the source.

Old tools take their segments from targets, so these are filled; the state ``needs-translation`` says that the
filling is no translation. The flavour for OmegaT leaves marks out, which it would show as tags.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.model import BlockKind, Document
from pipeline.translate.codes import Code
from pipeline.translate.leverage import Suggestion, as_pieces, text_of
from pipeline.translate.notes import notes
from pipeline.translate.tokens import CLOSE, LOCK, OPEN, TEXT, UNLOCK, Part
from pipeline.translate.unit import Unit
from pipeline.writers.xliff.text import attributes, element, escape
from pipeline.writers.xliff.v2 import _whole_pairs

_RESTYPES = {
    BlockKind.HEADING: "heading", BlockKind.CELL: "cell", BlockKind.CAPTION: "caption", BlockKind.ITEM: "listitem",
    BlockKind.PARAGRAPH: "x-paragraph",
}  # fmt: skip
_STATES = {"initial": "needs-translation", "translated": "translated", "reviewed": "signed-off", "final": "final"}


def write(
    document: Document,
    units: Sequence[Unit],
    suggestions: Mapping[tuple[str, str], Suggestion],
    *,
    target: str,
    omegat: bool,
    metadata: Sequence[tuple[str, str]],
) -> bytes:
    """The whole file."""
    head = {"xmlns": "urn:oasis:names:tc:xliff:document:1.2", "version": "1.2"}
    name = {"original": document.stem, "source-language": document.meta.lang, "target-language": target}
    name |= {"datatype": "x-markdown", "xml:space": "preserve", "tool-id": "pariter"}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<xliff{attributes(head)}>", f" <file{attributes(name)}>"]
    lines.append("  <header>")
    lines += [f"   {element('note', escape(f'{key}: {value}'), **{'from': 'pariter'})}" for key, value in metadata]
    lines += ['   <tool tool-id="pariter" tool-name="pariter"/>', "  </header>", "  <body>"]
    for unit in units:
        if not unit.translate:
            continue
        lines += _unit(document, unit, suggestions, target, omegat)
    lines += ["  </body>", " </file>", "</xliff>", ""]
    return "\n".join(lines).encode("utf-8")


def _unit(
    document: Document,
    unit: Unit,
    suggestions: Mapping[tuple[str, str], Suggestion],
    target: str,
    omegat: bool,
) -> list[str]:
    restype = _RESTYPES.get(unit.block.kind, "") if unit.block is not None and unit.role == "text" else ""
    values = {"id": unit.id, "resname": unit.id, "restype": restype or f"x-{unit.role}"}
    lines = [f"   <group{attributes(values)}>"]
    told = [element("note", escape(text), annotates="source", **{"from": kind}) for kind, text in notes(unit, document)]
    for part in unit.parts:
        if not part.segment or not text_of(as_pieces(part.tokens)).strip():
            continue
        suggestion = suggestions.get((unit.id, part.id))
        values = {"id": f"{unit.id}.{part.id}", "resname": part.id, "maxwidth": unit.limit}
        values["size-unit"] = "char" if unit.limit else ""
        source = _content(part, omegat)
        lines.append(f"    <trans-unit{attributes(values)}>")
        lines.append(f"     <source>{source}</source>")
        if target:
            lines.append(_target(unit, suggestion, source))
        lines += [f"     {note}" for note in told]
        lines += _alternative(suggestion) if target else []
        lines.append("    </trans-unit>")
    lines.append("   </group>")
    return lines if len(lines) > 2 else []


def _target(unit: Unit, suggestion: Suggestion | None, source: str) -> str:
    if suggestion is None or not suggestion.exact:
        return f'     <target state="needs-translation">{source}</target>'
    state = _STATES.get(suggestion.state, "translated")
    if state == "needs-translation":
        state = "translated"
    values = {"state": state}
    values["state-qualifier"] = "x-pariter-draft" if suggestion.substate == "pariter:draft" else ""
    return f"     <target{attributes(values)}>{_pieces(suggestion, unit.codes)}</target>"


def _alternative(suggestion: Suggestion | None) -> list[str]:
    """A similar source with its translation. Its codes belonged to another text and are left out."""
    if suggestion is None or suggestion.exact:
        return []
    source = element("source", escape(text_of(suggestion.source)))
    target = element("target", escape(text_of(suggestion.target)))
    values = {"match-quality": f"{suggestion.quality:g}%", "origin": "previous edition"}
    return [f"     <alt-trans{attributes(values)}>{source}{target}</alt-trans>"]


def _content(part: Part, omegat: bool) -> str:
    whole = _whole_pairs(part.tokens)
    parts = []
    count = 0
    for token in part.tokens:
        if token.kind == TEXT:
            parts.append(escape(token.text))
        elif token.kind in (LOCK, UNLOCK):
            if not omegat:
                count += token.kind == LOCK
                kind = "protected" if token.mark is not None and token.mark.kind == "protected" else "term"
                parts.append("</mrk>" if token.kind == UNLOCK else f'<mrk mtype="{kind}" mid="m{count}">')
        elif token.code is not None:
            parts.append(_code(token.kind, token.code, token.code.id in whole))
    return "".join(parts)


def _pieces(suggestion: Suggestion, codes: Sequence[Code]) -> str:
    known = {code.id: code for code in codes}
    whole = _whole_pairs(suggestion.target)
    parts = []
    for piece in suggestion.target:
        if piece.kind == TEXT:
            parts.append(escape(piece.text))
        elif piece.id in known:
            parts.append(_code(piece.kind, known[piece.id], piece.id in whole))
    return "".join(parts)


def _code(kind: str, code: Code, whole: bool) -> str:
    equivalent = code.text.replace("\n", " ") if code.text else code.opening
    if kind == OPEN:
        if whole:
            return f"<g{attributes({'id': code.id, 'ctype': code.ctype, 'equiv-text': code.opening})}>"
        values = {"id": code.id, "pos": "open", "ctype": code.ctype, "equiv-text": code.opening}
        return f"<it{attributes(values)}>{escape(code.opening)}</it>"
    if kind == CLOSE:
        if whole:
            return "</g>"
        values = {"id": f"{code.id}e", "rid": code.id, "pos": "close", "equiv-text": code.closing}
        return f"<it{attributes(values)}>{escape(code.closing)}</it>"
    # A placeholder has other kinds than a pair (1.2, 3.2 ctype).
    kind = "x-link" if code.ctype == "link" else code.ctype
    return f"<x{attributes({'id': code.id, 'ctype': kind, 'equiv-text': equivalent})}/>"
