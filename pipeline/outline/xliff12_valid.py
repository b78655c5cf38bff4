# SPDX-License-Identifier: AGPL-3.0-or-later
"""Constraints of XLIFF 1.2 in its strict flavour (OASIS standard, 1 February 2008): elements, attributes, listed
values, ids and pairs of codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from pipeline.outline.xliff_grammar import XML, fits
from pipeline.outline.xliff_problem import Problem
from pipeline.translate import safexml

NS = "urn:oasis:names:tc:xliff:document:1.2"
_INLINE = "g x bx ex bpt ept ph it mrk"
_CODE_TEXT = "sub"
_INFO = "context-group count-group prop-group note"

# element: (content model, whether text may stand in it, required attributes, optional attributes)
_GRAMMAR: dict[str, tuple[str, bool, str, str]] = {
    "xliff": ("file+", False, "version", "xml:lang"),
    "file": (
        "header? body",
        False,
        "original source-language datatype",
        "tool tool-id date xml:space ts category target-language product-name product-version build-num",
    ),
    "header": ("skl? phase-group? (glossary|reference|count-group|prop-group|note|tool)*", False, "", ""),
    "skl": ("(internal-file|external-file)", False, "", ""),
    "internal-file": ("ext*", True, "", "form crc"),
    "external-file": ("", False, "href", "uid crc"),
    "glossary": ("(internal-file|external-file|ext)*", True, "", ""),
    "reference": ("(internal-file|external-file|ext)*", True, "", ""),
    "phase-group": ("phase+", False, "", ""),
    "phase": (
        "note*",
        False,
        "phase-name process-name",
        "company-name tool tool-id date job-id contact-name contact-email contact-phone",
    ),
    "tool": ("ext*", True, "tool-id tool-name", "tool-version tool-company"),
    "count-group": ("count*", False, "name", ""),
    "count": ("", True, "count-type", "phase-name unit"),
    "context-group": ("context+", False, "", "crc name purpose"),
    "context": ("", True, "context-type", "match-mandatory crc"),
    "prop-group": ("prop+", False, "", "name"),
    "prop": ("", True, "prop-type", "xml:lang"),
    "note": ("", True, "", "xml:lang from priority annotates"),
    "body": ("(group|trans-unit|bin-unit)*", False, "", ""),
    "group": (
        "(context-group|count-group|prop-group|note|ext)* (group|trans-unit|bin-unit)*",
        False,
        "",
        "id datatype xml:space ts restype resname extradata help-id menu menu-option menu-name coord font css-style "
        "style exstyle extype translate reformat maxbytes minbytes size-unit maxheight minheight maxwidth minwidth "
        "charclass merged-trans",
    ),
    "trans-unit": (
        "source seg-source? target? (context-group|count-group|prop-group|note|alt-trans|ext)*",
        False,
        "id",
        "approved translate reformat xml:space datatype ts phase-name restype resname extradata help-id menu "
        "menu-option menu-name coord font css-style style exstyle extype maxbytes minbytes size-unit maxheight "
        "minheight maxwidth minwidth charclass",
    ),
    "source": (f"({_INLINE.replace(' ', '|')})*", True, "", "xml:lang ts"),
    "seg-source": (f"({_INLINE.replace(' ', '|')})*", True, "", "xml:lang ts"),
    "target": (
        f"({_INLINE.replace(' ', '|')})*",
        True,
        "",
        "state state-qualifier phase-name xml:lang ts restype resname coord font css-style style exstyle "
        "equiv-trans",
    ),
    "alt-trans": (
        "source? seg-source? target+ (context-group|prop-group|note|ext)*",
        False,
        "",
        "match-quality tool tool-id crc xml:lang datatype xml:space ts restype resname extradata help-id menu "
        "menu-option menu-name mid coord font css-style style exstyle extype origin phase-name alttranstype",
    ),
    "bin-unit": (
        "bin-source bin-target? (context-group|count-group|prop-group|note|trans-unit|ext)*",
        False,
        "id mime-type",
        "approved translate reformat ts phase-name restype resname",
    ),
    "bin-source": ("(internal-file|external-file)", False, "", "ts"),
    "bin-target": (
        "(internal-file|external-file)",
        False,
        "",
        "mime-type ts state state-qualifier phase-name restype resname",
    ),
    "g": (f"({_INLINE.replace(' ', '|')})*", True, "id", "ctype clone xid equiv-text ts"),
    "x": ("", False, "id", "ctype clone xid equiv-text ts"),
    "bx": ("", False, "id", "rid ctype clone xid equiv-text ts"),
    "ex": ("", False, "id", "rid xid equiv-text ts"),
    "ph": ("sub*", True, "id", "ctype ts crc assoc xid equiv-text"),
    "bpt": ("sub*", True, "id", "rid ctype ts crc xid equiv-text"),
    "ept": ("sub*", True, "id", "rid ts crc xid equiv-text"),
    "it": ("sub*", True, "id pos", "rid ctype ts crc xid equiv-text"),
    "sub": (f"({_INLINE.replace(' ', '|')})*", True, "", "datatype ctype xid"),
    "mrk": (f"({_INLINE.replace(' ', '|')})*", True, "mtype", "mid comment ts"),
}
_FOREIGN = frozenset(_GRAMMAR) - {"internal-file", "external-file", "count", "context", "prop", "note", "skl"}
_DATATYPES = (
    "asp c cdf cfm cpp csharp cstring csv database documentfooter documentheader filedialog form html htmlbody ini "
    "interleaf javaclass javapropertyresourcebundle javalistresourcebundle javascript jscript layout lisp margin "
    "menufile messagefile mif mimetype mo msglib pagefooter pageheader parameters pascal php plaintext po report "
    "resources resx rtf sgml sgmldtd svg vbscript warning winres xhtml xml xmldtd xsl xul"
)
_STATES = (
    "final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation "
    "needs-translation new signed-off translated"
)
_RESTYPES = (
    "auto3state autocheckbox autoradiobutton bedit bitmap button caption cell checkbox checkboxmenuitem "
    "checkedlistbox colorchooser combobox comboboxexitem comboboxitem component contextmenu ctext cursor "
    "datetimepicker defpushbutton dialog dlginit edit file filechooser fn font footer frame grid groupbox "
    "header heading hedit hscrollbar icon iedit keywords label linklabel list listbox listitem ltext menu "
    "menubar menuitem menuseparator message monthcalendar numericupdown panel popupmenu pushbox "
    "pushbutton radio radiobuttonmenuitem rcdata row rtext scrollpane separator shortcut spinner splitter "
    "state3 statusbar string tabcontrol table textbox togglebutton toolbar tooltip trackbar tree uri "
    "userbutton usercontrol var versioninfo vscrollbar window"
)
_LISTED = {
    "datatype": _DATATYPES,
    "state": _STATES,
    "restype": _RESTYPES,
    **dict.fromkeys(("x/ctype", "ph/ctype"), "image pb lb"),
    **dict.fromkeys(("g/ctype", "bx/ctype", "bpt/ctype", "it/ctype", "sub/ctype"), "bold italic underlined link"),
    "mtype": "abbrev abbreviated-form abbreviation acronym appellation collocation common-name datetime equation "
    "expanded-form formula head-term initialism international-scientific-term internationalism logical-expression "
    "materials-management-unit name near-synonym part-number phrase phraseological-unit protected romanized-form "
    "seg set-phrase short-form sku standard-text symbol synonym synonymous-phrase term transcribed-form "
    "transliterated-form truncated-term variant",
    "context-type": "database element elementtitle linenumber numparams paramnotes record recordtitle sourcefile",
    "annotates": "source target general",
    "translate": "yes no",
    "approved": "yes no",
    "reformat": "yes no",
    "clone": "yes no",
    "pos": "open close",
    "size-unit": "byte char col cm dlgunit em ex glyph in mm percent pixel point row",
    "purpose": "information location match",
    "unit": "word page trans-unit bin-unit glyph item instance character line sentence paragraph segment placeable",
}
_EXTENSIBLE = frozenset({"datatype", "state", "restype", "mtype", "context-type", "size-unit", "unit"})


@cache
def _model(name: str) -> re.Pattern[str]:
    """What an element may hold; made when it is asked for, since few files are of this version."""
    return re.compile(re.sub(r"[a-z][a-z-]*", lambda n: f"(?:{n.group()};)", _GRAMMAR[name][0]).replace(" ", ""))


def check(root: etree._Element) -> Iterator[Problem]:
    """Every problem of an XLIFF 1.2 file."""
    if root.get("version") != "1.2":
        yield _problem("version", root, f"the namespace is of XLIFF 1.2, the version says {root.get('version')}")
    for element in root.iter(f"{{{NS}}}*"):
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name not in _GRAMMAR:
            yield _problem("element", element, f"there is no element {name} in XLIFF 1.2")
            continue
        yield from _content(element, name)
        yield from _attributes(element, name)
    yield from _ids(root)


def _problem(rule: str, element: etree._Element, message: str) -> Problem:
    unit = next((e for e in (element, *element.iterancestors()) if e.tag == f"{{{NS}}}trans-unit"), None)
    place = f"trans-unit {unit.get('id')}" if unit is not None else ""
    return Problem(rule, message, safexml.line_of(element), place)


def _local(element: etree._Element) -> str:
    name = etree.QName(element)
    return name.localname if name.namespace == NS else "ext"


def _content(element: etree._Element, name: str) -> Iterator[Problem]:
    tokens = [_local(child) for child in element if isinstance(child.tag, str)]
    if not _model(name).fullmatch("".join(f"{token};" for token in tokens)):
        found = ", ".join(tokens) or "nothing"
        yield _problem("content", element, f"the content of {name} is incomplete or in the wrong order: {found[:200]}")
    if not _GRAMMAR[name][1] and ((element.text or "").strip() or any((child.tail or "").strip() for child in element)):
        yield _problem("text", element, f"text may not stand directly in {name}")


def _attributes(element: etree._Element, name: str) -> Iterator[Problem]:
    _, _, required, optional = _GRAMMAR[name]
    allowed = {*required.split(), *optional.split()}
    for key in required.split():
        if element.get(key) is None:
            yield _problem("attribute-missing", element, f"{name} needs the attribute {key}")
    for raw, value in element.attrib.items():
        key = str(raw).replace(f"{{{XML}}}", "xml:")
        if key.startswith("{"):
            if name not in _FOREIGN or key.startswith(f"{{{NS}}}"):
                yield _problem("attribute", element, f"the attribute {key} may not stand on {name}")
        elif key not in allowed:
            yield _problem("attribute", element, f"the attribute {key} may not stand on {name}")
        elif not _value_fits(f"{name}/{key}" if key == "ctype" else key, str(value)):
            yield _problem("attribute-value", element, f"{key}=\"{value!s}\" in {name} is not a value of XLIFF 1.2")


def _value_fits(key: str, value: str) -> bool:
    if key in ("source-language", "target-language", "xml:lang"):
        return fits("lang", value)
    if key == "xml:space":
        return value in ("default", "preserve")
    if key == "purpose":
        return all(word in _LISTED[key].split() for word in value.split())
    if key not in _LISTED:
        return True
    extensible = key in _EXTENSIBLE or key.endswith("/ctype")
    return value in _LISTED[key].split() or (extensible and value.startswith("x-"))


def _ids(root: etree._Element) -> Iterator[Problem]:
    for file in root.iter(f"{{{NS}}}file"):
        for kind in ("trans-unit", "group"):
            seen: set[str] = set()
            for unit in file.iter(f"{{{NS}}}{kind}"):
                identifier = unit.get("id")
                if identifier is not None and identifier in seen:
                    yield _problem("id", unit, f"the {kind} id {identifier} is used twice")
                seen.add(identifier or "")
        for unit in file.iter(f"{{{NS}}}trans-unit"):
            yield from _codes(unit)


def _codes(unit: etree._Element) -> Iterator[Problem]:
    """Codes have unique ids within a source or target, and starts have ends (1.2, 2.4)."""
    for side in unit:
        if not isinstance(side.tag, str) or _local(side) not in ("source", "target", "seg-source"):
            continue
        seen: set[tuple[str, str]] = set()
        starts: list[str] = []
        for element in side.iter(f"{{{NS}}}*"):
            name = _local(element)
            if name not in ("g", "x", "bx", "ex", "bpt", "ept", "ph", "it"):
                continue
            group = "end" if name in ("ex", "ept") else "start"
            key = (group, element.get("id", ""))
            if key in seen:
                yield _problem("id", element, f"the code id {element.get('id')} is used twice in a {_local(side)}")
            seen.add(key)
            if name in ("bx", "bpt"):
                starts.append(element.get("rid") or element.get("id") or "")
            elif name in ("ex", "ept"):
                reference = element.get("rid") or element.get("id") or ""
                if reference not in starts:
                    yield _problem("pair", element, f"{name} {reference} has no start before it")
                else:
                    starts.remove(reference)
        for reference in starts:
            yield _problem("pair", side, f"the code {reference} has no end in its {_local(side)}")
