# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the semantic XHTML to the tree that is set in pages, and from which the tags are made.

What print needs and a page does not: a table of contents with page numbers, the text of each note where it is
first called, images and formulas as named resources. Nothing of the text is changed but soft hyphens, which
only say where a line might break.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.labels import Labels, labels_of_part
from pipeline.model import namespaces
from pipeline.model.namespaces import XML_LANG
from pipeline.writers.pdf.bindings import painted
from pipeline.writers.pdf.fitting import fit
from pipeline.writers.pdf.print_contents import add_contents
from pipeline.writers.pdf.print_model import Formula, Picture, PrintTree, append, named, says_something

if TYPE_CHECKING:
    from lxml import etree

XHTML = f"{{{namespaces.XHTML}}}"
MATHML = f"{{{namespaces.MATHML}}}"
VERBATIM = frozenset({"pre", "code", "kbd", "samp"})
BRIEF = 6  # as many lines (an address, a stanza) stay on one page
SCHEME = "pariter:"  # the addresses of resources in the print tree; nothing else is ever served


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
                       if "note" in named(aside.get("class"))}
        body = ET.SubElement(root, "body")
        converted = self._element(article, lang)
        assert converted is not None
        body.append(converted)
        fit(converted, self._size)
        add_contents(self._tree, converted, self._labels)
        return self._tree

    def _element(self, source: etree._Element, lang: str) -> ET.Element | None:
        if not isinstance(source.tag, str):
            return None
        lang = source.get("lang") or source.get(XML_LANG) or lang
        if source.tag == f"{MATHML}math":
            return self._formula(source, lang) if source.get("class") != "tex" else _unset(source)
        name = source.tag.rpartition("}")[2]
        classes = named(source.get("class"))
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
            if "checkbox" in named(child.get("class")):
                tail = tail.lstrip()  # the style keeps them apart: a space would belong to neither label nor words
            append(target, self._element(child, lang), tail)
            self._append_note(target, child, lang)
        return target

    def _append_note(self, target: ET.Element, call: etree._Element, lang: str) -> None:
        """The text of a note follows its first call: the call's tail moves behind it."""
        if call.tag != f"{XHTML}a" or "note-call" not in named(call.get("class")):
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
        for paragraph in [child for child in note if child.tag == "p" and not says_something(child)]:
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
