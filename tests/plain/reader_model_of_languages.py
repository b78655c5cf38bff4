# SPDX-License-Identifier: AGPL-3.0-or-later
"""The model of the reader of pairs of other languages, to be trained: multilingual-e5-small as its packed file has it,
with what learns beside it as in the English one (``reader_model.py``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from pipeline.tools.adapter import DOWN, UP
from pipeline.tools.packed import Packed
from pipeline.tools.pair_reader import HEAD, SHIFT
from tests.plain.reader_model import INNER, SCALE, WIDTH, Reader, write

PIECES = 250_037
MATRICES = {"query": "q", "key": "k", "value": "v", "out": "ao", "inner": "fi", "outer": "fo"}
NORMS = {"first": "aln", "second": "oln"}


class ReaderOfLanguages(Reader):
    """The encoder and its head. Both texts are of one kind to it."""

    def __init__(self, packed: Packed) -> None:
        super().__init__(packed, PIECES)

    def _take(self, published: Any) -> None:
        """The weights of the packed file."""
        with torch.no_grad():
            self.pieces.weight.copy_(torch.tensor(published.matrix("emb.word", WIDTH)))
            self.places.weight.copy_(torch.tensor(published.row("emb.pos")).view(-1, WIDTH))
            self.texts.weight.copy_(torch.tensor(published.row("emb.type")).view(-1, WIDTH))
            _scale(self.norm, published, "emb.ln")
            for at, layer in enumerate(self.layers):
                for name, own in NORMS.items():
                    _scale(getattr(layer, name), published, f"l{at}.{own}")
                for name, own in MATRICES.items():
                    columns = INNER if name == "outer" else WIDTH
                    getattr(layer, name).weight.copy_(torch.tensor(published.matrix(f"l{at}.{own}.w", columns)))
                    getattr(layer, name).bias.copy_(torch.tensor(published.row(f"l{at}.{own}.b")))

    def write(self, to: Path) -> None:
        """Writes what was learnt as ``pipeline/tools/multilingual_e5.py`` takes it."""
        learnt: dict[str, Tensor] = {HEAD: self.head.weight, SHIFT: self.head.bias}
        for at, layer in enumerate(self.layers):
            for name, own in MATRICES.items():
                learnt[f"l{at}.{own}{DOWN}"] = getattr(layer, name).down
                learnt[f"l{at}.{own}{UP}"] = SCALE * getattr(layer, name).up
            for name, own in NORMS.items():
                learnt[f"l{at}.{own}.w"] = getattr(layer, name).weight
                learnt[f"l{at}.{own}.b"] = getattr(layer, name).bias
        write(learnt, to)


def _scale(part: nn.LayerNorm, packed: Packed, name: str) -> None:
    part.weight.copy_(torch.tensor(packed.row(f"{name}.w")))
    part.bias.copy_(torch.tensor(packed.row(f"{name}.b")))
