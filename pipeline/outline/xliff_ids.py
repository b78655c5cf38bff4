# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ids that must be unique, and references that must lead somewhere (XLIFF 2.1, 4.3.1.1 and chapter 4.8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from pipeline.outline.xliff_grammar import XML
from pipeline.outline.xliff_problem import Problem, children, name_of, problem

_TOKEN = re.compile(r"[-.:\w\u00b7\u0300-\u036f\u203f\u2040]+")
_STRUCTURE = {"f": 0, "g": 1, "u": 2}  # un-prefixed selectors in their order; after them one leaf
_LEAVES = frozenset("ndt")
INLINE = frozenset({"ph", "pc", "sc", "ec", "mrk", "sm"})


def check(root: etree._Element) -> Iterator[Problem]:
    """All ids and references of a document."""
    yield from _unique(_all(root, "file"), "file")
    for file in _all(root, "file"):
        yield from _unique((e for e in file.iter() if name_of(e) == "group"), "group")
        units = [e for e in file.iter() if name_of(e) == "unit"]
        yield from _unique(units, "unit")
        yield from _sub_flows(file, {unit.get("id") for unit in units})
    index = _Index(root)
    for element in root.iter():
        name = name_of(element)
        if name == "notes":
            yield from _unique(_all(element, "note"), "note")
        elif name == "originalData":
            yield from _unique(_all(element, "data"), "data")
        elif name in ("file", "group", "unit"):
            yield from _extensions(element)
        elif name in ("gls:glossary", "mda:metadata", "mtc:matches", "ctr:changeTrack"):
            yield from _unique(_module_ids(element), name)
        if name in ("mrk", "sm", "note", "gls:glossEntry", "gls:translation", "mtc:match"):
            yield from _fragment(element, index)
    for owner in root.iter():
        if name_of(owner) in ("file", "unit"):
            items = [item for data in _all(owner, "res:resourceData") for item in children(data)]
            yield from _unique((item for item in items if name_of(item) != "ext"), "resource")


def _all(element: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in children(element) if name_of(child) == name]


def _module_ids(element: etree._Element) -> Iterator[etree._Element]:
    prefix = name_of(element).partition(":")[0] + ":"
    wanted = ("mtc:match",) if prefix == "mtc:" else ()
    return (
        item
        for item in element.iter()
        if (name_of(item) in wanted if wanted else name_of(item).startswith(prefix)) and item.get("id") is not None
    )


