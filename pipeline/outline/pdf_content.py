# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is painted on the pages of a PDF: each piece with the marked content it stands in, texts with their fonts, all
with their place and colour.

The pages are read once, with pikepdf; the outline takes the texts of tags from here and the rules all the rest.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from pipeline.outline.pdf_marks import Mark, Marks, layers, mark_of, resource_of
from pipeline.outline.pdf_operations import TEXTS, operations
from pipeline.outline.pdf_state import (
    MAKING,
    OPERATORS,
    Box,
    Colour,
    Matrix,
    Path,
    State,
    at,
    choose_space,
    meet,
    space,
)

FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
PATHS = FILLS | {"S", "s"}
NEXT = frozenset({"'", '"'})
STATES = frozenset({"Tf", "q", "Q", "gs", "cs", "CS"})
IMAGES = frozenset({"INLINE IMAGE", "BI"})
MARKS = frozenset({"BDC", "BMC", "EMC"})
MOST_OPERATORS = 20_000_000
DEEPEST = 20
LONGEST = 500  # pieces of one text


@dataclass(slots=True, eq=False)
class Paint:
    """Something painted, which nobody changes: ``kind`` is text, path, image or shading; ``marks`` from the outside in;
    ``codes`` are the bytes of a text, ``font`` its font dictionary, ``mode`` the text rendering mode.

    ``place`` is the matrix from the em square of a text's first glyph to the page (None: not known), ``colour`` that
    of the filling (None: not known, or nothing is filled), ``opacity`` from 0 to 1 (None: not known). ``box`` is the
    place of what is no text, ``clip`` that to which a text is cut; ``whole`` says that a path fills all its box.
    ``picture`` is the image XObject that is shown."""

    kind: str
    page: int
    marks: Marks
    codes: tuple[bytes, ...] = ()
    font: Any = None
    mode: int = 0
    place: Matrix | None = None
    colour: Colour | None = None
    opacity: float | None = 1.0
    box: Box | None = None
    clip: Box | None = None
    whole: bool = False
    picture: Any = None

    @property
    def artifact(self) -> bool:
        """Whether it is marked as decoration."""
        return self.marks.artifact is not None

    @property
    def mark(self) -> Mark | None:
        """The innermost marked content with an MCID, if there is one."""
        return self.marks.inner


class Content(NamedTuple):
    """All that is painted; ``opened`` are all marked-content sequences with what stands around them; ``forms`` how
    often each form with MCIDs is painted; ``problems`` what could not be read."""

    paints: tuple[Paint, ...]
    opened: tuple[tuple[Marks, Mark], ...]
    forms: tuple[tuple[tuple[int, int], int], ...]
    problems: tuple[str, ...]


def read_content(pdf: Any) -> Content:
    """The content of all pages of an open PDF."""
    return _Reading().read(pdf)


_Named: TypeAlias = tuple[Any, dict[tuple[str, str], list[Any]]]


class _Reading:
    def __init__(self) -> None:
        self.paints: list[Paint] = []
        self.opened: list[tuple[Marks, Mark]] = []
        self.drawn: dict[tuple[int, int], int] = {}
        self.with_mcids: set[tuple[int, int]] = set()
        self.problems: dict[str, None] = {}
        self.steps = 0
        self.size = 0.0  # of the last text

    def read(self, pdf: Any) -> Content:
        """All pages, one after the other."""
        for number, page in enumerate(pdf.pages):
            resources = _inherited(page.obj, "/Resources")
            self._stream(page, resources, page.obj.objgen, Marks(), number, 0, State())
        forms = tuple((key, count) for key, count in self.drawn.items() if key in self.with_mcids)
        return Content(tuple(self.paints), tuple(self.opened), forms, tuple(self.problems))

    def _stream(  # noqa: PLR0912 one branch for each operator that matters
        self, stream: Any, resources: Any, key: tuple[int, int], around: Marks, page: int, depth: int,
        state: State,
    ) -> None:  # fmt: skip
        import pikepdf

        try:
            painting = operations(stream)
        except (pikepdf.PdfError, ValueError, TypeError, AttributeError):
            self.problems[f"the content of page {page + 1} cannot be read"] = None
            return
        here, open_marks = around, [around]
        saved: list[State] = []
        path = Path()
        known: dict[tuple[str, str], list[Any]] = {}
        for name, operands in painting:
            self.steps += 1
            if self.steps > MOST_OPERATORS:
                self.problems["the file paints more than is looked at"] = None
                return
            if name in TEXTS:
                if name in NEXT:
                    state.next_line()
                if operands:
                    self._show(tuple(operands), page, here, state)
            elif name in OPERATORS:
                try:
                    state.set(name, list(operands))
                except (ValueError, TypeError, IndexError):  # what has no sense changes nothing
                    continue
            elif name in MAKING:
                try:
                    path.add(name, list(operands), state.ctm)
                except (ValueError, TypeError):
                    continue
            elif name in MARKS:
                if name != "EMC":
                    mark = mark_of(operands, resources, key, key[0] if depth else 0)
                    self._open(mark, key, here)
                    here = Marks((*here, mark))
                    open_marks.append(here)
                elif len(open_marks) > 1:
                    open_marks.pop()
                    here = open_marks[-1]
            elif name in STATES:
                state = _set(name, operands, (resources, known), state, saved)
            elif name in PATHS or name == "n":
                if name != "n":
                    self.paints.append(_filled(name, page, here, path, state))
                if path.clips and path.box is not None:
                    state.cut(path.box, whole=path.plain)
                path = Path()
            elif name in IMAGES:
                self.paints.append(Paint("image", page, here, box=_square(state)))
            elif name == "sh":
                self.paints.append(Paint("shading", page, here, box=state.clip))
            elif name == "Do" and operands:
                self._object(operands[0], resources, here, page, depth, state)

    def _show(self, codes: tuple[bytes, ...], page: int, here: Marks, state: State) -> None:
        """A text; one that goes on where the text before it ended is a part of that, as far as it looks the same."""
        before = self.paints[-1] if self.paints and not state.put else None
        if before is not None and self.size == state.size and _goes_on(before, here, state):
            before.codes += codes
            return
        self.paints.append(_shown(codes, page, here, state))
        self.size = state.size
        state.put = False  # where the next begins, only the widths of these glyphs tell

    def _open(self, mark: Mark, key: tuple[int, int], here: Marks) -> None:
        self.opened.append((here, mark))
        if mark.mcid >= 0:
            self.with_mcids.add(key)

    def _object(
        self, name: Any, resources: Any, here: Marks, page: int, depth: int, state: State
    ) -> None:
        target = resource_of(resources, "/XObject", name)
        if target is None:
            return
        if "/OC" in target:
            here = Marks((*here, Mark("OC", layers=layers(target["/OC"]))))
        if str(target.get("/Subtype", "")) != "/Form":
            self.paints.append(Paint("image", page, here, box=_square(state), picture=target))
            return
        key = target.objgen
        self.drawn[key] = self.drawn.get(key, 0) + 1
        if depth < DEEPEST and self.drawn[key] <= 3:
            self._stream(target, target.get("/Resources", resources), key, here, page, depth + 1, state.inside(target))


