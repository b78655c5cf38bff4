# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reader of pairs that set-up installs: what it answers, and what is said where it is not there."""

from __future__ import annotations

from math import exp
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import ToolMissingError
from pipeline.tools import e5, jars, pair_reader, probe_all
from pipeline.tools.adapter import adapted
from pipeline.tools.pair_reader import PairReader, Reading

ORIGINAL = "The hall is open on Mondays. Members shall pay 5 euros for a lamp."
PLAIN = "You can come to the hall on Mondays. Members must pay 5 euros for a lamp."


@pytest.fixture(scope="module")
def reader() -> PairReader:
    found = pair_reader.find()
    assert found is not None, e5.missing()
    return found


def test_an_answer_shares_out_what_is_certain(reader: PairReader) -> None:
    assert sum(map(exp, reader.read(ORIGINAL, PLAIN))) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("number", PLAIN.replace("5", "8")),
        ("modality", PLAIN.replace("must", "may")),
        ("negation", PLAIN.replace("can", "cannot")),
    ],
)
def test_a_changed_text_is_read_as_further_from_the_original(reader: PairReader, kind: str, changed: str) -> None:
    was, now = reader.read(ORIGINAL, PLAIN), reader.read(ORIGINAL, changed)
    assert now.faithful < was.faithful
    assert getattr(now, kind) > getattr(was, kind)


def test_the_answer_is_the_same_each_time_and_kept(reader: PairReader) -> None:
    first = reader.read(ORIGINAL, PLAIN)
    assert reader.read(ORIGINAL, PLAIN) is first
    assert PairReader().read(ORIGINAL, PLAIN) == first
    assert len(reader._known) <= pair_reader.KEPT


def test_a_text_without_end_is_read_to_a_length(reader: PairReader) -> None:
    assert isinstance(reader.read("ferry " * 5000, "boat " * 5000), Reading)
    assert isinstance(reader.read("", ""), Reading)


def test_it_is_looked_for_and_said_to_be_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(jars, "home", lambda: tmp_path)
    assert e5.missing() == jars.READER[0].name
    probe = pair_reader.probes()[0]()
    assert (probe.present, probe.remedy) == (False, e5.REMEDY)
    with pytest.raises(ToolMissingError, match=r"is not there"):
        PairReader().read(ORIGINAL, PLAIN)


def test_doctor_names_it() -> None:
    assert next(one for one in probe_all() if one.tool == pair_reader.ENGLISH.name).present


def test_what_is_learnt_is_added_to_a_matrix_of_eight_bits() -> None:
    """The output of the changed model is that of the sum, up to the rounding of eight bits."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    rng = np.random.default_rng(0)
    matrix, down, up = (rng.normal(size=shape).astype(np.float32) for shape in ((6, 5), (2, 6), (5, 2)))
    step = np.abs(matrix).max(0) / 64
    kept = {
        "m_quantized": np.rint(matrix / step).astype(np.int8), "m_scale": step, "m_zero_point": np.zeros(5, np.int8),
        "x_zero_point": np.zeros((), np.uint8), "norm": np.ones(5, np.float32),
    }  # fmt: skip
    graph = helper.make_graph(
        [helper.make_node(
            "MatMulInteger", ["x", "m_quantized", "x_zero_point", "m_zero_point"], ["y"], name="/layer/key/MatMul_quant"
        )],
        "one", [helper.make_tensor_value_info("x", TensorProto.UINT8, [1, 6])],
        [helper.make_tensor_value_info("y", TensorProto.INT32, [1, 5])],
        [numpy_helper.from_array(values, name) for name, values in kept.items()],
    )  # fmt: skip
    model = helper.make_model(graph).SerializeToString()
    learnt = {"layer/key down": down, "layer/key up": up, "norm": np.full(5, 2.0), "nowhere": np.ones(1)}
    weights = {one.name: one for one in onnx.load_model_from_string(adapted(model, learnt, "")).graph.initializer}
    found = numpy_helper.to_array(weights["m_quantized"]) * numpy_helper.to_array(weights["m_scale"])
    wanted = matrix + down.T @ up.T
    assert found == pytest.approx(wanted, abs=float(np.abs(wanted).max()) / 60)
    assert numpy_helper.to_array(weights["norm"]).tolist() == [2.0] * 5
    assert np.array_equal(numpy_helper.to_array(weights["x_zero_point"]), kept["x_zero_point"])
