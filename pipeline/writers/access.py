# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a finished file can truthfully say of its accessibility, read off its content.

Values are those of the schema.org accessibility vocabulary; nothing is claimed that the content does not
have. Conformance is claimed only from a person's recorded check.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from pipeline import labels
from pipeline.model import Edition, Register
from pipeline.writers.markup import HEADINGS, local

if TYPE_CHECKING:
    from pipeline.settings import Review

# The exact words that EPUB Accessibility 1.1 and 1.2 define for a claim.
CONFORMS = re.compile(r"EPUB Accessibility 1\.[12] - WCAG 2\.[012] Level A{1,3}")
MAY_MOVE = frozenset({"image/gif", "image/webp", "image/png"})


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
    contents: bool = True


def facts(trees: Sequence[etree._Element], pictures: Sequence[tuple[str, bytes]], *, contents: bool = True) -> Facts:
    """Count what ``trees`` hold. An image that says it is decoration is none that could lack a text. ``contents``:
    whether there is a table of contents beside them, as every book has one."""
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
        moving=moves(pictures),
        contents=contents,
    )


def _decorative(image: etree._Element) -> bool:
    return image.get("alt") == "" and image.get("role") in ("presentation", "none")


def features(found: Facts) -> tuple[str, ...]:
    """The accessibility features that the content really has."""
    alternatives = found.images and not found.without_alt
    tested = (
        ("tableOfContents", found.contents),
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
        checks = ((one.who, labels.date(one.when, lang), one.what) for one in reviews)
        lines += [words("a11y_reviewed", who=who, when=when, what=what) for who, when, what in checks]
    if not any(CONFORMS.fullmatch(one.conforms_to) for one in reviews):
        lines.append(words("a11y_auto"))
    return " ".join(lines)


def valid_reviews(edition: Edition, reviews: Sequence[Review]) -> tuple[Review, ...]:
    """The recorded checks that hold for this edition: of the original, and not older than its last change."""
    original = edition.lang == (edition.original_lang or edition.lang) and edition.register is Register.ORIGINAL
    meta = edition.document.meta
    changed = (meta.modified or meta.date)[:10]
    return tuple(one for one in reviews if original and not edition.draft and one.when[:10] >= changed)


def moves(pictures: Sequence[tuple[str, bytes]]) -> bool:
    """Whether one of the pictures (media type, bytes) may move: it has more than one frame, or cannot be
    looked into."""
    from PIL import Image

    for media_type, data in pictures:
        if media_type in MAY_MOVE:
            try:
                with Image.open(io.BytesIO(data)) as image:
                    if getattr(image, "is_animated", False):
                        return True
            except (OSError, ValueError, SyntaxError):
                return True
    return False
