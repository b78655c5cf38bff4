# SPDX-License-Identifier: AGPL-3.0-or-later
"""The model that the reader of pairs begins with: E5-small-v2 (Wang et al. 2022), a sentence encoder of 33 million
weights of eight bits, in a pinned jar that ``make setup`` fetches; run by ONNX Runtime on one thread."""

from __future__ import annotations

import json
import zipfile
from importlib import util
from typing import Any

from pipeline.errors import ToolMissingError
from pipeline.tools import jars

MODEL, VOCABULARY = "e5-small-v2-q.onnx", "e5-small-v2-q-tokenizer.json"
PACKAGES = ("numpy", "onnx", "onnxruntime")
REMEDY = "Run «make validators»."


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
