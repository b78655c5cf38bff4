# SPDX-License-Identifier: AGPL-3.0-or-later
"""XLIFF 2.0, 2.1 and 2.2: units of a document with notes, codes, glossary, metadata and matches.

Version 2.1 keeps the namespaces of 2.0 (XLIFF 2.1, 1.4); 2.2 has its own for the core only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.document import direction
from pipeline.model import Document, Term
from pipeline.translate.codes import Code
from pipeline.translate.facts import style_of
from pipeline.translate.leverage import Suggestion, as_pieces
from pipeline.translate.notes import notes
from pipeline.translate.pieces import Piece
from pipeline.translate.tokens import CLOSE, LOCK, OPEN, PLACE, TEXT, UNLOCK, Part, Token
from pipeline.translate.unit import Unit, glossary_of
from pipeline.writers.xliff.text import attributes, element, escape

_MODULES = {
    "mtc": "matches", "gls": "glossary", "fs": "fs", "mda": "metadata", "slr": "sizerestriction",
}  # fmt: skip

Suggestions = Mapping[tuple[str, str], Suggestion]


def write(
    document: Document,
    units: Sequence[Unit],
    suggestions: Suggestions,
    *,
    target: str,
    version: str,
    metadata: Sequence[tuple[str, str]],
) -> bytes:
    """The whole file: one ``file`` element, a group for each section, a unit for each piece of text."""
    core = "2.2" if version == "2.2" else "2.0"
    spaces = {"xmlns": f"urn:oasis:names:tc:xliff:document:{core}"}
    spaces |= {f"xmlns:{prefix}": f"urn:oasis:names:tc:xliff:{name}:2.0" for prefix, name in _MODULES.items()}
    spaces |= {"xmlns:its": "http://www.w3.org/2005/11/its"}
    head = spaces | {"version": version, "srcLang": document.meta.lang, "trgLang": target}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<xliff{attributes(head)}>"]
    name = {"id": "f1", "original": document.stem, "srcDir": document.meta.dir}
    name |= {"trgDir": direction(target) if target else "", "xml:space": "preserve"}
    lines.append(f" <file{attributes(name)}>")
    if any(unit.limit for unit in units):
        lines.append(' <slr:profiles generalProfile="xliff:codepoints"/>')
    lines += _metadata(metadata, "document", " ")
    writer = _Writer(document, suggestions, target)
    for section, members in _sections(units):
        lines.append(f' <group{attributes({"id": f"g-{section}", "name": _name(members)})}>')
        lines += [line for unit in members for line in writer.unit(unit)]
        lines.append(" </group>")
    lines += [" </file>", "</xliff>", ""]
    return "\n".join(lines).encode("utf-8")


def _sections(units: Iterable[Unit]) -> list[tuple[str, list[Unit]]]:
    """Neighbouring units of one section together; ids of groups are their headings'."""
    found: list[tuple[str, list[Unit]]] = []
    for unit in units:
        if found and found[-1][1][0].section == unit.section:
            found[-1][1].append(unit)
        else:
            taken = {name for name, _ in found}
            name, count = unit.section.id, 1
            while name in taken:
                count += 1
                name = f"{unit.section.id}.{count}"
            found.append((name, [unit]))
    return found


def _name(members: Sequence[Unit]) -> str:
    return " > ".join(members[0].section.path)


def _metadata(pairs: Sequence[tuple[str, str]], category: str, indent: str) -> list[str]:
    if not pairs:
        return []
    metas = "".join(element("mda:meta", escape(value), type=key) for key, value in pairs)
    return [f'{indent} <mda:metadata><mda:metaGroup category="{category}">{metas}</mda:metaGroup></mda:metadata>']


