# SPDX-License-Identifier: AGPL-3.0-or-later
"""HTML in Markdown: a few elements are read into the document; nothing is ever passed on as HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.document.html_lists import mark_numbers
from pipeline.document.runs import merge_runs
from pipeline.model import Attr, Inline, InlineKind, Pos

if TYPE_CHECKING:
    from pipeline.document.context import Context

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s[^>]*)?)(/?)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([A-Za-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
VOID = frozenset({"br", "wbr", "img", "hr", "input"})
KINDS = {
    "abbr": InlineKind.ABBREVIATION, "q": InlineKind.QUOTED, "bdi": InlineKind.SPAN, "bdo": InlineKind.SPAN,
    "span": InlineKind.SPAN, "em": InlineKind.EMPHASIS, "i": InlineKind.EMPHASIS, "cite": InlineKind.EMPHASIS,
    "dfn": InlineKind.EMPHASIS, "var": InlineKind.EMPHASIS, "strong": InlineKind.STRONG, "b": InlineKind.STRONG,
    "u": InlineKind.UNDERLINE, "ins": InlineKind.INSERTED, "s": InlineKind.STRIKEOUT,
    "del": InlineKind.STRIKEOUT, "strike": InlineKind.STRIKEOUT, "sup": InlineKind.SUPERSCRIPT,
    "sub": InlineKind.SUBSCRIPT, "a": InlineKind.LINK, "small": InlineKind.SPAN, "mark": InlineKind.MARKED,
    "time": InlineKind.SPAN, "kbd": InlineKind.CODE, "code": InlineKind.CODE, "samp": InlineKind.CODE,
    "tt": InlineKind.CODE, "label": InlineKind.SPAN, "font": InlineKind.SPAN,
}  # fmt: skip


# Every element of HTML, also those that are left out: what is none of them is text in angle brackets.
ELEMENTS = frozenset({
    "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base", "basefont",
    "bdi", "bdo", "big", "blink", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite",
    "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl",
    "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1",
    "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins",
    "kbd", "label", "legend", "li", "link", "main", "map", "mark", "marquee", "math", "menu", "meta", "meter",
    "nav", "nobr", "noframes", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "picture",
    "pre", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "script", "search", "section", "select",
    "slot", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table",
    "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul",
    "var", "video", "wbr"
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of inline HTML."""

    name: str
    closing: bool = False
    void: bool = False
    attributes: tuple[tuple[str, str], ...] = ()
    pos: Pos | None = None

    def get(self, key: str) -> str:
        """The value of an attribute, entities resolved; empty when absent."""
        return next((value for name, value in self.attributes if name == key), "")


def read_tag(raw: str) -> Tag | None:
    """The tag that ``raw`` is, or None for comments and everything else."""
    from html import unescape

    match = _TAG.fullmatch(raw.strip())
    if match is None:
        return None
    closing, name, rest, slash = match.groups()
    pairs = tuple((key.lower(), unescape(a or b or c)) for key, a, b, c in _ATTRIBUTE.findall(rest))
    name = name.lower()
    return Tag(name, bool(closing), bool(slash) or name in VOID, pairs)


def inline_of(tag: Tag, inner: list[Inline], context: Context, pos: Pos | None) -> list[Inline]:
    """What an HTML element around ``inner`` means. One that means nothing here is left out, ``inner`` stays."""
    if tag.name == "br":
        return [Inline(InlineKind.LINE_BREAK, pos=pos)]
    if tag.name == "wbr":
        return []
    if tag.name == "img" and tag.get("src"):
        attr = Attr(("decorative",)) if _decorates(dict(tag.attributes)) else Attr()
        common: dict[str, Any] = {"target": tag.get("src"), "title": tag.get("title")}
        return [Inline(InlineKind.IMAGE, tag.get("alt"), attr=attr, pos=pos, **common)]
    if not tag.void and (tag.name in ACTIVE_IN_LINE or hidden_by(dict(tag.attributes))):
        return _left_out(tag, context, pos)
    kind = KINDS.get(tag.name)
    if tag.name in ("a", "span") and not tag.get("href") and (tag.get("id") or tag.get("name")):
        kind, tag = InlineKind.SPAN, replace(tag, void=False)  # the end of a link
    if kind is None or tag.void:
        context.refuse(f"<{tag.name}>", "html", pos)
        return inner
    children = merge_runs(inner, context.text)
    attr = _attr(tag)
    piece = Inline(kind, children=children, lang=tag.get("lang"), dir=tag.get("dir"), attr=attr, pos=pos)
    if kind is InlineKind.LINK:
        if not tag.get("href"):
            return list(children)
        return [context.safe_link(replace(piece, target=tag.get("href"), title=tag.get("title")))]
    if kind is InlineKind.ABBREVIATION:
        return [replace(piece, title=tag.get("title"))] if tag.get("title") else list(children)
    if kind is InlineKind.CODE:
        from pipeline.document.text import raw_text

        return [replace(piece, text=raw_text(children), children=())]
    return [piece]


def _left_out(tag: Tag, context: Context, pos: Pos | None) -> list[Inline]:
    """Nothing of an element that is hidden, active or a drawing, which is told; a formula of MathML is read."""
    hidden = hidden_by(dict(tag.attributes))
    formula = read_formula(context.text[pos.start : pos.end]) if tag.name == "math" and not hidden and pos else None
    if formula is not None:
        return [Inline(InlineKind.MATH, formula[0], attr=Attr(("display",)) if formula[1] else Attr(), pos=pos)]
    context.take_out(f"{tag.name} {hidden}".strip(), pos, words=loses_words(tag.name))
    return []


