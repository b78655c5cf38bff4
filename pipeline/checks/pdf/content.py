# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is painted on the pages: each piece with the marked content it stands in, and the text with its fonts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.checks.rule import Subject

PATHS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"})
TEXTS = frozenset({"Tj", "TJ", "'", '"'})
MOST_OPERATORS = 20_000_000
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence: its tag, its MCID (-1: none), and its properties' texts."""

    tag: str
    mcid: int = -1
    lang: str = ""
    alt: bool = False
    actual: bool = False
    expansion: bool = False
    stream: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Paint:
    """Something painted: ``kind`` is text, path, image or shading; ``marks`` from the outside in; ``codes`` are the
    bytes of a text, ``font`` its font dictionary, ``mode`` the text rendering mode."""

    kind: str
    page: int
    marks: tuple[Mark, ...]
    codes: tuple[bytes, ...] = ()
    font: Any = None
    mode: int = 0

    @property
    def artifact(self) -> bool:
        """Whether it is marked as decoration."""
        return any(mark.tag == "Artifact" for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Content:
    """All that is painted; ``opened`` are all marked-content sequences with what stands around them; ``forms`` how
    often each form with MCIDs is painted; ``problems`` what could not be read."""

    paints: tuple[Paint, ...]
    opened: tuple[tuple[tuple[Mark, ...], Mark], ...]
    forms: tuple[tuple[tuple[int, int], int], ...]
    problems: tuple[str, ...]


def content_of(subject: Subject) -> Content:
    """The content of all pages, read once."""
    kept = subject.__dict__.get("pdf-content")
    if not isinstance(kept, Content):
        kept = _Reading().read(subject)
        subject.__dict__["pdf-content"] = kept
    return kept


class _Reading:
    def __init__(self) -> None:
        self.paints: list[Paint] = []
        self.opened: list[tuple[tuple[Mark, ...], Mark]] = []
        self.drawn: dict[tuple[int, int], int] = {}
        self.with_mcids: set[tuple[int, int]] = set()
        self.problems: dict[str, None] = {}
        self.steps = 0

    def read(self, subject: Subject) -> Content:
        """All pages, one after the other."""
        for number, page in enumerate(subject.pdf.pages):
            resources = _inherited(page.obj, "/Resources")
            self._stream(page, resources, page.obj.objgen, (), number, 0)
        forms = tuple((key, count) for key, count in self.drawn.items() if key in self.with_mcids)
        return Content(tuple(self.paints), tuple(self.opened), forms, tuple(self.problems))

    def _stream(  # noqa: PLR0912 one branch for each operator that matters
        self, stream: Any, resources: Any, key: tuple[int, int], around: tuple[Mark, ...], page: int, depth: int
    ) -> None:
        import pikepdf

        try:
            operations = pikepdf.parse_content_stream(stream)
        except (pikepdf.PdfError, ValueError, TypeError, AttributeError):
            self.problems[f"the content of page {page + 1} cannot be read"] = None
            return
        marks: list[Mark] = []
        font, mode, saved = None, 0, []
        for operation in operations:
            self.steps += 1
            if self.steps > MOST_OPERATORS:
                self.problems["the file paints more than is looked at"] = None
                return
            name = str(operation.operator)
            operands = operation.operands
            here = (*around, *marks)
            if name in ("BDC", "BMC"):
                mark = _mark(operands, resources, key)
                self.opened.append((here, mark))
                if mark.mcid >= 0:
                    self.with_mcids.add(key)
                marks.append(mark)
            elif name == "EMC":
                if marks:
                    marks.pop()
            elif name in TEXTS:
                codes = _codes(operands)
                if codes:
                    self.paints.append(Paint("text", page, here, codes, font, mode))
            elif name in PATHS:
                self.paints.append(Paint("path", page, here))
            elif name in ("INLINE IMAGE", "BI"):
                self.paints.append(Paint("image", page, here))
            elif name == "sh":
                self.paints.append(Paint("shading", page, here))
            elif name == "Do" and operands:
                self._object(operands[0], resources, here, page, depth)
            elif name == "Tf" and operands:
                font = _resource(resources, "/Font", operands[0])
            elif name == "Tr" and operands:
                mode = int(operands[0])
            elif name == "q":
                saved.append((font, mode))
            elif name == "Q" and saved:
                font, mode = saved.pop()
            elif name == "gs" and operands:
                state = _resource(resources, "/ExtGState", operands[0])
                chosen = state.get("/Font") if state is not None else None
                font = chosen[0] if chosen is not None else font

    def _object(self, name: Any, resources: Any, here: tuple[Mark, ...], page: int, depth: int) -> None:
        target = _resource(resources, "/XObject", name)
        if target is None:
            return
        if str(target.get("/Subtype", "")) != "/Form":
            self.paints.append(Paint("image", page, here))
            return
        key = target.objgen
        self.drawn[key] = self.drawn.get(key, 0) + 1
        if depth < DEEPEST and self.drawn[key] <= 3:
            self._stream(target, target.get("/Resources", resources), key, here, page, depth + 1)


def _mark(operands: Any, resources: Any, key: tuple[int, int]) -> Mark:
    import pikepdf

    tag = str(operands[0])[1:] if operands else ""
    if len(operands) < 2:
        return Mark(tag, stream=key)
    properties = operands[1]
    if isinstance(properties, pikepdf.Name):
        properties = _resource(resources, "/Properties", properties)
    if not isinstance(properties, pikepdf.Dictionary | dict):
        return Mark(tag, stream=key)
    mcid = properties.get("/MCID")
    return Mark(
        tag,
        int(mcid) if mcid is not None else -1,
        str(properties.get("/Lang", "")),
        "/Alt" in properties,
        "/ActualText" in properties,
        "/E" in properties,
        key,
    )


def _codes(operands: Any) -> tuple[bytes, ...]:
    import pikepdf

    found: list[bytes] = []
    for operand in operands:
        items = operand if isinstance(operand, pikepdf.Array | list) else [operand]
        found.extend(bytes(item) for item in items if isinstance(item, pikepdf.String))
    return tuple(code for code in found if code)


def _resource(resources: Any, kind: str, name: Any) -> Any:
    group = resources.get(kind) if resources is not None else None
    return group.get(str(name)) if group is not None else None


def _inherited(page: Any, name: str) -> Any:
    here, steps = page, 0
    while here is not None and steps < 100:
        if name in here:
            return here[name]
        here, steps = here.get("/Parent"), steps + 1
    return None


def texts(content: Content) -> Iterator[Paint]:
    """The texts among what is painted."""
    return (paint for paint in content.paints if paint.kind == "text")
