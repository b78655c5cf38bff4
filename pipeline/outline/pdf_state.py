# SPDX-License-Identifier: AGPL-3.0-or-later
"""The graphics state of a PDF's content stream (ISO 32000-2, 8.4 and 9.3): where, in what colour and how large.

Places are in the units of the page from its lower left. What cannot be known at once (a pattern, a soft mask, the
place of a text that follows another without being put) is None and not guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
Colour = tuple[float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
BLACK: Colour = (0.0, 0.0, 0.0)
SPACES = {"/DeviceGray": 1, "/CalGray": 1, "/G": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/RGB": 3, "/DeviceCMYK": 4,
          "/CMYK": 4}  # fmt: skip
ANYTHING = 0  # a colour space whose colours are not told by their numbers
NORMAL = frozenset({"/Normal", "/Compatible"})


class State:
    """What a stream has set. ``fill`` and ``stroke`` are colours (red, green, blue from 0 to 1), ``alpha`` the opacity,
    ``clip`` the box that everything is cut to (None: not cut), ``whole`` whether the cut is that box and no other
    shape."""

    __slots__ = ("alpha", "clip", "ctm", "fill", "fill_space", "font", "group", "leading", "line", "mode", "put",
                 "rise", "size", "stretch", "stroke", "stroke_space", "text", "whole")  # fmt: skip

    def __init__(self) -> None:
        self.font: Any = None
        self.mode = 0
        self.size, self.stretch, self.leading, self.rise = 0.0, 1.0, 0.0, 0.0
        self.fill: Colour | None = BLACK
        self.stroke: Colour | None = BLACK
        self.fill_space = self.stroke_space = 1
        self.alpha: float | None = 1.0
        self.group: float | None = 1.0
        self.ctm = self.text = self.line = IDENTITY
        self.put = False
        self.clip: Box | None = None
        self.whole = True

    def copy(self) -> State:
        """The same, to be changed."""
        made = State.__new__(State)
        for name in State.__slots__:
            setattr(made, name, getattr(self, name))
        return made

    def inside(self, form: Any) -> State:
        """The state in which a form is painted: moved and cut by it; a transparency group is mixed as a whole."""
        made = self.copy()
        matrix = numbers(form.get("/Matrix", ()))
        if len(matrix) == 6:
            made.ctm = times(_matrix(matrix), self.ctm)
        box = numbers(form.get("/BBox", ()))
        if len(box) == 4:
            made.cut(_around(made.ctm, (box[0], box[1], box[2], box[3])), whole=_straight(made.ctm))
        if "/Group" in form:
            made.group, made.alpha = self.opacity, 1.0
        return made

    @property
    def opacity(self) -> float | None:
        """The opacity of what is filled, that of the groups around it included."""
        return None if self.alpha is None or self.group is None else self.alpha * self.group

    @property
    def ink(self) -> Colour | None:
        """The colour of texts."""
        return self.stroke if self.mode in (1, 5) else self.fill

    def place(self) -> Matrix | None:
        """The matrix from the em square of a glyph to the page; None if it is not known where the text stands."""
        if not self.put:
            return None
        own = (self.size * self.stretch, 0.0, 0.0, self.size, 0.0, self.rise)
        return times(own, times(self.text, self.ctm))

    def cut(self, box: Box, *, whole: bool) -> None:
        """Cut everything that follows to a box."""
        self.clip = box if self.clip is None else meet(self.clip, box)
        self.whole = self.whole and whole

    def set(self, name: str, operands: Sequence[Any]) -> None:
        """Follow an operator of ``OPERATORS``. Raises ValueError, TypeError or IndexError for what is none."""
        OPERATORS[name](self, operands)

    def choose(self, found: Any) -> None:
        """Follow the parameters of an ExtGState but for its font."""
        if "/ca" in found and self.alpha is not None:
            self.alpha = float(found["/ca"])
        mask, blend = found.get("/SMask"), found.get("/BM")
        if mask is not None and str(mask) != "/None":
            self.alpha = None
        if blend is not None and str(blend) not in NORMAL:
            self.alpha = None

    def next_line(self) -> None:
        """T*: the beginning of the next line."""
        self._move(0.0, -self.leading)

    def _move(self, x: float, y: float) -> None:
        self.line = self.text = times((1.0, 0.0, 0.0, 1.0, x, y), self.line)
        self.put = True


def times(first: Matrix, second: Matrix) -> Matrix:
    """Two transformations, one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point after a transformation."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def meet(first: Box, second: Box) -> Box:
    """What two boxes share; a box without room if they share nothing."""
    left, low = max(first[0], second[0]), max(first[1], second[1])
    return left, low, max(left, min(first[2], second[2])), max(low, min(first[3], second[3]))


def numbers(values: Any) -> list[float]:
    """The numbers of an array; nothing if it holds anything else."""
    try:
        return [float(value) for value in values]
    except (TypeError, ValueError):
        return []


def coloured(parts: Sequence[float]) -> Colour | None:
    """The colour of one (grey), three (RGB) or four (CMYK) numbers; None for any other."""
    if len(parts) == 1:
        return parts[0], parts[0], parts[0]
    if len(parts) == 3:
        return parts[0], parts[1], parts[2]
    if len(parts) == 4:
        cyan, magenta, yellow, black = parts
        return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    return None


