# SPDX-License-Identifier: AGPL-3.0-or-later
"""The front matter of an extracted text, which says nothing of how the text below it came.

Somebody who writes "lang: pt" above an extracted text, as publishing asks, has not prepared the text: it is cleaned as
it would be without. Front matter above a text that has no pages stays a sign of one that was written so.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from pipeline.model import Cleaned, Repair

_FRONT = re.compile(
    r"\A---[ \t]*\r?\n(?=[^\r\n]*\S).*?^(?:---|\.\.\.)[ \t]*\r?\n(?:[ \t]*\r?\n)*", re.DOTALL | re.MULTILINE
)
_TITLE = re.compile(r"^title[ \t]*:[ \t]*(['\"]?)(?P<title>\S.*?)\1[ \t]*\r?$", re.MULTILINE)
_PAGES = "running-heads"


def front_of(text: str) -> str:
    """The front matter that a text opens with, and the blank lines below it; empty where it has none."""
    found = _FRONT.match(text)
    return found.group() if found else ""


def title_in(front: str) -> str:
    """The title that front matter gives; empty where it gives none."""
    found = _TITLE.search(front)
    return found["title"] if found else ""


def had_pages(cleaned: Cleaned) -> bool:
    """Whether heads, feet or numbers of pages were found in a text."""
    return any(repair.rule == _PAGES for repair in cleaned.repairs)


def above(wanted: Collection[str], front: str) -> list[str]:
    """Wishes that name lines of a text, for the text without its front matter."""
    lines = front.count("\n")
    parts = [wish.partition(":") for wish in wanted]
    return [f"{rule}:{int(line) - lines}" if line else rule for rule, _, line in parts]


def below(cleaned: Cleaned, front: str) -> Cleaned:
    """What cleaning gave of a text, as of the text with its front matter."""
    lines, size = front.count("\n"), len(front)

    def moved(repair: Repair) -> Repair:
        splices = tuple(replace(one, at=one.at + size) for one in repair.splices)
        return replace(
            repair, line=repair.line + lines, start=repair.start + size, end=repair.end + size, splices=splices
        )  # fmt: skip

    told = (tuple(map(moved, those)) for those in (cleaned.repairs, cleaned.proposals, cleaned.notices))
    return Cleaned(front + cleaned.text, *told)
