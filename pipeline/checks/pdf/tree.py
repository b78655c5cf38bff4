# SPDX-License-Identifier: AGPL-3.0-or-later
"""The structure tree of a PDF as frozen elements: types mapped to standard ones, kids, properties, attributes.

Nothing is mended. Loops and depths are bounded; what cannot be read is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.checks.once import once
from pipeline.checks.pdf.types import standard
from pipeline.checks.rule import NotApplicable, Subject
from pipeline.model.namespaces import PDF1

MOST_ELEMENTS = 2_000_000
DEEPEST = 500
MOST_STEPS = 50


@dataclass(frozen=True, eq=False)
class Tag:
    """A structure element. ``raw`` is its type as written, ``type`` the standard type it is mapped to (or the last
    name before the mapping ends), ``content`` its marked content as (stream or page, MCID), ``objects`` the objects
    that it refers to (annotations, images), ``order`` whether the next of its
    parts is marked content (True) or a kid."""

    obj: Any
    raw: str
    type: str
    namespace: str
    mapped: bool
    kids: tuple[Tag, ...] = ()
    content: tuple[tuple[tuple[int, int], int], ...] = ()
    objects: tuple[Any, ...] = ()
    order: tuple[bool, ...] = ()
    parent: list[Tag] = field(default_factory=list)

    @property
    def above(self) -> Tag | None:
        """The element above."""
        return self.parent[0] if self.parent else None

    def text(self, key: str) -> str | None:
        """A text property (Alt, ActualText, E, Lang, ID, T); None if it is not there."""
        value = self.obj.get(f"/{key}")
        return None if value is None else _string(value)

    def attribute(self, name: str) -> Any:
        """The value of an attribute, of the element's own (``A``) or its classes'; None if it is not there."""
        for owner in attributes(self.obj):
            if f"/{name}" in owner:
                return owner[f"/{name}"]
        return None

    def ancestors(self) -> Iterator[Tag]:
        """The elements above, from the inside out."""
        here = self.above
        while here is not None:
            yield here
            here = here.above

    def walk(self) -> Iterator[Tag]:
        """This element and all below."""
        stack = [self]
        while stack:
            tag = stack.pop()
            yield tag
            stack.extend(reversed(tag.kids))

    def real_parent(self) -> Tag | None:
        """The element above that is no mere wrapper (NonStruct, Div, Part, Sect… are left)."""
        return next((a for a in self.ancestors() if a.type not in ("NonStruct", "Private")), None)


@dataclass(frozen=True, eq=False)
class Tree:
    """All structure elements of a file. ``circular`` names types whose mapping runs in a circle, ``remapped``
    standard types that are mapped to others, ``returning`` types whose mapping comes back into a namespace that it left
    or never left, ``to_itself`` the names of the role map that are mapped to themselves, ``twice`` the
    object numbers of elements that stand in several places."""

    tags: tuple[Tag, ...]
    top: tuple[Tag, ...]
    owners: Mapping[tuple[tuple[int, int], int], Tag]
    referred: Mapping[tuple[int, int], Tag]
    circular: tuple[str, ...] = ()
    remapped: tuple[str, ...] = ()
    returning: tuple[str, ...] = ()
    to_itself: tuple[str, ...] = ()
    twice: tuple[tuple[int, int], ...] = ()


def attributes(obj: Any) -> Iterator[Any]:
    """The attribute dictionaries of an element, its classes' last."""
    value = obj.get("/A")
    if value is None:
        return
    for item in value if _is_array(value) else [value]:
        if _is_dict(item):
            yield item


@once
def tree_of(subject: Subject) -> Tree:
    """The tree of a PDF. Raises NotApplicable if there is none."""
    root = subject.pdf.Root.get("/StructTreeRoot")
    if root is None or not _is_dict(root):
        raise NotApplicable("the PDF has no tags")
    return _Reading(root).tree()


