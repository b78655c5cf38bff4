# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the document's own elements to structure elements: one for each, however many lines and pages it takes.

The tree comes from the DOM, never from the boxes; the boxes only say where its words were painted. Sources:
ISO 32000-2, 14.8 (types, attributes), ISO 14289-2, 8.2 (PDF/UA-2), Well-Tagged PDF 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.writers.pdf import tables
from pipeline.writers.pdf.printtree import HEADINGS, Formula, classes
from pipeline.writers.pdf.reading import Flow, distribute
from pipeline.writers.pdf.structure import Annotation, Element

if TYPE_CHECKING:
    from pipeline.writers.pdf.seam import Leaf, Painted

SIMPLE = {
    "p": "P", "section": "Sect", "blockquote": "BlockQuote", "caption": "Caption", "figcaption": "Caption",
    "thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR", "aside": "FENote", "code": "Code",
    "em": "Em", "strong": "Strong", "q": "Quote", **{name: name.upper() for name in HEADINGS},
}  # fmt: skip
NUMBERING = {"1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
BULLETS = ("Disc", "Circle", "Square")
WRITING = {"rtl": "/RlTb", "ltr": "/LrTb"}
# Elements that only group others in the page: what is in them belongs to what is around them.
THROUGH = frozenset({"html", "body", "header", "main"})
INLINE = frozenset({"em", "strong", "code", "q", "a", "span", "abbr", "bdi", "sub", "sup", "del", "img", "br",
                    "u", "b", "i", "s"})  # fmt: skip


@dataclass(slots=True)
class Tagged:
    """The structure tree with what belongs to it: its leaves in reading order, annotations, all ids."""

    root: Element
    leaves: list[Leaf] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    by_id: dict[str, Element] = field(default_factory=dict)
    headings: list[Element] = field(default_factory=list)


def tag(root: ET.Element, formulas: dict[ET.Element, Formula], painted: Painted, *, old: bool) -> Tagged:
    """The structure tree of a print tree. ``old``: for a file of PDF 1.7 (PDF/UA-1)."""
    return _Tagger(formulas, painted, old).document(root)


class _Tagger:
    def __init__(self, formulas: dict[ET.Element, Formula], painted: Painted, old: bool) -> None:
        self._formulas = formulas
        self._painted = painted
        self._old = old
        self._flow = Flow()
        self._verbatim = False
        self._bullets = 0
        self._in_contents = False
        self._known: set[str] = set()
        self._table_ids = 0
        self._by_source: dict[ET.Element, Element] = {}
        self._links: list[tuple[Element, ET.Element]] = []
        self.result = Tagged(Element("Document"))

    def document(self, root: ET.Element) -> Tagged:
        article = next(element for element in root.iter("article"))
        self._known = {element.get("id") or "" for element in root.iter()}
        document = self.result.root
        document.source = article
        self._content(article, document)
        self._resolve()
        return self.result

    # --- content -------------------------------------------------------------------------------------------

    def _content(self, source: ET.Element, target: Element) -> None:
        """The pieces of ``source`` in reading order: its own text, its children, what is between them."""
        leaves = self._painted.leaves.get(source, [])
        generated = [leaf for leaf in leaves if leaf.pseudo and leaf.zone != "again"]
        own = [leaf for leaf in leaves if not leaf.pseudo and not leaf.image and leaf.zone != "again"]
        self._generated(generated, "before", target)
        texts = [source.text or "", *(child.tail or "" for child in source)]
        shares = distribute(texts, own)
        self._text(texts[0], shares[0], target)
        for child, text, share in zip(source, texts[1:], shares[1:], strict=True):
            self._element(child, target)
            self._text(text, share, target)
        self._generated(generated, "after", target)

    def _text(self, text: str, leaves: list[Leaf], target: Element) -> None:
        for leaf in self._flow.text(text, leaves, verbatim=self._verbatim):
            self._leaf(leaf, target)

    def _generated(self, leaves: list[Leaf], pseudo: str, target: Element) -> None:
        for leaf in leaves:
            if leaf.pseudo == pseudo:
                self._flow.space = self._flow.space or self._in_contents  # before a page's number
                self._flow.generated(leaf)
                self._leaf(leaf, target)

    def _leaf(self, leaf: Leaf, target: Element) -> None:
        leaf.used = True
        target.add(leaf)
        self.result.leaves.append(leaf)

    def _block(self, source: ET.Element, target: Element) -> None:
        """Content of a block: no white space of it touches its neighbours."""
        outer, self._flow = self._flow, Flow()
        self._content(source, target)
        self._flow = outer

    # --- elements ------------------------------------------------------------------------------------------

    def _element(self, source: ET.Element, parent: Element) -> None:
        name = source.tag
        if name in THROUGH:
            self._block(source, parent)
        elif name == "hr":
            return
        elif name == "br":
            self._flow.space = True
        elif name == "img":
            self._image(source, parent)
        elif name in ("ul", "ol"):
            self._list(source, parent)
        elif name == "dl":
            self._definitions(source, parent)
        elif name == "table":
            self._table(source, parent)
        elif name == "figure":
            self._figure(source, parent)
        elif name == "pre":
            self._listing(source, parent)
        elif name == "nav":
            self._contents(source, parent)
        elif name == "div":
            self._division(source, parent)
        elif name == "a":
            self._link(source, parent)
        elif name == "aside":
            self._note(source, parent)
        elif name in SIMPLE:
            self._simple(source, parent)
        else:
            self._inline(source, parent)

    def _open(self, kind: str, source: ET.Element, parent: Element) -> Element:
        """A new structure element for ``source`` under ``parent``, with its language."""
        element = Element(kind, source)
        if source.get("lang"):
            element.strings["Lang"] = source.get("lang") or ""
        if source.get("id"):
            self.result.by_id.setdefault(source.get("id") or "", element)
        if source.get("dir") in WRITING:
            element.attributes["Layout"] = {"WritingMode": WRITING[source.get("dir") or "ltr"]}
        self._by_source[source] = element
        parent.add(element)
        return element

    def _simple(self, source: ET.Element, parent: Element) -> None:
        kind = SIMPLE[source.tag]
        if source.tag in HEADINGS and "title" in classes(source):
            kind = "Title"
        elif kind == "P" and "line" in classes(source):
            kind = "Sub"
        element = self._open(kind, source, parent)
        if kind in ("Em", "Strong", "Code", "Quote"):
            self._content(source, element)
            return
        if source.tag in HEADINGS and kind != "Title":
            self.result.headings.append(element)
        self._block(source, element)

    def _inline(self, source: ET.Element, parent: Element) -> None:
        """Inline elements that need an element of their own only for what they say of their text."""
        if source in self._by_source:
            return  # the box of a task, which is the label of its item
        layout: dict[str, object] = {}
        if source.tag in ("sup", "sub"):
            if source.get("lang") is None and parent.type == "Link" and parent.source is not None and (
                "note-call" in classes(parent.source)
            ):
                self._content(source, parent)
                return
            layout = self._script(source.tag)
        elif source.tag in ("del", "s"):
            layout = {"TextDecorationType": "/LineThrough"}
        elif source.tag == "u" or "underline" in classes(source):
            layout = {"TextDecorationType": "/Underline"}
        expansion = source.get("title") if source.tag == "abbr" else None
        if source.get("dir"):
            layout["WritingMode"] = WRITING[source.get("dir") or "ltr"]
        if not (layout or expansion or source.get("lang")):
            self._content(source, parent)
            return
        element = self._open("Span", source, parent)
        if layout:
            element.attributes["Layout"] = layout
        if expansion:
            element.strings["E"] = expansion
        self._content(source, element)

    def _script(self, tag: str) -> dict[str, object]:
        if self._old:
            return {"BaselineShift": 4 if tag == "sup" else -3}
        return {"TextPosition": "/Sup" if tag == "sup" else "/Sub"}

    def _division(self, source: ET.Element, parent: Element) -> None:
        names = classes(source)
        kind = "P" if "lines" in names else "Aside" if "u-aside" in names else "Div"
        self._block(source, self._open(kind, source, parent))

    def _listing(self, source: ET.Element, parent: Element) -> None:
        paragraph = self._open("P", source, parent)
        code = Element("Code", source, attributes={"Layout": {"Placement": "/Block"}})
        paragraph.add(code)
        outer, self._flow, self._verbatim = self._flow, Flow(), True
        inner = source[0] if len(source) == 1 and source[0].tag == "code" else source
        self._content(inner, code)
        self._flow, self._verbatim = outer, False

    def _note(self, source: ET.Element, parent: Element) -> None:
        note = self._open("FENote", source, parent)
        note.strings["ID"] = source.get("id") or f"note-{len(self.result.by_id)}"
        if not self._old:
            note.attributes["FENote"] = {"NoteType": "/Footnote"}
        label = next((link for link in source.iter("a") if "note-label" in classes(link)), None)
        if label is not None:
            holder = Element("Lbl")
            note.add(holder)
            outer, self._flow = self._flow, Flow()
            self._element(label, holder)
            self._flow = outer
        self._block(source, note)

    # --- lists ---------------------------------------------------------------------------------------------

    def _list(self, source: ET.Element, parent: Element) -> None:
        element = self._open("L", source, parent)
        tasks = [item for item in source if item.tag == "li" and "task" in classes(item)]
        if source.tag == "ol":
            style = NUMBERING.get(source.get("type") or "1", "Decimal")
        else:
            style = BULLETS[min(self._bullets, 2)]
            if tasks and not self._old:
                style = "Unordered"
            self._bullets += 1
        element.attributes["List"] = {"ListNumbering": f"/{style}"}
        for item in source:
            if item.tag == "li":
                self._item(item, element)
        if source.tag == "ul":
            self._bullets -= 1

    def _item(self, source: ET.Element, parent: Element) -> None:
        item = self._open("LI", source, parent)
        marker = [leaf for leaf in self._painted.leaves.get(source, ()) if leaf.pseudo == "marker"]
        marker = [leaf for leaf in marker if leaf.zone != "again"]
        box = next((span for span in source.iter("span") if "checkbox" in classes(span)), None)
        if box is not None and "task" in classes(source):
            self._checkbox(box, item)
        elif marker:
            label = Element("Lbl")
            item.add(label)
            for leaf in marker:
                leaf.text = leaf.text.strip()
                self._leaf(leaf, label)
        body = Element("LBody")
        item.add(body)
        self._block(source, body)

    def _checkbox(self, source: ET.Element, item: Element) -> None:
        label = Element("Lbl", source, strings={"Alt": source.get("aria-label") or ""})
        item.add(label)
        outer, self._flow = self._flow, Flow()
        self._content(source, label)
        self._flow = outer
        self._by_source[source] = label

    def _definitions(self, source: ET.Element, parent: Element) -> None:
        element = self._open("DL" if self._old else "L", source, parent)
        element.attributes["List"] = {"ListNumbering": "/None" if self._old else "/Description"}
        item: Element | None = None
        open_terms = False
        for child in source:
            if child.tag == "dt":
                if item is None or not open_terms:
                    item = Element("LI")
                    element.add(item)
                open_terms = True
                self._block(child, self._open("Lbl", child, item))
            elif child.tag == "dd":
                if item is None:
                    item = Element("LI")
                    element.add(item)
                open_terms = False
                self._block(child, self._open("LBody", child, item))

    def _contents(self, source: ET.Element, parent: Element) -> None:
        contents = self._open("TOC", source, parent)
        for child in source:
            if child.tag == "p":
                self._block(child, self._open("Caption", child, contents))
            elif child.tag == "ol":
                if child.get("lang") and child.get("lang") != source.get("lang"):
                    contents.strings.pop("Lang", None)
                self._entries(child, contents)

    def _entries(self, source: ET.Element, contents: Element) -> None:
        for item in source:
            entry = self._open("TOCI", item, contents)
            outer, self._flow = self._flow, Flow()
            for child in item:
                if child.tag == "ol":
                    inner = Element("TOC")
                    entry.add(inner)
                    self._entries(child, inner)
                else:
                    reference = Element("Reference")
                    entry.add(reference)
                    self._in_contents = True
                    self._element(child, reference)
                    self._in_contents = False
            self._flow = outer

    # --- images, tables, links -----------------------------------------------------------------------------

    def _image_leaves(self, source: ET.Element) -> list[Leaf]:
        return [leaf for leaf in self._painted.leaves.get(source, ()) if leaf.image and leaf.zone != "again"]

    def _image(self, source: ET.Element, parent: Element) -> None:
        leaves = self._image_leaves(source)
        if source.get("role") == "presentation" or not leaves:
            return
        formula = self._formulas.get(source)
        element = self._open("Formula" if formula else "Figure", source, parent)
        inline = parent.type not in ("Document", "Sect", "LBody", "Div", "BlockQuote", "FENote")
        _place_image(element, leaves, inline=inline)
        if formula is not None:
            element.strings["Alt"] = formula.words
            element.strings["ActualText"] = formula.tex
            element.formula = formula.mathml
            for leaf in leaves:
                self._flow.generated(leaf)
        elif source.get("alt"):
            element.strings["Alt"] = source.get("alt") or ""
        for leaf in leaves:
            self._leaf(leaf, element)

    def _figure(self, source: ET.Element, parent: Element) -> None:
        image = next((child for child in source.iter("img") if child not in self._formulas), None)
        leaves = self._image_leaves(image) if image is not None else []
        decorative = image is None or image.get("role") == "presentation" or not leaves
        figure = self._open("Aside" if decorative else "Figure", source, parent)
        if image is not None and not decorative:
            self._by_source[image] = figure
            if image.get("id"):
                self.result.by_id.setdefault(image.get("id") or "", figure)
            _place_image(figure, leaves, inline=False)
            if image.get("alt"):
                figure.strings["Alt"] = image.get("alt") or ""
        for child in source:
            if child is image or image in list(child.iter("img")):
                for leaf in leaves if not decorative else ():
                    self._leaf(leaf, figure)
            else:
                outer, self._flow = self._flow, Flow()
                self._element(child, figure)
                self._flow = outer

    def _table(self, source: ET.Element, parent: Element) -> None:
        table = tables.Table(source)
        places = {cell.element: cell for cell in table.cells}
        element = self._open("Table", source, parent)
        self._rows(source, element, table, places)
        for cell in table.cells:
            target = self._by_source[cell.element]
            target.headers = [self._by_source[header.element] for header in table.headers(cell)]
            for header in target.headers:
                if "ID" not in header.strings:
                    self._table_ids += 1
                    header.strings["ID"] = f"th-{self._table_ids}"

    def _rows(self, source: ET.Element, parent: Element, table: tables.Table,
              places: dict[ET.Element, tables.Cell]) -> None:  # fmt: skip
        for child in source:
            if child.tag in ("caption", "thead", "tbody", "tfoot", "tr"):
                element = self._open(SIMPLE[child.tag], child, parent)
                if child.tag == "caption":
                    self._block(child, element)
                else:
                    self._rows(child, element, table, places)
            elif child.tag in ("td", "th"):
                element = self._open(child.tag.upper(), child, parent)
                cell = places[child]
                attributes: dict[str, object] = {}
                if cell.header:
                    attributes["Scope"] = f"/{table.scope(cell)}"
                if cell.height > 1:
                    attributes["RowSpan"] = cell.height
                if cell.width > 1:
                    attributes["ColSpan"] = cell.width
                if attributes:
                    element.attributes["Table"] = attributes
                self._block(child, element)

    def _link(self, source: ET.Element, parent: Element) -> None:
        href = source.get("href") or ""
        if source in self._by_source:
            return  # the label of a note, which stands before its paragraphs
        dead = href.startswith("#") and href[1:] not in self._known  # a rule tells the author
        if not href or dead or not self._is_painted(source):
            self._inline(source, parent)
            return
        element = self._open("Link", source, parent)
        self._links.append((element, source))
        self._content(source, element)

    def _is_painted(self, source: ET.Element) -> bool:
        return any(self._painted.leaves.get(element) for element in source.iter())

    # --- what needs the whole tree --------------------------------------------------------------------------

    def _resolve(self) -> None:
        for element, source in self._links:
            self._annotate(element, source)
        for source, element in self._by_source.items():
            details = source.get("aria-details")
            if details and details in self.result.by_id:
                element.refs.append(self.result.by_id[details])

    def _annotate(self, element: Element, source: ET.Element) -> None:
        href = source.get("href") or ""
        target = self.result.by_id.get(href[1:]) if href.startswith("#") else None
        if href.startswith("#") and target is None:  # it leads to what was not painted: the page says where
            target = self.result.root
        words = source.get("aria-label") or " ".join(_words(source).split()) or href
        contents = source.get("title") or words
        by_page: dict[int, list[tuple[float, float, float, float]]] = {}
        for page, *box in self._painted.places.get(source, ()):
            by_page.setdefault(page, []).append((box[0], box[1], box[2], box[3]))
        for page, boxes in by_page.items():
            uri = "" if target is not None else href
            annotation = Annotation(page, boxes, contents, uri, target)
            element.add(annotation)
            self.result.annotations.append(annotation)
        if target is None:
            return
        if target.type == "FENote":
            element.refs.append(target)
            target.refs.append(element)
        elif target.type in ("H1", "H2", "H3", "H4", "H5", "H6"):
            self._refer_entry(source, target)

    def _refer_entry(self, source: ET.Element, heading: Element) -> None:
        entry = self._entry_of.get(source)
        if entry is not None:
            entry.refs.append(heading)

    @property
    def _entry_of(self) -> dict[ET.Element, Element]:
        """The entry of the contents that holds a link."""
        if not hasattr(self, "_entries_by_link"):
            self._entries_by_link = {
                child: element for source, element in self._by_source.items() if element.type == "TOCI"
                for child in source if child.tag == "a"
            }
        return self._entries_by_link


def _words(source: ET.Element) -> str:
    parts = [source.text or ""]
    for child in source:
        parts.append(child.get("alt") or "" if child.tag == "img" else _words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _place_image(element: Element, leaves: list[Leaf], *, inline: bool) -> None:
    boxes = [leaf.box for leaf in leaves]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    element.attributes.setdefault("Layout", {}).update(BBox=box, Placement="/Inline" if inline else "/Block")
