# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the package says of the book: its data, and its accessibility as read off the finished files.

Values are those of the schema.org accessibility vocabulary; nothing is claimed that the content does not
have. A claim of conformance is made only from a person's recorded check (EPUB Accessibility 1.1, 2.2 and 4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import labels
from pipeline.model import Edition, Layout
from pipeline.model.namespaces import XML_LANG
from pipeline.writers import access
from pipeline.writers.epub.files import File

if TYPE_CHECKING:
    from pipeline.settings import Review



@dataclass(frozen=True, slots=True)
class Description:
    """The metadata as the package document writes it: Dublin Core elements and ``meta`` elements."""

    dublin_core: tuple[tuple[str, str, Mapping[str, str]], ...]
    meta: tuple[tuple[str, Mapping[str, str]], ...]


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
    trees = [file.tree for file in documents if file.tree is not None]
    found = access.facts(trees, [(picture.media_type, picture.data) for picture in pictures])
    held = access.valid_reviews(edition, reviews)
    modes, sufficient = access.modes(found)
    text = access.summary(found, words, held, paged=bool(found.breaks), lang=edition.lang)
    lines: list[tuple[str, Mapping[str, str]]] = []
    lines += [(value, {"property": "schema:accessMode"}) for value in modes]
    lines += [(value, {"property": "schema:accessModeSufficient"}) for value in sufficient]
    lines += [(value, {"property": "schema:accessibilityFeature"}) for value in access.features(found)]
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
    single = {"publisher": meta.publisher, "date": meta.date, "description": meta.description, "rights": meta.rights}
    rows += [(name, value, {}) for name, value in single.items() if value]
    rows += [("subject", value, {}) for value in meta.subjects]
    return tuple(rows)


def _claims(reviews: Sequence[Review]) -> list[tuple[str, Mapping[str, str]]]:
    """Conformance, who certified it and when; only in the exact words that the standard defines."""
    lines: list[tuple[str, Mapping[str, str]]] = []
    for number, one in enumerate((one for one in reviews if access.CONFORMS.fullmatch(one.conforms_to)), 1):
        claim, person = f"conformance-{number}", f"certifier-{number}"
        lines.append((one.conforms_to, {"property": "dcterms:conformsTo", "id": claim}))
        lines.append((one.who, {"property": "a11y:certifiedBy", "id": person, "refines": f"#{claim}"}))
        lines.append((one.when, {"property": "dcterms:date", "refines": f"#{person}"}))
        if one.credential:
            lines.append((one.credential, {"property": "a11y:certifierCredential", "refines": f"#{person}"}))
        if one.report:
            lines.append((one.report, {"property": "a11y:certifierReport", "refines": f"#{person}"}))
    return lines
