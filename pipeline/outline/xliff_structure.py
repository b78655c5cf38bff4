# SPDX-License-Identifier: AGPL-3.0-or-later
"""Elements, attributes and text where the grammar of XLIFF 2 allows them, and types of attributes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.outline import xliff_grammar
from pipeline.outline.xliff_grammar import CORE, MODULES, ONCE, PLACES, XML, Element
from pipeline.outline.xliff_problem import Problem, children, inherited, name_of, problem

# HTML names that fs:fs may carry (XLIFF 2.1, 5.3.5.1, and the table of the module's schema).
_HTML_NAMES_WORDS = (
    "a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 "
    "h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong "
    "sub sup table tbody td tfoot th thead title tr tt u ul"
)
HTML_NAMES = frozenset(_HTML_NAMES_WORDS.split())


def check(root: etree._Element) -> Iterator[Problem]:
    """Every element of the vocabulary below ``root`` against the grammar; extensions are opaque."""
    table = xliff_grammar.grammar(etree.QName(root).namespace or "")
    stack = [root]
    while stack:
        element = stack.pop()
        name = name_of(element)
        known = table.get(name)
        if known is None:
            if name != "ext" and not name.startswith(("its:", "itsm:")):
                yield problem("element", element, f"there is no element {name} in this version of XLIFF")
            continue
        yield from _content(element, name, known, root)
        yield from _attributes(element, name, known)
        stack.extend(reversed(list(children(element))))


def _content(element: etree._Element, name: str, known: Element, root: etree._Element) -> Iterator[Problem]:
    tokens = []
    seen: set[str] = set()
    space = str(root.tag).rpartition("}")[0][1:]
    for child in children(element):
        token = name_of(child)
        if token in PLACES and name not in PLACES[token]:
            yield problem("module-place", child, f"{token} may not stand in {name}")
        if token in ONCE and token in seen:
            yield problem("module-once", child, f"{token} may stand only once in {name}")
        seen.add(token)
        if token not in known.names and ":" in token and "ext" in known.names:
            token = "ext"  # noqa: S105
        if token not in known.names:
            yield problem("child", child, f"{token} may not stand in {name}")
            return
        own = child.tag.rpartition("}")[0][1:]
        if own in CORE and own != space:
            yield problem("namespace", child, f"{token} is of another version of XLIFF than the file")
        tokens.append(f"{token};")
    if not known.content.fullmatch("".join(tokens)):
        found = ", ".join(tokens).replace(";", "") or "nothing"
        yield problem("content", element, f"the content of {name} is incomplete or in the wrong order: {found[:200]}")
    if not known.text and _has_text(element):
        yield problem("text", element, f"text may not stand directly in {name}")


def _has_text(element: etree._Element) -> bool:
    if (element.text or "").strip(" \t\r\n"):
        return True
    return any((child.tail or "").strip(" \t\r\n") for child in element)


def _attributes(element: etree._Element, name: str, known: Element) -> Iterator[Problem]:
    for required in sorted(known.required):
        if element.get(required) is None:
            yield problem("attribute-missing", element, f"{name} needs the attribute {required}")
    for key, value in element.attrib.items():
        short = _short(str(key))
        kind = known.attributes.get(short)
        if kind is not None:
            if not xliff_grammar.fits(kind, str(value)):
                expected = xliff_grammar.words(kind)
                yield problem("attribute-value", element, f"{short}=\"{value!s}\" in {name} must be {expected}")
        elif not _foreign_allowed(str(key), short, name, known) and not name.startswith(("its:", "itsm:")):
            yield problem("attribute", element, f"the attribute {short} may not stand on {name}")


def _short(key: str) -> str:
    if not key.startswith("{"):
        return key
    namespace, _, local = key[1:].partition("}")
    prefix = "xml" if namespace == XML else MODULES.get(namespace, "ext")
    return f"{prefix}:{local}"


def _foreign_allowed(key: str, short: str, name: str, known: Element) -> bool:
    if not key.startswith("{") or not known.foreign:
        return False
    if short in ("xml:lang", "xml:space"):
        return name.startswith(("gls:", "res:", "ctr:", "slr:", "val:"))
    namespace = key[1:].partition("}")[0]
    if namespace in CORE:
        return False
    if known.foreign == "module":
        return namespace in MODULES
    return True


def languages(root: etree._Element) -> Iterator[Problem]:
    """``xml:lang`` and ``xml:space`` of sources and targets (XLIFF 2.1, 4.2.2.10 and 4.2.2.11)."""
    source, target = root.get("srcLang", ""), root.get("trgLang")
    for element in root.iter():
        name = name_of(element)
        parent = element.getparent()
        if name not in ("source", "target") or parent is None or name_of(parent) not in ("segment", "ignorable"):
            continue
        wanted = source if name == "source" else target
        if name == "target" and target is None:
            yield problem("target-language", element, "there is a target, but the file has no trgLang")
            continue
        lang = inherited(element, "lang")
        if lang and wanted and lang.lower() != wanted.lower():
            yield problem("language", element, f"the language of this {name} is {lang}; the file says {wanted}")
        sibling = element.getprevious()
        if name == "target" and sibling is not None and name_of(sibling) == "source":
            spaces = inherited(sibling, "space", "default"), inherited(element, "space", "default")
            if spaces[0] != spaces[1]:
                yield problem("space", element, "source and target differ in xml:space")


def core(root: etree._Element) -> Iterator[Problem]:
    """Constraints on single structural elements that a grammar cannot say."""
    namespace = etree.QName(root).namespace or ""
    if root.get("version") not in CORE.get(namespace, ()):
        yield problem("version", root, f"version {root.get('version')} does not go with the namespace {namespace}")
    for element in root.iter():
        name = name_of(element)
        if name == "skeleton":
            filled = bool(len(element) or element.text)
            if filled == (element.get("href") is not None):
                yield problem("skeleton", element, "a skeleton has either an href or content, not both and not neither")
        elif name == "unit" and not any(name_of(child) == "segment" for child in element):
            yield problem("segment-missing", element, "a unit needs at least one segment")
        elif name == "segment":
            yield from _state(element)
        elif name in ("unit", "group") and element.get("type", "").startswith("xlf:"):
            yield problem("reserved", element, "the prefix xlf is reserved")
        elif name == "cp":
            yield from _code_point(element)


def _state(segment: etree._Element) -> Iterator[Problem]:
    sub = segment.get("subState")
    if sub is not None and segment.get("state") is None:
        yield problem("state", segment, "subState needs state")
    if sub is not None and sub.startswith("xlf:"):
        yield problem("state", segment, "the prefix xlf is reserved")
    if segment.get("state", "initial") != "initial" and not any(name_of(child) == "target" for child in segment):
        yield problem("state", segment, f"the state is {segment.get('state')}, but there is no target")


def _code_point(element: etree._Element) -> Iterator[Problem]:
    try:
        value = int(element.get("hex", ""), 16)
    except ValueError:
        return  # the type of the attribute says so already
    valid = value in (0x9, 0xA, 0xD) or 0x20 <= value <= 0xD7FF or 0xE000 <= value <= 0xFFFD or value >= 0x10000
    if value > 0x10FFFF or valid:
        yield problem("code-point", element, f"cp may hold only code points that XML cannot; {value:04X} is not one")
