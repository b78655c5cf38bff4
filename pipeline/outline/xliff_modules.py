# SPDX-License-Identifier: AGPL-3.0-or-later
"""Constraints of the modules of XLIFF 2: fs, mtc, gls, res, ctr, slr, val, ITS (XLIFF 2.1, chapter 5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from pipeline.outline.xliff_grammar import ITS, MODULES, XML
from pipeline.outline.xliff_problem import Problem, children, name_of, problem
from pipeline.outline.xliff_structure import HTML_NAMES

_URI = {prefix: uri for uri, prefix in reversed(MODULES.items())}
_SIZE = re.compile(r"\*|\d+(?:\s*,\s*(?:\d+|\*))?")
_CORE_ATTRIBUTES = {
    "unit": "id name canResegment translate srcDir trgDir xml:space type content",
    "segment": "id canResegment state subState content",
    "ignorable": "id content",
    "source": "xml:lang xml:space content",
    "target": "xml:lang xml:space order content",
    "note": "id appliesTo category priority ref content",
}


def _attribute(element: etree._Element, prefix: str, name: str) -> str | None:
    return element.get(f"{{{_URI[prefix]}}}{name}")


def check(root: etree._Element) -> Iterator[Problem]:
    """All constraints of the modules on every element below ``root``."""
    general = _standard_profiles(root)
    for element in root.iter():
        name = name_of(element)
        if not name or name == "ext":
            continue
        yield from _format_style(element)
        yield from _size(element, general)
        yield from _its(element, name)
        look = _LOOKS.get(name)
        if look is not None:
            yield from look(element, root)


def _format_style(element: etree._Element) -> Iterator[Problem]:
    style, sub = _attribute(element, "fs", "fs"), _attribute(element, "fs", "subFs")
    if style is not None and style not in HTML_NAMES:
        yield problem("fs", element, f"fs:fs {style} is not an HTML element name of the module")
    if sub is not None and style is None:
        yield problem("fs", element, "fs:subFs needs fs:fs")


def _standard_profiles(root: etree._Element) -> bool:
    """Whether sizes follow the module's own profiles; those of others may write values as they like."""
    profiles = [
        element.get(key) or ""
        for element in root.iter()
        if name_of(element) == "slr:profiles"
        for key in ("generalProfile", "storageProfile")
    ]
    return all(not profile or profile.startswith("xliff:") for profile in profiles)


def _size(element: etree._Element, standard: bool) -> Iterator[Problem]:
    info, reference = _attribute(element, "slr", "sizeInfo"), _attribute(element, "slr", "sizeInfoRef")
    if info is not None and reference is not None:
        yield problem("slr", element, "slr:sizeInfo and slr:sizeInfoRef exclude each other")
    storage = _attribute(element, "slr", "equivStorage")
    if storage is not None and not storage.strip().isdigit():
        yield problem("slr", element, f"slr:equivStorage {storage} is not a whole number")
    for key in ("sizeRestriction", "storageRestriction"):
        value = _attribute(element, "slr", key)
        if value is not None and standard and not _SIZE.fullmatch(value.strip()):
            yield problem("slr", element, f"slr:{key} {value} is not of the form *, n, n,m or n,*")


def _match(element: etree._Element, root: etree._Element) -> Iterator[Problem]:
    if element.get("subType") is not None and element.get("type") is None:
        yield problem("mtc", element, "subType of a match needs type")
    if element.get(f"{{{XML}}}lang") is not None:
        yield problem("mtc", element, "xml:lang may not stand on a match")
    for child in children(element):
        lang = child.get(f"{{{XML}}}lang")
        wanted = root.get("srcLang", "") if name_of(child) == "source" else root.get("trgLang", "")
        other = element.get("reference") == "yes" and name_of(child) == "target"
        if name_of(child) in ("source", "target") and lang and wanted and lang.lower() != wanted.lower() and not other:
            yield problem("mtc", child, f"the language of this {name_of(child)} is {lang}; the file says {wanted}")


