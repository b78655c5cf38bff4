# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the tree is put together: elements by their XHTML names, text appended where it belongs."""

from __future__ import annotations

from lxml import etree

from pipeline.model.namespaces import XHTML


def element(parent: etree._Element | None, name: str, attributes: dict[str, str] | None = None) -> etree._Element:
    """A new XHTML element at the end of ``parent``; attributes without a value are left out."""
    given = {key: value for key, value in (attributes or {}).items() if value}
    tag = f"{{{XHTML}}}{name}"
    if parent is None:
        return etree.Element(tag, given, nsmap={None: XHTML})  # type: ignore[dict-item]
    return etree.SubElement(parent, tag, given)


def text(parent: etree._Element, words: str) -> None:
    """Append ``words`` to what ``parent`` holds so far."""
    if not words:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def standing(part: etree._Element, lang: str, dir: str) -> tuple[str, str]:
    """The language and direction that hold in ``part``; ``lang`` and ``dir`` are those around the tree."""
    around = (part, *part.iterancestors())
    own = next((one.get("lang") for one in around if one.get("lang")), None)
    return own or lang, next((one.get("dir") for one in around if one.get("dir")), None) or dir
