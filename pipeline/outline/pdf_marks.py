# SPDX-License-Identifier: AGPL-3.0-or-later
"""Marked-content sequences of a PDF: what they say of what is painted in them (ISO 32000-2, 14.6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A marked-content sequence: its tag, its MCID (-1: none), its properties' texts, and the page or form in
    whose stream it is (``form``: the form's object number, 0 in the page's own); of optional content the ``layers`` of
    which one must be switched on. Each is equal to itself alone."""

    tag: str
    mcid: int = -1
    lang: str = ""
    alt: bool = False
    actual: str | None = None
    expansion: bool = False
    stream: tuple[int, int] = (0, 0)
    form: int = 0
    layers: tuple[tuple[int, int], ...] = ()


class Marks(tuple[Mark, ...]):
    """The marked-content sequences around something, from the outside in, with what is asked of each thing painted:
    ``artifact``, the outermost that marks it as decoration; ``inner``, the innermost with an MCID; ``said``, the
    outermost with an ActualText. Worked out once for all that stands in them."""

    artifact: Mark | None
    inner: Mark | None
    said: Mark | None

    def __new__(cls, marks: Iterable[Mark] = ()) -> Marks:
        """The marks, as a tuple."""
        made = super().__new__(cls, marks)
        made.artifact = next((mark for mark in made if mark.tag == "Artifact"), None)
        made.inner = next((mark for mark in reversed(made) if mark.mcid >= 0), None)
        made.said = next((mark for mark in made if mark.actual is not None), None)
        return made


def mark_of(operands: Any, resources: Any, key: tuple[int, int], form: int) -> Mark:
    """The sequence that BMC or BDC opens, from its operands, in the stream ``key`` (``form``: see Mark)."""
    import pikepdf

    tag = str(operands[0])[1:] if operands else ""
    if len(operands) < 2:
        return Mark(tag, stream=key, form=form)
    properties = operands[1]
    if isinstance(properties, pikepdf.Name):
        properties = resource_of(resources, "/Properties", properties)
    if not isinstance(properties, pikepdf.Dictionary | dict):
        return Mark(tag, stream=key, form=form)
    has = properties.keys()  # mostly an MCID alone; each question to the file costs more than all names at once
    return Mark(
        tag,
        int(properties["/MCID"]) if "/MCID" in has else -1,
        str(properties["/Lang"]) if "/Lang" in has else "",
        "/Alt" in has,
        str(properties["/ActualText"]) if "/ActualText" in has else None,
        "/E" in has,
        key,
        form,
        layers(properties) if tag == "OC" else (),
    )


def layers(properties: Any) -> tuple[tuple[int, int], ...]:
    """The layers of which one must be on for a content to be shown (ISO 32000-2, 8.11.2.2); none where that is said
    in another way."""
    if str(properties.get("/Type", "")) != "/OCMD":
        return (properties.objgen,) if hasattr(properties, "objgen") else ()
    if "/VE" in properties or str(properties.get("/P", "/AnyOn")) not in ("/AnyOn", "/AllOn"):
        return ()
    groups = properties.get("/OCGs", ())
    import pikepdf

    return tuple(group.objgen for group in ((groups,) if isinstance(groups, pikepdf.Dictionary) else groups))


def resource_of(resources: Any, kind: str, name: Any) -> Any:
    """What a name stands for in a dictionary of resources; None for nothing."""
    group = resources.get(kind) if resources is not None else None
    return group.get(str(name)) if group is not None else None
