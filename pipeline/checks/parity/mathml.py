# SPDX-License-Identifier: AGPL-3.0-or-later
"""What MathML the TeX of a source stands for, asked of pandoc itself: the writers have no say in it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from pipeline.model.namespaces import MATHML
from pipeline.outline.mathml import canonical
from pipeline.tools import pandoc

KINDS = ("InlineMath", "DisplayMath")


def of_tex(formulas: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each formula its MathML in the canonical form of ``outline.mathml``, in a line and by itself; none for
    TeX that pandoc cannot read. Raises ToolFailedError when pandoc fails."""
    return _asked(tuple(dict.fromkeys(formulas)))


@lru_cache(maxsize=64)
def _asked(listed: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """All formats of a document have the same formulas: pandoc is asked once."""
    from lxml import etree

    if not listed:
        return {}
    blocks = [{"t": "Para", "c": [{"t": "Math", "c": [{"t": kind}, tex]}]} for tex in listed for kind in KINDS]
    ast = {"pandoc-api-version": pandoc.read("")["pandoc-api-version"], "meta": {}, "blocks": blocks}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    written = etree.fromstring(f"<body>{pandoc.write(ast, 'html5', '--mathml')}</body>".encode(), parser)
    found = [_canonical(paragraph) for paragraph in written]
    return {tex: frozenset(found[at * 2 : at * 2 + 2]) - {""} for at, tex in enumerate(listed)}


def _canonical(paragraph: Any) -> str:
    """The formula of a paragraph without its annotation."""
    for math in paragraph.iter(f"{{{MATHML}}}math"):
        semantics = math.find(f"{{{MATHML}}}semantics")
        if semantics is not None:
            math.replace(semantics, semantics[0])
        return canonical(math)
    return ""
