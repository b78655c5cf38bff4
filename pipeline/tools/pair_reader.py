# SPDX-License-Identifier: AGPL-3.0-or-later
"""A reader of pairs: whether a plain English text says what its original says, or another number, denial or duty.

Both texts are read together by E5-small-v2, whose upper layers have learnt this from written pairs of official and
plain sentences, each with changed versions (``tests/plain/fit_reader.py``). What they learnt is in
``pair_reader.npz`` beside this file; it is added to the model of the jar when a pair is first read. It is optional:
without it the meaning guard weighs what its rules tell.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from functools import lru_cache
from importlib import metadata
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.tools import e5
from pipeline.tools.adapter import adapted
from pipeline.tools.base import Probe
from pipeline.tools.wordpiece import CLS, SEP, pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME = "Reader of pairs"
LEARNT = "pair_reader.npz"
HEAD, SHIFT = "head", "shift"
MOST = 250  # pieces of each text
KEPT = 512  # pairs whose answer is kept


class Reading(NamedTuple):
    """How likely each is, in logs: that the text is faithful, that a number, a denial, a duty is another."""

    faithful: float
    number: float
    negation: float
    modality: float


class PairReader:
    """The reader. Its model is made at the first question (a second)."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, str], Reading] = OrderedDict()
        self._session: Any = None
        self._vocabulary: dict[str, int] = {}
        self._head: tuple[NDArray[np.float32], NDArray[np.float32]] | None = None

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
        if self._session is None:
            self._load()
        import numpy as np

        numbers, kinds = (np.array([row]) for row in numbered(original, plain, self._vocabulary))
        asked = {"input_ids": numbers, "attention_mask": np.ones_like(numbers), "token_type_ids": kinds}
        states = self._session.run(None, asked)[0][0]
        assert self._head is not None
        weights, shift = self._head
        scores = weights @ np.concatenate([states[0], states.mean(0)]) + shift
        scores -= scores.max()
        return Reading(*(round(float(one), 3) for one in scores - np.log(np.exp(scores).sum())))

    def _load(self) -> None:
        import numpy as np

        with (files("pipeline.tools") / LEARNT).open("rb") as file, np.load(file) as learnt:
            arrays = {name: learnt[name].astype(np.float32) for name in learnt.files}
        self._head = arrays.pop(HEAD), arrays.pop(SHIFT)
        model, self._vocabulary = e5.model_and_vocabulary()
        self._session = e5.session(adapted(model, arrays, e5.REMEDY))


def numbered(original: str, plain: str, vocabulary: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """Two texts as the model takes them: the numbers of their pieces, and which text each is of (0, 1)."""
    first, second = ([piece.number for piece in pieces(text, vocabulary)[:MOST]] for text in (original, plain))
    end = vocabulary[SEP]
    return [vocabulary[CLS], *first, end, *second, end], [0] * (len(first) + 2) + [1] * (len(second) + 1)


@lru_cache(maxsize=1)
def find() -> PairReader | None:
    """The reader; None where what it needs is not installed."""
    return None if e5.missing() else PairReader()


def probe() -> Probe:
    """Whether it is there."""
    lacks = e5.missing()
    found = "" if lacks else f"E5-small-v2 and {LEARNT}, ONNX Runtime {metadata.version('onnxruntime')}"
    return Probe(NAME, not lacks, found, remedy=e5.REMEDY if lacks else "", licence="Apache-2.0, MIT")
