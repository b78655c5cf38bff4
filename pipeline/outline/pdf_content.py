# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is painted on the pages of a PDF: each piece with the marked content it stands in, texts with their fonts.

The pages are read once, with pikepdf; the outline takes the texts of tags from here and the rules all the rest.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

PATHS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"})
STROKES = frozenset({"S", "s"})
COLOURS = frozenset({"g", "rg", "k", "cs", "sc", "scn"})
TEXTS = frozenset({"Tj", "TJ", "'", '"'})
STATES = frozenset({"Tf", "Tr", "Tz", "q", "Q", "gs", "g", "rg", "k", "cs", "sc", "scn"})
SHAPES = frozenset({"re", "m", "n"})
THIN = 5.0
"""A filled rectangle that is no higher or no wider than this is a line, and nothing behind a text."""
IMAGES = frozenset({"INLINE IMAGE", "BI"})
MARKS = frozenset({"BDC", "BMC", "EMC"})
MOST_OPERATORS = 20_000_000
DEEPEST = 20
STRINGS = re.compile(rb"<([0-9a-f]*)>|\(([^)]*)\)")


Colour: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A marked-content sequence: its tag, its MCID (-1: none), its properties' texts, and the page or form in
    whose stream it is (``form``: the form's object number, 0 in the page's own). Each is equal to itself alone."""

    tag: str
    mcid: int = -1
    lang: str = ""
    alt: bool = False
    actual: str | None = None
    expansion: bool = False
    stream: tuple[int, int] = (0, 0)
    form: int = 0


@dataclass(frozen=True, slots=True)
class Paint:
    """Something painted: ``kind`` is text, path, image or shading; ``marks`` from the outside in; ``codes`` are the
    bytes of a text, ``font`` its font dictionary, ``mode`` the text rendering mode, ``stretch`` its horizontal
    scaling in per cent; ``colour`` fills it (red, green, blue, opacity from 0 to 1; None where that is not plain);
    ``thick`` says of a path that it may lie behind a text."""

    kind: str
    page: int
    marks: tuple[Mark, ...]
    codes: tuple[bytes, ...] = ()
    font: Any = None
    mode: int = 0
    stretch: float = 100.0
    colour: Colour | None = None
    thick: bool = False

    @property
    def artifact(self) -> bool:
        """Whether it is marked as decoration."""
        return any(mark.tag == "Artifact" for mark in self.marks)

    @property
    def mark(self) -> Mark | None:
        """The innermost marked content with an MCID, if there is one."""
        return next((mark for mark in reversed(self.marks) if mark.mcid >= 0), None)


@dataclass(frozen=True, slots=True)
class Content:
    """All that is painted; ``opened`` are all marked-content sequences with what stands around them; ``forms`` how
    often each form with MCIDs is painted; ``problems`` what could not be read."""

    paints: tuple[Paint, ...]
    opened: tuple[tuple[tuple[Mark, ...], Mark], ...]
    forms: tuple[tuple[tuple[int, int], int], ...]
    problems: tuple[str, ...]


def read_content(pdf: Any) -> Content:
    """The content of all pages of an open PDF."""
    return _Reading().read(pdf)


@dataclass(frozen=True, slots=True)
class _State:
    """What a stream has set: font, mode and stretch of texts, the colour that fills; ``outer`` is the opacity of the
    form in which it is."""

    font: Any = None
    mode: int = 0
    stretch: float = 100.0
    colour: tuple[float, float, float] | None = (0.0, 0.0, 0.0)
    alpha: float = 1.0
    outer: float = 1.0

    @property
    def fill(self) -> Colour | None:
        """The colour with its opacity."""
        return None if self.colour is None else (*self.colour, self.alpha * self.outer)


_Named: TypeAlias = tuple[Any, dict[tuple[str, str], tuple[list[Any], float | None]]]


class _Reading:
    def __init__(self) -> None:
        self.paints: list[Paint] = []
        self.opened: list[tuple[tuple[Mark, ...], Mark]] = []
        self.drawn: dict[tuple[int, int], int] = {}
        self.with_mcids: set[tuple[int, int]] = set()
        self.problems: dict[str, None] = {}
        self.steps = 0

    def read(self, pdf: Any) -> Content:
        """All pages, one after the other."""
        for number, page in enumerate(pdf.pages):
            resources = _inherited(page.obj, "/Resources")
            self._stream(page, resources, page.obj.objgen, (), number, 0, _State())
        forms = tuple((key, count) for key, count in self.drawn.items() if key in self.with_mcids)
        return Content(tuple(self.paints), tuple(self.opened), forms, tuple(self.problems))

    def _stream(  # noqa: PLR0912 one branch for each operator that matters
        self, stream: Any, resources: Any, key: tuple[int, int], around: tuple[Mark, ...], page: int, depth: int,
        state: _State,
    ) -> None:  # fmt: skip
        import pikepdf

        try:
            operations = pikepdf.parse_content_stream(stream)
        except (pikepdf.PdfError, ValueError, TypeError, AttributeError):
            self.problems[f"the content of page {page + 1} cannot be read"] = None
            return
        here, outside = around, len(around)
        saved: list[_State] = []
        known: dict[tuple[str, str], tuple[list[Any], float | None]] = {}
        thick = False
        for operation in operations:
            self.steps += 1
            if self.steps > MOST_OPERATORS:
                self.problems["the file paints more than is looked at"] = None
                return
            name = str(operation.operator)
            if name in TEXTS:
                codes = _codes(operation.operands)
                if codes:
                    made = Paint("text", page, here, codes, state.font, state.mode, state.stretch, state.fill)
                    self.paints.append(made)
            elif name in MARKS:
                if name != "EMC":
                    mark = _mark(operation.operands, resources, key, key[0] if depth else 0)
                    self._open(mark, key, here)
                    here = (*here, mark)
                elif len(here) > outside:
                    here = here[:-1]
            elif name in STATES:
                state = _set(name, operation.operands, (resources, known), state, saved)
            elif name in PATHS:
                self.paints.append(Paint("path", page, here, colour=state.fill, thick=thick and name not in STROKES))
                thick = False
            elif name in SHAPES:
                thick = name != "n" and (thick or _is_thick(name, operation.operands))
            elif name in IMAGES:
                self.paints.append(Paint("image", page, here))
            elif name == "sh":
                self.paints.append(Paint("shading", page, here))
            elif name == "Do" and operation.operands:
                self._object(operation.operands[0], resources, here, page, depth, state)

    def _open(self, mark: Mark, key: tuple[int, int], here: tuple[Mark, ...]) -> None:
        self.opened.append((here, mark))
        if mark.mcid >= 0:
            self.with_mcids.add(key)

    def _object(
        self, name: Any, resources: Any, here: tuple[Mark, ...], page: int, depth: int, state: _State
    ) -> None:
        target = _resource(resources, "/XObject", name)
        if target is None:
            return
        if str(target.get("/Subtype", "")) != "/Form":
            self.paints.append(Paint("image", page, here))
            return
        key = target.objgen
        self.drawn[key] = self.drawn.get(key, 0) + 1
        if depth < DEEPEST and self.drawn[key] <= 3:
            inner = replace(state, outer=state.outer * state.alpha, alpha=1.0)
            self._stream(target, target.get("/Resources", resources), key, here, page, depth + 1, inner)


def _set(name: str, operands: Any, named: _Named, state: _State, saved: list[_State]) -> _State:
    """The state after an operator that sets it."""
    if name == "q":
        saved.append(state)
    elif name == "Q":
        return saved.pop() if saved else state
    elif name == "Tr" and len(operands):
        return replace(state, mode=int(operands[0]))
    elif name == "Tz" and len(operands):
        return replace(state, stretch=float(operands[0]))
    elif name in COLOURS:
        return replace(state, colour=_colour(name, operands))
    elif len(operands):
        return _chosen(name, str(operands[0]), named, state)
    return state


def _colour(name: str, operands: Any) -> tuple[float, float, float] | None:
    """The colour that an operator sets, as red, green and blue; None for patterns and spaces of other kinds."""
    try:
        values = [float(value) for value in operands]
    except (TypeError, ValueError):
        return None
    if name == "g" and len(values) == 1:
        return (values[0], values[0], values[0])
    if name in ("rg", "sc", "scn") and len(values) == 3:
        return (values[0], values[1], values[2])
    if name == "k" and len(values) == 4:
        cyan, magenta, yellow, black = values
        return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None


def _is_thick(name: str, operands: Any) -> bool:
    """Whether what a path begins with may be an area: a line that is drawn as a thin rectangle is none."""
    try:
        return name != "re" or min(abs(float(operands[2])), abs(float(operands[3]))) > THIN
    except (TypeError, ValueError, IndexError):
        return True


def _chosen(name: str, resource: str, named: _Named, state: _State) -> _State:
    """The state with the font that Tf or gs names; each name is looked up once in a stream."""
    resources, known = named
    if (name, resource) not in known:
        known[name, resource] = _looked_up(name, resource, resources)
    font, alpha = known[name, resource]
    return replace(state, font=font[0] if font else state.font, alpha=state.alpha if alpha is None else alpha)


def _looked_up(name: str, resource: str, resources: Any) -> tuple[list[Any], float | None]:
    if name == "Tf":
        return [_resource(resources, "/Font", resource)], None
    found = _resource(resources, "/ExtGState", resource)
    if found is None:
        return [], None
    font, alpha = found.get("/Font"), found.get("/ca")
    return ([] if font is None else [font[0]]), (None if alpha is None else float(alpha))


def _mark(operands: Any, resources: Any, key: tuple[int, int], form: int) -> Mark:
    import pikepdf

    tag = str(operands[0])[1:] if operands else ""
    if len(operands) < 2:
        return Mark(tag, stream=key, form=form)
    properties = operands[1]
    if isinstance(properties, pikepdf.Name):
        properties = _resource(resources, "/Properties", properties)
    if not isinstance(properties, pikepdf.Dictionary | dict):
        return Mark(tag, stream=key, form=form)
    mcid, actual = properties.get("/MCID"), properties.get("/ActualText")
    return Mark(
        tag,
        int(mcid) if mcid is not None else -1,
        str(properties.get("/Lang", "")),
        "/Alt" in properties,
        str(actual) if actual is not None else None,
        "/E" in properties,
        key,
        form,
    )


def _codes(operands: Any) -> tuple[bytes, ...]:
    """The strings that a text operator shows: its last operand, or the strings in that."""
    import pikepdf

    last = operands[-1] if len(operands) else None
    if not isinstance(last, pikepdf.Object):
        return ()
    written = last.unparse()
    if b"\\" not in written:  # no escapes, as glyphs mostly are: much quicker than one by one
        return tuple([unhexlify(code[0]) or code[1] for code in STRINGS.findall(written) if code[0] or code[1]])
    if not written.startswith(b"["):
        return (bytes(last),) if isinstance(last, pikepdf.String) else ()
    return tuple([code for item in last if isinstance(item, pikepdf.String) and (code := bytes(item))])


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
