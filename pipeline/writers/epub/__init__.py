# SPDX-License-Identifier: AGPL-3.0-or-later
"""EPUB 3.3 with EPUB Accessibility 1.1 (and ready for 1.2) of one edition.

One XHTML file for each main section, in the order of the tree: cover, contents, title page, sections, notes.
What the metadata says of accessibility is read off the finished files, never assumed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from pipeline.labels import labels
from pipeline.model import Edition, Layout
from pipeline.writers import markup
from pipeline.writers.epub import cover, files, fonts, metadata, nav, package, pages, split, tables
from pipeline.writers.resources import Resources

if TYPE_CHECKING:
    from pipeline.settings import Review


def write(
    xhtml: etree._Element,
    edition: Edition,
    layout: Layout,
    resources: Resources,
    *,
    ncx: bool = False,
    reviews: Sequence[Review] = (),
    pdf: str = "",
) -> bytes:
    """The bytes of the EPUB.

    In: the semantic tree (not changed), the edition, its layout (whose pages become the page list), the
    document's images, whether an NCX is wanted for old readers, the checks that people recorded, and the name of
    the PDF whose pages these are. The same input gives the same bytes. Raises InputError and RefusedError for
    an image that cannot be used.
    """
    tree = markup.duplicate(xhtml)
    words = labels(edition.lang)
    markup.say_counting(tree)
    tables.fit(tree)
    breaks = pages.insert(tree, layout.pages, words)
    pictures = files.collect_images(tree, resources)
    parts = split.split(tree, words)
    where = split.link(parts)
    cover_part = cover.part(edition, words)
    navigation = nav.document(edition, words, parts, tree_entries(xhtml), breaks, where)
    chosen = fonts.choose([*(part.body for part in parts), navigation], edition.lang)
    documents = [
        files.document("cover.xhtml", words("cover"), cover_part, edition, words.lang),
        files.File("nav.xhtml", "nav", "application/xhtml+xml", files.serialise(navigation), ("nav",)),
        *(files.document(part.name, part.title, part.body, edition, part.lang, part.dir) for part in parts),
    ]
    others = [
        files.File("style.css", "style", "text/css", _styles(chosen, tables.styles(part.body for part in parts))),
        files.File("images/cover.svg", "cover-image", "image/svg+xml", cover.svg(edition), ("cover-image",)),
        *pictures,
        *(files.File(f"fonts/{font.file}", font.id, "font/ttf" if font.file.endswith("ttf") else "font/otf", font.data)
          for font in chosen),
    ]  # fmt: skip
    about = metadata.describe(edition, words, documents, layout, pictures, reviews, pdf or pdf_name(edition))
    entries = nav.flat(tree_entries(xhtml), where) if ncx else ()
    return package.pack(edition, about, documents, others, entries)


def pdf_name(edition: Edition) -> str:
    """The file name of the edition's PDF: what the page numbers are those of."""
    plain = "" if edition.register.value == "original" else f".{edition.register.value}"
    return f"{edition.document.name}{plain}.pdf"


def tree_entries(xhtml: etree._Element) -> tuple[markup.Entry, ...]:
    """The contents: the title, then the sections as they are nested, then the notes."""
    title = xhtml.find(f".//{markup.q('h1')}[@id='title']")
    first = () if title is None else (
        markup.Entry("title", markup.title_of(title), title.get("lang") or "", title.get("dir") or ""),
    )
    return (*first, *markup.contents(xhtml))


def _styles(chosen: Sequence[fonts.Font], shares: str) -> bytes:
    return "".join((fonts.css(chosen), markup.style("epub.css"), markup.style("lists.css"), shares)).encode()
