# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines as full as they can be: the second thing that is changed in the layout engine, see ``seam``.

Before emphasis or a link, a text ends with a space. Where all but that space fits a line, the engine takes the text for
one that cannot be broken, and sets its first word alone on a line ("split_first_line" compares the width with the space
with the room, Pango without).
"""

from __future__ import annotations

from typing import Any


def changes() -> list[tuple[Any, str, Any]]:
    """What has to be replaced in the engine: owner, name, value."""
    from weasyprint.layout import inline

    split = inline.split_first_line

    def split_first_line(text: str, style: Any, context: Any, max_width: Any, *rest: Any, **named: Any) -> Any:
        line = split(text, style, context, max_width, *rest, **named)
        if line[2] is None or max_width is None or text[-1] != " " or " " in text.encode()[: line[1]].decode():
            return line
        shorter = text.rstrip(" ")
        if " " not in shorter or style["white_space"] not in ("normal", "pre-line"):
            return line
        fits = split(shorter, style, context, max_width, *rest, **named)
        if fits[2] is not None or fits[3] > max_width:
            return line
        return split(text, style, context, None, *rest, **named)

    return [(inline, "split_first_line", split_first_line)]