def hidden_by(attributes: Mapping[str, str]) -> str:
    """What hides an element from every reader (HTML 6.1, CSS Display 3), as it is written; empty where nothing does."""
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return "hidden"
    found = _HIDING.search(attributes.get("style", ""))
    return f'style="{"".join(found.group().split())}"' if found else ""


_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def _decorates(attributes: Mapping[str, str]) -> bool:
    """Whether a picture says that there is nothing to say of it (HTML 4.8.4.4.6)."""
    return attributes.get("role") in ("presentation", "none") or attributes.get("alt") == ""


def _attr(tag: Tag) -> Attr:
    identifier = tag.get("id") or (tag.get("name") if tag.name == "a" else "")
    pairs = tuple((key, value) for key, value in (("id", identifier), ("translate", tag.get("translate"))) if value)
    if tag.name in ("bdi", "bdo"):
        return Attr(("bdi",), pairs)
    return Attr((), pairs)


# --- blocks ---

_ACTIVE = (
    "script", "style", "iframe", "object", "embed", "applet", "template", "noscript", "form", "input", "button",
    "select", "textarea", "link", "meta", "base", "frame", "frameset", "video", "audio", "canvas", "svg", "math",
)  # fmt: skip

ACTIVE_IN_LINE = frozenset(_ACTIVE) - {"button", "form", "input"}
"""What is left out of a line with what is in it; the words of a button may be words of its sentence."""

_KEPT = frozenset(
    {"lang", "dir", "href", "src", "alt", "title", "id", "scope", "rowspan", "colspan", "headers", "start", "type",
     "value", "reversed"}
)


_STRUCTURE = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "figure",
     "figcaption", "hr", "br", "wbr", "img"}
)  # fmt: skip
"""Elements of a block that are read as what they are, beside those of a line and tables."""
_OPENED = re.compile(r"<!--.*?-->|<([A-Za-z][A-Za-z0-9-]*)", re.DOTALL)
_MATHS = re.compile(r"<math\b.*?</math>", re.DOTALL | re.IGNORECASE)
_WORDLESS = frozenset({"script", "style", "template", "link", "meta", "base", "input"})


def left_out(raw: str) -> tuple[str, ...]:
    """The elements that an HTML block opens and that are not read: what they say is lost, what is in them stays."""
    names = (name.lower() for name in _OPENED.findall(_MATHS.sub("", raw)) if name)
    unread = (name for name in names if name not in _STRUCTURE and name not in KINDS and name not in _ACTIVE)
    return tuple(dict.fromkeys(unread))


def loses_words(name: str) -> bool:
    """Whether an element that is taken out with what is in it can hold words for readers."""
    return name not in _WORDLESS


@cache
def read_formula(raw: str) -> tuple[str, bool] | None:
    """The TeX of a ``math`` element, and whether it stands on lines of its own; None where pandoc cannot say it."""
    from pipeline.tools import pandoc

    blocks = pandoc.read(raw, "html-raw_html-native_divs")["blocks"]
    nodes = blocks[0]["c"] if len(blocks) == 1 and blocks[0]["t"] in ("Plain", "Para") else []
    if len(nodes) != 1 or nodes[0]["t"] != "Math" or not nodes[0]["c"][1].strip():
        return None
    return nodes[0]["c"][1].strip(), nodes[0]["c"][0]["t"] == "DisplayMath"


def _is_formula(element: Any) -> bool:
    from lxml import html as lxml_html

    return read_formula(lxml_html.tostring(element, encoding="unicode", with_tail=False)) is not None


def safe_fragment(raw: str) -> tuple[str, tuple[str, ...]]:
    """An HTML block without what is active or hidden, and the names of the elements that were taken out of it, with
    what hides them."""
    from lxml import etree
    from lxml import html as lxml_html

    try:
        root: Any = lxml_html.fragment_fromstring(raw, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return "", ("unreadable",)
    taken: list[str] = []
    gone: set[Any] = set()
    for element in list(root.iter()):
        if any(around in gone for around in element.iterancestors()) or element.xpath("ancestor::math"):
            continue  # it went with that, or is a part of a formula
        hidden = hidden_by(element.attrib) if isinstance(element.tag, str) else ""
        formula = element.tag == "math" and not hidden and _is_formula(element)
        if not isinstance(element.tag, str):
            _take_out(element)
        elif hidden or (element.tag in _ACTIVE and not formula):
            taken.append(f"{element.tag} {hidden}".strip())
            gone.add(element)
            _take_out(element)
        elif not formula:
            decorates = element.tag == "img" and _decorates(element.attrib)
            for key in list(element.attrib):
                if key not in _KEPT:
                    del element.attrib[key]
            if decorates:
                element.set("class", "decorative")
    _cap_spans(root)
    mark_numbers(root)
    return lxml_html.tostring(root, encoding="unicode"), tuple(taken)


MAX_SPAN = 1000


def _cap_spans(root: Any) -> None:
    """Spans as numbers: one of 10⁸ cells would be built as such by every engine after us; a rowspan of 0 goes to
    the end of its row group (HTML 4.9.11), what is no number is 1."""
    for cell in root.iter("td", "th"):
        for key in ("rowspan", "colspan"):
            value = cell.get(key, "").strip()
            number = min(int(value.lstrip("0")[:9] or "0"), MAX_SPAN) if value.isascii() and value.isdigit() else 1
            cell.set(key, str(number if number or key == "rowspan" else 1))


def _take_out(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
