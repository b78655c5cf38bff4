# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the package says of the book: its data, and its accessibility as read off the finished files.

Values are those of the schema.org accessibility vocabulary; nothing is claimed that the content does not
have. A claim of conformance is made only from a person's recorded check (EPUB Accessibility 1.1, 2.2 and 4).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from pipeline import labels
from pipeline.model import Edition, Layout, Register
from pipeline.writers.epub.files import File, animated
from pipeline.writers.markup import HEADINGS, local

if TYPE_CHECKING:
    from pipeline.settings import Review

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CONFORMS = re.compile(r"EPUB Accessibility 1\.[12] - WCAG 2\.[012] Level A{1,3}")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the content has, counted."""

    images: int = 0
    without_alt: int = 0
    descriptions: int = 0
    formulas: int = 0
    formulas_without_text: int = 0
    tables: int = 0
    tables_without_headers: int = 0
    headings: int = 0
    breaks: int = 0
    moving: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """The metadata as the package document writes it: Dublin Core elements and ``meta`` elements."""

    dublin_core: tuple[tuple[str, str, Mapping[str, str]], ...]
    meta: tuple[tuple[str, Mapping[str, str]], ...]


def facts(trees: Sequence[etree._Element], pictures: Sequence[File]) -> Facts:
    """Count what ``trees`` hold. An image that says it is decoration is none that could lack a text."""
    parts = [part for tree in trees for part in tree.iter(etree.Element)]
    images = [part for part in parts if local(part) == "img" and not _decorative(part)]
    formulas = [part for part in parts if local(part) == "math"]
    tables = [part for part in parts if local(part) == "table"]
    return Facts(
        images=len(images),
        without_alt=sum(not (image.get("alt") or "").strip() for image in images),
        descriptions=sum(bool(image.get("aria-details") or image.get("aria-describedby")) for image in images),
        formulas=len(formulas),
        formulas_without_text=sum(not (formula.get("alttext") or "").strip() for formula in formulas),
        tables=len(tables),
        tables_without_headers=sum(all(local(cell) != "th" for cell in table.iter()) for table in tables),
        headings=sum(local(part) in HEADINGS for part in parts),
        breaks=sum(part.get("role") == "doc-pagebreak" for part in parts),
        moving=animated(pictures),
    )


def _decorative(image: etree._Element) -> bool:
    return image.get("alt") == "" and image.get("role") in ("presentation", "none")


def features(found: Facts) -> tuple[str, ...]:
    """The accessibility features that the content really has."""
    alternatives = found.images and not found.without_alt
    tested = (
        ("tableOfContents", True),
        ("readingOrder", True),
        ("structuralNavigation", bool(found.headings)),
        ("displayTransformability", True),
        ("unlocked", True),
        ("ARIA", True),
        ("alternativeText", bool(alternatives)),
        ("longDescription", bool(found.descriptions)),
        ("MathML", bool(found.formulas)),
        ("describedMath", bool(found.formulas) and not found.formulas_without_text),
        ("pageBreakMarkers", bool(found.breaks)),
        ("pageNavigation", bool(found.breaks)),
    )
    return tuple(name for name, has in tested if has)


def modes(found: Facts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Access modes, and the sets of them that suffice."""
    visual = ("visual",) if found.images else ()
    textual = not found.without_alt and not found.formulas_without_text
    sufficient = (("textual",) if textual else ()) + (("textual,visual",) if visual else ())
    return ("textual", *visual), sufficient or ("textual",)