class Path:
    """A path while it is made: the box around it, and whether it is one upright rectangle."""

    def __init__(self) -> None:
        self.box: Box | None = None
        self.rectangles = 0
        self.others = 0
        self.clips = False

    def add(self, name: str, operands: Sequence[Any], matrix: Matrix) -> None:
        """Follow an operator that makes a path."""
        if name == "re":
            x, y, width, height = (float(value) for value in operands)
            self._widen(_around(matrix, (x, y, x + width, y + height)))
            self.rectangles += 1
            self.others += not _straight(matrix)
        elif name in ("W", "W*"):
            self.clips = True
        elif name != "h":
            values = [float(value) for value in operands]
            for n in range(0, len(values) - 1, 2):
                x, y = at(matrix, values[n], values[n + 1])
                self._widen((x, y, x, y))
            self.others += 1

    def _widen(self, box: Box) -> None:
        one = self.box
        self.box = box if one is None else (
            min(one[0], box[0]), min(one[1], box[1]), max(one[2], box[2]), max(one[3], box[3])
        )  # fmt: skip

    @property
    def plain(self) -> bool:
        """Whether it is one upright rectangle."""
        return self.rectangles == 1 and not self.others


MAKING = frozenset({"re", "m", "l", "c", "v", "y", "h", "W", "W*"})


def space(value: Any, resources: Any) -> int:
    """How many numbers a colour of a space has; 0 where they do not tell the colour."""
    import pikepdf

    if isinstance(value, pikepdf.Name) and str(value) not in SPACES and resources is not None:
        named = resources.get("/ColorSpace")
        value = named.get(str(value)) if isinstance(named, pikepdf.Dictionary) else None
    if isinstance(value, pikepdf.Name):
        return SPACES.get(str(value), ANYTHING)
    if isinstance(value, pikepdf.Array) and len(value) > 1 and str(value[0]) == "/ICCBased":
        count = value[1].get("/N", 0)
        return int(count) if int(count) in (1, 3, 4) else ANYTHING
    return SPACES.get(str(value[0]), ANYTHING) if isinstance(value, pikepdf.Array) and len(value) else ANYTHING


def _matrix(values: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = values
    return float(a), float(b), float(c), float(d), float(e), float(f)


def _straight(matrix: Matrix) -> bool:
    return (abs(matrix[1]) < 1e-9 and abs(matrix[2]) < 1e-9) or (abs(matrix[0]) < 1e-9 and abs(matrix[3]) < 1e-9)


def _around(matrix: Matrix, box: Box) -> Box:
    corners = [at(matrix, x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)


def _concatenate(state: State, operands: Sequence[Any]) -> None:
    state.ctm = times(_matrix(operands), state.ctm)


def _begin(state: State, _: Sequence[Any]) -> None:
    state.text = state.line = IDENTITY
    state.put = True


def _matrix_of_text(state: State, operands: Sequence[Any]) -> None:
    state.text = state.line = _matrix(operands)
    state.put = True


def _move(state: State, operands: Sequence[Any]) -> None:
    state._move(float(operands[0]), float(operands[1]))


def _move_and_lead(state: State, operands: Sequence[Any]) -> None:
    state.leading = -float(operands[1])
    _move(state, operands)


def _number(name: str, scale: float = 1.0) -> Callable[[State, Sequence[Any]], None]:
    def follow(state: State, operands: Sequence[Any]) -> None:
        setattr(state, name, float(operands[0]) * scale)

    return follow


def _mode(state: State, operands: Sequence[Any]) -> None:
    state.mode = int(operands[0])


def _colour(name: str, size: int) -> Callable[[State, Sequence[Any]], None]:
    """A colour of a device's own space, or with ``size`` 0 one of the space that was chosen."""

    def follow(state: State, operands: Sequence[Any]) -> None:
        count = size or getattr(state, f"{name}_space")
        parts = numbers(operands)
        setattr(state, name, coloured(parts) if len(parts) == count else None)
        if size:
            setattr(state, f"{name}_space", size)

    return follow


def choose_space(state: State, name: str, size: int) -> None:
    """Follow cs (``name`` fill) or CS (stroke): each space begins with black, or with what is not known."""
    setattr(state, f"{name}_space", size)
    setattr(state, name, BLACK if size else None)


OPERATORS: Mapping[str, Callable[[State, Sequence[Any]], None]] = {
    "cm": _concatenate, "BT": _begin, "Tm": _matrix_of_text, "Td": _move, "TD": _move_and_lead,
    "T*": lambda state, _: state.next_line(), "TL": _number("leading"), "Ts": _number("rise"),
    "Tz": _number("stretch", 0.01), "Tr": _mode, "g": _colour("fill", 1), "rg": _colour("fill", 3),
    "k": _colour("fill", 4), "G": _colour("stroke", 1), "RG": _colour("stroke", 3), "K": _colour("stroke", 4),
    "sc": _colour("fill", 0), "scn": _colour("fill", 0), "SC": _colour("stroke", 0), "SCN": _colour("stroke", 0),
}  # fmt: skip
