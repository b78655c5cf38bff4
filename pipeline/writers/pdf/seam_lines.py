# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines as full as they can be, and links as wide as their lines: changed in the layout engine, see ``seam``.

Before emphasis or a link, a text ends with a space. Where all but that space fits a line, the engine takes the text for
one that cannot be broken, and sets its first word alone on a line ("split_first_line" compares the width with the space
with the room, Pango without). Where that space is one that does not break, as before a French quotation, the text is
divided at its last place for that, so that the space stays with what follows.

A line of the contents is filled with dots. In lines from right to left the engine moves what follows the dots to the
left and widens what holds them, but leaves that where it was: the area of the link would end outside of the page.

A note's call stays with the word that it belongs to. Pango, asked about the two letters alone, breaks a line between a
full stop and a number; a word joiner in the place of the number says no.
"""

from __future__ import annotations

from typing import Any

SPACES = " \u00a0\u202f"
JOINER = "\u2060"
LESS = 0.1  # CSS pixels: what a text is given less than it takes, so that it does not fit


def changes() -> list[tuple[Any, str, Any]]:
    """What has to be replaced in the engine: owner, name, value."""
    from weasyprint.layout import inline

    split = inline.split_first_line

    def split_first_line(text: str, style: Any, context: Any, max_width: Any, *rest: Any, **named: Any) -> Any:
        line = split(text, style, context, max_width, *rest, **named)
        if line[2] is None or max_width is None or " " in text.encode()[: line[1]].decode():
            return line
        shorter = text.rstrip(SPACES)
        if shorter == text or " " not in shorter or style["white_space"] not in ("normal", "pre-line"):
            return line
        fits = split(shorter, style, context, max_width, *rest, **named)
        if fits[2] is not None or fits[3] > max_width:
            return line
        if text[-1] == " ":
            return split(text, style, context, None, *rest, **named)
        return split(text, style, context, fits[3] - LESS, *rest, **named)

    fill = inline.handle_leader

    def handle_leader(context: Any, line: Any, containing_block: Any) -> None:
        held = _around_leader(line) if line.style["direction"] == "rtl" else []
        widths = [box.width for box in held]
        fill(context, line, containing_block)
        for box, width in zip(held, widths, strict=True):
            box.position_x -= box.width - width

    level = inline.split_inline_level

    def split_inline_level(context: Any, box: Any, *rest: Any) -> Any:
        new_box, resume_at, preserved, first, *others = level(context, box, *rest)
        held = JOINER if first and box.element_tag == "a" and "note-call" in box.element.get("class", "") else first
        return (new_box, resume_at, preserved, held, *others)

    return [
        (inline, "split_first_line", split_first_line),
        (inline, "handle_leader", handle_leader),
        (inline, "split_inline_level", split_inline_level),
    ]


def _around_leader(line: Any) -> list[Any]:
    """The boxes between a line and its leader, from the outside in."""
    from weasyprint.layout.leader import leader_index

    index, _ = leader_index(line)
    found, box = [], line
    while index is not None and index[1] is not None:
        box, index = box.children[index[0]], index[1]
        found.append(box)
    return found
