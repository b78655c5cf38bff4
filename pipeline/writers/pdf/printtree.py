# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the semantic XHTML to the tree that is set in pages, and from which the tags are made.

What print needs and a page does not: a table of contents with page numbers, the text of each note where it is
first called, images and formulas as named resources. Nothing of the text is changed but soft hyphens, which
only say where a line might break.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.labels import Labels, labels_of_part
from pipeline.model import namespaces
from pipeline.model.namespaces import XML_LANG
from pipeline.writers.pdf.bindings import painted
from pipeline.writers.pdf.fitting import fit

if TYPE_CHECKING:
    from lxml import etree

XHTML = f"{{{namespaces.XHTML}}}"
MATHML = f"{{{namespaces.MATHML}}}"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
VERBATIM = frozenset({"pre", "code", "kbd", "samp"})
BRIEF = 6  # as many lines (an address, a stanza) stay on one page
FEWEST_HEADINGS = 3  # a shorter document needs no table of contents
SCHEME = "pariter:"  # the addresses of resources in the print tree; nothing else is ever served


@dataclass(frozen=True, slots=True)
class Picture:
    """A formula drawn as vectors: the SVG, its size and how far it reaches below the line, in em."""

    svg: bytes
    width: float
    height: float
    depth: float


@dataclass(frozen=True, slots=True)
class Formula:
    """What a formula is besides its drawing: MathML, TeX, and words in the document's language; for each part of the
    drawing, in their order, the number of the MathML's element that it shows."""

    mathml: bytes
    tex: str
    words: str
    display: bool
    drawn: tuple[int, ...] = ()


@dataclass(slots=True)
class PrintTree:
    """The tree (``html`` at its root, no namespaces), the resources it names, its formulas by element."""

    root: ET.Element
    resources: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    formulas: dict[ET.Element, Formula] = field(default_factory=dict)


ReadImage = Callable[[str], tuple[bytes, str, int, int]]
DrawMath = Callable[["etree._Element", str], tuple[Picture, Formula]]


def build(article: etree._Element, *, labels: Labels, title: str, read: ReadImage, draw: DrawMath,
          size: float = 12.0) -> PrintTree:  # fmt: skip
    """The print tree of a semantic ``article``.

    In: how to read an image (its ``src`` → bytes, media type, width and height in pixels) and how to draw a
    formula; the ``size`` of the letters in points. What these raise (InputError, RefusedError) goes through.
    """
    return _Builder(labels, read, draw, size).build(article, title)