class _Writer:
    """Writes the units of one document."""

    def __init__(self, document: Document, suggestions: Suggestions, target: str) -> None:
        self._document = document
        self._suggestions = suggestions
        self._target = target

    def unit(self, unit: Unit) -> list[str]:
        """The lines of one unit."""
        values = {"id": unit.id, "name": unit.where, "type": f"pariter:{unit.role}"}
        values |= {"translate": "" if unit.translate else "no", "canResegment": "" if unit.translate else "no"}
        if unit.dir and unit.dir != self._document.meta.dir:
            values["srcDir"] = unit.dir
        values["fs:fs"] = style_of(unit)
        values["slr:sizeRestriction"] = unit.limit
        marks = _Marks(glossary_of(unit, self._document.terms))
        lines = [f"  <unit{attributes(values)}>"]
        body = [line for part in unit.parts for line in self._part(unit, part, marks)]
        lines += self._matches(unit)
        lines += self._glossary(marks)
        lines += _metadata([("words", str(unit.words))], "count", "  ") if unit.translate else []
        lines.append("   <notes>")
        lines += [f"    {element('note', escape(text), category=kind)}" for kind, text in self._notes(unit)]
        lines.append("   </notes>")
        lines += _original_data(unit.codes)
        return [*lines, *body, "  </unit>"]

    def _notes(self, unit: Unit) -> list[tuple[str, str]]:
        found = list(notes(unit, self._document))
        for part in unit.parts:
            suggestion = self._suggestions.get((unit.id, part.id))
            if suggestion is not None and suggestion.difference:
                found.append(("change", f"Segment {part.id}: the source changed: {suggestion.difference}"))
        return found

    def _part(self, unit: Unit, part: Part, marks: _Marks) -> list[str]:
        source = element("source", _content(part.tokens, marks))
        suggestion = self._suggestions.get((unit.id, part.id)) if self._target and unit.translate else None
        if not part.segment:
            return [f'   <ignorable id="{part.id}">{source}</ignorable>']
        if suggestion is None or not suggestion.exact:
            return [f'   <segment id="{part.id}">{source}</segment>']
        target = element("target", _target(suggestion.target, unit.codes))
        values = {"id": part.id, "state": suggestion.state}
        values["subState"] = suggestion.substate if ":" in suggestion.substate else ""
        return [f"   <segment{attributes(values)}>{source}{target}</segment>"]

    def _matches(self, unit: Unit) -> list[str]:
        found = []
        for part in unit.parts:
            suggestion = self._suggestions.get((unit.id, part.id))
            if suggestion is None or suggestion.exact or not self._target:
                continue
            values = {"ref": f"#{part.id}", "id": f"m-{part.id}", "type": "tm", "origin": "previous edition"}
            values |= {"similarity": f"{suggestion.quality:g}", "matchQuality": f"{suggestion.quality:g}"}
            texts = element("source", _plain(suggestion.source)) + element("target", _plain(suggestion.target))
            found.append(f"    <mtc:match{attributes(values)}>{texts}</mtc:match>")
        return ["   <mtc:matches>", *found, "   </mtc:matches>"] if found else []

    def _glossary(self, marks: _Marks) -> list[str]:
        entries = []
        for term in marks.terms:
            translation = term.term if not term.translate else _translation(term, self._target)
            inner = element("gls:term", escape(term.term))
            if translation:
                inner += element("gls:translation", escape(translation))
            if term.definition or not translation:
                inner += element("gls:definition", escape(term.definition or "A term of the glossary."))
            ref = marks.first(term)
            values = {"id": marks.entry(term), "ref": ref}
            entries.append(f"    <gls:glossEntry{attributes(values)}>{inner}</gls:glossEntry>")
        return ["   <gls:glossary>", *entries, "   </gls:glossary>"] if entries else []


def _translation(term: Term, target: str) -> str:
    base = target.split("-", maxsplit=1)[0].lower()
    return term.translations.get(target) or term.translations.get(base, "") if target else ""


class _Marks:
    """Numbers the marks of a unit, and knows which glossary entry each refers to."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        self._entries = {term.term: f"g{number}" for number, term in enumerate(self.terms, 1)}
        self._first: dict[str, str] = {}
        self._count = 0

    def entry(self, term: Term) -> str:
        """The id of a term's glossary entry."""
        return self._entries[term.term]

    def first(self, term: Term) -> str:
        """The reference to the first place of a term in the unit."""
        return self._first.get(term.term, "")

    def opening(self, token: Token) -> str:
        """The start tag of a mark."""
        self._count += 1
        name = f"m{self._count}"
        term = token.mark.term if token.mark is not None else None
        protected = token.mark is not None and token.mark.kind == "protected"
        values = {"id": name, "translate": "no" if protected else ""}
        if term is not None:
            self._first.setdefault(term.term, f"#{name}")
            values |= {"type": "term", "ref": f"#gls={self._entries[term.term]}", "its:term": "yes"}
        return f"<mrk{attributes(values)}>"


