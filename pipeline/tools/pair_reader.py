# SPDX-License-Identifier: AGPL-3.0-or-later
"""A reader of pairs: whether a plain text says what its original says, or another number, denial or duty.

Both texts are read together by an encoder that has learnt this from written pairs of official and plain sentences,
each with changed versions: E5-small-v2 for English (``tests/plain/fit_reader.py``), multilingual-e5-small for Arabic,
French, German and Spanish (``fit_reader_of_languages.py``). What they learnt is in ``pair_reader.npz`` and
``pair_reader_of_languages.npz`` beside this file; it is added to the model when a pair is first read. Both are
optional: without them the meaning guard weighs what its rules tell.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from pipeline.tools import e5, multilingual_e5
from pipeline.tools.base import Probe

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

HEAD, SHIFT = "head", "shift"
KEPT = 512  # pairs whose answer is kept


class Reading(NamedTuple):
    """How likely each is, in logs: that the text is faithful, that a number, a denial, a duty is another."""

    faithful: float
    number: float
    negation: float
    modality: float


class Encoder(Protocol):
    """What reads two texts together."""

    def states(self, original: str, plain: str) -> Floats:
        """What it makes of them: a row for each piece."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A reader of some languages: its name, what it has learnt, what makes its encoder of that, what is missing to run
    it ("" where it is there), how that is mended, the words of a probe and the licences."""

    name: str
    languages: tuple[str, ...]
    learnt: str
    encoder: Callable[[Any], Encoder]
    missing: Callable[[], str]
    remedy: str
    found: Callable[[], str]
    licence: str


ENGLISH = Kind(
    "Reader of pairs", ("en",), "pair_reader.npz", e5.Encoder, e5.missing, e5.REMEDY, e5.found, "Apache-2.0, MIT"
)
OTHERS = Kind(
    "Reader of pairs (ar, de, es, fr)", ("ar", "de", "es", "fr"), "pair_reader_of_languages.npz",
    multilingual_e5.Encoder, multilingual_e5.missing, multilingual_e5.REMEDY, multilingual_e5.found, "MIT",
)  # fmt: skip
ALL = (ENGLISH, OTHERS)


class PairReader:
    """A reader. Its model is made at the first question (a second)."""

    def __init__(self, kind: Kind = ENGLISH) -> None:
        self._kind = kind
        self._known: OrderedDict[tuple[str, str], Reading] = OrderedDict()
        self._encoder: Encoder | None = None
        self._head: tuple[Floats, Floats] | None = None

    def read(self, original: str, plain: str) -> Reading:
        """What it says of two texts. Raises ToolMissingError where it cannot be run here."""
        asked = (original, plain)
        if asked in self._known:
            self._known.move_to_end(asked)
        else:
            self._known[asked] = self._ask(*asked)
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        return self._known[asked]

    def _ask(self, original: str, plain: str) -> Reading:
        if self._encoder is None:
            self._load()
        import numpy as np

        assert self._encoder is not None
        assert self._head is not None
        states = self._encoder.states(original, plain)
        weights, shift = self._head
        scores = weights @ np.concatenate([states[0], states.mean(0)]) + shift
        scores -= scores.max()
        return Reading(*(round(float(one), 3) for one in scores - np.log(np.exp(scores).sum())))

    def _load(self) -> None:
        import numpy as np

        with (files("pipeline.tools") / self._kind.learnt).open("rb") as file, np.load(file) as learnt:
            arrays = {name: learnt[name].astype(np.float32) for name in learnt.files}
        self._head = arrays.pop(HEAD), arrays.pop(SHIFT)
        self._encoder = self._kind.encoder(arrays)


@lru_cache(maxsize=len(ALL))
def _reader(kind: Kind) -> PairReader:
    return PairReader(kind)


def find(lang: str = "en") -> PairReader | None:
    """The reader of a language; None where what it needs is not installed, or none knows the language."""
    kind = next((one for one in ALL if lang in one.languages), None)
    return None if kind is None or kind.missing() else _reader(kind)


def probes() -> tuple[Callable[[], Probe], ...]:
    """Whether each of them is there."""
    return tuple(partial(_probe, kind) for kind in ALL)


def _probe(kind: Kind) -> Probe:
    lacks = kind.missing()
    found = "" if lacks else f"{kind.found()} and {kind.learnt}"
    return Probe(kind.name, not lacks, found, remedy=kind.remedy if lacks else "", licence=kind.licence)
