# SPDX-License-Identifier: AGPL-3.0-or-later
"""Inline markup → text and nodes: links, calls of notes, images, formulas, page breaks, emphasis."""

from __future__ import annotations

from typing import Any

from pipeline.model import Node, Role
from pipeline.model.namespaces import XML_LANG
from pipeline.outline.markup import DEEPEST, name
from pipeline.outline.mathml import of_page
from pipeline.outline.words import (
    INLINE,
    is_back,
    is_box,
    is_call,
    is_decoration,
    is_hidden,
    plain_text,
    roles,
    skips,
)
from pipeline.outline.xhtml_base import Base, Context, Run, fold


class Inlines(Base):
    """Reads what stands in a line."""

    def _inline(self, element: Any, context: Context, run: Run) -> None:
        """Append an inline element to ``run``: its text, and its node if it means something."""
        kind = name(element)
        if not kind or is_hidden(element) or is_box(element):
            return
        inner = self._inner(element, context)
        if inner.depth > DEEPEST:
            self.problems["nested deeper than is read: shown as text"] = None
            run.add(" ".join(element.itertext()) if kind not in ("script", "style") else "")
            return
        if "doc-pagebreak" in roles(element):
            run.nodes.append(self._page_break(element, inner, run))
        elif kind in ("br", "wbr"):
            run.add(" " if kind == "br" else "")
        elif kind in ("img", "svg") or "img" in roles(element):
            run.nodes.append(self._image(element, inner))
        elif kind == "math":
            node = self._formula(element, inner)
            run.nodes.append(node)
            run.add(node.text)
        else:
            self._phrase(element, inner, run)

    def _phrase(self, element: Any, context: Context, run: Run) -> None:
        inside = Run(plain=list(run.plain))
        already = len(inside.plain)
        inside.add(element.text)
        for child in element:
            self._inline(child, context, inside)
            inside.add(child.tail)
        role, attrs = self._meaning(element, context)
        if role is None:
            run.nodes.extend(inside.nodes)
        else:
            children = [] if role is Role.NOTE_CALL else inside.nodes
            run.nodes.append(self._node(role, element, context, inside.text(), children, 0, attrs))
        if not is_back(element):
            run.parts.extend(inside.parts)
        if not skips(element):
            run.plain.extend(inside.plain[already:])

    def _meaning(self, element: Any, context: Context) -> tuple[Role | None, dict[str, str]]:
        kind = name(element)
        if kind == "a" and element.get("href") is not None:
            own = (element.get("role") or "link").lower().split()[:1]
            if own and own[0] != "link" and not own[0].startswith("doc-"):
                return None, {}  # a button, a tab: no link to whoever listens
            return self._link(element, context)
        if kind == "abbr":
            return Role.ABBREVIATION, {"expansion": element.get("title") or ""}
        role = INLINE.get(kind)
        if role is None and (element.get("lang") or element.get(XML_LANG) or element.get("dir")):
            role = Role.SPAN
        return role, {}

    def _link(self, element: Any, context: Context) -> tuple[Role, dict[str, str]]:
        href = (element.get("href") or "").strip()
        attrs = {"target": self.target(context.file, href)}
        if is_call(element):
            return Role.NOTE_CALL, attrs | {"label": fold("".join(element.itertext()))}
        if attrs["target"].startswith("#"):
            attrs["href"] = href
        if is_back(element):
            attrs["kind"] = "back"
        if element.get("aria-label"):
            attrs["name"] = element.get("aria-label")
        return Role.LINK, attrs

    def _page_break(self, element: Any, context: Context, run: Run) -> Node:
        label = element.get("aria-label") or element.get("title") or fold("".join(element.itertext()))
        label = self.page_names.get((context.file, element.get("id") or ""), label)
        before = "".join(run.plain)
        count = len(fold(before)) + (1 if fold(before) and before[-1:].isspace() else 0)
        attrs = {"page": label, "offset": str(count)}
        return self._node(Role.PAGE_BREAK, element, context, "", (), 0, attrs)

    def _image(self, element: Any, context: Context) -> Node:
        title = next((part for part in element if name(part) == "title"), None)
        drawn = title is not None and name(element) == "svg"
        alt = element.get("aria-label") or element.get("alt") or (plain_text(title) if drawn else "")
        attrs = {"alt": fold(alt) if not is_decoration(element) else ""}
        if element.get("alt") is None and not alt:
            attrs["missing"] = "yes"
        attrs |= self.details(element, context)
        return self._node(Role.IMAGE, element, context, "", (), 0, attrs)

    def _formula(self, element: Any, context: Context) -> Node:
        alttext = fold(element.get("alttext") or "")
        tex = fold(element.get("data-tex") or "") or _annotation(element)
        text = tex or alttext or fold("".join(element.itertext()))
        attrs = {"tex": tex} if tex else {}
        if element.get("data-tex"):  # the formula of a source, of which it is known what MathML it asks for
            attrs["mathml"] = of_page(element)
        if alttext:
            attrs["alttext"] = alttext
        return self._node(Role.FORMULA, element, context, text, (), 0, attrs)


def _annotation(element: Any) -> str:
    found = next((part for part in element.iter() if name(part) == "annotation"), None)
    is_tex = found is not None and "tex" in (found.get("encoding") or "").lower()
    return fold("".join(found.itertext())) if is_tex and found is not None else ""