def _shown(codes: tuple[bytes, ...], page: int, here: Marks, state: State) -> Paint:
    """A text in its colour at its place."""
    place, ink, opacity = state.place(), state.ink, state.opacity
    return Paint("text", page, here, codes, state.font, state.mode, place, ink, opacity, None, state.clip)


def _goes_on(before: Paint, here: Marks, state: State) -> bool:
    """Whether a text looks as what was painted last: raised and moved glyphs are painted one by one."""
    return (
        before.kind == "text"
        and before.marks is here
        and before.font is state.font
        and before.mode == state.mode
        and before.clip is state.clip
        and (before.colour, before.opacity) == (state.ink, state.opacity)
        and len(before.codes) < LONGEST
    )


def _filled(name: str, page: int, here: Marks, path: Path, state: State) -> Paint:
    """A path that is painted, cut to what is shown of it."""
    if name not in FILLS or path.box is None:
        return Paint("path", page, here, opacity=state.opacity)
    box = path.box if state.clip is None else meet(path.box, state.clip)
    whole = path.plain and state.whole
    return Paint("path", page, here, colour=state.fill, opacity=state.opacity, box=box, whole=whole)


def _square(state: State) -> Box:
    """Where an image stands: the unit square, moved and cut."""
    corners = [at(state.ctm, x, y) for x in (0, 1) for y in (0, 1)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    box = (min(across), min(up), max(across), max(up))
    return box if state.clip is None else meet(box, state.clip)


def _set(name: str, operands: Any, named: _Named, state: State, saved: list[State]) -> State:
    """The state after an operator that saves it, or sets what a name stands for."""
    if name == "q":
        saved.append(state.copy())
    elif name == "Q":
        return saved.pop() if saved else state
    elif len(operands):
        with suppress(ValueError, TypeError, IndexError, AttributeError):
            _choose(name, operands, named, state)
    return state


def _choose(name: str, operands: Any, named: _Named, state: State) -> None:
    """Set the font, colour space or parameters that are named; each name is looked up once in a stream."""
    resources, known = named
    resource = str(operands[0])
    if (name, resource) not in known:
        kinds = {"Tf": "/Font", "gs": "/ExtGState"}
        found: Any = resource_of(resources, kinds[name], resource) if name in kinds else space(operands[0], resources)
        chosen = found.get("/Font") if name == "gs" and found is not None else None
        known[name, resource] = [found, *(chosen or ())]
    found, *chosen = known[name, resource]
    if name in ("cs", "CS"):
        choose_space(state, "fill" if name == "cs" else "stroke", found)
    elif name == "gs":
        if found is not None:
            state.choose(found)
            if len(chosen) > 1:
                state.font, state.size = chosen[0], float(chosen[1])
    else:
        state.font = found
        state.size = float(operands[1])


def _inherited(page: Any, name: str) -> Any:
    here, steps = page, 0
    while here is not None and steps < 100:
        if name in here:
            return here[name]
        here, steps = here.get("/Parent"), steps + 1
    return None
