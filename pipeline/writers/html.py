# SPDX-License-Identifier: AGPL-3.0-or-later
"""The web page: one file that holds all it needs, and works from a USB stick as from any host.

There is no script in it, nothing is fetched, and the tree of the document is the tree of the page.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lxml import etree

from pipeline import labels
from pipeline.model import Edition, Register
from pipeline.model.namespaces import MATHML
from pipeline.semantic.names import standing
from pipeline.writers import access, markup, webfonts
from pipeline.writers.formats import media_types
from pipeline.writers.markup import Link, element, local, q
from pipeline.writers.resources import Resources
from pipeline.writers.templates import render

if TYPE_CHECKING:
    from pipeline.settings import Review

LONG_FORMULA = 60


def write(
    xhtml: etree._Element,
    edition: Edition,
    resources: Resources,
    *,
    links: Sequence[Link] = (),
    reviews: Sequence[Review] = (),
    contact: str = "",
    home: str = "",
    statement: str = "",
    styles: Sequence[str] = (),
    more: Mapping[str, Any] | None = None,
) -> bytes:
    """The bytes of the page.

    In: the semantic tree (not changed), the edition, the document's images, the other files of the publication
    (formats of this edition, pages of the other languages and registers), the checks that people recorded, where
    to report a barrier (an address or a URL), and the addresses of the publication's page and of the
    accessibility statement. Another page of the same kind names the ``styles`` that it adds and ``more``
    values for the template. Raises InputError and RefusedError for an image that cannot be used.
    """
    tree = markup.duplicate(xhtml)
    words = labels.labels(edition.lang)
    pictures = _inline_images(tree, resources)
    _frame_tables(tree, edition)
    _frame_formulas(tree, edition)
    markup.quiet_sections(tree)
    markup.say_counting(tree)
    entries = (more or {}).get("entries", markup.contents(xhtml))
    found = access.facts([tree], pictures, contents=bool(entries))
    _plain_decoration(tree)
    held = access.valid_reviews(edition, reviews)
    page: dict[str, Any] = {
        "edition": edition,
        "meta": edition.document.meta,
        "words": words,
        "tongue": words.lang != edition.lang.partition("-")[0],
        "entries": entries,
        "formats": _formats(links, edition),
        "languages": _languages(links, edition),
        "alternates": [(link, media_types()[link.format]) for link in links if not link.current],
        "fonts": webfonts.css("".join(map(str, tree.itertext())), italic=webfonts.has_italic(tree)),
        "style": "".join(map(markup.style, ("screen.css", "lists.css", *styles))),
        "data": _linked_data(edition, found, access.summary(found, words, held, paged=False, lang=edition.lang), links),
        "contact": contact_address(contact),
        "home": home,
        "statement": statement,
        "locale": edition.lang.replace("-", "_"),
        "plain": edition.register is Register.PLAIN,
        **(more or {}),
    }
    return render("page.html", page, article=to_html(tree)).encode()


def _inline_images(tree: etree._Element, resources: Resources) -> list[tuple[str, bytes]]:
    """Put the images into the page itself, with the size that keeps the text from jumping."""
    pictures: list[tuple[str, bytes]] = []
    for image in tree.iter(q("img")):
        resource = resources.read(image.get("src") or "")
        pictures.append((resource.media_type, resource.data))
        image.set("src", f"data:{resource.media_type};base64,{base64.b64encode(resource.data).decode()}")
        image.set("width", str(resource.width))
        image.set("height", str(resource.height))
    return pictures


def _plain_decoration(tree: etree._Element) -> None:
    """In HTML an empty ``alt`` says all, and a role beside it is an error (HTML 4.8.4.4.13, ARIA in HTML)."""
    for image in tree.iter(q("img")):
        if image.get("alt") == "" and image.get("role") in ("presentation", "none"):
            del image.attrib["role"]


def _frame_tables(tree: etree._Element, edition: Edition) -> None:
    """A region around each table that scrolls by itself, by keyboard too (WCAG 1.4.10, 2.1.1)."""
    seen: set[str] = set()
    for number, table in enumerate(list(tree.iter(q("table"))), 1):
        caption = next((child for child in table if local(child) == "caption"), None)
        name = markup.reading_text(caption) if caption is not None else ""
        frame = element("div", class_="table-region", role="region", tabindex="0")
        if caption is not None and caption.get("id") and name and name not in seen:
            frame.set("aria-labelledby", caption.get("id", ""))
        else:
            words = _words_around(table, frame, edition)
            unnamed = words("table_unnamed", number=labels.number(number, words.lang))
            frame.set("aria-label", f"{unnamed}: {name}" if name else unnamed)
        seen.add(name)
        _wrap(table, frame)


def _frame_formulas(tree: etree._Element, edition: Edition) -> None:
    """A long formula scrolls by itself, by keyboard too."""
    displayed = [math for math in tree.iter(f"{{{MATHML}}}math") if math.get("display") == "block"]
    for number, math in enumerate(displayed, 1):
        frame = element("span", class_="formula")
        if len(math.get("alttext") or "") > LONG_FORMULA:
            words = _words_around(math, frame, edition)
            label = f"{words('formula_region')} {labels.number(number, words.lang)}"
            for key, value in (("role", "group"), ("tabindex", "0"), ("aria-label", label)):
                frame.set(key, value)
        _wrap(math, frame)


def _words_around(inner: etree._Element, frame: etree._Element, edition: Edition) -> labels.Labels:
    """The labels for the frame of ``inner``, in the language of its place. Where we have none in it, the frame says
    the language of its label, and what is in it its own."""
    parent = inner.getparent()
    assert parent is not None
    lang, way = standing(parent, edition.lang, edition.dir)
    words = labels.labels_of_part(lang, edition.lang)
    if words.lang != lang.partition("-")[0].lower():
        frame.set("lang", words.lang)
        frame.set("dir", words.dir)
        inner.set("lang", inner.get("lang") or lang)
        inner.set("dir", inner.get("dir") or way)
    return words


def _wrap(inner: etree._Element, frame: etree._Element) -> None:
    parent = inner.getparent()
    assert parent is not None
    frame.tail, inner.tail = inner.tail, None
    parent.replace(inner, frame)
    frame.append(inner)


def _formats(links: Sequence[Link], edition: Edition) -> list[Link]:
    own = (edition.lang, edition.register.value)
    return [link for link in links if (link.language, link.register) == own and not link.current]


def _languages(links: Sequence[Link], edition: Edition) -> list[Link]:
    """The pages of all languages and registers, this one among them."""
    pages = [link for link in links if link.format == "html"]
    if pages and not any(link.current for link in pages):
        pages.append(Link("html", "#document", edition.lang, 0, edition.register.value, current=True))
    pages.sort(key=lambda link: (labels.own_name(link.language).casefold(), link.register))
    return pages if len(pages) > 1 else []


def contact_address(contact: str) -> str:
    """The link for reporting a barrier: an e-mail address or a web address; empty for anything else."""
    text = contact.strip()
    if text.startswith(("https://", "http://", "mailto:")):
        return text
    return f"mailto:{text}" if "@" in text and not any(letter.isspace() for letter in text) else ""


def _linked_data(edition: Edition, found: access.Facts, summary: str, links: Sequence[Link]) -> str:
    """schema.org data about the page as JSON-LD, safe to stand inside of a script element."""
    meta = edition.document.meta
    modes, sufficient = access.modes(found)
    # Whether an author is a person or an office is not known, and nothing is claimed.
    makers = [{"name": name} for name in meta.creators]
    files = [
        {"@type": "MediaObject", "encodingFormat": media_types()[link.format], "contentUrl": link.href}
        for link in _formats(links, edition)
    ]
    other_pages = [link for link in links if link.format == "html" and link.language != edition.lang]
    data: Mapping[str, object] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": meta.title,
        "description": meta.description,
        "inLanguage": edition.lang,
        "identifier": meta.identifier,
        "author": makers,
        "publisher": {"@type": "Organization", "name": meta.publisher} if meta.publisher else "",
        "datePublished": meta.date,
        "dateModified": meta.modified,
        "version": meta.version,
        "keywords": list(meta.subjects),
        "license": meta.rights if meta.rights.startswith("http") else "",
        "accessMode": list(modes),
        "accessModeSufficient": [
            {"@type": "ItemList", "itemListElement": one.split(",")} for one in sufficient
        ],
        "accessibilityFeature": list(access.features(found)),
        "accessibilityHazard": ["unknown" if found.moving else "none"],
        "accessibilitySummary": summary,
        "encoding": files,
        "workTranslation": [
            {"@type": "CreativeWork", "inLanguage": link.language, "url": link.href} for link in other_pages
        ],
    }
    known = {key: value for key, value in data.items() if value}
    text = json.dumps(known, ensure_ascii=False, indent=1)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def to_html(tree: etree._Element) -> str:
    """The tree in HTML syntax."""
    made = markup.duplicate(tree)
    for part in made.iter(etree.Element):
        part.tag = local(part)
    etree.cleanup_namespaces(made)
    return etree.tostring(made, method="html", encoding="unicode")
