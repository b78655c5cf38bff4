# SPDX-License-Identifier: AGPL-3.0-or-later
"""MathML in one written form, by which two formulas are the same or not, whatever file they stand in."""

from __future__ import annotations

import copy
import re
from typing import Any

TOKENS = frozenset({"mi", "mn", "mo", "ms", "mtext"})  # what holds the words of MathML (MathML 3, 3.1.9.1)
COMMA = re.compile(r"(?<=\d)</mn><mo>([,.])</mo><mn>(?=\d)")
SPACE = re.compile(r"[ \t\n\r]+")  # what MathML folds (2.1.7)


def canonical(math: Any) -> str:
    """A formula as a text that is the same for the same MathML: no prefixes, attributes by their names, white space as
    MathML folds it, a number with a comma as one number. In: a ``math`` element or None."""
    parts: list[str] = []
    stack: list[Any] = [] if math is None else [math]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        if not isinstance(item.tag, str):
            continue  # a comment
        name = item.tag.rpartition("}")[2]
        attributes = "".join(f' {key}="{value}"' for key, value in sorted(item.attrib.items()) if key[:1] != "{")
        text = SPACE.sub(" ", item.text or "").strip(" ") if name in TOKENS else ""
        parts.append(f"<{name}{attributes}>{text}")
        stack.append(f"</{name}>")
        stack.extend(reversed(item))
    return COMMA.sub(r"\1", "".join(parts))


def of_page(math: Any) -> str:
    """The same of a ``math`` element of a page: without what a page adds to it, and without annotations."""
    from lxml import etree

    made = etree.Element(math.tag, {"display": "block" if math.get("display") == "block" else "inline"})
    inner = math[0] if len(math) and str(math[0].tag).rpartition("}")[2] == "semantics" else math
    made.extend(copy.deepcopy(part) for part in (inner[:1] if inner is not math else inner))
    return canonical(made)
