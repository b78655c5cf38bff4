# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the place that a validator names to the block of the Markdown: by ids, lines, selectors, tag paths.

An empty answer means that the place cannot be followed; it is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import unquote

from pipeline.checks.subject import Subject
from pipeline.tools.base import Item

ID = re.compile(rb"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)')""")
MAX_DEPTH = 200


def block_at(subject: Subject, tool: str, item: Item) -> str:
    """The id of the source's block that ``item`` of ``tool`` speaks of; empty if the source is not known or the
    place leads to no block of it."""
    if not subject.blocks:
        return ""
    with suppress(Exception):  # a place is a service: a tool's odd words must not end a check
        return WAYS[tool](subject, item)
    return ""


def _last_known(subject: Subject, ids: Iterable[str]) -> str:
    """The last id that is a block's: the innermost of a path."""
    return next((i for i in reversed(list(ids)) if i in subject.blocks), "")


def _before(subject: Subject, data: bytes, line: int, column: int) -> str:
    """The last block's id that is written before a place in a text file (its own start tag included)."""
    rows = data.split(b"\n")
    if not 0 < line <= len(rows):
        return ""
    row = rows[line - 1]
    end = len(row.decode("utf-8", "replace")[: column or None].encode()) if column else len(row)
    closing = row.find(b">", max(0, end - 1))
    head = b"\n".join([*rows[: line - 1], row[: closing + 1] if closing >= 0 else row])
    return _last_known(subject, ((m[1] or m[2] or b"").decode("utf-8", "replace") for m in ID.finditer(head)))


def _nu(subject: Subject, item: Item) -> str:
    return _before(subject, subject.data, item.line, item.column)


def _okapi(subject: Subject, item: Item) -> str:
    unit = _last_known(subject, item.place.split("/"))
    return unit or _before(subject, subject.data, item.line, item.column)


def _epubcheck(subject: Subject, item: Item) -> str:
    inside = subject.epub.read(unquote(item.place.partition("#")[0]))
    return _before(subject, inside, item.line, item.column)


def _ace(subject: Subject, item: Item) -> str:
    return _last_known(subject, re.findall(r"\[([^\]]+)\]", item.place))


def _axe(subject: Subject, item: Item) -> str:
    found = _last_known(subject, re.findall(r"#([\w-]+)", item.place))
    if found:
        return found
    import cssselect2

    matcher = [s.test for s in cssselect2.compile_selector_list(item.place)]
    for element in cssselect2.ElementWrapper.from_html_root(subject.html).iter_subtree():
        if any(test(element) for test in matcher):
            return subject.block_of(element.etree_element)
    return ""


def _verapdf(subject: Subject, item: Item) -> str:
    """veraPDF's path: "root/structTreeRoot[0]/children[0](12 0 obj ...)/children[3]…"; its objects by number,
    and from the innermost the way up to an element with a block's id."""
    numbers = re.findall(r"\((\d+) \d+ obj", item.place)
    return next((b for b in (_owner(subject, int(n)) for n in reversed(numbers)) if b), "")


def _page_validation(subject: Subject, item: Item) -> str:
    number = re.search(r"object (\d+)", item.place)
    return _owner(subject, int(number[1])) if number else ""


def _owner(subject: Subject, number: int) -> str:
    """The block whose id a structure element or one of those above it has."""
    element: Any = subject.pdf.get_object(number, 0)
    for _ in range(MAX_DEPTH):
        if not hasattr(element, "get"):
            return ""
        found = str(element.get("/ID", ""))
        if found in subject.blocks:
            return found
        element = element.get("/P")
    return ""


WAYS: Mapping[str, Callable[[Subject, Item], str]] = {
    "nu": _nu, "okapi": _okapi, "epubcheck": _epubcheck, "ace": _ace, "axe": _axe, "verapdf": _verapdf,
    "page-validation": _page_validation,
}  # fmt: skip
