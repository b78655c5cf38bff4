# SPDX-License-Identifier: AGPL-3.0-or-later
"""The structure tree, links, outline and page labels as PDF objects (ISO 32000-2, 7.9.6, 12.3, 12.5, 14.7)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pipeline.model.namespaces import PDF2
from pipeline.writers.pdf.seam import Written
from pipeline.writers.pdf.structure import MAPPED, ONLY_OLD, Annotation, Element
from pipeline.writers.pdf.syntax import array, number, string, value

if TYPE_CHECKING:
    from pipeline.writers.pdf.painted import Painted
    from pipeline.writers.pdf.seam import Canvas
    from pipeline.writers.pdf.tag_base import Tagged

MATHML_TYPE = "application/mathml+xml"
URI_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
OPEN_LEVELS = 2


def write(canvas: Canvas, tagged: Tagged, *, old: bool, mathml: bool, formula: str) -> None:
    """Put the tags into the file.

    ``old``: for PDF 1.7. ``mathml``: with the MathML of formulas as associated files (PDF/A-4 forbids files that
    are no PDF/A themselves); ``formula`` is what such a file is called to people.
    """
    _Writer(canvas, tagged, old, mathml, formula).write()


class _Writer:
    def __init__(self, canvas: Canvas, tagged: Tagged, old: bool, mathml: bool, formula: str) -> None:
        import pydyf

        self._pydyf = pydyf
        self._pdf = canvas.pdf
        self._painted: Painted = canvas.painted
        self._tagged = tagged
        self._old = old
        self._with_mathml = mathml
        self._formula = formula
        self._pages: tuple[bytes, ...] = canvas.pdf.page_references
        self._references: dict[Element, bytes] = {}
        self._parents: list[dict[int, bytes]] = [{} for _ in self._pages]
        self._annotations: list[tuple[int, bytes, bytes]] = []  # page, annotation, the element that it is of
        self._namespaces: dict[str, bytes] = {}
        self._math: dict[bytes, bytes] = {}

    def write(self) -> None:
        elements = list(self._tagged.root.walk())
        root = self._root(elements)
        made = []
        for element in elements:
            written = Written()
            self._pdf.add_object(written)
            made.append(written)
            self._references[element] = written.reference
        parents = {kid: self._references[element] for element in elements for kid in element.kids}
        for element, written in zip(elements, made, strict=True):
            written.data = self._element(element, parents.get(element, root.reference))
        root["K"] = array([self._references[self._tagged.root]])
        self._parent_tree(root)
        self._id_tree(root, elements)
        self._role_map(root, elements)
        self._outline(elements)
        self._catalog(root)

    def _add(self, entries: dict[str, Any]) -> Any:
        made = self._pydyf.Dictionary(entries)
        self._pdf.add_object(made)
        return made

    def _root(self, elements: list[Element]) -> Any:
        root = self._add({"Type": "/StructTreeRoot"})
        if not self._old:
            used = {element.namespace for element in elements} - {""}
            for name in (PDF2, *sorted(used)):
                self._namespaces[name] = self._add({"Type": "/Namespace", "NS": string(name)}).reference
            root["Namespaces"] = array(self._namespaces.values())
        return root

    def _element(self, element: Element, parent: bytes) -> bytes:
        """A structure element (14.7.2)."""
        reference = self._references[element]
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), -1)
        parts = [b"<</Type /StructElem/S /%s/P %s" % (element.type.encode(), parent)]
        if not self._old and element.type not in ONLY_OLD:
            parts.append(b"/NS " + self._namespaces[element.namespace or PDF2])
        if page >= 0:
            parts.append(b"/Pg " + self._pages[page])
        kids = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._references[kid])
            elif isinstance(kid, Annotation):
                kids.append(self._annotation(kid, reference))
            else:
                self._parents[kid.page][kid.mcid] = reference
                kids.append(b"%d" % kid.mcid if kid.page == page else
                            b"<</Type /MCR/Pg %s/MCID %d>>" % (self._pages[kid.page], kid.mcid))  # fmt: skip
        if kids:
            parts.append(b"/K " + array(kids))
        parts += [b"/%s %s" % (name.encode(), string(text)) for name, text in element.strings.items()]
        if element.refs:
            parts.append(b"/Ref " + array(self._references[ref] for ref in dict.fromkeys(element.refs)))
        if element.formula and self._with_mathml:
            parts.append(b"/AF " + array([self._associated(element.formula)]))
        if element.attributes or element.headers:
            parts.append(b"/A " + self._attributes(element))
        parts.append(b">>")
        return b"".join(parts)

    def _attributes(self, element: Element) -> bytes:
        """Attribute objects, one for each owner (14.7.6)."""
        made = {owner: [(name, value(given)) for name, given in values.items()]
                for owner, values in element.attributes.items() if owner != "NSO"}  # fmt: skip
        if element.headers:
            named = array(string(header.strings["ID"]) for header in element.headers)
            made.setdefault("Table", []).append(("Headers", named))
        if "NSO" in element.attributes:  # the values of MathML are texts (14.7.6.2)
            texts = [(name, string(str(given))) for name, given in element.attributes["NSO"].items()]
            made["NSO"] = [("NS", self._namespaces[element.namespace]), *texts]
        objects = [
            b"<</O /%s%s>>" % (owner.encode(), b"".join([b"/%s %s" % (name.encode(), data) for name, data in entries]))
            for owner, entries in made.items()
        ]
        return objects[0] if len(objects) == 1 else array(objects)

    # --- formulas ------------------------------------------------------------------------------------------

    def _associated(self, mathml: bytes) -> bytes:
        """A file specification of the formula's MathML (ISO 32000-2, 14.13; PDF/UA-2, 8.2.5.29)."""
        if mathml not in self._math:
            params = self._pydyf.Dictionary({"Size": len(mathml)})
            stream = self._pydyf.Stream(
                [mathml], {"Type": "/EmbeddedFile", "Subtype": "/" + MATHML_TYPE.replace("/", "#2f"), "Params": params},
                compress=True,
            )
            self._pdf.add_object(stream)
            name = f"formula-{len(self._math) + 1}.mml"
            files = self._pydyf.Dictionary({"F": stream.reference, "UF": stream.reference})
            made = self._add({
                "Type": "/Filespec", "F": string(name), "UF": string(name), "EF": files,
                "AFRelationship": "/Supplement", "Desc": string(self._formula),
            })  # fmt: skip
            self._math[mathml] = made.reference
        return self._math[mathml]

    # --- links ---------------------------------------------------------------------------------------------

    def _annotation(self, kid: Annotation, parent: bytes) -> bytes:
        """A link's annotation (12.5.6.5); out: the reference to it that its element holds (14.7.5.3)."""
        lefts, bottoms, rights, tops = zip(*kid.boxes, strict=True)
        rectangle = (min(lefts), min(bottoms), max(rights), max(tops))
        corners = [at for left, bottom, right, top in kid.boxes
                   for at in (left, top, right, top, left, bottom, right, bottom)]  # fmt: skip
        action = self._go_to(kid.target) if kid.target is not None else (
            b"<</S /URI/URI %s>>" % string(quote(kid.uri, safe=URI_SAFE))
        )
        page, key = self._pages[kid.page], len(self._pages) + len(self._annotations)
        place = b"/Rect %s/QuadPoints %s" % (value(rectangle), array(map(number, corners)))
        told = b"/F 4/Border [0 0 0]/Contents %s/P %s/A %s" % (string(kid.contents), page, action)
        made = Written(b"<</Type /Annot/Subtype /Link%s%s/StructParent %d>>" % (place, told, key))
        self._pdf.add_object(made)
        self._annotations.append((kid.page, made.reference, parent))
        return b"<</Type /OBJR/Obj %s/Pg %s>>" % (made.reference, page)

    def _go_to(self, target: Element) -> bytes:
        """A jump to a structure element, with the place on the page for older readers (12.3.2.3, 12.6.4.2)."""
        page, x, y = self._position(target)
        place = b"/XYZ %s %s null" % (number(x), number(y))
        # PDF 1.7 has no SD, and its readers pass over it; whoever reads tags finds the element.
        return b"<</S /GoTo/D [%s %s]/SD [%s %s]>>" % (self._pages[page], place, self._references[target], place)

    def _position(self, target: Element) -> tuple[int, float, float]:
        places = self._painted.places.get(target.source) if target.source is not None else None
        if places:
            page, left, _, _, top = places[0]
            return page, left, top
        for element in target.walk():
            for kid in element.kids:
                if not isinstance(kid, Element | Annotation):
                    return kid.page, kid.box[0], kid.box[3]
        return 0, 0.0, 842.0

    # --- trees of the whole file ---------------------------------------------------------------------------

    def _parent_tree(self, root: Any) -> None:
        """Which element each marked content and each annotation is of; the annotations of each page (14.7.5.4)."""
        entries = []
        for page, parents in enumerate(self._parents):
            row = [parents.get(mcid, b"null") for mcid in range(max(parents, default=-1) + 1)]
            entries.append(b"%d %s" % (page, array(row)))
        by_page: dict[int, list[bytes]] = {}
        for key, (page, annotation, element) in enumerate(self._annotations, start=len(self._pages)):
            entries.append(b"%d %s" % (key, element))
            by_page.setdefault(page, []).append(annotation)
        numbers = self._pdf.pages["Kids"][::3]
        for page, references in by_page.items():
            self._pdf.objects[numbers[page]]["Annots"] = array(references)
        tree = Written(b"<</Nums %s>>" % array(entries))
        self._pdf.add_object(tree)
        root["ParentTree"] = tree.reference
        root["ParentTreeNextKey"] = len(self._pages) + len(self._annotations)

    def _id_tree(self, root: Any, elements: list[Element]) -> None:
        named = {element.strings["ID"]: element for element in elements if "ID" in element.strings}
        if not named:
            return
        names = [b"%s %s" % (string(name), self._references[named[name]])
                 for name in sorted(named, key=lambda text: text.encode("utf-8"))]  # fmt: skip
        root["IDTree"] = self._add({"Names": array(names)}).reference

    def _role_map(self, root: Any, elements: list[Element]) -> None:
        used = {element.type for element in elements}
        if self._old and (mapped := sorted(used & set(MAPPED))):
            root["RoleMap"] = self._pydyf.Dictionary({name: f"/{MAPPED[name]}" for name in mapped})

    def _outline(self, elements: list[Element]) -> None:
        """One entry for each heading, as headings nest; the title is the first, and above the others where none is on
        its level."""
        title = next((element for element in elements if element.type == "Title"), None)
        headings = [*([title] if title else []), *self._tagged.headings]
        if not headings:
            return
        top = self._pydyf.Dictionary({"Type": "/Outlines"})
        self._pdf.add_object(top)
        below = all(heading.type not in ("Title", "H1") for heading in headings[1:])
        stack: list[tuple[int, Any, list[Any]]] = [(0, top, [])]
        for heading in headings:
            level = 1 if heading.type == "Title" else int(heading.type[1])
            item = self._add({"Title": string(heading_text(heading)), "A": self._go_to(heading),
                              "SE": self._references[heading]})  # fmt: skip
            while stack[-1][0] >= level:
                self._close(stack)
            stack[-1][2].append(item)
            item["Parent"] = stack[-1][1].reference
            if below or heading is not title:
                stack.append((level, item, []))
        while stack:
            self._close(stack)
        self._pdf.catalog["Outlines"] = top.reference
        self._pdf.catalog["PageMode"] = "/UseOutlines"

    @staticmethod
    def _close(stack: list[tuple[int, Any, list[Any]]]) -> None:
        _, item, children = stack.pop()
        if children:
            item["First"], item["Last"] = children[0].reference, children[-1].reference
            shown = len(children) + sum(max(0, child.get("Count", 0)) for child in children)
            item["Count"] = shown if len(stack) <= OPEN_LEVELS else -len(children)
            for before, after in pairwise(children):
                before["Next"], after["Prev"] = after.reference, before.reference

    def _catalog(self, root: Any) -> None:
        catalog = self._pdf.catalog
        catalog["StructTreeRoot"] = root.reference
        catalog["MarkInfo"] = self._pydyf.Dictionary({"Marked": "true"})
        preferences = {"DisplayDocTitle": "true"}
        source = self._tagged.root.source
        if source is not None and source.get("dir") == "rtl":
            preferences["Direction"] = "/R2L"
        catalog["ViewerPreferences"] = self._pydyf.Dictionary(preferences)
        labels = self._pydyf.Array([0, self._pydyf.Dictionary({"S": "/D"})])
        catalog["PageLabels"] = self._pydyf.Dictionary({"Nums": labels})


def heading_text(heading: Element) -> str:
    """The words of a heading, without its notes, its formulas as they are told; of one that holds pictures alone, what
    they show."""
    parts: list[str] = []

    def gather(element: Element) -> None:
        for kid in element.kids:
            if isinstance(kid, Annotation):
                continue
            if not isinstance(kid, Element):
                parts.append(kid.prepend + kid.text.strip("\n") + kid.append)
            elif "ActualText" in kid.strings:
                parts.append(kid.strings["Alt" if kid.type == "Formula" else "ActualText"])
                parts.extend(leaf.append for leaf in kid.kids if not isinstance(leaf, Element | Annotation))
            elif kid.type != "FENote" and not any(ref.type == "FENote" for ref in kid.refs):
                gather(kid)

    gather(heading)
    pictures = (one.strings.get("Alt", "") for one in heading.walk() if one.type == "Figure")
    return " ".join("".join(parts).split()) or " ".join(" ".join(pictures).split())
