# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sums of dollars, which are no formulas: «$7–$8 million», «US$5 to US$6», «5$-7$»."""

from __future__ import annotations

import re

from pipeline.document.context import Context
from pipeline.document.text import short
from pipeline.model import Pos

_SUM = re.compile(r"[ \t]*[-–—/][ \t]*\d[\d.,  ]*")
_PROSE = re.compile(r"\d[\d.,]*(?:[ \t\n]+[^\W\d_]{2,}|[,;.]?[ \t\n]+)[^\\^={}]*[^\W\d_]{1,3}")
_MARKUP = re.compile(r"[*`\[<]")


def is_amount(kind: str, pos: Pos | None, context: Context) -> bool:
    """Whether what pandoc takes for a formula in a line stands between the signs of two sums.

    A number right behind the second dollar makes it the sign of that number (so pandoc's own Markdown has it); so does
    a number before the first with nothing but another number behind it; and so do words between the two that end with
    the letters of a currency («$5, or US$ 6»). Markup between the two is told: it is printed as it stands.
    """
    if kind != "InlineMath" or pos is None:
        return False
    text, inner = context.text, context.text[pos.start + 1 : pos.end - 1]
    before, after = text[max(0, pos.start - 1) : pos.start], text[pos.end : pos.end + 1]
    second = after.isdecimal() or (before.isdecimal() and _SUM.fullmatch(inner) is not None)
    if not second and not (re.match(r"\s?\d", text[pos.end : pos.end + 2]) and _PROSE.fullmatch(inner)):
        return False
    if _MARKUP.search(inner):
        whole = text[pos.start : pos.end]
        told = f"«{short(whole)}» stands between two sums and is no formula: it is printed as it stands."
        context.notice("markdown-unread", told, "Write \\$ for the sign of each sum.", pos)
    return True