def _unique(elements: Iterable[etree._Element], what: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for element in elements:
        identifier = element.get("id")
        if identifier is not None and identifier in seen:
            yield problem("id", element, f"the {what} id {identifier} is used twice")
        seen.add(identifier or "")


def _extensions(owner: etree._Element) -> Iterator[Problem]:
    """Ids of extension elements are unique per namespace within the nearest file, group or unit."""
    seen: set[tuple[str, str]] = set()
    for top in children(owner):
        if name_of(top) != "ext":
            continue
        for element in top.iter():
            identifier = element.get("id") or element.get(f"{{{XML}}}id")
            if identifier is None or not isinstance(element.tag, str):
                continue
            key = (etree.QName(element).namespace or "", identifier)
            if key in seen:
                yield problem("id", element, f"the id {identifier} of an extension element is used twice")
            seen.add(key)


def _sub_flows(file: etree._Element, units: set[str | None]) -> Iterator[Problem]:
    for element in file.iter():
        for key in ("subFlows", "subFlowsStart", "subFlowsEnd"):
            for target in (element.get(key) or "").split():
                if name_of(element) in INLINE and target not in units:
                    yield problem("sub-flow", element, f"the sub-flow {target} is not a unit of this file")


def selectors(reference: str) -> list[tuple[str, str]] | None:
    """The steps of a fragment identifier as (prefix, id), the prefix empty for an inline id; None if it is
    not well formed (XLIFF 2.1, 4.8)."""
    body = reference[1:].removeprefix("/")
    steps: list[tuple[str, str]] = []
    for part in body.split("/"):
        prefix, equals, value = part.rpartition("=")
        if not _TOKEN.fullmatch(value) or (equals and not _TOKEN.fullmatch(prefix)):
            return None
        steps.append((prefix if equals else "", value))
    rank = -1
    for index, (prefix, _) in enumerate(steps):
        last = index == len(steps) - 1
        if prefix in _STRUCTURE:
            if _STRUCTURE[prefix] <= rank:
                return None
            rank = _STRUCTURE[prefix]
        elif not last or (len(prefix) == 1 and prefix not in _LEAVES):
            return None
    return None if reference.startswith("#/") and steps[0][0] != "f" else steps


def _fragment(element: etree._Element, index: _Index) -> Iterator[Problem]:
    """The ``ref`` of an annotation, a match or a glossary entry, when it is a fragment identifier."""
    reference = element.get("ref")
    name = name_of(element)
    if reference is None:
        return
    if not reference.startswith("#"):
        if name == "mtc:match":
            yield problem("reference", element, f"the ref {reference} of a match is not a fragment identifier")
        return
    steps = selectors(reference)
    if steps is None:
        yield problem("reference", element, f"{reference} is not a well-formed fragment identifier")
    elif name in ("mtc:match", "gls:glossEntry", "gls:translation"):
        if not index.is_span(element, steps):
            yield problem("reference", element, f"the ref {reference} of {name} does not lead to a span of its unit")
    elif name in ("mrk", "sm", "note"):
        missing = index.missing(element, steps)
        if missing:
            yield problem("reference", element, f"{reference} leads nowhere: there is no {missing}")
        elif name == "note" and len(steps) == 1 and steps[0][0] in ("", "t") and not index.is_span(element, steps):
            yield problem("reference", element, f"{reference} is not in the unit of the note")


def _owner(element: etree._Element, name: str) -> etree._Element | None:
    node: etree._Element | None = element
    while node is not None and name_of(node) != name:
        node = node.getparent()
    return node


class _Index:
    """What a document's references can lead to, gathered once."""

    def __init__(self, root: etree._Element) -> None:
        self._parts: dict[str, set[tuple[str, str]]] = {}
        self._spans: dict[etree._Element, set[str]] = {}
        for file in _all(root, "file"):
            self._parts[file.get("id", "")] = {
                (name_of(e)[0], e.get("id", "")) for e in file.iter() if name_of(e) in ("group", "unit")
            }

    def missing(self, element: etree._Element, steps: list[tuple[str, str]]) -> str:
        """The first file, group or unit on the way that is not there, as words; empty when all are."""
        file = _owner(element, "file")
        here = file.get("id", "") if file is not None else ""
        for prefix, identifier in steps:
            if prefix == "f":
                if identifier not in self._parts:
                    return f"file {identifier}"
                here = identifier
            elif prefix in _STRUCTURE and (prefix, identifier) not in self._parts.get(here, set()):
                return f"{'group' if prefix == 'g' else 'unit'} {identifier}"
        return ""

    def is_span(self, element: etree._Element, steps: list[tuple[str, str]]) -> bool:
        """Whether a match or a glossary entry points to a span of the unit it stands in (5.1.6.5, 5.2.5.2)."""
        unit, file = _owner(element, "unit"), _owner(element, "file")
        if unit is None or file is None:
            return True
        mine = {"f": file.get("id"), "u": unit.get("id")}
        prefix, identifier = steps[-1]
        if prefix not in ("", "t") or any(key in mine and mine[key] != value for key, value in steps[:-1]):
            return False
        if unit not in self._spans:
            self._spans[unit] = {
                child.get("id", "")
                for part in children(unit)
                if name_of(part) in ("segment", "ignorable")
                for child in part.iter()
                if name_of(child) in INLINE | {"segment", "ignorable"}
            }
        return identifier in self._spans[unit]
