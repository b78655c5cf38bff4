# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an encoder has learnt besides, put into its model: to each of its matrices the product of two narrow ones is
added (low-rank adaptation: Hu et al. 2021), and the weights that scale and shift are replaced.

A model of eight bits stays one: each matrix is read with its scale, changed, and rounded again column by column.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pipeline.errors import ToolMissingError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[np.float32]]

STEPS = 64  # of seven bits and a sign: what every processor adds up without overflow
DOWN, UP = " down", " up"  # behind the name of a matrix: the two narrow ones, a row for each number that comes out


def adapted(model: bytes, learnt: Arrays, remedy: str) -> bytes:
    """The model with what was learnt. In: an ONNX model whose matrices are of eight bits; by the name of a matrix's
    node ("encoder/layer.4/attention/self/query") its two narrow ones, by the name of any other weight that itself;
    names that the model does not have are not looked at. Raises ToolMissingError where ONNX cannot be loaded."""
    try:
        import onnx
    except ImportError as error:
        raise ToolMissingError(f"ONNX cannot be loaded: {error}.", remedy) from None

    proto = onnx.load_model_from_string(model)
    weights = {one.name: one for one in proto.graph.initializer}
    for node in proto.graph.node:
        name = node.name.removeprefix("/").removesuffix("/MatMul_quant")
        if node.op_type == "MatMulInteger" and name + DOWN in learnt:
            _add(weights, node.input[1].removesuffix("_quantized"), learnt[name + DOWN].T @ learnt[name + UP].T)
    for name in learnt.keys() & weights.keys():
        _put(weights[name], learnt[name])
    found: bytes = proto.SerializeToString()
    return found


def _add(weights: Mapping[str, Any], name: str, more: NDArray[np.float32]) -> None:
    """Adds to a matrix. ``more``: a row for each number that comes in, a column for each that goes out."""
    import numpy as np
    from onnx.numpy_helper import to_array

    scale, whole = weights[f"{name}_scale"], weights[f"{name}_quantized"]
    matrix = to_array(whole).astype(np.float32) * to_array(scale) + more
    step = np.maximum(np.abs(matrix).max(0) / STEPS, np.finfo(np.float32).tiny)
    _put(scale, step)
    _put(whole, np.rint(matrix / step).astype(np.int8))


def _put(weight: Any, values: NDArray[Any]) -> None:
    from onnx.numpy_helper import from_array, to_array

    kind = to_array(weight).dtype
    weight.CopyFrom(from_array(values.astype(kind), weight.name))
