# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files made for the tests: each document is laid out once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pipeline.document.source import load
from pipeline.model import Edition, Layout, Node, Outline
from pipeline.outline.pdf import read
from pipeline.semantic import build
from pipeline.writers.pdf import lay_out
from pipeline.writers.resources import Resources
from tests.make import document

RICH = Path(__file__).parent / "rich"


def edition(text: str, folder: Path = Path(), **flags: Any) -> Edition:
    made = document(text, folder=folder, **flags)
    return Edition(made, made.meta.lang, made.meta.dir, original_lang=made.meta.lang)


@cache
def rich() -> Edition:
    """The rich document: everything that a tagged PDF has to carry, on nine pages."""
    return edition(load(RICH).text, RICH)


@cache
def layout(profile: str = "ua-2", archive: bool = False) -> Layout:
    """The rich document set in pages."""
    made = rich()
    return lay_out(build(made), made, Resources(RICH), profile=profile, archive=archive)


@cache
def pdf(text: str, profile: str = "ua-2", lang: str = "en") -> bytes:
    """A few lines of Markdown as PDF."""
    made = edition(text, lang=lang)
    return lay_out(build(made), made, Resources(Path()), profile=profile).pdf


@cache
def outline(text: str, profile: str = "ua-2", lang: str = "en") -> Outline:
    """The outline of a few lines of Markdown, by way of a PDF."""
    return read(pdf(text, profile, lang))


def find(outline: Outline, role: str) -> list[Node]:
    """All nodes of one role, in reading order."""
    return [node for node in outline.root.walk() if node.role.value == role]


def as_text(node: Node, depth: int = 0) -> str:
    """A tree of tags as text: one line for each, with what a reader is told of it."""
    told = {key: value for key, value in node.attrs.items() if value}
    parts = [f"{node.role.value}{node.level or ''}", node.text and repr(node.text), f"{node.lang} {node.dir}"]
    parts += [f"{key}={value!r}" for key, value in sorted(told.items())]
    line = "  " * depth + " ".join(part for part in parts if part) + "\n"
    return line + "".join(as_text(child, depth + 1) for child in node.children)

