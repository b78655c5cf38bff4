# SPDX-License-Identifier: AGPL-3.0-or-later
"""bold-in-heading: bold around a whole heading goes, for a heading is one already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Kind, Scan

_BOLD = re.compile(r"(\*\*|__)(?P<text>(?!\s)(?:(?!\1).)+(?<!\s))\1(?P<rest>[ \t#]*)$")
_PARTS = re.compile(r"(\*\*|__)((?!\s)(?:(?!\1).)+(?<!\s))\1")


def find(scan: Scan) -> Iterator[Fix]:
    """Headings of which every word is bold."""
    for block in scan.blocks:
        if block.kind is not Kind.HEADING:
            continue
        text = scan.slice(block)
        if "**" not in text and "__" not in text:
            continue
        plain = _PARTS.sub(r"\2", text)
        if plain != text and not _PARTS.sub("", text).strip(" \t#"):
            reason = "All of the heading is bold: a heading needs no bold."
            yield Fix((Edit(block.body, block.end, plain),), reason, 0.98)


RULE = Rule("bold-in-heading", "Takes bold away where it marks a whole heading.", find, after="numbering")
