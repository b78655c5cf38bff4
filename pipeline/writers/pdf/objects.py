# SPDX-License-Identifier: AGPL-3.0-or-later
"""The structure tree, links, outline and page labels as PDF objects (ISO 32000-2, 7.9.6, 12.3, 12.5, 14.7)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pipeline.writers.pdf.structure import MAPPED, ONLY_OLD, Annotation, Element

if TYPE_CHECKING:
    from pipeline.writers.pdf.painted import Painted
    from pipeline.writers.pdf.seam import Canvas
    from pipeline.writers.pdf.tag_base import Tagged

PDF2 = "http://iso.org/pdf2/ssn"
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
        self._made: list[tuple[Annotation, Any, Element]] = []
        self._pages: tuple[bytes, ...] = canvas.pdf.page_references
        self._objects: dict[Element, Any] = {}
        self._parents: list[dict[int, Element]] = [{} for _ in self._pages]
        self._namespaces: dict[str, bytes] = {}
        self._math: dict[bytes, bytes] = {}

    def write(self) -> None:
        elements = list(self._tagged.root.walk())
        root = self._root(elements)
        for element in elements:
            element.page = self._first_page(element)
            self._objects[element] = self._add({"Type": "/StructElem", "S": f"/{element.type}"})
        for element in elements:
            self._fill(element)
        self._objects[self._tagged.root]["P"] = root.reference
        root["K"] = self._pydyf.Array([self._objects[self._tagged.root].reference])
        self._parent_tree(root, self._link_annotations())
        self._id_tree(root, elements)
        self._role_map(root, elements)
        self._outline()
        self._catalog(root)

    def _add(self, entries: dict[str, Any]) -> Any:
        made = self._pydyf.Dictionary(entries)
        self._pdf.add_object(made)
        return made

    def _text(self, text: str) -> Any:
        return self._pydyf.String(text)

    def _root(self, elements: list[Element]) -> Any:
        root = self._add({"Type": "/StructTreeRoot"})
        if not self._old:
            used = {element.namespace for element in elements} - {""}
            for name in (PDF2, *sorted(used)):
                space = self._add({"Type": "/Namespace", "NS": self._text(name)})
                self._namespaces[name] = space.reference
            root["Namespaces"] = self._pydyf.Array(self._namespaces.values())
        return root

    @staticmethod
    def _first_page(element: Element) -> int:
        return next((kid.page for kid in element.kids if not isinstance(kid, Element)), -1)

    def _fill(self, element: Element) -> None:
        target = self._objects[element]
        if not self._old and element.type not in ONLY_OLD:
            target["NS"] = self._namespaces[element.namespace or PDF2]
        if element.page >= 0:
            target["Pg"] = self._pages[element.page]
        kids = self._pydyf.Array()
        for kid in element.kids:
            if isinstance(kid, Element):
                self._objects[kid]["P"] = target.reference
                kids.append(self._objects[kid].reference)
            elif isinstance(kid, Annotation):
                kids.append(self._annotation(kid, element))
            else:
                self._parents[kid.page][kid.mcid] = element
                kids.append(kid.mcid if kid.page == element.page else self._reference(kid))
        if kids:
            target["K"] = kids
        for name, value in element.strings.items():
            target[name] = self._text(value)
        if element.refs:
            unique = dict.fromkeys(element.refs)
            target["Ref"] = self._pydyf.Array(self._objects[ref].reference for ref in unique)
        if element.formula and self._with_mathml:
            target["AF"] = self._pydyf.Array([self._associated(element.formula)])
        self._attributes(element, target)

    def _reference(self, kid: Any) -> Any:
        return self._pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": kid.mcid})

    def _attributes(self, element: Element, target: Any) -> None:
        owners = {owner: dict(values) for owner, values in element.attributes.items()}
        if element.headers:
            named = [self._text(header.strings["ID"]) for header in element.headers]
            owners.setdefault("Table", {})["Headers"] = self._pydyf.Array(named)
        made = []
        for owner, values in owners.items():
            entries: dict[str, Any] = {"O": f"/{owner}"}
            if owner == "NSO":  # the values of MathML are texts (ISO 32000-2, 14.7.6.2)
                entries["NS"] = self._namespaces[element.namespace]
                entries |= {name: self._text(str(value)) for name, value in values.items()}
            for name, value in values.items() if owner != "NSO" else ():
                entries[name] = self._pydyf.Array(_number(v) for v in value) if isinstance(value, tuple) else value
            made.append(self._pydyf.Dictionary(entries))
        if made:
            target["A"] = made[0] if len(made) == 1 else self._pydyf.Array(made)

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
                "Type": "/Filespec", "F": self._text(name), "UF": self._text(name), "EF": files,
                "AFRelationship": "/Supplement", "Desc": self._text(self._formula),
            })  # fmt: skip
            self._math[mathml] = made.reference
        return self._math[mathml]

    # --- links ---------------------------------------------------------------------------------------------

    def _annotation(self, kid: Annotation, parent: Element) -> Any:
        rect = (min(b[0] for b in kid.boxes), min(b[1] for b in kid.boxes),
                max(b[2] for b in kid.boxes), max(b[3] for b in kid.boxes))  # fmt: skip
        quads = self._pydyf.Array()
        for left, bottom, right, top in kid.boxes:
            quads.extend(_number(v) for v in (left, top, right, top, left, bottom, right, bottom))
        made = self._add({
            "Type": "/Annot", "Subtype": "/Link", "Rect": self._pydyf.Array(_number(v) for v in rect),
            "QuadPoints": quads, "F": 4, "Border": self._pydyf.Array([0, 0, 0]),
            "Contents": self._text(kid.contents), "P": self._pages[kid.page],
        })  # fmt: skip
        if kid.target is None:
            action = {"S": "/URI", "URI": self._text(quote(kid.uri, safe=URI_SAFE))}
            made["A"] = self._pydyf.Dictionary(action)
        else:
            made["A"] = self._go_to(kid.target)
        self._made.append((kid, made, parent))
        return self._pydyf.Dictionary({"Type": "/OBJR", "Obj": made.reference, "Pg": self._pages[kid.page]})

    def _go_to(self, target: Element) -> Any:
        """A jump to a structure element, with the place on the page for older readers (12.3.2.3, 12.6.4.2)."""
        page, x, y = self._position(target)
        place = ["/XYZ", _number(x), _number(y), "null"]
        action = {"S": "/GoTo", "D": self._pydyf.Array([self._pages[page], *place])}
        # PDF 1.7 has no such entry, and its readers pass over it; whoever reads tags finds the element.
        action["SD"] = self._pydyf.Array([self._objects[target].reference, *place])
        return self._pydyf.Dictionary(action)

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

    def _link_annotations(self) -> list[tuple[int, bytes]]:
        """Number the annotations and list them on their pages; out: their entries of the parent tree."""
        entries = []
        by_page: dict[int, Any] = {}
        for number, (kid, made, parent) in enumerate(self._made, start=len(self._pages)):
            made["StructParent"] = number
            entries.append((number, self._objects[parent].reference))
            by_page.setdefault(kid.page, self._pydyf.Array()).append(made.reference)
        numbers = self._pdf.pages["Kids"][::3]
        for page, references in by_page.items():
            self._pdf.objects[numbers[page]]["Annots"] = references
        return entries

    # --- trees of the whole file ---------------------------------------------------------------------------

    def _parent_tree(self, root: Any, annotations: list[tuple[int, bytes]]) -> None:
        nums = self._pydyf.Array()
        for page, parents in enumerate(self._parents):
            size = max(parents, default=-1) + 1
            row = [self._objects[parents[mcid]].reference if mcid in parents else "null" for mcid in range(size)]
            nums.extend([page, self._pydyf.Array(row)])
        for number, reference in annotations:
            nums.extend([number, reference])
        root["ParentTree"] = self._add({"Nums": nums}).reference
        root["ParentTreeNextKey"] = len(self._pages) + len(annotations)

    def _id_tree(self, root: Any, elements: list[Element]) -> None:
        named = {element.strings["ID"]: element for element in elements if "ID" in element.strings}
        if not named:
            return
        names = self._pydyf.Array()
        for name in sorted(named, key=lambda text: text.encode("utf-8")):
            names.extend([self._text(name), self._objects[named[name]].reference])
        root["IDTree"] = self._add({"Names": names}).reference

    def _role_map(self, root: Any, elements: list[Element]) -> None:
        used = {element.type for element in elements}
        if self._old and (mapped := sorted(used & set(MAPPED))):
            root["RoleMap"] = self._pydyf.Dictionary({name: f"/{MAPPED[name]}" for name in mapped})

    def _outline(self) -> None:
        """One entry for each heading, as headings nest; the title is the first, and above the others where none is on
        its level."""
        title = next((e for e in self._tagged.root.walk() if e.type == "Title"), None)
        headings = [*([title] if title else []), *self._tagged.headings]
        if not headings:
            return
        top = self._pydyf.Dictionary({"Type": "/Outlines"})
        self._pdf.add_object(top)
        below = all(heading.type not in ("Title", "H1") for heading in headings[1:])
        stack: list[tuple[int, Any, list[Any]]] = [(0, top, [])]
        for heading in headings:
            level = 1 if heading.type == "Title" else int(heading.type[1])
            item = self._add({"Title": self._text(heading_text(heading)), "A": self._go_to(heading),
                              "SE": self._objects[heading].reference})  # fmt: skip
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


def _number(value: float) -> float:
    """Rounded to a thousandth of a point: what is beyond is noise of the layout's arithmetic."""
    return round(value, 3) + 0.0
