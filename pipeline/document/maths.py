# SPDX-License-Identifier: AGPL-3.0-or-later
"""TeX as MathML: many formulas by one call of pandoc, without the TeX annotation, which readers and layout engines
would print a second time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from pipeline.model.namespaces import MATHML
from pipeline.tools import pandoc

NUMBER = f"{{{MATHML}}}mn"
_COMMA = re.compile(r"(\d+)\{([,.])\}(?=(\d+))")


def mathml(formulas: Sequence[tuple[str, bool]]) -> list[etree._Element]:
    """A ``math`` element for each (TeX, display); TeX that cannot be read stands in it as a text, with the class
    ``tex``, and is its alternative text. The words of the others are the matter of the place where they stand: each
    language has its own."""
    if not formulas:
        return []
    version = pandoc.read("")["pandoc-api-version"]
    blocks = [{"t": "Para", "c": [_node(tex, display)]} for tex, display in formulas]
    written = pandoc.write({"pandoc-api-version": version, "meta": {}, "blocks": blocks}, "html5", "--mathml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    # HTML's named characters are not XML's; pandoc writes the characters themselves.
    root = etree.fromstring(f"<body>{written}</body>".encode(), parser)
    return [_formula(paragraph, tex, display) for paragraph, (tex, display) in zip(root, formulas, strict=True)]


def _node(tex: str, display: bool) -> dict[str, Any]:
    return {"t": "Math", "c": [{"t": "DisplayMath" if display else "InlineMath"}, tex]}


def _formula(paragraph: etree._Element, tex: str, display: bool) -> etree._Element:
    found = paragraph.find(f".//{{{MATHML}}}math")
    attributes = {"display": "block" if display else "inline", "data-tex": tex}
    result = etree.Element(f"{{{MATHML}}}math", attributes, nsmap={None: MATHML})  # type: ignore[dict-item]
    if found is None:
        result.set("class", "tex")
        result.set("alttext", tex)
        etree.SubElement(result, f"{{{MATHML}}}mtext").text = tex
        return result
    semantics = found.find(f"{{{MATHML}}}semantics")
    result.extend(list(semantics)[:1] if semantics is not None else list(found))
    _join_numbers(result, tex)
    return result


def _join_numbers(formula: etree._Element, tex: str) -> None:
    """A number whose comma stands in braces (``3{,}5``) is one number; pandoc makes three symbols of it."""
    wanted = [match.groups() for match in _COMMA.finditer(tex)]
    for sign in list(formula.iter(f"{{{MATHML}}}mo")):
        before, after = sign.getprevious(), sign.getnext()
        if not wanted or before is None or after is None or before.tag != NUMBER or after.tag != NUMBER:
            continue
        left, comma, right = wanted[0]
        if sign.text == comma and (before.text or "").endswith(left) and (after.text or "").startswith(right):
            before.text = f"{before.text}{comma}{after.text}"
            for part in (sign, after):
                part.getparent().remove(part)  # type: ignore[union-attr]
            wanted.pop(0)
