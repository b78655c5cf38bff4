# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sign-offs: which finding a person has answered, and which answers have no finding, or none that there can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from pipeline.model import Finding, Severity
from pipeline.plain.authored.align import Index
from pipeline.plain.authored.findings import finding
from pipeline.plain.authored.source import PlainBlock, PlainText, SignOff
from pipeline.plain.difference import Difference

ORDER = "order"  # the block stands at another place than in the original


def reason_for(found: Difference, part: PlainBlock, sign_offs: Sequence[SignOff]) -> str:
    """The reason of the sign-off that answers a difference; "" where none does."""
    return next((one.reason for one in sign_offs if one.reason and _answers(one, found, part)), "")


def _answers(one: SignOff, found: Difference, part: PlainBlock) -> bool:
    words = one.words.casefold()
    return (
        one.block in part.stands_for
        and one.finding == found.kind
        and (not words or words in (found.original.casefold(), found.plain.casefold()))
    )


def idle(
    plain: PlainText,
    index: Index,
    told: Iterable[tuple[PlainBlock, Sequence[Difference]]],
    moved: Iterable[PlainBlock],
    kinds: Sequence[str],
) -> Iterator[Finding]:
    """The sign-offs that answer nothing, each with its line and what to do.

    In: the differences of each plain block, the blocks that stand elsewhere than in the original, and the names of
    the findings that there are.
    """
    pairs, elsewhere = list(told), [part.stands_for for part in moved]
    for one in plain.front.sign_offs:
        if one.finding == ORDER and any(one.block in names for names in elsewhere):
            continue
        if any(_answers(one, found, part) for part, differences in pairs for found in differences):
            continue
        message, fix, severity = _why(one, plain, index, kinds)
        yield finding(plain, "plain-sign-off", message, fix, line=one.line or 1, block=one.block, severity=severity)


def _why(one: SignOff, plain: PlainText, index: Index, kinds: Sequence[str]) -> tuple[str, str, Severity]:
    named = [name for part in plain.blocks for name in part.stands_for]
    if one.block not in index.blocks:
        near = get_close_matches(one.block, named, n=2)
        guess = f" Is it {' or '.join(f'«{name}»' for name in near)}?" if near else ""
        return (
            f"A sign-off names the block «{one.block}», which the original does not have: it answers nothing.",
            f'Write the id that stands in for="…" of the plain block.{guess} Or take the sign-off out.',
            Severity.WARNING,
        )
    if one.finding not in (*kinds, ORDER):
        return (
            f"The sign-off for «{one.block}» answers «{one.finding}», and no finding is called so.",
            f"Write one of {', '.join((*kinds, ORDER))}.",
            Severity.WARNING,
        )
    if one.block not in named:
        return (
            f"The sign-off for «{one.block}» answers nothing: no plain block names this id.",
            'Write the id that stands in for="…" of the plain block, or take the sign-off out.',
            Severity.WARNING,
        )
    words = f" «{one.words}»" if one.words else ""
    return (
        f"The sign-off of {one.finding}{words} for «{one.block}» answers no finding.",
        "Take it out; or, if its words were mistyped, write them as the finding has them.",
        Severity.NOTE,
    )