def _entry(element: etree._Element, _: etree._Element) -> Iterator[Problem]:
    if not any(name_of(child) in ("gls:translation", "gls:definition") for child in children(element)):
        yield problem("gls", element, "a glossary entry needs a translation or a definition")


def _resource(element: etree._Element, root: etree._Element) -> Iterator[Problem]:
    sides = [child for child in children(element) if name_of(child) in ("res:source", "res:target")]
    if element.get("mimeType") is None and not all(len(side) for side in sides):
        yield problem("res", element, "a resource item that refers to files needs mimeType")
    for side in sides:
        if (side.get("href") is None) == (len(side) == 0):
            yield problem("res", side, "a resource has either an href or content")
        lang = side.get(f"{{{XML}}}lang")
        wanted = root.get("srcLang" if name_of(side) == "res:source" else "trgLang", "")
        if lang and wanted and lang.lower() != wanted.lower():
            yield problem("res", side, f"the language of this resource is {lang}; the file says {wanted}")


def _revisions(element: etree._Element, _: etree._Element) -> Iterator[Problem]:
    kind = element.get("appliesTo", "")
    if kind not in _CORE_ATTRIBUTES:
        return
    changed = _changed(element, kind)
    current = element.get("currentVersion")
    if current is not None and all(revision.get("version") != current for revision in children(element)):
        yield problem("ctr", element, f"no revision has the version {current}")
    if element.get("ref") is not None and changed is None and kind != "unit":
        yield problem("ctr", element, f"there is no {kind} {element.get('ref')} here")
    for revision in children(element):
        seen: set[str] = set()
        for item in children(revision):
            name = item.get("property", "content")
            if name in seen:
                yield problem("ctr", item, f"the property {name} stands twice in a revision")
            seen.add(name)
            allowed = name in _CORE_ATTRIBUTES[kind].split() or ":" in name
            # An attribute that the element does not have has no earlier value to record.
            absent = kind == "note" and changed is not None and name != "content" and changed.get(name) is None
            if not allowed or absent:
                yield problem("ctr", item, f"{name} is neither content nor an attribute of the {kind}")


def _changed(element: etree._Element, kind: str) -> etree._Element | None:
    owner = element.getparent()
    owner = owner.getparent() if owner is not None else None
    reference = element.get("ref")
    if owner is None or reference is None:
        return None
    wanted = {"source": ("segment", "ignorable"), "target": ("segment", "ignorable")}.get(kind, (kind,))
    return next((e for e in owner.iter() if name_of(e) in wanted and e.get("id") == reference), None)


def _rule(element: etree._Element, _: etree._Element) -> Iterator[Problem]:
    kinds = [key for key in ("isPresent", "isNotPresent", "startsWith", "endsWith") if element.get(key) is not None]
    custom = [key for key in element.attrib if str(key).startswith("{")]
    if len(kinds) + len(custom) != 1:
        yield problem("val", element, "a validation rule needs exactly one kind of rule")
    if element.get("existsInSource") is not None and kinds not in (["isPresent"], ["startsWith"], ["endsWith"]):
        yield problem("val", element, "existsInSource goes only with isPresent, startsWith or endsWith")


_RECORD_WORDS = (
    "org orgRef person personRef revOrg revOrgRef revPerson revPersonRef revTool revToolRef tool toolRef"
)
_RECORD = _RECORD_WORDS.split()
_ISSUE_WORDS = (
    "locQualityIssueType locQualityIssueComment locQualityIssueSeverity locQualityIssueProfileRef "
    "locQualityIssueEnabled"
)
_ISSUE = _ISSUE_WORDS.split()
_RANGES = {
    "mtConfidence": 1.0, "taConfidence": 1.0, "termConfidence": 1.0, "locQualityIssueSeverity": 100.0,
    "locQualityRatingScore": 100.0, "locQualityRatingScoreThreshold": 100.0,
}  # fmt: skip
_CATEGORIES_WORDS = (
    "allowed-characters directionality domain elements-within-text external-resource id-value language- "
    "information locale-filter localization-note localization-quality-issue localization-quality-rating "
    "mt-confidence preserve-space provenance storage-size target-pointer terminology text-analysis "
    "translate"
)
_CATEGORIES = frozenset(_CATEGORIES_WORDS.split())
_EXCLUDED = (
    ("locQualityRatingScore", "locQualityRatingVote"),
    ("taIdentRef", "taSource"),
    ("taIdentRef", "taIdent"),
    *((name, f"{name}Ref") for name in ("org", "person", "revOrg", "revPerson", "revTool", "tool")),
    *(("locQualityIssuesRef", name) for name in _ISSUE),
    *(("provenanceRecordsRef", name) for name in _RECORD),
)
_NEEDS = (
    ("locQualityRatingScoreThreshold", "locQualityRatingScore"),
    ("locQualityRatingVoteThreshold", "locQualityRatingVote"),
    ("taConfidence", "annotatorsRef"),
    ("mtConfidence", "annotatorsRef"),
    ("termConfidence", "annotatorsRef"),
)


