# SPDX-License-Identifier: AGPL-3.0-or-later
"""Inline codes and annotations of a unit: ids, pairs, data, copies, reordering, deletion (XLIFF 2.1, 4.3 and 4.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline.outline import xliff_order
from pipeline.outline.xliff_ids import selectors
from pipeline.outline.xliff_problem import Problem, children, name_of, problem
from pipeline.outline.xliff_stream import CODES, Token, inline, present, stream

_SPANNING = frozenset({"pc", "sc", "ec"})


_MARKERS = frozenset({"mrk", "sm"})


_DATA = ("dataRef", "dataRefStart", "dataRefEnd")


_XLF_SUBTYPES = {"lb": "fmt", "pb": "fmt", "b": "fmt", "i": "fmt", "u": "fmt", "var": "ui"}


def check(unit: etree._Element) -> Iterator[Problem]:
    """All constraints on the inline content of one unit, its matches included."""
    parts = [part for part in children(unit) if name_of(part) in ("segment", "ignorable")]
    data = _data_ids(unit)
    sources = [_child(part, "source") for part in parts]
    targets = [_child(part, "target") for part in parts]
    yield from _orders(targets)
    for content in (*sources, *targets):
        if content is not None:
            yield from _single(content, data)
    yield from _ids(parts, sources, targets)
    source_stream = stream(sources)
    yield from _pairs(source_stream, check_isolated=True)
    yield from xliff_order.sequence(source_stream)
    yield from _copies((*sources, *targets))
    yield from _comments(unit, (*sources, *targets))
    if any(target is not None for target in targets):
        ordered = _in_order(sources, targets)
        yield from _pairs(stream(ordered), check_isolated=False, only=set(present(targets)))
        yield from xliff_order.deleted(sources, targets)
        yield from xliff_order.reordered(source_stream, targets)
    yield from _matches(unit, data)


def _child(part: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in children(part) if name_of(child) == name), None)


def _data_ids(owner: etree._Element) -> set[str]:
    return {
        data.get("id", "")
        for original in children(owner)
        if name_of(original) == "originalData"
        for data in children(original)
    }


def _orders(targets: Sequence[etree._Element | None]) -> Iterator[Problem]:
    taken: dict[int, int] = {}
    for position, target in enumerate(targets, 1):
        raw = target.get("order") if target is not None else None
        if raw is not None and not raw.strip().isdigit():
            continue  # the type of the attribute says so already
        order = int(raw) if raw is not None else position
        if target is not None and order > len(targets):
            yield problem("order", target, f"order {order} in a unit of {len(targets)} parts")
        elif order in taken and target is not None:
            yield problem("order", target, f"part {position} has the order {order}, as part {taken[order]} has")
        taken.setdefault(order, position)


def _single(content: etree._Element, data: set[str]) -> Iterator[Problem]:
    """Constraints that one code or annotation can break by itself."""
    for element in content.iter():
        name = name_of(element)
        if name in CODES:
            yield from _code(element, name, data)
        elif name in _MARKERS:
            yield from _annotation(element)


def _code(element: etree._Element, name: str, data: set[str]) -> Iterator[Problem]:
    for key in _DATA:
        reference = element.get(key)
        if reference is not None and reference not in data:
            yield problem("data", element, f"{key} {reference} is not a data element of the unit")
        if reference is not None and element.get("copyOf") is not None:
            yield problem("copy", element, f"copyOf and {key} exclude each other")
    sub = element.get("subType")
    if sub is not None and element.get("type") is None:
        yield problem("sub-type", element, "subType needs type")
    elif sub is not None and sub.startswith("xlf:") and _XLF_SUBTYPES.get(sub[4:]) != element.get("type"):
        yield problem("sub-type", element, f"the subType {sub} does not go with the type {element.get('type')}")
    locked = (element.get("canCopy"), element.get("canDelete")) == ("no", "no")
    if element.get("canReorder", "yes") != "yes" and not locked:
        yield problem("reorder", element, "canReorder no or firstNo needs canCopy and canDelete no")
    if name == "ec":
        yield from _end_code(element)


def _end_code(element: etree._Element) -> Iterator[Problem]:
    isolated = element.get("isolated", "no") == "yes"
    start, identifier = element.get("startRef"), element.get("id")
    if isolated and (identifier is None or start is not None):
        yield problem("end-code", element, "an isolated ec has an id and no startRef")
    if not isolated and (start is None or identifier is not None):
        yield problem("end-code", element, "an ec that is not isolated has a startRef and no id")
    if not isolated and element.get("dir") is not None:
        yield problem("end-code", element, "dir may stand on an ec only when it is isolated")
    if not isolated:
        for key in element.attrib:
            if str(key).startswith("{urn:oasis:names:tc:xliff:") and ":document:" not in str(key):
                yield problem("end-code", element, "a module's attribute may stand on an ec only when it is isolated")


def _annotation(element: etree._Element) -> Iterator[Problem]:
    kind = element.get("type", "generic")
    value, ref = element.get("value"), element.get("ref")
    if kind == "comment" and (value is None) == (ref is None):
        yield problem("comment", element, "a comment has either a value or a ref to a note")
    if kind.startswith("xlf:"):
        yield problem("annotation", element, "the prefix xlf is reserved")


def _ids(
    parts: Sequence[etree._Element],
    sources: Sequence[etree._Element | None],
    targets: Sequence[etree._Element | None],
) -> Iterator[Problem]:
    """One id, one thing in a unit; a code of a target has the id of its code in the source (4.3.1.21)."""
    owners: dict[str, etree._Element] = {}
    for element in (*parts, *inline(sources)):
        identifier = element.get("id")
        if identifier is not None and identifier in owners:
            yield problem("id", element, f"the id {identifier} is used twice in the unit")
        elif identifier is not None:
            owners[identifier] = element
    seen: set[str] = set()
    for element in inline(targets):
        identifier = element.get("id")
        if identifier is None:
            continue
        if identifier in seen:
            yield problem("id", element, f"the id {identifier} is used twice in the targets of the unit")
        seen.add(identifier)
        if identifier in owners:
            yield from _same(owners[identifier], element, identifier)


def _same(source: etree._Element, target: etree._Element, identifier: str) -> Iterator[Problem]:
    groups = (_SPANNING, _MARKERS, frozenset({"ph"}))
    family = next((group for group in groups if name_of(source) in group), frozenset[str]())
    if name_of(target) not in family:
        names = f"{name_of(source)} in the source, {name_of(target)} in the target"
        yield problem("id", target, f"the id {identifier} is {names}")
        return
    for key in ("type", "subType", "canDelete", "canCopy", "canReorder", "translate"):
        pair = source.get(key), target.get(key)
        if key in ("type", "subType") and None not in pair and pair[0] != pair[1]:
            yield problem("same-code", target, f"{key} of {identifier} differs between source and target")
        elif key == "translate" and name_of(source) in _MARKERS and pair[0] != pair[1]:
            yield problem("same-code", target, f"translate of {identifier} differs between source and target")


def _pairs(
    tokens: Sequence[Token], *, check_isolated: bool, only: set[etree._Element] | None = None
) -> Iterator[Problem]:
    """Each start has its end after it in the unit, and only isolated codes have none (4.3.1.4, 4.7.2)."""
    opened: dict[str, etree._Element] = {}
    closed: set[str] = set()
    for name, element in tokens:
        if name in ("sc", "sm"):
            opened[element.get("id", "")] = element
        elif name in ("ec", "em") and element.get("startRef") is not None:
            reference = element.get("startRef", "")
            start = opened.get(reference)
            if start is None or name_of(start) != ("sc" if name == "ec" else "sm"):
                if _reported(element, only):
                    yield problem("pair", element, f"{name} {reference} has no start before it in the unit")
                continue
            closed.add(reference)
            if name == "ec":
                yield from _agree(start, element, reference)
    for identifier, start in opened.items():
        if not _reported(start, only):
            continue
        isolated = start.get("isolated", "no") == "yes"
        if identifier not in closed and not isolated:
            wanted = "ec" if name_of(start) == "sc" else "em"
            yield problem("pair", start, f"{name_of(start)} {identifier} has no {wanted} in the unit")
        elif identifier in closed and isolated and check_isolated:
            yield problem("pair", start, f"sc {identifier} is marked isolated, but its ec is in the unit")


def _reported(element: etree._Element, only: set[etree._Element] | None) -> bool:
    return only is None or any(ancestor in only for ancestor in element.iterancestors())


def _agree(start: etree._Element, end: etree._Element, identifier: str) -> Iterator[Problem]:
    for key in ("canCopy", "canDelete", "canOverlap"):
        if start.get(key, "yes") != end.get(key, "yes"):
            yield problem("pair", end, f"sc and ec {identifier} differ in {key}")
    wanted = "yes" if start.get("canReorder", "yes") == "yes" else "no"
    if end.get("canReorder", "yes") != wanted:
        yield problem("pair", end, f"ec {identifier} must have canReorder {wanted}")


def _copies(contents: Sequence[etree._Element | None]) -> Iterator[Problem]:
    originals = {element.get("id"): element for element in inline(contents)}
    for element in inline(contents):
        copied = element.get("copyOf")
        if copied is None:
            continue
        original = originals.get(copied)
        if original is None or original is element:
            yield problem("copy", element, f"copyOf {copied}: there is no such code in the unit")
        elif original.get("canCopy", "yes") == "no":
            yield problem("copy", element, f"copyOf {copied}: that code may not be copied")
        elif name_of(original) != name_of(element):
            yield problem("copy", element, f"copyOf {copied}: that is another kind of code")


def _comments(unit: etree._Element, contents: Sequence[etree._Element | None]) -> Iterator[Problem]:
    """The ref of a comment leads to a note of the same unit (4.7.3.2)."""
    notes = {note.get("id") for group in children(unit) if name_of(group) == "notes" for note in children(group)}
    for element in inline(contents):
        reference = element.get("ref")
        if element.get("type") != "comment" or reference is None:
            continue
        steps = selectors(reference) if reference.startswith("#") else None
        inside = bool(steps) and all(key != "u" or value == unit.get("id") for key, value in steps or ())
        qualified = bool(steps) and (len(steps or ()) == 1 or any(key == "u" for key, _ in steps or ()))
        if not steps or steps[-1][0] != "n" or not inside or not qualified or steps[-1][1] not in notes:
            yield problem("comment", element, f"{reference} is not a note of the unit")


def _in_order(
    sources: Sequence[etree._Element | None], targets: Sequence[etree._Element | None]
) -> list[etree._Element | None]:
    """The targets in their own order; a part without one keeps its source."""
    keyed = []
    for position, (source, target) in enumerate(zip(sources, targets, strict=True), 1):
        raw = target.get("order") if target is not None else None
        order = int(raw) if raw is not None and raw.strip().isdigit() else position
        keyed.append((order, position, target if target is not None else source))
    return [content for _, _, content in sorted(keyed, key=lambda item: item[:2])]


def _matches(unit: etree._Element, data: set[str]) -> Iterator[Problem]:
    for matches in children(unit):
        if name_of(matches) != "mtc:matches":
            continue
        for match in children(matches):
            own = _data_ids(match) | data
            sides = [_child(match, "source"), _child(match, "target")]
            for content in present(sides):
                yield from _single(content, own)
                seen: set[str] = set()
                for element in inline([content]):
                    identifier = element.get("id")
                    if identifier is not None and identifier in seen:
                        yield problem("id", element, f"the id {identifier} is used twice in a match")
                    seen.add(identifier or "")
