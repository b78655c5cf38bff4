# SPDX-License-Identifier: AGPL-3.0-or-later
"""The beginnings and ends of marked content while pages are painted.

Part of the seam (see ``seam.py``): ``Stream.marked`` and ``Stream.artifact`` of WeasyPrint are replaced while a file is
written. The engine puts three items into a stream for each beginning and later looks for them again; here the mark says
where it stands, and ``content`` writes its beginning when all is known.
"""

from __future__ import annotations

from typing import Any

ARTIFACT = b"/Artifact\nBMC"
END = b"EMC"


class End:
    """Ends what was begun when its ``with`` is left."""

    __slots__ = ("items",)

    def __init__(self, items: list[bytes]) -> None:
        self.items = items

    def __enter__(self) -> None:
        """What was begun is open."""

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.items.append(END)


class Mark:
    """One marked content: its number on its page, the type that the engine gives it, the items of its stream, and where
    in them its beginning and its end stand."""

    __slots__ = ("at", "end", "items", "number", "tag")

    def __init__(self, items: list[bytes], number: int, tag: str) -> None:
        self.items = items
        self.number = number
        self.tag = tag
        self.at = len(items)
        self.end = -1
        items.append(b"")

    def __enter__(self) -> None:
        """What was begun is open."""

    def __exit__(self, *_: object) -> None:
        """End it, and keep where."""
        self.end = len(self.items)
        self.items.append(END)


def marked(stream: Any, box: Any, tag: str) -> Mark:
    """In the place of ``Stream.marked``."""
    marks = stream._tags
    mark = marks[box] = Mark(stream.stream, len(marks), tag)
    return mark


def artifact(stream: Any) -> End:
    """In the place of ``Stream.artifact``."""
    items = stream.stream
    items.append(ARTIFACT)
    return End(items)
