# SPDX-License-Identifier: AGPL-3.0-or-later
"""A fault: one change to the bytes of a good file, its class, and the words of the source that it hits."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.model import Format


@dataclass(frozen=True)
class Fault:
    """``kind`` is the class of the fault; ``near`` words of the source on whose line it is (empty: the whole file)."""

    kind: str
    format: Format
    name: str
    change: Callable[[bytes], bytes]
    near: str = ""

    @property
    def id(self) -> str:
        """Its name in a list of tests."""
        return f"{self.format.value}-{self.kind}-{self.name}"


class NotThereError(Exception):
    """What a fault would change is not in the file: the fault itself is out of date."""


def swap(pattern: str, replacement: str) -> Callable[[bytes], bytes]:
    """Replace the first match in a text file."""

    def change(data: bytes) -> bytes:
        text, count = re.subn(pattern, replacement, data.decode(), count=1, flags=re.DOTALL)
        if not count or text.encode() == data:
            raise NotThereError(pattern)
        return text.encode()

    return change


def in_book(pattern: str, replacement: str, *, name: str = r"\.(xhtml|opf|css)$") -> Callable[[bytes], bytes]:
    """Replace the first match in the first file of a book that has one."""

    def change(data: bytes) -> bytes:
        out = io.BytesIO()
        done = False
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            for info in old.infolist():
                part = old.read(info)
                if not done and re.search(name, info.filename):
                    text, count = re.subn(pattern, replacement, part.decode(), count=1, flags=re.DOTALL)
                    if count and text.encode() != part:
                        part, done = text.encode(), True
                new.writestr(info, part)
        if not done:
            raise NotThereError(pattern)
        return out.getvalue()

    return change