def _its_value(element: etree._Element, name: str) -> str | None:
    values = [element.get(f"{{{uri}}}{name}") for uri in (ITS, _URI["itsm"])]
    return next((value for value in values if value is not None), None)


def _its(element: etree._Element, name: str) -> Iterator[Problem]:
    """ITS attributes on core elements (XLIFF 2.1, 5.9)."""
    spaces = (f"{{{ITS}}}", f"{{{_URI['itsm']}}}")
    if not any(str(key).startswith(spaces) for key in element.attrib) or ":" in name:
        return
    for first, second in _EXCLUDED:
        if _its_value(element, first) is not None and _its_value(element, second) is not None:
            yield problem("its", element, f"its:{first} and its:{second} exclude each other")
    for key, needed in _NEEDS:
        if _its_value(element, key) is not None and not _its_up(element, needed):
            yield problem("its", element, f"its:{key} needs its:{needed} here or above")
    if (_its_value(element, "taSource") is None) != (_its_value(element, "taIdent") is None):
        yield problem("its", element, "its:taSource and its:taIdent go together")
    for key, most in _RANGES.items():
        value = _its_value(element, key)
        if value is not None and not _between(value, most):
            yield problem("its", element, f"its:{key} {value} is not a number from 0 to {most:g}")
    if _its_value(element, "localeFilterType") not in (None, "include", "exclude"):
        yield problem("its", element, "its:localeFilterType is include or exclude")
    yield from _annotators(element)


def _its_up(element: etree._Element, name: str) -> bool:
    node: etree._Element | None = element
    while node is not None:
        if _its_value(node, name) is not None:
            return True
        node = node.getparent()
    return False


def _between(value: str, most: float) -> bool:
    try:
        return 0 <= float(value) <= most
    except ValueError:
        return False


def _annotators(element: etree._Element) -> Iterator[Problem]:
    value = _its_value(element, "annotatorsRef")
    names = [item.partition("|")[0] for item in (value or "").split()]
    if any(name not in _CATEGORIES for name in names) or any("|" not in item for item in (value or "").split()):
        yield problem("its", element, f"its:annotatorsRef {value} does not name data categories and tools")
    elif len(set(names)) != len(names):
        yield problem("its", element, "its:annotatorsRef names a data category twice")


def _issue(element: etree._Element, _: etree._Element) -> Iterator[Problem]:
    if not any(element.get(key) for key in ("locQualityIssueType", "locQualityIssueComment")) and not element.attrib:
        yield problem("its", element, "a quality issue needs a type or a comment")


def _record(element: etree._Element, _: etree._Element) -> Iterator[Problem]:
    if not element.attrib:
        yield problem("its", element, "a provenance record names at least one person, organisation or tool")


_LOOKS: dict[str, Callable[[etree._Element, etree._Element], Iterator[Problem]]] = {
    "mtc:match": _match,
    "gls:glossEntry": _entry,
    "res:resourceItem": _resource,
    "ctr:revisions": _revisions,
    "val:rule": _rule,
    "its:locQualityIssue": _issue,
    "itsm:locQualityIssue": _issue,
    "its:provenanceRecord": _record,
    "itsm:provenanceRecord": _record,
}
