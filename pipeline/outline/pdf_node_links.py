# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links, contents and bookmarks of a PDF as nodes."""

from __future__ import annotations

from typing import Any

from pipeline.labels import direction
from pipeline.model import Node, Role
from pipeline.outline.pdf_node_base import Base
from pipeline.outline.pdf_tree import Mark, Raw
from pipeline.outline.pdf_words import fold

MOST_BOOKMARKS = 20_000
HIDDEN_FLAG, NO_VIEW = 2, 32  # of an annotation (ISO 32000-2, table 167)


class Links(Base):
    """What leads somewhere."""

    def _link(self, raw: Raw, lang: str, way: str) -> Node:
        note = self._words.calls_note(raw)
        if note is not None:
            attrs = {"target": "#" + self._words.target(note), **self._words.label(note)}
            return self._node(Role.NOTE_CALL, raw, lang, way, attrs)
        attrs = {}
        for kid in raw.kids:
            if not isinstance(kid, Raw | Mark):
                target, contents = self._annotation(kid)
                attrs.setdefault("target", target)
                attrs.setdefault("contents", contents)
        return self._node(Role.LINK, raw, lang, way, attrs)

    def _annotation(self, value: Any) -> tuple[str, str]:
        """Where a link leads, and what it says of itself."""
        import pikepdf

        if not isinstance(value, pikepdf.Dictionary) or int(value.get("/F", 0)) & (HIDDEN_FLAG | NO_VIEW):
            return "", ""  # nobody can choose what is not shown
        contents = str(value.get("/Contents", ""))
        action = value.get("/A")
        if isinstance(action, pikepdf.Dictionary):
            if "/URI" in action:
                return str(action["/URI"]), contents
            place = action.get("/SD", action.get("/D"))
        else:
            place = value.get("/Dest")
        return self._destination(place), contents

    def _destination(self, place: Any) -> str:
        import pikepdf

        if isinstance(place, pikepdf.Array) and len(place) and isinstance(place[0], pikepdf.Dictionary):
            number = place[0].objgen
            element = self._tree.by_number.get(number)
            if element is not None:
                return "#" + self._words.target(element)
            if number in self._tree.pages:
                return f"#page {self._label(self._tree.pages[number])}"
        if isinstance(place, pikepdf.String | pikepdf.Name):
            return f"#{place}"
        return ""

    # --- contents ------------------------------------------------------------------------------------------

    def _table_of_contents(self, raw: Raw, lang: str, way: str) -> Node:
        """A table of contents: its caption as its text, an entry for each heading, entries inside entries."""
        title = next((kid for kid in raw.kids if isinstance(kid, Raw) and kid.role == "Caption"), None)
        entries = self._entries(raw, lang, way, 1)
        text = fold(self._words.of(title)) if title is not None else ""
        return self._node(Role.CONTENTS, raw, lang, way, {"kind": "toc"}, children=entries, text=text)

    def _entries(self, raw: Raw, lang: str, way: str, level: int) -> list[Node]:
        found: list[Node] = []
        for kid in raw.kids:
            if not isinstance(kid, Raw):
                continue
            own = kid.strings.get("Lang", lang)
            way_here = self._direction(kid, direction(own) if own != lang else way)
            if kid.role == "TOC":
                found.extend(self._entries(kid, own, way_here, level))
            elif kid.role == "TOCI":
                found.append(self._entry(kid, own, way_here, level))
        return found

    def _entry(self, raw: Raw, lang: str, way: str, level: int) -> Node:
        """An entry: its words, where it leads, and apart from them the number of a page if one ends it."""
        inner = [entry for kid in raw.kids if isinstance(kid, Raw) and kid.role == "TOC"
                 for entry in self._entries(kid, kid.strings.get("Lang", lang), way, level + 1)]  # fmt: skip
        link = next((element for element in raw.walk() if element.role == "Link"), None)
        referred = [self._tree.by_number[number] for number in raw.refs if number in self._tree.by_number]
        attrs = {"ref": "#" + self._words.target(referred[0])} if referred else {}
        if link is not None:
            attrs["target"] = self._link(link, lang, way).attrs.get("target", "")
        own = [kid for kid in raw.kids if not (isinstance(kid, Raw) and kid.role == "TOC")]
        text = fold("".join(self._words.of_mark(kid) if isinstance(kid, Mark) else self._words.of(kid)
                             for kid in own if isinstance(kid, Mark | Raw)))  # fmt: skip
        words, _, last = text.rpartition(" ")
        if words and (last in self._known_labels or (last.isdecimal() and 0 < int(last) <= len(self._tree.pages))):
            text, attrs["number"] = words, last
        said = (one for one in link.walk() if "Lang" in one.strings) if link is not None else ()
        for one in said:  # an entry is in the language of its words: of the link, or of all but the number
            if one is link or fold(self._words.of(one)) == text:
                lang = one.strings["Lang"]
                way = self._direction(one, direction(lang))
        return self._node(Role.CONTENTS_ITEM, raw, lang, way, attrs, children=inner, text=text, level=level)

    def bookmarks(self, pdf: Any) -> Node | None:
        """The bookmarks of the file, each with its depth and where it leads; None if there are none."""
        outlines = pdf.Root.get("/Outlines")
        stack = [(outlines.get("/First"), 1)] if outlines is not None else []
        found: list[Node] = []
        while stack and len(found) < MOST_BOOKMARKS:
            item, depth = stack.pop()
            if item is None:
                continue
            element = self._tree.by_number.get(item["/SE"].objgen) if "/SE" in item else None
            target = "#" + self._words.target(element) if element is not None else self._annotation(item)[0]
            attrs = {"target": target} if target else {}
            found.append(Node(Role.CONTENTS_ITEM, fold(str(item.get("/Title", ""))), (), depth, attrs=attrs))
            stack += [(item.get("/Next"), depth), (item.get("/First"), depth + 1)]
        return Node(Role.CONTENTS, "", tuple(found), attrs={"kind": "bookmarks"}) if found else None
