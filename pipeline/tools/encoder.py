# SPDX-License-Identifier: AGPL-3.0-or-later
"""An encoder of the BERT family (Devlin et al. 2019), run in NumPy: what it makes of the pieces of a text."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# Of tanh(x * (a + b x² + c x⁴ + d x⁶)), which is the error function of x / √2 to within one in twenty thousand.
ERROR = (0.79769011, 0.03673082, -2.5510222e-4, -8.6074054e-6)
FAR = 5.0  # beyond it the error function is 1


@dataclass(frozen=True, slots=True)
class Linear:
    """A matrix with a column for each number that comes out, and what is added."""

    matrix: Floats
    shift: Floats

    def __call__(self, x: Floats) -> Floats:
        """A row for each piece."""
        made = x @ self.matrix
        made += self.shift
        return made


@dataclass(frozen=True, slots=True)
class Norm:
    """What brings a row to mean 0 and spread 1, and scales and shifts it."""

    scale: Floats
    shift: Floats
    least: float

    def __call__(self, x: Floats) -> Floats:
        """Each row by itself."""
        import numpy as np

        apart = x - x.mean(-1, keepdims=True)
        apart /= np.sqrt(np.square(apart).mean(-1, keepdims=True) + self.least)
        made: Floats = apart * self.scale + self.shift
        return made


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer: every piece looks at every other one, then at itself. ``asked``: queries, keys and values at once."""

    asked: Linear
    out: Linear
    first: Norm
    inner: Linear
    outer: Linear
    second: Norm
    heads: int

    def __call__(self, x: Floats) -> Floats:
        """A row for each piece."""
        import numpy as np

        many, width = x.shape
        each = width // self.heads
        q, k, v = self.asked(x).reshape(many, 3, self.heads, each).transpose(1, 2, 0, 3)
        scores = q @ k.transpose(0, 2, 1)
        scores -= scores.max(-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(-1, keepdims=True)
        seen = (scores @ v).transpose(1, 0, 2).reshape(many, width).astype(np.float32, copy=False)
        x = self.first(x + self.out(seen))
        return self.second(x + self.outer(gelu(self.inner(x))))


def asking(query: Linear, key: Linear, value: Linear, heads: int) -> Linear:
    """Three matrices as one; a query is as much smaller as its products with keys are to be."""
    import numpy as np

    part = np.float32(1 / sqrt(query.matrix.shape[1] // heads))
    return Linear(
        np.concatenate([query.matrix * part, key.matrix, value.matrix], 1),
        np.concatenate([query.shift * part, key.shift, value.shift]),
    )


def gelu(x: Floats) -> Floats:
    """Each number by how likely a smaller one is (Hendrycks and Gimpel 2016)."""
    import numpy as np

    near = np.clip(x, -FAR, FAR)
    square = near * near
    first, second, third, fourth = (np.float32(one) for one in ERROR)
    inner = square * fourth
    inner += third
    inner *= square
    inner += second
    inner *= square
    inner += first
    inner *= near
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= x
    inner *= np.float32(0.5)
    return inner