def _original_data(codes: Sequence[Code]) -> list[str]:
    entries = []
    for code in codes:
        for suffix, markup in (("", code.opening), ("e", code.closing)):
            if markup:
                entries.append(f'    <data id="d{code.id}{suffix}">{escape(markup)}</data>')
    return ["   <originalData>", *entries, "   </originalData>"] if entries else []


def _whole_pairs(tokens: Sequence[Token | Piece]) -> set[str]:
    """Ids of codes that open and close within these tokens: these are pc, others sc and ec."""
    opened: list[str] = []
    whole: set[str] = set()
    for token in tokens:
        name = _id(token)
        if token.kind == OPEN:
            opened.append(name)
        elif token.kind == CLOSE and name in opened:
            if opened[-1] == name:
                whole.add(name)
            opened.remove(name)
    return whole


def _id(token: Token | Piece) -> str:
    if isinstance(token, Piece):
        return token.id
    return token.code.id if token.code else ""


def _content(tokens: Sequence[Token], marks: _Marks) -> str:
    whole = _whole_pairs(tokens)
    parts = []
    for token in tokens:
        if token.kind == TEXT:
            parts.append(escape(token.text))
        elif token.kind == LOCK:
            parts.append(marks.opening(token))
        elif token.kind == UNLOCK:
            parts.append("</mrk>")
        elif token.code is not None:
            parts.append(_code(token.kind, token.code, token.code.id in whole))
    return "".join(parts)


def _target(pieces: Sequence[Piece], codes: Sequence[Code]) -> str:
    known = {code.id: code for code in codes}
    whole = _whole_pairs(pieces)
    parts = []
    for piece in pieces:
        if piece.kind == TEXT:
            parts.append(escape(piece.text))
        elif piece.kind in (OPEN, CLOSE, PLACE) and piece.id in known:
            parts.append(_code(piece.kind, known[piece.id], piece.id in whole))
    return "".join(parts)


def _plain(pieces: Sequence[Piece]) -> str:
    """A match's content: its codes belonged to another document, so they are named, not described."""
    parts, whole = [], _whole_pairs(pieces)
    for piece in pieces:
        if piece.kind == TEXT:
            parts.append(escape(piece.text))
        elif piece.kind == PLACE:
            parts.append(element("ph", id=piece.id))
        elif piece.id in whole:
            parts.append(f'<pc id="{piece.id}">' if piece.kind == OPEN else "</pc>")
    return "".join(parts)


def _code(kind: str, code: Code, whole: bool) -> str:
    data = f"d{code.id}" if code.opening else ""
    data_end = f"d{code.id}e" if code.closing else ""
    flows = " ".join(code.flows)
    values = {"canCopy": "no", "canDelete": "no"}
    typed = {"type": code.type, "subType": code.subtype}
    dir = code.inline.dir
    if kind == PLACE:
        shown = {"equiv": code.text, "disp": f"[{code.word}]" if not code.text.strip() else code.text}
        return element("ph", **{"id": code.id, **values, **shown, "dataRef": data, "subFlows": flows, **typed})
    if whole and kind == CLOSE:
        return "</pc>"
    disp, end = f"[{code.word}]", f"[/{code.word}]"
    if whole:
        values = {"id": code.id, **values, "dispStart": disp, "dispEnd": end}
        values |= {"dataRefStart": data, "dataRefEnd": data_end, "subFlowsStart": flows, "dir": dir, **typed}
        return f"<pc{attributes(values)}>"
    if kind == OPEN:
        extra = {"disp": disp, "dataRef": data, "subFlows": flows, "dir": dir}
        return element("sc", **{"id": code.id, **values, **extra, **typed})
    return element("ec", **{"startRef": code.id, **values, "disp": end, "dataRef": data_end, **typed})


__all__ = ["as_pieces", "write"]