def summary(found: Facts, words: labels.Labels, reviews: Sequence[Review], *, paged: bool, lang: str) -> str:
    """The accessibility summary, in the book's language."""
    lines = [words("a11y_text")]
    if found.images:
        missing = found.without_alt
        lines.append(words("a11y_images_missing", count=missing) if missing else words("a11y_images"))
    tested = (
        ("a11y_long", bool(found.descriptions)),
        ("a11y_math", bool(found.formulas) and not found.formulas_without_text),
        ("a11y_tables", bool(found.tables) and not found.tables_without_headers),
        ("a11y_pages", paged),
        ("a11y_hazards", not found.moving),
    )
    lines += [words(key) for key, holds in tested if holds]
    if reviews:
        lines += [words("a11y_reviewed", who=one.who, when=labels.date(one.when, lang), what=one.what) for one in reviews]
    if not any(CONFORMS.fullmatch(one.conforms_to) for one in reviews):
        lines.append(words("a11y_auto"))
    return " ".join(lines)


def valid_reviews(edition: Edition, reviews: Sequence[Review]) -> tuple[Review, ...]:
    """The recorded checks that hold for this edition: of the original, and not older than its last change."""
    original = edition.lang == (edition.original_lang or edition.lang) and edition.register is Register.ORIGINAL
    meta = edition.document.meta
    changed = (meta.modified or meta.date)[:10]
    return tuple(one for one in reviews if original and not edition.draft and one.when[:10] >= changed)


def describe(
    edition: Edition,
    words: labels.Labels,
    documents: Sequence[File],
    layout: Layout,
    pictures: Sequence[File],
    reviews: Sequence[Review],
    pdf: str,
) -> Description:
    """The metadata of the book with these files."""
    found = facts([file.tree for file in documents if file.tree is not None], pictures)
    held = valid_reviews(edition, reviews)
    access, sufficient = modes(found)
    text = summary(found, words, held, paged=bool(found.breaks), lang=edition.lang)
    lines: list[tuple[str, Mapping[str, str]]] = []
    lines += [(value, {"property": "schema:accessMode"}) for value in access]
    lines += [(value, {"property": "schema:accessModeSufficient"}) for value in sufficient]
    lines += [(value, {"property": "schema:accessibilityFeature"}) for value in features(found)]
    lines.append(("unknown" if found.moving else "none", {"property": "schema:accessibilityHazard"}))
    lines.append((text, {"property": "schema:accessibilitySummary", XML_LANG: words.lang}))
    if found.breaks and layout.pages:
        lines.append((pdf, {"property": "pageBreakSource"}))
    if edition.document.meta.version:
        lines.append((edition.document.meta.version, {"property": "schema:version"}))
    lines += _claims(held)
    return Description(_dublin_core(edition), tuple(lines))


def _dublin_core(edition: Edition) -> tuple[tuple[str, str, Mapping[str, str]], ...]:
    meta = edition.document.meta
    rows: list[tuple[str, str, Mapping[str, str]]] = []
    rows += [("creator", name, {"id": f"creator-{number}"}) for number, name in enumerate(meta.creators, 1)]
    single = (("publisher", meta.publisher), ("date", meta.date), ("description", meta.description), ("rights", meta.rights))
    rows += [(name, value, {}) for name, value in single if value]
    rows += [("subject", value, {}) for value in meta.subjects]
    return tuple(rows)


def _claims(reviews: Sequence[Review]) -> list[tuple[str, Mapping[str, str]]]:
    """Conformance, who certified it and when; only in the exact words that the standard defines."""
    lines: list[tuple[str, Mapping[str, str]]] = []
    for number, one in enumerate((one for one in reviews if CONFORMS.fullmatch(one.conforms_to)), 1):
        claim, person = f"conformance-{number}", f"certifier-{number}"
        lines.append((one.conforms_to, {"property": "dcterms:conformsTo", "id": claim}))
        lines.append((one.who, {"property": "a11y:certifiedBy", "id": person, "refines": f"#{claim}"}))
        lines.append((one.when, {"property": "dcterms:date", "refines": f"#{person}"}))
        if one.credential:
            lines.append((one.credential, {"property": "a11y:certifierCredential", "refines": f"#{person}"}))
        if one.report:
            lines.append((one.report, {"property": "a11y:certifierReport", "refines": f"#{person}"}))
    return lines
