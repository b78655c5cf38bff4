# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a file is valid XLIFF 2.0, 2.1, 2.2 or 1.2, without Java.

In: bytes. Out: every constraint that the file breaks, in document order within each group of checks; none for
a valid file. A schema alone finds a quarter of what can be wrong (docs/decisions/xliff.md), so the prose of the
standard is checked too. A document type or an entity is a problem, never read.
"""

from __future__ import annotations

from lxml import etree

from pipeline.errors import InputError
from pipeline.outline import xliff12_valid, xliff_codes, xliff_ids, xliff_modules, xliff_structure
from pipeline.outline.xliff_grammar import CORE
from pipeline.outline.xliff_problem import Problem, name_of
from pipeline.translate import safexml

XLIFF_1_2 = "urn:oasis:names:tc:xliff:document:1.2"


def problems(data: bytes) -> tuple[Problem, ...]:
    """Every problem of a file of any version that pariter knows."""
    try:
        root = safexml.parse(data)
    except InputError as error:
        return (Problem("not-readable", error.what, error.line),)
    return of_tree(root)


def of_tree(root: etree._Element) -> tuple[Problem, ...]:
    """Every problem of a parsed file."""
    name = etree.QName(root)
    if name.localname != "xliff":
        return (Problem("root", f"the root element is {name.localname}, not xliff", 1),)
    if name.namespace == XLIFF_1_2:
        return tuple(xliff12_valid.check(root))
    if name.namespace not in CORE:
        told = f"no version of XLIFF has the namespace {name.namespace}" if name.namespace else "it has no namespace"
        return (Problem("namespace", told, 1),)
    found = [
        *xliff_structure.core(root),
        *xliff_structure.check(root),
        *xliff_structure.languages(root),
        *xliff_ids.check(root),
        *xliff_modules.check(root),
    ]
    for unit in root.iter():
        if name_of(unit) == "unit":
            found.extend(xliff_codes.check(unit))
    return tuple(dict.fromkeys(found))
