# SPDX-License-Identifier: AGPL-3.0-or-later
"""The grammar of XLIFF 2.0, 2.1 and 2.2 as tables: for each element its children, attributes, their types.

Content is written as in a content model: a name is a core element or ``prefix:name`` of a module, ``ext`` an
element of any other namespace. Attributes are ``name=type``, ``name!=type`` when required. Sources: XLIFF 2.1
(ISO 21720), chapters 4 and 5; XLIFF 2.2 parts 1 and 2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property

XML = "http://www.w3.org/XML/1998/namespace"
ITS = "http://www.w3.org/2005/11/its"
_XLIFF = "urn:oasis:names:tc:xliff:"
CORE = {f"{_XLIFF}document:2.0": ("2.0", "2.1"), f"{_XLIFF}document:2.2": ("2.0", "2.1", "2.2")}
MODULES = {
    f"{_XLIFF}matches:2.0": "mtc",
    f"{_XLIFF}glossary:2.0": "gls",
    f"{_XLIFF}fs:2.0": "fs",
    f"{_XLIFF}metadata:2.0": "mda",
    f"{_XLIFF}resourcedata:2.0": "res",
    f"{_XLIFF}changetracking:2.0": "ctr",
    f"{_XLIFF}changetracking:2.1": "ctr",
    f"{_XLIFF}sizerestriction:2.0": "slr",
    f"{_XLIFF}validation:2.0": "val",
    f"{_XLIFF}pgs:1.0": "pgs",
    f"{_XLIFF}itsm:2.1": "itsm",
    f"{_XLIFF}itsm:2.0": "itsm",
    ITS: "its",
}  # fmt: skip


@dataclass(frozen=True)
class Element:
    """What an element may hold. ``foreign``: attributes of any namespace; ``module``: only those of modules."""

    model: str
    text: bool
    attributes: dict[str, str]
    required: frozenset[str]
    foreign: str = ""
    names: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def content(self) -> re.Pattern[str]:
        """The order of what it holds, each name followed by a semicolon; most files have few of the elements."""
        return re.compile(self.model)


def _element(content: str, attributes: str = "", *, text: bool = False, foreign: str = "") -> Element:
    pairs = [item.split("=", 1) for item in attributes.split()]
    model = re.sub(r"[A-Za-z:]+", lambda name: f"(?:{name.group()};)", content).replace(" ", "")
    return Element(
        model=model,
        text=text,
        attributes={name.rstrip("!"): kind for name, kind in pairs},
        required=frozenset(name.rstrip("!") for name, _ in pairs if name.endswith("!")),
        foreign=foreign,
        names=frozenset(re.findall(r"[A-Za-z:]+", content)),
    )


_INLINE = "(cp|ph|pc|sc|ec|mrk|sm|em)*"
_MODULE = (
    "(ext|mtc:matches|gls:glossary|mda:metadata|res:resourceData|ctr:changeTrack|slr:profiles|slr:data|"
    "val:validation|its:provenanceRecords|its:locQualityIssues|itsm:provenanceRecords|"
    "itsm:locQualityIssues)*"
)
_FLAGS = "canResegment=yesno translate=yesno srcDir=dir trgDir=dir xml:space=space"
_CODE = "canCopy=yesno canDelete=yesno canReorder=firstno copyOf=nmtoken subType=userdefined type=codetype"
_ONE = "disp=any equiv=any dataRef=nmtoken subFlows=nmtokens"
_SPAN = "canOverlap=yesno dir=dir isolated=yesno"
_MARK = "id!=nmtoken translate=yesno type=marktype ref=uri value=any"

_CORE_2_0 = {
    "xliff": _element("file+", "version!=version srcLang!=lang trgLang=lang xml:space=space", foreign="any"),
    "file": _element(f"skeleton? {_MODULE} notes? (unit|group)+", f"id!=nmtoken original=any {_FLAGS}", foreign="any"),
    "skeleton": _element("ext*", "href=any", text=True),
    "group": _element(
        f"{_MODULE} notes? (unit|group)*", f"id!=nmtoken name=any type=userdefined {_FLAGS}", foreign="any"
    ),
    "unit": _element(
        f"{_MODULE} notes? originalData? (segment|ignorable)+",
        f"id!=nmtoken name=any type=userdefined {_FLAGS}",
        foreign="any",
    ),
    "segment": _element("source target?", "id=nmtoken canResegment=yesno state=state subState=userdefined"),
    "ignorable": _element("source target?", "id=nmtoken"),
    "notes": _element("note+"),
    "note": _element("", "id=nmtoken appliesTo=applies category=any priority=priority", text=True, foreign="any"),
    "originalData": _element("data+"),
    "data": _element("cp*", "id!=nmtoken dir=dir xml:space=preserve", text=True),
    "source": _element(_INLINE, "xml:lang=lang xml:space=space", text=True),
    "target": _element(_INLINE, "xml:lang=lang xml:space=space order=positive", text=True),
    "cp": _element("", "hex!=hex"),
    "ph": _element("", f"id!=nmtoken {_CODE} {_ONE}", foreign="module"),
    "pc": _element(
        _INLINE,
        f"id!=nmtoken {_CODE} canOverlap=yesno dir=dir dispStart=any dispEnd=any equivStart=any equivEnd=any "
        "dataRefStart=nmtoken dataRefEnd=nmtoken subFlowsStart=nmtokens subFlowsEnd=nmtokens",
        text=True,
        foreign="module",
    ),
    "sc": _element("", f"id!=nmtoken {_CODE} {_ONE} {_SPAN}", foreign="module"),
    "ec": _element("", f"id=nmtoken startRef=nmtoken {_CODE} {_ONE} {_SPAN}", foreign="module"),
    "mrk": _element(_INLINE, _MARK, text=True, foreign="any"),
    "sm": _element("", _MARK, foreign="any"),
    "em": _element("", "startRef!=nmtoken"),
}

_ISSUE = (
    "locQualityIssueType=any locQualityIssueComment=any locQualityIssueSeverity=percent "
    "locQualityIssueProfileRef=uri locQualityIssueEnabled=yesno"
)
_RECORD = (
    "org=any orgRef=uri person=any personRef=uri revOrg=any revOrgRef=uri revPerson=any revPersonRef=uri "
    "revTool=any revToolRef=uri tool=any toolRef=uri"
)
_ITS = {
    "locQualityIssues": _element("its:locQualityIssue+", "xml:id=nmtoken id=nmtoken", foreign="any"),
    "locQualityIssue": _element("", _ISSUE, foreign="any"),
    "provenanceRecords": _element("its:provenanceRecord+", "xml:id=nmtoken id=nmtoken", foreign="any"),
    "provenanceRecord": _element("", _RECORD, foreign="any"),
}

_MODULES = {
    "mtc:matches": _element("mtc:match+"),
    "mtc:match": _element(
        "(ext|mda:metadata)* originalData? source target (ext|mda:metadata)*",
        "id=nmtoken matchQuality=percent matchSuitability=percent origin=any ref!=uri reference=yesno "
        "similarity=percent subType=userdefined type=matchtype",
        foreign="any",
    ),
    "gls:glossary": _element("gls:glossEntry+"),
    "gls:glossEntry": _element(
        "gls:term gls:translation* gls:definition? (ext|mda:metadata)*", "id=nmtoken ref=uri", foreign="any"
    ),
    "gls:term": _element("", "source=any", text=True, foreign="any"),
    "gls:translation": _element("", "id=nmtoken ref=uri source=any", text=True, foreign="any"),
    "gls:definition": _element("", "source=any", text=True, foreign="any"),
    "mda:metadata": _element("mda:metaGroup+", "id=nmtoken"),
    "mda:metaGroup": _element("(mda:metaGroup|mda:meta)+", "id=nmtoken category=any appliesTo=metaapplies"),
    "mda:meta": _element("", "type!=any", text=True),
    "res:resourceData": _element("res:resourceItemRef* res:resourceItem*"),
    "res:resourceItemRef": _element("", "id=nmtoken ref!=nmtoken", foreign="any"),
    "res:resourceItem": _element(
        "res:source? res:target? res:reference*", "mimeType=any id=nmtoken context=yesno", foreign="any"
    ),
    "res:source": _element("(ext|source|target|mda:metadata)*", "href=any xml:lang=lang", text=True, foreign="any"),
    "res:target": _element("(ext|source|target|mda:metadata)*", "href=any xml:lang=lang", text=True, foreign="any"),
    "res:reference": _element("", "href!=any xml:lang=lang", foreign="any"),
    "ctr:changeTrack": _element("ctr:revisions+"),
    "ctr:revisions": _element(
        "ctr:revision+", "appliesTo!=nmtoken ref=nmtoken currentVersion=nmtoken id=nmtoken", foreign="any"
    ),
    "ctr:revision": _element(
        "originalData? (ctr:item|ctr:simpleItem)+", "author=any datetime=any version=nmtoken id=nmtoken", foreign="any"
    ),
    "ctr:item": _element(
        "(segment|ignorable|source|target|cp|ph|pc|sc|ec|mrk|sm|em)*",
        "property!=any id=nmtoken",
        text=True,
        foreign="any",
    ),
    "ctr:simpleItem": _element(_INLINE, "property!=any id=nmtoken", text=True, foreign="any"),
    "slr:profiles": _element("slr:normalization? ext*", "generalProfile=any storageProfile=any"),
    "slr:normalization": _element("", "general=form storage=form"),
    "slr:data": _element("ext*", "profile!=any", foreign="any"),
    "val:validation": _element("val:rule+", foreign="any"),
    "val:rule": _element(
        "",
        "isPresent=any occurs=positive isNotPresent=any startsWith=any endsWith=any existsInSource=yesno "
        "caseSensitive=yesno normalization=form disabled=yesno",
        foreign="any",
    ),
    **{f"its:{name}": element for name, element in _ITS.items()},
    "itsm:locQualityIssues": _element("itsm:locQualityIssue+", "id=nmtoken itsm:id=nmtoken", foreign="any"),
    "itsm:locQualityIssue": _element("", _ISSUE, foreign="any"),
    "itsm:provenanceRecords": _element("itsm:provenanceRecord+", "id=nmtoken itsm:id=nmtoken", foreign="any"),
    "itsm:provenanceRecord": _element("", _RECORD, foreign="any"),
}

_CORE_2_2 = _CORE_2_0 | {
    "xliff": _element(
        "notes? mda:metadata? file+", "version!=version srcLang!=lang trgLang=lang xml:space=space", foreign="any"
    ),
    "note": _element(
        "", "id=nmtoken appliesTo=applies category=any priority=priority ref=uri", text=True, foreign="any"
    ),
}


def grammar(namespace: str) -> dict[str, Element]:
    """The table for a document whose root is in ``namespace`` (one of CORE)."""
    core = _CORE_2_2 if namespace.endswith(":2.2") else _CORE_2_0
    return core | _MODULES


# Where a module's element may stand, and how often (XLIFF 2.1, 4.2.2.2 file, 4.2.2.4 group, 4.2.2.5 unit).
PLACES = {
    "mtc:matches": ("unit",),
    "gls:glossary": ("unit",),
    "mda:metadata": ("xliff", "file", "group", "unit", "mtc:match", "gls:glossEntry", "res:source", "res:target"),
    "res:resourceData": ("file", "unit"),
    "ctr:changeTrack": ("file", "group", "unit"),
    "slr:profiles": ("file",),
    "slr:data": ("file", "group", "unit"),
    "val:validation": ("file", "group", "unit"),
}
ONCE = frozenset({"mtc:matches", "gls:glossary", "mda:metadata", "res:resourceData", "val:validation", "slr:profiles"})

_WORDS = {
    "yesno": "yes no",
    "firstno": "yes no firstNo",
    "dir": "ltr rtl auto",
    "space": "default preserve",
    "preserve": "preserve",
    "applies": "source target",
    "metaapplies": "source target ignorable",
    "state": "initial translated reviewed final",
    "codetype": "fmt ui quote link image other",
    "matchtype": "am mt icm idm tb tm other",
    "form": "none nfc nfd",
    "version": "2.0 2.1 2.2",
}
_NMTOKEN = (  # XML 1.0, 2.3, productions 4a and 7
    r"[-.:0-9A-Za-z_\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040"
    r"\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]+"
)
_PATTERNS = {
    "nmtoken": _NMTOKEN,
    "nmtokens": rf"{_NMTOKEN}(?:\s+{_NMTOKEN})*",
    "userdefined": r"[^\s:]+:[^\s:]+",
    "marktype": r"generic|comment|term|[^\s:]+:[^\s:]+",
    "positive": r"\+?0*[1-9][0-9]{0,8}",
    "priority": r"\+?0*(?:[1-9]|10)",
    "hex": r"(?:[0-9A-Fa-f]{2}){1,3}|(?:00)+[0-9A-Fa-f]{6}",
    "percent": r"\+?(?:100(?:\.0*)?|\d{1,2}(?:\.\d*)?|\.\d+)",
    "uri": r"\S*",
    "lang": (
        r"(?ai)(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
        r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
        r"|x(?:-[a-z0-9]{1,8})+|i-[a-z]{2,8}|zh-min-nan|zh-min|zh-guoyu|zh-hakka|zh-xiang|en-gb-oed|sgn-[a-z-]{5}"
    ),
}


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[kind])


def fits(kind: str, value: str) -> bool:
    """Whether an attribute's value is of a type of the tables (white space at its ends is folded, as in XSD)."""
    if kind == "any":
        return True
    if kind in _WORDS:
        return value in _WORDS[kind].split()
    return _pattern(kind).fullmatch(value.strip() if kind != "lang" else value) is not None


def words(kind: str) -> str:
    """What a value of the type looks like, for a message."""
    readable = {
        "nmtoken": "a name token",
        "nmtokens": "name tokens",
        "userdefined": "prefix:value",
        "lang": "a language tag (BCP 47)",
        "positive": "a number from 1",
        "priority": "a number from 1 to 10",
        "percent": "a number from 0 to 100",
        "hex": "a code point in hexadecimal digits",
        "uri": "a URI",
        "marktype": "generic, comment, term or prefix:value",
    }
    return readable.get(kind) or "one of " + ", ".join(_WORDS[kind].split())
