# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the writers of web page and EPUB share: names of elements, the contents of a tree, styles, links."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

from lxml import etree

from pipeline.model.namespaces import XHTML

COUNTING = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


AIDS = "aids"
REGISTERS = {"plain": "plain", AIDS: "aids_title"}
"""The label of each register of a file but the original's own."""


@dataclass(frozen=True, slots=True)
class Link:
    """A file of the same publication that a page leads to.

    ``format`` is a key of the labels (pdf, large, epub, html, xliff, brf, pef); ``href`` relative to the page;
    ``language`` a BCP 47 tag; ``size`` in bytes, 0 if unknown; ``register`` original, plain, or aids for the original's
    page with reading aids; ``current`` for the page itself.
    """

    format: str
    href: str
    language: str = ""
    size: int = 0
    register: str = "original"
    current: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: where it leads, what it says, its language where it has its own."""

    id: str
    text: str
    lang: str = ""
    dir: str = ""
    children: tuple[Entry, ...] = ()

    def walk(self) -> Iterator[Entry]:
        """This entry and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def q(name: str) -> str:
    """The name of an XHTML element as lxml writes it."""
    return f"{{{XHTML}}}{name}"


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def classes(element: etree._Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((element.get("class") or "").split())


def element(name: str, text: str = "", /, **attributes: str) -> etree._Element:
    """A new XHTML element; ``_`` in an attribute's name stands for ``-``, and at its end for nothing."""
    made = etree.Element(q(name), {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()})
    made.text = text or None
    return made


def duplicate(tree: etree._Element) -> etree._Element:
    """A copy that may be changed: a writer never touches the tree that the other writers get."""
    made = copy.deepcopy(tree)
    made.tail = None
    return made


APART = frozenset(
    {"p", "li", "div", "ul", "ol", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "table", "caption", "tr",
     "td", "th", "pre", "aside", "section", *HEADINGS}
)  # fmt: skip
"""Elements whose text runs into none beside it."""


def reading_text(part: etree._Element) -> str:
    """The text as read: white space folded, blocks apart; note calls and images count for nothing, maths is told in
    words."""
    return " ".join("".join(_pieces(part)).split())


def _pieces(part: etree._Element) -> Iterator[str]:
    name = local(part)
    if name == "math":
        yield part.get("alttext") or part.get("data-tex") or ""
        return
    if skipped(part):
        return
    if name == "br":
        yield " "
    yield part.text or ""
    for child in part:
        yield from _pieces(child)
        if local(child) in APART:
            yield " "
        yield child.tail or ""


def title_of(heading: etree._Element) -> str:
    """The words by which a heading is listed: its text; of one that holds pictures alone, what they show."""
    pictures = (part.get("alt") or "" for part in heading.iter() if local(part) == "img")
    return reading_text(heading) or " ".join(" ".join(pictures).split())


def skipped(part: etree._Element) -> bool:
    """Whether reading text leaves an element out: note calls and their way back, images, task boxes."""
    role = part.get("role")
    return not local(part) or local(part) == "img" or role in ("doc-noteref", "doc-backlink", "doc-pagebreak", "img")


def heading_of(section: etree._Element) -> etree._Element | None:
    """The heading that a section begins with."""
    return next((child for child in section if local(child) in HEADINGS), None)


def contents(tree: etree._Element) -> tuple[Entry, ...]:
    """The contents of a semantic tree: its sections by the level of their headings, the notes last."""
    return _nested(list(_headed(tree, "", "")))


def _headed(tree: etree._Element, lang: str, way: str) -> Iterator[tuple[int, Entry]]:
    """(level, entry) of each section in reading order. ``lang`` and ``way`` are what the parts around say where they
    differ from the document: an entry stands outside of them."""
    for child in tree:
        own, own_way = child.get("lang") or lang, child.get("dir") or way
        if local(child) == "section" and (heading := heading_of(child)) is not None:
            said = heading.get("lang") or own, heading.get("dir") or own_way
            yield int(local(heading)[1]), Entry(heading.get("id") or "", title_of(heading), *said)
            if child.get("role") != "doc-endnotes":
                yield from _headed(child, own, own_way)
        elif local(child) in HEADINGS and local(tree) == "blockquote":  # a quotation is not parted into sections
            yield int(local(child)[1]), Entry(child.get("id") or "", title_of(child), own, own_way)
        elif local(child) in ("div", "blockquote", "header"):
            yield from _headed(child, own, own_way)


def _nested(entries: list[tuple[int, Entry]]) -> tuple[Entry, ...]:
    """Entries inside the one before them that has a higher heading."""
    found: list[Entry] = []
    index = 0
    while index < len(entries):
        level, entry = entries[index]
        end = next((n for n in range(index + 1, len(entries)) if entries[n][0] <= level), len(entries))
        found.append(replace(entry, children=_nested(entries[index + 1 : end])))
        index = end
    return tuple(found)


def quiet_sections(tree: etree._Element) -> None:
    """Take the names off plain sections: a named one is a landmark, and a landmark for every heading is noise
    to those who jump from one to the next (ARIA Authoring Practices, landmark regions)."""
    for section in tree.iter(q("section")):
        if not section.get("role"):
            section.attrib.pop("aria-labelledby", "")


def say_counting(tree: etree._Element) -> None:
    """Give each ordered list a class that says how it counts, for the style sheets."""
    for made in tree.iter(q("ol")):
        counting = COUNTING.get(made.get("type") or "1", "decimal")
        made.set("class", " ".join(part for part in (made.get("class"), f"count-{counting}") if part))


def style(name: str) -> str:
    """A style sheet of ``styles/``: beside the package in a work tree, inside of it when installed."""
    return _styles().joinpath(name).read_text(encoding="utf-8")


def template_folder() -> Path:
    """The folder of the page templates."""
    return _styles() / "templates"


def _styles() -> Path:
    package = Path(str(resources.files("pipeline")))
    inside = package / "styles"
    return inside if inside.is_dir() else package.parent / "styles"
