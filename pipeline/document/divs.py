# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts between lines of colons (pandoc's fenced divs), comments and the like that are never closed, told to their
author: all that follows is in them, headings and all."""

from __future__ import annotations

import re

from pipeline.document.context import Context
from pipeline.document.positions import trimmed
from pipeline.model import Pos, Severity

_OPENS = re.compile(r":{3,}[ \t]*\S")
_CLOSES = re.compile(r"[ \t>]*:{3,}[ \t]*")
_SILENT = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>", "<script": "</script>", "<style": "</style>"}
"""What begins a block of HTML without words for readers, which ends with that alone (CommonMark 4.6, kinds 1 to 5)."""


def tell_open(pos: Pos | None, context: Context) -> None:
    """Record a notice for a div, from where to where pandoc says that it reaches, that no line of colons closes. To be
    called for those inside of it first: a line closes one div only."""
    own = trimmed(context.text, pos)
    if own is None or not _OPENS.match(context.text, own.start):
        return
    last = context.text[own.start : own.end].rstrip().rpartition("\n")[2]
    if _CLOSES.fullmatch(last) and own.end not in context.closed:
        context.closed.add(own.end)
        return
    first = context.lines.line(own.line).strip(" \t>\r\n")
    context.notice(
        "markdown-unread", f"The part that begins with «{first[:60]}» is never closed: all that follows is in it.",
        "Write a line of as many colons where it ends.", own,
    )  # fmt: skip


def tell_open_html(raw: str, pos: Pos | None, context: Context) -> None:
    """Record a notice for a comment, or another block of HTML that holds nothing for readers, that never ends."""
    low = raw.lstrip().lower()
    sign = next((sign for sign in _SILENT if low.startswith(sign.lower())), "")
    if not sign or _SILENT[sign].lower() in low[len(sign) - 2 :]:
        return
    what = "This comment" if sign == "<!--" else f"The HTML that begins with «{sign}»"
    context.notice(
        "markdown-unread", f"{what} is never closed: all that follows is in no edition.",
        f"Write {_SILENT[sign]} where it ends.", pos, Severity.ERROR,
    )  # fmt: skip
