# SPDX-License-Identifier: AGPL-3.0-or-later
"""Edition to one semantic XHTML tree: HTML wraps it, EPUB splits it, PDF lays it out and tags from it.

The tree is built from the document, never from markup: raw nodes have no way in. docs/semantic-xhtml.md lists
everything that can occur in it.
"""

from __future__ import annotations

from lxml import etree

from pipeline.document.front import front_lines
from pipeline.document.text import top_level
from pipeline.model import Block, Edition
from pipeline.semantic.blocks import add_block, add_flow, bearer
from pipeline.semantic.names import element, text
from pipeline.semantic.work import Work, begin

__all__ = ["build"]


def build(edition: Edition) -> etree._Element:
    """The semantic XHTML of an edition: an ``article`` as docs/semantic-xhtml.md says."""
    work = begin(edition)
    article = element(
        None, "article", {"id": "document", "class": "document", "lang": edition.lang, "dir": edition.dir}
    )
    _add_front(article, work)
    add_flow(article, edition.document.blocks, work)
    _add_notes(article, work)
    return article


def _add_front(article: etree._Element, work: Work) -> None:
    header = element(article, "header", {"class": "title-block"})
    title = work.edition.document.title
    bearer(header, "h1", title, work, {"class": "title", "id": "title", "lang": title.lang, "dir": title.dir})
    for line in front_lines(work.edition):
        name = line.kind if line.kind in ("subtitle", "byline") else f"notice {line.kind}"
        text(element(header, "p", {"class": name, "lang": line.lang, "dir": line.dir}), line.text)


def _add_notes(article: etree._Element, work: Work) -> None:
    """Notes in the order of their first calls; notes of notes follow."""
    if not work.notes:
        return
    section = element(
        article, "section", {"class": "notes", "role": "doc-endnotes", "aria-labelledby": "notes-title"}
    )
    title, marked = work.label(section, "notes")
    level = top_level(work.edition.document.blocks)
    text(element(section, f"h{level}", {"class": "notes-title", "id": "notes-title"} | marked), title)
    done = 0
    made: list[tuple[Block, etree._Element]] = []
    while done < len(work.notes):
        note = work.notes[done]
        done += 1
        number = note.label or str(done)
        attributes = {"class": "note", "role": "doc-footnote", "id": f"fn-{number}", "data-label": number}
        aside = element(section, "aside", attributes | {"lang": note.lang, "dir": note.dir})
        for block in note.blocks:
            add_block(aside, block, work)
        made.append((note, aside))
    for note, aside in made:
        _add_ways_back(aside, note, work)


def _add_ways_back(aside: etree._Element, note: Block, work: Work) -> None:
    """A link back to each call, at the end of the note's last paragraph."""
    number = note.label
    holder = aside[-1] if len(aside) and etree.QName(aside[-1]).localname == "p" else element(aside, "p")
    calls = work.calls[note.id]
    for count in range(1, calls + 1):
        text(holder, " ")
        call = f"fnref-{number}" + (f"-{count}" if count > 1 else "")
        back = element(holder, "a", {"class": "note-back", "role": "doc-backlink", "href": f"#{call}"})
        # Links that lead to different places must not have the same name (WCAG 2.4.9).
        which = f" ({count})" if calls > 1 else ""
        label, marked = work.label(holder, "note_back", number=number)
        back.set("aria-label", label + which)
        for name, value in marked.items():
            if value:
                back.set(name, value)
        text(back, "↩")
