# SPDX-License-Identifier: AGPL-3.0-or-later
"""The structure tree of any PDF as it stands in the file (ISO 32000-2, 14.7), read with pikepdf.

Nothing is trusted: a tree can be cyclic, endless, shared, or no tree at all. Whatever is wrong is said in
``problems`` and left out; the rest is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pipeline.model.namespaces import MATHML, PDF1, PDF2

MAX_ELEMENTS = 2_000_000
MAX_DEPTH = 120
MAX_MATHML = 2**20
MAX_STEPS = 50  # of a role map: more is a circle
_COMMON = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu "
    "WT WP Figure Formula Form"
)
_NEW = "DocumentFragment Aside Title FENote Sub Em Strong Artifact"
STANDARD = frozenset((*_COMMON.split(), *_NEW.split()))
STRINGS = ("Alt", "ActualText", "E", "Lang", "T")


class Mark(NamedTuple):
    """A marked content: the page's index from 0, the object number of the form that holds it (0: the page
    itself), and its MCID."""

    page: int
    stream: int
    mcid: int


@dataclass(slots=True, eq=False)
class Raw:
    """A structure element: the type it has, the standard type that stands for, what it says, what is in it."""

    type: str
    role: str
    namespace: str = ""
    strings: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)
    kids: list[Raw | Mark | Any] = field(default_factory=list)
    id: bytes = b""
    number: tuple[int, int] = (0, 0)
    refs: list[tuple[int, int]] = field(default_factory=list)
    page: int = -1
    depth: int = 0
    mathml: bytes = b""

    def walk(self) -> Iterator[Raw]:
        """This element and all below it, in reading order."""
        stack: list[Raw] = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(kid for kid in reversed(element.kids) if isinstance(kid, Raw))


class Tree:
    """The structure tree of an open PDF.

    In: pikepdf's Pdf. ``roots`` are its topmost elements, ``by_number`` all by object number, ``problems`` what
    could not be read.
    """

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self.problems: list[str] = []
        self.by_number: dict[tuple[int, int], Raw] = {}
        self.by_id: dict[bytes, Raw] = {}
        self.roots: list[Raw] = []
        self.pages = {page.objgen: index for index, page in enumerate(pdf.pages)}
        self._maps: dict[str, dict[str, tuple[str, str]]] = {}
        self._classes: dict[str, Any] = {}
        self._read()

    def problem(self, text: str) -> None:
        """Note what is wrong, once."""
        if text not in self.problems and len(self.problems) < 100:
            self.problems.append(text)

    def _read(self) -> None:
        root = _dictionary(self._pdf.Root.get("/StructTreeRoot"))
        if root is None:
            self.problem("The PDF is not tagged: it has no structure tree.")
            return
        self._role_maps(root)
        self._classes = {str(name): value for name, value in _items(root.get("/ClassMap"))}
        seen: set[tuple[int, int]] = set()
        stack: list[tuple[Any, Raw | None, int]] = [(kid, None, -1) for kid in reversed(_kids(root))]
        count = 0
        while stack:
            item, parent, page = stack.pop()
            count += 1
            if count > MAX_ELEMENTS:
                self.problem(f"The structure tree has more than {MAX_ELEMENTS} parts; the rest was not read.")
                return
            made = self._part(item, parent, page, seen)
            if made is None:
                continue
            if parent is not None:
                parent.kids.append(made)
            elif isinstance(made, Raw):
                self.roots.append(made)
            if isinstance(made, Raw) and made.depth < MAX_DEPTH:
                stack.extend((kid, made, made.page) for kid in reversed(_kids(item)))
            elif isinstance(made, Raw):
                self.problem(f"The structure tree is nested deeper than {MAX_DEPTH} levels; the rest was not read.")

    def _part(self, item: Any, parent: Raw | None, page: int, seen: set[tuple[int, int]]) -> Raw | Mark | Any | None:
        if isinstance(item, int) and not isinstance(item, bool):
            if parent is None or page < 0:
                self.problem(f"Marked content {item} belongs to no page.")
                return None
            return Mark(page, 0, item)
        entries = _dictionary(item)
        if entries is None:
            self.problem("The structure tree holds something that is no element.")
            return None
        kind = _name(entries.get("/Type"))
        if kind == "MCR" or (not kind and "/MCID" in entries and "/S" not in entries):
            return self._reference(entries, page)
        if kind == "OBJR" or (not kind and "/Obj" in entries and "/S" not in entries):
            return entries.get("/Obj")
        return self._element(entries, parent, seen)

    def _reference(self, entries: Any, page: int) -> Mark | None:
        mcid = entries.get("/MCID")
        own = self._page(entries.get("/Pg"), page)
        stream = entries.get("/Stm")
        number = stream.objgen[0] if stream is not None and hasattr(stream, "objgen") else 0
        if not isinstance(mcid, int) or own < 0:
            self.problem("A reference to marked content lacks its number or its page.")
            return None
        return Mark(own, number, mcid)

    def _element(self, entries: Any, parent: Raw | None, seen: set[tuple[int, int]]) -> Raw | None:
        number: tuple[int, int] = entries.objgen
        if number != (0, 0):
            if number in seen:
                self.problem(f"Structure element {number[0]} stands twice in the tree, or in itself.")
                return None
            seen.add(number)
        kind = _name(entries.get("/S"))
        if not kind:
            self.problem("A structure element has no type.")
        space = _namespace(entries.get("/NS"))
        role = self._role(kind, space)
        page = self._page(entries.get("/Pg"), parent.page if parent else -1)
        raw = Raw(kind, role, space, number=number, page=page, depth=parent.depth + 1 if parent else 0)
        for name in STRINGS:
            value = _text(entries.get(f"/{name}"))
            if value is not None:
                raw.strings[name] = value
        raw.attributes = self._attributes(entries)
        if role == "Formula":
            raw.mathml = _mathml(entries.get("/AF"))
        raw.refs = [ref.objgen for ref in _array(entries.get("/Ref")) if hasattr(ref, "objgen")]
        identifier = entries.get("/ID")
        if identifier is not None and _is_string(identifier):
            raw.id = bytes(identifier)
            self.by_id.setdefault(raw.id, raw)
        if number != (0, 0):
            self.by_number[number] = raw
        return raw

    def _page(self, value: Any, fallback: int) -> int:
        if value is None or not hasattr(value, "objgen"):
            return fallback
        return self.pages.get(value.objgen, fallback)

    # --- roles ---------------------------------------------------------------------------------------------

    def _role_maps(self, root: Any) -> None:
        self._maps[""] = {name: (_name(value), "") for name, value in _items(root.get("/RoleMap"))}
        for space in _array(root.get("/Namespaces")):
            entries = _dictionary(space)
            if entries is None:
                continue
            found: dict[str, tuple[str, str]] = {}
            for name, value in _items(entries.get("/RoleMapNS")):
                pair = _array(value)
                if len(pair) == 2:
                    found[name] = (_name(pair[0]), _namespace(pair[1]))
                elif _name(value):
                    found[name] = (_name(value), PDF1)
            self._maps[_text(entries.get("/NS")) or ""] = found

    def _role(self, kind: str, space: str) -> str:
        """The standard type that a type stands for; the type itself if it stands for none.

        A name that PDF 2.0 defines keeps its meaning in a file of PDF 1.7 too, where it must be mapped to
        something poorer.
        """
        if space == MATHML:
            return "Formula" if kind == "math" else "MathML"
        if space in (PDF1, PDF2, "") and kind in STANDARD:
            return kind
        name, where = kind, space
        for _ in range(MAX_STEPS):
            step = self._maps.get(where, {}).get(name)
            if step is None:
                break
            name, where = step
            if name in STANDARD and where in (PDF1, PDF2, ""):
                return name
        else:
            self.problem(f"The role map runs in a circle at «{kind}».")
        return kind

    # --- attributes ----------------------------------------------------------------------------------------

    def _attributes(self, entries: Any) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        classes = [self._classes.get(f"/{_name(name)}") for name in _array(entries.get("/C"), single=True)]
        flat: list[Any] = []
        for value in [*classes, entries.get("/A")]:
            flat.extend(_array(value, single=True))
        for value in flat:
            attributes = _dictionary(value)
            if attributes is None:
                continue
            owner = _name(attributes.get("/O"))
            if owner == "NSO":  # the owner is a namespace (ISO 32000-2, 14.7.6.2)
                owner = _namespace(attributes.get("/NS"))
            target = found.setdefault(owner, {})
            for name, item in _items(attributes):
                if name != "O":
                    target[name] = item
        return found


def _mathml(files: Any) -> bytes:
    """The MathML that a formula has as an associated file (ISO 32000-2, 14.13); empty if it has none."""
    for file in _array(files, single=True):
        held = _dictionary(_dictionary(file).get("/EF")) if _dictionary(file) is not None else None
        stream = held.get("/F", held.get("/UF")) if held is not None else None
        if stream is None or "mathml" not in str(stream.get("/Subtype", "")):
            continue
        data = bytes(stream.read_bytes())
        return data if len(data) < MAX_MATHML else b""
    return b""


def _kids(entries: Any) -> list[Any]:
    dictionary = _dictionary(entries)
    return _array(dictionary.get("/K"), single=True) if dictionary is not None else []


def _dictionary(value: Any) -> Any:
    """pikepdf's dictionary, or None for anything else."""
    import pikepdf

    return value if isinstance(value, pikepdf.Dictionary) else None


def _array(value: Any, *, single: bool = False) -> list[Any]:
    import pikepdf

    if isinstance(value, pikepdf.Array):
        return list(value)
    return [value] if single and value is not None else []


def _items(value: Any) -> list[tuple[str, Any]]:
    dictionary = _dictionary(value)
    return [(str(name)[1:], item) for name, item in dictionary.items()] if dictionary is not None else []


def _name(value: Any) -> str:
    import pikepdf

    return str(value)[1:] if isinstance(value, pikepdf.Name) else ""


def _is_string(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.String)


def _text(value: Any) -> str | None:
    return str(value) if value is not None and _is_string(value) else None


def _namespace(value: Any) -> str:
    entries = _dictionary(value)
    return (_text(entries.get("/NS")) or "") if entries is not None else ""
