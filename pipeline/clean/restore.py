# SPDX-License-Identifier: AGPL-3.0-or-later
"""Take repairs back, from the clean text and its log alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.errors import InputError
from pipeline.model import Repair, Splice


@dataclass
class _Gap:
    """A place where the restored text differs from the clean one: how long it is in each."""

    at: int
    clean: int
    restored: int

    def meets(self, splice: Splice) -> bool:
        """Whether a splice changes what stands here; a place where text is gone is met by touching it."""
        start, end = splice.at, splice.at + len(splice.was)
        if not self.clean:
            return start <= self.at <= end and len(splice.was) > 0
        return start < self.at + self.clean and end > self.at


def restore(text: str, repairs: Sequence[Repair], which: Collection[str] | None = None) -> str:
    """The text as it was without the repairs named in ``which`` ("running-heads", "running-heads:12").

    In: the clean text as ``clean`` gave it, all repairs that it made in their order, and what to take back
    (None: everything, which gives the text as it came, character by character). A repair that changed the
    result of another goes back together with it.

    Raises:
        InputError: the text is not the one that the repairs made.
    """
    made = [repair for repair in repairs if repair.made]
    original = _undone(text, made)
    if which is None:
        return original
    wanted = {
        index
        for index, repair in enumerate(made)
        if repair.rule in which or f"{repair.rule}:{repair.line}" in which
    }
    while True:
        result, also = _replay(original, made, wanted)
        if also < 0:
            return result
        wanted.add(also)


def _undone(text: str, made: Sequence[Repair]) -> str:
    for repair in reversed(made):
        for splice in reversed(repair.splices):
            end = splice.at + len(splice.now)
            if text[splice.at : end] != splice.now:
                raise InputError(
                    f"The text was changed after the repair {repair.rule} of line {repair.line}.",
                    "Restore from the text that cleaning gave.",
                )
            text = text[: splice.at] + splice.was + text[end:]
    return text


def _replay(original: str, made: Sequence[Repair], without: Collection[int]) -> tuple[str, int]:
    """Make all repairs but ``without``; or name one that cannot be made without them."""
    text, gaps = original, list[_Gap]()
    for index, repair in enumerate(made):
        for splice in repair.splices:
            met = [gap for gap in gaps if gap.meets(splice)]
            if index in without:
                gaps = [*(gap for gap in gaps if gap not in met), _merged(splice, met)]
            elif met:
                return "", index
            else:
                at = splice.at + sum(
                    gap.restored - gap.clean
                    for gap in gaps
                    if gap.at < splice.at or (gap.at == splice.at and gap.clean == 0)
                )
                text = text[:at] + splice.now + text[at + len(splice.was) :]
            _shift(gaps, splice, skip=gaps[-1] if index in without else None)
    return text, -1


def _merged(splice: Splice, met: Sequence[_Gap]) -> _Gap:
    """The gap that a splice leaves when it is not made, together with the gaps it met."""
    start = min([splice.at, *(gap.at for gap in met)])
    end = max([splice.at + len(splice.was), *(gap.at + gap.clean for gap in met)])
    inside = sum(gap.restored - gap.clean for gap in met)
    return _Gap(start, end - start + len(splice.now) - len(splice.was), end - start + inside)


def _shift(gaps: Sequence[_Gap], splice: Splice, skip: _Gap | None) -> None:
    """Move the gaps behind a splice: places are those of the clean text's own history."""
    for gap in gaps:
        if gap is not skip and gap.at >= splice.at + len(splice.was):
            gap.at += len(splice.now) - len(splice.was)
