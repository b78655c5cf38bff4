# SPDX-License-Identifier: AGPL-3.0-or-later
"""The accessibility features that pages have and that whoever makes them can claim without a doubt (schema.org's
``accessibilityFeature``, EPUB Accessibility 1.1, 2.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from pipeline.checks.page import elements, local
from pipeline.checks.web.contents import HEADINGS
from pipeline.checks.web.notes import roles, types

LONG = ("aria-details", "aria-describedby", "longdesc")


def features(roots: Iterable[etree._Element]) -> dict[str, str]:
    """Each feature that the trees have, and what it is in words. "alternativeText" is one only where every picture has
    its text, and "describedMath" where every formula has."""
    parts = [part for root in roots for part in elements(root)]
    pictures = [one.get("alt", "").strip() for one in parts if local(one) == "img" and not _is_decoration(one)]
    formulas = [one.get("alttext", "").strip() for one in parts if local(one) == "math"]
    described = any(one.get(key) for one in parts if local(one) == "img" for key in LONG)
    tested = (
        ("alternativeText", bool(pictures) and all(pictures), "an alternative for every picture"),
        ("longDescription", described, "long descriptions"),
        ("MathML", bool(formulas), "formulas in MathML"),
        ("describedMath", bool(formulas) and all(formulas), "words for every formula"),
        ("structuralNavigation", any(local(one) in HEADINGS for one in parts), "headings"),
        ("pageBreakMarkers", any("doc-pagebreak" in roles(o) or "pagebreak" in types(o) for o in parts), "page breaks"),
    )
    return {name: what for name, has, what in tested if has}


def usual(roots: Iterable[etree._Element]) -> dict[str, str]:
    """What every file of ours has besides, so that it says so: text in its order that can be set anew and is not
    locked; and roles for assistive technology where there are any."""
    found = {
        "readingOrder": "its text in the order in which it is read",
        "displayTransformability": "text that readers can set anew", "unlocked": "no lock",
    }  # fmt: skip
    if any(_has_aria(part) for root in roots for part in elements(root)):
        found["ARIA"] = "roles for assistive technology"
    return found


def _has_aria(part: etree._Element) -> bool:
    return bool(part.get("role")) or any(str(key).startswith("aria-") for key in part.attrib)


def unsaid(found: Mapping[str, str], claimed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Those of ``found`` that are not claimed, in either spelling of the long description."""
    said = {claim.replace("longDescriptions", "longDescription") for claim in claimed}
    return ((feature, what) for feature, what in found.items() if feature not in said)


def _is_decoration(image: etree._Element) -> bool:
    hidden = image.get("aria-hidden", "").lower() == "true"
    return hidden or (image.get("alt") == "" and image.get("role") in ("presentation", "none"))
