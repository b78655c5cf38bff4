# SPDX-License-Identifier: AGPL-3.0-or-later
"""Marks of other programs' Markdowns in running text: they are words here, printed as they stand, and told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document.context import Context
from pipeline.document.text import fold, runs, short, walk
from pipeline.model import Block, BlockKind

_PLACE = "Write what it stands for in its place."
FORMS = (
    (re.compile(r"\{\{([<%]).{1,300}?[>%]\}\}"), _PLACE),  # Hugo, Quarto
    (re.compile(r"(?<!\{)\{%-?\s*\w[^{}]{0,300}?%\}"), _PLACE),  # Liquid: Jekyll, Eleventy
    (re.compile(r"\{\{-?\s*[\w\"'/.][^{}]{0,300}?\}\}"), _PLACE),  # Liquid, Mustache
    (re.compile(r"(?<![=\w])==(?=[^\s=])[^=]{1,300}(?<=[^\s=])==(?![=\w])"),
     "Write <mark>…</mark> around words that are marked."),
    (re.compile(r"(?<![+\w])\+\+(?=[^\s+])[^+]{1,300}(?<=[^\s+])\+\+(?![+\w])"),
     "Write <ins>…</ins> around words that were put in."),
    (re.compile(r"^:{3,}[ \t]*(?=[\w{])\S{1,40}"),  # Docusaurus, VuePress; a Div of pandoc that is not closed
     "Write a quotation (>) that begins with its title in bold."),
    (re.compile(r"^(?:!!!|\?\?\?\+?)[ \t]+[A-Za-z]\w*"),  # MkDocs
     "Write a quotation (>) that begins with its title in bold."),
    (re.compile(r"(?<![\w@.])-?@(?:fig|sec|tbl|tab|eq|lst):[\w:-]*\w"),  # pandoc-crossref, bookdown
     "Write a link to the heading, table or picture: [Figure 2](#its-id)."),
    (re.compile(r"\[[^\[\]]{0,80}(?<![\w.])-?@[A-Za-z][\w:.-]*(?<=\w)[^\[\]]{0,80}\](?!\()"),  # citations of pandoc
     "Write the source in words, or in a note."),
)  # fmt: skip
_COMMAND = re.compile(r"\\[A-Za-z]+\*?(?:\s*(?:\{[^{}]*\}|\[[^\[\]]*\]))*")
_BRACKETS = re.compile(r"\\\((.{1,300}?)\\\)|\\\[(.{1,300}?)\\\]", re.DOTALL)
_TEX = re.compile(r"\\[A-Za-z]|[\^=+<>]|_\{|\w_\w(?!\w)")
_ADDRESS = re.compile(r"\S+://\S+")
_DRAWN = frozenset({"mermaid", "plantuml", "graphviz", "dot", "d2", "ditaa", "tikz", "vega", "vega-lite"})


def tell_foreign(blocks: Sequence[Block], context: Context) -> None:
    """Record a notice for each short code, admonition, citation, mark of insertion, TeX command or formula of another
    Markdown, and for each drawing that is written in words."""
    for block in walk(tuple(blocks)):
        for what, fix in _found(block, context):
            context.notice("markdown-unread", f"«{short(what)}» is printed as it stands.", fix, block.pos)


def _found(block: Block, context: Context) -> Iterator[tuple[str, str]]:
    if block.kind is BlockKind.CODE:
        if drawn := next((name for name in block.attr.classes if name.lower() in _DRAWN), ""):
            yield drawn, "Put in a picture of what it draws, with its alternative: ![What it shows](file.svg)."
        return
    # What is no text, such as code, is as the end of a line.
    text = "\n".join(runs(block.inlines))
    for form, fix in FORMS:
        if match := form.search(text):
            yield match.group(), fix
    if block.pos is None or not block.inlines:
        return
    if block.kind is BlockKind.PARAGRAPH and _COMMAND.fullmatch(text.strip()):
        yield fold(text), "Take it out, or write in words what it stands for."
    for match in _BRACKETS.finditer(context.text, block.pos.start, block.pos.end):
        inner = match[1] or match[2]
        if _TEX.search(_ADDRESS.sub("", inner)) and "](" not in inner:
            yield fold(match.group()), "Write $…$ for a formula in the line, $$…$$ for one on lines of its own."
            return
