# SPDX-License-Identifier: AGPL-3.0-or-later
"""Codes that keep their order, and codes that may not be deleted (XLIFF 2.1, 4.7.2.3 and 4.7.2.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from pipeline.outline.xliff_problem import Problem, name_of, problem
from pipeline.outline.xliff_stream import CODES, Token, inline, present, stream


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[etree._Element, str]]:
    """Codes in order with their canReorder; the end of a pc counts as no when its start is fixed."""
    for name, element in tokens:
        if name_of(element) in CODES:
            value = element.get("canReorder", "yes")
            yield element, ("no" if name == "close" and value != "yes" else value)


def sequence(tokens: Sequence[Token]) -> Iterator[Problem]:
    """A fixed sequence begins with firstNo."""
    started = False
    for element, value in _runs(tokens):
        if value == "firstNo":
            started = True
        elif value == "no" and not started:
            yield problem("reorder", element, "a sequence that may not be reordered must begin with firstNo")
            started = True


def deleted(
    sources: Sequence[etree._Element | None], targets: Sequence[etree._Element | None]
) -> Iterator[Problem]:
    """Codes of a source that may not be deleted are in some target of the unit."""
    kept = {element.get("id") or element.get("startRef") for element in inline(targets)}
    for source, target in zip(sources, targets, strict=True):
        if target is None:
            continue
        for element in inline([source]):
            identifier = element.get("id") or element.get("startRef")
            if name_of(element) in CODES and element.get("canDelete") == "no" and identifier not in kept:
                yield problem("deleted", target, f"the code {identifier} may not be deleted, but is not in the target")


def reordered(source_stream: Sequence[Token], targets: Sequence[etree._Element | None]) -> Iterator[Problem]:
    """A fixed sequence keeps its order in the target, with no code between that was not there (4.7.2.4.2)."""
    runs: list[list[str]] = []
    for element, value in _runs(source_stream):
        key = element.get("id") or element.get("startRef") or ""
        if value == "firstNo":
            runs.append([key])
        elif value == "no" and runs:
            runs[-1].append(key)
    fixed = {key: index for index, run in enumerate(runs) for key in run}
    for target in present(targets):
        found: Mapping[int, list[str]] = {}
        last = -1
        ended: set[int] = set()
        for element, _ in _runs(stream([target])):
            key = element.get("id") or element.get("startRef") or ""
            index = fixed.get(key, -1)
            if index != last and last >= 0:
                ended.add(last)
            if index >= 0:
                found = {**found, index: [*found.get(index, []), key]}
                if index in ended and _adjacent(source_stream, runs[index]):
                    yield problem("reorder", element, f"a code stands within a sequence that is fixed, before {key}")
            last = index
        for index, keys in found.items():
            if keys != [key for key in runs[index] if key in keys]:
                yield problem("reorder", target, f"the codes {', '.join(runs[index])} must keep their order")


def _adjacent(tokens: Sequence[Token], run: Sequence[str]) -> bool:
    """Whether the run stands in the source without another code inside."""
    keys = [element.get("id") or element.get("startRef") or "" for element, _ in _runs(tokens)]
    inside = [index for index, key in enumerate(keys) if key in run]
    return inside == list(range(inside[0], inside[-1] + 1)) if inside else True
