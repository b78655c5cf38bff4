# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small document with its plain text, and pairs of faithful sentences, for the tests of this room."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.document import table_of
from pipeline.model import Document, Source
from pipeline.plain.authored.align import Index, source_hash
from pipeline.plain.authored.source import PlainText, read
from pipeline.plain.check import Checked, check
from pipeline.settings import Settings
from tests.make import document

HERE = Path(__file__).parent
ORIGINAL = """# Rules for the lake

Children must not enter the lake before 8 o'clock, and visitors may park only with prior permission.

1. The council of Harlow reiterates its commitment to keep at least 30 boats available.
2. All visitors should respect the nesting birds.

The lake is closed in December.
"""
TEXTS = {
    "Children": "Children must not go into the lake before 8 o'clock. Visitors may park only with prior permission.",
    "The council": "The council of Harlow says again that it commits to keep at least 30 boats ready.",
    "All visitors": "All visitors should respect the birds on their nests.",
    "The lake": "The lake is closed in December.",
}
FRONT = """---
title: Rules for the lake
summary: The lake has rules. They protect people and birds.
glossary:
  - {term: nest, definition: The home that a bird builds., original: nesting}
reviewed: {who: , when: }
---
"""


def lake(text: str = ORIGINAL, known: Document | None = None) -> Document:
    """The original; ``known`` is an older version of it, whose ids are kept."""
    table = table_of((known.title, *known.blocks)) if known else None
    return document(text, known=table, lang="en")


def plain_markdown(original: Document, texts: dict[str, str] = TEXTS, front: str = FRONT) -> str:
    """A ``plain.md`` for the lake: each text under the block whose words it begins with."""
    parts = [front]
    index = Index.of(original)
    for begin, text in texts.items():
        name = next(
            block.id
            for block in index.blocks.values()
            if source_text(block.id, index).startswith(begin) and block.kind != "list"
        )
        parts.append(f'::: {{.plain for="{name}" hash="{source_hash((index.blocks[name],))}"}}\n{text}\n:::\n')
    return "\n".join(parts)


def source_text(name: str, index: Index) -> str:
    """What a block of the original says."""
    from pipeline.document import text_of

    return text_of(index.blocks[name])


def read_text(text: str, original: Document) -> PlainText:
    """A plain text from a string."""
    return read(Source("lake", Path("plain.md"), Path(), text, "0"), original)


def checked(text: str, original: Document, **settings: object) -> Checked:
    """A plain text from a string, checked."""
    return check(original, read_text(text, original), Settings.model_validate({"lang": "en", **settings}))


def rules(found: Checked) -> list[str]:
    """The rules of the findings, without the one that asks for a reviewer."""
    return [one.rule for one in found.findings if one.rule != "plain-review"]


def faithful(name: str) -> list[tuple[str, str]]:
    """Pairs of an original and a faithful plain text."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return [(row[0], row[1]) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A sentence, a faithful plain text of it, and changes of the plain text as (kind, changed text)."""

    lang: str
    original: str
    plain: str
    changes: tuple[tuple[str, str], ...]


def rewritten(name: str) -> list[Rewritten]:
    """The rows of a set: language, original, plain text, and changes as "kind: words => other words"."""
    found = []
    for line in (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        lang, original, plain, *cells = line.split("\t")
        changes = []
        for cell in cells:
            kind, edit = cell.split(": ", 1)
            words, _, others = edit.partition(" =>")
            changes.append((kind, plain.replace(words, others.removeprefix(" "), 1)))
        found.append(Rewritten(lang, original, plain, tuple(changes)))
    return found


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair by somebody who had not seen the guard: "faithful", or what was changed in it."""

    kind: str
    original: str
    plain: str
    lang: str


def judged(name: str) -> list[Judged]:
    """The pairs of a set: kind, original, plain text, and the language where it is not English."""
    lines = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [Judged(*(*line.split("\t"), "en")[:4]) for line in lines if line]


def without_hash(text: str) -> str:
    """A ``plain.md`` with all hashes taken out."""
    return re.sub(r' hash="[^"]*"', "", text)


__all__ = [
    "checked", "faithful", "judged", "lake", "plain_markdown", "read_text", "replace", "rewritten", "rules",
    "without_hash",
]  # fmt: skip