class _Builder:
    def __init__(self, labels: Labels, read: ReadImage, draw: DrawMath, size: float) -> None:
        self._labels = labels
        self._read = read
        self._draw = draw
        self._size = size
        self._notes: dict[str, etree._Element] = {}
        self._tree = PrintTree(ET.Element("html"))
        self._sources: dict[str, tuple[str, int, int]] = {}
        self._lang, self._dir = "", ""

    def build(self, article: etree._Element, title: str) -> PrintTree:
        root = self._tree.root
        lang, direction = article.get("lang") or "", article.get("dir") or "ltr"
        self._lang, self._dir = lang, direction
        root.set("lang", lang)
        root.set("dir", direction)
        ET.SubElement(ET.SubElement(root, "head"), "title").text = title
        self._notes = {aside.get("id") or "": aside for aside in article.iter(f"{XHTML}aside")
                       if "note" in _classes(aside.get("class"))}
        body = ET.SubElement(root, "body")
        converted = self._element(article, lang)
        assert converted is not None
        body.append(converted)
        fit(converted, self._size)
        self._add_contents(converted)
        return self._tree

    def _element(self, source: etree._Element, lang: str) -> ET.Element | None:
        if not isinstance(source.tag, str):
            return None
        lang = source.get("lang") or source.get(XML_LANG) or lang
        if source.tag == f"{MATHML}math":
            return self._formula(source, lang) if source.get("class") != "tex" else _unset(source)
        name = source.tag.rpartition("}")[2]
        classes = _classes(source.get("class"))
        if (name == "section" and "notes" in classes) or (name == "a" and "note-back" in classes):
            return None
        target = ET.Element(name, {str(key): str(value) for key, value in source.attrib.items()
                                   if not str(key).startswith("{")})
        if "lines" in classes and len(source) <= BRIEF:
            target.set("class", f"{target.get('class')} brief")
        if name == "img":
            address, width, height = self._image(source.get("src") or "")
            target.set("src", address)
            target.set("style", _size(source.get("style") or "", width, height))
        elif name == "li" and source.get("data-label"):
            # The label as it is printed in the source, whatever a style would count.
            label = (source.get("data-label") or "").replace("\\", "\\\\").replace('"', '\\"')
            target.set("style", f'list-style-type: "{label}\u00a0"')
        spoken = "" if name in VERBATIM else lang
        target.text = painted(source.text, spoken)
        for child in source:
            tail = painted(child.tail, spoken)
            if "checkbox" in _classes(child.get("class")):
                tail = tail.lstrip()  # the style keeps them apart: a space would belong to neither label nor words
            self._append(target, self._element(child, lang), tail)
            self._append_note(target, child, lang)
        return target

    @staticmethod
    def _append(target: ET.Element, child: ET.Element | None, tail: str) -> None:
        if child is not None:
            child.tail = tail
            target.append(child)
        elif len(target):
            target[-1].tail = (target[-1].tail or "") + tail
        else:
            target.text = (target.text or "") + tail

    def _append_note(self, target: ET.Element, call: etree._Element, lang: str) -> None:
        """The text of a note follows its first call: the call's tail moves behind it."""
        if call.tag != f"{XHTML}a" or "note-call" not in _classes(call.get("class")):
            return
        source = self._notes.pop((call.get("href") or "").removeprefix("#"), None)
        if source is None:
            return
        note = self._element(source, self._lang)
        if note is None:
            return
        # Beside its call it may stand in another part: there it says its own language and direction.
        own, way = source.get("lang") or self._lang, source.get("dir") or self._dir
        if own.lower() != lang.lower():
            note.set("lang", own)
        if way != next((around.get("dir") for around in call.iterancestors() if around.get("dir")), self._dir):
            note.set("dir", way)
        for paragraph in [child for child in note if child.tag == "p" and not _says_something(child)]:
            note.remove(paragraph)  # it held nothing but the way back, which is the label here
        number = source.get("data-label") or ""
        words = labels_of_part(own, self._lang)
        back = ET.Element("a", {"class": "note-label", "href": f"#{call.get('id') or ''}",
                                "aria-label": words("note_back", number=number)})
        if words.lang != own.partition("-")[0].lower():
            back.set("lang", words.lang)  # of what it says; the number is read as the note is
            ET.SubElement(back, "span", {"lang": own}).text = number
        else:
            back.text = number
        holder = note[0] if len(note) and note[0].tag == "p" else note
        if holder.get("dir", way) != way:  # the number stands on the note's side, whatever way its words run
            back.set("class", f"note-label across-{way}")
        back.tail, holder.text = holder.text, None
        holder.insert(0, back)
        note.tail, target[-1].tail = target[-1].tail, None
        target.append(note)

    def _image(self, src: str) -> tuple[str, int, int]:
        if src not in self._sources:
            address = f"{SCHEME}image-{len(self._sources)}"
            data, media_type, width, height = self._read(src)
            self._tree.resources[address] = (data, media_type)
            self._sources[src] = (address, width, height)
        return self._sources[src]

    def _formula(self, source: etree._Element, lang: str) -> ET.Element:
        picture, formula = self._draw(source, lang)
        address = f"{SCHEME}formula-{len(self._tree.formulas)}"
        self._tree.resources[address] = (picture.svg, "image/svg+xml")
        # The height follows from the width, so that a formula wider than the page is made smaller as a whole.
        style = (f"width:{picture.width:.4f}em;aspect-ratio:{picture.width:.4f}/{picture.height:.4f};"
                 f"vertical-align:{-picture.depth:.4f}em")
        kind = "formula display" if formula.display else "formula"
        image = ET.Element("img", {"class": kind, "src": address, "style": style, "alt": formula.words})
        if source.get("id"):
            image.set("id", source.get("id") or "")
        self._tree.formulas[image] = formula
        return image

    def _add_contents(self, article: ET.Element) -> None:
        headings = [element for element in article.iter() if element.tag in HEADINGS and element.get("id")
                    and "title" not in _classes(element.get("class")) and _says_something(element)]
        if len(headings) < FEWEST_HEADINGS:
            return
        contents = ET.Element("nav", {"class": "contents", "role": "doc-toc", "lang": self._labels.lang,
                                      "dir": self._labels.dir})
        ET.SubElement(contents, "p", {"class": "contents-title"}).text = self._labels("contents")
        outer = {"lang": article.get("lang") or "", "dir": article.get("dir") or "ltr"}
        open_lists: list[tuple[int, ET.Element]] = []
        tongues = _tongues(article)
        for heading in headings:
            level = int(heading.tag[1])
            while len(open_lists) > 1 and open_lists[-2][0] >= level:
                open_lists.pop()
            if open_lists and open_lists[-1][0] > level:  # a higher heading than those so far stands beside them
                open_lists[-1] = (level, open_lists[-1][1])
            if not open_lists:
                open_lists.append((level, ET.SubElement(contents, "ol", outer)))
            elif level > open_lists[-1][0]:
                parent = open_lists[-1][1]
                open_lists.append((level, ET.SubElement(parent[-1], "ol")))
            item = ET.SubElement(open_lists[-1][1], "li")
            item.append(self._entry(heading, tongues[heading]))
        header = next((index for index, child in enumerate(article) if child.tag == "header"), -1)
        article.insert(header + 1, contents)

    def _entry(self, heading: ET.Element, tongue: dict[str, str]) -> ET.Element:
        """An entry of the contents. The dots and the page after its words run as the contents do, whatever way the
        words run."""
        link = ET.Element("a", {"href": f"#{heading.get('id')}"})
        words = ET.SubElement(link, "span", tongue) if tongue else link
        self._copy_inline(heading, words)
        if not _says_something(words):  # a heading of pictures alone is listed by what they show
            words.text = " ".join(image.get("alt") or "" for image in heading.iter("img"))
        return link

    def _copy_inline(self, source: ET.Element, target: ET.Element) -> None:
        """A heading's words for the contents: without its notes, links and ids, and without images."""
        target.text = source.text
        for child in source:
            copy: ET.Element | None = None
            if child.tag == "img" and child in self._tree.formulas:
                copy = ET.Element("img", {key: value for key, value in child.attrib.items() if key != "id"})
                self._tree.formulas[copy] = self._tree.formulas[child]
            elif child.tag == "a" and "note-call" not in _classes(child.get("class")):
                copy = ET.Element("span")
                self._copy_inline(child, copy)
            elif child.tag == "br":
                self._append(target, None, " ")
            elif child.tag not in ("a", "aside", "img"):
                copy = ET.Element(child.tag, {key: value for key, value in child.attrib.items() if key != "id"})
                self._copy_inline(child, copy)
            self._append(target, copy, child.tail or "")


