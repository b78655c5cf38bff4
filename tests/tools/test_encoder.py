# SPDX-License-Identifier: AGPL-3.0-or-later
"""The encoder in NumPy beside the same sums done one by one, and what is read from a packed file."""

from __future__ import annotations

import struct
from math import erf, exp, sqrt

import numpy as np
import pytest

from pipeline.tools import packed
from pipeline.tools.encoder import Layer, Linear, Norm, asking, gelu
from pipeline.tools.unigram import SPACE

WIDTH, INNER, HEADS = 4, 6, 2
CHANCE = np.random.default_rng(0)


def numbers(*shape: int) -> packed.Floats:
    return CHANCE.normal(size=shape).astype(np.float32)


def linear(columns: int, rows: int) -> Linear:
    return Linear(numbers(columns, rows), numbers(rows))


def norm() -> Norm:
    return Norm(numbers(WIDTH), numbers(WIDTH), 1e-6)


def by_hand(row: packed.Floats, own: Norm) -> packed.Floats:
    mean = sum(row) / len(row)
    spread = sqrt(sum((one - mean) ** 2 for one in row) / len(row) + own.least)
    return np.array([(one - mean) / spread for one in row]) * own.scale + own.shift


def test_gelu_is_that_of_the_error_function() -> None:
    x = np.linspace(-9, 9, 2001).astype(np.float32)
    wanted = [one / 2 * (1 + erf(one / sqrt(2))) for one in x]
    assert gelu(x) == pytest.approx(np.array(wanted), abs=3e-5)


def test_a_layer_looks_at_every_piece() -> None:
    query, key, value, out = (linear(WIDTH, WIDTH) for _ in range(4))
    inner, outer, first, second = linear(WIDTH, INNER), linear(INNER, WIDTH), norm(), norm()
    x = numbers(5, WIDTH)
    found = Layer(asking(query, key, value, HEADS), out, first, inner, outer, second, HEADS)(x)
    each = WIDTH // HEADS
    for at, row in enumerate(x):
        seen = []
        for head in range(HEADS):
            part = slice(head * each, (head + 1) * each)
            scores = [exp(float(query(row)[part] @ key(other)[part]) / sqrt(each)) for other in x]
            seen.append(sum(one / sum(scores) * value(other)[part] for one, other in zip(scores, x, strict=True)))
        half = by_hand(row + out(np.concatenate(seen)), first)
        assert found[at] == pytest.approx(by_hand(half + outer(gelu(inner(half))), second), abs=1e-4)


def file() -> tuple[bytes, dict[str, packed.Floats]]:
    """A packed file of a matrix of two blocks and a row, and what they hold."""
    pieces = ["<s>", "<pad>", "</s>", "<unk>", f"{SPACE}a"]
    blob = "".join(pieces).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in pieces)])
    letters = struct.pack("<IB2I", 0xE6, 2, ord("a"), ord("e")) + struct.pack("<IB", 0xAD, 0)
    head = packed.MAGIC + struct.pack("<I7ifi", 1, 32, 1, 2, 64, len(pieces), 8, 1, 1e-12, 32)
    head += struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, len(blob)) + struct.pack(f"<{len(ends)}I", *ends)
    head += struct.pack(f"<{len(pieces)}f", 0, 0, 0, 0, -5) + blob + struct.pack("<iI", 2, len(letters)) + letters
    halves = [np.arange(16, dtype=np.uint8), np.arange(16, dtype=np.uint8)[::-1]]
    scales = np.array([0.5, 2.0], np.float16)
    blocks = b"".join(scale.tobytes() + bytes(one | (15 - one) << 4 for one in half)
                      for scale, half in zip(scales, halves, strict=True))  # fmt: skip
    matrix = np.array([
        [(int(one) - 8) * scale for one in half] + [(7 - int(one)) * scale for one in half]
        for scale, half in zip(scales.astype(float), halves, strict=True)
    ])  # fmt: skip
    row = np.array([1.5, -2.0], np.float32)
    names = [(b"m.w", 1, 64, len(blocks)), (b"m.b", 0, 2, 8)]
    at = len(head) + 4 + sum(2 + len(name) + 21 for name, *_ in names)
    parts = struct.pack("<i", len(names))
    for name, kind, many, size in names:
        parts += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", kind, many, at, size)
        at += size
    return head + parts + blocks + row.tobytes(), {"m.w": matrix, "m.b": row}


def test_a_packed_file_is_read() -> None:
    data, wanted = file()
    found = packed.read(data)
    assert (found.width, found.layers, found.heads, found.inner) == (32, 1, 2, 64)
    assert np.array_equal(found.matrix("m.w", 32), wanted["m.w"])
    assert np.array_equal(found.rows("m.w", 32, [1, 1]), wanted["m.w"][[1, 1]])
    assert np.array_equal(found.row("m.b"), wanted["m.b"])
    alphabet = found.alphabet
    assert (alphabet.begin, alphabet.end, alphabet.unknown, alphabet.rarest, alphabet.longest) == (0, 2, 3, -5, 5)
    assert alphabet.read_as("æ\u00ad") == f"{SPACE}ae"
    assert alphabet.numbers("a") == [4]


def test_what_is_no_packed_file_is_said() -> None:
    with pytest.raises(ValueError, match="no packed encoder"):
        packed.read(b"PK\x03\x04")
