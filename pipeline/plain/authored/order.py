# SPDX-License-Identifier: AGPL-3.0-or-later
"""The order of a plain text: its blocks come as those of the original do, or a person says why not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.model import Finding, Severity
from pipeline.plain.authored.align import Index
from pipeline.plain.authored.answers import ORDER
from pipeline.plain.authored.findings import finding
from pipeline.plain.authored.source import PlainBlock, PlainText


def moved(plain: PlainText, index: Index) -> tuple[PlainBlock, ...]:
    """The fewest plain blocks that would have to move for the plain text to follow the original.

    A block that stands for several has the place of the first of them; an omission has none, it is not shown.
    """
    place = {name: at for at, name in enumerate(index.blocks)}
    parts = [part for part in plain.blocks if not part.omitted and any(name in place for name in part.stands_for)]
    places = [min(place[name] for name in part.stands_for if name in place) for part in parts]
    stay = _longest_rising(places)
    return tuple(part for at, part in enumerate(parts) if at not in stay)


def order_findings(plain: PlainText, index: Index, parts: Sequence[PlainBlock]) -> Iterator[Finding]:
    """A warning for each block that stands elsewhere (as ``moved`` gives them) and has no sign-off."""
    names = list(index.blocks)
    shown = {name: part for part in plain.blocks if not part.omitted for name in part.stands_for}
    signed = {one.block for one in plain.front.sign_offs if one.finding == ORDER and one.reason}
    for part in parts:
        if signed.intersection(part.stands_for):
            continue
        first = min((name for name in part.stands_for if name in index.blocks), key=names.index)
        before = next((n for n in reversed(names[: names.index(first)]) if n in shown and shown[n] is not part), "")
        where = f"after «{before}» (line {shown[before].line} here)" if before else "first"
        yield finding(
            plain, "plain-order", f"In the original «{first}» comes {where}; the plain text has it at another place.",
            f"Move the block there, or sign it off with finding: {ORDER} and the reason.",
            line=part.line, block=first, severity=Severity.WARNING,
        )  # fmt: skip


def _longest_rising(values: Sequence[int]) -> frozenset[int]:
    """The indices of a longest rising run of values, equal ones included (patience sorting, n log n)."""
    ends: list[tuple[int, int]] = []
    last: list[int] = []
    back: list[int] = []
    for at, value in enumerate(values):
        pile = bisect_left(ends, (value, at))
        back.append(last[pile - 1] if pile else -1)
        ends[pile : pile + 1] = [(value, at)]
        last[pile : pile + 1] = [at]
    kept, at = set(), last[-1] if last else -1
    while at >= 0:
        kept.add(at)
        at = back[at]
    return frozenset(kept)