class _Reading:
    def __init__(self, root: Any) -> None:
        self.root = root
        self.role_map: dict[str, str] = {}
        found = root.get("/RoleMap")
        if found is not None and _is_dict(found):
            self.role_map = {str(k)[1:]: str(v)[1:] for k, v in found.items()}
        self.circular: dict[str, None] = {}
        self.returning: dict[str, None] = {}
        self.own = tuple(sorted(k for k, v in self.role_map.items() if v == k))
        self.remapped = tuple(sorted(k for k, v in self.role_map.items() if standard(k, PDF1) and v != k))
        self.count = 0
        self.twice: dict[tuple[int, int], None] = {}

    def tree(self) -> Tree:
        """Read from the root down."""
        seen: set[tuple[int, int]] = set()
        top = tuple(self._kids(self.root, seen, None, 0)[0])
        tags = tuple(tag for one in top for tag in one.walk())
        owners: dict[tuple[tuple[int, int], int], Tag] = {}
        referred: dict[tuple[int, int], Tag] = {}
        for tag in tags:
            for kid in tag.kids:
                kid.parent.append(tag)
            for key in tag.content:
                owners.setdefault(key, tag)
            for item in tag.objects:
                referred.setdefault(item.objgen, tag)
        return Tree(
            tags, top, owners, referred, tuple(self.circular), self.remapped, tuple(self.returning), self.own,
            tuple(self.twice),
        )

    def _kids(
        self, obj: Any, seen: set[tuple[int, int]], page: Any, depth: int
    ) -> tuple[list[Tag], list[tuple[tuple[int, int], int]], list[Any], list[bool]]:
        tags: list[Tag] = []
        content: list[tuple[tuple[int, int], int]] = []
        objects: list[Any] = []
        order: list[bool] = []
        value = obj.get("/K")
        items = [] if value is None else (list(value) if _is_array(value) else [value])
        for item in items:
            before = len(content), len(tags)
            if isinstance(item, int) or _is_number(item):
                if page is not None:
                    content.append((page.objgen, int(item)))
            elif _is_dict(item):
                self._one(item, seen, page, depth, (tags, content, objects))
            if (len(content), len(tags)) != before:
                order.append(len(content) > before[0])
        return tags, content, objects, order

    def _one(
        self,
        item: Any,
        seen: set[tuple[int, int]],
        page: Any,
        depth: int,
        into: tuple[list[Tag], list[tuple[tuple[int, int], int]], list[Any]],
    ) -> None:
        kind = str(item.get("/Type", ""))
        if kind == "/MCR":
            where = item.get("/Stm") or item.get("/Pg") or page
            if where is not None and item.get("/MCID") is not None:
                into[1].append((where.objgen, int(item["/MCID"])))
        elif kind == "/OBJR":
            if item.get("/Obj") is not None:
                into[2].append(item["/Obj"])
        elif "/S" in item and depth < DEEPEST and self.count < MOST_ELEMENTS:
            if item.is_indirect and item.objgen in seen:
                self.twice[item.objgen] = None
                return
            seen.add(item.objgen)
            self.count += 1
            own_page = item.get("/Pg") or page
            tags, content, objects, order = self._kids(item, seen, own_page, depth + 1)
            raw = str(item["/S"])[1:]
            space = _namespace(item)
            name, namespace, mapped = self._mapped(raw, space, item.get("/NS"))
            into[0].append(Tag(item, raw, name, namespace, mapped, tuple(tags), tuple(content), tuple(objects),
                               tuple(order)))  # fmt: skip

    def _mapped(self, raw: str, space: str, namespace: Any) -> tuple[str, str, bool]:
        """The standard type: by the namespace's own map, then by the role map."""
        name, steps = raw, 0
        passed = {(name, space)}
        while namespace is not None and steps < MOST_STEPS:
            steps += 1
            if standard(name, space):
                roles = namespace.get("/RoleMapNS") if _is_dict(namespace) else None
                if roles is not None and f"/{name}" in roles:
                    self.remapped = tuple(sorted({*self.remapped, name}))
                break
            roles = namespace.get("/RoleMapNS") if _is_dict(namespace) else None
            target = roles.get(f"/{name}") if roles is not None else None
            if target is None:
                break
            if _is_array(target):
                name, namespace = str(target[0])[1:], target[1]
                space = _string(namespace.get("/NS", "")) if _is_dict(namespace) else ""
            else:
                name, namespace, space = str(target)[1:], None, PDF1
            if space and space in {one for _, one in passed}:
                self.returning[raw] = None
            if (name, space) in passed:
                self.circular[raw] = None
                return name, space, False
            passed.add((name, space))
        if standard(name, space):
            return name, space, True
        seen = {name}
        while space in ("", PDF1) and name in self.role_map:
            name = self.role_map[name]
            if name in seen:
                self.circular[raw] = None
                return name, space, False
            seen.add(name)
            if standard(name, ""):
                return name, PDF1, True
        return name, space, False


def _namespace(item: Any) -> str:
    namespace = item.get("/NS")
    if namespace is None or not _is_dict(namespace):
        return ""
    return _string(namespace.get("/NS", ""))


def _string(value: Any) -> str:
    try:
        return str(value)
    except (ValueError, UnicodeDecodeError):
        return ""


def _is_array(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)


def _is_dict(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Dictionary | pikepdf.Stream)


def _is_number(value: Any) -> bool:
    return isinstance(value, float) or type(value).__name__ in ("Decimal", "int")


