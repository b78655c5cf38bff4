# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an edition prints between its title and its text: a closed list, the same in every format."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline import labels
from pipeline.model import Edition, Register


@dataclass(frozen=True, slots=True)
class FrontLine:
    """One line: its kind (subtitle, byline, draft, untranslated, stale), its text, and the language of the
    text where it is not the edition's."""

    kind: str
    text: str
    lang: str = ""
    dir: str = ""


def front_lines(edition: Edition) -> tuple[FrontLine, ...]:
    """The lines under the title of an edition, in order."""
    meta = edition.document.meta
    words = labels.labels(edition.lang)
    lang, dir = (words.lang, words.dir) if words.lang != edition.lang.split("-")[0].lower() else ("", "")
    lines: list[FrontLine] = []
    if meta.subtitle:
        lines.append(FrontLine("subtitle", meta.subtitle))
    byline = [*meta.creators, meta.publisher, labels.date(meta.date, edition.lang) if meta.date else ""]
    if any(byline):
        lines.append(FrontLine("byline", " · ".join(part for part in byline if part)))
    if edition.register is Register.PLAIN:
        lines.append(FrontLine("plain", words("plain_notice"), lang, dir))
    if edition.draft:
        lines.append(FrontLine("draft", words(_draft(edition)), lang, dir))
    if edition.untranslated:
        original = labels.language_name(edition.original_lang, edition.lang)
        lines.append(FrontLine("untranslated", words("untranslated", language=original), lang, dir))
    if edition.stale:
        lines.append(FrontLine("stale", words("stale"), lang, dir))
    return tuple(lines)


def _draft(edition: Edition) -> str:
    """Which draft it is: of a translation, or of a text in plain language."""
    if edition.register is Register.PLAIN:
        return "plain_draft"
    return "draft_translation" if edition.lang != edition.original_lang else "draft"
