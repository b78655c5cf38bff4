# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the place that a validator names to the block of the Markdown: by ids, lines, selectors, tag paths.

An empty answer means that the place cannot be followed; it is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pipeline.checks.subject import Subject
from pipeline.tools.base import Item

if TYPE_CHECKING:
    from pipeline.checks.pdf.tree import Tag

ID = re.compile(rb"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)')""")


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


def _pdf(subject: Subject, item: Item) -> str:
    from pipeline.checks.pdf.look import block_of

    tag = _tag(subject, item)
    return block_of(subject, tag) if tag is not None else ""


def page_at(subject: Subject, item: Item) -> int:
    """The page of a PDF (from 1) that a validator's place leads to by its objects; 0 if it leads to none."""
    from pipeline.checks.pdf.look import page_number

    with suppress(Exception):  # a place is a service, as above
        tag = _tag(subject, item)
        return page_number(subject, tag) if tag is not None else 0
    return 0


def _tag(subject: Subject, item: Item) -> Tag | None:
    """The innermost tag among the objects that a place names: veraPDF's "…/K[0](12 0 obj SEP P)/…",
    page-validation's "object 12"."""
    from pipeline.checks.pdf.tree import tree_of

    numbers = re.findall(r"\((\d+) \d+ obj|^object (\d+)", item.place)
    by_number = {tag.obj.objgen[0]: tag for tag in tree_of(subject).tags if tag.obj.objgen[0]}
    wanted = (int(first or second) for first, second in reversed(numbers))
    return next((by_number[number] for number in wanted if number in by_number), None)


WAYS: Mapping[str, Callable[[Subject, Item], str]] = {
    "nu": _nu, "okapi": _okapi, "epubcheck": _epubcheck, "ace": _ace, "axe": _axe, "verapdf": _pdf,
    "page-validation": _pdf,
}  # fmt: skip
