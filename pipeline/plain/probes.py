# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signs from a sentence encoder: whether the other text says what a sentence says, or rather what it would say with a
difference turned round ("you keep your seat" beside "you do not lose it" and beside "you lose it").

No likeness by itself tells a change: sentences that say the opposite are as alike to an encoder as sentences that say
the same. How much nearer one of two counterparts is does tell. English only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pipeline.plain.difference import Difference
from pipeline.plain.pair import Pair, clipped
from pipeline.plain.place import place_of
from pipeline.plain.toggled import Toggled, joined, toggled

if TYPE_CHECKING:
    from pipeline.tools.encoder import Encoded, Encoder

MOST = 2.0  # how far a sign goes
# Each sign, and how far it varies over pairs of texts: the unit that it is given in.
UNITS = {"nearer": 0.4, "words": 0.02, "words back": 0.02, "behind": 0.02}
BEHIND = 5  # pieces of words behind a difference that are looked at
LEAST = 1e-4  # of distance, below which two counterparts are one
KEY = 40  # code points behind a difference by which its place is found again once it is turned round


def bounds_of(kind: str) -> dict[str, tuple[float, float]]:
    """The signs of a kind of difference, each with the least and the most that it can be."""
    return {f"{kind} encoder {name}": (-MOST, MOST) for name in UNITS}


def looks_at(lang: str) -> bool:
    """Whether the encoder reads a language."""
    return lang.split("-", maxsplit=1)[0].lower() == "en"


def probes(found: Difference, pair: Pair, encoder: Encoder) -> Mapping[str, float]:
    """The signs of a difference; empty where it has no place."""
    place = place_of(found, pair)
    if place is None:
        return {}
    side = place.side
    mine, theirs = pair.beads.beside(side, found.places[side])
    here = toggled(found, pair, side, mine)
    there = joined(pair.text(1 - side), theirs)
    if not (here.text and here.other and there):
        return {}
    texts = encoder.encode(here.text), encoder.encode(here.other), encoder.encode(there)
    if not all(map(len, (text.spans for text in texts))):
        return {}
    return {
        f"{found.kind} encoder {name}": round(clipped(value / UNITS[name], MOST), 2)
        for name, value in _compared(here, *texts)
    }  # fmt: skip


def _compared(here: Toggled, own: Encoded, turned: Encoded, there: Encoded) -> Iterator[tuple[str, float]]:
    """How much nearer the other text is once the difference is turned round: as a whole, measured by how far apart
    the two counterparts are; by words, each with the nearest of the other text, both ways; behind the difference."""
    apart = 2 * (1 - float(own.whole @ turned.whole))
    if apart > LEAST:
        yield "nearer", float((turned.whole - own.whole) @ there.whole) / apart
    was, now = own.words @ there.words.T, turned.words @ there.words.T
    yield "words", float(now.max(1).mean() - was.max(1).mean())
    yield "words back", float(now.max(0).mean() - was.max(0).mean())
    behind = [at for at, (start, _) in enumerate(own.spans) if start >= here.end][:BEHIND]
    if behind:
        start = here.other.find(here.text[own.spans[behind[0]][0] :][:KEY])
        again = [at for at, (begin, _) in enumerate(turned.spans) if begin >= start >= 0][:BEHIND]
        if again:
            yield "behind", float(now.max(1)[again].mean() - was.max(1)[behind].mean())
