# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much of a full line of print a line takes: what ends a paragraph left room for the word that follows.

Characters are counted with the width that they have in common faces for text: "ill" takes less than "MOW". So lines
that were cut because they were full differ by a few parts in a hundred, where bare counts differ by ten.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.lines import seen
from pipeline.clean.reading.scan import Kind, Line, Scan

# Parts of an em, as serif and sans-serif faces for text have them on average.
_WIDTHS = (
    dict.fromkeys("ijl.,;:'|!’‘`·", 0.27)
    | dict.fromkeys('ftrI()[]{}/\\-"“”', 0.36)
    | dict.fromkeys("sczJ", 0.44)
    | dict.fromkeys("mMW@%œæ—…", 0.83)
    | {" ": 0.25, "w": 0.72}
)
_SMALL, _CAPITAL, _SQUARE = 0.5, 0.67, 1.0
_EARLY = 0.86  # of a full line: a line that takes less with the next word had room for it
_ALMOST = 0.96  # of it, where hardly a line that was cut takes so little
_HARDLY = 25  # one of so many
_KNOWN = 20  # lines that were cut, before that is believed
_LONG = 30  # characters of a line that may have been full


@dataclass(frozen=True, slots=True)
class Room:
    """What full lines of a text take, in ems, and what share of that hardly a cut line stays below."""

    full: float
    least: float

    def left(self, text: str, word: str) -> bool:
        """Whether ``word`` had room behind ``text``: then no edge of the page ended the line."""
        return self.taken(text, word) < max(_EARLY, min(self.least, _ALMOST))

    def taken(self, text: str, word: str) -> float:
        """What share of a full line ``text`` takes, with ``word`` behind it, if there is one."""
        return advance(" ".join([*text.split(), word]).rstrip()) / self.full


def advance(text: str) -> float:
    """How wide a text is set, in ems."""
    return sum(_WIDTHS.get(char) or _width(char) for char in text)


def _width(char: str) -> float:
    if prose.unspaced(char):
        return _SQUARE
    return _CAPITAL if char.isupper() else _SMALL


def room(scan: Scan) -> Room | None:
    """What full lines of a text set in lines take; None where no sentence runs on from line to line."""
    return scan.once("line room", lambda scan: _room(scan.lines, seen if plain.shape(scan) is None else str.strip))


def came(scan: Scan) -> Room | None:
    """The same, as the text came: repairs make one line of two."""
    return _came(scan.origin)


@lru_cache(maxsize=2)
def _came(origin: str) -> Room | None:
    return _room(Scan(origin).lines, str.strip)


def _room(lines: Sequence[Line], shown: Callable[[str], str]) -> Room | None:
    cut = [(shown(line.text), shown(after.text)) for line, after in pairwise(lines) if _runs_on(line, after)]
    if not cut:
        return None
    sizes = sorted(advance(" ".join(text.split())) for text, _ in cut)
    full = sizes[min(len(sizes) - 1, len(sizes) * 9 // 10)]
    taken = sorted(
        (advance(" ".join(text.split())) + advance(f" {below.split(maxsplit=1)[0]}")) / full for text, below in cut
    )
    return Room(full, taken[len(taken) // _HARDLY] if len(taken) >= _KNOWN else 0)


def _runs_on(line: Line, after: Line) -> bool:
    """Whether a line ends inside a sentence that goes on with a small letter right below."""
    if line.stop != after.start or line.kind is Kind.TABLE or after.kind is Kind.TABLE:
        return False
    text = line.text.strip()
    return len(text) >= _LONG and text[-1:].isalnum() and after.text.lstrip()[:1].islower()
