# SPDX-License-Identifier: AGPL-3.0-or-later
"""The model of the reader of pairs, to be trained: E5-small-v2 as its float weights are published, with a narrow pair
of matrices beside each of its matrices (low-rank adaptation: Hu et al. 2021).

Needs PyTorch and ONNX, which nothing else here does.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx.numpy_helper import to_array
from torch import Tensor, nn
from torch.nn import functional

from pipeline.tools.adapter import DOWN, UP
from pipeline.tools.pair_reader import HEAD, SHIFT

WIDTH, INNER, HEADS, LAYERS = 384, 1536, 12, 12
PIECES, PLACES = 30522, 512
RANK, SCALE, FROM = 32, 2.0, 0  # of the narrow matrices; the first layer that learns
KINDS = ("faithful", "number", "negation", "modality")
MATRICES = {
    "query": "attention/self/query", "key": "attention/self/key", "value": "attention/self/value",
    "out": "attention/output/dense", "inner": "intermediate/dense", "outer": "output/dense",
}  # fmt: skip
NORMS = {"first": "attention.output.LayerNorm", "second": "output.LayerNorm"}


class Adapted(nn.Module):  # type: ignore[misc]
    """A matrix that stays as it is, and what is learnt beside it."""

    def __init__(self, kept: nn.Linear) -> None:
        super().__init__()
        self.kept = kept
        self.down = nn.Parameter(torch.randn(RANK, kept.in_features) / math.sqrt(kept.in_features))
        self.up = nn.Parameter(torch.zeros(kept.out_features, RANK))

    def forward(self, x: Tensor) -> Tensor:
        """The sum of both."""
        return functional.linear(x, self.kept.weight + SCALE * (self.up @ self.down), self.kept.bias)


class Layer(nn.Module):  # type: ignore[misc]
    """A layer of the encoder (Devlin et al. 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first, self.second = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """In: pairs × pieces × width; what is added to the score of each piece (pairs × 1 × 1 × pieces)."""
        pairs, length, _ = x.shape
        q, k, v = (
            part(x).view(pairs, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        seen = ((q @ k.transpose(-1, -2)) / math.sqrt(WIDTH // HEADS) + mask).softmax(-1).to(v.dtype) @ v
        x = self.first(x + self.out(seen.transpose(1, 2).reshape(pairs, length, WIDTH)))
        return self.second(x + self.outer(functional.gelu(self.inner(x))))


class Reader(nn.Module):  # type: ignore[misc]
    """The encoder and its head: of the first piece and of the mean of all the score of each of KINDS."""

    def __init__(self, published: Any, pieces: int = PIECES) -> None:
        super().__init__()
        self.pieces, self.places, self.texts = (nn.Embedding(n, WIDTH) for n in (pieces, PLACES, 2))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(2 * WIDTH, len(KINDS))
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)
        self._take(published)
        self._learn()

    def forward(self, pieces: Tensor, texts: Tensor, mask: Tensor) -> Tensor:
        """In: pairs × pieces: their numbers, 0 or 1 for the text each is of, 1 where there is one. Out: the scores."""
        places = torch.arange(pieces.shape[1])
        x = self.norm(self.pieces(pieces) + self.places(places)[None] + self.texts(texts))
        beside = ((1 - mask) * -1e4)[:, None, None, :].to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, beside)
        own = mask[..., None].to(x.dtype)
        both = torch.cat([x[:, 0], (x * own).sum(1) / own.sum(1)], -1)
        return self.head(functional.dropout(both, 0.1, self.training))

    def _take(self, published: Any) -> None:
        """The weights of the ONNX file, whose matrices have no names and stand in the order of the layers."""
        graph = onnx.load(published).graph
        known = {one.name: torch.tensor(to_array(one)) for one in graph.initializer}
        matrices = iter([known[n.input[1]].T for n in graph.node if n.op_type == "MatMul" and n.input[1] in known])
        with torch.no_grad():
            for name, part in (
                ("word_embeddings", self.pieces), ("position_embeddings", self.places),
                ("token_type_embeddings", self.texts),
            ):  # fmt: skip
                part.weight.copy_(known[f"embeddings.{name}.weight"])
            _copy(self.norm, known, "embeddings.LayerNorm")
            for at, layer in enumerate(self.layers):
                for name, dotted in NORMS.items():
                    _copy(getattr(layer, name), known, f"encoder.layer.{at}.{dotted}")
                for name, path in MATRICES.items():
                    getattr(layer, name).weight.copy_(next(matrices))
                    getattr(layer, name).bias.copy_(known[f"encoder.layer.{at}.{path.replace('/', '.')}.bias"])

    def _learn(self) -> None:
        """The head learns, and of the upper layers the narrow matrices and what scales and shifts."""
        for weight in self.parameters():
            weight.requires_grad = False
        for layer in self.layers[FROM:]:
            for name in MATRICES:
                setattr(layer, name, Adapted(getattr(layer, name)))
            for name in NORMS:
                for weight in getattr(layer, name).parameters():
                    weight.requires_grad = True
        for weight in self.head.parameters():
            weight.requires_grad = True

    def write(self, to: Path) -> None:
        """Writes what was learnt as ``pipeline/tools/pair_reader.py`` reads it."""
        learnt = {HEAD: self.head.weight, SHIFT: self.head.bias}
        for at, layer in list(enumerate(self.layers))[FROM:]:
            for name, path in MATRICES.items():
                own = getattr(layer, name)
                learnt[f"encoder/layer.{at}/{path}{DOWN}"] = own.down
                learnt[f"encoder/layer.{at}/{path}{UP}"] = SCALE * own.up
            for name, dotted in NORMS.items():
                for kind in ("weight", "bias"):
                    learnt[f"encoder.layer.{at}.{dotted}.{kind}"] = getattr(getattr(layer, name), kind)
        write(learnt, to)


def write(learnt: Mapping[str, Tensor], to: Path) -> None:
    """Writes arrays in halves."""
    halves: Any = {name: weight.detach().float().numpy().astype(np.float16) for name, weight in learnt.items()}
    np.savez_compressed(to, **halves)


def _copy(part: nn.LayerNorm, known: dict[str, Tensor], name: str) -> None:
    part.weight.copy_(known[f"{name}.weight"])
    part.bias.copy_(known[f"{name}.bias"])
