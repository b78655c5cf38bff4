# SPDX-License-Identifier: AGPL-3.0-or-later
"""The MathML of a formula of a PDF: as structure elements of its namespace (ISO 32000-2, 14.8.6.3) or as a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipeline import speech
from pipeline.model.namespaces import MATHML
from pipeline.outline.mathml import TOKENS
from pipeline.outline.pdf_tree import Raw


def of_elements(formula: Raw, words: Callable[[Raw], str]) -> bytes:
    """The MathML that stands below a formula, or that it is itself; empty for none, and for what is none.

    ``words`` gives the text of an element of its own.
    """
    from lxml import etree

    math = next((raw for raw in (formula, *formula.kids)
                 if isinstance(raw, Raw) and raw.namespace == MATHML and raw.type == "math"), None)  # fmt: skip
    if math is None:
        return b""
    made: Any = None
    stack: list[tuple[Raw, Any]] = [(math, None)]
    try:
        while stack:
            raw, around = stack.pop()
            attributes = {name: str(value) for name, value in raw.attributes.get(MATHML, {}).items() if name != "NS"}
            tag = f"{{{MATHML}}}{raw.type}"
            element = etree.Element(tag, attributes) if around is None else etree.SubElement(around, tag, attributes)
            made = element if made is None else made
            if raw.type in TOKENS:
                element.text = words(raw)
            else:
                stack.extend((kid, element) for kid in reversed(raw.kids) if isinstance(kid, Raw))
    except ValueError:  # a name or a text that XML does not know
        return b""
    return bytes(etree.tostring(made))


def parsed(mathml: bytes) -> Any:
    """The ``math`` element (lxml); None for what is no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)  # fmt: skip
    try:
        return etree.fromstring(mathml, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def spoken(math: Any, lang: str) -> str:
    """A ``math`` element in words; empty for None, and for what cannot be told in the language."""
    return speech.words(math, lang) if math is not None else ""