def _unset(source: etree._Element) -> ET.Element:
    """TeX that cannot be set, as it was typed."""
    made = ET.Element("code", {"class": "tex"})
    made.text = source.get("data-tex")
    return made


def _size(wanted: str, width: int, height: int) -> str:
    """The size of an image: what its author wants, the rest from its own in pixels."""
    own = "" if "height:" in wanted and "width:" not in wanted else f"width: {width}px; "
    both = "height:" in wanted and "width:" in wanted
    return f"{own}{'' if both else f'aspect-ratio: {width} / {height}; '}{wanted}"


def _classes(value: str | None) -> list[str]:
    return (value or "").split()


def classes(element: ET.Element) -> list[str]:
    """The classes of an element of the print tree."""
    return _classes(element.get("class"))


def _says_something(element: ET.Element) -> bool:
    return bool("".join(element.itertext()).strip()) or element.find(".//img") is not None


def listed(root: ET.Element) -> set[str]:
    """The ids of the headings that the contents list with their pages."""
    contents = root.find(".//nav[@class='contents']")
    return {(link.get("href") or "")[1:] for link in contents.iter("a")} if contents is not None else set()


def placed(root: ET.Element) -> set[ET.Element]:
    """The elements whose places on the pages are needed: links, what they lead to, headings."""
    targets = {(link.get("href") or "")[1:] for link in root.iter("a")}
    return {element for element in root.iter()
            if element.tag == "a" or element.tag in HEADINGS or element.get("id") in targets}  # fmt: skip


def texts(root: ET.Element) -> Iterator[str]:
    """Every piece of text of a print tree, and every label that its style prints."""
    for element in root.iter():
        yield element.text or ""
        yield element.tail or ""
        yield element.get("data-label") or ""


def _tongues(article: ET.Element) -> dict[ET.Element, dict[str, str]]:
    """The language and direction of every element below ``article``, where they differ from the article's."""
    found: dict[ET.Element, dict[str, str]] = {}
    stack: list[tuple[ET.Element, dict[str, str]]] = [(child, {}) for child in article]
    while stack:
        element, around = stack.pop()
        own = {name: element.get(name) or "" for name in ("lang", "dir") if element.get(name)}
        found[element] = around | own
        stack += [(child, found[element]) for child in element]
    return found
